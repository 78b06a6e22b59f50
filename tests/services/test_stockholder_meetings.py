"""A meeting of stockholders: nominees before it, tallies after it, a tie with no winner, a result that needs a reason."""

import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, company
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.happenings import Filing, FilingKind, Matter, MatterKind
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.domain.motions import Motion, MotionKind, Result
from boarddesk.domain.people import Appointment, How
from boarddesk.domain.terms import directors_on
from boarddesk.services.commands.describe_meeting import NameInspectors
from boarddesk.services.commands.edit_election import EditElection
from boarddesk.services.commands.give_notice import GiveNotice
from boarddesk.services.commands.keep_entry import KeepEntry
from boarddesk.services.commands.name_nominees import Named, NameNominees
from boarddesk.services.notice_printing import inspectors_report_pdf
from boarddesk.services.stockholder_view import StockholderView, stockholder_view
from boarddesk.services.workspace import Services

HELD = date(2026, 5, 14)
CLASS_I = EVERYONE[0::3]
ANNUAL = Meeting(
    id="annual", body=STOCKHOLDERS, kind=MeetingKind.ANNUAL, starts=datetime(2026, 5, 14, 14), place="Columbus"
)


@pytest.fixture
def services(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-05-18")
    made = company(company_path)
    day = replace(made.record.company, read_as_of=date(2026, 5, 18))
    made.bus.run_restoring("Fixture", "Fixture", [(Meeting, ANNUAL.id, ANNUAL), (type(day), day.id, day)], 1)
    yield made
    made.close()


def put(services: Services, **fields: object) -> Meeting:
    """The meeting with other fields, as they would have been entered."""
    row = replace(services.record.get(Meeting, "annual"), **fields)
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, row.id, row)], 1)
    return row


def held(services: Services) -> Meeting:
    return put(
        services, state=MeetingState.HELD, called_to_order=datetime(2026, 5, 14, 14, 2),
        adjourned=datetime(2026, 5, 14, 14, 40), shares_outstanding=1000, shares_present=800,
    )  # fmt: skip


def view(services: Services) -> StockholderView:
    return stockholder_view(services, services.record.get(Meeting, "annual"))


def named(services: Services, *people: str, seats: int = 3) -> Election:
    services.bus.do(NameNominees("annual", "I", seats, tuple(Named(person) for person in people or CLASS_I)))
    return services.record.all(Election)[0]


def count(services: Services, shares: dict[str, int], *, seated: dict[str, bool | None], note: str = "") -> None:
    election = services.record.all(Election)[0]
    rows = {row.person: row for row in services.record.where(Nominee, "election", election.id)}
    ballot = tuple(
        replace(rows[person], shares_for=votes, withheld=10, broker_non_votes=5, seated=seated[person])
        for person, votes in shares.items()
    )
    known = replace(election, shares_outstanding=1000, shares_present=800, note=note)
    services.bus.do(EditElection(known, ballot, move_seats=True))


def test_nominees_are_named_before_and_nobody_is_seated_by_it(services: Services) -> None:
    before = services.record.all(Appointment)
    election = named(services)
    assert (election.meeting, election.held_on, election.class_, election.seats) == ("annual", HELD, "I", 3)
    assert services.record.all(Appointment) == before
    assert {(line.result, line.mark) for line in view(services).nominees} == {("Nominee", "not_yet_due")}
    named(services, *CLASS_I[:2], "tashiro")
    people = {row.person for row in services.record.where(Nominee, "election", election.id)}
    assert people == {*CLASS_I[:2], "tashiro"}
    for bad in ((), ("okoro", "okoro")):
        with pytest.raises(UserError):
            services.bus.do(NameNominees("annual", "I", 3, tuple(Named(person) for person in bad)))


def test_the_spans_of_days_for_record_date_and_notice_are_said(services: Services) -> None:
    facts = dict(view(services).facts)
    assert facts["Record date"] == "to be fixed between 15 Mar 2026 and 4 May 2026"
    assert facts["Notice"] == "to be given between 15 Mar 2026 and Mon 4 May 2026"
    put(services, record_date=date(2026, 3, 18), record_date_fixed_on=date(2026, 2, 12))
    services.bus.do(GiveNotice("annual", date(2026, 4, 2), "mail and notice of availability"))
    services.bus.do(NameInspectors("annual", ("Wendell Achebe-Moore", " ", "Odile Ferrand")))
    facts = dict(view(services).facts)
    assert facts["Record date"] == "18 Mar 2026, 57 days before, fixed by the Board on 12 Feb 2026"
    assert facts["Notice"] == "given 2 Apr 2026, 42 days before by mail and notice of availability"
    assert facts["Inspectors"] == "Wendell Achebe-Moore and Odile Ferrand"


@pytest.mark.parametrize("approved", [False, True])
def test_inspectors_stand_in_the_minutes_that_went_out(services: Services, approved: bool) -> None:
    held(services)
    services.bus.do(NameInspectors("annual", ("Odile Ferrand",)))
    services.history.undo()
    put(services, minutes_circulated_on=date(2026, 5, 16))
    if approved:
        at, approves = datetime(2026, 5, 17, 10), {"approves_minutes_of": "annual", "kind": MotionKind.APPROVE_MINUTES}
        rows = [
            Meeting(id="later", body=BOARD, starts=at, state=MeetingState.HELD, called_to_order=at),
            Motion(id="m", body=BOARD, meeting="later", text="RESOLVED.", result_stated=Result.CARRIED, **approves),
        ]
        services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    way = "A memorandum of correction names them." if approved else "Take these back to draft to name them."
    assert dict(view(services).facts)["Inspectors"].startswith("not recorded. Inspectors stand in the minutes")
    assert dict(view(services).facts)["Inspectors"].endswith(way)
    with pytest.raises(UserError) as refused:
        services.bus.do(NameInspectors("annual", ("Odile Ferrand",)))
    assert refused.value.what_to_do == way


def test_the_count_seats_the_winners_by_plurality(services: Services) -> None:
    named(services)
    held(services)
    assert view(services).uncounted == ("2026-class-i",)
    count(services, dict(zip(CLASS_I, (500, 400, 300), strict=True)), seated=dict.fromkeys(CLASS_I, True))
    lines = view(services).nominees
    assert [(line.shares_for, line.share, line.result) for line in lines] == [
        (500, "98.0%", "Elected"), (400, "97.6%", "Elected"), (300, "96.8%", "Elected"),
    ]  # fmt: skip
    terms = [row for row in services.record.all(Appointment) if row.election == "2026-class-i"]
    assert {(row.person, row.how, row.start) for row in terms} == {(p, How.ELECTED, HELD) for p in CLASS_I}
    assert view(services).quorum == "800 of 1,000 shares are present; 501 are a quorum."
    services.history.undo()
    assert all(row.election is None for row in services.record.all(Appointment))


def test_a_tie_marks_nobody_and_judgment_is_needed(services: Services) -> None:
    one, two, three = CLASS_I
    named(services, seats=2)
    held(services)
    tie = {one: 500, two: 300, three: 300}
    count(services, tie, seated={one: True, two: None, three: None})
    shown = view(services)
    results = {line.name: (line.result, line.mark) for line in shown.nominees}
    assert [mark for _result, mark in results.values()].count("judgment_needed") == 2
    assert any("tie for the last seat" in said and "nobody is marked" in said for said in shown.said)
    finding = next(f for f in services.findings() if (f.clause, f.subject) == ("LAW-DE-216", "annual"))
    assert finding.status == "judgment_needed"
    # Nobody's term ended for a tie: the incumbents hold over.
    assert set(CLASS_I) <= set(directors_on(services.record, HELD))
    with pytest.raises(UserError) as refusal:
        count(services, tie, seated={one: True, two: True, three: False})
    assert refusal.value.code == "no_reason"
    why = "The Board drew lots under Bylaws §2.9."
    count(services, tie, seated={one: True, two: True, three: False}, note=why)
    shown = view(services)
    assert any(why in said for said in shown.said)
    assert {line.result for line in shown.nominees} == {
        "Elected",
        "Elected, with a reason",
        "Not elected, with a reason",
    }


def test_a_tie_and_its_reason_print_in_the_inspectors_report(services: Services) -> None:
    from boarddesk.reports.pdf_text import pages_of

    one, two, three = CLASS_I
    named(services, seats=2)
    held(services)
    count(services, {one: 500, two: 300, three: 300}, seated={one: True, two: None, three: None})
    printed = " ".join(pages_of(inspectors_report_pdf(services, "annual"))[0].split())
    assert printed.count("Tied for the last seat") == 2
    assert "501 shares; present" in printed
    why = "The Board drew lots."
    count(services, {one: 500, two: 300, three: 300}, seated={one: True, two: True, three: False}, note=why)
    assert why in " ".join(pages_of(inspectors_report_pdf(services, "annual"))[0].split())


def test_a_result_stated_against_its_tally_needs_a_reason(services: Services) -> None:
    held(services)
    lost = Matter(id="new", meeting="annual", number="2", title="Equity plan", kind=MatterKind.PLAN, shares_for=300,
                  against=300, abstained=100, carried=True)  # fmt: skip
    with pytest.raises(UserError) as refusal:
        services.bus.do(KeepEntry(lost))
    assert refusal.value.code == "no_reason"
    services.bus.do(KeepEntry(replace(lost, note="Counsel advised that abstentions were not entitled.")))
    line = view(services).matters[0]
    assert (line.result, line.mark, line.differs) == ("Carried; the tally gives not carried", "differs", True)
    assert line.sum.startswith("300 of 700 present and entitled, 351 needed.")
    # What another statute asks more for may be lost with a majority of those present.
    merger = replace(lost, title="Merger", kind=MatterKind.MERGER, shares_for=400, against=100, carried=False)
    services.bus.do(KeepEntry(merger))
    assert view(services).matters[1].sum == "400 of 1,000 outstanding, 501 needed."


def test_the_form_8k_clock_runs_from_the_end_of_the_meeting(services: Services) -> None:
    ahead = view(services).clock
    assert ahead is not None
    assert (ahead.due, ahead.status) == (date(2026, 5, 20), "not_yet_due")
    held(services)
    running = view(services).clock
    assert running is not None
    assert (running.due, running.status, running.left) == (date(2026, 5, 20), "due_soon", "Business day 2 of 4")
    filed = Filing(id="f", kind=FilingKind.FORM_8K, made_on=date(2026, 5, 18), items=("5.07",), meeting="annual")
    services.bus.do(KeepEntry(filed))
    answered = view(services).clock
    assert answered is not None
    assert (answered.status, answered.left) == ("met", "Filed 18 May 2026")
