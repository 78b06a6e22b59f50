"""The blocks of the minutes one below the other, under the headings of their items."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.services.minutes_view import MinutesView
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.block_row import RAIL, BlockRow
from boarddesk.ui.meeting.words import tr

TURNS = 4
"""So many turns of the event loop the heights of new rows take."""


class MinutesList(QScrollArea):
    """`worded`, `typed` and `restored` as of the rows; rows are kept while their blocks are there."""

    worded = Signal(str, str)
    typed = Signal(str, str)
    restored = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Minutes, block by block"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._held = ground(QWidget(), "surface")
        self._layout = QVBoxLayout(self._held)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self.setWidget(self._held)
        self.rows: dict[str, BlockRow] = {}
        self._heads: dict[str, QWidget] = {}
        self._shown: tuple[str, ...] = ()

    def show_view(self, view: MinutesView, drafts: dict[str, str]) -> None:
        """Show a meeting's blocks with the drafts left of them and underline what hints are about."""
        keys = tuple(block.key for block in view.rows)
        if keys != self._shown:
            self._arrange(view.rows)
            self._shown = keys
        marks: dict[str, list[tuple[str, bool]]] = {}
        for hint in view.hints.open:
            marks.setdefault(hint.place, []).append((hint.words, hint.differs))
        for block in view.rows:
            if block.kind is BlockKind.HEADING:
                _set_head(self._heads[block.key], block)
            else:
                self.rows[block.key].show_block(block, drafts.get(block.key, ""), view.why_not)
                self.rows[block.key].edit.mark(marks.get(block.key, ()))

    def _arrange(self, blocks: tuple[Block, ...]) -> None:
        """Put the widgets of the blocks in their order; those of blocks that are gone go too."""
        keys = {block.key for block in blocks}
        for kept in (self.rows, self._heads):
            for key in [key for key in kept if key not in keys]:
                gone = kept.pop(key)
                self._layout.removeWidget(gone)
                gone.deleteLater()
        for place, block in enumerate(blocks):
            widget = self._head(block) if block.kind is BlockKind.HEADING else self._row(block.key)
            self._layout.insertWidget(place, widget)

    def _head(self, block: Block) -> QWidget:
        if block.key not in self._heads:
            number = Text("", "strong", "ink3")
            number.setFixedWidth(Theme.current().px(RAIL))
            number.setAlignment(Qt.AlignmentFlag.AlignRight)
            line = row(number, Text("", "strong", wrap=True), gap=12, margins=(12, 9, 14, 2))
            line.setStretch(1, 1)
            made = QWidget()
            outer = QVBoxLayout(made)
            outer.setContentsMargins(0, 0, 0, 0)
            outer.setSpacing(0)
            outer.addWidget(Rule())
            outer.addWidget(holder(line))
            self._heads[block.key] = made
        return self._heads[block.key]

    def _row(self, key: str) -> BlockRow:
        if key not in self.rows:
            made = BlockRow(key)
            made.worded.connect(self.worded)
            made.typed.connect(self.typed)
            made.restored.connect(self.restored)
            made.stepped.connect(lambda by, key=key: self._step(key, by))
            self.rows[key] = made
        return self.rows[key]

    def _step(self, key: str, by: int) -> None:
        """The focus goes to the next block that can be worded."""
        free = [k for k in self._shown if k in self.rows and not self.rows[k].edit.isReadOnly()]
        if key in free and 0 <= free.index(key) + by < len(free):
            self.go_to(free[free.index(key) + by])

    def go_to(self, key: str, words: str = "") -> bool:
        """Show a block, its words chosen, and give it the focus; False where it has no place here."""
        head = self._heads.get(key)
        if head is not None:
            below = self._shown[self._shown.index(key) + 1 :]
            self._bring(head)
            key = next((k for k in below if k in self.rows and not self.rows[k].edit.isReadOnly()), "")
        row = self.rows.get(key)
        if row is None:
            return head is not None
        row.edit.choose(words)
        if head is None:
            QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, Theme.current().px(60)))
        return True

    def _bring(self, head: QWidget, turns: int = TURNS) -> None:
        """Put a heading near the top, and again while what stands above it still finds its height."""
        self.verticalScrollBar().setValue(head.y() - Theme.current().px(8))
        if turns:
            QTimer.singleShot(0, head, lambda: self._bring(head, turns - 1))

    def commit(self) -> None:
        """Let what is being typed become a command."""
        for shown in self.rows.values():
            if shown.edit.hasFocus():
                shown.commit()


def _set_head(head: QWidget, block: Block) -> None:
    number, title = head.findChildren(Text)
    number.setText(block.number)
    title.setText(block.text)
