"""Whether one person's stamps can follow each other, and who may be stamped at all."""

from collections.abc import Sequence

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.quorum import members_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.words import clock_time, short_day

AWAY = frozenset({PresenceKind.ABSENT, PresenceKind.EXCUSED})
RECUSALS = frozenset({PresenceKind.RECUSED_OUT, PresenceKind.RECUSED_IN})


def require_member(record: Record, meeting: Meeting, person: str) -> None:
    """Refuse a stamp for someone who does not belong to the body on the day."""
    if person not in members_at(record, meeting):
        raise UserError(
            f"{name_of(record, person)} is not a member of this body on {short_day(meeting.day)}.",
            what_to_do="Add them as a guest.",
            code="not_member",
        )


def require_sequence(record: Record, meeting: Meeting, person: str) -> None:
    """Refuse stamps of one person that cannot follow each other, such as leaving before arriving."""
    stamps = [stamp for stamp in stamps_of(record, meeting.id) if stamp.person == person]
    fault = sequence_fault(name_of(record, person), stamps)
    if fault:
        raise UserError(fault, what_to_do="Correct the time, or remove the other entry first.", code="sequence")


def sequence_fault(name: str, stamps: Sequence[PresenceStamp]) -> str:
    """The first thing that cannot be so in one person's stamps, in order of time; empty where nothing is."""
    present, recused, mode = False, False, None
    for stamp in stamps:
        when = f" at {clock_time(stamp.at)}" if stamp.at else ""
        match stamp.kind:
            case PresenceKind.PRESENT | PresenceKind.RETURNED:
                if present:
                    return f"{name} is present already{when}."
                if stamp.kind is PresenceKind.RETURNED and stamp is stamps[0]:
                    return f"{name} cannot return{when} without having been there before."
                present, recused, mode = True, False, stamp.mode
            case PresenceKind.CHANGED_MODE:
                if not present:
                    return f"{name} is not present{when}."
                if stamp.mode is mode:
                    return f"{name} takes part in that way already{when}."
                mode = stamp.mode
            case PresenceKind.LEFT:
                if not present:
                    return f"{name} cannot leave{when}: no presence is on record then."
                present = recused = False
            case PresenceKind.RECUSED_OUT | PresenceKind.RECUSED_IN:
                if not present or recused:
                    return f"{name} {'is recused already' if recused else 'is not present'}{when}."
                recused = True
            case PresenceKind.RECUSAL_ENDED:
                if not recused:
                    return f"{name} is not recused{when}."
                recused = False
            case _:
                if len(stamps) > 1:
                    return f"{name} cannot be both absent and present."
    return ""


def next_order(record: Record, meeting: str) -> int:
    """The place of a new stamp among those of the same moment: the last."""
    return max((stamp.order for stamp in stamps_of(record, meeting)), default=0) + 1
