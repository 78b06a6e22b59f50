"""Packet templates: kept from a plan, laid on another, taken out."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.common.text import plain
from boarddesk.domain.packets import PacketTemplate
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.packet_arrange import PlanPacket, arrange, plan_packet
from boarddesk.services.meeting_checks import find_meeting, require_takes_place
from boarddesk.services.packet_parts import plan_of
from boarddesk.services.packet_templates import laid_on, template_of


@dataclass(frozen=True, slots=True)
class KeepPacketTemplate(Command):
    """The plan of a meeting's packet under a title, for its body or for every one; the same title replaces it."""

    meeting: str
    title: str
    own: bool = True

    def label(self, record: Record) -> str:
        """“Keep the packet template “Quarterly””."""
        del record
        return f"Keep the packet template “{self.title.strip()}”"


@dataclass(frozen=True, slots=True)
class UsePacketTemplate(Command):
    """Arrange a meeting's packet as a template says."""

    meeting: str
    template: str

    def label(self, record: Record) -> str:
        """“Packet plan from “Quarterly””."""
        return f"Packet plan from “{_find(record, self.template).title}”"


@dataclass(frozen=True, slots=True)
class RemovePacketTemplate(Command):
    """Take a template out; packets planned with it stay."""

    template: str

    def label(self, record: Record) -> str:
        """“Remove the packet template “Quarterly””."""
        return f"Remove the packet template “{_find(record, self.template).title}”"


def _find(record: Record, template: str) -> PacketTemplate:
    found = record.find(PacketTemplate, template)
    if found is None:
        raise UserError("There is no such template.", what_to_do="Choose one of the list.", code="no_template")
    return found


@handles(KeepPacketTemplate)
def keep_packet_template(command: KeepPacketTemplate, tx: Transaction) -> None:
    """It needs a title."""
    meeting = find_meeting(tx.record, command.meeting)
    made = template_of(tx.record, meeting, command.title, own=command.own)
    if not made.title:
        raise UserError("The template has no name.", what_to_do="Name it.", code="no_title")
    there = next((one for one in tx.record.all(PacketTemplate) if plain(one.title) == plain(made.title)), None)
    tx.put(replace(made, id=there.id if there else tx.new_id(PacketTemplate, made.title)))


@handles(UsePacketTemplate)
def use_packet_template(command: UsePacketTemplate, tx: Transaction) -> None:
    """Parts that the template does not know keep their usual place."""
    meeting, template = find_meeting(tx.record, command.meeting), _find(tx.record, command.template)
    require_takes_place(meeting)
    arrange(tx, meeting, laid_on(tx.record, meeting, template.parts))
    planned = plan_of(tx.record, meeting.id)
    made = replace(planned, sheet=template.sheet, dividers=template.dividers, watermark=template.watermark)
    plan_packet(PlanPacket(made), tx)


@handles(RemovePacketTemplate)
def remove_packet_template(command: RemovePacketTemplate, tx: Transaction) -> None:
    """Nothing else names it."""
    tx.remove(PacketTemplate, _find(tx.record, command.template).id)
