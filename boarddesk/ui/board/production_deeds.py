"""Deeds of the document room from the registers: records are ruled on and produced; the authority matrix is shown."""

from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from boarddesk.common.progress import Progress
from boarddesk.domain.document_room import Production
from boarddesk.services.commands.productions import DropDemand
from boarddesk.services.production_files import WrittenSet, keep_set, write_set
from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.register_words import tr


class ProductionDeeds(QObject):
    """The set is made off the window's thread; it is kept once its files are written."""

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self.services = services
        self.page: Any = page

    def open(self, line: Any) -> None:
        """Show the records of the demand chosen, and produce them where that is asked for."""
        from boarddesk.ui.dialogs.production_dialog import ProductionDialog

        row = self.services.record.find(Production, line.id) if line is not None else None
        asked = ProductionDialog.ask(self.page, self.services, row) if row is not None else None
        if asked is None:
            return
        services = self.services

        def work(progress: Progress) -> WrittenSet:
            return write_set(services, asked.production, asked.folder, progress, apart=asked.apart)

        def done(written: WrittenSet) -> None:
            if asked.keep and written.made is not None:
                keep_set(services, asked.production, written.made)
            said = tr("%1 pages written into %2").replace("%1", f"{written.pages:,}").replace("%2", asked.folder.name)
            self.page.said.emit("; ".join((said, *written.lines)))

        jobs.start(self.page, tr("Making the set"), work, done)

    def show_matrix(self) -> None:
        """Show who may sign what on the day shown."""
        from boarddesk.ui.dialogs.authority_matrix_dialog import AuthorityMatrixDialog

        AuthorityMatrixDialog.ask(self.page, self.services)

    def drop(self, row: Production) -> None:
        """Take a demand out that was entered by mistake."""
        command = DropDemand(row.id)
        self.services.bus.preview(command)
        sure = Confirmation.ask(
            self.page, tr("Remove %1?").replace("%1", row.title),
            tr("For a demand entered by mistake. Its rulings go with it."), tr("Remove"), tr("Keep the demand"),
        )  # fmt: skip
        if sure:
            self.services.bus.do(command)
