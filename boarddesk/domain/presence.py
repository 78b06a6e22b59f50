"""Presence over time: stamps become intervals, intervals answer who was there at a moment (`law.md` 0.16)."""

from datetime import datetime, timedelta

import msgspec
from msgspec.structs import replace

from boarddesk.domain.meetings import Guest, Meeting, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.record import Record

EARLIEST = datetime.min  # noqa: DTZ901 - local wall-clock time, without a zone throughout
LATEST = datetime.max  # noqa: DTZ901
INSTANT = timedelta(microseconds=1)


class Stay(msgspec.Struct, frozen=True):
    """One unbroken stretch [start, end) of presence of one person in one mode.

    Bounds at the ends of time mean that the record gives no clock time. `recused` is None, "out" or
    "in" (the room); during "out" the person is in neither quorum nor number present.
    """

    person: str
    start: datetime
    end: datetime
    mode: Mode | None
    recused: str | None = None
    item: str | None = None

    @property
    def counts(self) -> bool:
        """Whether the stretch counts for quorum and as present."""
        return self.recused != "out"

    def covers(self, moment: datetime) -> bool:
        """Whether the stretch holds at `moment`."""
        return self.start <= moment < self.end


def stamps_of(record: Record, meeting: str) -> tuple[PresenceStamp, ...]:
    """A meeting's stamps in order of time, those without a time first."""
    found = record.where(PresenceStamp, "meeting", meeting)
    return tuple(sorted(found, key=lambda stamp: (stamp.at or EARLIEST, stamp.order)))


def closing_time(meeting: Meeting) -> datetime:
    """When presence ends: at adjournment, or never where none is recorded."""
    if meeting.adjourned is not None and meeting.adjourned == meeting.called_to_order:
        # A meeting adjourned in the minute of its call to order was held in that minute.
        return meeting.adjourned + INSTANT
    return meeting.adjourned or LATEST


def stays_of(record: Record, meeting: Meeting) -> tuple[Stay, ...]:
    """Every stretch of presence at a meeting, by person in order of first stamp."""
    by_person: dict[str, list[PresenceStamp]] = {}
    for stamp in stamps_of(record, meeting.id):
        by_person.setdefault(stamp.person, []).append(stamp)
    return tuple(stay for person, stamps in by_person.items() for stay in _stays(person, stamps, closing_time(meeting)))


def _stays(person: str, stamps: list[PresenceStamp], close: datetime) -> list[Stay]:
    done: list[Stay] = []
    now: Stay | None = None

    def end_at(moment: datetime) -> None:
        if now is not None and now.start < min(moment, close):
            done.append(replace(now, end=min(moment, close)))

    for stamp in stamps:
        moment = stamp.at or EARLIEST
        match stamp.kind:
            case PresenceKind.PRESENT | PresenceKind.RETURNED:
                if now is None:
                    now = Stay(person, moment, close, stamp.mode or _last_mode(done))
            case PresenceKind.CHANGED_MODE if now is not None:
                end_at(moment)
                now = replace(now, start=moment, mode=stamp.mode)
            case PresenceKind.LEFT:
                end_at(moment)
                now = None
            case PresenceKind.RECUSED_OUT | PresenceKind.RECUSED_IN if now is not None:
                end_at(moment)
                where = "out" if stamp.kind is PresenceKind.RECUSED_OUT else "in"
                now = replace(now, start=moment, recused=where, item=stamp.item)
            case PresenceKind.RECUSAL_ENDED if now is not None:
                end_at(moment)
                now = replace(now, start=moment, recused=None, item=None)
            case _:
                pass
    end_at(close)
    if now is not None and now.start == close:
        # Arrived in the minute of adjournment, which still belongs to the meeting.
        done.append(replace(now, end=close + INSTANT))
    return done


def _last_mode(done: list[Stay]) -> Mode | None:
    return done[-1].mode if done else None


def present_at(record: Record, meeting: Meeting, moment: datetime | None) -> tuple[Stay, ...]:
    """The stretches that hold at `moment`, recused ones included; None means the call to order."""
    return tuple(stay for stay in stays_of(record, meeting) if stay.covers(moment_of(meeting, moment)))


def moment_of(meeting: Meeting, moment: datetime | None) -> datetime:
    """The moment asked for, or the call to order; the minute of adjournment still belongs to the meeting."""
    when = moment or meeting.called_to_order or meeting.starts
    begun = meeting.called_to_order or meeting.starts
    return when - INSTANT if when == meeting.adjourned and when > begun else when


def was_present(record: Record, meeting: Meeting, person: str) -> bool:
    """Whether a person was present at some time, not counting time spent out of the room."""
    return any(stay.person == person and stay.counts for stay in stays_of(record, meeting))


def attendees(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Everyone who was present at some time, in order of first stamp."""
    return tuple(dict.fromkeys(stay.person for stay in stays_of(record, meeting) if stay.counts))


def roll_taken(record: Record, meeting: Meeting) -> bool:
    """Whether anybody's presence or absence is on record."""
    return bool(record.where(PresenceStamp, "meeting", meeting.id))


def guests_of(record: Record, meeting: Meeting) -> tuple[Guest, ...]:
    """The guests of a meeting."""
    return record.where(Guest, "meeting", meeting.id)


def moments_of(record: Record, meeting: Meeting) -> tuple[datetime, ...]:
    """Every clock time at which somebody's presence changed, in order."""
    times = {stamp.at for stamp in stamps_of(record, meeting.id) if stamp.at is not None}
    return tuple(sorted(times))
