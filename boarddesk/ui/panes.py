"""Where the keyboard is: the panes that F6 walks, and text that has its own undo."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSplitter, QTextEdit, QWidget

from boarddesk.ui.kit.page import Page


def panes_of(page: Page) -> list[QWidget]:
    """The panes of a page: the parts of its splitters that hold no other, else the page itself."""
    splitters = [splitter for splitter in page.findChildren(QSplitter) if splitter.isVisible()]
    parts = [splitter.widget(place) for splitter in splitters for place in range(splitter.count())]
    shown = [part for part in parts if part is not None and part.isVisible()]
    return [part for part in shown if not part.findChildren(QSplitter)] or [page]


def first_stop(pane: QWidget) -> QWidget | None:
    """The first widget in a pane that takes the keyboard."""
    stops = [pane, *pane.findChildren(QWidget)]
    taking = (
        stop for stop in stops if stop.isVisible() and stop.isEnabled() and stop.focusPolicy() & Qt.FocusPolicy.TabFocus
    )
    return next(taking, None)


def focus_next(panes: Sequence[QWidget]) -> None:
    """Move the keyboard to the pane after the one that has it."""
    held = QApplication.focusWidget()
    here = next(
        (n for n, pane in enumerate(panes) if held is not None and (pane is held or pane.isAncestorOf(held))), -1
    )
    for step in range(1, len(panes) + 1):
        stop = first_stop(panes[(here + step) % len(panes)])
        if stop is not None:
            stop.setFocus(Qt.FocusReason.TabFocusReason)
            return


def undo_typing() -> bool:
    """Undo what was typed in the focused field; False when it has nothing to undo."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and field.isUndoAvailable():
        field.undo()
        return True
    if isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isUndoAvailable():
        field.undo()
        return True
    return False


def redo_typing() -> bool:
    """Do again what was undone in the focused field; False when there is nothing."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit) and field.isRedoAvailable():
        field.redo()
        return True
    if isinstance(field, QPlainTextEdit | QTextEdit) and field.document().isRedoAvailable():
        field.redo()
        return True
    return False
