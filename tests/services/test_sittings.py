"""Sittings: recess overnight, adjournment to a date, failure for want of a quorum, joint meetings, two on one day."""

from datetime import date, datetime, timedelta

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingKind, MeetingState, Mode, PresenceKind, Recess
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.presence import present_at
from boarddesk.domain.votes import tally
from boarddesk.services.commands.agenda_course import StartItem
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.hold_meeting_failed import FailForWantOfQuorum
from boarddesk.services.commands.hold_meeting_recess import RecessMeeting, ResumeMeeting
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.live import live_view
from boarddesk.services.quorum_strip import quorum_strip
from boarddesk.services.sittings import before, sitting_days, time_at
from boarddesk.services.words import meeting_name, meeting_title
from boarddesk.services.workspace import Services
from tests.services.meeting_case import DAY, EVERYONE, at, begin, motion_of, put_to_vote

NEXT = DAY + timedelta(days=1)


def special(services: Services) -> Meeting:
    return services.record.get(Meeting, "special")


def overnight(services: Services, *gone: str) -> None:
    begin(services)
    services.bus.do(StartItem("special-2", at("17:10")))
    services.bus.do(RecessMeeting("special", at("17:30")))
    services.bus.do(ResumeMeeting("special", at("09:05", NEXT), gone))


def test_a_recess_overnight_makes_a_second_day(services: Services) -> None:
    overnight(services, "celikbaran")
    assert sitting_days(services.record, special(services)) == (DAY, NEXT)
    here = {stay.person for stay in present_at(services.record, special(services), at("09:10", NEXT))}
    assert here == set(EVERYONE) - {"celikbaran"}
    services.bus.do(StampPresence("special", "celikbaran", PresenceKind.RETURNED, at("09:30", NEXT), Mode.VIDEO))
    motion = put_to_vote(services, voting=EVERYONE)
    services.bus.do(_motion_on(NEXT, "10:15"))
    assert tally(services.record, motion).result is Result.CARRIED
    assert services.record.all(Motion)[-1].at == at("10:15", NEXT)
    services.bus.do(AdjournMeeting("special", at("11:00", NEXT)))
    assert special(services).state is MeetingState.HELD


def _motion_on(day: date, clock: str) -> RecordMotion:
    motion, votes = motion_of("10:00")
    return RecordMotion(replace(motion, at=at(clock, day)), votes)


def test_the_night_counts_neither_for_the_item_nor_in_the_strip(services: Services) -> None:
    overnight(services)
    view = live_view(services.record, special(services), at("09:15", NEXT))
    now = next(item for item in view.items if item.state == "now")
    assert (now.spent, now.over) == (30, True)
    strip = quorum_strip(services.record, special(services), at("09:15", NEXT))
    assert strip is not None
    assert [stretch.recess for stretch in strip.stretches] == [False, True, False]
    assert strip.stretches[1].words == "17:30 to 13 Nov, 09:05: in recess"
    assert strip.sentence == "A quorum was there throughout."
    assert time_at(special(services), at("09:05", NEXT)) == "13 Nov, 09:05"


def test_times_after_the_last_sitting_are_refused(services: Services) -> None:
    overnight(services)
    with pytest.raises(UserError, match="is on 12 Nov 2026 and 13 Nov 2026"):
        services.bus.do(StampPresence("special", "sorhaug", PresenceKind.LEFT, at("09:00", DAY + timedelta(days=3))))


def test_nobody_can_stay_away_from_what_they_never_came_to(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    services.bus.do(RecessMeeting("special", at("17:30")))
    with pytest.raises(UserError, match="was not present when the recess began"):
        services.bus.do(ResumeMeeting("special", at("09:05", NEXT), ("celikbaran",)))
    assert services.record.all(Recess)[0].end is None


def test_what_is_not_finished_goes_to_the_later_date_and_both_are_linked(services: Services) -> None:
    begin(services)
    waiting = Motion(id="new", body="board", meeting="special", item="special-2", text="RESOLVED, that it is so.")
    services.bus.do(ProposeMotion(waiting))
    services.bus.do(StartItem("special-2", at("14:10")))
    services.bus.do(AdjournMeeting("special", at("14:52"), at("10:00", date(2026, 11, 19))))
    adjourned = special(services)
    later = services.record.get(Meeting, adjourned.moved_to or "")
    assert (adjourned.state, later.continues) == (MeetingState.ADJOURNED, "special")
    assert before(services.record, later) == adjourned
    items = sorted(services.record.where(AgendaItem, "meeting", later.id), key=lambda item: item.position)
    assert [item.carried_from for item in items] == ["special-1", "special-2", "special-3"]
    assert all(item.started is None for item in items)
    moved = services.record.all(Motion)[0]
    assert (moved.meeting, moved.item) == (later.id, items[1].id)
    services.history.undo()
    assert special(services).state is MeetingState.IN_SESSION
    assert services.record.all(Motion)[0].item == "special-2"


def test_without_a_quorum_the_meeting_fails_and_its_recess_ends(services: Services) -> None:
    services.bus.do(TakeRoll("special", tuple(RollEntry(p, mode=Mode.ROOM) for p in EVERYONE[:5]), at("14:00")))
    services.bus.do(CallToOrder("special", at("14:05")))
    services.bus.do(RecessMeeting("special", at("14:10")))
    services.bus.do(FailForWantOfQuorum("special", at("14:40"), "Two flights were cancelled."))
    failed = special(services)
    assert (failed.state, failed.adjourned) == (MeetingState.FAILED_QUORUM, at("14:40"))
    assert services.record.all(Recess)[0].end == at("14:40")


def joint(services: Services) -> Meeting:
    both = ScheduleMeeting("audit", MeetingKind.SPECIAL, at("10:00"), DAY, joint_with=("board",))
    services.bus.do(both)
    return next(meeting for meeting in services.record.all(Meeting) if meeting.joint_with)


def test_a_joint_meeting_is_the_boards_first(services: Services) -> None:
    meeting = joint(services)
    assert (meeting.body, meeting.joint_with) == ("board", ("audit",))
    assert meeting_title(services.record, meeting) == "Board and Audit Committee, joint special meeting"
    with pytest.raises(UserError, match="Only the Board and its committees"):
        services.bus.do(ScheduleMeeting("stockholders", MeetingKind.SPECIAL, at("10:00"), DAY, joint_with=("board",)))


def test_a_joint_meeting_fails_only_where_no_body_has_a_quorum(services: Services) -> None:
    meeting = joint(services)
    two = tuple(RollEntry(p, mode=Mode.ROOM) for p in ("okoro", "castellanos"))
    services.bus.do(TakeRoll(meeting.id, two, at("10:00")))
    with pytest.raises(UserError, match="2 present, 2 needed"):
        services.bus.do(FailForWantOfQuorum(meeting.id, at("10:20")))
    services.bus.do(CallToOrder(meeting.id, at("10:21"), "okoro"))
    view = live_view(services.record, services.record.get(Meeting, meeting.id), at("10:25"), body="audit")
    assert view.quorum.met is True
    assert [body.words for body in view.quorums] == [
        "Board: 2 present, 6 needed of 10",
        "Audit Committee: 2 present, 2 needed of 3",
    ]
    assert [person.person for person in view.people if person.votes] == ["castellanos", "okoro"]
    services.bus.do(StampPresence(meeting.id, "okoro", PresenceKind.LEFT, at("10:30")))
    services.bus.do(FailForWantOfQuorum(meeting.id, at("10:40")))
    assert services.record.get(Meeting, meeting.id).state is MeetingState.FAILED_QUORUM


def test_a_vote_of_somebody_of_the_other_body_is_refused(services: Services) -> None:
    meeting = joint(services)
    services.bus.do(TakeRoll(meeting.id, tuple(RollEntry(p, mode=Mode.ROOM) for p in EVERYONE), at("10:00")))
    services.bus.do(CallToOrder(meeting.id, at("10:02")))
    motion, votes = motion_of("10:10", voting=("okoro", "sorhaug"))
    with pytest.raises(UserError, match="Ingrid Sørhaug is no member of this body"):
        services.bus.do(RecordMotion(replace(motion, body="audit", meeting=meeting.id), votes))
    motion, votes = motion_of("10:10", voting=("okoro", "castellanos", "vaidyalingam"))
    services.bus.do(RecordMotion(replace(motion, body="audit", meeting=meeting.id), votes))
    counted = tally(services.record, services.record.all(Motion)[0])
    assert (counted.result, counted.base, counted.needed) == (Result.CARRIED, 3, 2)


def test_two_meetings_on_one_day_are_told_apart_by_their_hour(services: Services) -> None:
    second = ScheduleMeeting("board", MeetingKind.SPECIAL, datetime.combine(DAY, at("18:00").time()), DAY)
    services.bus.do(second)
    twins = [m for m in services.record.where(Meeting, "body", "board") if m.day == DAY]
    names = {meeting_name(services.record, meeting) for meeting in twins}
    assert names == {"Board, special meeting, 12 Nov 2026, 14:00", "Board, special meeting, 12 Nov 2026, 18:00"}
    alone = services.record.get(Meeting, "december")
    assert meeting_name(services.record, alone) == "Board, regular meeting, 3 Dec 2026"
