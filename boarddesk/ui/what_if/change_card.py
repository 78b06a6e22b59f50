"""One supposed change: what happens, to whom or what, when; read as a whole once everything needed is there."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.record import Record
from boarddesk.services.suppositions import Kind, Supposed
from boarddesk.services.what_if_choices import parameter_line
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.what_if.change_fields import FIELDS, label_of, made, offer, read, write
from boarddesk.ui.what_if.words import KINDS, tr


class ChangeCard(QWidget):
    """`changed` after every edit; `removed` when the change is to go. The fields follow what happens."""

    changed = Signal()
    removed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        theme = Theme.current()
        self.services, self._record, self._filling = services, services.record, False
        self.fields: dict[str, Any] = {}
        self._title = Text("", "strong")
        self.take_away = Button(icon="x", kind="quiet", small=True, on_click=self.removed.emit)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(9))
        self._column.addLayout(row(self._title, None, self.take_away))
        self.kind = ChoiceField([(kind, tr(words)) for kind, words in KINDS.items()], value=Kind.LEAVES)
        self._label(tr("What happens"), self.kind, self._column)
        self._body = QWidget()
        self._column.addWidget(self._body)
        self._wrong = Text("", "small", "red", wrap=True)
        self._wrong.hide()
        self._unfinished = Text(tr("Not whole yet, so it is not judged."), "small", "ink2", wrap=True)
        self._unfinished.hide()
        self._column.addWidget(self._wrong)
        self._column.addWidget(self._unfinished)
        self.kind.changed.connect(self._other_kind)
        self._build(Kind.LEAVES)

    def number(self, place: int, *, alone: bool) -> None:
        """Say which change it is; a change that stands alone cannot be taken away."""
        self._title.setText(tr("Change %1").replace("%1", str(place)))
        name = tr("Remove change %1").replace("%1", str(place))
        self.take_away.setAccessibleName(name)
        self.take_away.setToolTip(name)
        self.take_away.setVisible(not alone)

    def offer(self, record: Record) -> None:
        """Offer what can be chosen as the changes before this one would leave the record."""
        self._record = record
        self._offer_all()

    def value(self) -> Supposed | None:
        """The change, or None while something that it needs is missing."""
        kind = self.kind.value()
        if kind is None or any(field.problem() for field in self.fields.values()):
            return None
        values: dict[str, str] = {}
        key = self.fields["key"].value() or "" if "key" in self.fields else ""
        for name, field in self.fields.items():
            values |= read(name, field, self.services, key)
        return Supposed(kind, values)

    def show_change(self, change: Supposed) -> None:
        """Fill the fields from a change, without a signal."""
        self._filling = True
        try:
            self.kind.set_value(change.kind)
            if self._built is not change.kind:
                self._build(change.kind)
            # The day and the committee decide who and what the other fields offer.
            for names in ({"on", "committee"}, set(self.fields) - {"on", "committee"}):
                for name in sorted(names & set(self.fields)):
                    write(name, self.fields[name], change.values, self.services)
                self._offer_all()
            self._show_beginnings()
        finally:
            self._filling = False

    def say_wrong(self, sentence: str) -> None:
        """Why the change cannot be; empty where it can."""
        self._wrong.setText(sentence)
        self._wrong.setVisible(bool(sentence))

    def say_unfinished(self, unfinished: bool) -> None:
        """Say that something is missing, so that the change is not judged yet."""
        self._unfinished.setVisible(unfinished)

    def _show_beginnings(self) -> None:
        """A choice that is too long for its field shows where it begins."""
        for field in (self.kind, *self.fields.values()):
            line = field.lineEdit() if isinstance(field, ChoiceField) else None
            if line is not None and not line.hasFocus():
                line.setCursorPosition(0)

    def _other_kind(self, kind: Kind | None) -> None:
        if kind is None or self._filling:
            return
        kept = {name: field.value() for name, field in self.fields.items() if name in {"person", "on", "meeting"}}
        self._build(kind)
        for name, value in kept.items():
            if name in self.fields and value is not None:
                with QSignalBlocker(self.fields[name]):
                    self.fields[name].set_value(value)
        self.changed.emit()

    def _build(self, kind: Kind) -> None:
        theme = Theme.current()
        self._built = kind
        old, self._body = self._body, QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(9))
        self.fields = {name: made(name, self.services.day) for name in FIELDS[kind]}
        for name, field in self.fields.items():
            self._label(label_of(kind, name), field, column)
            field.changed.connect(lambda _value, name=name: self._edited(name))
        self._hint = Text("", "small", "ink3", wrap=True)
        self._hint.hide()
        column.addWidget(self._hint)
        self._column.replaceWidget(old, self._body)
        old.hide()
        old.deleteLater()
        self._offer_all()
        if isinstance(seating := self.fields.get("seating"), ChoiceField):
            seating.setCurrentIndex(0)
        self._show_beginnings()

    def _label(self, label: str, field: QWidget, column: QVBoxLayout) -> None:
        said = Text(label, "small", "ink2")
        said.setBuddy(field)
        field.setAccessibleName(label)
        block = QVBoxLayout()
        block.setSpacing(Theme.current().px(3))
        block.addWidget(said)
        block.addWidget(field)
        column.addLayout(block)

    def _offer_all(self) -> None:
        kind = self.kind.value()
        if kind is None:
            return
        on = self.fields.get("on")
        day = (on.date() if isinstance(on, DateField) else None) or self.services.day
        body = self.fields["committee"].value() or "" if "committee" in self.fields else ""
        for name, field in self.fields.items():
            with QSignalBlocker(field):
                offer(name, field, kind, self.services, self._record, day, body)

    def _edited(self, name: str) -> None:
        if self._filling:
            return
        if name in {"committee", "on"}:
            self._offer_all()
        if name == "key":
            self._show_parameter()
        self.changed.emit()

    def _show_parameter(self) -> None:
        """What the value is now, and how it is written."""
        line = parameter_line(self.services, self.fields["key"].value() or "")
        self._hint.setVisible(line is not None)
        if line is not None:
            now = tr("Now %1.").replace("%1", line.value)
            self._hint.setText(f"{now} {line.hint}")
