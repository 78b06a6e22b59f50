"""The search field of the head: people, meetings, motions, clauses, documents and commands, by keyboard."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from boarddesk.services.search import Hit
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ICON_ROW

ROW, SHOWN_ROWS, WIDTH, PADDING = 30, 12, 520, 10
ICONS = {
    "person": "user",
    "meeting": "gavel",
    "motion": "vote",
    "clause": "scale",
    "document": "file-text",
    "page": "arrow-right",
    "command": "play",
    "text": "scroll-text",
    "words": "search",
}
KEYS = "Ctrl K"

Index = QModelIndex | QPersistentModelIndex


class HitModel(QAbstractListModel):
    """What was found, for the list."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()

    def set_hits(self, hits: Sequence[Hit]) -> None:
        """Show other hits."""
        self.beginResetModel()
        self.hits = hits
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hits[index.row()]
        wanted = {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}
        return f"{hit.title}, {hit.detail}".rstrip(", ") if role in wanted else None


class HitDelegate(QStyledItemDelegate):
    """Paints icon, title, and at the right what kind of thing it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option, index
        return QSize(0, Theme.current().px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if not isinstance(model, HitModel):
            return
        hit = model.hits[index.row()]
        theme = Theme.current()
        box = QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("sel"))
        side, pad = theme.px(ICON_ROW), theme.px(PADDING)
        spot = QRectF(box.left() + pad, box.center().y() - side / 2, side, side)
        icons.paint(painter, ICONS[hit.kind], "ink3", spot)
        small = QFontMetricsF(theme.font("small"))
        detail = small.elidedText(hit.detail, Qt.TextElideMode.ElideRight, box.width() * 0.45)
        right = small.horizontalAdvance(detail)
        painter.setFont(theme.font("small"))
        painter.setPen(theme.color("ink2"))
        edge = box.adjusted(0, 0, -pad, 0)
        painter.drawText(edge, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, detail)
        painter.setFont(theme.font("medium"))
        painter.setPen(theme.color("ink"))
        words = box.adjusted(2 * pad + side, 0, -(2 * pad + right), 0)
        metrics = QFontMetricsF(theme.font("medium"))
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, title)
        painter.restore()


class SearchField(QLineEdit):
    """Typing lists what was found below; Up and Down choose, Enter goes there, Esc leaves.

    `find` answers a text with hits; `chosen` gives the hit taken.
    """

    chosen = Signal(object)

    def __init__(self, find: Callable[[str], Sequence[Hit]]) -> None:
        super().__init__()
        self._find = find
        self.setPlaceholderText(self.tr("People, motions, clauses, documents"))
        self.setAccessibleName(self.tr("Search the record and the commands"))
        self.setMinimumWidth(Theme.current().px(150))
        self._lens = self.addAction(icons.icon("search", "ink3"), QLineEdit.ActionPosition.LeadingPosition)
        self.model = HitModel()
        self.list: QFrame | None = None
        self._view: QListView | None = None
        self._nothing = Text(self.tr("Nothing in the record or among the commands holds these words."), "base", "ink2")
        self._nothing.setContentsMargins(Theme.current().px(PADDING), 0, 0, 0)
        self.textEdited.connect(self._search)
        Theme.current().changed.connect(self._draw_lens)

    def _draw_lens(self) -> None:
        self._lens.setIcon(icons.icon("search", "ink3"))

    def begin(self) -> None:
        """Take the keyboard, with what was typed before selected."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def leave(self) -> None:
        """Forget what was typed and give the keyboard back."""
        self.clear()
        self._hide()
        self.clearFocus()

    def _search(self, text: str) -> None:
        self.model.set_hits(self._find(text))
        if not text.strip():
            self._hide()
            return
        frame, view = self._popup()
        found = len(self.model.hits) > 0
        view.setVisible(found)
        self._nothing.setVisible(not found)
        rows = max(1, min(SHOWN_ROWS, len(self.model.hits)))
        theme = Theme.current()
        wide = max(self.width(), theme.px(WIDTH))
        frame.setFixedSize(wide, rows * theme.px(ROW) + theme.px(10))
        left = self.mapTo(self.window(), QPoint(self.width() - wide, self.height() + 4))
        frame.move(max(0, left.x()), left.y())
        frame.show()
        frame.raise_()
        view.setCurrentIndex(self.model.index(0, 0))

    def _popup(self) -> tuple[QFrame, QListView]:
        if self.list is None or self._view is None:
            frame = QFrame(self.window())
            frame.setProperty("card", True)
            frame.setAccessibleName(self.tr("What was found"))
            view = QListView()
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            view.setFocusProxy(self)  # the arrows walk it from the field
            view.setAccessibleName(self.tr("What was found"))
            view.setModel(self.model)
            view.setItemDelegate(HitDelegate(view))
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.clicked.connect(lambda index: self._take(index.row()))
            layout = QVBoxLayout(frame)
            layout.setContentsMargins(1, 4, 1, 4)
            layout.addWidget(view)
            layout.addWidget(self._nothing)
            self.list, self._view = frame, view
        return self.list, self._view

    def _take(self, row: int) -> None:
        if 0 <= row < len(self.model.hits):
            hit = self.model.hits[row]
            self.leave()
            self.chosen.emit(hit)

    def _hide(self) -> None:
        if self.list is not None:
            self.list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        view = self._view
        if view is not None and self.list is not None and self.list.isVisible():
            row = view.currentIndex().row()
            if Qt.Key(event.key()) in steps:
                last = len(self.model.hits) - 1
                view.setCurrentIndex(self.model.index(max(0, min(last, row + steps[Qt.Key(event.key())])), 0))
                return
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._take(row)
                return
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide()
        self.update()

    def event(self, event: QEvent) -> bool:
        """Esc and the arrows are this field's own, before any shortcut of the window's."""
        own = {Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down}
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in own:
            event.accept()
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = Theme.current()
        metrics = QFontMetricsF(theme.font("small"))
        wide = metrics.horizontalAdvance(KEYS) + theme.px(12)
        words = QFontMetricsF(self.font()).horizontalAdvance(self.placeholderText())
        if self.hasFocus() or self.text() or self.width() < wide + words + theme.px(50):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high = theme.px(18)
        box = QRectF(self.width() - wide - theme.px(6), (self.height() - high) / 2, wide, high)
        painter.setPen(QPen(theme.color("line2"), 1))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(theme.color("ink3"))
        painter.setFont(theme.font("small"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, KEYS)
