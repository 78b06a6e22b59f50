"""Which two versions a redline compares, and whether the whole text is wanted."""

from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.documents import Document
from boarddesk.services.redlines import RedlineRequest, document_choices, file_key, first_choice
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.documents.words import tr
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.theme import Theme

WIDTH = 560


class RedlineDialog(FormDialog):
    """The versions of the document chosen come first; either side may also be a file from outside."""

    def __init__(self, services: Services, document: Document | None, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Compare two versions"), tr("Make the redline"), tr("Make none"),
            says=tr("By their words: what was put in is underlined, what was struck out is struck through."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self._choices = list(document_choices(services, document))
        earlier, later = first_choice(services, document) if document is not None else (None, None)
        self.earlier = self._side(tr("Earlier"), earlier)
        self.later = self._side(tr("Later"), later)
        self.only = QCheckBox(tr("Only what changed, with the paragraph before and after it"))
        self.add(self.only)

    def _side(self, label: str, value: str | None) -> ChoiceField:
        hint = tr("Choose a version") if self._choices else tr("No document has a file yet")
        field = ChoiceField(self._choices, value=value, hint=hint)
        self.field(label, field)
        other = Button(
            tr("Another file…"), "flat", small=True, icon="folder-open",
            name=tr("%1: another file…").replace("%1", label), on_click=lambda: self._choose(field),
        )  # fmt: skip
        self.add(holder(row(other, None)))
        return field

    def _choose(self, field: ChoiceField) -> None:
        path = files.ask_open(self, tr("Choose a file"), tr("PDF and Word files (*.pdf *.docx *.txt)"))
        if path is not None:
            self.take_file(field, path)

    def take_file(self, field: ChoiceField, path: Path) -> None:
        """Compare with a file from outside the record."""
        key = file_key(path)
        if all(known != key for known, _words in self._choices):
            self._choices.append((key, path.name))
        kept = [(each, each.value()) for each in (self.earlier, self.later)]
        for each, value in kept:
            each.set_choices(self._choices)
            each.set_value(key if each is field else value)

    def check(self) -> None:
        """A version is not compared with itself."""
        if self.earlier.value() is not None and self.earlier.value() == self.later.value():
            self.wrong(self.later, tr("Choose another version than the earlier one."))

    def command(self) -> RedlineRequest:
        """The two versions."""
        return RedlineRequest(self.earlier.value(), self.later.value(), whole=not self.only.isChecked())

    @classmethod
    def ask(cls, services: Services, document: Document | None, parent: QWidget | None = None) -> RedlineRequest | None:
        """What the user wants compared, or None."""
        return cls(services, document, parent).asked()  # type: ignore[no-any-return]
