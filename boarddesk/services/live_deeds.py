"""What a key pressed for a person means: the stamp that follows from where they are now."""

from datetime import datetime

from boarddesk.domain.meetings import Mode, PresenceKind
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.record import Record
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.live_people import LivePerson


def mode_stamp(meeting: str, person: LivePerson, mode: Mode, at: datetime) -> StampPresence | None:
    """Someone takes part in a mode: arrives, returns, comes back from a recusal or changes over; None if so already."""
    if person.group == mode.value:
        return None
    if person.group == "left":
        return StampPresence(meeting, person.person, PresenceKind.RETURNED, at, mode)
    if person.group in {"expected", "absent"}:
        return StampPresence(meeting, person.person, PresenceKind.PRESENT, at, mode)
    if person.group in {"recused_in", "recused_out"}:
        return StampPresence(meeting, person.person, PresenceKind.RECUSAL_ENDED, at)
    return StampPresence(meeting, person.person, PresenceKind.CHANGED_MODE, at, mode)


def leave_stamp(meeting: str, person: LivePerson, at: datetime, *, begun: bool) -> StampPresence | None:
    """Someone leaves; before the meeting has begun, someone not there is absent. None where neither can be."""
    if person.here:
        return StampPresence(meeting, person.person, PresenceKind.LEFT, at)
    if person.group == "expected" or (not begun and person.group != "absent"):
        return StampPresence(meeting, person.person, PresenceKind.ABSENT)
    return None


def recusal_stamp(
    meeting: str, person: LivePerson, at: datetime, *, out: bool, reason: str = "", item: str | None = None
) -> StampPresence:
    """Someone is recused for an item, out of the room or in it."""
    kind = PresenceKind.RECUSED_OUT if out else PresenceKind.RECUSED_IN
    return StampPresence(meeting, person.person, kind, at, None, item, reason)


def back_stamp(record: Record, meeting: str, person: LivePerson, at: datetime) -> StampPresence | None:
    """Someone is back, in the way they took part before: after leaving, a recusal, or an absence noted too early."""
    if person.group in {"recused_in", "recused_out"}:
        return recusal_end(meeting, person, at)
    if person.group not in {"left", "absent"}:
        return None
    modes = [stamp.mode for stamp in stamps_of(record, meeting) if stamp.person == person.person and stamp.mode]
    return mode_stamp(meeting, person, modes[-1] if modes else Mode.ROOM, at)


def recusal_end(meeting: str, person: LivePerson, at: datetime) -> StampPresence:
    """Someone takes part again."""
    return StampPresence(meeting, person.person, PresenceKind.RECUSAL_ENDED, at)
