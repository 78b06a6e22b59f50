"""Settings: the company's particulars and habits, the values it supplies to the rules, appearance, about."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Evidence
from boarddesk.services.settings import (
    INTERVAL,
    ParameterLine,
    company_facts,
    habit_facts,
    parameter_lines,
    values_over_time,
)
from boarddesk.ui.board.editing import hold
from boarddesk.ui.columns.parameter_columns import parameter_columns
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.inspector import Section
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Mode, Theme
from boarddesk.ui.kit.tokens import ROW_LIST
from boarddesk.ui.menus import APPEARANCE

LEFT = 320
SOURCE, ACTION = 2, 3
"""The columns of the source and of the verb that sets a value."""
NARROW = 1080
"""Below this width of the page the source is told by the tooltip."""


class SettingsPage(Page):
    """At the left the company and this window, at the right what the company supplies to the rules."""

    title = "Settings"
    watches: ClassVar[frozenset[str]] = frozenset({"company", "parameter_values", "committees", "motions"})

    def build(self) -> None:
        """Make the cards and the table."""
        self.set_title(self.tr("Settings"))
        self.change_company = Button(
            self.tr("Change…"), small=True, name=self.tr("Change the company’s particulars"), on_click=self._company
        )
        self.change_habits = Button(
            self.tr("Change…"), small=True, name=self.tr("Change how the company meets"), on_click=self._habits
        )
        self.company = Card(self.tr("Company"), self.change_company)
        self.habits = Card(self.tr("How the company meets"), self.change_habits)
        self._facts: dict[Card, QWidget] = {}
        left = holder(column(self.company, self.habits, self._appearance(), self._about(), None, gap=12))
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(self.tr("The company and this window"))
        scroll.setFixedWidth(Theme.current().px(LEFT))
        scroll.setWidget(left)
        self.table = Table(
            parameter_columns(), name=self.tr("Values for the rules"), group=lambda line: self.tr(line.group),
            row_height=ROW_LIST, sortable=False, keys=[("Enter", self.tr("set"))],
        )  # fmt: skip
        self.table.activated.connect(self._set)
        self.table.selected.connect(self._show_values)
        card = Card(self.tr("What the company supplies to the rules"))
        card.body.addWidget(self.table)
        self.values = _bare(Section())
        self._values_card = Card()
        self._values_card.body.addWidget(self.values)
        right = column(card, self._values_card, gap=12)
        right.setStretch(0, 1)
        self.body.addLayout(row(scroll, right, gap=12, margins=(16, 0, 16, 12)), 1)

    def _appearance(self) -> Card:
        self.mode = SegmentedControl(
            [("system", self.tr("As the system")), ("light", self.tr("Light")), ("dark", self.tr("Dark"))],
            name=self.tr("Appearance"),
        )
        self.mode.choose(Theme.current().mode)
        self.mode.chosen.connect(self._dress)
        Theme.current().changed.connect(self._show_mode)
        card = Card(self.tr("Appearance"), margins=12)
        card.body.addLayout(row(self.mode, None))
        return card

    def _show_mode(self) -> None:
        self.mode.choose(Theme.current().mode)

    def _about(self) -> Card:
        from importlib.metadata import version

        card = Card(self.tr("About BoardDesk"), margins=12)
        said = self.tr(
            "Version %1. It works offline; a company is one file of your own, and the file is not encrypted."
        )
        card.body.addWidget(Text(said.replace("%1", version("boarddesk")), "base", "ink2", wrap=True))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.built:
            self._spare_source()

    def _spare_source(self) -> None:
        self.table.view.setColumnHidden(SOURCE, self.width() < Theme.current().px(NARROW))

    def refresh(self) -> None:
        """Read the company and the values as of the chosen day."""
        self.why = why_not_editable(self.services)
        self._fill(self.company, company_facts(self.services))
        self._fill(self.habits, habit_facts(self.services))
        self.table.set_rows(parameter_lines(self.services))
        if self.table.current() is None:
            self.table.select_first()
        self._show_values(self.table.current())
        hold([self.change_company, self.change_habits], self.why)
        self.table.view.setColumnHidden(ACTION, bool(self.why))
        self._spare_source()

    def _fill(self, card: Card, pairs: tuple[tuple[str, str], ...]) -> None:
        section = _bare(Section())
        section.facts([(self.tr(name), value) for name, value in pairs])
        old = self._facts.get(card)
        if old is not None:
            card.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        card.body.addWidget(section)
        self._facts[card] = section

    def _show_values(self, line: ParameterLine | None) -> None:
        fresh = _bare(Section(line.title if line else ""))
        pairs = values_over_time(self.services, line.key) if line else ()
        if pairs:
            fresh.facts(pairs)
        elif line is not None:
            rest = self.tr("nothing is due before one is adopted.") if line.key.startswith(INTERVAL) else ""
            none = self.tr("The company has set no value of its own") + (f"; {rest}" if rest else ".")
            fresh.say(none, "ink2")
        self._values_card.body.replaceWidget(self.values, fresh)
        self.values.hide()
        self.values.deleteLater()
        self.values = fresh

    def _set(self, line: ParameterLine) -> None:
        from boarddesk.ui.dialogs.parameter_dialog import ParameterDialog

        command = None if self.why else ParameterDialog.ask(self, self.services, line)
        if command is not None:
            self.services.bus.do(command)

    def _company(self) -> None:
        from boarddesk.ui.dialogs.company_dialog import CompanyDialog

        command = CompanyDialog.ask(self, self.services)
        if command is not None:
            self.services.bus.do(command)

    def _habits(self) -> None:
        from boarddesk.ui.dialogs.habits_dialog import HabitsDialog

        command = HabitsDialog.ask(self, self.services)
        if command is not None:
            self.services.bus.do(command)

    def _dress(self, mode: Mode) -> None:
        settings().setValue(APPEARANCE, mode)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            Theme.current().use(app, mode, Theme.current().text_scale)

    def show_target(self, target: object) -> None:
        """Show the value that a piece of evidence names."""
        if not isinstance(target, Evidence):
            return
        if not self.built:
            self._settle()
        value = self.services.record.find(ParameterValue, target.id)
        if value is not None:
            self.table.select(value.key)


def _bare(section: Section) -> Section:
    """A section without the hairline below it, which the card's own edge would double."""
    for rule in section.findChildren(Rule):
        rule.hide()
    return section
