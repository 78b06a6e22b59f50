"""The first view of the Board page: counts, seats by class, committees with guideline and law apart."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.board import BoardFact, BoardView, ClassColumn, SeatLine
from boarddesk.services.committees import CommitteeLine
from boarddesk.ui.board.summary_strip import SummaryStrip
from boarddesk.ui.columns.committee_columns import committee_columns
from boarddesk.ui.kit.card import Card, holder, row
from boarddesk.ui.kit.chips import BodyToken
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import PAGE_MARGIN, TABLE_HEAD
from boarddesk.ui.register_words import tr
from boarddesk.ui.widgets.seat_board import SeatBoard, SeatColumn
from boarddesk.ui.widgets.seat_card import Seat

ROW, FOOT, MOST_ROWS = 29, 30, 4
NARROW, USUAL = 740, 3
SIZE_COLUMN = 3
LONG_WORD = 14


def filled_words(view: BoardView) -> str:
    """“9 of 10 seats filled”; without a size on record how many directors there are."""
    size = view.filled if view.size is None else max(view.size, view.filled)
    said = tr("%1 of %2 seats filled") if view.size is not None else tr("%1 directors in office")
    return said.replace("%1", str(view.filled)).replace("%2", str(size))


class SeatsView(QWidget):
    """`person` gives who was chosen, `opened` who was opened, `seat` the vacant seat to be filled.

    `begun` asks for the board's size while there is no seat.
    """

    person = Signal(str)
    opened = Signal(str)
    seat = Signal(str)
    committee = Signal(str)
    begun = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self.may_fill = True
        self._narrow = self._brief = False
        self._columns: tuple[ClassColumn, ...] = ()
        self._facts: tuple[BoardFact, ...] = ()
        self._lines: dict[str, SeatLine] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), theme.px(12))
        layout.setSpacing(theme.px(12))
        self.summary = SummaryStrip()
        layout.addWidget(self.summary)
        self.seats = SeatBoard(name=tr("Seats by class"))
        self.seats.chosen.connect(lambda key: self._tell(self.person, key))
        self.seats.activated.connect(lambda key: self._tell(self.opened, key))
        self.seats.acted.connect(self._fill)
        self.empty = EmptyState(
            "armchair",
            tr("No seats yet"),
            tr("Set the board’s size, add people, and enter the directors in office."),
            action=tr("Set the board’s size…"),
            on_action=self.begun.emit,
        )
        layout.addWidget(self.seats, 1)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._committees())
        # Until a board is shown there is nothing to say, not even that there is none.
        for widget in (self.summary, self.empty, self._frame):
            widget.hide()

    def _committees(self) -> Card:
        card = Card()
        self.table = Table(
            committee_columns(), name=tr("Committees"), row_height=ROW, sortable=False, footer=False,
            empty=EmptyState("users", tr("No committees yet")),
        )  # fmt: skip
        self.table.activated.connect(lambda line: self.committee.emit(line.id))
        card.body.addWidget(self.table)
        card.body.addWidget(Rule())
        legend = row(
            BodyToken("A", "solid", name=tr("chair")), Text(tr("chair"), "small", "ink2"),
            BodyToken("A", "member", name=tr("member")), Text(tr("member"), "small", "ink2"),
            BodyToken("A", "dashed", name=tr("place vacant")), Text(tr("place vacant"), "small", "ink2"),
            None, Text(tr("Enter opens a committee"), "small", "ink3"), gap=7, margins=(12, 4, 12, 4),
        )  # fmt: skip
        card.body.addWidget(holder(legend))
        self._frame = card
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow != self._is_narrow() or self._brief != self._cards_are_narrow():
            self._lay_out_seats()

    def _is_narrow(self) -> bool:
        return self.width() < Theme.current().px(NARROW)

    def _cards_are_narrow(self) -> bool:
        """The room is for three columns; seats of no class are a fourth."""
        return self.width() * USUAL < Theme.current().px(NARROW) * max(USUAL, len(self._columns))

    def _lay_out_seats(self) -> None:
        """Cards and columns for the room there is: the longer words and the size only where they fit."""
        self._narrow = self._is_narrow()
        self._brief = self._cards_are_narrow()
        self.summary.set_facts(self._facts, brief=self._narrow)
        self.summary.setVisible(bool(self._facts))
        self.table.view.setColumnHidden(SIZE_COLUMN, self._narrow)
        cards = [
            SeatColumn(c.title, c.name, c.note, tuple(self._card(line) for line in c.seats)) for c in self._columns
        ]
        self.seats.set_columns(cards)
        # New widgets come last in the order of Tab; the seats belong before the committees.
        before: QWidget = self.empty.action or self.seats
        for card in self.seats.cards():
            QWidget.setTabOrder(before, card)
            before = card

    def show_board(self, view: BoardView, *, may_fill: bool) -> None:
        """Show the board as of another day."""
        self._lines = {line.key: line for column in view.columns for line in column.seats}
        self.may_fill, self._columns, self._facts = may_fill, view.columns, view.facts
        self._lay_out_seats()
        self.seats.setVisible(bool(self._lines))
        if self.empty.action is not None:
            self.empty.action.setVisible(may_fill)
        self.empty.setVisible(not self._lines)

    def show_committees(self, committees: tuple[CommitteeLine, ...]) -> None:
        """Show the committees as of another day."""
        self.table.set_rows(committees)
        self._frame.show()
        theme = Theme.current()
        rows = max(2, min(MOST_ROWS, len(committees)))
        self._frame.setFixedHeight(theme.px(TABLE_HEAD + rows * ROW + FOOT) + 4)

    def choose(self, person: str | None) -> None:
        """Mark the seat of a person."""
        key = next((key for key, line in self._lines.items() if line.person == person and person), None)
        self.seats.choose(key)

    def first_person(self) -> str | None:
        """Who sits in the first seat."""
        return next((line.person for line in self._lines.values() if line.person), None)

    def _tell(self, signal: SignalInstance, key: object) -> None:
        line = self._lines.get(str(key))
        if line is not None and line.person is not None:
            signal.emit(line.person)

    def _fill(self, key: object) -> None:
        line = self._lines.get(str(key))
        if line is not None and line.person is None:
            self.seat.emit(line.label or line.class_)

    def _card(self, line: SeatLine) -> Seat:
        vacant = line.person is None
        word = tr("Independent") if self._brief and line.status == "recorded" else line.status_word
        # A long word needs the whole foot of a narrow card; the pane tells since when they serve.
        note = "" if self._brief and len(word) > LONG_WORD else line.note
        return Seat(
            key=line.key,
            name=line.name,
            role=line.role,
            role_tone="amber" if line.notable else "ink2",
            tokens=line.tokens,  # type: ignore[arg-type]
            status=line.status,
            status_word=word,
            note=note,
            vacant=vacant,
            action=tr("Appoint…") if vacant and self.may_fill else "",
        )
