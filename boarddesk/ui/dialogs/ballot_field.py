"""A ballot to fill in: one line a candidate with shares for, withheld and broker non-votes, and who was seated."""

from collections.abc import Mapping, Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from boarddesk.services.people import seated_by_plurality
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

SEAT, SHARES = 1, range(2, 5)
"""The columns of the seat and of the counts of shares."""
SEAT_WIDTH = 108


class BallotLine(msgspec.Struct, frozen=True):
    """One candidate as typed; `key` is the id of the nominee's row, where there is one."""

    person: str
    shares_for: int | None = None
    withheld: int | None = None
    broker_non_votes: int | None = None
    seated: bool = True
    key: str = ""
    seat: str = ""


class _Line:
    """The fields of one candidate."""

    def __init__(
        self, people: Sequence[tuple[str, str]], seats: Sequence[str], line: BallotLine | None, number: int
    ) -> None:
        self.key = line.key if line else ""
        self.person = PersonField(people, value=line.person if line else None, optional=True)
        offered = [(seat, seat) for seat in seats]
        self.seat = ChoiceField(offered, value=line.seat if line else None, optional=True, hint=tr("worked out"))
        self.seat.setFixedWidth(Theme.current().px(SEAT_WIDTH))
        self.shares = CountField(line.shares_for if line else None, optional=True)
        self.withheld = CountField(line.withheld if line else None, optional=True)
        self.broker = CountField(line.broker_non_votes if line else None, optional=True)
        self.seated = QCheckBox()
        self.seated.setChecked(line is None or line.seated)
        names = (tr("Candidate %1"), tr("Seat, candidate %1"), tr("Shares for, candidate %1"),
                 tr("Withheld, candidate %1"), tr("Broker non-votes, candidate %1"),
                 tr("Seated, candidate %1"))  # fmt: skip
        for widget, name in zip(self.widgets(), names, strict=True):
            widget.setAccessibleName(name.replace("%1", str(number)))

    def widgets(self) -> tuple[QWidget, ...]:
        """The fields from left to right."""
        return (self.person, self.seat, self.shares, self.withheld, self.broker, self.seated)

    def problem(self) -> str:
        """The first thing wrong with this line."""
        fields = (self.person, self.seat, self.shares, self.withheld, self.broker)
        found = next((field.problem() for field in fields if field.problem()), "")
        if not found and self.person.value() is None and any(field.value() is not None for field in fields[2:]):
            return tr("Shares are written, but no candidate is chosen.")
        return found


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
        self.lines: list[_Line] = []
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
        made = _Line(self._people, self._labels, line, len(self.lines) + 1)
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

    def _order_tab(self, line: _Line) -> None:
        """The new line comes after those there, and the button that adds one after it."""
        before: QWidget = self.more
        for widget in line.widgets():
            QWidget.setTabOrder(before, widget)
            before = widget
        QWidget.setTabOrder(before, self.more)

    def _take_own_seat(self, line: _Line, person: str | None) -> None:
        """Another candidate on the line sits in another seat, or in none yet."""
        line.seat.set_value(self._own.get(person or ""))

    def _note_hand(self) -> None:
        self._by_hand = True

    def _count(self) -> None:
        """Tick who is seated by plurality, once every candidate has shares."""
        counts = {line.person.value(): line.shares.count() for line in self.lines if line.person.value()}
        if self._by_hand or not counts or any(shares is None for shares in counts.values()):
            return
        winners = seated_by_plurality(counts, self._seats)
        for line in self.lines:
            line.seated.setChecked(line.person.value() in winners)

    def value(self) -> tuple[BallotLine, ...]:
        """The candidates named."""
        return tuple(
            BallotLine(
                line.person.value(),
                line.shares.count(),
                line.withheld.count(),
                line.broker.count(),
                line.seated.isChecked(),
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
