from datetime import datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.meetings import Meeting, MeetingState, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.presence import LATEST, attendees, moments_of, present_at, roll_taken, stays_of, was_present
from boarddesk.domain.record import Record

NINE = datetime(2026, 2, 12, 9)
MEETING = Meeting(id="m", body="board", starts=NINE, called_to_order=NINE, state=MeetingState.HELD,
                  adjourned=NINE + timedelta(hours=3))  # fmt: skip
MOVES = (
    PresenceKind.LEFT,
    PresenceKind.RETURNED,
    PresenceKind.RECUSED_OUT,
    PresenceKind.RECUSED_IN,
    PresenceKind.RECUSAL_ENDED,
    PresenceKind.CHANGED_MODE,
)


def minute(count: int) -> datetime:
    return NINE + timedelta(minutes=count)


def stamp(
    number: int, kind: PresenceKind, at: int | None, person: str = "ann", mode: Mode | None = None
) -> PresenceStamp:
    return PresenceStamp(id=f"s{number}-{person}", meeting="m", person=person, kind=kind, order=number, mode=mode,
                         at=None if at is None else minute(at))  # fmt: skip


def record(*stamps: PresenceStamp) -> Record:
    return Record.of([MEETING, *stamps])


def test_present_throughout_without_times() -> None:
    found = record(stamp(0, PresenceKind.PRESENT, None))
    assert attendees(found, MEETING) == ("ann",)
    assert present_at(found, MEETING, None)[0].person == "ann"
    assert present_at(found, MEETING, minute(179))


def test_left_and_returned() -> None:
    stamps = [
        stamp(0, PresenceKind.PRESENT, 0, mode=Mode.ROOM),
        stamp(1, PresenceKind.LEFT, 30),
        stamp(2, PresenceKind.RETURNED, 60),
    ]
    found = record(*stamps)
    there = [bool(present_at(found, MEETING, minute(m))) for m in (0, 29, 30, 59, 60)]
    assert there == [True, True, False, False, True]
    assert {stay.mode for stay in stays_of(found, MEETING)} == {Mode.ROOM}
    assert moments_of(found, MEETING) == (minute(0), minute(30), minute(60))


def test_out_of_the_room_counts_in_nothing_and_in_the_room_counts() -> None:
    out = record(
        stamp(0, PresenceKind.PRESENT, 0),
        stamp(1, PresenceKind.RECUSED_OUT, 10),
        stamp(2, PresenceKind.RECUSAL_ENDED, 20),
    )
    assert [stay.counts for stay in stays_of(out, MEETING)] == [True, False, True]
    kept = record(stamp(0, PresenceKind.PRESENT, 0), stamp(1, PresenceKind.RECUSED_IN, 10))
    assert all(stay.counts for stay in stays_of(kept, MEETING))
    whole = record(stamp(0, PresenceKind.PRESENT, None), stamp(1, PresenceKind.RECUSED_OUT, None))
    assert not was_present(whole, MEETING, "ann")


def test_absent_is_a_roll_but_no_presence() -> None:
    found = record(stamp(0, PresenceKind.ABSENT, None))
    assert roll_taken(found, MEETING)
    assert not attendees(found, MEETING)
    assert not roll_taken(record(), MEETING)


def test_the_minute_of_adjournment_belongs_to_the_meeting() -> None:
    found = record(stamp(0, PresenceKind.PRESENT, 0))
    assert present_at(found, MEETING, minute(180))
    assert not present_at(found, MEETING, minute(181))


@given(st.lists(st.tuples(st.sampled_from(MOVES), st.integers(1, 170)), max_size=8), st.integers(0, 179))
def test_stays_agree_with_walking_the_stamps(moves: list[tuple[PresenceKind, int]], when: int) -> None:
    moves = sorted(moves, key=lambda move: move[1])
    stamps = [stamp(0, PresenceKind.PRESENT, 0), *(stamp(n + 1, kind, at) for n, (kind, at) in enumerate(moves))]
    inside, recused = True, ""
    for kind, at in moves:
        if at > when:
            break
        if kind is PresenceKind.LEFT:
            inside, recused = False, ""
        elif kind is PresenceKind.RETURNED and not inside:
            inside, recused = True, ""
        elif inside and kind is PresenceKind.RECUSED_OUT:
            recused = "out"
        elif inside and kind is PresenceKind.RECUSED_IN:
            recused = "in"
        elif kind is PresenceKind.RECUSAL_ENDED:
            recused = ""
    found = record(*stamps)
    here = present_at(found, MEETING, minute(when))
    assert bool(here) is inside
    assert all((stay.recused or "") == recused for stay in here)
    stays = stays_of(found, MEETING)
    assert all(stay.start < stay.end <= min(LATEST, minute(180)) for stay in stays)
    assert all(a.end <= b.start for a, b in pairwise(stays))
