"""Meetings on the calendar: scheduled, moved with their session, called off, noticed, planned as one step."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.meetings import Meeting, MeetingKind, MeetingState
from boarddesk.services.calendar import accept_proposal, proposal_lines, propose_year
from boarddesk.services.clashes import clashes_after
from boarddesk.services.commands.cancel_meeting import CancelMeeting, PostponeMeeting
from boarddesk.services.commands.give_notice import GiveNotice
from boarddesk.services.commands.move_meeting import MoveMeeting
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.importing import make_company
from boarddesk.services.market_days import closed_days
from boarddesk.services.workspace import Services, new_company, open_company

TODAY = date(2026, 11, 12)
NINE = datetime.combine(date(2026, 12, 3), datetime.strptime("09:00", "%H:%M").time())  # noqa: DTZ007 - local time
HOUR = timedelta(hours=1)


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", TODAY.isoformat())
    made = new_company(tmp_path / "acme.boarddesk", Company(id="company", name="Acme, Inc."))
    yield made
    made.close()


def scheduled(services: Services, *, session: int = 45) -> Meeting:
    services.bus.do(
        ScheduleMeeting(
            "board", MeetingKind.REGULAR, NINE, TODAY, NINE + 4 * HOUR, "Board Room", session_minutes=session
        )
    )
    return services.record.get(Meeting, "2026-12-03-board")


def session_of(services: Services, meeting: Meeting) -> Meeting:
    return services.record.where(Meeting, "parent", meeting.id)[0]


def test_a_board_meeting_comes_with_its_session(services: Services) -> None:
    meeting = scheduled(services)
    session = session_of(services, meeting)
    assert (session.id, session.body, session.kind) == ("2026-12-03-session", "independent", MeetingKind.SESSION)
    assert session.starts >= NINE + 4 * HOUR
    assert session.place == "Board Room"
    services.history.undo()
    assert services.record.all(Meeting) == ()


def test_a_second_meeting_of_the_day_has_an_id_of_its_own(services: Services) -> None:
    scheduled(services)
    services.bus.do(ScheduleMeeting("board", MeetingKind.SPECIAL, NINE + 6 * HOUR, TODAY))
    assert services.record.get(Meeting, "2026-12-03-board-2").kind is MeetingKind.SPECIAL


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (ScheduleMeeting("board", MeetingKind.REGULAR, NINE, TODAY, NINE - HOUR), "backward"),
        (ScheduleMeeting("independent", MeetingKind.SESSION, NINE, TODAY), "no_parent"),
        (ScheduleMeeting("audit", MeetingKind.REGULAR, NINE, TODAY, session_minutes=30), "no_session"),
    ],
)
def test_what_cannot_be_scheduled_is_refused(services: Services, command: ScheduleMeeting, code: str) -> None:
    with pytest.raises(UserError) as refusal:
        services.bus.do(command)
    assert refusal.value.code == code
    assert services.record.all(Meeting) == ()


def test_a_moved_meeting_takes_its_session_along(services: Services) -> None:
    meeting = scheduled(services)
    gap = session_of(services, meeting).starts - NINE - 4 * HOUR
    later = NINE + timedelta(days=7, hours=1)
    services.bus.do(MoveMeeting(meeting.id, later, later + 2 * HOUR, "Video"))
    moved, session = services.record.get(Meeting, meeting.id), session_of(services, meeting)
    assert (moved.starts, moved.ends, moved.place, moved.sequence) == (later, later + 2 * HOUR, "Video", 1)
    assert session.starts == later + 2 * HOUR + gap
    assert session.sequence == 1


def test_notice_for_the_old_date_does_not_count_for_the_new(services: Services) -> None:
    meeting = scheduled(services)
    services.bus.do(GiveNotice(meeting.id, date(2026, 11, 20), "by e-mail"))
    noticed = services.record.get(Meeting, meeting.id)
    assert (noticed.state, noticed.notice_on) == (MeetingState.NOTICED, date(2026, 11, 20))
    services.bus.do(MoveMeeting(meeting.id, NINE + timedelta(days=7), NINE + timedelta(days=7, hours=4), "Board Room"))
    moved = services.record.get(Meeting, meeting.id)
    assert (moved.state, moved.notice_on) == (MeetingState.PLANNED, None)
    assert moved.note == "Notice of 20 Nov 2026 was for 3 Dec 2026."


def test_another_place_alone_keeps_the_notice(services: Services) -> None:
    meeting = scheduled(services)
    services.bus.do(GiveNotice(meeting.id, date(2026, 11, 20)))
    services.bus.do(MoveMeeting(meeting.id, NINE, NINE + 4 * HOUR, "Video"))
    assert services.record.get(Meeting, meeting.id).notice_on == date(2026, 11, 20)


def test_giving_notice_cannot_be_undone(services: Services) -> None:
    meeting = scheduled(services)
    services.bus.do(GiveNotice(meeting.id, TODAY))
    with pytest.raises(UserError) as refusal:
        services.history.undo()
    assert refusal.value.code == "not_undoable"


def test_notice_after_the_meeting_is_refused(services: Services) -> None:
    meeting = scheduled(services)
    with pytest.raises(UserError):
        services.bus.do(GiveNotice(meeting.id, date(2026, 12, 4)))


def test_a_cancelled_meeting_stays_with_its_reason(services: Services) -> None:
    meeting = scheduled(services)
    services.bus.do(CancelMeeting(meeting.id, "No business", TODAY))
    for row in (services.record.get(Meeting, meeting.id), session_of(services, meeting)):
        assert (row.state, row.reason, row.decided_on, row.sequence) == (
            MeetingState.CANCELLED,
            "No business",
            TODAY,
            1,
        )
    with pytest.raises(UserError) as refusal:
        services.bus.do(MoveMeeting(meeting.id, NINE + HOUR))
    assert refusal.value.code == "not_ahead"


def test_calling_off_needs_a_reason(services: Services) -> None:
    meeting = scheduled(services)
    for command in (CancelMeeting(meeting.id, " ", TODAY), PostponeMeeting(meeting.id, "", TODAY)):
        with pytest.raises(UserError) as refusal:
            services.bus.do(command)
        assert refusal.value.code == "no_reason"


def test_a_postponed_meeting_is_followed_by_a_new_one(services: Services) -> None:
    meeting = scheduled(services)
    later = NINE + timedelta(days=14)
    services.bus.do(PostponeMeeting(meeting.id, "Auditors", TODAY, later))
    old = services.record.get(Meeting, meeting.id)
    new = services.record.get(Meeting, old.moved_to or "")
    assert (old.state, new.state, new.starts, new.sequence) == (
        MeetingState.POSTPONED, MeetingState.PLANNED, later, 0,
    )  # fmt: skip
    sessions = {row.parent: row for row in services.record.all(Meeting) if row.parent}
    assert sessions[meeting.id].state is MeetingState.POSTPONED
    assert sessions[new.id].day == later.date()


def test_a_meeting_is_not_postponed_to_an_earlier_day(services: Services) -> None:
    meeting = scheduled(services)
    with pytest.raises(UserError):
        services.bus.do(PostponeMeeting(meeting.id, "Auditors", TODAY, NINE - timedelta(days=1)))


def test_a_year_is_accepted_in_one_step(services: Services) -> None:
    proposal = propose_year(services, 2027)
    boards = [meeting for meeting in proposal.meetings if meeting.body == "board"]
    assert len(boards) == 4
    assert all("Sat" not in line and "Sun" not in line for line in proposal_lines(services, proposal))
    accept_proposal(services, proposal)
    assert {meeting.id for meeting in services.record.all(Meeting)} == {meeting.id for meeting in proposal.meetings}
    assert services.history.undo_label() == f"Plan 2027: {len(proposal.meetings)} meetings"
    services.history.undo()
    assert services.record.all(Meeting) == ()


def test_the_sequence_never_falls_not_by_undoing_either(services: Services) -> None:
    meeting, seen = scheduled(services), []
    later = NINE + timedelta(days=7)
    steps: list[Callable[[], object]] = [
        lambda: services.bus.do(MoveMeeting(meeting.id, later, later + 4 * HOUR, "Board Room")),
        services.history.undo,
        services.history.redo,
        services.history.undo,
        lambda: services.bus.do(CancelMeeting(meeting.id, "No business", TODAY)),
        services.history.undo,
    ]
    for step in steps:
        step()
        rows = (services.record.get(Meeting, meeting.id), session_of(services, meeting))
        seen.append(tuple(row.sequence for row in rows))
    assert seen == [(n, n) for n in range(1, 7)]
    assert services.record.get(Meeting, meeting.id).starts == NINE
    assert services.verified() == ()


def test_a_meeting_scheduled_again_under_the_same_id_is_newer_than_it_ever_was(services: Services) -> None:
    meeting = scheduled(services)
    services.bus.do(MoveMeeting(meeting.id, NINE + HOUR, NINE + 5 * HOUR, "Board Room"))
    services.history.undo()
    services.history.undo()
    assert services.record.all(Meeting) == ()
    services.history.redo()
    # 0 scheduled, 1 moved, 2 moved back, 3 taken off, as a file written then says.
    assert services.record.get(Meeting, meeting.id).sequence == 4
    services.history.undo()
    assert scheduled(services).sequence == 6


def test_the_count_goes_along_into_another_file(services: Services, tmp_path: Path) -> None:
    meeting = scheduled(services)
    services.bus.do(MoveMeeting(meeting.id, NINE + HOUR, NINE + 5 * HOUR, "Board Room"))
    services.history.undo()
    exported = services.exported()
    make_company(tmp_path / "other.boarddesk", "acme.json", exported)
    other = open_company(tmp_path / "other.boarddesk", write=False)
    assert other.record.get(Meeting, meeting.id).sequence == 2
    assert other.exported() == exported
    other.close()


def test_moving_to_the_same_time_and_place_is_no_change(services: Services) -> None:
    meeting = scheduled(services)
    assert services.bus.do(MoveMeeting(meeting.id, NINE, NINE + 4 * HOUR, "Board Room")).tables == frozenset()
    assert services.record.get(Meeting, meeting.id) == meeting


def test_a_session_postponed_alone_still_follows_its_board_meeting(services: Services) -> None:
    meeting = scheduled(services)
    session = session_of(services, meeting)
    services.bus.do(PostponeMeeting(session.id, "The lead director is ill", TODAY, session.starts + timedelta(days=1)))
    later = services.record.get(Meeting, services.record.get(Meeting, session.id).moved_to or "")
    assert (later.parent, later.kind, later.state) == (meeting.id, MeetingKind.SESSION, MeetingState.PLANNED)
    assert services.record.get(Meeting, meeting.id).state is MeetingState.PLANNED


def test_what_is_called_off_was_not_decided_on_a_day_ahead(services: Services) -> None:
    meeting = scheduled(services)
    with pytest.raises(UserError) as refusal:
        services.bus.do(CancelMeeting(meeting.id, "No business", TODAY + timedelta(days=1)))
    assert refusal.value.code == "ahead"


def test_what_a_move_would_collide_with_includes_the_session(services: Services) -> None:
    meeting, day_after = scheduled(services), NINE + timedelta(days=1)
    at_half_past_one = day_after + timedelta(hours=4, minutes=30)
    services.bus.do(
        ScheduleMeeting("board", MeetingKind.SPECIAL, at_half_past_one, TODAY, at_half_past_one + HOUR, "Board Room")
    )
    said = clashes_after(services, MoveMeeting(meeting.id, day_after, day_after + 4 * HOUR, "Board Room"))
    assert said == ("4 Dec 2026, Independent directors at 13:10 and Board at 13:30: both want Board Room.",)
    assert clashes_after(services, MoveMeeting(meeting.id, day_after, day_after - HOUR)) == ()
    assert services.record.get(Meeting, meeting.id) == meeting


def test_closed_days_are_named() -> None:
    assert closed_days([date(2026, 12, 26), date(2026, 12, 25), date(2026, 11, 11), date(2026, 12, 25)]) == (
        "25 Dec 2026 is a market holiday: Christmas Day.",
        "Sat 26 Dec 2026 is on a weekend.",
    )
