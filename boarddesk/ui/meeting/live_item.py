"""The item being dealt with: its head and clock, what the chair reads, its notes in order of time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD, ItemOutcome
from boarddesk.services.live import LiveView
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.sittings import time_at
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, row
from boarddesk.ui.kit.chips import Chip, ClauseChip
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import SELECTION_BAR
from boarddesk.ui.meeting.live_notes import NotesPane
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import OUTCOMES, choices, tr

ROOM = 640  # px: below that width the item's clock and buttons stand under its title


class ItemPane(QWidget):
    """Its signals are its buttons; `end_wanted` gives what came of the item, or None."""

    next_wanted = Signal()
    end_wanted = Signal(object)
    defer_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._begun = False
        ground(self, "surface")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(Rule())
        self.notes = NotesPane(services)
        self.note, self.drafts, self.action_button = self.notes.note, self.notes.drafts, self.notes.action_button
        layout.addWidget(self.notes, 1)
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
        self.notes.set_low(low)

    def fit(self, width: int) -> None:
        """Lay out for the room there is, in px: the pane's own width cannot say it, which its parts hold open."""
        tight = width < Theme.current().px(ROOM)
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
        self.notes.show_view(view, why_not)

    def _idle_words(self, view: LiveView) -> str:
        ended = view.meeting.adjourned
        if ended is not None:
            return tr("Adjourned at %1").replace("%1", time_at(view.meeting, ended))
        if view.meeting.state not in AHEAD | RUNNING:
            return tr("The times of this meeting are not recorded")
        return tr("No item has been begun")

    def show_course(self, *, running: bool, why_not: str) -> None:
        """Offer to end the item and to go on while the meeting runs."""
        self.next_button.setVisible(running)
        self.end_button.setVisible(running and self._begun)
        for button in (self.next_button, self.end_button, self.action_button, self.notes.phrases_button):
            allow(button, why_not)

    def _show_clauses(self, clauses: tuple[str, ...]) -> None:
        clear(self._chips)
        for clause in clauses:
            self._chips.addWidget(ClauseChip(clause, "guideline" if clause.startswith("GL-") else "law"))


class _Reads(QFrame):
    """The ground of what the chair reads: inset, with a bar of the accent at its left."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = Theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.color("inset"))
        painter.fillRect(0, 0, SELECTION_BAR, self.height(), theme.color("accent"))
