"""What follows from what happened: each clock from its own starting fact, each step ticked with evidence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.happenings import Event, EventKind, Filing, FilingKind, FollowUp
from boarddesk.domain.independence import Determination, Outcome
from boarddesk.domain.people import BoardSize, EndReason, Person, Role, RoleTenure
from boarddesk.domain.row import Row
from boarddesk.services.clocks import clock_lines
from boarddesk.services.commands.end_term import EndTerm
from boarddesk.services.commands.follow_up import ReopenStep, SkipStep, TickStep
from boarddesk.services.commands.record_filing import RecordFiling
from boarddesk.services.due_days import due_between
from boarddesk.services.event_steps import Step
from boarddesk.services.events import Sheet, happening_of, open_sheets, sheet_of, what_happened
from boarddesk.services.home import needs_of
from boarddesk.services.workspace import Services, open_company

DAY = date(2026, 11, 12)
REFUSED, RESIGNED, AUDITOR = "i-3-kouadjane-2024", "ii-4-dunmore-vale-2025", "i-2-vaidyalingam-2024"


@pytest.fixture
def services(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    opened = open_company(sample_copy)
    yield opened
    opened.close()


def put(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def sheet(services: Services, key: str) -> Sheet:
    found = sheet_of(services, happening_of(services, key))
    assert found is not None, f"nothing follows from {key}"
    return found


def step(services: Services, key: str, name: str) -> Step:
    found = [each for each in sheet(services, key).steps if each.key == name]
    assert found, f"no step {name}; there are {[each.key for each in sheet(services, key).steps]}"
    return found[0]


def filed(services: Services, each: Step, day: date, notice_of: str = "") -> None:
    assert each.files is not None
    services.bus.do(RecordFiling(replace(each.files, made_on=day), each.fact, each.key, notice_of))


# --- clocks


def test_a_clock_says_from_when_which_days_and_which_holiday(services: Services) -> None:
    line = clock_lines(services)[0]
    assert (line.title, line.clause) == ("Refusal to stand of Thérèse Kouadjané", "8-K 5.02(b)")
    assert (line.starts, line.due, line.left) == (date(2026, 11, 9), date(2026, 11, 16), "Business day 2 of 4")
    assert "10 Nov, 12 Nov, 13 Nov and 16 Nov 2026" in line.words
    assert "11 Nov 2026 (Veterans Day)" in line.words
    assert due_between(services, date(2026, 11, 16), date(2026, 11, 16)) == (line,)
    assert due_between(services, date(2026, 11, 17), date(2026, 11, 30)) == ()


def test_a_cure_period_counts_from_the_vacancy(services: Services) -> None:
    cure = next(line for line in clock_lines(services) if line.status == "in_cure")
    assert (cure.starts, cure.due) == (date(2026, 8, 14), date(2027, 5, 13))
    assert cure.left == "Day 90 of 272"


def test_a_clock_that_ran_out_is_late_and_a_filing_ends_it(services: Services) -> None:
    services.read_on(date(2026, 11, 17))
    late = next(line for line in clock_lines(services) if line.clause == "8-K 5.02(b)")
    assert (late.late, late.left, late.share) == (True, "1 day late", 1.0)
    services.read_on(None)
    filed(services, step(services, f"appointments:{REFUSED}", "LAW-8K-502b"), DAY)
    assert [line for line in clock_lines(services) if line.clause == "8-K 5.02(b)"] == []


# --- a resignation


def test_each_form_runs_from_its_own_fact(services: Services) -> None:
    said = {each.key: each for each in sheet(services, f"appointments:{RESIGNED}").steps}
    assert said["LAW-8K-502b"].second.startswith("From 14 Aug 2026")
    assert said["LAW-8K-301"].second.startswith("From 17 Aug 2026"), "from the notice, not from the departure"
    assert (said["LAW-8K-502b"].said, said["LAW-8K-301"].said) == ("Filed 20 Aug 2026", "Filed 20 Aug 2026")
    assert said["LAW-NQ-5625"].settled
    assert (said["place:audit"].status, said["place:audit"].due) == ("in_cure", date(2027, 5, 13))
    assert not said["GL-2.2b"].settled
    assert not said["seat"].settled


def test_a_new_resignation_waits_for_the_notice_before_301_runs(services: Services) -> None:
    services.bus.do(EndTerm(AUDITOR, DAY, EndReason.RESIGNED, date(2026, 11, 10)))
    key = f"appointments:{AUDITOR}"
    assert step(services, key, "LAW-8K-502b").due == date(2026, 11, 17)
    before = step(services, key, "LAW-8K-301")
    assert (before.due, before.said) == (None, "No clock yet")
    notice = step(services, key, "LAW-NQ-5625")
    assert notice.notice_of.startswith("LAW-NQ-5605c")
    filed(services, notice, DAY, notice.notice_of)
    assert step(services, key, "LAW-NQ-5625").said == "Sent 12 Nov 2026"
    after = step(services, key, "LAW-8K-301")
    assert after.due == date(2026, 11, 18)
    assert after.second.startswith("From 12 Nov 2026")


def test_a_notice_that_is_not_material_starts_no_form(services: Services) -> None:
    services.bus.do(EndTerm(AUDITOR, DAY, EndReason.RESIGNED, date(2026, 11, 10)))
    filed(services, step(services, f"appointments:{AUDITOR}", "LAW-NQ-5625"), DAY)
    assert step(services, f"appointments:{AUDITOR}", "LAW-8K-301").due is None
    assert services.record.where(Event, "kind", EventKind.COMPANY_NOTICE) == tuple(
        e for e in services.record.all(Event) if e.id == "ev-audit-notice"
    )


def test_a_death_starts_no_form_and_leaves_the_seat_vacant(services: Services) -> None:
    services.bus.do(EndTerm(AUDITOR, DAY, EndReason.DIED))
    keys = {each.key for each in sheet(services, f"appointments:{AUDITOR}").steps}
    assert "LAW-8K-502b" not in keys
    assert {"seat", "GL-2.2b", "place:audit"} <= keys


# --- the other things that happen


def test_a_new_director_is_nominated_determined_and_registered(services: Services) -> None:
    found = {each.key: each for each in sheet(services, "motions:2024-12").steps}
    assert found["LAW-8K-502d"].said == "Filed 13 Aug 2024"
    assert found["determination"].said == "8 Aug 2024"
    assert found["term"].settled
    assert not found["section-16"].settled


def test_a_vote_ends_in_a_form_a_register_and_minutes(services: Services) -> None:
    found = {each.key: each for each in sheet(services, "meetings:2026-05-14-annual").steps}
    assert all(found[key].settled for key in ("LAW-8K-507", "ballot", "minutes"))
    assert not found["inspectors"].settled


def test_amended_bylaws_are_filed_and_kept(services: Services) -> None:
    bylaws = Document(id="b2", kind=DocumentKind.BYLAWS, title="Bylaws", adopted_on=DAY, effective_from=DAY)
    put(services, bylaws)
    found = {each.key: each for each in sheet(services, "documents:b2").steps}
    assert found["LAW-8K-503"].due == date(2026, 11, 18)
    assert not found["version"].settled, "its file is not kept"


def test_a_waiver_is_filed_disclosed_and_decided(services: Services) -> None:
    put(services, Event(id="w", kind=EventKind.CODE_WAIVED, on=DAY, person="ellerbrook"))
    found = {each.key: each for each in sheet(services, "events:w").steps}
    assert found["LAW-8K-505"].due == date(2026, 11, 18)
    assert not found["decision"].settled


def test_a_listing_failure_asks_for_notice_at_once(services: Services) -> None:
    put(services, Event(id="n", kind=EventKind.NONCOMPLIANCE, on=DAY, clause="LAW-NQ-5620b"))
    found = {each.key: each for each in sheet(services, "events:n").steps}
    assert found["LAW-NQ-5625"].due is not None
    assert found["LAW-8K-301"].said == "No clock yet"
    put(services, Event(id="x", kind=EventKind.EXCHANGE_NOTICE, on=DAY, clause="LAW-NQ-5620b"))
    assert step(services, "events:n", "LAW-8K-301").due == date(2026, 11, 18)


def test_a_new_seat_and_a_lost_independence_have_sheets(services: Services) -> None:
    put(
        services, BoardSize(id="eleven", size=11, effective_from=DAY),
        Determination(id="lost", person="vaidyalingam", outcome=Outcome.NOT_INDEPENDENT, decided_on=DAY),
    )  # fmt: skip
    assert {"seat", "GL-2.2b"} <= {each.key for each in sheet(services, "board_sizes:eleven").steps}
    lost = {each.key: each for each in sheet(services, "determinations:lost").steps}
    assert "place:audit" in lost
    assert not lost["LAW-NQ-5625"].settled


def test_a_director_who_becomes_an_officer_is_weighed_anew_and_leaves_committees(services: Services) -> None:
    old = next(t for t in services.record.where(RoleTenure, "role", Role.CFO) if t.end is None)
    went = replace(old, end=date(2026, 11, 10), notice_on=date(2026, 11, 3), end_reason=EndReason.RESIGNED)
    came = RoleTenure(id="new", person="sorhaug", role=Role.CFO, start=date(2026, 11, 10), executive=True)
    put(services, went, came)
    found = {each.key: each for each in sheet(services, "roles:new").steps}
    assert found["LAW-8K-502c"].due == date(2026, 11, 17)
    assert {"determination", "questionnaire", "place:nominating", "office"} <= set(found)
    assert found["place:nominating"].second == "Ingrid Sørhaug is on the committee"
    gone = {each.key: each for each in sheet(services, f"roles:{old.id}").steps}
    assert gone["successor"].said == "Ingrid Sørhaug, 10 Nov 2026"
    put(services, went, replace(came, person="delacroix-new"), Person(id="delacroix-new", name="Somebody New"))
    assert "determination" not in {each.key for each in sheet(services, "roles:new").steps}, "no director"


def test_a_new_seat_that_was_filled_by_election_is_filled(services: Services) -> None:
    sizes = sorted(services.record.all(BoardSize), key=lambda row: row.effective_from)
    assert step(services, f"{BoardSize.table}:{sizes[-1].id}", "seat").said.startswith("Filled")


def test_a_restatement_asks_for_an_analysis_of_three_years_and_recovery(services: Services) -> None:
    day, key = date(2026, 11, 5), "events:restated"
    put(services, Event(id="restated", kind=EventKind.RESTATEMENT, on=day))
    found = {each.key: each for each in sheet(services, key).steps}
    assert "Fiscal years 2023, 2024 and 2025" in found["analysis"].second
    assert "Marcus Ellerbrook" in found["analysis"].words
    assert found["policy"].status == "met"
    assert "names no number of days" in found["LAW-NQ-5608"].second
    assert found["LAW-NQ-5608"].due is None, "no interval is invented"
    assert {"statements", "disclosure", "audit", "pay", "board", "officers", "counsel", "auditor"} <= set(found)
    need = next(need for need in needs_of(services) if need.clause == "5608")
    assert need.sheet == happening_of(services, key)


def test_recovery_is_ticked_not_needed_or_found_impracticable(services: Services) -> None:
    day, key = date(2026, 11, 5), "events:restated"
    put(services, Event(id="restated", kind=EventKind.RESTATEMENT, on=day))

    def judged() -> str:
        ours = [f for f in services.findings() if f.clause == "LAW-NQ-5608" and f.subject == "restated"]
        return ours[0].status.value

    assert judged() == "cannot_judge"
    services.bus.do(SkipStep("Recovery", key, "LAW-NQ-5608", DAY, "No pay rested on the figures"))
    assert (judged(), step(services, key, "LAW-NQ-5608").settled) == ("not_applicable", True)
    services.history.undo()
    services.bus.do(TickStep("Recovery", key, "LAW-NQ-5608", DAY, note="All of it paid back"))
    assert judged() == "judgment_needed"
    assert step(services, key, "LAW-NQ-5608").said == "Done on 12 Nov 2026: All of it paid back"
    services.history.undo()
    put(services, Event(id="waived", kind=EventKind.RECOVERY_WAIVED, on=DAY, text="It would cost more"))
    found = step(services, key, "LAW-NQ-5608")
    assert (found.status, found.counted, found.page) == ("cannot_judge", True, "registers")
    assert found.target is not None
    assert found.target.id == "waived"
    assert "no motion that carried is on record" in found.second
    assert happening_of(services, "events:waived") == happening_of(services, key), "one thing, one sheet"


def test_each_restatement_has_its_own_sheet(services: Services) -> None:
    first, second = date(2026, 5, 5), date(2026, 11, 5)
    put(
        services,
        Event(id="one", kind=EventKind.RESTATEMENT, on=first),
        Event(id="waived", kind=EventKind.RECOVERY_WAIVED, on=date(2026, 6, 1)),
        Event(id="two", kind=EventKind.RESTATEMENT, on=second),
        Event(id="ahead", kind=EventKind.RESTATEMENT, on=date(2026, 12, 1)),
    )
    ours = [each.keys for each in what_happened(services) if each.sort == "restatement"]
    assert ours == [("events:two",), ("events:one", "events:waived")]


def test_no_two_steps_of_a_sheet_are_the_same(services: Services) -> None:
    assert len(what_happened(services)) > 10
    for happening in what_happened(services):
        found = sheet_of(services, happening.id)
        assert found is not None
        ids = [each.id for each in found.steps]
        assert len(ids) == len(set(ids)), (found.title, ids)


# --- ticking


def test_a_step_is_ticked_with_evidence_and_opened_again(services: Services) -> None:
    key = f"appointments:{REFUSED}"
    counsel = step(services, key, "counsel")
    services.bus.do(TickStep(counsel.title, counsel.fact, counsel.key, DAY, note="Called at nine"))
    ticked = step(services, key, "counsel")
    assert (ticked.settled, ticked.said) == (True, "Done on 12 Nov 2026: Called at nine")
    services.bus.do(ReopenStep(ticked.title, ticked.tick))
    assert not step(services, key, "counsel").settled
    assert services.history.undo() == "Open again: Counsel"
    assert step(services, key, "counsel").settled


def test_nothing_is_ticked_without_evidence_or_skipped_without_reason(services: Services) -> None:
    for refused in (
        TickStep("Counsel", f"appointments:{REFUSED}", "counsel", DAY),
        SkipStep("Counsel", f"appointments:{REFUSED}", "counsel", DAY, " "),
        RecordFiling(Filing(id="new", kind=FilingKind.FORM_8K, made_on=DAY), "", ""),
    ):
        with pytest.raises(UserError):
            services.bus.do(refused)
    assert services.record.where(FollowUp, "step", "counsel") == ()


def test_a_step_not_needed_says_why_and_is_ticked_over(services: Services) -> None:
    key = f"appointments:{REFUSED}"
    insurer = step(services, key, "insurer")
    services.bus.do(SkipStep(insurer.title, insurer.fact, insurer.key, DAY, "The policy asks nothing"))
    assert step(services, key, "insurer").said == "Not needed: The policy asks nothing"
    services.bus.do(TickStep(insurer.title, insurer.fact, insurer.key, DAY, note="Told all the same"))
    assert step(services, key, "insurer").said == "Done on 12 Nov 2026: Told all the same"
    assert len(services.record.where(FollowUp, "step", "insurer")) == 1


def test_a_filing_recorded_from_the_sheet_is_about_the_right_person_and_undone_whole(services: Services) -> None:
    key = f"appointments:{REFUSED}"
    filed(services, step(services, key, "LAW-8K-502b"), DAY)
    made = next(f for f in services.record.all(Filing) if f.made_on == DAY)
    assert (made.items, made.person) == (("5.02(b)",), "kouadjane")
    assert step(services, key, "LAW-8K-502b").said == "Filed 12 Nov 2026"
    services.history.undo()
    assert services.record.find(Filing, made.id) is None
    assert not step(services, key, "LAW-8K-502b").settled


def test_what_the_law_leaves_no_judgment_on_cannot_be_skipped(services: Services) -> None:
    assert not step(services, f"appointments:{REFUSED}", "LAW-8K-502b").skippable
    assert step(services, f"appointments:{REFUSED}", "counsel").skippable


# --- Home


def test_home_leads_to_the_sheets_that_ask_for_something(services: Services) -> None:
    refused, resigned = f"leaves|appointments:{REFUSED}", f"leaves|appointments:{RESIGNED}"
    assert [found.id for found in open_sheets(services)] == [refused, resigned]
    lines = {need.sheet: need for need in needs_of(services) if need.sheet}
    assert lines[refused].clause == "8-K 5.02(b)", "its clock is on Home already"
    assert "next: Audit Committee" in lines[resigned].second
