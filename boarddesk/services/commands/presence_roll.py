"""Take the roll: several members' presence or absence in one step."""

from dataclasses import dataclass
from datetime import datetime

from boarddesk.domain.meetings import Mode, PresenceKind, PresenceStamp
from boarddesk.domain.presence import present_at
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_moment, require_takes_place
from boarddesk.services.presence_checks import AWAY, next_order, require_member, require_sequence


@dataclass(frozen=True, slots=True)
class RollEntry:
    """One member as found by the roll: present in some way, absent or excused."""

    person: str
    kind: PresenceKind = PresenceKind.PRESENT
    mode: Mode | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class TakeRoll(Command):
    """Everybody's presence at `at`; without a time, present means throughout, times not recorded."""

    meeting: str
    entries: tuple[RollEntry, ...]
    at: datetime | None = None

    def label(self, record: Record) -> str:
        """The deed in words."""
        del record
        return "Take the roll"


@handles(TakeRoll)
def take_roll(command: TakeRoll, tx: Transaction) -> None:
    """Those who are on record as present already are left as they are."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    require_moment(tx.record, meeting, command.at)
    here = {stay.person for stay in present_at(tx.record, meeting, command.at)}
    order = next_order(tx.record, meeting.id)
    for place, entry in enumerate(command.entries):
        if entry.person in here and entry.kind is PresenceKind.PRESENT:
            continue
        require_member(tx.record, meeting, entry.person)
        mine = [s for s in tx.record.where(PresenceStamp, "meeting", meeting.id) if s.person == entry.person]
        tx.remove(PresenceStamp, *(stamp.id for stamp in mine if stamp.kind in AWAY))
        tx.put(
            PresenceStamp(
                id=tx.new_id(PresenceStamp, f"{meeting.id}-{entry.person}"),
                meeting=meeting.id,
                person=entry.person,
                kind=entry.kind,
                at=None if entry.kind in AWAY else command.at,
                order=order + place,
                mode=entry.mode,
                reason=entry.reason.strip(),
            )
        )
        require_sequence(tx.record, meeting, entry.person)
