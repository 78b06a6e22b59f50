"""The item being dealt with: its head and clock, what the chair reads, its notes in order of time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD, ItemOutcome
from boarddesk.domain.terms import members_on
from boarddesk.services.live import LiveNote, LiveView
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.words import clock_time, formal_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.chips import Chip, ClauseChip
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import SELECTION_BAR
from boarddesk.ui.meeting.drafts import DraftKeeper
from boarddesk.ui.meeting.note_field import NoteField
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import OUTCOMES, choices, tr

ROOM = 640  # px: below that width the item's clock and buttons stand under its title
LEAST, LEAST_LOW = 72, 44  # px of the notes at the least: the last ones, or the last one where the window is low


class ItemPane(QWidget):
    """`noted` gives a paragraph and the number of the one it replaces, or -1; the others are its buttons.

    `end_wanted` gives what came of the item, or None.
    """

    noted = Signal(str, int)
    next_wanted = Signal()
    end_wanted = Signal(object)
    defer_wanted = Signal()
    action_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._editing = -1
        self._begun = False
        ground(self, "surface")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(Rule())
        self.saved = Text("", "small", "ink3")
        kept = tr("kept until the minutes are approved, then disposed of by policy, unless on hold")
        title = Text(tr("Notes"), "small-strong", "ink2")
        self.action_button = Button(tr("Add an action…"), "flat", small=True, on_click=self.action_wanted.emit)
        line = row(title, Text(kept, "small", "ink3", elide=True), self.saved, self.action_button,
                   margins=(16, 1, 8, 1))  # fmt: skip
        line.setStretch(1, 1)
        head = holder(line)
        layout.addWidget(ground(head, "inset"))
        layout.addWidget(Rule())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        # Else the pane around it asks for the height of all notes, and the votes go below the fold.
        self._scroll.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        held = QWidget()
        self._lines = QVBoxLayout(held)
        self._lines.setContentsMargins(*[Theme.current().px(side) for side in (16, 6, 16, 2)])
        self._lines.setSpacing(Theme.current().px(4))
        self._scroll.setWidget(held)
        layout.addWidget(self._scroll, 1)
        self.note = NoteField()
        self.note.submitted.connect(self._submit)
        self.drafts = DraftKeeper(services, self.note)
        self.drafts.kept.connect(lambda at: self.saved.setText(tr("draft saved %1").replace("%1", at)))
        layout.addWidget(holder(row(self.note, margins=(16, 2, 16, 6))))
        self.set_low(False)

    def _head(self) -> QWidget:
        theme = Theme.current()
        self._number = Text("", "base", "ink3")
        self._title = Text("", "strong", wrap=True)
        self._chips = QHBoxLayout()
        self._chips.setSpacing(theme.px(6))
        self._spent = Chip("", "grey", "timer")
        self.next_button = Button(tr("Next item"), small=True, icon="arrow-right", on_click=self.next_wanted.emit)
        self.next_button.setToolTip(tr("Next item (Ctrl+Down)"))
        outcomes = QMenu(self)
        for outcome, words in choices(OUTCOMES):
            if outcome is not ItemOutcome.DEFERRED:
                ends = outcomes.addAction(words)
                ends.triggered.connect(lambda _checked=False, outcome=outcome: self.end_wanted.emit(outcome))
        outcomes.addSeparator()
        outcomes.addAction(tr("Without an outcome")).triggered.connect(lambda _on=False: self.end_wanted.emit(None))
        outcomes.addAction(tr("Defer…")).triggered.connect(lambda _on=False: self.defer_wanted.emit())
        self.end_button = MenuButton(tr("End item"), outcomes)
        self.end_button.setToolTip(tr("End the item now, with what came of it"))
        self._script = Text("", "record", wrap=True)
        self._script.setToolTip(tr("What the chair reads"))
        self._reads = reads = _Reads()
        self._reads_line = line = QHBoxLayout(reads)
        line.setSpacing(theme.px(12))
        self._reads_label = Text(tr("Chair reads"), "small", "ink2")
        line.addWidget(self._reads_label)
        line.addWidget(self._script, 1)
        naming = row(self._number, self._title, self._chips)
        naming.setStretch(1, 1)
        course = row(self._spent, None, self.end_button, self.next_button)
        for layout, part in ((naming, self._number), (naming, self._title), (course, self._spent)):
            layout.setAlignment(part, Qt.AlignmentFlag.AlignTop)
        naming.setAlignment(self._chips, Qt.AlignmentFlag.AlignTop)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(theme.px(6))
        self._top.addLayout(naming, 1)
        self._top.addLayout(course)
        head = QWidget()
        self._head_lines = column(self._top, reads)
        head.setLayout(self._head_lines)
        return head

    def set_low(self, low: bool) -> None:
        """Spend less height where the window is low: the motion and its votes need it more than earlier notes."""
        theme = Theme.current()
        edge = theme.px(5 if low else 10)
        self._head_lines.setContentsMargins(theme.px(16), edge, theme.px(16), edge)
        self._head_lines.setSpacing(theme.px(4 if low else 8))
        air = theme.px(3 if low else 7)
        self._reads_line.setContentsMargins(theme.px(15), air, theme.px(12), air)
        self._scroll.setMinimumHeight(theme.px(LEAST_LOW if low else LEAST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tight = event.size().width() < Theme.current().px(ROOM)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(down if tight else beside)
        self._reads_label.setVisible(not tight)

    def show_view(self, view: LiveView, why_not: str) -> None:
        """Show the item being dealt with and its notes."""
        item = view.now
        self._begun = item is not None
        self._number.setText(tr("Item %1").replace("%1", str(item.position)) if item else "")
        self._title.setText(item.title if item else self._idle_words(view))
        self._show_clauses(item.clauses if item else ())
        spent = next((line for line in view.items if item and line.id == item.id), None)
        self._spent.setVisible(spent is not None and spent.spent is not None)
        if spent is not None and spent.spent is not None:
            planned = tr(", planned %1").replace("%1", str(spent.planned)) if spent.planned else ""
            words = tr("%1 min").replace("%1", str(spent.spent)) + planned
            self._spent.set_text(words, "amber" if spent.over else "grey")
        self._script.setText(view.script)
        self._reads.setVisible(bool(view.script))
        self._show_notes(view.notes, why_not)
        self.note.set_people([formal_name(self._services.record, p) for p in members_on(
            self._services.record, view.meeting.body, view.meeting.day)])  # fmt: skip
        idle = why_not or (tr("Begin an item first (Ctrl+Down).") if item is None else "")
        self.note.setEnabled(not idle)
        self.note.setToolTip(idle)
        if item is not None and self._editing < 0:
            key = f"note/{item.id}"
            if key != self.drafts.key:
                self.drafts.show(key, "")

    def _idle_words(self, view: LiveView) -> str:
        ended = view.meeting.adjourned
        if ended is not None:
            return tr("Adjourned at %1").replace("%1", clock_time(ended))
        if view.meeting.state not in AHEAD | RUNNING:
            return tr("The times of this meeting are not recorded")
        return tr("No item has been begun")

    def show_course(self, *, running: bool, why_not: str) -> None:
        """Offer to end the item and to go on while the meeting runs."""
        self.next_button.setVisible(running)
        self.end_button.setVisible(running and self._begun)
        for button in (self.next_button, self.end_button, self.action_button):
            allow(button, why_not)

    def _show_clauses(self, clauses: tuple[str, ...]) -> None:
        clear(self._chips)
        for clause in clauses:
            self._chips.addWidget(ClauseChip(clause, "guideline" if clause.startswith("GL-") else "law"))

    def _show_notes(self, notes: tuple[LiveNote, ...], why_not: str) -> None:
        clear(self._lines)
        for note in notes:
            self._lines.addWidget(self._line(note, why_not))
        self._lines.addStretch(1)
        bar = self._scroll.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))

    def _line(self, note: LiveNote, why_not: str) -> QWidget:
        at = Text(clock_time(note.at), "small", "ink3")
        at.setFixedWidth(Theme.current().px(38))
        text = Text(note.text, "base", "ink" if note.line is not None else "ink2", wrap=True)
        parts: list[QWidget] = [at, text]
        if note.line is not None and not why_not:
            line = note.line
            name = tr("Change the note “%1”").replace("%1", note.text[:40])
            parts.append(
                Button(
                    icon="pen-line", kind="quiet", small=True, name=name, on_click=lambda: self.edit(line, note.text)
                )
            )
        laid = row(*parts, gap=8)
        laid.setStretch(1, 1)
        laid.setAlignment(at, Qt.AlignmentFlag.AlignTop)
        return holder(laid)

    def edit(self, line: int, text: str) -> None:
        """Take a note back into the field to change it."""
        self._editing = line
        self.note.setPlainText(text)
        self.note.setFocus()

    def _submit(self, text: str) -> None:
        line, self._editing = self._editing, -1
        self.note.blockSignals(True)
        self.note.clear()
        self.note.blockSignals(False)
        self.drafts.done()
        self.saved.setText("")
        self.noted.emit(text, line)


class _Reads(QFrame):
    """The ground of what the chair reads: inset, with a bar of the accent at its left."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("inset"))
        painter.fillRect(0, 0, SELECTION_BAR, self.height(), theme.color("accent"))
