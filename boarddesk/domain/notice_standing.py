"""Where each person stands with the notice of one meeting: given in time, waived, attended, or none of these (§229)."""

from datetime import datetime, time
from enum import StrEnum

import msgspec

from boarddesk.domain.meetings import BEGUN, Meeting
from boarddesk.domain.notices import Notice, NoticeKind
from boarddesk.domain.presence import attendees
from boarddesk.domain.quorum import members_at
from boarddesk.domain.record import Record

TOLD = frozenset({NoticeKind.GIVEN, NoticeKind.UPDATED})
_ORDER = (NoticeKind.GIVEN, NoticeKind.UPDATED, NoticeKind.FAILED, NoticeKind.WAIVED, NoticeKind.OBJECTED,
          NoticeKind.CANCELLED)  # fmt: skip


class Standing(StrEnum):
    """What stands for a person; `given` is notice whose period, or hour, is not on record."""

    IN_TIME = "in_time"
    WAIVED = "waived"
    ATTENDED = "attended"
    GIVEN = "given"
    LATE = "late"
    OBJECTED = "objected"
    FAILED = "failed"
    NONE = "none"


SETTLED = frozenset({Standing.IN_TIME, Standing.WAIVED, Standing.ATTENDED})
"""What makes the meeting lawful as far as the notice to one person goes."""


class Noticed(msgspec.Struct, frozen=True):
    """One person's notice of one meeting; `given_at` is the earliest notice that still stands."""

    person: str
    standing: Standing
    rows: tuple[Notice, ...] = ()
    given_at: datetime | None = None
    waiver: Notice | None = None

    def of(self, *kinds: NoticeKind) -> tuple[Notice, ...]:
        """The lines of some kinds, in order of time."""
        return tuple(row for row in self.rows if row.kind in kinds)


def in_order(rows: tuple[Notice, ...]) -> tuple[Notice, ...]:
    """Lines of the log by time; at one time what was sent comes before what came of it."""
    return tuple(sorted(rows, key=lambda row: (row.at, _ORDER.index(row.kind), row.id)))


def current(meeting: Meeting, row: Notice) -> bool:
    """Whether a line is about the meeting as it is called now, and not about a time from which it was moved."""
    return row.told is None or row.told == meeting.starts


def to_be_noticed(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """Whose notice is logged one by one: the members of every body that sits, and whoever else has a line."""
    others = (row.person for row in record.where(Notice, "meeting", meeting.id))
    return tuple(dict.fromkeys((*members_at(record, meeting), *others)))


def noticed_members(record: Record, meeting: Meeting, deadline: datetime | None, *, asked: bool = True) -> tuple[
    Noticed, ...
]:  # fmt: skip
    """Every member with the notice given; `asked` is False where the bylaws ask for none."""
    by_person: dict[str, list[Notice]] = {}
    for row in in_order(record.where(Notice, "meeting", meeting.id)):
        by_person.setdefault(row.person, []).append(row)
    logged = any(row.kind in TOLD and current(meeting, row) for rows in by_person.values() for row in rows)
    there = frozenset(attendees(record, meeting)) if meeting.state in BEGUN else frozenset[str]()
    return tuple(
        _noticed(meeting, person, tuple(by_person.get(person, ())), deadline, there, logged=logged, asked=asked)
        for person in to_be_noticed(record, meeting)
    )


def _noticed(
    meeting: Meeting,
    person: str,
    rows: tuple[Notice, ...],
    deadline: datetime | None,
    there: frozenset[str],
    *,
    logged: bool,
    asked: bool,
) -> Noticed:
    own = [row for row in rows if current(meeting, row)]
    sent = _standing_notices(own)
    given = sent[0].at if sent else None
    waiver = next((row for row in own if row.kind is NoticeKind.WAIVED), None)
    objected = any(row.kind is NoticeKind.OBJECTED for row in own)
    if waiver is not None or meeting.notice_waived:
        standing = Standing.WAIVED
    elif given is not None:
        standing = _in_time(given, deadline, asked=asked)
    elif not logged and meeting.notice_on is not None:
        standing = _by_day(meeting, deadline, asked=asked)
    elif not asked:
        standing = Standing.IN_TIME
    else:
        failed = any(row.kind is NoticeKind.FAILED for row in own)
        standing = Standing.FAILED if failed else Standing.NONE
    if standing not in SETTLED:
        standing = Standing.OBJECTED if objected else Standing.ATTENDED if person in there else standing
    return Noticed(person, standing, rows, given, waiver)


def _standing_notices(rows: list[Notice]) -> list[Notice]:
    """The notices that no failure notice took back: one of an address takes those sent there, else the last sent."""
    sent: list[Notice] = []
    for row in rows:
        if row.kind in TOLD:
            sent.append(row)
        elif row.kind is NoticeKind.FAILED and sent:
            there = [one for one in sent if row.address and one.address == row.address] or sent[-1:]
            sent = [one for one in sent if one not in there]
    return sent


def _in_time(given: datetime, deadline: datetime | None, *, asked: bool) -> Standing:
    if not asked:
        return Standing.IN_TIME
    if deadline is None:
        return Standing.GIVEN
    return Standing.IN_TIME if given <= deadline else Standing.LATE


def _by_day(meeting: Meeting, deadline: datetime | None, *, asked: bool) -> Standing:
    """Notice of which only the day is on record: its hour may decide."""
    day = meeting.notice_on
    if day is None:
        return Standing.NONE
    last, first = datetime.combine(day, time(23, 59)), datetime.combine(day, time.min)
    if not asked or (deadline is not None and last <= deadline):
        return Standing.IN_TIME
    return Standing.GIVEN if deadline is None or first <= deadline else Standing.LATE
