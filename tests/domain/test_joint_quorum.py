"""Joint meetings: quorum, attendance and votes of each body, against a count by brute force."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.attendance import AttendanceBook
from boarddesk.domain.checks import impossible
from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.meetings import Meeting, MeetingState, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Choice, Motion, Result, Vote, VoteMethod
from boarddesk.domain.people import Appointment, BoardSize, Person
from boarddesk.domain.quorum import lost_at, members_at, quorum_at, quorum_over_time
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.votes import tally

DAY = date(2026, 11, 12)
OPENED = datetime(2026, 11, 12, 9, 0)
BOARD = tuple(f"d{number}" for number in range(7))
AUDIT = ("d0", "d1", "d2", "x0", "x1")
"""Three directors, and two who sit on the committee alone."""
PEOPLE = (*BOARD, "x0", "x1")
ARRIVING = (PresenceKind.PRESENT, PresenceKind.RETURNED)


def rows(joint: tuple[str, ...] = ("audit",), size: int = 8) -> list[Row]:
    since = date(2020, 1, 1)
    made: list[Row] = [Person(id=person, name=person) for person in PEOPLE]
    made += [Appointment(id=f"a-{p}", person=p, class_="I", start=since, term_ends_year=2027) for p in BOARD]
    made += [
        BoardSize(id="size", size=size, effective_from=since),
        Committee(id="audit", name="Audit Committee", start=since),
    ]
    made += [CommitteeSeat(id=f"s-{p}", committee="audit", person=p, start=since) for p in AUDIT]
    made.append(
        Meeting(id="m", body="board", joint_with=joint, starts=OPENED, called_to_order=OPENED, state=MeetingState.HELD)
    )
    return made


@st.composite
def courses(draw: st.DrawFn) -> list[PresenceStamp]:
    """Any lawful course of presence: each person arrives, leaves, is recused and comes back in some order."""
    stamps: list[PresenceStamp] = []
    for person in draw(st.lists(st.sampled_from(PEOPLE), unique=True, min_size=1)):
        minute, here, recused = 0, False, False
        for _step in range(draw(st.integers(1, 5))):
            if not here:
                kind = PresenceKind.RETURNED if minute else PresenceKind.PRESENT
                here = True
            elif recused:
                kind, recused = PresenceKind.RECUSAL_ENDED, False
            else:
                kind = draw(st.sampled_from([PresenceKind.LEFT, PresenceKind.RECUSED_OUT, PresenceKind.RECUSED_IN]))
                here, recused = kind is not PresenceKind.LEFT, kind is not PresenceKind.LEFT
            at = OPENED + timedelta(minutes=minute)
            number = f"{person}-{minute}"
            stamps.append(PresenceStamp(id=number, meeting="m", person=person, kind=kind, at=at, order=len(stamps)))
            minute += draw(st.integers(1, 9))
    return stamps


def counted(stamps: list[PresenceStamp], members: tuple[str, ...], moment: datetime) -> set[str]:
    """Who of the members counts at a moment: each one's stamps walked through one by one."""
    found = set()
    for person in members:
        here = out = False
        for stamp in sorted((s for s in stamps if s.person == person and s.at <= moment), key=lambda s: s.at):
            if stamp.kind in ARRIVING:
                here, out = True, False
            elif stamp.kind is PresenceKind.LEFT:
                here = out = False
            elif stamp.kind is PresenceKind.RECUSED_OUT:
                out = True
            elif stamp.kind is PresenceKind.RECUSAL_ENDED:
                out = False
        if here and not out:
            found.add(person)
    return found


@given(courses())
def test_each_body_has_its_own_quorum_at_every_minute(stamps: list[PresenceStamp]) -> None:
    record = Record.of([*rows(), *stamps])
    meeting = record.get(Meeting, "m")
    for minute in range(50):
        moment = OPENED + timedelta(minutes=minute)
        for body, members, needed in (("board", BOARD, 5), ("audit", AUDIT, 3)):
            quorum = quorum_at(record, meeting, moment, body)
            here = counted(stamps, members, moment)
            assert set(quorum.present) == here
            assert (quorum.needed, quorum.met) == (needed, len(here) >= needed)
    assert quorum_at(record, meeting, OPENED) == quorum_at(record, meeting, OPENED, "board")


@given(courses())
def test_a_quorum_is_lost_where_the_count_falls_below_it(stamps: list[PresenceStamp]) -> None:
    record = Record.of([*rows(), *stamps])
    meeting = record.get(Meeting, "m")
    for body, members, needed in (("board", BOARD, 5), ("audit", AUDIT, 3)):
        enough, lost = len(counted(stamps, members, OPENED)) >= needed, []
        for moment, _quorum in quorum_over_time(record, meeting, body):
            now = len(counted(stamps, members, moment)) >= needed
            if enough and not now and moment > OPENED:
                lost.append(moment)
            enough = now
        assert lost_at(record, meeting, body) == tuple(lost)


def test_the_roll_has_the_members_of_each_once() -> None:
    record = Record.of(rows())
    assert members_at(record, record.get(Meeting, "m")) == PEOPLE


def test_a_motion_is_counted_by_its_own_body() -> None:
    here = ("d0", "d1", "d2", "d3", "x0")
    stamps = [PresenceStamp(id=p, meeting="m", person=p, kind=PresenceKind.PRESENT, at=OPENED) for p in here]
    at = OPENED + timedelta(minutes=5)
    motions = [
        Motion(id="b", body="board", meeting="m", text="t", at=at, vote_method=VoteMethod.BY_NAME),
        Motion(id="a", body="audit", meeting="m", text="t", at=at, vote_method=VoteMethod.BY_NAME),
    ]
    votes = [Vote(id=f"b-{p}", motion="b", person=p, choice=Choice.FOR) for p in here[:4]]
    votes += [Vote(id=f"a-{p}", motion="a", person=p, choice=Choice.FOR) for p in ("d0", "d1", "x0")]
    record = Record.of([*rows(), *stamps, *motions, *votes])
    of_board, of_audit = (tally(record, record.get(Motion, motion)) for motion in ("b", "a"))
    assert (of_board.result, of_board.reason) == (Result.NO_ACTION, "There was no quorum.")
    assert (of_audit.result, of_audit.votes_for, of_audit.base, of_audit.needed) == (Result.CARRIED, 3, 4, 3)
    assert not list(impossible(record))


def test_a_motion_of_a_body_that_does_not_sit_is_impossible() -> None:
    record = Record.of([*rows(joint=()), Motion(id="a", body="audit", meeting="m", text="t")])
    assert any("names" in fault.what for fault in impossible(record))


@pytest.mark.parametrize("joint", [("audit", "audit"), ("board",), ("nobody",)])
def test_a_joint_meeting_names_each_other_body_once(joint: tuple[str, ...]) -> None:
    record = Record.of(rows(joint=joint))
    assert any("joint meeting" in fault.what for fault in impossible(record))


def test_whoever_serves_on_both_is_counted_in_both() -> None:
    stamps = [PresenceStamp(id=p, meeting="m", person=p, kind=PresenceKind.PRESENT, at=OPENED) for p in ("d0", "d5")]
    book = AttendanceBook(Record.of([*rows(), *stamps]), date(2026, 12, 31))
    both, one, away = (book.of(person, 2026) for person in ("d0", "d5", "d1"))
    assert both is not None
    assert one is not None
    assert away is not None
    assert both.body_counts() == {"board": (1, 1), "audit": (1, 1)}
    assert one.body_counts() == {"board": (1, 1)}
    assert (away.held, len(away.missed)) == (2, 2)
