"""Buttons and menus that change the record: switched off, with the reason, while it cannot be changed."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.ui.board.actions import Entry
from boarddesk.ui.kit.button import Button, MenuButton


def hold(widgets: Iterable[QWidget], why: str) -> None:
    """Switch widgets off and say why in their tooltip; an empty reason switches them on."""
    for widget in widgets:
        widget.setEnabled(not why)
        widget.setToolTip(why or (widget.accessibleName() if isinstance(widget, Button) and not widget.text() else ""))


def menu_button(text: str, entries: Iterable[Entry], name: str = "") -> MenuButton:
    """A button with a menu of verbs."""
    menu = QMenu()
    button = MenuButton(text, menu, name=name or text)
    menu.setParent(button, menu.windowFlags())
    fill(menu, entries)
    return button


def fill(menu: QMenu, entries: Iterable[Entry]) -> None:
    """Put other verbs into a menu."""
    menu.clear()
    for words, call in entries:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False, deed=call: deed())
