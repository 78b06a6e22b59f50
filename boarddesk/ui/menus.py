"""The menus and their keys: only what works here and now is enabled; search lists the same commands."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from boarddesk.services.every_report import REPORTS
from boarddesk.services.search import Hit
from boarddesk.ui.kit import theme
from boarddesk.ui.kit.settings import settings
from boarddesk.ui.navigation import FOOT, PLACES
from boarddesk.ui.report_menu import report_title

if TYPE_CHECKING:
    from boarddesk.ui.desk import Desk
    from boarddesk.ui.main_window import MainWindow

APPEARANCE = "window/appearance"


class Menus(QObject):
    """Makes the actions once; `bar` gives a menu bar for a head, `settle` enables what can be done."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: list[QMenu] = []
        self._needs_company: list[QAction] = []
        self._needs_writing: list[QAction] = []
        self.actions: list[QAction] = []
        self._file()
        self._edit()
        self._view()
        self._record()
        self._reports()
        self._help()

    def bar(self) -> QMenuBar:
        """A menu bar with all menus."""
        made = QMenuBar()
        for menu in self._menus:
            made.addMenu(menu)
        return made

    def commands(self) -> list[Hit]:
        """What can be done now, for the search field."""
        hits = [
            Hit("command", action.text().replace("&", "").rstrip("…"), action.shortcut().toString(), action)
            for action in self.actions
            if action.isEnabled() and action.isVisible()
        ]
        pages = [Hit("page", place.shown_title(), place.shortcut, place.name) for place in PLACES]
        return [*pages, *hits] if self._window.desk is not None else hits

    def settle(self) -> None:
        """Enable what can be done with what is open, and name what would be undone."""
        services = self._window.services
        for action in self._needs_company:
            action.setEnabled(services is not None)
        for action in self._needs_writing:
            action.setEnabled(services is not None and not services.why_read_only)
        if services is not None:
            undo, redo = services.history.undo_label(), services.history.redo_label()
            self.undo.setText(self.tr("Undo “{step}”").format(step=undo) if undo else self.tr("Undo"))
            self.redo.setText(self.tr("Redo “{step}”").format(step=redo) if redo else self.tr("Redo"))
            self._back.setEnabled(self._window.desk is not None and self._window.desk.can_go_back())
            self._today.setEnabled(services.day != services.today)

    def choose_day(self) -> None:
        """Ask which day the pages shall show."""
        from boarddesk.ui.dialogs.choose_day_dialog import ChooseDayDialog

        desk = self._window.desk
        if desk is None:
            return
        day = ChooseDayDialog.ask(self._window, desk.services.day, desk.services.today)
        if day is not None:
            desk.read_on(day)

    def _menu(self, title: str) -> QMenu:
        menu = QMenu(title, self._window)
        menu.aboutToShow.connect(self.settle)
        self._menus.append(menu)
        return menu

    def _add(
        self,
        menu: QMenu,
        text: str,
        call: Callable[[], object],
        keys: str = "",
        *,
        company: bool = True,
        writing: bool = False,
        listed: bool = True,
    ) -> QAction:
        action = QAction(text, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: call())
        menu.addAction(action)
        self._window.addAction(action)
        if company:
            self._needs_company.append(action)
        if writing:
            self._needs_writing.append(action)
        if listed:
            self.actions.append(action)
        return action

    def _with_desk(self, call: Callable[[Desk], object]) -> Callable[[], None]:
        def work() -> None:
            if self._window.desk is not None:
                call(self._window.desk)

        return work

    def _file(self) -> None:
        menu, files = self._menu(self.tr("File")), self._window.files
        self._add(menu, self.tr("New company…"), files.new, "Ctrl+N", company=False)
        self._add(menu, self.tr("Open…"), files.open, "Ctrl+O", company=False)
        recent = menu.addMenu(self.tr("Open recent"))
        recent.aboutToShow.connect(lambda: self._fill_recent(recent))
        self._add(menu, self.tr("Try the sample company…"), files.sample, company=False)
        menu.addSeparator()
        self._add(menu, self.tr("Import…"), files.import_record, writing=True)
        self._add(menu, self.tr("Export the record…"), files.export_record)
        self._add(menu, self.tr("Save a copy…"), files.save_copy)
        self._add(menu, self.tr("Check the file"), files.check)
        menu.addSeparator()
        self._add(menu, self.tr("Close the file"), files.close, "Ctrl+W")
        self._add(menu, self.tr("Quit"), self._window.close, "Ctrl+Q", company=False)

    def _fill_recent(self, menu: QMenu) -> None:
        menu.clear()
        for file in self._window.recent.listed():
            action = menu.addAction(file.path.name)
            action.setToolTip(str(file.path))
            action.setEnabled(file.there)
            action.triggered.connect(lambda _checked=False, path=file.path: self._window.open_path(path))
        if menu.isEmpty():
            menu.addAction(self.tr("No file was opened yet")).setEnabled(False)

    def _edit(self) -> None:
        menu = self._menu(self.tr("Edit"))
        self.undo = self._add(menu, self.tr("Undo"), self._with_desk(lambda desk: desk.undo()), "Ctrl+Z", writing=True)
        self.redo = self._add(
            menu, self.tr("Redo"), self._with_desk(lambda desk: desk.redo()), "Ctrl+Shift+Z", writing=True
        )
        menu.addSeparator()
        find = self._with_desk(lambda desk: desk.search.begin())
        self._add(menu, self.tr("Search"), find, "Ctrl+K", listed=False)
        words = self._with_desk(lambda desk: desk.find_words())
        self._add(menu, self.tr("Find in minutes, motions and papers…"), words, "Ctrl+Shift+F")

    def _view(self) -> None:
        menu = self._menu(self.tr("View"))
        for place in PLACES:
            if place.name == FOOT:
                menu.addSeparator()
            show = self._with_desk(lambda desk, name=place.name: desk.go(name))  # type: ignore[misc]
            self._add(menu, place.shown_title(), show, place.shortcut, listed=False)
        menu.addSeparator()
        self._back = self._add(menu, self.tr("Back"), self._with_desk(lambda desk: desk.back()), "Alt+Left")
        self._add(menu, self.tr("Choose the day shown…"), self.choose_day, "Ctrl+T")
        self._today = self._add(menu, self.tr("Back to today"), self._with_desk(lambda desk: desk.read_on(None)))
        self._add(menu, self.tr("Next pane"), self._with_desk(lambda desk: desk.next_pane()), "F6", listed=False)
        menu.addSeparator()
        looks = menu.addMenu(self.tr("Appearance"))
        for mode, words in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self._add(looks, words, lambda mode=mode: self.dress(mode), company=False, listed=False)  # type: ignore[misc]

    def dress(self, mode: str) -> None:
        """Put light or dark in force, and keep the choice."""
        settings().setValue(APPEARANCE, mode)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            chosen: theme.Mode = "dark" if mode == "dark" else "light" if mode == "light" else "system"
            theme.Theme.current().use(app, chosen, theme.Theme.current().text_scale)

    def _record(self) -> None:
        menu = self._menu(self.tr("Record"))

        def on(page: str, deed: str) -> Callable[[], None]:
            def work(desk: Desk) -> None:
                desk.go(page)
                getattr(desk.page(page), deed)()

            return self._with_desk(work)

        self._add(menu, self.tr("Schedule a meeting…"), on("calendar", "schedule"), "Ctrl+Shift+M", writing=True)
        self._add(menu, self.tr("Plan a year…"), on("calendar", "plan"), writing=True)
        self._add(menu, self.tr("What if…"), on("compliance", "suppose"), "Ctrl+Shift+W")
        menu.addSeparator()
        self._add(menu, self.tr("Verify a PDF…"), self._with_desk(self._verify))

    def _verify(self, desk: Desk) -> None:
        """Whether a PDF is what was sealed in this file."""
        from boarddesk.ui.dialogs.verify_pdf_dialog import VerifyPdfDialog

        VerifyPdfDialog(desk.services, self._window).asked()

    def _reports(self) -> None:
        menu = self._menu(self.tr("Reports"))

        def show(target: str) -> Callable[[], None]:
            return self._with_desk(lambda desk: desk.go("documents", target))

        for report in REPORTS:
            self._add(menu, report_title(report), show(report.name))
        menu.addSeparator()
        self._add(menu, self.tr("Minutes"), show("minutes"))
        self._add(menu, self.tr("Board packets"), show("packet"))

    def _help(self) -> None:
        menu = self._menu(self.tr("Help"))
        self._add(menu, self.tr("Help for this page"), self.help_here, "F1", company=False)
        self._add(menu, self.tr("Keys"), lambda: self.help_on("keys"), company=False)
        self._add(menu, self.tr("About BoardDesk"), lambda: self.help_on("about"), company=False)

    def help_here(self) -> None:
        """Show the help of the page shown."""
        self.help_on(self._window.desk.here if self._window.desk is not None else "welcome")

    def help_on(self, name: str) -> None:
        """Show one help page."""
        from boarddesk.ui.help_dialog import HelpDialog

        dialog = HelpDialog(name, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
