"""Panes side by side with a hairline between them; their widths are kept per user."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QWidget

from boarddesk.ui.kit.settings import settings
from boarddesk.ui.kit.theme import Theme


class _Handle(QSplitterHandle):
    """A line of 1 px whose grab area is wider, as Qt makes it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        shade = Theme.current().color("line2")
        box = self.rect()
        if self.orientation() == Qt.Orientation.Horizontal:
            painter.fillRect(box.center().x(), 0, 1, box.height(), shade)
        else:
            painter.fillRect(0, box.center().y(), box.width(), 1, shade)


class Splitter(QSplitter):
    """A splitter whose panes cannot be closed; `name` is the key under which sizes are kept."""

    def __init__(
        self,
        *panes: QWidget,
        name: str = "",
        orientation: Qt.Orientation = Qt.Orientation.Horizontal,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._key = f"panes/{name}" if name else ""
        self._sizes_for: Callable[[int], Sequence[int]] | None = None
        self._by_hand = False
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for pane in panes:
            self.addWidget(pane)
        self.splitterMoved.connect(self._keep)

    def createHandle(self) -> QSplitterHandle:
        return _Handle(self.orientation(), self)

    def start_with(self, *sizes: int) -> None:
        """First sizes in px at text scale 1; sizes the user chose earlier win. 0 takes what is left."""
        for place, size in enumerate(sizes):
            self.setStretchFactor(place, 0 if size else 1)
        kept = settings().value(self._key) if self._key else None
        if isinstance(kept, QByteArray) and self.restoreState(kept):
            self.setHandleWidth(1)
            return
        theme = Theme.current()
        whole = self.width() if self.orientation() == Qt.Orientation.Horizontal else self.height()
        fixed = sum(theme.px(size) for size in sizes)
        rest = max(theme.px(200), whole - fixed)
        self.setSizes([theme.px(size) if size else rest for size in sizes])

    def follow(self, sizes_for: Callable[[int], Sequence[int]]) -> None:
        """Take sizes in px for each new width from `sizes_for`, until a person moves a handle."""
        self._sizes_for = sizes_for

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        if self._sizes_for is not None and not self._by_hand and width != event.oldSize().width():
            self.setSizes(list(self._sizes_for(width)))

    def _keep(self) -> None:
        self._by_hand = True
        if self._key:
            settings().setValue(self._key, self.saveState())
