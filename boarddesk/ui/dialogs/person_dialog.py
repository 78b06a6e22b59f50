"""Add a person, or change what is known of one."""

from typing import Any

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.people import Person
from boarddesk.services.commands.add_person import AddPerson, EditPerson
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr


class PersonDialog(RegisterDialog):
    """The name as they sign, other spellings, and how to reach them."""

    def __init__(self, services: Services, person: Person | None, parent: QWidget | None) -> None:
        question = tr("Change a person") if person else tr("Add a person")
        verb, back = (tr("Save"), tr("Leave as is")) if person else (tr("Add"), tr("Add nobody"))
        super().__init__(services, question, verb, back, parent=parent)
        self.person = person
        there = person or Person(id="new", name="")
        self.name = self.field(tr("Name as they sign"), LineField(there.name))
        self.honorific = LineField(there.honorific, optional=True, hint=tr("Ms."))
        self.surname = LineField(there.surname, optional=True, hint=tr("the last word of the name"))
        self.beside((tr("Form of address"), self.honorific), (tr("Surname, if not the last word"), self.surname))
        self.aliases = self.field(
            tr("Other spellings"),
            LineField("; ".join(there.aliases), optional=True),
            tr("As minutes or filings write the name; several are parted by semicolons."),
        )
        self.email, self.born = LineField(there.email, optional=True), DateField(there.born, optional=True)
        self.beside((tr("E-mail"), self.email), (tr("Born on, for proxy statements"), self.born))
        self.note = self.field(tr("Note"), TextField(there.note, lines=2, optional=True))

    def command(self) -> AddPerson | EditPerson:
        """Add a person, or replace the one shown."""
        fields: dict[str, Any] = {
            "name": self.name.text(),
            "honorific": self.honorific.text(),
            "surname": self.surname.text(),
            "aliases": tuple(self.aliases.text().split(";")),
            "email": self.email.text(),
            "born": self.born.date(),
            "note": self.note.value() or "",
        }
        return EditPerson(msgspec.structs.replace(self.person, **fields)) if self.person else AddPerson(**fields)

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, person: Person | None = None
    ) -> AddPerson | EditPerson | None:
        """The command the user confirmed, or None."""
        return cls(services, person, parent).asked()  # type: ignore[no-any-return]
