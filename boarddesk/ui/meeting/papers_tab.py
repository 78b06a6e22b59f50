"""The packet of a meeting: its plan as a list, papers dropped or chosen, the book as it would be built now."""

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMenu, QStackedWidget, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services.agenda_order import items_of
from boarddesk.services.packet_tabs import EntryKind
from boarddesk.services.packet_view import PlanLine, plan_lines
from boarddesk.services.paper_files import KINDS, ReadPaper, read_papers
from boarddesk.services.paper_taking import takings
from boarddesk.ui import jobs
from boarddesk.ui.columns.paper_columns import BookNumbers
from boarddesk.ui.dialogs.paper_versions_dialog import PaperVersionsDialog
from boarddesk.ui.dialogs.take_papers_dialog import TakePapersDialog
from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.book_look import BookLook
from boarddesk.ui.meeting.book_pane import PAPER, BookPane
from boarddesk.ui.meeting.drop_targets import DropTargets
from boarddesk.ui.meeting.live_motion import from_start
from boarddesk.ui.meeting.papers_deeds import PapersDeeds
from boarddesk.ui.meeting.plan_table import PlanTable
from boarddesk.ui.meeting.tab import MeetingTab, allow
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.packet_deeds import PacketDeeds

PANE, PANE_LEAST = 424, 344  # px wide, unless the window is narrow


def _widths(wide: int) -> list[int]:
    """The widths of list and book for a width of the whole."""
    theme = Theme.current()
    pane = theme.px(PANE_LEAST if wide < theme.px(1000) else PANE)
    return [wide - pane, pane]


class PapersTab(MeetingTab):
    """The plan at the left, the book or a paper at the right; new papers go under the item named at the top."""

    name = "papers"

    def build(self) -> None:
        self.setAcceptDrops(True)
        self._packet: PacketDeeds | None = None
        self.numbers = BookNumbers()
        self.item = ChoiceField((), optional=True, hint=tr("Other papers"))
        self.item.setAccessibleName(tr("Under item"))
        self.item.setMinimumContentsLength(28)
        empty = EmptyState(
            "paperclip", tr("No papers yet"), tr("Drop files or folders here, or choose them."),
            action=tr("Choose files…"), on_action=self.choose_files,
        )  # fmt: skip
        self.table = PlanTable(self.numbers, empty)
        self.book = BookPane()
        self.preview = self.book.preview
        self.look = BookLook(self, self.book, self.numbers)
        split = Splitter(self._left(), self.book, name="papers")
        split.follow(_widths)
        split.start_with(0, PANE)
        self.body.addWidget(split, 1)
        self.plan_menu = QMenu(self)
        self.add_button = Button(tr("Add papers…"), "primary", icon="plus", on_click=self.choose_files)
        self.plan_button = MenuButton(tr("Plan"), self.plan_menu)
        self.packet_menu = QMenu(self)
        self.packet_menu.aboutToShow.connect(self._fill_packet)
        self.packet_button = MenuButton(tr("Packet"), self.packet_menu)
        self.writing(self.add_button, self.plan_button)
        self.deeds = PapersDeeds(self)
        self.table.selected.connect(self._choose)
        self.table.activated.connect(self.deeds.change)
        self.table.laid.connect(self.deeds.lay)
        self.table.part_moved.connect(self.deeds.move_part)
        self.table.removal_wanted.connect(self.remove)

    def _left(self) -> QWidget:
        self.tab_menu = QMenu(self)
        self.remove_button = Button(tr("Remove"), small=True, icon="trash-2", on_click=self.remove)
        self.change_button = Button(tr("Change…"), small=True, icon="pen-line", on_click=lambda: self.change(self.line))
        self.versions_button = Button(tr("Versions…"), small=True, icon="history", on_click=self.show_versions)
        self.tab_button = MenuButton(tr("Tab"), self.tab_menu, small=True)
        self._what, self._pages = Text("", "strong", elide=True), Text("", "base", "ink2")
        self._said = Text("", "base", "ink2", elide=True)
        buttons = row(self.tab_button, self.versions_button, self.change_button, self.remove_button)
        line = row(self._what, self._pages, None)
        foot = ground(holder(column(line, row(self._said, buttons), gap=6, margins=(16, 8, 12, 8))), "surface")
        words = Text(tr("New papers go under"), "base", "ink2")
        words.setToolTip(tr("A file whose name tells its item goes there instead."))
        head = ground(holder(row(words, self.item, None, margins=(12, 8, 12, 8))), "surface")
        self.targets = DropTargets()
        self._places = QStackedWidget()
        self._places.addWidget(self.table)
        self._places.addWidget(self.targets)
        self._warned = column(gap=0)
        return holder(column(self._warned, head, Rule(), self._places, Rule(edge=True), foot, gap=0))

    def _warn(self) -> None:
        """Say at the top which paper was repaired, until it is replaced by a sound one."""
        while (there := self._warned.takeAt(0)) is not None:
            if (old := there.widget()) is not None:
                old.deleteLater()
        repaired = [line for line in self.lines if line.paper is not None and line.note.startswith("repaired")]
        if not repaired:
            return
        first = repaired[0]
        strong = tr("Paper %1 was repaired.").replace("%1", first.tab)
        if len(repaired) > 1:
            strong = tr("%1 papers were repaired.").replace("%1", str(len(repaired)))
        says = tr("Compare with the sender’s copy before you publish.")
        self._warned.addWidget(
            Banner("repair", strong, says, action=tr("Show it"), on_action=lambda: self._point_at(first.id))
        )

    def _point_at(self, line: str) -> None:
        self.table.view.setFocus()
        self.table.select(line)
        self.look.show_paper()

    def header(self) -> list[QWidget]:
        return [self.plan_button, self.packet_button, self.add_button]

    @property
    def line(self) -> PlanLine | None:
        """The line chosen in the list."""
        found: PlanLine | None = self.table.current()
        return found

    @property
    def lines(self) -> list[PlanLine]:
        """Every line of the list."""
        return [line.item for line in self.table.model.lines if not line.is_heading]

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(record, meeting.id)]
        kept = self.item.value()
        self.item.set_choices(items)
        self.item.set_value(kept if kept in dict(items) else items[0][0] if items else None)
        from_start(self.item)
        self.table.why_not = self.why_not
        self.look.begin()
        lines = plan_lines(record, meeting, self.services.day)
        papers = any(line.row is not None for line in lines)
        self.table.set_rows(lines if papers or len(lines) > 1 else ())
        if self.line is None and self.table.model.lines:
            self.table.select_first()
        self._warn()
        self._settle(self.line)
        self.look.lay_out()

    def show_numbers(self) -> None:
        """The page numbers are known, or others than before."""
        self.table.view.viewport().update()
        self._settle(self.line)

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
        paper = self.line.paper if self.line is not None else None
        if paper is not None:
            self.do(PaperVersionsDialog.ask(self.services, paper, self))

    def change(self, line: PlanLine | None) -> None:
        """Change the line: rename a paper, or put it under another item."""
        self.deeds.change(line)

    def remove(self) -> None:
        """Take the line chosen off; Undo brings it back."""
        self.deeds.remove(self.line)

    def _choose(self, line: PlanLine | None) -> None:
        """A line was chosen: its paper is shown, unless the face of the book that is in sight was chosen by hand."""
        self._settle(line)
        if line is not None and self.isVisible() and self.table.view.hasFocus():
            self.book.face.choose(PAPER)
        self.look.show()

    def _settle(self, line: PlanLine | None) -> None:
        none = tr("Choose a line first.") if line is None else ""
        stays = self.deeds.why_stays(line) if line is not None else ""
        allow(self.remove_button, self.why_not or none or stays)
        allow(self.change_button, self.why_not or none)
        allow(self.tab_button, self.why_not or none)
        paper = "" if line is not None and line.paper is not None else tr("Only a paper has versions.")
        one = tr("There is one version of it.") if line is not None and line.versions == 1 else ""
        allow(self.versions_button, none or paper or one)
        lettered = line is not None and line.kind not in {EntryKind.AGENDA, EntryKind.MEMO}
        self._what.setText(f"{line.tab} {line.title}" if lettered and line else line.title if line else "")
        self._pages.setText(self._page_words(line) if line is not None else "")
        self._said.setText(
            " · ".join(part for part in (line.file_name, line.note, line.presenter) if part) if line else ""
        )
        self.book.face.set_text(PAPER, tr("Paper %1").replace("%1", line.tab) if line and line.place else tr("Paper"))

    def _page_words(self, line: PlanLine) -> str:
        pages, first = self.numbers.pages(line), self.numbers.first(line)
        if not pages or pages == "–":
            return ""
        words = tr("1 page") if pages == "1" else tr("%1 pages").replace("%1", pages)
        return words + (tr(", from page %1").replace("%1", first) if first and first != "–" else "")

    def _fill_packet(self) -> None:
        from boarddesk.ui.meeting.packet_deeds import PacketDeeds

        if self._packet is None:
            self._packet = PacketDeeds(self)
        self._packet.fill(self.packet_menu)
        self.packet_menu.addSeparator()
        look = self.packet_menu.addAction(tr("Look at the whole packet"))
        look.triggered.connect(lambda: self.wanted.emit("documents", "packet"))

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
