"""Beside the motion: the quorum for it, the agenda's clock, what was just recorded."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.services.live import LiveView
from boarddesk.services.live_pace import LiveItem
from boarddesk.services.sittings import time_at
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.spots import Spot, SpotWidget
from boarddesk.ui.kit.status import paint_mark, status_mark
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import SELECTION_BAR
from boarddesk.ui.meeting.live_entry_list import EntryList
from boarddesk.ui.meeting.quorum_bar import QuorumBar
from boarddesk.ui.meeting.words import OUTCOMES, tr
from boarddesk.ui.widgets.quorum_pips import PipState, QuorumPips, QuorumView

ROW = 30


class SidePane(QWidget):
    """`item_wanted` asks to begin an item, `entry_opened` to correct one, `back_wanted` to take one back.

    Beside the agenda's title stands, quietly, whether the meeting runs late and when it may end.
    """

    item_wanted = Signal(str)
    entry_opened = Signal(str)
    back_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground(self, "surface")
        theme = Theme.current()
        self.setMinimumWidth(theme.px(200))
        self.title = Text(tr("Quorum"), "strong")
        self.pips = QuorumPips()
        self.lost = Text("", "medium", "red", wrap=True)
        self.bar = QuorumBar()
        self.in_votes = Text("", "small", "ink2", wrap=True)
        self.items = AgendaClock()
        self.items.activated.connect(self.item_wanted.emit)
        held = QWidget()
        layout = QVBoxLayout(held)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self.bodies = Text("", "small", "ink2", wrap=True)
        layout.addWidget(holder(column(self.title, self.bodies, self.pips, self.in_votes, self.bar, self.lost,
                                       gap=6, margins=(12, 12, 10, 12))))  # fmt: skip
        layout.addWidget(Rule())
        self.pace = Text("", "small", "ink3", elide=True)
        self.pace.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._title(tr("Agenda"), self.pace))
        layout.addWidget(self.items)
        layout.addWidget(self._title(tr("Just recorded")))
        self.entries = EntryList()
        self.entries.opened.connect(self.entry_opened.emit)
        self.entries.taken_back.connect(self.back_wanted.emit)
        layout.addWidget(self.entries)
        layout.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(held)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def _title(self, words: str, beside: QWidget | None = None) -> QWidget:
        line = row(Text(words, "small-strong", "ink2"), beside, margins=(14, 5, 12, 5))
        line.setStretch(1, 1)
        head = ground(holder(column(line, Rule(), gap=0)), "inset")
        head.setFixedHeight(Theme.current().px(27))
        return head

    def show_view(self, view: LiveView, why_not: str) -> None:
        """Show the quorum, the agenda and the latest entries."""
        self.title.setText(tr("Quorum for this motion") if view.meeting.called_to_order else tr("Quorum"))
        self._show_bodies(view)
        self.pips.set_view(quorum_view(view))
        self.bar.set_strip(view.strip)
        latest = view.lost[-1] if view.lost and view.quorum.met is False else None
        lost = tr("Quorum was lost at %1.").replace("%1", time_at(view.meeting, latest)) if latest else ""
        self.lost.setText(lost)
        self.lost.setVisible(latest is not None)
        self.items.set_items(view.items)
        self.pace.setText(view.pace.words if view.pace else "")
        self.pace.setToolTip(tr("By what is left of the agenda's times") if view.pace else "")
        self.entries.set_entries(view.meeting, view.entries, writes=not why_not)

    def _show_bodies(self, view: LiveView) -> None:
        """At a joint meeting every body's quorum, one a line; the pips are those of the body that acts."""
        none = tr("no quorum")
        lines = [b.words if b.quorum.met is not False else f"{b.words}: {none}" for b in view.quorums]
        self.bodies.setText("\n".join(lines))
        self.bodies.setVisible(bool(lines))
        acting = next((body.name for body in view.quorums if body.body == view.body), "")
        if acting:
            self.title.setText(tr("Quorum of the %1").replace("%1", acting))

    def say_votes(self, words: str) -> None:
        """Say the quorum in votes, where some members have more or less than one."""
        self.in_votes.setText(words)
        self.in_votes.setVisible(bool(words))


def quorum_view(view: LiveView) -> QuorumView:
    """The pips of the moment: present first, then recused, then away, then vacant seats."""
    quorum = view.quorum
    inside = len(quorum.recused_in)
    here = len(quorum.present) - inside
    seats = quorum.base if quorum.base is not None else len(view.people)
    known = here + inside + len(quorum.recused_out) + view.vacant
    away = max(0, seats - known)
    pips: list[PipState] = ["present"] * here
    pips += ["recused_in"] * inside
    pips += ["recused_out"] * len(quorum.recused_out)
    pips += ["out"] * away
    pips += ["vacant"] * view.vacant
    count = len(quorum.present)
    caption = tr("present, %1 needed").replace("%1", str(quorum.needed)) if quorum.needed is not None else tr("present")
    return QuorumView(
        pips=tuple(pips),
        needed=quorum.needed or 0,
        enough=quorum.met is not False,
        headline=tr("%1 of %2").replace("%1", str(count)).replace("%2", str(seats)),
        caption=caption,
        sentence=view.sentence,
    )


class AgendaClock(SpotWidget):
    """The items in short, the present one on the ground of a selection; Enter or a double click begins one."""

    def __init__(self) -> None:
        super().__init__(name=tr("Agenda of the meeting"))
        self._items: tuple[LiveItem, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_items(self, items: tuple[LiveItem, ...]) -> None:
        """Show other items."""
        self._items = items
        self.rearrange()

    def sizeHint(self) -> QSize:
        return QSize(Theme.current().px(216), Theme.current().px(ROW) * len(self._items))

    def minimumSizeHint(self) -> QSize:
        return QSize(Theme.current().px(120), self.sizeHint().height())

    def lay_out(self) -> list[Spot]:
        high = Theme.current().px(ROW)
        return [
            Spot(
                QRectF(0, place * high, self.width(), high), item.id, f"{item.number} {item.title}, {self._said(item)}"
            )
            for place, item in enumerate(self._items)
        ]

    def paint(self, painter: QPainter) -> None:
        for item, spot in zip(self._items, self.spots, strict=False):
            self._paint_item(painter, spot.box, item)

    def _paint_item(self, painter: QPainter, box: QRectF, item: LiveItem) -> None:
        theme = Theme.current()
        now = item.state == "now"
        token = "sel" if now else "hover" if item.id in {self.hovered(), self.current()} else "surface"
        painter.fillRect(box, theme.color(token))
        painter.fillRect(QRectF(0, box.bottom() - 1, box.width(), 1), theme.color("line"))
        if now:
            painter.fillRect(QRectF(0, box.top(), SELECTION_BAR, box.height() - 1), theme.color("accent"))
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(theme.color("ink3"))
        painter.setFont(theme.font("base"))
        painter.drawText(box.adjusted(theme.px(12), 0, 0, 0), middle | Qt.AlignmentFlag.AlignLeft, str(item.number))
        right = box.right() - theme.px(12)
        if item.state == "done" and item.outcome is None and item.later is None:
            side = theme.px(14)
            paint_mark(painter, status_mark("done"), QRectF(right - side, box.top(), side, box.height()), 14)
            right -= side
        else:
            said = self._said(item)
            painter.setFont(theme.font("small-medium" if now else "small"))
            painter.setPen(theme.color("amber" if item.over else "ink3"))
            painter.drawText(box.adjusted(0, 0, -theme.px(12), 0), middle | Qt.AlignmentFlag.AlignRight, said)
            right -= QFontMetricsF(painter.font()).horizontalAdvance(said)
        left = box.left() + theme.px(32)
        painter.setFont(theme.font("medium" if now else "base"))
        painter.setPen(theme.color("ink2" if item.state == "done" else "ink"))
        room = QRectF(left, box.top(), max(0.0, right - left - theme.px(8)), box.height())
        shown = QFontMetricsF(painter.font()).elidedText(item.title, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignLeft, shown)

    def _said(self, item: LiveItem) -> str:
        if item.state == "done" and item.later is not None:
            return tr("to %1").replace("%1", f"{item.later.day} {item.later:%b}")
        if item.state == "done" and item.outcome is not None:
            return tr(OUTCOMES[item.outcome])
        minutes = item.spent if item.state != "to_come" else item.planned
        if item.state == "done":
            return tr("done")
        return tr("%1 min").replace("%1", str(minutes)) if minutes is not None else ""

    def focus_box(self, spot: Spot) -> QRectF:
        return spot.box.adjusted(1, 1, -1, -2)
