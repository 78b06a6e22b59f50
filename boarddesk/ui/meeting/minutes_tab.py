"""The minutes block by block, worded in place; beside them the page as it prints, or the hints on the drafting."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.finding import Evidence
from boarddesk.domain.motions import Consent
from boarddesk.domain.record import Record
from boarddesk.services import documents
from boarddesk.services.commands.minutes_hints import RecallHint
from boarddesk.services.commands.minutes_word import RestoreBlock, WordBlock
from boarddesk.services.files import save
from boarddesk.services.hints.hint import Hint
from boarddesk.services.minutes_view import MinutesView, block_of, minutes_view
from boarddesk.services.words import meeting_name
from boarddesk.ui import files, jobs
from boarddesk.ui.board.editing import menu_button
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.text import KeyCap, Rule, Text, ground
from boarddesk.ui.meeting.hint_pane import HintPane
from boarddesk.ui.meeting.minutes_list import MinutesList
from boarddesk.ui.meeting.minutes_state_bar import MinutesStateBar
from boarddesk.ui.meeting.tab import MeetingTab
from boarddesk.ui.meeting.word_file import read_word_file, save_large_print, save_word_file
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.pdf_preview import PdfPreview


class MinutesTab(MeetingTab):
    """`state_place` at the top is for where the minutes stand and what moves them on."""

    name = "minutes"

    def build(self) -> None:
        self._made_from: tuple[Record, str] | None = None
        self.pdf = b""
        self.view: MinutesView | None = None
        self._at = -1
        self.state_place = QVBoxLayout()
        self.state_place.setContentsMargins(0, 0, 0, 0)
        self.state_bar = MinutesStateBar(self.services, self.do)
        self.state_bar.opened.connect(self.open_other)
        self.state_place.addWidget(self.state_bar)
        self._none = QWidget()
        self._none_layout = QVBoxLayout(self._none)
        self.stack = QStackedWidget()
        self.stack.addWidget(self._make_panes())
        self.stack.addWidget(self._none)
        self.body.addLayout(self.state_place)
        self.body.addWidget(self.stack, 1)
        self.save_button = Button(tr("Save a copy…"), icon="download", on_click=self.save_copy)
        self.print_button = Button(tr("Print…"), icon="printer", on_click=self.print_out)
        self.print_button.setShortcut("Ctrl+P")
        self.more = menu_button(
            tr("Other forms"),
            [
                (tr("Save as a Word file…"), lambda: save_word_file(self)),
                (tr("Take edits from a Word file…"), lambda: read_word_file(self)),
                (tr("Wording patterns of the company…"), self.word_patterns),
                (tr("Save in large print…"), lambda: save_large_print(self)),
            ],
        )
        self.shortcut = QShortcut(QKeySequence("F8"), self, self.next_hint)
        # Of the window: a tab that was only just opened does not have the focus yet.
        self.shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    def _make_panes(self) -> QWidget:
        self.list = MinutesList()
        self.list.worded.connect(self.word)
        self.list.typed.connect(self.keep_draft)
        self.list.restored.connect(lambda key: self.do(RestoreBlock(self.meeting_id, key)))
        self.counts = Text("", "small-medium", "ink2")
        bar = ground(holder(row(self.counts, None, KeyCap("F8"), Text(tr("next hint"), "small", "ink3"),
                                margins=(14, 6, 14, 6))), "inset")  # fmt: skip
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (bar, Rule()):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        self.preview = PdfPreview(name=tr("Minutes"), empty=tr("The minutes are being made"))
        self.preview.save_wanted.connect(self.save_copy)
        self.preview.print_wanted.connect(self.print_out)
        self.hints = HintPane()
        self.hints.wanted.connect(self.go_to_hint)
        self.hints.aside.connect(self.set_aside)
        self.hints.recalled.connect(lambda dismissal: self.do(RecallHint(dismissal)))
        self.hints.record_wanted.connect(lambda: self.tab_wanted.emit("live"))
        self.beside = QStackedWidget()
        self.beside.addWidget(self.preview)
        self.beside.addWidget(self.hints)
        self.parts = SegmentedControl([(0, tr("Page")), (1, tr("Hints"))], name=tr("What stands beside the minutes"))
        self.parts.chosen.connect(self.beside.setCurrentIndex)
        right = QWidget()
        aside = QVBoxLayout(right)
        aside.setContentsMargins(0, 0, 0, 0)
        aside.setSpacing(0)
        aside.addWidget(ground(holder(row(self.parts, None, margins=(10, 4, 10, 4))), "inset"))
        aside.addWidget(Rule())
        aside.addWidget(self.beside, 1)
        panes = Splitter(left, right, name="minutes")
        panes.start_with(0, 470)
        return panes

    def header(self) -> list[QWidget]:
        return [self.more, self.save_button, self.print_button]

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting_id
        self.state_bar.show_meeting(meeting)
        try:
            self.view = minutes_view(self.services, meeting)
        except UserError as refusal:
            self.view = None
            self._say_none(refusal)
        if self.view is not None:
            self._show_view(self.view)
        made = self._made_from
        if made is not None and made[0] is record and made[1] == meeting:
            return
        page = self.preview.page() if made is not None and made[1] == meeting else 0
        self._made_from = (record, meeting)
        if self.view is not None:
            # The tab is painted first: making the document keeps both from being quick.
            QTimer.singleShot(0, self, lambda: self._print_again(record, meeting, page))

    def _show_view(self, view: MinutesView) -> None:
        prefix = self._draft_key("")
        drafts = {
            key.removeprefix(prefix): text for key, text in self.services.store.drafts().items()
            if key.startswith(prefix)
        }  # fmt: skip
        self.stack.setCurrentIndex(0)
        self.list.show_view(view, drafts)
        self.hints.show_view(view)
        count, differing = len(view.hints.open), view.hints.differing
        parts = [tr("%1 where text and record differ").replace("%1", str(differing))] if differing else []
        wording = count - differing
        parts += [tr("%1 on the wording").replace("%1", str(wording))] if wording else []
        self.counts.setText(", ".join(parts) or tr("No hints"))
        self.parts.set_text(1, tr("Hints %1").replace("%1", str(count)) if count else tr("Hints"))

    def _print_again(self, record: Record, meeting: str, page: int) -> None:
        if self._made_from != (record, meeting):
            return

        def work(_progress: Progress) -> bytes | UserError:
            try:
                return documents.minutes_pdf(self.services, meeting)
            except UserError as refusal:
                return refusal

        def done(made: bytes | UserError) -> None:
            if self._made_from == (record, meeting):
                self._settle(b"" if isinstance(made, UserError) else made, page)

        jobs.start(self, tr("Making the minutes"), work, done)

    def _settle(self, pdf: bytes, page: int = 0) -> None:
        self.pdf = pdf
        if pdf:
            self.preview.show_bytes(pdf, page)
        else:
            self.preview.clear()
        for button in (self.save_button, self.print_button, self.more):
            button.setEnabled(bool(pdf))

    def _say_none(self, refusal: UserError) -> None:
        self._settle(b"")
        clear(self._none_layout)
        self._none_layout.addWidget(EmptyState("file-text", refusal.what, refusal.what_to_do))
        self.stack.setCurrentWidget(self._none)

    def show_place(self, kind: str, row_id: str) -> None:
        if self.view is not None:
            self.list.go_to(block_of(self.services.shown, kind, row_id))

    def open_other(self, row_id: str) -> None:
        """Go to another meeting, or to a written consent in the list of what was decided between meetings."""
        consent = self.services.shown.find(Consent, row_id)
        if consent is None:
            self.opened.emit(row_id)
        else:
            self.wanted.emit("meetings", Evidence(Consent.table, consent.id, consent.number))

    def leave(self) -> None:
        if self.view is not None:
            self.list.commit()

    def _draft_key(self, key: str) -> str:
        return f"minutes/{self.meeting_id}/{key}"

    def keep_draft(self, key: str, wording: str) -> None:
        """Keep the words of a block while they are typed."""
        if not self.services.why_read_only and self.view is not None and not self.view.why_not:
            changed = self.list.rows[key].edit.changed
            self.services.store.save_draft(self._draft_key(key), wording if changed else "")

    def word(self, key: str, wording: str) -> None:
        """Let the words of a block become a command; its draft goes."""
        self.services.store.save_draft(self._draft_key(key), "")
        self.do(WordBlock(self.meeting_id, key, wording))

    def next_hint(self) -> None:
        """Go to the next hint, from the last to the first again."""
        if self.view is not None and self.view.hints.open:
            self._at = (self._at + 1) % len(self.view.hints.open)
            self.go_to_hint(self.view.hints.open[self._at])

    def go_to_hint(self, hint: Hint) -> None:
        """Show the block of a hint with its words chosen."""
        self.list.go_to(hint.place, hint.words)

    def set_aside(self, hint: Hint) -> None:
        """Ask for the reason and set a hint aside."""
        from boarddesk.ui.dialogs.dismiss_hint_dialog import DismissHintDialog

        self.do(DismissHintDialog.ask(self.services, self.meeting, hint, self))

    def word_patterns(self) -> None:
        """Change the company's own wording of a pattern."""
        from boarddesk.ui.dialogs.minutes_patterns_dialog import MinutesPatternsDialog

        self.leave()
        self.do(MinutesPatternsDialog.ask(self.services, self))

    def save_copy(self) -> None:
        """Write the minutes as a file."""
        if not self.pdf:
            return
        name = f"{meeting_name(self.services.shown, self.meeting)}, minutes.pdf"
        path, pdf = files.ask_save(self, tr("Save a copy"), name, tr("PDF files (*.pdf)")), self.pdf
        if path is not None:
            jobs.start(self, tr("Saving"), lambda _progress: save(path, pdf), lambda _done: None)

    def print_out(self) -> None:
        """Print the minutes on paper."""
        if self.preview.pages():
            from boarddesk.ui.print_pdf import print_document

            name = meeting_name(self.services.shown, self.meeting)
            print_document(self.preview.pdf(), self.preview.pages(), name, self)
