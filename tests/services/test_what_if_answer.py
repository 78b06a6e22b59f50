"""A what-if told by rule: groups, words under each result, remedies with their effect, notes, real entries."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Finding, Kind, Origin, Status
from boarddesk.domain.governance import WhatIf
from boarddesk.domain.meetings import AHEAD, BOARD, Meeting
from boarddesk.domain.people import EndReason, Person
from boarddesk.domain.terms import appointment_of, members_on
from boarddesk.services.remedies import remedies
from boarddesk.services.suppositions import NEW_DIRECTORS, Supposed
from boarddesk.services.suppositions import Kind as Happens
from boarddesk.services.what_if import Difference, Turn, compare
from boarddesk.services.what_if_answer import Answer, Refusal, answer
from boarddesk.services.what_if_deeds import carry_out, deeds
from boarddesk.services.what_if_notes import keeping, kept_notes, removing
from boarddesk.services.what_if_print import what_if_pdf
from boarddesk.services.what_if_rules import sets_off, telling
from boarddesk.services.workspace import Services, open_company

DAY = date(2026, 12, 31)
LEAVER = "okoro-llewelyn"
LEAVES = Supposed(
    Happens.LEAVES, {"person": LEAVER, "on": "2026-12-31", "notice_on": "2026-12-31", "reason": "resigned"}
)


@pytest.fixture
def services(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")
    opened = open_company(sample_copy)
    yield opened
    opened.close()


def answered(services: Services, *changes: Supposed, day: date = DAY) -> Answer:
    found = answer(services, changes, day)
    assert isinstance(found, Answer)
    return found


def test_each_rule_stands_once_with_the_result_that_moves_it_first(services: Services) -> None:
    found = answered(services, LEAVES)
    assert len({rule.id for rule in found.rules}) == len(found.rules)
    assert sum(found.counts.values()) == len(found.rules)
    assert found.changed == len(found.rules) - found.counts[Turn.SAME]
    assert [rule.turn for rule in found.rules] == sorted((rule.turn for rule in found.rules), key=list(Turn).index)
    size = found.rules[0]
    assert (size.turn, size.id, size.named) == (Turn.WORSE, "LAW-NQ-5605c-SIZE", "Law: 5605(c)(2)(A)")
    assert size.lead.finding.period == "2026-Q4", "the present quarter leads, not the one before"
    assert size.told[0].startswith("two members:")
    assert size.told[1].startswith("one member:")
    assert found.title == "Gareth Okoro-Llewelyn leaves the Board"
    assert found.head == "If Okoro-Llewelyn leaves"
    assert (
        found.note == "Board quorum stays at 6 of 10 seats; eight directors would be in office, two above the quorum."
    )


def test_what_cannot_be_names_its_place(services: Services) -> None:
    again = Supposed(Happens.LEAVES, {"person": LEAVER, "on": "2027-01-10"})
    found = answer(services, (LEAVES, again), DAY)
    assert isinstance(found, Refusal)
    assert found.place == 1
    assert "is no director" in found.error.what


def finding(because: str, due: date | None = None) -> Finding:
    return Finding(
        clause="X", origin=Origin.LAW, kind=Kind.RULE, subject="company", period="2026-Q4", status=Status.NOT_MET,
        because=because, due=due,
    )  # fmt: skip


def test_the_words_under_two_results_begin_where_they_part() -> None:
    one = finding("The Board had nine directors, one more than needed.")
    other = finding("From 3 May the Board had eight directors, just as many as needed.")
    assert telling(Difference(Turn.SAME, one, other)) == (
        "nine directors, one more than needed.",
        "eight directors, just as many as needed.",
    )
    late = finding("It is late.", date(2027, 1, 7))
    assert telling(Difference(Turn.STARTS, None, late)) == ("", "by 7 Jan 2027")
    assert telling(Difference(Turn.SAME, one, one)) == ("Q4 2026", "")


def test_a_listing_rule_newly_not_followed_sets_off_a_notice_and_a_form(services: Services) -> None:
    found = answered(services, LEAVES)
    size = next(rule for rule in found.rules if rule.clause == "LAW-NQ-5605c-SIZE")
    notice, form = sets_off(size.lead)
    assert notice == "Notice to Nasdaq, promptly once an executive officer learns of it (5625)."
    assert form == "Form 8-K, Item 3.01, within four business days of the notice to or from Nasdaq."
    others = {rule.clause for rule in found.rules if rule is not size and sets_off(rule.lead)}
    assert all(clause.startswith("LAW-NQ-56") for clause in others)
    assert all(sets_off(Difference(Turn.SAME, d.after, d.after)) == () for d in size.differences)


def test_remedies_are_judged_each_with_its_effect(services: Services) -> None:
    found = answered(services, LEAVES)
    offers = {remedy.words: remedy for remedy in remedies(services, [LEAVES], found.comparison, found.before)}
    stays = offers["Okoro-Llewelyn stays to 13 May 2027, the annual meeting"]
    assert (stays.better, stays.remain, len(stays.changes)) == (found.counts[Turn.WORSE], 0, 1)
    assert any(words.endswith("joins the Audit Committee") and "New" not in words for words in offers)
    new = next(remedy for words, remedy in offers.items() if "new director" in words)
    after = compare(services, new.changes, DAY)
    still = {d.finding.clause for d in after.differences if d.turn is Turn.WORSE}
    assert len(still) == new.remain
    assert new.better == len({rule.id for rule in found.rules if rule.turn is Turn.WORSE} - still)
    assert all(remedy.better for remedy in offers.values())


def test_who_is_not_independent_may_leave_the_committees(services: Services) -> None:
    change = Supposed(Happens.NOT_INDEPENDENT, {"person": "sorhaug", "on": "2026-12-10"})
    found = answered(services, change, day=date(2026, 12, 10))
    offers = remedies(services, [change], found.comparison)
    assert any(remedy.words.startswith("Sørhaug leaves") for remedy in offers)


def test_a_cancelled_meeting_may_be_held_later(services: Services) -> None:
    ahead = [m for m in services.record.where(Meeting, "body", BOARD) if m.state in AHEAD and m.day > services.day]
    change = Supposed(Happens.MEETING_CANCELLED, {"meeting": min(ahead, key=lambda m: m.starts).id})
    found = answered(services, change, day=services.day)
    words = [remedy.words for remedy in remedies(services, [change], found.comparison)]
    assert words == ["Board, regular meeting is moved to 10 Dec 2026 instead"]


def test_looking_for_remedies_can_be_stopped(services: Services) -> None:
    found = answered(services, LEAVES)
    progress = Progress()
    progress.stop()
    with pytest.raises(Cancelled):
        remedies(services, [LEAVES], found.comparison, found.before, progress)


def test_a_question_is_kept_opened_again_and_taken_away(services: Services) -> None:
    before, there = services.findings(DAY), len(kept_notes(services))
    services.bus.do(keeping(services, "If he leaves", DAY, [LEAVES], "Asked by the chair."))
    assert services.findings(DAY) == before, "a note changes no result"
    note = next(note for note in kept_notes(services) if note.title == "If he leaves")
    assert (note.title, note.as_of, note.changes) == ("If he leaves", DAY, (LEAVES,))
    assert note.detail == "Kept on 12 Nov 2026, judged as of 31 Dec 2026"
    services.bus.do(removing(note))
    assert len(kept_notes(services)) == there
    assert services.history.undo() == "Remove the what-if “If he leaves”"
    assert services.record.get(WhatIf, note.id).note == "Asked by the chair."


def test_a_note_needs_a_title_and_a_change(services: Services) -> None:
    for title, changes in ((" ", [LEAVES]), ("If", [])):
        with pytest.raises(UserError):
            services.bus.do(keeping(services, title, DAY, changes))


def test_what_was_supposed_becomes_entries_that_can_be_undone(services: Services) -> None:
    joins = Supposed(
        Happens.JOINS, {"name": "Vesna Orlić", "class": "II", "seat": "II-4", "on": "2026-12-01", "independent": "yes"}
    )
    found = deeds(services, [LEAVES, joins])
    assert [deed.label for deed in found] == [
        "Resignation of Gareth Okoro-Llewelyn", "Add Vesna Orlić", "Appoint Vesna Orlić to seat II-4",
        "Determination for Vesna Orlić",
    ]  # fmt: skip
    assert [bool(deed.why_not) for deed in found] == [False, False, False, True]
    assert carry_out(services, [LEAVES, joins]) == 3
    term = appointment_of(services.record, LEAVER, date(2026, 12, 30))
    assert term is not None
    assert (term.end, term.end_reason) == (DAY, EndReason.RESIGNED)
    for _step in range(3):
        services.history.undo()
    term = appointment_of(services.record, LEAVER, DAY)
    assert term is not None
    assert term.end is None
    assert all(person.name != "Vesna Orlić" for person in services.record.all(Person))


def test_nothing_made_up_is_entered(services: Services) -> None:
    nobody = Supposed(Happens.JOINS, {"name": NEW_DIRECTORS[0], "class": "II", "seat": "II-4", "on": "2026-12-01"})
    value = Supposed(Happens.PARAMETER, {"key": "interval.GL-1.5", "value": "yearly", "on": "2026-12-01"})
    seated = Supposed(Happens.JOINS_COMMITTEE, {"committee": "audit", "person": "new-director", "on": "2026-12-01"})
    assert all(deed.why_not for deed in deeds(services, [nobody, seated, value]))
    assert [bool(deed.why_not) for deed in deeds(services, [LEAVES, nobody])] == [False, True, True, True]
    assert carry_out(services, [nobody, seated, value]) == 0
    assert services.record.where(ParameterValue, "key", "interval.GL-1.5") == ()
    assert "new-director" not in members_on(services.record, "audit", DAY)


def test_the_same_question_prints_the_same_bytes(services: Services) -> None:
    found = answered(services, LEAVES)
    assert what_if_pdf(services, found) == what_if_pdf(services, found)
