"""Below the year: the work plan, or the month or the list; beside it the meeting chosen."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitterHandle, QStackedWidget, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.calendar_views import Entry
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.meeting_day_columns import meeting_day_columns
from boarddesk.ui.kit.card import Card
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting_inspector import MeetingInspector
from boarddesk.ui.widgets.month_grid import MonthGrid
from boarddesk.ui.work_plan_pane import WorkPlanPane

PLAN_LEAST = 200
"""Below so many px the work plan shows too few duties to be of use: the list takes its place."""
GAP, GRIP = 12, 28


class CalendarLower(Card):
    """`chosen` is a meeting pointed at, `opened` one whose page is wanted, `day_wanted` a day to schedule on."""

    chosen = Signal(str)
    opened = Signal(str)
    day_wanted = Signal(object)
    wanted = Signal(str, object)
    plan_in_sight = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._services = services
        self._shown_as = "year"
        self._asked = False
        self._low = False
        self.views = QStackedWidget()
        # What is out of sight asks for no room.
        self.setMinimumHeight(Theme.current().px(PLAN_LEAST))
        self.plan: WorkPlanPane | None = None

    def build(self) -> None:
        """The list, the month, and the meeting chosen."""
        self.inspector = MeetingInspector(self._services, self)
        split = Splitter(name="calendar")
        self.body.addWidget(split)
        split.addWidget(self.views)
        split.addWidget(self.inspector)
        split.start_with(0, 320)
        self.months = MonthGrid(name=self.tr("Meetings of the month"))
        self.table = Table(
            meeting_day_columns(lambda: self._services.shown),
            name=self.tr("Meetings"),
            key=lambda entry: entry.meeting.id,
            keys=[("Enter", self.tr("open the meeting"))],
            empty=EmptyState(
                "calendar-plus", self.tr("No meeting in this year"), self.tr("Plan the year, or schedule a meeting.")
            ),
        )
        self.views.addWidget(self.table)
        self.views.addWidget(self.months)
        self.inspector.opened.connect(self.opened)
        self.inspector.wanted.connect(self.wanted)
        self.months.chosen.connect(lambda key: self.chosen.emit(str(key)))
        self.months.activated.connect(lambda key: self.opened.emit(str(key)))
        self.table.selected.connect(self._listed)
        self.table.activated.connect(lambda entry: self.opened.emit(entry.meeting.id))
        self.months.day_activated.connect(self.day_wanted)

    def _listed(self, entry: Entry | None) -> None:
        """A list out of sight may change its row by itself: nobody pointed at it."""
        if entry is not None and not self.shows_plan:
            self.chosen.emit(entry.meeting.id)

    def build_plan(self) -> None:
        """The work plan."""
        self.plan = made = WorkPlanPane(self._services)
        self.views.addWidget(made)
        made.wanted.connect(self.wanted)
        made.meeting_chosen.connect(self.chosen)
        made.duty_chosen.connect(lambda: self.ask(asked=False))

    # --- what is shown

    @property
    def shows_plan(self) -> bool:
        """Whether the work plan is what is shown: in the year, where the window is high enough."""
        return self._shown_as == "year" and not self._low

    def show_as(self, shown_as: str) -> None:
        """Show what belongs to the year, the month or the list."""
        if shown_as != self._shown_as:
            self._asked = False
        self._shown_as = shown_as
        self._settle()

    def ask(self, *, asked: bool) -> None:
        """Show the meeting chosen beside the work plan, or give the plan the whole width again."""
        self._asked = asked and self.shows_plan
        self._settle()

    def set_low(self, *, low: bool) -> None:
        """Say that the room is too low for the work plan."""
        if low != self._low:
            self._low = low
            self._settle()
            self.plan_in_sight.emit()

    def _settle(self) -> None:
        if self.plan is None:
            return
        other = self.months if self._shown_as == "month" else self.table
        self.views.setCurrentWidget(self.plan if self.shows_plan else other)
        self.inspector.setVisible(self._asked or not self.shows_plan)

    def set_entries(self, entries: Sequence[Entry]) -> None:
        """List these meetings."""
        self.table.set_rows(entries)

    def show_meeting(self, meeting: Meeting | None, key: str = "") -> None:
        """Choose a meeting, or the clock that `key` names, in the list and the month, and show it at the right."""
        key = meeting.id if meeting is not None else key
        self.months.choose(key)
        current = self.table.current()
        if meeting is not None and (current is None or current.meeting.id != key):
            # What the table says of this is known already.
            with QSignalBlocker(self.table):
                self.table.select(key)
        self.inspector.show_meeting(meeting, key)


class _Grip(QSplitterHandle):
    """A short bar in the gap between two cards."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Theme.current().color("line2"))
        wide = Theme.current().px(GRIP)
        box = QRectF((self.width() - wide) / 2, self.height() / 2 - 1.5, wide, 3)
        painter.drawRoundedRect(box, 1.5, 1.5)


class CalendarHalves(Splitter):
    """The year above, as high as it needs at most, and what stands below it; the bar between them moves."""

    def __init__(self, upper: Card, lower: CalendarLower) -> None:
        super().__init__(orientation=Qt.Orientation.Vertical)
        self._upper, self._lower = upper, lower
        self.addWidget(upper)
        self.addWidget(lower)
        self.setStretchFactor(0, 0)
        self.setStretchFactor(1, 1)
        self.setHandleWidth(Theme.current().px(GAP))

    def createHandle(self) -> QSplitterHandle:
        return _Grip(self.orientation(), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Put the work plan out of sight where the whole year leaves it too little room."""
        theme = Theme.current()
        room = self.height() - self._upper.maximumHeight() - theme.px(GAP)
        self._lower.set_low(low=room < theme.px(PLAN_LEAST))


def scrolled(widget: QWidget) -> QScrollArea:
    """A widget in an area that scrolls up and down where it is made lower than the widget."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(widget)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
