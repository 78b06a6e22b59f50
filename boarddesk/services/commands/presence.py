"""Stamp one member's presence: arrived, left, returned, changed how, recused, absent."""

from dataclasses import dataclass
from datetime import datetime

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.agenda_order import current_item
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_moment, require_takes_place
from boarddesk.services.presence_checks import AWAY, RECUSALS, next_order, require_member, require_sequence

DEEDS = {
    PresenceKind.PRESENT: "present",
    PresenceKind.CHANGED_MODE: "changed how they take part",
    PresenceKind.LEFT: "left",
    PresenceKind.RETURNED: "returned",
    PresenceKind.RECUSED_OUT: "recused, out of the room",
    PresenceKind.RECUSED_IN: "recused, in the room",
    PresenceKind.RECUSAL_ENDED: "takes part again",
    PresenceKind.ABSENT: "absent",
    PresenceKind.EXCUSED: "excused",
}


@dataclass(frozen=True, slots=True)
class StampPresence(Command):
    """One stamp on one member's timeline; a recusal without an item is for the one being dealt with."""

    meeting: str
    person: str
    kind: PresenceKind
    at: datetime | None = None
    mode: Mode | None = None
    item: str | None = None
    reason: str = ""

    def label(self, record: Record) -> str:
        """“Aylin Çelikbaran: left”."""
        return f"{name_of(record, self.person)}: {DEEDS[self.kind]}"


@handles(StampPresence)
def stamp_presence(command: StampPresence, tx: Transaction) -> None:
    """Refuse what cannot follow the stamps that are there; an arrival ends an absence."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    require_moment(tx.record, meeting, command.at)
    require_member(tx.record, meeting, command.person)
    if meeting.state in AHEAD and command.kind not in {PresenceKind.PRESENT, *AWAY}:
        name = name_of(tx.record, command.person)
        if not tx.record.where(PresenceStamp, "meeting", meeting.id):
            raise UserError(
                f"{name} cannot have {DEEDS[command.kind]} before the roll is taken.",
                what_to_do="Take the roll first.",
                code="no_roll",
            )
    mine = [s for s in tx.record.where(PresenceStamp, "meeting", meeting.id) if s.person == command.person]
    if command.kind not in AWAY:
        tx.remove(PresenceStamp, *(stamp.id for stamp in mine if stamp.kind in AWAY))
    item = command.item
    if item is None and command.kind in RECUSALS:
        now = current_item(tx.record, meeting)
        item = now.id if now else None
    tx.put(
        PresenceStamp(
            id=tx.new_id(PresenceStamp, f"{meeting.id}-{command.person}"),
            meeting=meeting.id,
            person=command.person,
            kind=command.kind,
            at=command.at,
            order=next_order(tx.record, meeting.id),
            mode=command.mode,
            item=item,
            reason=command.reason.strip(),
        )
    )
    require_sequence(tx.record, meeting, command.person)
