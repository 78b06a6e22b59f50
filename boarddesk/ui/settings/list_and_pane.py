"""A part of the settings: a table of lines, and the one chosen in its pane."""

from collections.abc import Sequence
from typing import Any, ClassVar

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.workspace import Services
from boarddesk.ui.kit.card import Card, holder, row
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_WIDTH, PAGE_MARGIN


class ListAndPane(QWidget):
    """Subclasses give the `lines` and show one of them in the pane.

    `spare` are columns with the width of the table, in px at text scale 1, below which the pane alone tells them.
    """

    spare: ClassVar[tuple[tuple[int, int], ...]] = ()

    table: Table

    def __init__(self) -> None:
        super().__init__()
        self._services: Services | None = None
        self.why = ""

    def furnish(self, table: Table, pane: Inspector, card: Card, *, name: str) -> None:
        """Lay out the table in its card and the pane: the last step of making one."""
        self.table = table
        table.selected.connect(self._show)
        card.body.addWidget(table)
        split = Splitter(holder(row(card, margins=(PAGE_MARGIN, 0, 12, 12))), pane, name=name)
        split.start_with(0, INSPECTOR_WIDTH)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def lines(self, services: Services) -> Sequence[Any]:
        """The lines as of the day shown."""
        raise NotImplementedError

    def show_line(self, services: Services, line: Any) -> None:
        """Show a line in the pane, or that none is chosen."""
        raise NotImplementedError

    def refresh(self, services: Services, why: str) -> None:
        """Read the lines as of the day shown; `why` says why nothing can be changed."""
        self._services, self.why = services, why
        self.table.set_rows(self.lines(services))
        self.stand_somewhere()
        self._show(self.table.current())
        self.spare_columns()

    def stand_somewhere(self) -> None:
        """Choose the first line where the one chosen is not shown."""
        if self.table.current() is None:
            self.table.select_first()

    def _show(self, line: Any) -> None:
        if self._services is not None:
            self.show_line(self._services, line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.spare_columns()

    def spare_columns(self) -> None:
        """Leave out what the room is too narrow for."""
        for column, width in self.spare:
            self.table.view.setColumnHidden(column, self.table.width() < Theme.current().px(width))
