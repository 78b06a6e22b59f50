"""The document room: every version under its kind, what is known of the one chosen, and its pages."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boarddesk.common.progress import Progress
from boarddesk.domain.documents import Document
from boarddesk.services.document_files import next_version, pages_of
from boarddesk.services.document_room import RoomDetail, RoomLine, room_counts, room_detail, room_lines, used_by
from boarddesk.services.files import save
from boarddesk.services.folder_plan import ending_of
from boarddesk.services.jobs import Job
from boarddesk.services.papers import preview_of
from boarddesk.services.redlines import RedlineRequest, redline
from boarddesk.services.workspace import Services
from boarddesk.ui import files, jobs
from boarddesk.ui.board.editing import hold
from boarddesk.ui.columns.room_columns import room_columns
from boarddesk.ui.documents.keeping import ask_document, take_files
from boarddesk.ui.documents.room_pane import RoomPane
from boarddesk.ui.documents.words import tr
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.judged_ahead import JudgedAhead
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.kit.tokens import ROW_TWO_LINES

REST_MS = 150
KEPT = 8
LEFT = 640


class RoomView(QWidget):
    """`wanted` asks for another page with a target, `said` for a toast."""

    wanted = Signal(str, object)
    said = Signal(str)

    def __init__(self, services: Services) -> None:
        super().__init__()
        self.services = services
        self.setAcceptDrops(True)
        self._made: dict[str, bytes] = {}
        self._job: Job | None = None
        self._name = ""
        self._judged = JudgedAhead(services, self)
        self._judged.done.connect(self._show_clauses)
        self.pane = RoomPane()
        self.pane.wanted.connect(self.wanted)
        self.pane.chosen.connect(self.show_document)
        self.pane.preview.save_wanted.connect(self.save_copy)
        self.pane.preview.print_wanted.connect(self.print_out)
        self.table = Table(
            room_columns(),
            name=tr("Documents on record"),
            group=lambda line: line.group,
            sortable=False,
            row_height=ROW_TWO_LINES,
            keys=[("Enter", tr("change"))],
            empty=EmptyState(
                "file-text", tr("No documents yet"), tr("Drop files here, or keep one: the charter, the bylaws."),
                action=tr("Keep a document…"), on_action=self.keep,
            ),
        )  # fmt: skip
        self.table.selected.connect(self._choose)
        self.table.activated.connect(lambda _line: self.change())
        self.changing = Button(tr("Change…"), small=True, icon="pen-line", on_click=self.change)
        self.following = Button(tr("New version…"), small=True, icon="file-plus", on_click=self.follow)
        self.saving = Button(tr("Save the file…"), small=True, icon="download", on_click=self.save_copy)
        foot = ground(holder(row(None, self.saving, self.following, self.changing, margins=(12, 8, 12, 8))), "surface")
        left = ground(holder(column(self.table, Rule(), foot, gap=0)), "surface")
        split = Splitter(left, self.pane, name="document-room")
        split.start_with(LEFT, 0)
        self.setLayout(column(split, gap=0))
        for keys, deed in (("Ctrl+S", self.save_copy), ("Ctrl+P", self.print_out)):
            QShortcut(QKeySequence(keys), self, deed)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._open)
        self.pane.show_nothing()

    @property
    def document(self) -> Document | None:
        """The version chosen in the list."""
        line: RoomLine | None = self.table.current()
        return self.services.record.find(Document, line.id) if line is not None else None

    def refresh(self) -> str:
        """Read the record; the words for the page's subtitle."""
        lines = room_lines(self.services)
        self.table.set_rows(lines)
        if self.table.current() is None:
            self.table.select_first()
        self._choose(self.table.current())
        count, in_force, due = room_counts(lines)
        words = tr("%1 in force of %2 on record").replace("%1", str(in_force)).replace("%2", str(count))
        return f"{words}; {tr('%1 to review').replace('%1', str(due))}" if due else words

    def show_document(self, document: str) -> None:
        """Choose a version by its id."""
        self.table.filter("")
        self.table.select(document)

    # --- what was chosen

    def _choose(self, line: RoomLine | None) -> None:
        why = why_not_editable(self.services)
        none = tr("Choose a document first.") if line is None else ""
        bare = tr("No file is kept with this version.") if line is not None and not line.file else ""
        hold([self.changing, self.following], why or none)
        hold([self.saving], none or bare)
        detail = room_detail(self.services, line.id) if line is not None else None
        if self._job is not None:
            self._job.stop()
            self._job = None
        if detail is None:
            self._rest.stop()
            self._judged.stop()
            self.pane.show_nothing()
            return
        self._show(detail)

    def _show(self, detail: RoomDetail) -> None:
        self.pane.show_detail(detail)
        self._judged.begin()
        self._name = detail.title
        key = self._key()
        if key in self._made:
            self._rest.stop()
            self._show_pages(detail.title, self._made[key])
        else:
            self.pane.preview.clear(detail.why_no_pages or tr("Opening %1").replace("%1", detail.title))
            if detail.pages:
                self._rest.start()

    def _show_pages(self, name: str, pdf: bytes) -> None:
        self._name = name
        self.pane.preview.setAccessibleName(tr("Preview of %1").replace("%1", name))
        self.pane.preview.show_bytes(pdf)

    def _show_clauses(self) -> None:
        if self.document is not None:
            self.pane.show_clauses(used_by(self.services.findings(), self.document.id))

    def _key(self) -> str:
        document = self.document
        return (document.rendition or document.attachment or "") if document is not None else ""

    def _open(self) -> None:
        document, key, services = self.document, self._key(), self.services
        if document is None or not key:
            return

        def work(progress: Progress) -> bytes:
            progress.step(0, 1)
            return preview_of(pages_of(services, document), document.title)

        def done(pdf: bytes) -> None:
            while len(self._made) >= KEPT:
                self._made.pop(next(iter(self._made)))
            self._made[key] = pdf
            if key == self._key():
                self._show_pages(document.title, pdf)

        self._job = jobs.start(self, tr("Opening %1").replace("%1", document.title), work, done)

    # --- deeds

    def keep(self) -> None:
        """Keep a document, as a new one."""
        ask_document(self, self.services)

    def follow(self) -> None:
        """Keep the next version of the document chosen."""
        if self.document is not None and not why_not_editable(self.services):
            ask_document(self, self.services, next_version(self.document))

    def change(self) -> None:
        """Change what is said of the version chosen."""
        if self.document is not None and not why_not_editable(self.services):
            ask_document(self, self.services, self.document)

    def compare(self) -> None:
        """Make a redline of two versions and show it, to be saved or printed."""
        from boarddesk.ui.dialogs.redline_dialog import RedlineDialog

        request = RedlineDialog.ask(self.services, self.document, self)
        if request is not None:
            self.show_redline(request)

    def show_redline(self, request: RedlineRequest) -> None:
        """Show a redline in the place of the document’s pages."""
        services = self.services

        def done(pdf: bytes) -> None:
            self._show_pages(tr("Redline"), pdf)

        jobs.start(self, tr("Comparing two versions"), lambda progress: redline(services, request, progress), done)

    def export(self) -> None:
        """Write all records as folders."""
        from boarddesk.services.folder_export import Exported, export_folders
        from boarddesk.ui.dialogs.export_folders_dialog import ExportFoldersDialog

        asked = ExportFoldersDialog.ask(self.services, self)
        if asked is None:
            return
        (dest, apart), services = asked, self.services

        def work(progress: Progress) -> Exported:
            return export_folders(services, dest, kept_apart=apart, progress=progress)

        jobs.start(self, tr("Exporting the records"), work, lambda done: self.said.emit(done.sentence))

    def save_copy(self) -> None:
        """Write the file of the version chosen where the user wants it; of a redline its PDF."""
        document = self.document
        kinds = tr("All files (*)")
        if self._name == tr("Redline") and self.pane.preview.pages():
            data, name = self.pane.preview.pdf(), f"{self._name}.pdf"
        elif document is None or document.attachment is None:
            return
        else:
            data = self.services.attachment(document.attachment)
            ending = ending_of(document.file_name, document.media_type)
            name = document.file_name or f"{document.title}{ending}"
        path = files.ask_save(self, tr("Save a copy"), name, kinds)
        if path is not None:
            save(path, data)
            self.said.emit(tr("%1 saved as %2").replace("%1", self._name).replace("%2", path.name))

    def print_out(self) -> None:
        """Print the pages shown."""
        if self.pane.preview.pages():
            from boarddesk.ui.print_pdf import print_document

            print_document(self.pane.preview.pdf(), self.pane.preview.pages(), self._name, self)

    def hideEvent(self, event: QHideEvent) -> None:
        self._judged.stop()
        super().hideEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not why_not_editable(self.services):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        take_files(self, self.services, [Path(u.toLocalFile()) for u in event.mimeData().urls() if u.isLocalFile()])
        event.acceptProposedAction()
