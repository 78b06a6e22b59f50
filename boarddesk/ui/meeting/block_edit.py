"""A block's words, edited in place: facts of the record stand among them as tinted pieces that cannot be typed over."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QTextEdit, QWidget

from boarddesk.domain.blocks import Block, literal, pieces
from boarddesk.ui.kit.pasting import on_its_lines, pasted
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.drafts import PAUSE_MS
from boarddesk.ui.meeting.words import tr

FACT = QTextFormat.Property.UserProperty + 1
PLACE = QTextFormat.Property.UserProperty + 2
_ERASING = frozenset({Qt.Key.Key_Backspace, Qt.Key.Key_Delete})


class BlockEdit(QTextEdit):
    """`paused` gives the wording at each pause of typing, `left` when the field is left or Ctrl+Enter is pressed.

    `stepped` asks for the block above (-1) or below (1).
    """

    paused = Signal(str)
    left = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts: dict[str, str] = {}
        self._loose: frozenset[str] = frozenset()
        self._place = 0
        self._was_at = 0
        self.settled = ""
        self.setProperty("record", True)
        self.setStyleSheet("QTextEdit { border: none; background: transparent; padding: 0; }")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.setFont(Theme.current().font("record"))
        self.setLineWrapMode(QTextEdit.LineWrapMode.WidgetWidth)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(lambda: self.paused.emit(self.wording()))
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._fit())
        self.textChanged.connect(self._pause.start)
        self.cursorPositionChanged.connect(self._keep_out)
        Theme.current().changed.connect(self._retheme)
        self.menu: QMenu | None = None

    def show_block(self, block: Block, draft: str = "") -> None:
        """Show a block, or the draft that was left of it; nothing changes where it is shown already."""
        facts = {fact.name: fact.value for fact in block.facts}
        wording = draft or block.wording
        if (wording, facts) == (self.wording(), self._facts) and self.settled == block.wording:
            return
        self._facts, self.settled = facts, block.wording
        self._loose = frozenset(fact.name for fact in block.facts if not fact.needed)
        self._write(wording)
        self.setAccessibleName(tr("Words of the minutes"))
        self.setToolTip("\n".join(f"{tr('from the record')}: {name_of(name)}" for name in facts))

    def _write(self, wording: str) -> None:
        held = self.blockSignals(True)
        self.clear()
        cursor = self.textCursor()
        lines = QTextBlockFormat()
        high = float(Theme.current().line_height("record"))
        lines.setLineHeight(high, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor.setBlockFormat(lines)
        for piece in pieces(wording, self._facts):
            self._insert(cursor, piece.text if piece.fact else literal(piece.text), piece.fact)
        self.document().clearUndoRedoStacks()
        self.blockSignals(held)
        self._pause.stop()
        self._fit()

    def _insert(self, cursor: QTextCursor, text: str, fact: str = "") -> None:
        if fact:
            # Two facts side by side stay two: each has a place of its own.
            self._place += 1
        cursor.insertText(text, self._look(fact, self._place))

    def _look(self, fact: str, place: int) -> QTextCharFormat:
        theme, look = Theme.current(), QTextCharFormat()
        look.setFont(theme.font("record"))
        needed = bool(fact) and fact not in self._loose
        look.setForeground(theme.color("accent" if needed else "ink"))
        if fact:
            look.setBackground(theme.color("sel" if needed else "hover"))
            look.setProperty(FACT, fact)
            look.setProperty(PLACE, place)
        return look

    def wording(self) -> str:
        """The words as typed, facts by their names in braces."""
        lines = []
        block = self.document().begin()
        while block.isValid():
            line, seen = [], 0
            runs = block.begin()
            while not runs.atEnd():
                look, text = runs.fragment().charFormat(), runs.fragment().text()
                runs += 1
                fact, place = look.property(FACT), look.property(PLACE)
                if not fact:
                    line.append(text.replace("\u2028", "\n"))
                elif place != seen:
                    line.append(f"{{{fact}}}")
                    seen = place
            lines.append("".join(line))
            block = block.next()
        return "\n".join(lines).strip()

    @property
    def changed(self) -> bool:
        """Whether the words differ from those on record."""
        return self.wording() != self.settled.strip()

    def take_back(self) -> None:
        """Show the words on record again."""
        self._write(self.settled)
        self.paused.emit(self.wording())

    def insert_fact(self, name: str) -> None:
        """Put a fact in at the cursor."""
        value = self._facts[name]
        self._insert(self.textCursor(), value, name)

    def mark(self, words: Sequence[tuple[str, bool]]) -> None:
        """Underline words that hints are about; those where text and record differ in red."""
        found = []
        for text, differs in words:
            cursor = self.document().find(text) if text else QTextCursor()
            if cursor.isNull():
                continue
            selection = QTextEdit.ExtraSelection()
            selection.cursor = cursor
            look = QTextCharFormat()
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(Theme.current().color("red-s" if differs else "amber-s"))
            selection.format = look
            found.append(selection)
        self.setExtraSelections(found)

    def choose(self, words: str) -> None:
        """Put the cursor on these words and take the focus."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        cursor = self.document().find(words) if words else QTextCursor()
        if not cursor.isNull():
            self.setTextCursor(cursor)

    def _span_at(self, position: int) -> tuple[int, int] | None:
        """Where the fact begins and ends that has characters on both sides of a position; None outside one."""
        before, after = self._place_at(position), self._place_at(position + 1)
        if not before or before != after:
            return None
        return self._reach(position, before)

    def _place_at(self, position: int) -> int:
        """The place of the fact whose character ends at a position; 0 where that is no fact."""
        if position < 1:
            return 0
        cursor = QTextCursor(self.document())
        if position > self.document().characterCount() - 1:
            return 0
        cursor.setPosition(position)
        return int(cursor.charFormat().property(PLACE) or 0)

    def _reach(self, position: int, place: int) -> tuple[int, int]:
        first = last = position
        while self._place_at(first) == place:
            first -= 1
        while self._place_at(last + 1) == place:
            last += 1
        return first, last

    def _keep_out(self) -> None:
        """The cursor passes over a fact as over one character."""
        cursor = self.textCursor()
        at = cursor.position()
        span = self._span_at(at)
        if span is not None:
            to = span[1] if at > self._was_at else span[0]
            mode = QTextCursor.MoveMode.KeepAnchor if cursor.hasSelection() else QTextCursor.MoveMode.MoveAnchor
            cursor.setPosition(to, mode)
            held = self.blockSignals(True)
            self.setTextCursor(cursor)
            self.blockSignals(held)
        self._was_at = self.textCursor().position()

    def _whole(self, *, erasing: Qt.Key | None = None) -> None:
        """Widen what is about to be replaced to whole facts, and see that typing is plain."""
        cursor = self.textCursor()
        first, last = cursor.selectionStart(), cursor.selectionEnd()
        if first == last and erasing is not None:
            side = first if erasing == Qt.Key.Key_Backspace else first + 1
            place = self._place_at(side)
            if place:
                first, last = self._reach(side, place)
        for end in (first, last):
            if span := self._span_at(end):
                first, last = min(first, span[0]), max(last, span[1])
        cursor.setPosition(first)
        cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.setCurrentCharFormat(self._look("", 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.left.emit()
        elif key == Qt.Key.Key_Escape and self.changed:
            self.take_back()
        elif key in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self._at_edge(key) and not event.modifiers():
            self.stepped.emit(-1 if key == Qt.Key.Key_Up else 1)
        elif self.isReadOnly():
            super().keyPressEvent(event)
        elif event.text() == "{" and self._facts:
            self._offer()
        else:
            typing = bool(event.text()) and event.text().isprintable() and not control
            if typing or key in _ERASING or key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or _cuts(event):
                self._whole(erasing=key if key in _ERASING else None)
            super().keyPressEvent(event)

    def _at_edge(self, key: Qt.Key) -> bool:
        cursor = self.textCursor()
        move = QTextCursor.MoveOperation.Up if key == Qt.Key.Key_Up else QTextCursor.MoveOperation.Down
        return not cursor.movePosition(move)

    def _offer(self) -> None:
        """A menu of the facts that may stand in this block."""
        menu = QMenu(self)
        for name, value in self._facts.items():
            label = f"{name_of(name)}: {value.strip(' ,.')}".replace("&", "&&")
            menu.addAction(label).triggered.connect(lambda _checked=False, name=name: self.insert_fact(name))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4)))
        self.menu = menu

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString():
            self._whole()
        super().inputMethodEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if text := pasted(source):
            self._whole()
            self.textCursor().insertText(on_its_lines(text, self.textCursor()), self._look("", 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(200, self.minimumHeight())

    def _fit(self) -> None:
        """As high as the words."""
        high = max(round(self.document().size().height()), Theme.current().line_height("record") + 4)
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def _retheme(self) -> None:
        self._write(self.wording())


def _cuts(event: QKeyEvent) -> bool:
    return any(event.matches(key) for key in (QKeySequence.StandardKey.Cut, QKeySequence.StandardKey.Paste))


def name_of(fact: str) -> str:
    """A fact's name for a person."""
    return fact.rstrip("_0123456789").replace("_", " ")
