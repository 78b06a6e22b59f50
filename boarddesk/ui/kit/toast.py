"""A short note at the bottom left of the window: what was done, and Undo; gone after six seconds."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import RADIUS

SHOWN_MS = 6000
HEIGHT, EDGE = 28, 2  # px: on the status bar and hardly above it, so that it covers no keys and no rows
UNDO_KEYS = "Ctrl Z"


class Toast(QWidget):
    """In the past tense, never for errors. A window shows one at a time; the pointer keeps it there.

    It keeps no reference to its window of its own: it would be the last one when both are deleted.
    """

    def __init__(self, window: QWidget, text: str, undo: Callable[[], object] | None = None) -> None:
        super().__init__(window)
        theme = Theme.current()
        self.setObjectName("toast")
        self.setFixedHeight(theme.px(HEIGHT))
        self.setMinimumWidth(theme.px(220))
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        line.setSpacing(theme.px(10))
        self._labels = [Text(text)]
        line.addWidget(self._labels[0], 1)
        self.undo: Button | None = None
        if undo is not None:
            self.undo = Button(self.tr("Undo"), "flat", small=True, on_click=lambda: self._undone(undo))
            self._labels.append(Text(UNDO_KEYS, "small"))
            line.addWidget(self.undo)
            line.addWidget(self._labels[1])
        self.setAccessibleName(text)
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.close)
        window.installEventFilter(self)
        theme.changed.connect(self._retheme)
        self._retheme()

    @classmethod
    def say(cls, window: QWidget, text: str, undo: Callable[[], object] | None = None) -> "Toast":
        """Show a note in the window that a widget is in, in place of an earlier one."""
        window = window.window()
        for earlier in window.findChildren(Toast, options=Qt.FindChildOption.FindDirectChildrenOnly):
            earlier.close()
        toast = cls(window, text, undo)
        toast.adjustSize()
        toast._place()
        toast.show()
        toast.raise_()
        toast._timer.start()
        return toast

    def closeEvent(self, event: QEvent) -> None:
        if (window := self.parentWidget()) is not None:
            window.removeEventFilter(self)
        self.deleteLater()
        super().closeEvent(event)  # type: ignore[arg-type]

    def enterEvent(self, event: QEnterEvent) -> None:
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._timer.start()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parentWidget() and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("ink"))
        painter.setBrush(theme.color("ink"))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)

    def _place(self) -> None:
        theme = Theme.current()
        if (window := self.parentWidget()) is not None:
            self.move(theme.px(8), window.height() - self.height() - theme.px(EDGE))

    def _undone(self, undo: Callable[[], object]) -> None:
        self.close()
        undo()

    def _retheme(self) -> None:
        # A toast stands on ink, so its text takes the color of the page.
        shade = Theme.current().palette.window
        for label in self._labels:
            label.setStyleSheet(f"QLabel {{ color: {shade}; }}")
        if self.undo is not None:
            self.undo.setStyleSheet(f"QPushButton {{ color: {shade}; background: transparent; }}")
