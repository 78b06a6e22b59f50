"""A meeting at a glance: facts, preparation, attendance, motions with results, actions."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD, BEGUN
from boarddesk.domain.motions import Action, Motion
from boarddesk.services.live_order import last_entry
from boarddesk.services.meeting_overview import ActionLine, AttendanceLine, MotionLine, Overview, overview
from boarddesk.services.quorum_strip import quorum_strip
from boarddesk.ui.columns.action_columns import action_columns
from boarddesk.ui.columns.motion_columns import motion_columns
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.chips import StatusMark
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.facts_grid import facts_grid
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.pieces import Steps
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.meeting.overview_deeds import OverviewDeeds
from boarddesk.ui.meeting.quorum_bar import QuorumBar
from boarddesk.ui.meeting.tab import MeetingTab
from boarddesk.ui.meeting.words import tr

MOST_ROWS = 10


def attendance_columns() -> tuple[Column[AttendanceLine], ...]:
    """Who, how, when."""
    marks = {True: "done", False: "not_applicable", None: ""}
    return (
        Column[AttendanceLine](
            tr("Person"),
            lambda a: a.name,
            stretch=True,
            mark=lambda a: marks[a.there] or None,
            second=lambda a: a.times,
            tooltip=lambda a: ", ".join(part for part in (a.name, a.times) if part),
        ),
        Column[AttendanceLine](tr("Attendance"), lambda a: a.how, width=126, tooltip=lambda a: a.how),
    )


def _head_count(lines: Sequence[AttendanceLine]) -> str:
    """“8 of 9 members there, 4 guests”, to be checked against the room."""
    members = [line for line in lines if not line.guest]
    if all(line.there is None for line in members):
        return tr("Not recorded")
    there = sum(bool(line.there) for line in members)
    said = tr("%1 of %2 members there").replace("%1", str(there)).replace("%2", str(len(members)))
    guests = len(lines) - len(members)
    more = tr("1 guest") if guests == 1 else tr("%1 guests").replace("%1", str(guests))
    return f"{said}, {more}" if guests else said


class OverviewTab(MeetingTab):
    """Two columns: what was decided and is to be done at the left, who and when at the right."""

    name = "overview"

    @cached_property
    def motions(self) -> Table:
        """The motions with their results."""
        return Table(
            motion_columns(), name=tr("Motions of the meeting"), row_height=ROW_TWO_LINES, keys=[("Enter", tr("open"))],
            empty=EmptyState("vote", tr("No motions recorded")),
        )  # fmt: skip

    @cached_property
    def actions_table(self) -> Table:
        """The actions."""
        return Table(
            action_columns(), name=tr("Actions of the meeting"), keys=[("Enter", tr("change"))],
            empty=EmptyState("square-check", tr("No actions recorded")),
        )  # fmt: skip

    @cached_property
    def people(self) -> Table:
        """Who was there."""
        return Table(attendance_columns(), name=tr("Attendance"), row_height=ROW_TWO_LINES)

    def steps(self) -> Steps:
        return [lambda: self.motions, lambda: self.actions_table, lambda: self.people, *super().steps()]

    def build(self) -> None:
        self.deeds = OverviewDeeds(self)
        held = QWidget()
        self.motions.activated.connect(self._open_motion)
        self.actions_table.activated.connect(self._open_action)
        record = Button(tr("Record a motion…"), "flat", small=True, on_click=self.deeds.record_motion)
        action = Button(tr("Add an action…"), "flat", small=True, on_click=self.deeds.add_action)
        roll = Button(tr("Take the roll…"), "flat", small=True, on_click=self.deeds.take_roll)
        self.record_motion, self.take_roll = record, roll
        self.writing(record, action, roll)
        self.facts = QVBoxLayout()
        self.preparation = QVBoxLayout()
        self.prepared = self._card(tr("Preparation"), self.preparation)
        motions = self._table_card(tr("Motions"), self.motions, record)
        actions = self._table_card(tr("Actions"), self.actions_table, action)
        people = self._table_card(tr("Attendance"), self.people, roll)
        left = column(motions, actions, gap=12)
        left.setStretch(0, 3)
        left.setStretch(1, 2)
        right = column(self._card(tr("The meeting"), self.facts), self.prepared, people, gap=12)
        right.setStretch(2, 1)
        both = row(left, right, gap=12, margins=(16, 12, 16, 16))
        both.setStretch(0, 3)
        both.setStretch(1, 2)
        held.setLayout(both)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(held)
        self.body.addWidget(scroll, 1)

    def _card(self, title: str, layout: QVBoxLayout) -> Card:
        theme = Theme.current()
        card = Card(title)
        layout.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        layout.setSpacing(theme.px(4))
        card.body.addLayout(layout)
        return card

    def _table_card(self, title: str, table: Table, *right: QWidget) -> Card:
        card = Card(title, *right)
        card.body.addWidget(table)
        table.setMinimumHeight(Theme.current().px(150))
        return card

    def header(self) -> list[QWidget]:
        return self.deeds.buttons()

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting
        view = overview(record, meeting, self.services.day)
        self.motions.set_rows(view.motions)
        self.actions_table.set_rows(view.actions)
        self.people.set_rows(view.attendance)
        shown = min(len(view.attendance), MOST_ROWS)
        self.people.setMinimumHeight(Theme.current().px(ROW_TWO_LINES * shown + 60))
        self.people.set_footer(_head_count(view.attendance))
        self._show_facts(view)
        self._show_steps(view)
        ahead = meeting.state in AHEAD
        self.record_motion.setText(tr("Propose a motion…") if ahead else tr("Record a motion…"))
        self.record_motion.setVisible(ahead or meeting.state in BEGUN)
        self.deeds.settle()

    def show_place(self, kind: str, row_id: str) -> None:
        table = {Motion.table: self.motions, Action.table: self.actions_table}.get(kind)
        if table is not None and table.select(row_id):
            table.view.setFocus()

    def _show_facts(self, view: Overview) -> None:
        clear(self.facts)
        self.facts.addLayout(facts_grid(view.facts))
        self.quorum = QuorumBar()
        self.facts.addSpacing(Theme.current().px(8))
        self.facts.addWidget(self.quorum)
        self.quorum.set_strip(quorum_strip(self.services.shown, self.meeting, last_entry(
            self.services.shown, self.meeting)))  # fmt: skip
        for sentence in view.quorum_lost:
            self.facts.addWidget(Text(sentence, "medium", "red", wrap=True))

    def _show_steps(self, view: Overview) -> None:
        clear(self.preparation)
        self.prepared.setVisible(self.meeting.state in AHEAD)
        for step in view.steps:
            mark = StatusMark(
                "done" if step.done else "not_yet_due", word=tr("Done") if step.done else tr("To do"), bare=True
            )
            self.preparation.addWidget(
                holder(row(mark, Text(step.words, elide=True), None, Text(step.when, "small", "ink3")))
            )

    def _open_motion(self, line: MotionLine | None) -> None:
        if line is not None:
            self.deeds.show_motion(line.id)

    def _open_action(self, line: ActionLine | None) -> None:
        if line is not None and not self.why_not:
            self.deeds.change_action(line.id)
