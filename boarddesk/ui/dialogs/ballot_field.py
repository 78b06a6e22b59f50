"""A ballot to fill in: one line a candidate with shares for, withheld and broker non-votes, and who was seated."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from boarddesk.services.people import seated_by_plurality, tied_by_plurality
from boarddesk.ui.dialogs.ballot_line import BallotLine, CandidateFields
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

SEAT, SHARES = 1, range(2, 5)
"""The columns of the seat and of the counts of shares."""


class BallotField(QWidget):
    """Lines for candidates; with `plurality`, who is seated follows the shares until a box is ticked by hand."""

    changed = Signal(object)

    def __init__(self, people: Sequence[tuple[str, str]], *, seats: int) -> None:
        super().__init__()
        self._people = people
        self._seats = seats
        self._labels: tuple[str, ...] = ()
        self._own: Mapping[str, str] = {}
        self._by_hand = False
        self.lines: list[CandidateFields] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Theme.current().px(8))
        self._grid.setVerticalSpacing(Theme.current().px(6))
        self._grid.setColumnStretch(0, 3)
        titles = (tr("Candidate"), tr("Seat"), tr("For"), tr("Withheld"), tr("Broker non-votes"), tr("Seated"))
        for place, title in enumerate(titles):
            align = Qt.AlignmentFlag.AlignRight if place in SHARES else Qt.AlignmentFlag.AlignLeft
            head = Text(title, "small", "ink3")
            self._grid.addWidget(head, 0, place, align)
            if place == SEAT:
                self._seat_head = head
            if place in SHARES:
                self._grid.setColumnStretch(place, 2)
        self._seat_head.hide()
        outer.addLayout(self._grid)
        self.more = Button(tr("Add a candidate"), "flat", icon="plus", small=True, on_click=self.add_line)
        outer.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)

    def set_lines(self, lines: Sequence[BallotLine], seats: int) -> None:
        """Show other candidates."""
        self._seats = seats
        for old in self.lines:
            for widget in old.widgets():
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self.lines = []
        self._by_hand = bool(lines) and any(line.shares_for is not None for line in lines)
        for line in lines:
            self.add_line(line)
        if not lines:
            self.add_line()

    def offer_seats(self, labels: Sequence[str], own: Mapping[str, str]) -> None:
        """Let each candidate be given one of these seats; `own` are those that candidates sit in already.

        There are none where seats bear no label, or are taken already.
        """
        self._labels, self._own = tuple(labels), own
        self._seat_head.setVisible(bool(labels))
        for line in self.lines:
            line.seat.set_choices([(label, label) for label in labels])
            line.seat.setVisible(bool(labels))

    def set_seats(self, seats: int) -> None:
        """Elect another number."""
        self._seats = seats
        self._count()

    def add_line(self, line: BallotLine | None = None) -> None:
        """Add a candidate."""
        made = CandidateFields(self._people, self._labels, line, len(self.lines) + 1)
        self.lines.append(made)
        made.seat.setVisible(False)
        for place, widget in enumerate(made.widgets()):
            self._grid.addWidget(widget, len(self.lines), place)
        made.seat.setVisible(bool(self._labels))
        made.shares.changed.connect(lambda _value: self._count())
        made.person.changed.connect(lambda person: self._take_own_seat(made, person))
        made.seated.clicked.connect(lambda _on: self._note_hand())
        self._order_tab(made)
        self.setFocusProxy(self.lines[0].person)
        self.changed.emit(None)

    def _order_tab(self, line: CandidateFields) -> None:
        """The new line comes after those there, and the button that adds one after it."""
        before: QWidget = self.more
        for widget in line.widgets():
            QWidget.setTabOrder(before, widget)
            before = widget
        QWidget.setTabOrder(before, self.more)

    def _take_own_seat(self, line: CandidateFields, person: str | None) -> None:
        """Another candidate on the line sits in another seat, or in none yet."""
        line.seat.set_value(self._own.get(person or ""))

    def _note_hand(self) -> None:
        self._by_hand = True

    def counts(self) -> dict[str, int | None]:
        """The shares for each candidate named."""
        return {line.person.value(): line.shares.count() for line in self.lines if line.person.value()}

    def tied(self) -> tuple[str, ...]:
        """Who ties for the last seat by the shares written."""
        return tied_by_plurality(self.counts(), self._seats)

    def _count(self) -> None:
        """Tick who is seated by plurality, once every candidate has shares; nobody at a tie."""
        counts = self.counts()
        if not self._by_hand and counts and not any(shares is None for shares in counts.values()):
            winners = seated_by_plurality(counts, self._seats)
            for line in self.lines:
                line.seated.setChecked(line.person.value() in winners)
        self.changed.emit(None)

    def value(self) -> tuple[BallotLine, ...]:
        """The candidates named; of those who tie and are not ticked nothing is said."""
        tied = self.tied()
        return tuple(
            BallotLine(
                line.person.value(),
                line.shares.count(),
                line.withheld.count(),
                line.broker.count(),
                line.seated.isChecked() or (None if line.person.value() in tied else False),
                line.key,
                line.seat.value() or "",
            )
            for line in self.lines
            if line.person.value() is not None
        )

    def problem(self) -> str:
        """What is wrong, and what to do; empty when nothing is."""
        found = next((line.problem() for line in self.lines if line.problem()), "")
        people = [line.person for line in self.value()]
        if not found and not people:
            return tr("No candidate is chosen yet.")
        if not found and len(set(people)) < len(people):
            return tr("A candidate stands twice. Keep one of the two lines.")
        return found
