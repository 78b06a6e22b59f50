"""The third part of the settings: the company's guidelines, clause by clause, and the one chosen in its pane."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.guideline_book import ClauseLine, guideline_lines, versions_of
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.guideline_columns import guideline_columns
from boarddesk.ui.kit.card import Card, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_WIDTH, PAGE_MARGIN, ROW_LIST
from boarddesk.ui.register_words import tr
from boarddesk.ui.settings.clause_inspector import ClauseInspector

KIND, BODY, SINCE = 2, 3, 4
NARROW, SCANT = 900, 700
"""Below these widths of the table the pane alone tells the body responsible; then the kind and the first day too."""


class GuidelinesView(QWidget):
    """`amend_wanted` gives the clause whose words are to change; the pane asks for the rest."""

    amend_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = Table(
            guideline_columns(), name=tr("Clauses of the guidelines"), group=lambda line: tr(line.group),
            row_height=ROW_LIST, sortable=False, keys=[("Enter", tr("amend"))],
            empty=EmptyState("book-open", tr("No clause is in force")),
        )  # fmt: skip
        self.table.selected.connect(self._show)
        self.table.activated.connect(self._amend)
        card = Card()
        card.body.addWidget(self.table)
        self.pane = ClauseInspector()
        self.pane.amend_wanted.connect(self.amend_wanted)
        split = Splitter(holder(row(card, margins=(PAGE_MARGIN, 0, 12, 12))), self.pane, name="settings-guidelines")
        split.start_with(0, INSPECTOR_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)
        self._services: Services | None = None
        self._why = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        px, view, wide = Theme.current().px, self.table.view, self.table.width()
        view.setColumnHidden(BODY, wide < px(NARROW))
        view.setColumnHidden(KIND, wide < px(SCANT))
        view.setColumnHidden(SINCE, wide < px(SCANT))

    def refresh(self, services: Services, why: str) -> None:
        """Read the clauses as of the day shown; `why` says why nothing can be changed."""
        self._services, self._why = services, why
        self.table.set_rows(guideline_lines(services))
        if self.table.current() is None:
            self.table.select_first()
        self._show(self.table.current())

    def filter(self, needle: str) -> None:
        """Show the clauses that hold a text."""
        self.table.filter(needle)

    def choose(self, clause: str) -> None:
        """Select a clause, whatever was filtered."""
        self.filter("")
        self.table.select(clause)

    def _amend(self, line: ClauseLine | None) -> None:
        if line is not None and line.in_force and not self._why:
            self.amend_wanted.emit(line.clause)

    def _show(self, line: ClauseLine | None) -> None:
        if self._services is not None:
            self.pane.show_clause(line, versions_of(self._services, line.id) if line else (), self._why)
