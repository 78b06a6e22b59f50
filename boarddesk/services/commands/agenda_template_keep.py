"""The company's own agenda templates: kept from an agenda or written, changed, taken out."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.common.text import slug
from boarddesk.domain.keeping import Wording
from boarddesk.domain.record import Record
from boarddesk.services.agenda_templates import OWN, AgendaTemplate, templates_of, written
from boarddesk.services.bus import Command, Transaction, handles


@dataclass(frozen=True, slots=True)
class KeepTemplate(Command):
    """A template under its short name; without one it is a new one, named after its title."""

    template: AgendaTemplate
    key: str = ""

    def label(self, record: Record) -> str:
        """“Keep the agenda template “Quarterly board meeting””."""
        del record
        return f"Keep the agenda template “{self.template.name.strip()}”"


@handles(KeepTemplate)
def keep_template(command: KeepTemplate, tx: Transaction) -> None:
    """It needs a name and at least one item; a shipped one is left as it is, and the company's takes its place."""
    name = " ".join(command.template.name.split())
    if not name:
        raise UserError("The template has no name.", what_to_do="Name it.", code="no_title")
    if not command.template.items:
        raise UserError("The template has no items.", what_to_do="Add the first one.", code="no_items")
    if any(not item.title.strip() for item in command.template.items):
        raise UserError("An item of the template has no title.", what_to_do="Say what it is about.", code="no_title")
    key = command.key or _free(tx.record, slug(name).replace("-", "_"))
    there = next((row for row in tx.record.all(Wording) if row.key == OWN + key), None)
    row_id = there.id if there is not None else tx.new_id(Wording, f"{OWN}{key}".replace("_", "-"))
    tx.put(Wording(id=row_id, key=OWN + key, title=name, text=written(command.template)))


def _free(record: Record, wish: str) -> str:
    """A short name that no template has yet."""
    taken, key, number = templates_of(record), wish or "template", 2
    while key in taken:
        key, number = f"{wish}_{number}", number + 1
    return key


@dataclass(frozen=True, slots=True)
class RemoveTemplate(Command):
    """Take one of the company's own templates out; where it stood for a shipped one, that one is back."""

    key: str

    def label(self, record: Record) -> str:
        """“Remove the agenda template “Quarterly board meeting””."""
        found = templates_of(record).get(self.key)
        return f"Remove the agenda template “{found.name if found else self.key}”"


@handles(RemoveTemplate)
def remove_template(command: RemoveTemplate, tx: Transaction) -> None:
    """Agendas begun with it stay as they are."""
    rows = [row for row in tx.record.all(Wording) if row.key == OWN + command.key]
    if not rows:
        raise UserError("That template ships with the program.", what_to_do="Change it, or leave it.", code="shipped")
    tx.remove(Wording, *(row.id for row in rows))
