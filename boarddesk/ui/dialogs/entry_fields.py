"""The field of the kit that asks for each sort of value, and the value read back from it."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QCompleter, QHBoxLayout, QWidget

from boarddesk.domain.record import Record
from boarddesk.services.kind_words import choices_of
from boarddesk.services.register_fields import Ask, Book, Sort, default_of, enum_of, ref_of, sort_of
from boarddesk.services.row_words import body_choices, choices_for, clause_choices
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField, DateField, LineField, MoneyField, TextField, TimeField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class TickField(QCheckBox):
    """A statement to tick."""

    changed = Signal(object)

    def __init__(self, words: str, *, on: bool) -> None:
        super().__init__(words)
        self.setChecked(on)
        self.toggled.connect(self.changed.emit)

    def value(self) -> bool:
        """Whether it is ticked."""
        return self.isChecked()


class MomentField(QWidget):
    """A day and a time of day side by side; both or neither."""

    changed = Signal(object)

    def __init__(self, at: datetime | None, *, optional: bool) -> None:
        super().__init__()
        self.optional = optional
        self.day = DateField(at.date() if at else None, optional=True)
        self.time = TimeField(at.time() if at else None, optional=True)
        self.time.setFixedWidth(Theme.current().px(70))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Theme.current().px(6))
        line.addWidget(self.day, 1)
        line.addWidget(self.time)
        self.setFocusProxy(self.day)
        for part in (self.day, self.time):
            part.changed.connect(lambda _value: self.changed.emit(self.value()))

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.day.setAccessibleName(tr("%1, day").replace("%1", name))
        self.time.setAccessibleName(tr("%1, time").replace("%1", name))

    def value(self) -> datetime | None:
        """The moment, or None while a part is missing."""
        day, at = self.day.date(), self.time.time()
        return datetime.combine(day, at) if day is not None and at is not None else None

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        said = self.day.problem() or self.time.problem()
        empty = not self.day.text().strip() and not self.time.text().strip()
        if said or self.value() is not None or (empty and self.optional):
            return said
        return tr("Nothing is written here yet.") if empty else tr("Give both the day and the time.")


def field_for(book: Book, ask: Ask, there: Any, record: Record, day: date) -> QWidget:
    """The field that asks for one thing, showing what is there."""
    sort, kind = sort_of(book.kind, ask.field), book.kind
    optional = _is_optional(book, ask)
    if sort is Sort.TICK and ask.answers == ("Yes", "No"):
        return TickField(tr(ask.label), on=bool(there))
    if sort in (Sort.TICK, Sort.ANSWER):
        words = [(True, tr(ask.answers[0])), (False, tr(ask.answers[1]))]
        return ChoiceField(words, value=there, optional=sort is Sort.ANSWER, hint=tr("not recorded"))
    if sort is Sort.KIND:
        return ChoiceField(choices_of(enum_of(kind, ask.field)), value=there, optional=optional)
    if sort is Sort.KINDS:
        return PeopleChecks(choices_of(enum_of(kind, ask.field)), there or (), optional=True)
    if sort is Sort.CLAUSE:
        return ChoiceField(
            clause_choices(there or ""),
            value=there or None,
            optional=optional,
            hint=tr("none chosen"),
        )
    if sort is Sort.BODY:
        return ChoiceField(body_choices(record), value=there, optional=optional)
    if sort in (Sort.ROW, Sort.ROWS):
        return _row_field(book, ask, there, record, day, optional=optional)
    return _plain_field(sort, ask, there, record, book, optional=optional)


def _row_field(book: Book, ask: Ask, there: Any, record: Record, day: date, *, optional: bool) -> QWidget:
    table = ref_of(book.kind, ask.field)
    if sort_of(book.kind, ask.field) is Sort.ROWS:
        return PeopleChecks(choices_for(record, table, ask, there or (), day), there or (), optional=True)
    choices = choices_for(record, table, ask, there, day)
    if table == "people":
        return PersonField(choices, value=there, optional=optional)
    field = ChoiceField(choices, value=there, optional=optional, hint=tr("none chosen") if choices else tr("none yet"))
    line = field.lineEdit()
    if line is not None:
        line.home(False)
    return field


def _plain_field(sort: Sort, ask: Ask, there: Any, record: Record, book: Book, *, optional: bool) -> QWidget:
    if sort is Sort.TEXT:
        return TextField(there or "", lines=ask.lines, optional=optional)
    if sort is Sort.LINES:
        return LineField("; ".join(there or ()), optional=optional)
    if sort is Sort.LINE:
        line = LineField(there or "", optional=optional)
        if ask.field == book.group:
            known = sorted({str(getattr(row, ask.field)) for row in record.all(book.kind)}, key=str.casefold)
            completer = QCompleter(known, line)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            line.setCompleter(completer)
        return line
    if sort is Sort.FILE:
        return FileField(kept=there is not None)
    if sort is Sort.MOMENT:
        return MomentField(there, optional=optional)
    made: dict[Sort, Callable[..., QWidget]] = {
        Sort.DAY: DateField,
        Sort.COUNT: CountField,
        Sort.MONEY: MoneyField,
        Sort.YEAR: YearField,
    }
    return made[sort](there, optional=optional)


def _is_optional(book: Book, ask: Ask) -> bool:
    return not ask.needed and default_of(book.kind, ask.field) is not msgspec.NODEFAULT


def value_of(book: Book, ask: Ask, field: Any) -> Any:
    """What a field says, as the row holds it; nothing typed is the row's own default."""
    sort, value = sort_of(book.kind, ask.field), field.value()
    if sort is Sort.LINES:
        return tuple(part for text in (value or "").split(";") if (part := " ".join(text.split())))
    if sort is Sort.LINE:
        return " ".join((value or "").split()) or default_of(book.kind, ask.field)
    return default_of(book.kind, ask.field) if value is None else value
