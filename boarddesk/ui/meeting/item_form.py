"""The form of one agenda item at the right of the agenda; each field becomes a command when it is left."""

from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QComboBox, QScrollArea, QVBoxLayout, QWidget

from boarddesk.domain.meetings import BOARD, AgendaItem, ItemOutcome, ItemType, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.agenda_course import WriteItemText
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.services.commands.agenda_outcome import CloseItem
from boarddesk.services.recommendations import carried_motions
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField, LineField, TextField
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_MIN
from boarddesk.ui.meeting.drafts import DraftKeeper
from boarddesk.ui.meeting.live_motion import from_start
from boarddesk.ui.meeting.words import OUTCOMES, PURPOSES, TYPES, choices, tr


class ItemForm(QWidget):
    """`changed` gives a command; the text for the minutes is kept as a draft while it is typed."""

    changed = Signal(object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._item: AgendaItem | None = None
        self._labels: dict[QWidget, Text] = {}
        self._offered: Record | None = None
        ground(self, "surface")
        self.setMinimumWidth(Theme.current().px(INSPECTOR_MIN))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        held = QWidget()
        scroll.setWidget(held)
        outer.addWidget(scroll)
        theme = Theme.current()
        self._column = QVBoxLayout(held)
        self._column.setContentsMargins(theme.px(16), theme.px(11), theme.px(16), theme.px(11))
        self._column.setSpacing(theme.px(4))
        self._heading = Text("", "strong", wrap=True)
        self._column.addWidget(self._heading)
        self._make_fields()
        self._column.addStretch(1)
        for count in (self.minutes, self.year):
            count.setPlaceholderText("")
        self.drafts = DraftKeeper(services, self.text)
        for field in self.fields():
            inner = field.lineEdit() if isinstance(field, QComboBox) else None
            (inner or field).installEventFilter(self)
        for choice in (self.type, self.purpose, self.presenter, self.recommendation, self.outcome):
            choice.activated.connect(lambda _number: self.commit())

    def _make_fields(self) -> None:
        self.title = self._field(tr("Title"), LineField())
        self.type = self._field(tr("Type"), ChoiceField(choices(TYPES)))
        self.presenter = self._field(tr("Presenter"), PersonField((), optional=True))
        self.presenter_note = self._field(tr("or described"), LineField(optional=True))
        self.minutes = self._field(tr("Minutes planned"), CountField(optional=True, most=1440))
        self.purpose = self._field(tr("Purpose"), ChoiceField(choices(PURPOSES), optional=True))
        self.clauses = self._field(tr("Clauses"), LineField(optional=True))
        self.year = self._field(tr("Fiscal year"), CountField(optional=True, least=1900, most=2200))
        self.recommendation = self._field(tr("Recommended by"), ChoiceField((), optional=True))
        self.chair_note = self._field(tr("For the chair’s script alone"), TextField(lines=2, optional=True))
        self.text = self._field(tr("Text for the minutes"), TextField(lines=5, record=True, optional=True, tables=True))
        ended = [pair for pair in choices(OUTCOMES) if pair[0] is not ItemOutcome.DEFERRED]
        self.outcome = self._field(tr("Outcome"), ChoiceField(ended, optional=True))
        self.reason = self._field(tr("Reason"), LineField(optional=True))
        self.deferred = Text("", "base", "ink2", wrap=True)
        self._column.addWidget(self.deferred)

    def _field(self, label: str, widget: QWidget):  # type: ignore[no-untyped-def]  # noqa: ANN202 - gives the field back
        shown = Text(label, "small-medium", "ink2")
        shown.setBuddy(widget)
        shown.setContentsMargins(0, Theme.current().px(6), 0, 0)
        widget.setAccessibleName(label)
        self._labels[widget] = shown
        self._column.addWidget(shown)
        self._column.addWidget(widget)
        return widget

    def fields(self) -> tuple[QWidget, ...]:
        """Every field of the form."""
        return (
            self.title, self.type, self.presenter, self.presenter_note, self.minutes, self.purpose, self.clauses,
            self.year, self.recommendation, self.chair_note, self.text, self.outcome, self.reason,
        )  # fmt: skip

    def show_item(self, item: AgendaItem | None, why_not: str) -> None:
        """Show an item; text being typed in the same one is left alone."""
        same = item is not None and self._item is not None and item.id == self._item.id
        typing = self.focusWidget() if same else None
        if not same:
            self.commit()
        self._item = item
        self.setEnabled(item is not None)
        if item is None:
            self._heading.setText(tr("Choose an item to see it here"))
            return
        kind = tr("Break") if item.type is ItemType.BREAK else tr("Item %1").replace("%1", str(item.position))
        self._heading.setText(tr("%1, in the consent agenda").replace("%1", kind) if item.within else kind)
        self.presenter.set_choices(people_choices(self._services.record))
        self._offer_recommendations(item)
        values = {
            self.title: item.title, self.presenter_note: item.presenter_note, self.clauses: ", ".join(item.clauses),
        }  # fmt: skip
        for line, text in values.items():
            if line is not typing:
                line.setText(text)
        for field, value in (
            (self.type, item.type), (self.presenter, item.presenter), (self.purpose, item.purpose),
            (self.minutes, item.minutes), (self.year, item.fiscal_year), (self.recommendation, item.recommendation),
        ):  # fmt: skip
            if field is not typing:
                field.set_value(value)
        if self.chair_note is not typing:
            self.chair_note.setPlainText(item.chair_note)
        if self.text is not typing:
            self.drafts.show(f"text/{item.id}", item.text)
        later = self._services.record.find(Meeting, item.deferred_to)
        self.deferred.setText(tr("Deferred to %1").replace("%1", short_day(later.day)) if later else "")
        if self.outcome is not typing:
            self.outcome.set_value(item.outcome)
        if self.reason is not typing:
            self.reason.setText(item.reason)
        for field in self.fields():
            field.setEnabled(not why_not)
            field.setToolTip(why_not)
        self.outcome.setEnabled(not why_not and later is None)
        self.clauses.setPlaceholderText("" if why_not else tr("such as GL-1.3"))
        self.presenter_note.setPlaceholderText("" if why_not else tr("such as outside counsel"))
        for field in (self.presenter, self.type, self.purpose, self.recommendation):
            from_start(field)

    def _offer_recommendations(self, item: AgendaItem) -> None:
        """Committees' motions, for an item of the Board alone; they are looked up once for a record."""
        record = self._services.record
        meeting = record.find(Meeting, item.meeting)
        of_board = meeting is not None and meeting.body == BOARD
        for widget in (self.recommendation, self._labels[self.recommendation]):
            widget.setVisible(of_board)
        if of_board and self._offered is not record:
            self._offered = record
            self.recommendation.set_choices(carried_motions(record))

    def commit(self) -> None:
        """Let what was typed become a command, where it differs and can be used."""
        item = self._item
        if item is None or any(getattr(field, "problem", str)() for field in self.fields()):
            return
        changed = replace(
            item,
            title=self.title.text().strip(),
            type=self.type.value(),
            presenter=self.presenter.value(),
            presenter_note=self.presenter_note.text().strip(),
            minutes=self.minutes.count(),
            purpose=self.purpose.value(),
            clauses=tuple(part.strip() for part in self.clauses.text().split(",") if part.strip()),
            fiscal_year=self.year.count(),
            recommendation=self.recommendation.value(),
            chair_note=self.chair_note.toPlainText().strip(),
        )
        # All is read before the first command: each one shows the item anew.
        text = self.text.toPlainText().strip()
        ended = (self.outcome.value(), self.reason.text().strip())
        commands: list[Command] = [ChangeItem(changed)] if changed != item else []
        if text != item.text.strip():
            commands.append(WriteItemText(item.id, text))
        if self.outcome.isEnabled() and ended != (item.outcome, item.reason):
            commands.append(CloseItem(item.id, *ended))
        self._item = replace(changed, text=text, outcome=ended[0] if self.outcome.isEnabled() else item.outcome)
        for command in commands:
            self.changed.emit(command)
        self.drafts.done()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)
