"""Arrange the packet of a meeting: its parts in order, what is in and for whom, and how the book is made."""

from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import PacketPart, PacketPlanned, PartKind
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_parts import NEW, key_of, parts_of, plan_of, title_of
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class MovePart(Command):
    """A part of the packet, named by `key_of`, at a place counted from 1; the agenda stays first."""

    meeting: str
    part: str
    position: int

    def label(self, record: Record) -> str:
        """“Move “Finance report” in the packet”."""
        return f"Move “{_named(record, self.meeting, self.part)}” in the packet"


@dataclass(frozen=True, slots=True)
class ChangePart(Command):
    """A part as it shall be: in or out, its divider, confidential, the committees whose book carries it, its title."""

    part: PacketPart

    def label(self, record: Record) -> str:
        """“Change “Finance report” in the packet”."""
        return f"Change “{_named(record, self.part.meeting, key_of(self.part))}” in the packet"


@dataclass(frozen=True, slots=True)
class PlanPacket(Command):
    """How the packet is made: size of its pages, dividers, watermark, encryption, by when it is to be out."""

    plan: PacketPlanned

    def label(self, record: Record) -> str:
        """“Packet options for Board, regular meeting, 3 Dec 2026”."""
        meeting = record.find(Meeting, self.plan.meeting)
        return f"Packet options for {meeting_name(record, meeting)}" if meeting else "Packet options"


def _named(record: Record, meeting: str, key: str) -> str:
    row = record.find(Meeting, meeting)
    part = next((one for one in parts_of(record, row) if key_of(one) == key), None) if row is not None else None
    return title_of(record, part) if part is not None else "a part"


def find_part(record: Record, meeting: Meeting, key: str) -> PacketPart:
    """The part; UserError where the packet cannot hold it any more."""
    part = next((one for one in parts_of(record, meeting) if key_of(one) == key), None)
    if part is None:
        raise UserError("That part is no longer in the plan.", what_to_do="Look at the plan anew.", code="no_part")
    return part


def arrange(tx: Transaction, meeting: Meeting, parts: Sequence[PacketPart]) -> None:
    """Keep every part at its place; rows of items that are gone go."""
    kept = {part.id for part in parts}
    gone = [row.id for row in tx.record.where(PacketPart, "meeting", meeting.id) if row.id not in kept]
    tx.remove(PacketPart, *gone)
    for place, part in enumerate(parts, start=1):
        row_id = tx.new_id(PacketPart, f"{meeting.id}-part-{place}") if part.id == NEW else part.id
        tx.put(replace(part, id=row_id, position=place))


@handles(MovePart)
def move_part(command: MovePart, tx: Transaction) -> None:
    """The others close up."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    part = find_part(tx.record, meeting, command.part)
    if part.kind is PartKind.AGENDA:
        raise UserError("The agenda stands before the tabs.", what_to_do="Leave it out, or keep it.", code="fixed")
    rest = [one for one in parts_of(tx.record, meeting) if key_of(one) != command.part]
    first = sum(one.kind is PartKind.AGENDA for one in rest)
    rest.insert(max(first, min(command.position - 1, len(rest))), part)
    arrange(tx, meeting, rest)


@handles(ChangePart)
def change_part(command: ChangePart, tx: Transaction) -> None:
    """Its place stays, and what it is a part of."""
    wanted = command.part
    meeting = find_meeting(tx.record, wanted.meeting)
    require_takes_place(meeting)
    there = find_part(tx.record, meeting, key_of(wanted))
    unknown = [body for body in wanted.bodies if tx.record.find(Committee, body) is None]
    if unknown:
        raise UserError("That committee is no longer there.", what_to_do="Choose another.", code="no_committee")
    changed = replace(
        there, title=wanted.title.strip(), included=wanted.included, divider=wanted.divider,
        confidential=wanted.confidential, bodies=tuple(sorted(set(wanted.bodies))),
    )  # fmt: skip
    arrange(tx, meeting, [changed if key_of(p) == key_of(wanted) else p for p in parts_of(tx.record, meeting)])


@handles(PlanPacket)
def plan_packet(command: PlanPacket, tx: Transaction) -> None:
    """One row a meeting."""
    meeting = find_meeting(tx.record, command.plan.meeting)
    require_takes_place(meeting)
    if command.plan.due is not None and command.plan.due > meeting.day:
        raise UserError("The packet would come after the meeting.", what_to_do="Choose an earlier day.", code="late")
    there = plan_of(tx.record, meeting.id)
    row_id = tx.new_id(PacketPlanned, f"{meeting.id}-packet") if there.id == NEW else there.id
    tx.put(replace(command.plan, id=row_id, note=command.plan.note.strip()))
