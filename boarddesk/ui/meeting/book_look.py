"""What the pane beside the builder shows: the book as it would be built now, laid out aside, or the paper chosen."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boarddesk.domain.record import Record
from boarddesk.services.jobs import Job
from boarddesk.services.packet_sketch import PacketSketch, packet_bytes, packet_pages_of, packet_sketch
from boarddesk.services.packet_view import PlanLine, plan_foot
from boarddesk.services.papers import preview_of
from boarddesk.ui import jobs
from boarddesk.ui.columns.paper_columns import BookNumbers
from boarddesk.ui.meeting.book_pane import CONTENTS, PAPER, BookPane
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.papers_tab import PapersTab


class BookLook(QObject):
    """Fills the pane of a papers tab; the numbers of the list come from the same sketch."""

    def __init__(self, tab: "PapersTab", pane: BookPane, numbers: BookNumbers) -> None:
        super().__init__(tab)
        self._tab, self._pane, self._numbers = tab, pane, numbers
        self._seen, self._meeting = "", ""
        self._laid: Record | None = None
        self._sketching: Job | None = None
        pane.preview.save_wanted.connect(self.save)
        pane.preview.print_wanted.connect(self.print)
        pane.chosen.connect(lambda _face: self.show())

    def begin(self) -> None:
        """Another meeting begins with the contents, whose numbers are not known yet."""
        if self._meeting != self._tab.meeting_id:
            self._meeting, self._laid = self._tab.meeting_id, None
            self._numbers.sketch = None
            self._pane.face.choose(CONTENTS)

    def lay_out(self) -> None:
        """Number the book anew, off the window's thread, where something changed."""
        tab = self._tab
        meeting, services, record = tab.meeting_id, tab.services, tab.services.shown
        self._foot()
        if record is self._laid:
            return
        self._laid = record
        if self._sketching is not None:
            self._sketching.stop()

        def done(sketch: PacketSketch) -> None:
            if meeting == tab.meeting_id and record is self._laid:
                self._numbers.sketch = sketch
                self._foot()
                tab.show_numbers()
                self.show(again=True)

        self._sketching = jobs.start(
            tab, tr("Numbering the packet"), lambda progress: packet_sketch(services, meeting, progress), done
        )

    def _foot(self) -> None:
        tab, sketch = self._tab, self._numbers.sketch
        foot = plan_foot(tab.services.shown, tab.meeting, tab.services.day)
        self._pane.show_foot(foot, sketch.total if sketch else 0, packet_bytes(tab.services, tab.meeting_id))

    def show(self, *, again: bool = False) -> None:
        """Show the face of the book that is chosen: contents, cover, or the paper of the line chosen."""
        face, line, sketch = self._pane.face.value(), self._tab.line, self._numbers.sketch
        key = face
        if face == PAPER and line is not None:
            key = f"{line.id} {line.title} {line.paper.attachment if line.paper else ''}"
        if face != PAPER:
            if again or key != self._seen:
                self._pane.show_book(sketch, face)
        elif key != self._seen:
            self._show_paper(line, key)
        self._seen = key
        if face == PAPER and line is not None:
            self._pane.say_where(self._numbers.first(line).replace("–", ""), sketch.total if sketch else 0)

    def show_paper(self) -> None:
        """Show the paper of the line chosen."""
        self._pane.face.choose(PAPER)
        self.show()

    def _show_paper(self, line: PlanLine | None, key: str) -> None:
        self._pane.preview.clear()
        if line is None or line.without_pages:
            return
        meeting, services, paper = self._tab.meeting_id, self._tab.services, line.paper
        data = services.attachment(paper.attachment) if paper is not None else b""

        def work(_progress: object) -> bytes:
            return preview_of(data, line.title) if paper is not None else packet_pages_of(services, meeting, line.label)

        def done(pdf: bytes) -> None:
            if key == self._seen:
                self._pane.preview.show_bytes(pdf)

        jobs.start(self._tab, tr("Opening %1").replace("%1", line.title), work, done)

    def save(self) -> None:
        """Save a copy of what is in sight: a paper as it was received, other pages as they are."""
        from boarddesk.services.files import save
        from boarddesk.ui import files

        tab, face = self._tab, self._pane.face.value()
        paper = tab.line.paper if tab.line is not None and face == PAPER else None
        if paper is not None:
            name = paper.file_name or f"{paper.title}.pdf"
            data = tab.services.attachment(paper.original or paper.attachment)
        else:
            name, data = f"{'section' if face == PAPER else face}-{tab.meeting_id}.pdf", self._pane.preview.pdf()
        path = files.ask_save(tab, tr("Save a copy"), name, tr("All files (*)")) if data else None
        if path is not None:
            save(path, data)

    def print(self) -> None:
        """Print what is in sight."""
        from boarddesk.ui.print_pdf import print_document

        preview, tab = self._pane.preview, self._tab
        if preview.pages():
            title = tab.line.title if tab.line is not None and self._pane.face.value() == PAPER else tr("Packet")
            print_document(preview.pdf(), preview.pages(), title, tab)
