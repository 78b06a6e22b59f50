"""A secretary who never touches the mouse: keys alone, from the list of meetings to the draft minutes."""

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class Keyboard:
    """Hands on the keys of a secretary's window."""

    def __init__(self, desk: Any) -> None:
        self.desk = desk

    def press(self, *keys: str, then: Callable[[Any], None] | None = None) -> None:
        """Press keys one after the other; `then` answers the dialog that the last one opens."""
        for key in keys[:-1]:
            self.desk.press(key)
        self.desk.press(keys[-1], then=then)

    def type(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        self.desk.type(text)

    def to(self, widget: QWidget, key: str = "Tab", most: int = 80) -> None:
        """Tab on until a field, or something in it, has the keyboard."""
        for _step in range(most):
            here = QApplication.focusWidget()
            if here is not None and (here is widget or here is widget.focusProxy() or widget.isAncestorOf(here)):
                return
            QTest.keyClick(
                here or self.desk.window, QKeySequence(key)[0].key(), QKeySequence(key)[0].keyboardModifiers()
            )
            QApplication.processEvents()
        raise AssertionError(f"{widget.accessibleName() or widget} is not reached by {key}")

    def menu(self, button: Any, text: str, then: Callable[[Any], None] | None = None) -> None:
        """Open a button's menu, walk down to an entry and press Enter."""
        menu = button.menu()
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        for _step in range(40):
            active = menu.activeAction()
            if active is not None and active.text() == text:
                break
            QTest.keyClick(menu, QKeySequence("Down")[0].key())
        self.desk.press("Return", menu, then)

    def open(self, words: str, tab: str = "Live") -> Any:
        """From anywhere to a tab of the one meeting that the words find."""
        self.desk.window.activateWindow()
        self.desk.press("Ctrl+3", self.desk.window)
        page = self.desk.here
        if page.one:
            self.to(page.view.row)
            self.press("Escape")
        self.press("F6", "Ctrl+F", "Ctrl+A")
        self.type(words)
        self.to(page.list.table.view)
        self.press("Home", "Return")
        self.to(page.view.row)
        row = page.view.row
        for _step in range(row.count()):
            if row.tabText(row.currentIndex()) != tab:
                self.press("Right")
        assert row.tabText(row.currentIndex()) == tab
        self.to(page.view.current())
        return page.view.current()

    def at(self, live: Any, clock: str) -> None:
        """T, the time, Enter: what is entered next gets that time."""
        self.to(live.presence.people)
        self.press("T", "Ctrl+A")
        self.type(clock)
        self.press("Return")
        assert QApplication.focusWidget() is live.presence.people.focusProxy()

    def choose(self, live: Any, person: str) -> None:
        """The digit of a director."""
        self.press(live.view.person(person).key)

    def note(self, live: Any, text: str) -> None:
        """Tab to the note, type it, Enter, and back to the people."""
        self.to(live.item.note)
        self.type(text)
        self.press("Return")
        self.to(live.presence.people, "Shift+Tab")

    def motion(self, live: Any, text: str = "") -> None:
        """Ctrl+M, the words, and back to the people."""
        self.press("Ctrl+M")
        if text:
            self.type(text)
        self.to(live.presence.people, "Shift+Tab")


def fill(fields: dict[str, str], verb: str = "Return") -> Callable[[Any], None]:
    """Answer a dialog from the keyboard: Tab to each field by its name, type, and press the key of its verb."""

    def answer(dialog: Any) -> None:
        for name, text in fields.items():
            _reach(dialog, name)
            here = dialog.focusWidget()
            if isinstance(here, QLineEdit | QPlainTextEdit):
                QTest.keyClick(here, QKeySequence("Ctrl+A")[0].key(), QKeySequence("Ctrl+A")[0].keyboardModifiers())
                QTest.keyClicks(here, text)
            else:
                QTest.keyClick(here, QKeySequence(text)[0].key())
        _reach(dialog, dialog.verb)
        QTest.keyClick(dialog.verb, QKeySequence(verb)[0].key())
        assert not dialog.isVisible(), f"{dialog.windowTitle()} stays: {dialog.refusal()} {dialog.errors()}"

    return answer


def _reach(dialog: Any, wanted: Any) -> None:
    passed = []
    dialog.activateWindow()
    for _step in range(60):
        here = dialog.focusWidget()
        passed.append(here.accessibleName() if here is not None else None)
        parent = here.parentWidget() if here is not None else None
        names = {here.accessibleName() if here else "", parent.accessibleName() if parent else ""}
        if here is wanted or wanted in names:
            return
        QTest.keyClick(here or dialog, QKeySequence("Tab")[0].key())
    raise AssertionError(f"{wanted} is not reached in {dialog.windowTitle()}: {passed[:12]}")
