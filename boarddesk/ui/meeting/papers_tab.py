"""The papers of a meeting under their items: dropped or chosen, read, moved, seen."""

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services import documents
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.papers_change import MovePaper, RemovePaper
from boarddesk.services.paper_files import KINDS, ReadPaper, read_papers
from boarddesk.services.paper_taking import takings
from boarddesk.services.papers import PaperLine, paper_lines, preview_of
from boarddesk.ui import jobs
from boarddesk.ui.columns.paper_columns import paper_columns
from boarddesk.ui.dialogs.paper_dialog import PaperDialog
from boarddesk.ui.dialogs.paper_versions_dialog import PaperVersionsDialog
from boarddesk.ui.dialogs.take_papers_dialog import TakePapersDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.meeting.drop_targets import DropTargets
from boarddesk.ui.meeting.live_motion import from_start
from boarddesk.ui.meeting.tab import MeetingTab, allow
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.pdf_preview import PdfPreview


class PapersTab(MeetingTab):
    """The list at the left, the paper chosen at the right; new papers go under the item named at the top."""

    name = "papers"

    def build(self) -> None:
        self.setAcceptDrops(True)
        self._seen = ""
        self.item = ChoiceField((), optional=True, hint=tr("Other papers"))
        self.item.setAccessibleName(tr("Under item"))
        self.item.setMinimumContentsLength(28)
        self.table = Table(
            paper_columns(),
            name=tr("Papers"),
            group=lambda line: line.group,
            sortable=False,
            keys=[("Enter", tr("change")), ("Alt ↑↓", tr("move")), ("Del", tr("remove"))],
            empty=EmptyState(
                "paperclip", tr("No papers yet"), tr("Drop files or folders here, or choose them."),
                action=tr("Choose files…"), on_action=self.choose_files,
            ),
        )  # fmt: skip
        self.table.selected.connect(self._choose)
        self.table.activated.connect(self.change)
        self.preview = PdfPreview(name=tr("Paper"), empty=tr("Choose a paper to see it here"))
        self.preview.save_wanted.connect(self._save)
        self.preview.print_wanted.connect(self._print)
        self.remove_button = Button(tr("Remove"), small=True, icon="trash-2", on_click=self.remove)
        self.change_button = Button(tr("Change…"), small=True, icon="pen-line", on_click=lambda: self.change(self.line))
        self.versions_button = Button(tr("Versions…"), small=True, icon="history", on_click=self.show_versions)
        self._said = Text("", "small", "ink2", elide=True)
        buttons = (self.versions_button, self.change_button, self.remove_button)
        foot = ground(holder(row(self._said, None, *buttons, margins=(12, 8, 12, 8))), "surface")
        words = Text(tr("New papers without an item in their name go under"), "base", "ink2")
        head = ground(
            holder(
                row(
                    words,
                    self.item,
                    None,
                    margins=(12, 8, 12, 8),
                )
            ),
            "surface",
        )
        self.targets = DropTargets()
        self._places = QStackedWidget()
        self._places.addWidget(self.table)
        self._places.addWidget(self.targets)
        left = holder(column(head, Rule(), self._places, Rule(), foot, gap=0))
        split = Splitter(left, self.preview, name="papers")
        split.start_with(640, 0)
        self.body.addWidget(split, 1)
        self.add_button = Button(tr("Add papers…"), "primary", icon="plus", on_click=self.choose_files)
        self.packet_button = Button(tr("Board packet"), icon="book-marked", on_click=self._packet)
        self.writing(self.add_button)
        for keys, deed in (
            ("Del", self.remove),
            ("Alt+Up", lambda: self.move_by(-1)),
            ("Alt+Down", lambda: self.move_by(1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.table.view, deed)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)

    def header(self) -> list[QWidget]:
        return [self.packet_button, self.add_button]

    @property
    def line(self) -> PaperLine | None:
        """The paper chosen in the list."""
        found: PaperLine | None = self.table.current()
        return found

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(record, meeting.id)]
        kept = self.item.value()
        self.item.set_choices(items)
        self.item.set_value(kept if kept in dict(items) else items[0][0] if items else None)
        from_start(self.item)
        self.table.set_rows(paper_lines(record, meeting))
        if self.line is None and self.table.model.lines:
            self.table.select_first()
        self._choose(self.line)

    def show_place(self, kind: str, row_id: str) -> None:
        if kind == Paper.table:
            self.table.select(row_id)

    def choose_files(self) -> None:
        """Ask for files and lay them before the meeting."""
        kinds = " ".join(f"*{kind}" for kind in KINDS)
        names, _kind = QFileDialog.getOpenFileNames(
            self, tr("Add papers"), "", tr("Papers (%1);;All files (*)").replace("%1", kinds)
        )
        self.add_files([Path(name) for name in names])

    def add_files(self, paths: list[Path], item: str | None = None) -> None:
        """Read files off the window's thread, each examined apart, and ask what is to become of them.

        All of them go under `item` where one is named; else each goes where its name says.
        """
        if not paths or self.why_not:
            return
        meeting, fallback = self.meeting_id, self.item.value()
        jobs.start(
            self, tr("Reading papers"), lambda progress: read_papers(paths, progress),
            lambda found: self._take(found, meeting, item, fallback),
        )  # fmt: skip

    def _take(self, found: tuple[ReadPaper, ...], meeting: str, item: str | None, fallback: str | None) -> None:
        services = self.services
        there = services.record.find(Meeting, meeting)
        if there is not None:
            files = takings(services.record, there, found, item or fallback, fixed=item is not None)
            self.do(TakePapersDialog.ask(services, there, files, self))

    def show_versions(self) -> None:
        """Show the versions of the paper chosen, and go back to one."""
        line = self.line
        paper = self.services.record.find(Paper, line.id) if line is not None else None
        if paper is not None:
            self.do(PaperVersionsDialog.ask(self.services, paper, self))

    def change(self, line: PaperLine | None) -> None:
        """Rename a paper, or put it under another item."""
        paper = self.services.record.find(Paper, line.id) if line is not None else None
        if paper is not None and not self.why_not:
            for command in PaperDialog.ask(self.services, self.meeting, paper, self) or ():
                self.services.bus.do(command)

    def remove(self) -> None:
        """Take the paper chosen off; Undo brings it back."""
        line = self.line
        if line is not None and line.minutes_of is None and not self.why_not:
            self.services.bus.do(RemovePaper(line.id))

    def move_by(self, step: int) -> None:
        """Move the paper chosen up or down under its item."""
        line = self.line
        paper = self.services.record.find(Paper, line.id) if line is not None else None
        if paper is not None and not self.why_not:
            self.services.bus.do(MovePaper(paper.id, paper.item, paper.position + step))

    def _choose(self, line: PaperLine | None) -> None:
        made = line is not None and line.minutes_of is not None
        none = tr("Choose a paper first.") if line is None else ""
        record = tr("These minutes are made from the record.") if made else ""
        for button in (self.remove_button, self.change_button):
            allow(button, self.why_not or none or record)
        one = tr("There is one version of it.") if line is not None and line.versions == 1 else ""
        allow(self.versions_button, none or record or one)
        self._said.setText(" · ".join(part for part in (line.tab, line.file_name, line.note) if part) if line else "")
        key = f"{line.id} {line.title}" if line else ""
        if key != self._seen:
            self._seen = key
            self._show(line)

    def _show(self, line: PaperLine | None) -> None:
        self.preview.clear()
        if line is None or line.without_pages:
            return
        paper = self.services.record.find(Paper, line.id)
        key, services = self._seen, self.services
        data = services.attachment(paper.attachment) if paper is not None else b""

        def work(_progress: object) -> bytes:
            if line.minutes_of is not None:
                return documents.minutes_pdf(services, line.minutes_of)
            return preview_of(data, line.title)

        def done(pdf: bytes) -> None:
            if key == self._seen:
                self.preview.show_bytes(pdf)

        jobs.start(self, tr("Opening %1").replace("%1", line.title), work, done)

    def _save(self) -> None:
        from boarddesk.services.files import save
        from boarddesk.ui import files

        line = self.line
        paper = self.services.record.find(Paper, line.id) if line is not None else None
        if paper is None:
            return
        path = files.ask_save(self, tr("Save a copy"), paper.file_name or f"{paper.title}.pdf", tr("All files (*)"))
        if path is not None:
            save(path, self.services.attachment(paper.original or paper.attachment))

    def _print(self) -> None:
        from boarddesk.ui.print_pdf import print_document

        if self.line is not None and self.preview.pages():
            print_document(self.preview.pdf(), self.preview.pages(), self.line.title, self)

    def _packet(self) -> None:
        self.wanted.emit("documents", "packet")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not event.mimeData().hasUrls() or self.why_not:
            return
        record = self.services.shown
        counts = Counter(paper.item for paper in record.where(Paper, "meeting", self.meeting_id))
        self.targets.offer(record, self.meeting_id, counts)
        self._places.setCurrentWidget(self.targets)
        event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasUrls() and not self.why_not:
            self._pointed(event)
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._places.setCurrentWidget(self.table)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        item = self._pointed(event)
        self._places.setCurrentWidget(self.table)
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()], item)
        event.acceptProposedAction()

    def _pointed(self, event: QDropEvent) -> str | None:
        """The item under the pointer, while the items are shown."""
        if self._places.currentWidget() is not self.targets:
            return None
        return self.targets.point(self.targets.mapFrom(self, event.position().toPoint()))
