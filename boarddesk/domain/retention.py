"""What the company lets go and when, and the legal holds that keep it: worked out from the record."""

from datetime import date

from boarddesk.domain.keeping import Disposable, LegalHold
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, PresenceStamp
from boarddesk.domain.minutes import seal_of
from boarddesk.domain.motions import Motion
from boarddesk.domain.quorum import company_value
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on

RETENTION = "retention_days:"
"""How the keys of the company's retention policy begin; the value is a number of days, or “keep”."""
KEEP = "keep"


def retention_key(what: Disposable) -> str:
    """The key of the company's value for one kind of thing."""
    return f"{RETENTION}{what.value}"


def retention_days(record: Record, what: Disposable, day: date) -> int | None:
    """Days after sealing after which the policy in force on `day` lets it go; None where it is kept."""
    value = company_value(record, retention_key(what), day)
    return int(value.value) if value is not None and value.value.isdecimal() else None


def sealed_on(record: Record, meeting: str) -> date | None:
    """The day on which the minutes of a meeting were sealed; None before that."""
    seal = seal_of(record, meeting)
    return seal.sealed_at.date() if seal is not None else None


def in_force(hold: LegalHold, day: date) -> bool:
    """Whether a hold keeps things on `day`: from its placing until the day of its release."""
    return hold.placed_on <= day and (hold.released_on is None or day < hold.released_on)


def covers(record: Record, hold: LegalHold, meeting: Meeting) -> bool:
    """Whether a hold is about a meeting: its body, its day, and who took part or was talked of."""
    within = (hold.first is None or hold.first <= meeting.day) and (hold.last is None or meeting.day <= hold.last)
    body = not hold.bodies or not set(hold.bodies).isdisjoint(meeting.bodies)
    return within and body and (not hold.people or not set(hold.people).isdisjoint(concerned(record, meeting)))


def concerned(record: Record, meeting: Meeting) -> frozenset[str]:
    """Everybody a meeting concerns: members then, those stamped, guests, presenters, and the subjects of motions."""
    found = {person for body in meeting.bodies for person in members_on(record, body, meeting.day)}
    found |= {stamp.person for stamp in record.where(PresenceStamp, "meeting", meeting.id)}
    found |= {guest.person for guest in record.where(Guest, "meeting", meeting.id) if guest.person}
    found |= {item.presenter for item in record.where(AgendaItem, "meeting", meeting.id) if item.presenter}
    found |= {person for motion in record.where(Motion, "meeting", meeting.id) for person in motion.subjects}
    return frozenset(found)


def holds_on(record: Record, meeting: Meeting, day: date) -> tuple[LegalHold, ...]:
    """The holds in force on `day` that cover a meeting, the oldest first."""
    found = [hold for hold in record.all(LegalHold) if in_force(hold, day) and covers(record, hold, meeting)]
    return tuple(sorted(found, key=lambda hold: (hold.placed_on, hold.id)))
