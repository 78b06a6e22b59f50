"""The secretary at the window: what she clicks, types and reads, in her own words. No private slots."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pypdfium2
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from boarddesk.domain.company import Company
from boarddesk.domain.row import Row
from boarddesk.services.workspace import Services, new_company
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.dates import show_date, show_time
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.main_window import MainWindow

PATIENCE_MS = 8000
FIELDS = (QLineEdit, QComboBox, QPlainTextEdit, QTextEdit, QCheckBox, QRadioButton)
Answer = Callable[[Any], None]


class Secretary:
    """Drives one real window on real files below `folder`."""

    def __init__(self, qtbot: Any, window: MainWindow, folder: Path) -> None:
        self.qtbot = qtbot
        self.window = window
        self.folder = folder
        self.files: list[Path] = []
        """Answers for the next file dialogs, in order."""
        self.unforeseen: list[str] = []
        self._trouble: list[BaseException] = []

    # --- files -------------------------------------------------------------------------------
    def start(self, rows: Iterable[Row] = (), company: Company | None = None, name: str = "acme") -> Services:
        """Make a company file with these rows and open it in the window."""
        there = company or Company(id="company", name="Acme Instruments, Inc.", short_name="Acme")
        services = new_company(self.folder / f"{name}.boarddesk", there)
        kept = tuple(rows)
        if kept:
            services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in kept], 1)
        self.window.show_company(services)
        self.settle()
        return services

    def open(self, path: Path) -> Services:
        """Open a file in the window."""
        self.window.open_path(path)
        self.settle()
        return self.services

    @property
    def services(self) -> Services:
        """The open company."""
        found = self.window.services
        assert found is not None, "no company is open"
        return found

    @property
    def record(self) -> Any:
        """The record as it is now."""
        return self.services.record

    # --- going somewhere ---------------------------------------------------------------------
    def page(self, name: str) -> Page:
        """Click a page in the navigation and give it."""
        assert self.window.desk is not None, "no company is open"
        QTest.mouseClick(self.window.desk.rail.cells[name.lower()], Qt.MouseButton.LeftButton)
        self.settle()
        return self.here

    def register(self, table: str) -> Any:
        """Turn the Registers page to a table, and give the page."""
        page: Any = self.page("registers")
        page.show_register(table)
        self.settle()
        return page

    @property
    def here(self) -> Page:
        """The page shown."""
        assert self.window.desk is not None, "no company is open"
        return self.window.desk.pages[self.window.desk.here]

    # --- hands -------------------------------------------------------------------------------
    def click(
        self,
        text: str,
        fill: Mapping[str, Any] | None = None,
        *,
        within: QWidget | None = None,
        then: Answer | None = None,
        verb: str = "",
    ) -> None:
        """Click a button, or choose a menu entry, by its text.

        With `fill` a dialog is expected: its fields are filled by label and its verb is clicked (or the
        button named by `verb`). `then` is called with the dialog instead.
        """
        thing = self.find_button(text, within)
        answer = then or ((lambda dialog: self.answer(dialog, fill, verb)) if fill is not None else None)
        if isinstance(thing, QAction):
            self._doing(thing.trigger, answer)
        else:
            self._doing(lambda: QTest.mouseClick(thing, Qt.MouseButton.LeftButton), answer)

    def press(self, keys: str, widget: QWidget | None = None, then: Answer | None = None) -> None:
        """Press keys such as "Ctrl+Z", "Down" or "Return" in the focused widget (or the one given)."""
        target = widget or QApplication.focusWidget() or self.window
        combination = QKeySequence(keys)[0]
        self._doing(lambda: QTest.keyClick(target, combination.key(), combination.keyboardModifiers()), then)

    def type(self, text: str, widget: QWidget | None = None) -> None:
        """Type a text into the focused widget (or the one given)."""
        QTest.keyClicks(widget or QApplication.focusWidget() or self.window, text)
        self.settle()

    def fill(self, fields: Mapping[str, Any], within: QWidget | None = None) -> None:
        """Fill fields by their labels."""
        for label, value in fields.items():
            put(self.field(label, within), value)

    def field(self, label: str, within: QWidget | None = None) -> QWidget:
        """The visible field with a label."""
        top = within or QApplication.activeModalWidget() or self.window
        fields = [w for w in top.findChildren(QWidget) if isinstance(w, FIELDS) and w.isVisible()]
        found = [w for w in fields if w.accessibleName() == label]
        assert found, f"no field {label!r}; there are {sorted({w.accessibleName() for w in fields})}"
        return found[0]

    def answer(self, dialog: QDialog, fields: Mapping[str, Any] | None, verb: str = "") -> None:
        """Fill a dialog and click its verb; it must then close."""
        self.fill(fields or {}, dialog)
        button = self.find_button(verb, dialog) if verb else getattr(dialog, "verb", None)
        assert isinstance(button, QAbstractButton), f"{dialog.windowTitle()} has no verb"
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        if dialog.isVisible() and isinstance(dialog, FormDialog):
            raise AssertionError(f"{dialog.windowTitle()} stays: {dialog.refusal()} {dialog.errors()}")

    def select(self, text: str, within: QWidget | None = None) -> None:
        """Choose the row of a table that holds a text."""
        for table in self.tables(within):
            for line in table.model.lines:
                words = [column.text(line.item) for column in table.model.columns] if not line.is_heading else []
                if any(text in word for word in words):
                    assert table.select(table.model.key(line.item))
                    table.view.setFocus()
                    self.settle()
                    return
        raise AssertionError(f"no row holds {text!r}: {[table.texts() for table in self.tables(within)]}")

    def select_key(self, key: Any, within: QWidget | None = None) -> None:
        """Choose the row of a table by its key, such as a meeting's id."""
        assert any(table.select(key) for table in self.tables(within)), f"no row {key!r}"
        self.settle()

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press("Ctrl+Z", self.window)

    def redo(self) -> None:
        """Ctrl+Shift+Z."""
        self.press("Ctrl+Shift+Z", self.window)

    # --- eyes --------------------------------------------------------------------------------
    def tables(self, within: QWidget | None = None) -> list[Table]:
        """The visible tables."""
        top = within or QApplication.activeModalWidget() or self.here
        return [table for table in top.findChildren(Table) if table.isVisible()]

    def rows(self, within: QWidget | None = None) -> list[list[str]]:
        """The rows of the first visible table, as texts."""
        tables = self.tables(within)
        assert tables, "no table is shown"
        return tables[0].texts()

    def words(self, within: QWidget | None = None) -> str:
        """Every visible label and button, one a line."""
        top = within or QApplication.activeModalWidget() or self.window
        shown = [w for w in top.findChildren(QWidget) if w.isVisible()]
        texts = [w.text() for w in shown if isinstance(w, QLabel | QAbstractButton | QLineEdit)]
        texts += [w.toPlainText() for w in shown if isinstance(w, QTextEdit | QPlainTextEdit)]
        return "\n".join(text for text in texts if text)

    def sees(self, text: str, within: QWidget | None = None) -> bool:
        """Whether a text is to be read in the window."""
        return text in self.words(within)

    def toast(self) -> str:
        """The note at the bottom left; empty when there is none."""
        toasts = [toast for toast in self.window.findChildren(Toast) if toast.isVisible()]
        return toasts[-1].accessibleName() if toasts else ""

    def banner(self) -> str:
        """The banner's sentence; empty when there is none."""
        banners = [banner for banner in self.window.findChildren(Banner) if banner.isVisible()]
        return banners[0].sentence() if banners else ""

    def find_button(self, text: str, within: QWidget | None = None) -> Any:
        """A visible, enabled button by text or accessible name: in the dialog, the page, the window; else a menu entry."""
        modal = QApplication.activeModalWidget()
        places = (
            [within] if within is not None else [modal] if modal is not None else [self.here_or_window, self.window]
        )
        for place in places:
            for button in place.findChildren(QAbstractButton):
                named = text in {button.text().replace("&", ""), button.accessibleName()}
                if named and button.isVisible() and button.isEnabled():
                    return button
        if within is None and modal is None:
            for action in self.window.findChildren(QAction):
                if action.text().replace("&", "") == text and action.isEnabled() and not isinstance(action, QMenu):
                    return action
        shown = {
            b.text() or b.accessibleName() for p in places for b in p.findChildren(QAbstractButton) if b.isVisible()
        }
        raise AssertionError(f"no button {text!r}; there are {sorted(shown)}")

    @property
    def here_or_window(self) -> QWidget:
        """The page shown, or the window while no company is open."""
        desk = self.window.desk
        return desk.pages[desk.here] if desk is not None and desk.here in desk.pages else self.window

    # --- time --------------------------------------------------------------------------------
    def settle(self) -> None:
        """Let everything happen that is on its way, long work included."""
        QApplication.processEvents()
        self.wait(lambda: WindowJobs.current().running is None and not self._arriving())
        QApplication.processEvents()

    def _arriving(self) -> bool:
        """Whether the page is still being shown, part by part."""
        desk = self.window.desk
        pieces = getattr(desk.pages.get(desk.here), "pieces", None) if desk is not None else None
        return pieces is not None and bool(pieces.pending)

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self.qtbot.waitUntil(until, timeout=PATIENCE_MS)

    def _doing(self, deed: Callable[[], object], answer: Answer | None) -> None:
        if answer is None:
            deed()
            self.settle()
            return
        asked = Asked(answer)
        deed()
        if not asked.done:
            self.qtbot.waitUntil(lambda: asked.done, timeout=PATIENCE_MS)
        self.settle()
        # No window manager gives the focus back where there is no display.
        self.window.activateWindow()
        self.settle()
        if asked.trouble is not None:
            raise asked.trouble


class Asked:
    """Waits for the next modal dialog and answers it; closes it when the answer fails."""

    def __init__(self, answer: Answer) -> None:
        self.done = False
        self.trouble: BaseException | None = None
        self._answer = answer
        self._before = QApplication.activeModalWidget()
        self._left = PATIENCE_MS // 10
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        self._left -= 1
        if self._left <= 0:
            self._timer.stop()
            self.done, self.trouble = True, AssertionError("no dialog was shown")
        if dialog is None or dialog is self._before or not isinstance(dialog, QDialog):
            return
        self._timer.stop()
        try:
            self._answer(dialog)
        except BaseException as error:  # noqa: BLE001 - raised again where the deed was asked for
            self.trouble = error
            dialog.reject()
        self.done = True


def put(field: QWidget, value: Any) -> None:
    """Give a field a value as a person would."""
    if isinstance(field, QAbstractButton):
        if field.isChecked() != bool(value):
            QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(10, field.height() // 2))
        if field.isChecked() != bool(value):
            field.click()
        return
    text = shown(value)
    if isinstance(field, QComboBox):
        if field.isEditable():
            field.setEditText(text)
        else:
            field.setCurrentText(text)
        return
    assert isinstance(field, QLineEdit | QPlainTextEdit | QTextEdit), f"{field} cannot be filled"
    field.setFocus()
    field.selectAll()
    if text:
        QTest.keyClicks(field, text)
    else:
        QTest.keyClick(field, Qt.Key.Key_Delete)


def shown(value: Any) -> str:
    """A value as the window writes it."""
    if isinstance(value, dt.date):
        return show_date(value)
    if isinstance(value, dt.time):
        return show_time(value)
    return "" if value is None else str(value)


def pdf_text(source: Path | bytes) -> str:
    """The text of a PDF, lines joined by single spaces."""
    document = pypdfium2.PdfDocument(source)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    finally:
        document.close()
    return " ".join(" ".join(pages).split())
