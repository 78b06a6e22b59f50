"""The list of meetings with its filters: body, year, state, words."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.services.meetings import STATE_NAMES, MeetingLine, meeting_lines, why_not
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.meeting_columns import PLACE, meeting_columns
from boarddesk.ui.dialogs.emergency_meeting_dialog import EmergencyMeetingDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_LIST
from boarddesk.ui.meeting.tab import allow

NARROW = 1300  # px: below that width it would be cut, and the place is left to the meeting itself


class MeetingList(QWidget):
    """Enter, a double click or Space opens a meeting; typing in the filter keeps what matches."""

    opened = Signal(str)
    called = Signal(str, str)
    """A meeting was called from here, and the tab in which it goes on."""
    calendar_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        theme = Theme.current()
        self._known: tuple[Record, tuple[MeetingLine, ...]] | None = None
        self._shown: Record | None = None
        self._offered: dict[ChoiceField, list[tuple[Any, str]]] = {}
        ground(self, "surface")
        self.words = LineField(optional=True, hint=self.tr("Filter by words"))
        self.words.setAccessibleName(self.tr("Filter by words"))
        self.words.setClearButtonEnabled(True)
        self.body = self._choice(self.tr("Every body"), self.tr("Body"))
        self.year = self._choice(self.tr("Every year"), self.tr("Year"))
        self.state = self._choice(self.tr("Every state"), self.tr("State"))
        for field in (self.words, self.body, self.year, self.state):
            field.changed.connect(lambda _value: self._filter())
        self.words.setMinimumWidth(theme.px(150))
        self.words.setMaximumWidth(theme.px(220))
        self.table = Table(
            meeting_columns(),
            name=self.tr("Meetings"),
            group=lambda line: line.group,
            row_height=ROW_LIST,
            sortable=False,
            keys=[("Enter", self.tr("open")), ("Ctrl F", self.tr("filter"))],
            empty=EmptyState(
                "gavel",
                self.tr("No meetings yet"),
                self.tr("Plan a year or schedule one meeting in the calendar."),
                action=self.tr("Open the calendar"),
                on_action=self.calendar_wanted.emit,
            ),
        )
        self.table.activated.connect(self._open)
        self.table.inspected.connect(self._open)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.emergency = Button(self.tr("Emergency meeting…"), icon="phone", on_click=self.call_emergency)
        filters = row(self.words, self.body, self.year, self.state, None, self.emergency, margins=(16, 8, 16, 8))
        filters.setStretch(0, 1)
        layout.addLayout(filters)
        layout.addWidget(Rule())
        layout.addWidget(self.table, 1)
        self.setFocusProxy(self.table)

    def _choice(self, hint: str, name: str) -> ChoiceField:
        field = ChoiceField((), optional=True, hint=hint)
        field.setAccessibleName(name)
        field.setToolTip(name)
        return field

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.view.setColumnHidden(PLACE, event.size().width() < Theme.current().px(NARROW))

    def read(self) -> tuple[MeetingLine, ...]:
        """The lines of the record shown, worked out once; `refresh` shows them."""
        record = self._services.shown
        if self._known is None or self._known[0] is not record:
            self._known = (record, meeting_lines(self._services))
        return self._known[1]

    def refresh(self) -> None:
        """Read the meetings of the record shown; one that was read already is not read again."""
        allow(self.emergency, why_not(self._services))
        record = self._services.shown
        if self._shown is record:
            return
        lines = self.read()
        self._shown = record
        years = sorted({line.day.year for line in lines}, reverse=True)
        there = {line.state for line in lines}
        self._offer(self.body, sorted({(line.body, line.body_name) for line in lines}, key=lambda pair: pair[1]))
        self._offer(self.year, [(year, str(year)) for year in years])
        self._offer(self.state, [(state, name) for state, name in STATE_NAMES.items() if state in there])
        self.table.set_rows(lines)
        self._filter()

    def _offer(self, field: ChoiceField, choices: list[tuple[Any, str]]) -> None:
        """Offer other choices, without a look through the list for each of them."""
        if self._offered.get(field) != choices:
            self._offered[field] = choices
            blocked = field.blockSignals(True)
            field.set_choices(choices)
            field.blockSignals(blocked)

    def call_emergency(self) -> None:
        """Call an emergency meeting, and go on with reaching people."""
        command = EmergencyMeetingDialog.ask(self._services, self)
        if command is not None:
            before = {meeting.id for meeting in self._services.record.all(Meeting)}
            self._services.bus.do(command)
            made = next(meeting.id for meeting in self._services.record.all(Meeting) if meeting.id not in before)
            self.called.emit(made, "notice")

    def select(self, meeting: str) -> None:
        """Select a meeting, which stays in sight on coming back."""
        self.table.select(meeting)

    def _filter(self) -> None:
        body, year, state = self.body.value(), self.year.value(), self.state.value()

        def kept(line: MeetingLine) -> bool:
            return (
                (body is None or line.body == body)
                and (year is None or line.day.year == year)
                and (state is None or line.state is state)
            )

        self.table.filter(self.words.text(), kept)

    def _open(self, line: MeetingLine | None) -> None:
        if line is not None:
            self.opened.emit(line.id)
