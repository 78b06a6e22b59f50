"""Begin an agenda from a template."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.agenda_templates import filled, templates
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place


@dataclass(frozen=True, slots=True)
class UseAgendaTemplate(Command):
    """Add the items of a template behind those that are there."""

    meeting: str
    template: str

    def label(self, record: Record) -> str:
        """“Agenda from “Regular board meeting””."""
        del record
        found = templates().get(self.template)
        return f"Agenda from “{found.name if found else self.template}”"


@handles(UseAgendaTemplate)
def use_agenda_template(command: UseAgendaTemplate, tx: Transaction) -> None:
    """One step for all of its items."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    if command.template not in templates():
        raise UserError("There is no such template.", what_to_do="Choose one of the list.", code="no_template")
    first = len(items_of(tx.record, meeting.id)) + 1
    for item in filled(tx.record, meeting, command.template, first):
        tx.put(replace(item, id=tx.new_id(AgendaItem, f"{meeting.id}-{item.position}")))
