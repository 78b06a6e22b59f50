"""Begin an agenda from a template."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import lay_items
from boarddesk.services.agenda_order import items_of
from boarddesk.services.agenda_templates import filled, templates_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, require_takes_place


@dataclass(frozen=True, slots=True)
class UseAgendaTemplate(Command):
    """Add the items of a template to those that are there, and the minutes that wait for approval."""

    meeting: str
    template: str

    def label(self, record: Record) -> str:
        """“Agenda from “Regular board meeting””."""
        found = templates_of(record).get(self.template)
        return f"Agenda from “{found.name if found else self.template}”"


@handles(UseAgendaTemplate)
def use_agenda_template(command: UseAgendaTemplate, tx: Transaction) -> None:
    """One step for all of its items."""
    meeting = find_meeting(tx.record, command.meeting)
    require_takes_place(meeting)
    if command.template not in templates_of(tx.record):
        raise UserError("There is no such template.", what_to_do="Choose one of the list.", code="no_template")
    first = len(items_of(tx.record, meeting.id)) + 1
    rows = filled(tx.record, meeting, command.template)
    lay_items(tx, meeting, with_ids(tx, meeting.id, rows, first))


def with_ids(tx: Transaction, meeting: str, rows: tuple[AgendaItem, ...], first: int) -> list[AgendaItem]:
    """New items with ids of their own, counted on from `first`."""
    taken: set[str] = set()
    found = []
    for row in rows:
        wish = tx.new_id(AgendaItem, f"{meeting}-{first}")
        while wish in taken:
            first += 1
            wish = tx.new_id(AgendaItem, f"{meeting}-{first}")
        taken.add(wish)
        found.append(replace(row, id=wish))
        first += 1
    return found
