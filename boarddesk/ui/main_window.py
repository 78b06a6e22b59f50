"""The window: the welcome page while no file is open, else the desk of one company."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QStackedWidget, QWidget

from boarddesk.common.errors import UserError
from boarddesk.services.workspace import Services
from boarddesk.ui.company_files import CompanyFiles
from boarddesk.ui.desk import Desk
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.logo import window_icon
from boarddesk.ui.menus import Menus
from boarddesk.ui.recent_files import RecentFiles
from boarddesk.ui.welcome import Welcome

SIZE = (1280, 800)
SMALLEST = (1024, 640)
GEOMETRY = "window/geometry"


class MainWindow(QMainWindow):
    """One window on at most one company file; `opened` says that another one is shown."""

    opened = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.desk: Desk | None = None
        self.recent = RecentFiles()
        self.files = CompanyFiles(self)
        self.menus = Menus(self)
        self.stack = QStackedWidget()
        self._welcome: Welcome | None = None
        self.setCentralWidget(self.stack)
        self.setWindowIcon(window_icon())
        self.setMinimumSize(*SMALLEST)
        self._restore_place()
        self._show_title()
        self.menus.settle()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    @property
    def services(self) -> Services | None:
        """The open company, or None."""
        return self.desk.services if self.desk is not None else None

    def show_company(self, services: Services, page: str = "home") -> None:
        """Show an open company in place of what was shown."""
        self.release_company()
        desk = Desk(services, self.menus.bar(), self.menus.commands)
        desk.asked_day.connect(self.menus.choose_day)
        desk.moved.connect(lambda _name: self.menus.settle())
        self.desk = desk
        self.stack.addWidget(desk)
        self.stack.setCurrentWidget(desk)
        self.recent.note(services.path)
        self._show_title()
        desk.go(page)
        desk.rail.cells[page].setFocus()
        self.menus.settle()
        self.opened.emit()

    def show_welcome(self) -> None:
        """Show the welcome page, made when it is first seen: a start with a file goes past it."""
        if self._welcome is None:
            self._welcome = Welcome(self.files, self.recent)
            self.stack.addWidget(self._welcome)
        else:
            self._welcome.refresh()
        self.stack.setCurrentWidget(self._welcome)

    def close_company(self) -> None:
        """Close the open company, if there is one, and show the welcome page."""
        if self.desk is not None:
            self.release_company()
            self.show_welcome()
            self._show_title()
            self.menus.settle()

    def release_company(self) -> None:
        """Close the open company, if there is one; the file is whole again and anyone's to open."""
        if self.desk is None:
            return
        desk, self.desk = self.desk, None
        desk.release()
        self.stack.removeWidget(desk)
        desk.deleteLater()
        desk.services.close()

    def refuse(self, error: UserError) -> None:
        """Tell the user why something was not done: in the banner, or in a dialog where there is more to read."""
        if self.desk is None and not self.isVisible():
            self.show()
        if error.faults or self.desk is None or QApplication.activeModalWidget() is not None:
            from boarddesk.ui.error_dialog import RefusalDialog

            RefusalDialog(error, QApplication.activeModalWidget() or self).open_up()
        else:
            self.desk.refuse(error)

    def attempt(self, work: Callable[[], object]) -> bool:
        """Do something that may be refused; whether it was done."""
        try:
            work()
        except UserError as error:
            self.refuse(error)
            return False
        return True

    def open_path(self, path: Path) -> None:
        """Open a company file; a refusal is told and the window stays as it was."""
        self.attempt(lambda: self.files.open_path(path))

    def _show_title(self) -> None:
        company = self.services.record.company.name if self.services is not None else ""
        self.setWindowTitle(f"{company} – BoardDesk" if company else "BoardDesk")

    def _restore_place(self) -> None:
        kept = settings().value(GEOMETRY)
        if not (isinstance(kept, QByteArray) and self.restoreGeometry(kept)):
            screen = self.screen().availableGeometry()
            self.resize(min(SIZE[0], screen.width()), min(SIZE[1], screen.height()))

    def showEvent(self, event: QShowEvent) -> None:
        if self.desk is None:
            self.show_welcome()
        super().showEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        settings().setValue(GEOMETRY, self.saveGeometry())
        self.release_company()
        super().closeEvent(event)

    def _follow_focus(self, left: QWidget | None, taken: QWidget | None) -> None:
        """Listen to the focused line alone: a filter on the whole program would slow every event."""
        if isinstance(left, QLineEdit):
            left.removeEventFilter(self)
        if isinstance(taken, QLineEdit):
            taken.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A line with nothing to undo leaves Ctrl+Z to the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            spent = isinstance(watched, QLineEdit) and (
                (event.matches(QKeySequence.StandardKey.Undo) and not watched.isUndoAvailable())
                or (event.matches(QKeySequence.StandardKey.Redo) and not watched.isRedoAvailable())
            )
            if spent:
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.desk is not None:
            self.desk.back()
            return
        super().keyPressEvent(event)
