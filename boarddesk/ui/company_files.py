"""What can be done with company files: make, open, try the sample, import, export, check, copy, close."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.services import files as written
from boarddesk.services.workspace import Services, new_company, open_company, require_writable
from boarddesk.ui import files, jobs
from boarddesk.ui.kit.dates import show_time
from boarddesk.ui.kit.toast import Toast

if TYPE_CHECKING:
    from boarddesk.ui.main_window import MainWindow

SUFFIX = ".boarddesk"


class CompanyFiles(QObject):
    """The verbs of the File menu and of the welcome page; refusals are told by the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.kinds = self.tr("Company files (*.boarddesk)")

    def new(self) -> None:
        """Ask for the company and the place of its file, and make it."""
        from boarddesk.ui.dialogs.new_company_dialog import NewCompanyDialog

        company = NewCompanyDialog.ask(self._window)
        if company is None:
            return
        words = (company.short_name or company.name).lower().replace(",", "").replace(".", "").split()
        path = files.ask_save(
            self._window, self.tr("Where shall the file be kept?"), "-".join(words) + SUFFIX, self.kinds
        )
        if path is not None:
            self._window.attempt(lambda: self._window.show_company(new_company(path, company)))

    def open(self) -> None:
        """Ask for a file and open it."""
        path = files.ask_open(self._window, self.tr("Open a company file"), self.kinds)
        if path is not None:
            self._window.open_path(path)

    def open_path(self, path: Path) -> None:
        """Open a file: as its writer, or for reading when another holds it."""
        here = self._window.services
        if here is not None and here.path.resolve() == path.resolve():
            self._window.activateWindow()
            return
        self._window.show_company(open_company(path))

    def sample(self) -> None:
        """Ask for a place and make the sample company there, or open the one made before."""
        from boarddesk.services.sample import FILE_NAME, make_sample

        path = files.ask_save(self._window, self.tr("Where shall the sample be kept?"), FILE_NAME, self.kinds)
        if path is None:
            return
        if path.exists():
            self._window.open_path(path)
        else:
            self._window.attempt(lambda: self._window.show_company(make_sample(path)))

    def import_record(self) -> None:
        """Ask for a document or a sheet, show what it would add, and import all of it or nothing."""
        services = self._open()
        kinds = self.tr("Records and sheets (*.json *.csv *.xlsx)")
        path = files.ask_open(self._window, self.tr("Import"), kinds)
        if services is not None and path is not None:
            self._window.attempt(lambda: self._import(services, path))

    def _import(self, services: Services, path: Path) -> None:
        # Left until something is imported, so that the window starts quickly.
        from boarddesk.services import importing

        require_writable(services)
        data = files.read(path)
        if path.suffix.lower() in importing.TABULAR:
            from boarddesk.ui.dialogs.import_table_dialog import ImportTableDialog

            command = ImportTableDialog(services, path.name, data, self._window).asked()
            if command is not None:
                services.bus.do(command)
            return
        from boarddesk.ui.dialogs.import_record_dialog import ImportRecordDialog

        document = importing.read_source(services, path.name, data)
        lines = importing.plan_file(services, document, path.name)
        ImportRecordDialog(
            path.name,
            lines,
            attempt=lambda _wanted: importing.run_import(services, document, path.name),
            parent=self._window,
        ).asked()

    def export_record(self) -> None:
        """Write the whole record as one JSON document."""
        services = self._open()
        if services is None:
            return
        name = services.path.with_suffix(".json").name
        path = files.ask_save(self._window, self.tr("Export the record"), name, self.tr("Records (*.json)"))
        desk = self._window.desk
        if path is not None and desk is not None:
            done = self.tr("Record exported to {name}").format(name=path.name)
            jobs.start(
                desk,
                self.tr("Exporting the record"),
                lambda _progress: written.save(path, services.exported()),
                lambda _value: Toast.say(desk, done),
            )

    def save_copy(self) -> None:
        """Copy the whole file as it stands now."""
        services = self._open()
        if services is None:
            return
        name = f"{services.path.stem}-{clock.today():%Y%m%d}{SUFFIX}"
        path = files.ask_save(self._window, self.tr("Save a copy"), name, self.kinds)
        desk = self._window.desk
        if path is None or desk is None:
            return
        if path.resolve() == services.path.resolve():
            self._window.refuse(UserError("A copy needs another name than the file itself.", str(path)))
            return
        done = self.tr("Copied to {name}").format(name=path.name)
        jobs.start(
            desk,
            self.tr("Copying the file"),
            lambda _progress: services.store.backup(path),
            lambda _value: Toast.say(desk, done),
        )

    def check(self) -> None:
        """Verify journal, attachments and database; the status bar says when, or a dialog what is wrong."""
        services, desk = self._open(), self._window.desk
        if services is None or desk is None:
            return

        def told(faults: tuple[str, ...]) -> None:
            if faults:
                from boarddesk.ui.error_dialog import FaultsDialog

                FaultsDialog(faults, self._window).open_up()
            else:
                when = show_time(clock.now().time())
                desk.status.checked.say(self.tr("Journal checked {time}").format(time=when))

        jobs.start(desk, self.tr("Checking the file"), lambda _progress: services.verified(), told)

    def close(self) -> None:
        """Close the open file."""
        self._window.close_company()

    def _open(self) -> Services | None:
        return self._window.services
