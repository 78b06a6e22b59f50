"""The work plan beneath the calendar: duties against meetings, what is not placed yet, and accepting the proposals."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.bus import Command
from boarddesk.services.commands.move_duty import MoveDuty, TakeBackDuty
from boarddesk.services.commands.place_duty import AcceptDuties, PlaceDuty
from boarddesk.services.work_plan import PlanRow, WorkPlan, work_plan
from boarddesk.services.workspace import Services
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, row
from boarddesk.ui.kit.chips import StatusMark
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.footer import Footer
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.widgets.work_plan_grid import WorkPlanGrid
from boarddesk.ui.work_plan_lines import plan_columns, plan_groups, plan_lines

LEGEND = ("done", "planned", "proposed", "missing", "overdue", "not_met")
HEAD = 40
HEAD_AIR = 150
"""What the title and the gaps of the head take, in px."""


class WorkPlanPane(QWidget):
    """`wanted` asks for another page with a target; `meeting_chosen` gives a meeting whose letter was clicked."""

    wanted = Signal(str, object)
    meeting_chosen = Signal(str)
    duty_chosen = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._plan: WorkPlan | None = None
        self._rows: dict[str, PlanRow] = {}
        self._after: tuple[str, str] | None = None
        ground(self, "surface")
        self.grid = WorkPlanGrid(
            (self.tr("Duty"), self.tr("Clause"), self.tr("This year")), name=self.tr("Work plan: duties by meeting")
        )
        self.empty = EmptyState(
            "calendar-days", self.tr("No meeting in this year"), self.tr("Plan the year; its duties follow.")
        )
        self.foot = Footer(
            "",
            [
                ("Alt ← →", self.tr("move the duty")),
                ("N", self.tr("plan it here")),
                ("Del", self.tr("take it back")),
                ("Enter", self.tr("open")),
            ],
        )
        self.setLayout(column(self._head(), Rule(), self.grid, self.empty, self.foot, gap=0))
        self._listen()

    def _head(self) -> QWidget:
        self._hint = ""
        self._about = Text("", "small", "ink2", elide=True)
        self.filter = SegmentedControl([("all", ""), ("open", "")], name=self.tr("Duties shown"))
        self.filter.chosen.connect(lambda _value: self._fill())
        self.accept = Button(self.tr("Accept the proposals"), icon="square-check", on_click=self.accept_all)
        self.legend = QWidget()
        marks = QHBoxLayout(self.legend)
        marks.setContentsMargins(0, 0, 0, 0)
        marks.setSpacing(Theme.current().px(4))
        for status in LEGEND:
            mark = StatusMark(status, bare=True, size=14)
            marks.addWidget(mark)
            word = Text(mark.accessibleName(), "small", "ink2")
            word.setContentsMargins(0, 0, Theme.current().px(8), 0)
            marks.addWidget(word)
        made = QWidget()
        made.setFixedHeight(Theme.current().px(HEAD))
        line = row(Text(self.tr("Work plan"), "strong"), self._about, gap=10, margins=(12, 0, 12, 0))
        line.setStretch(1, 1)
        for part in (self.legend, self.filter, self.accept):
            line.addWidget(part)
        made.setLayout(line)
        return made

    def _listen(self) -> None:
        self.grid.move_wanted.connect(
            lambda clause, source, target: self.move_duty(str(clause), str(source), str(target))
        )
        self.grid.removal_wanted.connect(lambda clause, meeting: self._do(TakeBackDuty(str(clause), str(meeting))))
        self.grid.plan_wanted.connect(lambda clause, meeting: self._place(str(clause), str(meeting)))
        self.grid.activated_at.connect(self._open)
        self.grid.menu_wanted.connect(self._show_menu)
        self.grid.column_chosen.connect(lambda meeting: self.meeting_chosen.emit(str(meeting)))
        self.grid.chosen.connect(lambda _clause, _meeting: self.duty_chosen.emit())
        self.grid.left.connect(self.duty_chosen)

    def show_year(self, year: int) -> None:
        """Read the plan of a fiscal year as of the chosen day."""
        self._plan = work_plan(self._services, year)
        self._rows = {each.id: each for each in self._plan.rows}
        self._fill()

    def _fill(self) -> None:
        plan = self._plan
        if plan is None:
            return
        editable = not why_not_editable(self._services)
        only = self.filter.value() == "open" and plan.unplaced > 0
        rows = [each for each in plan.rows if each.gaps or not only]
        self.grid.set_contents(plan_groups(plan), plan_columns(plan), plan_lines(rows, editable=editable))
        if self._after is not None:
            self.grid.choose(*self._after)
            self._after = None
        for shown, widget in ((plan.meetings, self.grid), (plan.meetings, self.foot), (not plan.meetings, self.empty)):
            widget.setVisible(bool(shown))
        self.foot.set_text(self.tr("{n} of {m} duties shown").format(n=len(rows), m=len(plan.rows)))
        self._show_head(plan, editable=editable)

    def _show_head(self, plan: WorkPlan, *, editable: bool) -> None:
        """The words beside the title; the filter and the button only where something has no meeting yet."""
        open_ = plan.unplaced if plan.meetings else 0
        self.filter.set_text("all", self.tr("All {n}").format(n=len(plan.rows)))
        self.filter.set_text("open", self.tr("Not placed {n}").format(n=open_))
        if not open_:
            self.filter.choose("all")
        self.filter.setVisible(open_ > 0)
        self.accept.setVisible(editable and bool(plan.proposed))
        said = [self.tr("duties by meeting")] if not open_ or not editable else []
        said += [self.tr("drag a mark to move the duty")] if editable and plan.meetings else []
        self._hint = "; ".join(said)
        self._fit_head()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _fit_head(self) -> None:
        """The legend gives way where the room is short, then the hint; each mark still says its word."""
        parts = [part for part in (self.filter, self.accept) if not part.isHidden()]
        room = self.width() - sum(part.sizeHint().width() for part in parts) - Theme.current().px(HEAD_AIR)
        self.legend.setVisible(room > self.legend.sizeHint().width())
        room -= 0 if self.legend.isHidden() else self.legend.sizeHint().width()
        self._about.setText(self._hint if room > self._about.fontMetrics().horizontalAdvance(self._hint) else "")

    # --- deeds

    def _do(self, command: Command) -> None:
        self._services.bus.do(command)

    def move_duty(self, clause: str, source: str, target: str) -> None:
        """Lay a duty on another meeting: its items go there, and what was proposed becomes an item there."""
        proposed = any(mark.meeting == source and mark.state == "proposed" for mark in self._rows[clause].marks)
        self._after = (clause, target)
        self._do(PlaceDuty(clause, target) if proposed else MoveDuty(clause, source, target))

    def _place(self, clause: str, meeting: str) -> None:
        self._after = (clause, meeting)
        self._do(PlaceDuty(clause, meeting))

    def accept_all(self) -> None:
        """Put everything proposed on the agendas, as one step."""
        if self._plan is not None and self._plan.proposed:
            placed = tuple((one.clause, one.meeting) for one in self._plan.proposed)
            self._do(AcceptDuties(self._plan.year, placed))

    def _open(self, clause: object, meeting: object) -> None:
        """Open the agenda on which the duty stands; a proposed one is planned, a bare place shows the clause."""
        mark = next((mark for mark in self._rows[str(clause)].marks if mark.meeting == meeting), None)
        if mark is None:
            self.wanted.emit("compliance", str(clause))
        elif mark.state == "proposed":
            if not why_not_editable(self._services):
                self._place(str(clause), mark.meeting)
        else:
            self._open_meeting(mark.meeting)

    def _open_meeting(self, meeting: str) -> None:
        found = self._services.shown.find(Meeting, meeting)
        if found is not None:
            self.wanted.emit("meetings", (found.id, "agenda"))

    def _show_menu(self, clause: object, meeting: object, point: QPoint) -> None:
        menu = self.menu(str(clause), str(meeting) if meeting is not None else "")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(point)

    def menu(self, clause: str, meeting: str) -> QMenu:
        """What can be done at a place: plan, move, take back, open."""
        menu, model = QMenu(self), self.grid.rows
        here = self.grid.currentIndex()
        if model.is_free(here.row(), here.column()):
            menu.addAction(self.tr("Plan it here"), lambda: self._place(clause, meeting))
        cell, places = model.cell_at(here.row(), here.column()), model.places(here.row(), here.column())
        if places:
            other = menu.addMenu(self.tr("Move it to"))
            for place in places:
                there = model.column_at(place)
                if there is not None:
                    other.addAction(there.name, partial(self.move_duty, clause, meeting, str(there.key)))
        if cell is not None and cell.movable and cell.status == "planned":
            menu.addAction(self.tr("Take it back"), lambda: self._do(TakeBackDuty(clause, meeting)))
        menu.addSeparator()
        if meeting:
            menu.addAction(self.tr("Open the meeting"), lambda: self._open_meeting(meeting))
        menu.addAction(self.tr("Open the clause"), lambda: self.wanted.emit("compliance", clause))
        return menu
