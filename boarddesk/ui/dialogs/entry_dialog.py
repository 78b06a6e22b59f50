"""One form for every register that is described field by field: add an entry, or change one."""

import re
from enum import StrEnum
from typing import Any

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.row import Row
from boarddesk.services.bus import Command
from boarddesk.services.commands.keep_entry import KeepEntry
from boarddesk.services.register_fields import Ask, Book, Sort, default_of, sort_of
from boarddesk.services.row_words import words_of
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.entry_fields import TickField, field_for, value_of
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

GAP = 12
CITED = re.compile(r"\b(S-K|Item|Nasdaq|Rule|8|Del\.|C\.) (?=[\dDC§])")


def _unbroken(text: str) -> str:
    """A hint whose citations stay on one line: “S-K 404(a)”, “8 Del. C. §144”."""
    return CITED.sub("\\1\u00a0", text)


class EntryDialog(RegisterDialog):
    """The fields of a book, in its lines; what a kind does not ask for is out of sight."""

    def __init__(
        self,
        services: Services,
        book: Book,
        row: Row | None,
        parent: QWidget | None,
        given: dict[str, Any] | None = None,
    ) -> None:
        verb, back = (tr("Save"), tr("Leave as is")) if row else (tr("Record"), tr("Record none"))
        super().__init__(services, self.question(services, book, row), verb, back, says=tr(book.says), parent=parent)
        self.setMinimumWidth(Theme.current().px(book.width))
        self.book, self.row = book, row
        self.fields: dict[str, Any] = {}
        self._places: dict[str, QWidget] = {}
        self._there = {ask.field: self._value(ask.field) for ask in book.asks}
        if row is None:
            self._there |= book.begin(self.record, services.day) | (given or {})
        self._told = Text("", "small", "ink3", wrap=True)
        for line in book.lines:
            self._add_line(line)
        for ask in book.asks:
            self._follow(ask)
        self._settle()

    @staticmethod
    def question(services: Services, book: Book, row: Row | None) -> str:
        """“Record a filing”, or “Change Form 8-K 5.07, 19 May 2026”."""
        if row is None:
            return tr("Record %1").replace("%1", tr(book.thing))
        return tr("Change: %1").replace("%1", words_of(services.record, row))

    def _value(self, field: str) -> Any:
        if self.row is not None:
            return getattr(self.row, field)
        default = default_of(self.book.kind, field)
        return None if default is msgspec.NODEFAULT else default

    def _add_line(self, asks: tuple[Ask, ...]) -> None:
        line, whole = QHBoxLayout(), self.form
        line.setSpacing(Theme.current().px(GAP))
        for ask in asks:
            place = QWidget()
            self.form = QVBoxLayout(place)
            self.form.setContentsMargins(0, 0, 0, 0)
            self.form.setSpacing(Theme.current().px(4))
            self._add(ask)
            self._places[ask.field] = place
            line.addWidget(place, ask.grow, Qt.AlignmentFlag.AlignTop)
        self.form = whole
        whole.addLayout(line)
        if any(sort_of(self.book.kind, ask.field) is Sort.KIND for ask in asks) and self.book.told:
            whole.addWidget(self._told)

    def _add(self, ask: Ask) -> None:
        widget = field_for(self.book, ask, self._there[ask.field], self.record, self.services.day)
        if isinstance(widget, TickField):
            widget.setAccessibleName(tr(ask.label))
            self.add(widget)
        else:
            self.field(tr(ask.label), widget, _unbroken(tr(ask.hint)) if ask.hint else "")
        self.fields[ask.field] = widget

    def _follow(self, ask: Ask) -> None:
        """A kind brings its own fields; a motion its meeting, and a meeting its day."""
        field = self.fields[ask.field]
        if sort_of(self.book.kind, ask.field) is Sort.KIND:
            field.changed.connect(lambda _value: self._settle())
        if ask.fills:
            field.changed.connect(lambda meeting: self._take_day(ask.fills, meeting))
        if ask.field == "motion" and "meeting" in self.fields and any(each.fills for each in self.book.asks):
            field.changed.connect(self._take_meeting)

    def _take_day(self, day: str, meeting: str | None) -> None:
        found = self.record.find(Meeting, meeting)
        if found is not None:
            self.fields[day].set_date(found.day)

    def _take_meeting(self, motion: str | None) -> None:
        found = self.record.find(Motion, motion)
        if found is not None and found.meeting is not None:
            self.fields["meeting"].set_value(found.meeting)

    def kind(self) -> StrEnum | None:
        """The kind chosen, which decides what else is asked."""
        for ask in self.book.asks:
            if sort_of(self.book.kind, ask.field) is Sort.KIND:
                found: StrEnum | None = self.fields[ask.field].value()
                return found
        return None

    def _asked(self, ask: Ask) -> bool:
        """Whether a field is asked for; what an entry says already is never put out of sight."""
        said = self.row is not None and getattr(self.row, ask.field) != default_of(self.book.kind, ask.field)
        return not ask.when or self.kind() in ask.when or said

    def _settle(self) -> None:
        kind = self.kind()
        words = self.book.told.get(kind, "") if kind is not None else ""
        self._told.setText(_unbroken(tr(words)) if words else "")
        self._told.setVisible(bool(words))
        for ask in self.book.asks:
            asked = self._asked(ask)
            self._places[ask.field].setVisible(asked)
            self._places[ask.field].setEnabled(asked)
        if self.isVisible():
            self.grow()

    def entry(self) -> Row:
        """The row that the form describes."""
        fields = {
            ask.field: value_of(self.book, ask, self.fields[ask.field])
            if self._asked(ask)
            else default_of(self.book.kind, ask.field)
            for ask in self.book.asks
            if sort_of(self.book.kind, ask.field) is not Sort.FILE
        }
        if self.row is not None:
            return msgspec.structs.replace(self.row, **fields)
        return self.book.kind(id="new", **fields)

    def command(self) -> Command:
        """Keep the entry, with its file where one was chosen."""
        file = next((field for field in self.fields.values() if isinstance(field, FileField)), None)
        if file is None or file.data is None:
            return KeepEntry(self.entry())
        return KeepEntry(self.entry(), file.data, file.media_type)

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        services: Services,
        book: Book,
        row: Row | None = None,
        given: dict[str, Any] | None = None,
    ) -> Command | None:
        """The command the user confirmed, or None; `given` are values to begin a new entry with."""
        return cls(services, book, row, parent, given).asked()  # type: ignore[no-any-return]
