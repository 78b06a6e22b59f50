"""The second part of the settings: every value the rules go by, and the one chosen in its pane."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.settings import ParameterLine, parameter_lines
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.parameter_columns import parameter_columns
from boarddesk.ui.kit.card import Card, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_WIDTH, PAGE_MARGIN, ROW_LIST
from boarddesk.ui.settings.rule_inspector import RuleInspector

ALL, TO_SET, OWN, UNSURE = "all", "to_set", "own", "unsure"
KEPT: dict[str, Callable[[ParameterLine], bool]] = {
    ALL: lambda _line: True,
    TO_SET: lambda line: line.editable,
    OWN: lambda line: line.own,
    UNSURE: lambda line: line.confidence in {"unconfirmed", "partly"},
}
SOURCE, SINCE, ACTION = 2, 3, 5
"""The columns of the source, of the first day, and of the verb that sets a value."""
NARROW, SCANT = 1060, 700
"""Below these widths of the table the pane alone tells the source; then the first day and the verb too."""


class RulesView(QWidget):
    """`set_wanted` gives the line whose value is to be set, `clause` the clause to be seen, `opened` evidence."""

    set_wanted = Signal(object)
    clause = Signal(str)
    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._needle = ""
        self.show_only = SegmentedControl(
            [(ALL, self.tr("All")), (TO_SET, self.tr("The company’s to set")), (OWN, self.tr("Set by it")),
             (UNSURE, self.tr("Not confirmed"))],
            name=self.tr("Which values are shown"),
        )  # fmt: skip
        self.show_only.chosen.connect(lambda _which: self.filter(self._needle))
        self.table = Table(
            parameter_columns(), name=self.tr("Values for the rules"), group=lambda line: self.tr(line.group),
            row_height=ROW_LIST, sortable=False, keys=[("Enter", self.tr("set"))],
            empty=EmptyState("scale", self.tr("No values")),
        )  # fmt: skip
        self.table.activated.connect(self._set)
        self.table.selected.connect(self._show)
        card = Card(self.tr("Values the rules go by"), self.show_only)
        card.body.addWidget(self.table)
        self.pane = RuleInspector()
        self.pane.set_wanted.connect(self.set_wanted)
        self.pane.clause.connect(self.clause)
        self.pane.opened.connect(self.opened)
        split = Splitter(holder(row(card, margins=(PAGE_MARGIN, 0, 12, 12))), self.pane, name="settings-rules")
        split.start_with(0, INSPECTOR_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._services: Services | None = None
        self._why = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._spare_columns()

    def _spare_columns(self) -> None:
        px, view, wide = Theme.current().px, self.table.view, self.table.width()
        view.setColumnHidden(SOURCE, wide < px(NARROW))
        view.setColumnHidden(SINCE, wide < px(SCANT))
        view.setColumnHidden(ACTION, bool(self._why) or wide < px(SCANT))

    def refresh(self, services: Services, why: str) -> None:
        """Read the values as of the day shown; `why` says why nothing can be set."""
        self._services, self._why = services, why
        self.table.set_rows(parameter_lines(services))
        if self.table.current() is None:
            self.table.select_first()
        self._show(self.table.current())
        self._spare_columns()

    def filter(self, needle: str) -> None:
        """Show the values that hold a text, of those chosen above the table."""
        self._needle = needle
        self.table.filter(needle, KEPT[self.show_only.value()])

    def choose(self, key: str) -> None:
        """Select a value by its key, whatever was filtered."""
        self.show_only.choose(ALL)
        self.filter("")
        self.table.select(key)

    def _set(self, line: ParameterLine | None) -> None:
        if line is not None and line.editable and not self._why:
            self.set_wanted.emit(line)

    def _show(self, line: ParameterLine | None) -> None:
        if self._services is not None:
            self.pane.show_line(self._services, line, self._why)
