"""One block of the minutes on screen: the rail at the left, the words beside it, and what is wrong beneath."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import Block, BlockKind, wording_fault
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import SELECTION_BAR
from boarddesk.ui.meeting.block_edit import BlockEdit
from boarddesk.ui.meeting.words import tr

RAIL = 146


class BlockRow(QWidget):
    """`worded` gives key and wording once they can be taken, `typed` the same at each pause.

    `restored` asks for the pattern's words, `stepped` for the row above or below.
    """

    worded = Signal(str, str)
    typed = Signal(str, str)
    restored = Signal(str)
    stepped = Signal(int)

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.key = key
        self.block: Block | None = None
        self.chosen = False
        self.rail = Text("", "small", "ink3", wrap=True)
        self.rail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        self.rail.setFixedWidth(theme.px(RAIL))
        self.edit = BlockEdit()
        self.edit.installEventFilter(self)
        self.edit.paused.connect(self._paused)
        self.edit.left.connect(self.commit)
        self.edit.stepped.connect(self.stepped)
        self.fault = Text("", "small", "red", wrap=True)
        self.back = Button(tr("Take my change back"), "flat", small=True, on_click=self.edit.take_back)
        self.note = Text("", "small", "ink3", wrap=True)
        self.restore = Button(
            tr("Restore the pattern’s words"), "flat", small=True, on_click=lambda: self.restored.emit(self.key)
        )
        self.refusal = holder(row(self.fault, self.back))
        self.standing = holder(row(self.note, self.restore))
        for line, text in ((self.refusal, self.fault), (self.standing, self.note)):
            line.hide()
            laid = line.layout()
            if isinstance(laid, QHBoxLayout):
                laid.setStretchFactor(text, 1)
        words = QVBoxLayout()
        words.setSpacing(0)
        for part in (self.edit, self.refusal, self.standing):
            words.addWidget(part)
        words.addStretch(1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(theme.px(12), theme.px(3), theme.px(14), theme.px(3))
        layout.setSpacing(theme.px(12))
        layout.addWidget(self.rail, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)

    def show_block(self, block: Block, draft: str, why_not: str) -> None:
        """Show a block with the draft that was left of it; the field being typed in keeps its words."""
        self.block = block
        self.rail.setText("\n".join(block.rail))
        if not (self.edit.hasFocus() and self.edit.changed):
            self.edit.show_block(block, draft)
        self.edit.setReadOnly(bool(why_not) or block.fixed)
        self.edit.setPlaceholderText("" if why_not else tr("Say what was considered, asked and answered"))
        words = ""
        if block.left_out:
            words = tr("Left out of the minutes")
        elif block.set_aside:
            words = tr("The record has changed; your words “%1” were set aside").replace("%1", block.set_aside)
        elif block.own and block.house != block.wording:
            words = tr("Your own words")
        self.note.setText(words)
        self.standing.setVisible(bool(words) and not why_not)
        self._say_fault()

    def _paused(self, wording: str) -> None:
        self._say_fault()
        self.typed.emit(self.key, wording)

    def _say_fault(self) -> str:
        """Say what is wrong with the words typed; the sentence, empty where nothing is."""
        block = self.block
        wording = self.edit.wording()
        wrong = wording_fault(wording, block.facts) if block is not None and wording and self.edit.changed else ""
        self.fault.setText(wrong)
        self.refusal.setVisible(bool(wrong))
        return wrong

    def commit(self) -> None:
        """Let the words become a command, where they differ and can be taken."""
        if self.block is None or self.edit.isReadOnly() or not self.edit.changed or self._say_fault():
            return
        before, self.edit.settled = self.edit.settled, self.edit.wording()
        try:
            self.worded.emit(self.key, self.edit.settled)
        except UserError:
            # What was refused is not on record.
            self.edit.settled = before
            raise

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.chosen = event.type() == QEvent.Type.FocusIn
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme, painter = Theme.current(), QPainter(self)
        if self.chosen:
            painter.fillRect(0, 0, SELECTION_BAR, self.height(), theme.color("accent"))
        if self.block is not None and self.block.kind in {BlockKind.RESOLUTION, BlockKind.VOTE, BlockKind.SUM}:
            x = self.edit.x() - theme.px(6)
            painter.fillRect(x, 0, 1, self.height(), theme.color("line2"))
