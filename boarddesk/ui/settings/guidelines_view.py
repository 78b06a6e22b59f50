"""The third part of the settings: the company's guidelines, clause by clause, and the one chosen in its pane."""

from PySide6.QtCore import Signal

from boarddesk.services.guideline_book import ClauseLine, guideline_lines, versions_of
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.guideline_columns import guideline_columns
from boarddesk.ui.kit.card import Card
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.tokens import ROW_LIST
from boarddesk.ui.register_words import tr
from boarddesk.ui.settings.clause_inspector import ClauseInspector
from boarddesk.ui.settings.list_and_pane import ListAndPane

KIND, BODY, SINCE = 2, 3, 4
NARROW, SCANT = 900, 700
"""Below these widths of the table the pane alone tells the body responsible; then the kind and the first day too."""


class GuidelinesView(ListAndPane):
    """`amend_wanted` gives the clause whose words are to change; the pane asks for the rest."""

    amend_wanted = Signal(object)
    spare = ((BODY, NARROW), (KIND, SCANT), (SINCE, SCANT))

    def __init__(self) -> None:
        super().__init__()
        table = Table(
            guideline_columns(), name=tr("Clauses of the guidelines"), group=lambda line: tr(line.group),
            row_height=ROW_LIST, sortable=False, keys=[("Enter", tr("amend"))],
            empty=EmptyState("book-open", tr("No clause is in force")),
        )  # fmt: skip
        self.pane = ClauseInspector()
        self.furnish(table, self.pane, Card(), name="settings-guidelines")
        table.activated.connect(self._amend)
        self.pane.amend_wanted.connect(self.amend_wanted)

    def lines(self, services: Services) -> tuple[ClauseLine, ...]:
        return guideline_lines(services)

    def show_line(self, services: Services, line: ClauseLine | None) -> None:
        self.pane.show_clause(line, versions_of(services, line.id) if line else (), self.why)

    def filter(self, needle: str) -> None:
        """Show the clauses that hold a text."""
        self.table.filter(needle)
        self.stand_somewhere()

    def choose(self, clause: str) -> None:
        """Select a clause, whatever was filtered."""
        self.filter("")
        self.table.select(clause)

    def _amend(self, line: ClauseLine | None) -> None:
        if line is not None and line.in_force and not self.why:
            self.amend_wanted.emit(line.clause)
