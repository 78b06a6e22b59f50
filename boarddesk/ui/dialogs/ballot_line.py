"""One line of a ballot to fill in: a candidate with the shares, and whether they were seated."""

from collections.abc import Sequence

import msgspec
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.record import Record
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

SEAT_WIDTH = 108


class BallotLine(msgspec.Struct, frozen=True):
    """One candidate as typed; `key` is the id of the nominee's row, where there is one."""

    person: str
    shares_for: int | None = None
    withheld: int | None = None
    broker_non_votes: int | None = None
    seated: bool | None = True
    key: str = ""
    seat: str = ""


class CandidateFields:
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
        self.seated.setChecked(line is None or bool(line.seated))
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


def line_of(nominee: Nominee, *, seated: bool) -> BallotLine:
    """A nominee of the record as a line."""
    return BallotLine(
        nominee.person, nominee.shares_for, nominee.withheld, nominee.broker_non_votes, seated, nominee.id
    )


def nominee_of(record: Record, election: Election, line: BallotLine) -> Nominee:
    """A line as a nominee: the one it began as, or a new one."""
    there = record.find(Nominee, line.key)
    nominee = there or Nominee(
        id=f"{election.id}-{line.person}", election=election.id, person=line.person, class_=election.class_
    )
    return msgspec.structs.replace(
        nominee, person=line.person, shares_for=line.shares_for, withheld=line.withheld,
        broker_non_votes=line.broker_non_votes, seated=line.seated,
    )  # fmt: skip
