"""The second part of the settings: every value the rules go by, and the one chosen in its pane."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from boarddesk.services.settings import ParameterLine, parameter_lines
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.parameter_columns import parameter_columns
from boarddesk.ui.kit.card import Card
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.tokens import ROW_LIST
from boarddesk.ui.settings.list_and_pane import ListAndPane
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
NARROW, CLOSE, SCANT = 1060, 900, 700
"""Below these widths of the table the pane alone tells the source; then the first day; then the verb is there too."""


class RulesView(ListAndPane):
    """`set_wanted` gives the line whose value is to be set, `clause` the clause to be seen, `opened` evidence."""

    set_wanted = Signal(object)
    clause = Signal(str)
    opened = Signal(object)
    spare = ((SOURCE, NARROW), (SINCE, CLOSE), (ACTION, SCANT))

    def __init__(self) -> None:
        super().__init__()
        self._needle = ""
        self.show_only = SegmentedControl(
            [(ALL, self.tr("All")), (TO_SET, self.tr("The company’s to set")), (OWN, self.tr("Set by it")),
             (UNSURE, self.tr("Not confirmed"))],
            name=self.tr("Which values are shown"),
        )  # fmt: skip
        self.show_only.chosen.connect(lambda _which: self.filter(self._needle))
        table = Table(
            parameter_columns(), name=self.tr("Values for the rules"), group=lambda line: self.tr(line.group),
            row_height=ROW_LIST, sortable=False, keys=[("Enter", self.tr("set"))],
            empty=EmptyState("scale", self.tr("No values")),
        )  # fmt: skip
        self.pane = RuleInspector()
        card = Card(self.tr("Values the rules go by"), self.show_only)
        self.furnish(table, self.pane, card, name="settings-rules")
        table.activated.connect(self._set)
        self.pane.set_wanted.connect(self.set_wanted)
        self.pane.clause.connect(self.clause)
        self.pane.opened.connect(self.opened)

    def lines(self, services: Services) -> tuple[ParameterLine, ...]:
        return parameter_lines(services)

    def show_line(self, services: Services, line: ParameterLine | None) -> None:
        self.pane.show_line(services, line, self.why)

    def spare_columns(self) -> None:
        super().spare_columns()
        if self.why:
            self.table.view.setColumnHidden(ACTION, True)

    def filter(self, needle: str) -> None:
        """Show the values that hold a text, of those chosen above the table."""
        self._needle = needle
        self.table.filter(needle, KEPT[self.show_only.value()])
        self.stand_somewhere()

    def choose(self, key: str) -> None:
        """Select a value by its key, whatever was filtered."""
        self.show_only.choose(ALL)
        self.filter("")
        self.table.select(key)

    def _set(self, line: ParameterLine | None) -> None:
        if line is not None and line.overridable and not self.why:
            self.set_wanted.emit(line)
