"""A meeting of stockholders on one page: record date, notice, quorum, inspectors, nominees, matters, Form 8-K."""

from functools import cached_property

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from boarddesk.services.stockholder_view import MatterLine, NomineeLine, StockholderView, stockholder_view
from boarddesk.ui.clock_list import ClockList
from boarddesk.ui.columns.stockholder_columns import matter_columns, nominee_columns
from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.facts_grid import facts_grid
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.pieces import Steps
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.meeting.stockholders_deeds import StockholdersDeeds
from boarddesk.ui.meeting.tab import MeetingTab
from boarddesk.ui.meeting.words import tr

LEAST_ROWS, AROUND = 3, 62
"""Rows that a table shows at least, and what its head and foot need, in px."""


class StockholdersTab(MeetingTab):
    """Nominees and matters with their tallies at the left; what it rests on and the clock at the right."""

    name = "stockholders"

    @cached_property
    def nominees(self) -> Table:
        """The nominees of each class with their tallies."""
        return Table(
            nominee_columns(), name=tr("Nominees"), group=lambda line: line.group, row_height=ROW_TWO_LINES,
            sortable=False, keys=[("Enter", tr("enter the count"))],
            empty=EmptyState("vote", tr("No nominees named yet")),
        )  # fmt: skip

    @cached_property
    def matters(self) -> Table:
        """The matters beside the election."""
        return Table(
            matter_columns(), name=tr("Matters voted on"), row_height=ROW_TWO_LINES, sortable=False,
            keys=[("Enter", tr("change"))], empty=EmptyState("vote", tr("No matters beside the election")),
        )  # fmt: skip

    def steps(self) -> Steps:
        return [lambda: self.nominees, lambda: self.matters, *super().steps()]

    def build(self) -> None:
        self.deeds = StockholdersDeeds(self)
        self.nominees.activated.connect(self._open_nominee)
        self.matters.activated.connect(self._open_matter)
        self.said, self.facts, self.clock = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self.quorum = Text("", "medium", wrap=True)
        elected = Card(tr("Election of directors"), *self.deeds.election_buttons())
        elected.body.addLayout(self.said)
        elected.body.addWidget(self.nominees)
        voted = Card(tr("Matters"), *self.deeds.matter_buttons())
        voted.body.addWidget(self.matters)
        left = column(elected, voted, None, gap=12)
        rests = self._card(tr("What it rests on"), self.quorum, self.facts, right=self.deeds.fact_buttons())
        self.clock_card = self._card(tr("Form 8-K, Item 5.07"), self.clock)
        right = column(rests, self.clock_card, None, gap=12)
        both = row(left, right, gap=12, margins=(16, 12, 16, 16))
        both.setStretch(0, 5)
        both.setStretch(1, 2)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(holder(both))
        self.body.addWidget(scroll, 1)

    def _card(self, title: str, *parts: QWidget | QVBoxLayout, right: tuple[QWidget, ...] = ()) -> Card:
        card = Card(title, *right)
        card.body.addLayout(column(*parts, gap=6, margins=(12, 8, 12, 10)))
        return card

    def header(self) -> list[QWidget]:
        return self.deeds.buttons()

    def refresh(self) -> None:
        view = stockholder_view(self.services, self.meeting)
        self.nominees.set_rows(view.nominees)
        self.matters.set_rows(view.matters)
        for table, lines in ((self.nominees, view.nominees), (self.matters, view.matters)):
            groups = len({line.group for line in view.nominees}) if table is self.nominees else 0
            high = ROW_TWO_LINES * max(LEAST_ROWS, len(lines)) + AROUND + 26 * groups
            table.setMinimumHeight(Theme.current().px(high))
        self._show_said(view)
        self._show_facts(view)
        self.deeds.settle(view)

    def _show_said(self, view: StockholderView) -> None:
        clear(self.said)
        for sentence in view.said:
            self.said.addWidget(Banner("hint", "", sentence))

    def _show_facts(self, view: StockholderView) -> None:
        self.quorum.setText(view.quorum)
        clear(self.facts)
        self.facts.addLayout(facts_grid(view.facts))
        clear(self.clock)
        self.clock_card.setVisible(view.clock is not None)
        if view.clock is not None:
            listed = ClockList((view.clock,), margin=0)
            listed.followed.connect(self.deeds.follow)
            self.clock.addWidget(listed)

    def _open_nominee(self, line: NomineeLine | None) -> None:
        if line is not None:
            self.deeds.count(line.election)

    def _open_matter(self, line: MatterLine | None) -> None:
        if line is not None:
            self.deeds.change_matter(line.id)
