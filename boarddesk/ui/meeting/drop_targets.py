"""The agenda's items as places to drop files on, shown while files are dragged over a meeting's papers."""

import msgspec
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.ui.kit.card import column
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.meeting.words import tr


class Target(msgspec.Struct, frozen=True):
    """One place: an item, or none for where the names of the files say."""

    id: str
    number: str
    title: str
    count: str


class DropTargets(QWidget):
    """A list of items; the one under the pointer takes the files."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        self.table = Table(
            (
                Column[Target](tr("Item"), lambda t: t.number, width=58),
                Column[Target](tr("Drop the files on"), lambda t: t.title, stretch=True),
                Column[Target](tr("Papers"), lambda t: t.count, width=74, align="right"),
            ),
            name=tr("Items"), sortable=False, footer=False,
        )  # fmt: skip
        says = Text(
            tr("On an item; or on the first line, and each file’s name tells its item."), "small", "ink2", wrap=True
        )
        says.setContentsMargins(12, 8, 12, 8)
        self.setLayout(column(says, self.table, gap=0))
        self.setAccessibleName(tr("Where the files go"))

    def offer(self, record: Record, meeting: str, counts: dict[str | None, int]) -> None:
        """Show a meeting's items, each with the number of its papers."""
        guess = Target("guess", "", tr("Where their names say"), "")
        items = [
            Target(item.id, str(item.position), item.title, str(counts.get(item.id) or ""))
            for item in items_of(record, meeting)
        ]
        self.table.set_rows([guess, *items])

    def point(self, place: QPoint) -> str | None:
        """Mark the line under a place of this widget and give its item; None for where the names say, or outside."""
        view = self.table.view
        target = self.table.model.item(view.rowAt(view.viewport().mapFrom(self, place).y()))
        self.table.select(target.id if target is not None else "guess")
        return target.id if target is not None and target.id != "guess" else None
