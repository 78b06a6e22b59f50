"""What the fields of a supposed change offer, each by name, from the record as the changes before it would leave it."""

from collections.abc import Iterable
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import AHEAD, Meeting
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import CLASSES, SeatState, directors_on, members_on, roles_on, seats_on
from boarddesk.services.choices import Choices, people_choices
from boarddesk.services.people import people_named, role_title
from boarddesk.services.settings import ParameterLine, parameter_lines, written
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services


class Seating(msgspec.Struct, frozen=True):
    """Where a new director would sit; the seat is empty where it has no name yet."""

    class_: str
    seat: str


def directors_for(record: Record, day: date, committee: str = "", *, members: bool = False) -> Choices:
    """The directors in office on a day; with a committee those outside it, or its members."""
    serving = set(directors_on(record, day))
    if record.find(Committee, committee) is not None:
        inside = set(members_on(record, committee, day))
        serving = inside if members else serving - inside
    return _named(record, serving)


def _named(record: Record, people: Iterable[str]) -> Choices:
    wanted = set(people)
    return people_choices(record, tuple(person for person in people_named(record) if person.id in wanted))


def roles_for(record: Record, day: date) -> Choices:
    """The roles held on a day: “Marcus Ellerbrook, Chief Executive Officer”."""
    held = [(tenure.id, record.get(Person, tenure.person).name, role_title(tenure)) for tenure in roles_on(record, day)]
    return tuple((tenure, f"{name}, {title}") for tenure, name, title in held)


def meetings_for(record: Record, day: date) -> Choices:
    """The meetings that are ahead on a day, the next one first; sessions go with theirs."""
    ahead = [m for m in record.all(Meeting) if m.state in AHEAD and m.day >= day and m.parent is None]
    ahead.sort(key=lambda meeting: (meeting.starts, meeting.id))
    labels: dict[str, str] = {}
    for meeting in ahead:
        label = meeting_name(record, meeting)
        labels[meeting.id] = label if label not in labels.values() else f"{label}, {meeting.starts:%H:%M}"
    return tuple(labels.items())


def seatings_for(record: Record, day: date) -> tuple[tuple[Seating, str], ...]:
    """The vacant seats on a day, then a new seat in each class."""
    vacant = [seat for seat in seats_on(record, day) if seat.state is SeatState.VACANT and seat.label]
    if not record.company.classified:
        return ((Seating("", ""), "One class"),)
    found = [(Seating(seat.class_, seat.label), f"Seat {seat.label}, vacant") for seat in vacant]
    return (*found, *((Seating(class_, ""), f"Class {class_}, a new seat") for class_ in CLASSES))


def parameters_for(services: Services) -> tuple[tuple[str, str], ...]:
    """The values that the company may set, by title."""
    return tuple((line.key, line.title) for line in parameter_lines(services) if line.overridable)


def parameter_line(services: Services, key: str) -> ParameterLine | None:
    """One such value as it stands."""
    return next((line for line in parameter_lines(services) if line.key == key), None)


def parameter_value(services: Services, key: str, text: str) -> str:
    """What was typed, as the rules read it; empty where it cannot be read."""
    line = parameter_line(services, key)
    return (written(line, text) or "") if line is not None else ""
