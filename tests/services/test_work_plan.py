"""The work plan: where duties stand, what is proposed, and what follows when one is laid, moved or taken back."""

from collections import Counter
from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Kind
from boarddesk.domain.governance import GuidelineClause, PlannedDuty
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.papers import Paper
from boarddesk.domain.row import Row
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.agenda_items import ChangeItem, RemoveItem
from boarddesk.services.commands.cancel_meeting import CancelMeeting, PostponeMeeting
from boarddesk.services.commands.move_duty import MoveDuty, TakeBackDuty
from boarddesk.services.commands.place_duty import AcceptDuties, PlaceDuty
from boarddesk.services.work_plan import PlanRow, WorkPlan, work_plan
from boarddesk.services.workspace import Services

TODAY = date(2026, 11, 12)
DECEMBER = {body: f"2026-12-0{3 if body == 'board' else 2}-{body}" for body in ("audit", "compensation", "board")}


@pytest.fixture
def services(sample_services: Services) -> Services:
    return sample_services


def keep(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def laid(services: Services) -> list[PlannedDuty]:
    """What the plan laid on meetings in this test, besides what the sample holds."""
    return [row for row in services.record.all(PlannedDuty) if not row.id.startswith("pd-")]


def row_of(plan: WorkPlan, clause: str) -> PlanRow:
    return next(row for row in plan.rows if row.id == clause)


def states(services: Services, clause: str, year: int = 2026) -> dict[str, str]:
    return {mark.meeting: mark.state for mark in row_of(work_plan(services, year), clause).marks}


def proposed_at(services: Services, clause: str, year: int) -> list[str]:
    return [one.meeting for one in row_of(work_plan(services, year), clause).proposed]


def planned_items(services: Services, meeting: str) -> list[tuple[str, ItemType, tuple[str, ...]]]:
    return [(item.title, item.type, item.clauses) for item in items_of(services.record, meeting)]


def test_every_duty_stands_where_it_was_done_or_is_planned(services: Services) -> None:
    assert states(services, "GL-1.15d") == {
        "2026-02-11-audit": "done", "2026-05-13-audit": "done", "2026-08-12-audit": "done",
        "2026-10-21-audit": "done", "2026-12-02-audit": "planned",
    }  # fmt: skip
    assert states(services, "GL-1.3")["2026-08-13-board"] == "missing"
    assert states(services, "GL-3.5")["2026-08-13-session"] == "not_met"
    assert states(services, "GL-1.7") == {"2026-12-02-compensation": "planned"}
    assert states(services, "GL-6.2") == {"2026-05-14-board": "done"}


def test_a_duty_that_is_late_is_marked_where_it_was_put_off(services: Services) -> None:
    plan = work_plan(services, 2026)
    row = row_of(plan, "GL-1.9")
    assert {mark.meeting: mark.state for mark in row.marks}["2026-10-22-board"] == "overdue"
    assert (row.outcome, row.tone) == ("20 days late", "orange")
    assert row.gaps == (), "it is planned for December"


def test_the_last_column_tells_the_worst_or_the_day_that_counts(services: Services) -> None:
    plan = work_plan(services, 2026)
    said = {clause: row_of(plan, clause).outcome for clause in (
        "GL-3.5", "GL-1.3", "GL-1.4", "GL-1.5", "LAW-NQ-5605d-REASSESS", "LAW-NQ-5605c-REASSESS")}  # fmt: skip
    assert said == {
        "GL-3.5": "1 departs", "GL-1.3": "Cannot judge", "GL-1.4": "3 Dec", "GL-1.5": "Last 22 Oct",
        "LAW-NQ-5605d-REASSESS": "Done 13 May", "LAW-NQ-5605c-REASSESS": "2 Dec",
    }  # fmt: skip
    near, far = row_of(plan, "GL-1.4"), row_of(work_plan(services, 2027), "GL-1.4")
    assert (near.tone, far.outcome, far.tone) == ("amber", "2 Dec", "slate"), "amber is for what is due soon"


def test_meetings_stand_in_rounds_by_body(services: Services) -> None:
    plan = work_plan(services, 2026)
    assert [found.label for found in plan.rounds] == [
        "Q1 · 11–12 Feb", "Q2 · 13–14 May", "Q3 · 12–13 Aug", "Q4 · 21–22 Oct", "Q4 · 2–3 Dec",
    ]  # fmt: skip
    assert [found.next for found in plan.rounds] == [False, False, False, False, True]
    assert "".join(column.letter for column in plan.meetings) == "ACNBIACNBIACBIACNBIACNBI"


def test_a_past_year_has_nothing_to_place(services: Services) -> None:
    plan = work_plan(services, 2025)
    assert (plan.unplaced, plan.proposed) == (0, ())


def test_each_duty_is_proposed_for_the_right_body_in_time_and_not_all_on_one_meeting(services: Services) -> None:
    plan = work_plan(services, 2027)
    assert plan.unplaced == len(plan.proposed) > 10
    meetings = {one.clause: services.record.get(Meeting, one.meeting) for one in plan.proposed}
    for clause, body in (("GL-1.15d", "audit"), ("GL-1.7", "compensation"), ("GL-1.16", "nominating"),
                         ("LAW-NQ-5610", "board")):  # fmt: skip
        assert meetings[clause].body == body
    assert meetings["GL-2.2a"].day < date(2027, 2, 11), "before the Board puts the slate"
    assert meetings["GL-6.1"].day <= date(2027, 5, 13), "before the Board decides on it"
    assert all(meeting.day.year == 2027 for meeting in meetings.values())
    audits = Counter(meeting.id for meeting in meetings.values() if meeting.body == "audit")
    assert len(audits) >= 4
    assert max(audits.values()) <= 3


def test_what_another_year_did_in_a_season_is_proposed_for_that_season(services: Services) -> None:
    assert proposed_at(services, "LAW-NQ-5605d-REASSESS", 2027) == ["2027-05-12-compensation"]


def test_an_accepted_plan_puts_items_on_the_agendas_as_one_step(services: Services) -> None:
    plan = work_plan(services, 2027)
    services.bus.do(AcceptDuties(2027, tuple((one.clause, one.meeting) for one in plan.proposed)))
    after = work_plan(services, 2027)
    assert (after.unplaced, after.proposed) == (0, ())
    audits = [m.id for m in services.record.where(Meeting, "body", "audit") if m.day.year == 2027]
    controls = [i for m in audits for i in items_of(services.record, m) if i.type is ItemType.INTERNAL_CONTROLS]
    assert [(item.title, item.clauses, item.minutes) for item in controls] == [("Internal controls", ("GL-1.15d",), 20)]
    statements = [i for m in audits for i in items_of(services.record, m) if i.type is ItemType.FINANCIAL_STATEMENTS]
    assert [set(item.clauses) for item in statements] == [{"GL-1.14", "GL-1.15a"}], "one item serves two duties"
    assert services.history.undo_label() == f"Work plan 2027: {len(plan.proposed)} duties planned"
    services.history.undo()
    assert laid(services) == []
    assert work_plan(services, 2027) == plan


def test_a_planned_item_comes_before_what_closes_the_meeting(services: Services) -> None:
    services.bus.do(PlaceDuty("LAW-NQ-5610", DECEMBER["board"]))
    kinds = [item.type for item in items_of(services.record, DECEMBER["board"])]
    assert kinds[-3:] == [ItemType.GOVERNANCE_REVIEW, ItemType.INDEPENDENT_SESSION, ItemType.ADJOURNMENT]
    positions = [item.position for item in items_of(services.record, DECEMBER["board"])]
    assert positions == list(range(1, len(positions) + 1))


def test_a_moved_duty_takes_its_items_along_with_their_papers(services: Services) -> None:
    services.bus.do(PlaceDuty("LAW-NQ-5610", DECEMBER["board"]))
    row = laid(services)[0]
    item = services.record.get(AgendaItem, row.item or "")
    keep(
        services,
        Paper(id="code", meeting=item.meeting, item=item.id, title="Code", attachment=services.attachments()[0][0]),
    )
    services.bus.do(MoveDuty("LAW-NQ-5610", DECEMBER["board"], DECEMBER["audit"]))
    assert services.record.get(AgendaItem, item.id).meeting == DECEMBER["audit"]
    assert services.record.get(Paper, "code").meeting == DECEMBER["audit"]
    assert services.record.get(PlannedDuty, row.id).meeting == DECEMBER["audit"]
    assert states(services, "LAW-NQ-5610") == {DECEMBER["audit"]: "planned"}
    services.history.undo()
    assert services.record.get(AgendaItem, item.id) == item


def test_what_was_written_by_hand_moves_too(services: Services) -> None:
    services.bus.do(MoveDuty("GL-1.9", "2027-10-21-board", "2027-02-11-board"))
    assert states(services, "GL-1.9", 2027) == {"2027-02-11-board": "planned"}
    assert all(item.type is not ItemType.SUCCESSION for item in items_of(services.record, "2027-10-21-board"))
    assert laid(services) == []


def test_an_item_to_which_a_motion_belongs_stays(services: Services) -> None:
    item = next(i for i in items_of(services.record, "2027-10-21-board") if i.type is ItemType.SUCCESSION)
    keep(services, Motion(id="m", body="board", meeting=item.meeting, item=item.id, text="RESOLVED, that …"))
    with pytest.raises(UserError) as refusal:
        services.bus.do(MoveDuty("GL-1.9", "2027-10-21-board", "2027-02-11-board"))
    assert refusal.value.code == "in_use"


@pytest.mark.parametrize(
    ("clause", "meeting"),
    [
        ("GL-1.15d", DECEMBER["board"]),
        ("LAW-NQ-5610", "2026-10-22-board"),
        ("LAW-NQ-5610", "2026-12-03-session"),
        ("GL-3.5", DECEMBER["board"]),
    ],
)
def test_only_meetings_ahead_of_an_eligible_body_take_a_duty(services: Services, clause: str, meeting: str) -> None:
    with pytest.raises(UserError) as refusal:
        services.bus.do(PlaceDuty(clause, meeting))
    assert refusal.value.code == "not_eligible"


def test_a_duty_is_not_planned_twice_for_one_meeting(services: Services) -> None:
    for command in (PlaceDuty("GL-1.15d", DECEMBER["audit"]), PlaceDuty("GL-1.4", DECEMBER["board"])):
        with pytest.raises(UserError) as refusal:
            services.bus.do(command)
        assert refusal.value.code == "there_already"


def test_a_duty_taken_back_has_no_meeting_again(services: Services) -> None:
    before = planned_items(services, DECEMBER["board"])
    services.bus.do(PlaceDuty("LAW-NQ-5610", DECEMBER["board"]))
    services.bus.do(TakeBackDuty("LAW-NQ-5610", DECEMBER["board"]))
    assert planned_items(services, DECEMBER["board"]) == before
    assert laid(services) == []
    assert len(row_of(work_plan(services, 2026), "LAW-NQ-5610").gaps) == 1


def test_what_the_plan_did_not_make_is_not_taken_back(services: Services) -> None:
    with pytest.raises(UserError) as refusal:
        services.bus.do(TakeBackDuty("GL-1.5", DECEMBER["board"]))
    assert (refusal.value.code, "was not put there by the plan" in refusal.value.what) == ("by_hand", True)
    services.bus.do(PlaceDuty("LAW-NQ-5610", DECEMBER["board"]))
    item = services.record.get(AgendaItem, laid(services)[0].item or "")
    services.bus.do(ChangeItem(replace(item, text="The code is changed in three places.")))
    with pytest.raises(UserError) as refusal:
        services.bus.do(TakeBackDuty("LAW-NQ-5610", DECEMBER["board"]))
    assert "worked on" in refusal.value.what


def test_an_item_taken_off_the_agenda_gives_its_duty_back(services: Services) -> None:
    services.bus.do(PlaceDuty("LAW-NQ-5610", DECEMBER["board"]))
    services.bus.do(RemoveItem(laid(services)[0].item or ""))
    assert laid(services) == []
    assert work_plan(services, 2026).unplaced == 2


def test_a_cancelled_meeting_gives_its_duties_back(services: Services) -> None:
    services.bus.do(PlaceDuty("LAW-SK-407d", DECEMBER["audit"]))
    before = items_of(services.record, DECEMBER["audit"])
    assert work_plan(services, 2026).unplaced == 1
    services.bus.do(CancelMeeting(DECEMBER["audit"], "No quorum to be had", TODAY))
    assert laid(services) == []
    left = items_of(services.record, DECEMBER["audit"])
    assert len(left) == len(before) - 1, "what the plan made went, what was written by hand stayed"
    plan = work_plan(services, 2026)
    back = {row.id: row.outcome for row in plan.rows if row.gaps}
    assert back == {"LAW-NQ-5605c-REASSESS": "No meeting", "LAW-NQ-5610": "Not placed", "LAW-SK-407d": "No meeting"}
    assert DECEMBER["audit"] not in {column.id for column in plan.meetings}
    services.history.undo()
    assert items_of(services.record, DECEMBER["audit"]) == before
    assert work_plan(services, 2026).unplaced == 1


def test_a_postponed_meeting_takes_its_planned_duties_along(services: Services) -> None:
    services.bus.do(PlaceDuty("LAW-SK-407d", DECEMBER["audit"]))
    old = services.record.get(Meeting, DECEMBER["audit"])
    services.bus.do(PostponeMeeting(old.id, "The auditors ask", TODAY, old.starts + timedelta(days=7)))
    later = services.record.get(Meeting, old.id).moved_to
    assert states(services, "LAW-SK-407d") == {later: "planned"}
    assert laid(services)[0].meeting == later
    services.history.undo()
    assert states(services, "LAW-SK-407d") == {old.id: "planned"}


def test_a_meeting_postponed_without_a_day_gives_its_duties_back(services: Services) -> None:
    services.bus.do(PlaceDuty("LAW-SK-407d", DECEMBER["audit"]))
    services.bus.do(PostponeMeeting(DECEMBER["audit"], "The auditors ask", TODAY))
    assert laid(services) == []


def test_an_interval_shorter_than_the_year_asks_for_more_than_one_meeting(services: Services) -> None:
    keep(services, ParameterValue(id="p", key="interval.GL-1.15d", value="3 months", effective_from=date(2026, 1, 1)))
    [gap] = row_of(work_plan(services, 2027), "GL-1.15d").gaps
    assert gap.due == date(2027, 3, 2), "three months after it is planned for in December"
    assert proposed_at(services, "GL-1.15d", 2027) == ["2027-02-10-audit"]


def test_quarterly_duties_are_placed_quarter_by_quarter(services: Services) -> None:
    gone = [i for i in items_of(services.record, "2027-05-13-board") if i.type is ItemType.FINANCE_UPDATE]
    services.bus.do(RemoveItem(gone[0].id))
    row = row_of(work_plan(services, 2027), "GL-1.3")
    assert [gap.period for gap in row.gaps] == ["2027-Q2"]
    assert [one.meeting for one in row.proposed] == ["2027-05-13-board"]
    services.bus.do(PlaceDuty("GL-1.3", "2027-05-13-board"))
    added = services.record.get(AgendaItem, laid(services)[0].item or "")
    assert (added.type, laid(services)[0].period) == (ItemType.FINANCE_UPDATE, "2027-Q2")
    assert row_of(work_plan(services, 2027), "GL-1.3").gaps == ()


def test_the_companys_own_duties_are_laid_out_too(services: Services) -> None:
    own = GuidelineClause(
        id="own", clause="GL-7.1", title="Cyber risk reviewed", text="The audit committee reviews cyber risk.",
        kind=Kind.DUTY, body="audit", bodies=("audit",), effective_from=date(2026, 1, 1),
    )  # fmt: skip
    keep(services, own)
    assert row_of(work_plan(services, 2026), "GL-7.1").outcome == "Not placed"
    services.bus.do(PlaceDuty("GL-7.1", DECEMBER["audit"]))
    assert ("Cyber risk reviewed", ItemType.OTHER, ("GL-7.1",)) in planned_items(services, DECEMBER["audit"])
    assert states(services, "GL-7.1") == {DECEMBER["audit"]: "planned"}


def test_a_duty_laid_without_an_item_counts_and_moves(services: Services) -> None:
    keep(services, PlannedDuty(id="d", clause="LAW-NQ-5610", period="FY2026", meeting=DECEMBER["board"]))
    assert states(services, "LAW-NQ-5610") == {DECEMBER["board"]: "planned"}
    services.bus.do(MoveDuty("LAW-NQ-5610", DECEMBER["board"], "2027-02-11-board"))
    moved = services.record.get(PlannedDuty, "d")
    assert (moved.meeting, moved.period) == ("2027-02-11-board", "FY2027")
    services.bus.do(TakeBackDuty("LAW-NQ-5610", "2027-02-11-board"))
    assert services.record.find(PlannedDuty, "d") is None


def test_an_earlier_day_shows_the_plan_as_it_stood(services: Services) -> None:
    services.read_on(date(2026, 6, 30))
    assert states(services, "GL-1.15d")["2026-08-12-audit"] == "planned"
    assert datetime.combine(services.day, datetime.min.time()).month == 6
