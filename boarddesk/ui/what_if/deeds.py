"""What is done with an answer: kept as a note, turned into real entries, printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boarddesk.services.files import save
from boarddesk.services.what_if_deeds import carry_out, deeds
from boarddesk.services.what_if_print import file_name, what_if_pdf
from boarddesk.ui import files, jobs
from boarddesk.ui.what_if.words import tr
from boarddesk.ui.widgets.pdf_preview import PdfPreview

if TYPE_CHECKING:
    from boarddesk.ui.what_if.view import WhatIfView


class WhatIfDeeds(QObject):
    """Works on the answer that its view shows."""

    def __init__(self, view: WhatIfView) -> None:
        super().__init__(view)
        self._view = view
        self.preview: PdfPreview | None = None

    def keep(self) -> None:
        """Ask for a title, and keep the question as a note."""
        from boarddesk.ui.dialogs.keep_what_if_dialog import KeepWhatIfDialog

        found = self._view.answer
        if found is not None:
            services = self._view.services
            command = KeepWhatIfDialog.ask(self._view, services, found)
            if command is not None:
                services.bus.do(command)

    def carry_out(self) -> None:
        """Show which entries the changes would be; once confirmed, make them and leave."""
        from boarddesk.ui.dialogs.carry_out_dialog import CarryOutDialog

        view, found = self._view, self._view.answer
        if found is None:
            return
        if CarryOutDialog.ask(view, found.title, deeds(view.services, found.changes)):
            done = carry_out(view.services, found.changes)
            view.left.emit("")
            made = tr("%1 entry made") if done == 1 else tr("%1 entries made, each a step that can be undone")
            view.said.emit(made.replace("%1", str(done)))

    def print_comparison(self) -> None:
        """Show the comparison as it prints, in place of the results; once more: the results again."""
        found, services = self._view.answer, self._view.services
        if found is None or self.close_preview():
            return
        jobs.start(
            self._view,
            tr("Making the comparison"),
            lambda _progress: what_if_pdf(services, found),
            self._show,
        )

    def _show(self, pdf: bytes) -> None:
        view = self._view
        if self.preview is None:
            self.preview = PdfPreview(name=tr("Preview of the comparison"))
            self.preview.save_wanted.connect(self._save)
            self.preview.print_wanted.connect(self._print)
            view.stack.addWidget(self.preview)
        self.preview.show_bytes(pdf)
        view.stack.setCurrentWidget(self.preview)
        view.print.setText(tr("Back to the results"))
        view.print.setAccessibleName(view.print.text())

    def close_preview(self) -> bool:
        """Show the results again; whether the preview was shown."""
        view = self._view
        shown = self.preview is not None and view.stack.currentWidget() is self.preview
        if shown:
            view.stack.setCurrentIndex(0)
            view.print.setText(tr("Print comparison"))
            view.print.setAccessibleName(view.print.text())
        return shown

    def _save(self) -> None:
        found, view, preview = self._view.answer, self._view, self.preview
        if found is None or preview is None:
            return
        pdf = preview.pdf()
        path = files.ask_save(view, tr("Save a copy"), file_name(found), tr("PDF files (*.pdf)"))
        if path is not None:
            said = tr("The comparison is saved as %1").replace("%1", path.name)
            jobs.start(view, tr("Saving"), lambda _progress: save(path, pdf), lambda _value: view.said.emit(said))

    def _print(self) -> None:
        found, preview = self._view.answer, self.preview
        if found is not None and preview is not None:
            from boarddesk.ui.print_pdf import print_document

            print_document(preview.pdf(), preview.pages(), found.title, self._view)
