"""The sample's meetings hang together: who was there, who voted, in which order of time."""

from boarddesk.domain.clashes import clashes
from boarddesk.domain.committees import CommitteeChair
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.meetings import (
    AHEAD,
    BEGUN,
    BOARD,
    FIXED_BODIES,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    Guest,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    PresenceStamp,
)
from boarddesk.domain.motions import Choice, Motion, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.people import Person
from boarddesk.domain.presence import attendees, present_at
from boarddesk.domain.quorum import quorum_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, directors_on, members_on
from boarddesk.domain.votes import tally, votes_of

CAST = {Choice.FOR, Choice.AGAINST, Choice.ABSTAIN}
WITHOUT_QUORUM = "2025-09"


def held(record: Record) -> list[Meeting]:
    """The meetings that were held and are on record whole; of one in 2004 only the resolutions were taken over."""
    return [meeting for meeting in record.all(Meeting) if meeting.state is MeetingState.HELD and not meeting.source]


def put(record: Record) -> list[tuple[Motion, Meeting]]:
    """Motions of meetings that were held, with the meeting."""
    meetings = {meeting.id: meeting for meeting in held(record)}
    return [(motion, meetings[motion.meeting]) for motion in record.all(Motion) if motion.meeting in meetings]


def agenda(record: Record, meeting: Meeting) -> list[AgendaItem]:
    return sorted(record.where(AgendaItem, "meeting", meeting.id), key=lambda item: item.position)


def test_only_members_are_on_the_roll_and_all_are(record: Record) -> None:
    for meeting in held(record):
        roll = {stamp.person for stamp in record.where(PresenceStamp, "meeting", meeting.id)}
        members = set(members_on(record, meeting.body, meeting.day))
        assert roll <= members, meeting.id
        assert members - roll <= ({"ellerbrook"} if meeting.body == INDEPENDENT else set()), meeting.id


def test_every_vote_is_cast_by_a_member_who_is_present(record: Record) -> None:
    for motion, meeting in put(record):
        there = {stay.person: stay for stay in present_at(record, meeting, motion.at)}
        for vote in votes_of(record, motion.id):
            stay = there.get(vote.person)
            if vote.choice in CAST:
                assert stay is not None, vote.id
                assert stay.recused is None, vote.id
            elif vote.choice is Choice.RECUSED:
                assert stay is not None, vote.id
                assert stay.recused, vote.id
            else:
                assert stay is None, vote.id


def test_everybody_present_votes_or_is_recused(record: Record) -> None:
    for motion, meeting in put(record):
        if motion.vote_method is VoteMethod.BY_NAME:
            voted = {vote.person for vote in votes_of(record, motion.id)}
            there = {stay.person for stay in present_at(record, meeting, motion.at)}
            assert there - voted <= ({"ellerbrook"} if meeting.body == INDEPENDENT else set()), motion.id


def test_every_motion_at_a_meeting_carried_with_a_quorum_but_one(record: Record) -> None:
    odd = [motion.id for motion, _meeting in put(record) if tally(record, motion).computed is not Result.CARRIED]
    assert odd == [WITHOUT_QUORUM]


def test_movers_and_seconders_are_present_and_differ(record: Record) -> None:
    for motion, meeting in put(record):
        if meeting.body == STOCKHOLDERS:
            continue
        there = {stay.person for stay in present_at(record, meeting, motion.at)}
        assert {motion.mover, *motion.seconders} <= there, motion.id
        assert motion.mover not in motion.seconders, motion.id


def test_items_and_motions_follow_the_clock(record: Record) -> None:
    for meeting in held(record):
        items = agenda(record, meeting)
        assert [item.position for item in items] == list(range(1, len(items) + 1))
        times = [time for item in items for time in (item.started, item.ended)]
        assert times == sorted(times), meeting.id
        assert meeting.called_to_order <= times[0], meeting.id
        assert times[-1] <= meeting.adjourned, meeting.id
        for motion in record.where(Motion, "meeting", meeting.id):
            item = record.get(AgendaItem, motion.item)
            assert item.started <= motion.at <= item.ended, motion.id


def test_every_held_meeting_opens_with_a_roll_and_closes(record: Record) -> None:
    for meeting in held(record):
        kinds = [item.type for item in agenda(record, meeting)]
        assert kinds[0] is ItemType.CALL_TO_ORDER, meeting.id
        assert kinds[-1] is ItemType.ADJOURNMENT, meeting.id
        assert meeting.presiding in attendees(record, meeting), meeting.id


def test_a_session_follows_its_board_meeting_and_is_no_meeting_of_it(record: Record) -> None:
    sessions = record.where(Meeting, "body", INDEPENDENT)
    for session in sessions:
        parent = record.get(Meeting, session.parent)
        assert (parent.body, parent.kind, session.kind) == (BOARD, MeetingKind.REGULAR, MeetingKind.SESSION)
        assert session.starts >= (parent.adjourned or parent.ends), session.id
    assert len({session.number for session in sessions}) == len(sessions)


def test_minutes_are_approved_by_the_same_body_at_a_later_meeting(record: Record) -> None:
    approvals = record.where(Motion, "kind", MotionKind.APPROVE_MINUTES)
    assert len(approvals) > 50
    for motion in approvals:
        prior, later = record.get(Meeting, motion.approves_minutes_of), record.get(Meeting, motion.meeting)
        assert (prior.body, prior.starts < later.starts) == (later.body, True), motion.id
        assert prior.minutes_circulated_on is not None, motion.id
        assert prior.minutes_circulated_on <= later.day, motion.id


def test_guests_are_no_members_and_attend_items_of_that_meeting(record: Record) -> None:
    for guest in record.all(Guest):
        meeting = record.get(Meeting, guest.meeting)
        assert guest.person not in members_on(record, meeting.body, meeting.day), guest.id
        assert {record.get(AgendaItem, item).meeting for item in guest.items} <= {meeting.id}, guest.id
        person = record.find(Person, guest.person)
        assert person is None or person.name == guest.name, guest.id


def test_committee_members_are_directors_and_chairs_are_members(record: Record) -> None:
    for meeting in (m for m in held(record) if m.body not in FIXED_BODIES):
        chairs = {row.person for row in record.where(CommitteeChair, "committee", meeting.body)}
        members = set(members_on(record, meeting.body, meeting.day))
        assert chairs & members, meeting.id
        assert members <= set(directors_on(record, meeting.day)), meeting.id


def test_committees_work_with_a_quorum(record: Record) -> None:
    for meeting in held(record):
        quorum = quorum_at(record, meeting)
        assert quorum.met is not False or meeting.id == "2025-06-17-board", (
            meeting.id,
            body_name(record, meeting.body),
        )


def test_nobody_is_in_two_places_at_once(record: Record) -> None:
    begun = [meeting for meeting in record.all(Meeting) if meeting.state in BEGUN | AHEAD]
    assert clashes(record, begun) == ()


def test_elections_say_what_the_minutes_say(record: Record) -> None:
    for election in record.all(Election):
        opening, ballot = agenda(record, record.get(Meeting, election.meeting))[:2]
        assert f"{election.shares_present:,} of {election.shares_outstanding:,} shares" in opening.text
        nominees = record.where(Nominee, "election", election.id)
        assert len(nominees) == election.seats
        for nominee in nominees:
            assert record.get(Person, nominee.person).name in ballot.text
            shares = (nominee.shares_for, nominee.withheld, nominee.broker_non_votes)
            assert sum(filter(None, shares)) == election.shares_present


def test_no_vote_is_left_without_its_motion_being_by_name(record: Record) -> None:
    assert {record.get(Motion, vote.motion).vote_method for vote in record.all(Vote)} == {VoteMethod.BY_NAME}
