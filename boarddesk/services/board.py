"""The board on a day as its page shows it: seats by class, the counts above them, the committees below."""

from collections import Counter
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee, CommitteeSeat
from boarddesk.domain.people import Appointment, Person, Role, RoleTenure
from boarddesk.domain.quorum import BOARD_QUORUM, fraction_for, needed_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import (
    CLASSES,
    Seat,
    SeatState,
    annual_meeting_in,
    authorized_size,
    committees_on,
    election_day,
    expiry_year,
    name_of,
    seats_on,
)
from boarddesk.domain.timeline import Service, Timeline
from boarddesk.rules.independence import Headcount, Independence, Standing
from boarddesk.services.people import places_of, roles_line, terms_of
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

STANDING = {
    Standing.INDEPENDENT: ("recorded", "Determined independent"),
    Standing.UNDER_REVIEW: ("judgment_needed", "Under review"),
    Standing.NOT_INDEPENDENT: ("not_independent", "Not independent"),
    Standing.UNDETERMINED: ("not_recorded", "Not determined"),
}


class BoardFact(msgspec.Struct, frozen=True):
    """One count of the summary: a status code, a title, the count in words, and what it is measured against."""

    status: str
    title: str
    value: str
    note: str = ""


class SeatLine(msgspec.Struct, frozen=True):
    """One seat: `person` and `term` are None while it is vacant. `tokens` are letter, shape and name."""

    key: str
    label: str
    class_: str
    person: str | None
    term: str | None
    name: str
    role: str
    notable: bool
    tokens: tuple[tuple[str, str], ...]
    status: str
    status_word: str
    note: str


class ClassColumn(msgspec.Struct, frozen=True):
    """One class: the year its terms end, its name, the annual meeting's day where it is on the calendar."""

    title: str
    name: str
    note: str
    seats: tuple[SeatLine, ...]


class BoardView(msgspec.Struct, frozen=True):
    """What the page shows; `filled` and `size` are the seats with a director and all of them."""

    filled: int
    size: int | None
    facts: tuple[BoardFact, ...]
    columns: tuple[ClassColumn, ...]


def independence_of(record: Record) -> Independence:
    """Who was independent when, as the rules read the record."""
    return Independence(record, Service(record.all(Appointment)), Timeline(record.all(RoleTenure)))


def board_view(services: Services) -> BoardView:
    """The board as of the chosen day."""
    record, day = services.shown, services.day
    seats = seats_on(record, day)
    independence = independence_of(record)
    filled = sum(seat.person is not None for seat in seats)
    size = authorized_size(record, day)
    return BoardView(
        filled=filled,
        size=size,
        facts=_facts(record, day, seats, independence.headcount(day)),
        columns=_columns(record, day, seats, independence),
    )


def _facts(record: Record, day: date, seats: tuple[Seat, ...], count: Headcount) -> tuple[BoardFact, ...]:
    facts = [_independent(count)] if count.directors else []
    size = authorized_size(record, day)
    if size is None:
        facts.append(BoardFact("not_recorded", "Board quorum", "Not known", "set the board’s size"))
        facts.append(BoardFact("information", "Directors in office", str(count.directors)))
    else:
        needed = needed_of(size, fraction_for(record, BOARD_QUORUM, day))
        vacant = "vacant counts" if count.directors < size else "whole board"
        facts.append(BoardFact("information", "Board quorum", f"{needed} of {size} seats", vacant))
        facts.append(_in_office(count.directors, size, needed))
    sizes = Counter(seat.class_ for seat in seats if seat.class_)
    if record.company.classified and sizes:
        each = [sizes[class_] for class_ in CLASSES]
        equal = max(each) - min(each) <= 1
        said = "nearly equal" if equal else "not nearly equal"
        facts.append(BoardFact("met" if equal else "information", "Class sizes", ", ".join(map(str, each)), said))
    return tuple(facts)


def _independent(count: Headcount) -> BoardFact:
    """Never one number with a tick over a determination that is under review or missing."""
    sure, review, open_ = len(count.independent), len(count.under_review), len(count.undetermined)
    needed = count.directors // 2 + 1
    status = "not_met" if sure + review + open_ < needed else "judgment_needed" if review or open_ else "met"
    value = ", ".join(
        [str(sure), *([f"{review} under review"] if review else []), *([f"{open_} not determined"] if open_ else [])]
    )
    return BoardFact(status, "Independent", value, f"needs {needed}")


def _in_office(directors: int, size: int, needed: int) -> BoardFact:
    if directors > size:
        return BoardFact("not_met", "Directors in office", str(directors), f"the board’s size is {size}")
    over = directors - needed
    note = f"{over} above quorum" if over > 0 else "just a quorum" if not over else f"{-over} short of a quorum"
    return BoardFact("information" if over >= 0 else "not_met", "Directors in office", str(directors), note)


def _columns(record: Record, day: date, seats: tuple[Seat, ...], independence: Independence) -> tuple[ClassColumn, ...]:
    lines = [_line(record, day, seat, number, independence) for number, seat in enumerate(seats)]
    if not record.company.classified:
        third = -(-len(lines) // 3)
        parts = [lines[n * third : (n + 1) * third] for n in range(3)]
        return tuple(ClassColumn("Directors" if not n else "", "", "", tuple(part)) for n, part in enumerate(parts))
    columns = [(expiry_year(record, class_, day), class_) for class_ in CLASSES]
    columns.sort(key=lambda pair: (pair[0] or date.max.year, pair[1]))
    found = [
        ClassColumn(
            str(year) if year else "–",
            f"Class {class_}",
            _meeting_day(record, year),
            tuple(line for line in lines if line.class_ == class_),
        )
        for year, class_ in columns
    ]
    loose = tuple(line for line in lines if line.class_ not in CLASSES)
    return (*found, ClassColumn("–", "No class", "", loose)) if loose else tuple(found)


def _meeting_day(record: Record, year: int | None) -> str:
    meeting = annual_meeting_in(record, year) if year else None
    return short_day(meeting.day) if meeting else ""


def _line(record: Record, day: date, seat: Seat, number: int, independence: Independence) -> SeatLine:
    if seat.person is None or seat.appointment is None:
        return _vacant(record, day, seat, number)
    term = seat.appointment
    held = roles_line(_briefly(r) for r in record.where(RoleTenure, "person", seat.person) if r.held_on(day))
    notable = _notable(record, seat, term)
    status, word = STANDING[independence.ruling(seat.person, day).standing]
    places = places_of(record, seat.person, day)
    return SeatLine(
        key=term.id,
        label=seat.label,
        class_=seat.class_,
        person=seat.person,
        term=term.id,
        name=name_of(record, seat.person),
        role=notable or held or "Director",
        notable=bool(notable),
        tokens=tuple((place.committee.letter, "solid" if place.chair else "member") for place in places),
        status=status,
        status_word=word,
        note=f"since {serving_since(record, seat.person, day).year}",
    )


def _briefly(role: RoleTenure) -> RoleTenure:
    """Without the company's own title where the role's name says as much in fewer words: a card is narrow."""
    generic = role.role in {Role.EXECUTIVE_OFFICER, Role.OTHER_OFFICER}
    return role if generic else msgspec.structs.replace(role, title="")


def _notable(record: Record, seat: Seat, term: Appointment) -> str:
    """What is about to change in this seat, or ought to have: said in place of the role."""
    if term.end is not None:
        return f"Leaves on {short_day(term.end)}"
    if seat.state is SeatState.HOLDOVER:
        elected = election_day(record, term.class_, term.term_ends_year) if term.term_ends_year else None
        return f"Holds over since {short_day(elected) if elected else term.term_ends_year}"
    return f"Will not stand in {term.term_ends_year}" if term.will_not_stand_on and term.term_ends_year else ""


def serving_since(record: Record, person: str, day: date) -> date:
    """The first day of the unbroken service that runs on `day`."""
    since = day
    for term in reversed(terms_of(record, person)):
        if term.start <= day and (term.end is None or term.end >= since):
            since = term.start
    return since


def _vacant(record: Record, day: date, seat: Seat, number: int) -> SeatLine:
    left = f"Since {short_day(seat.vacant_since)}, {name_of(record, seat.last_holder)}" if seat.vacant_since else ""
    open_places = [c.letter for c in committees_on(record, day) if seat.last_holder in left_open(record, c, day)]
    return SeatLine(
        key=f"vacant:{seat.label or number}",
        label=seat.label,
        class_=seat.class_,
        person=None,
        term=None,
        name=f"Vacant seat {seat.label}".strip(),
        role=left or "Never filled",
        notable=False,
        tokens=tuple((letter, "dashed") for letter in open_places),
        status="",
        status_word="",
        note=f"term ends {seat.expires}" if seat.expires else "",
    )


def left_open(record: Record, committee: Committee, day: date) -> frozenset[str]:
    """Former directors whose place on a committee nobody has taken while their seat on the board is vacant."""
    seats = record.where(CommitteeSeat, "committee", committee.id)
    gone = {seat.last_holder: seat.vacant_since for seat in seats_on(record, day) if seat.last_holder}
    left = sorted(
        (s for s in seats if s.person in gone and s.end is not None and s.end <= day and s.end == gone[s.person]),
        key=lambda s: s.end or day,
        reverse=True,
    )
    if not left:
        return frozenset()
    taken = sum(s.start >= (left[-1].end or day) and s.serves_on(day) for s in seats)
    return frozenset(s.person for s in left[: max(0, len(left) - taken)])


class SeatOffer(msgspec.Struct, frozen=True):
    """A seat that a director may be appointed to, and the year its term ends."""

    label: str
    class_: str
    ends: int | None
    words: str


def seats_offered(record: Record, day: date) -> tuple[SeatOffer, ...]:
    """The vacant seats on `day`; the last holder is named so that seats can be told apart."""
    offers = []
    for seat in seats_on(record, day):
        if seat.person is None and (seat.class_ or seat.label):
            after = f", after {name_of(record, seat.last_holder)}" if seat.last_holder else ""
            words = f"{seat.label or f'Class {seat.class_}'}{after}"
            offers.append(SeatOffer(seat.label, seat.class_, expiry_year(record, seat.class_, day), words))
    return tuple(offers)


def next_label(record: Record, class_: str) -> str:
    """The label after the highest one of a class: “II-5” after “II-4”; empty where seats bear none."""
    numbers = [
        int(tail)
        for term in record.all(Appointment)
        for head, _dash, tail in [term.seat.rpartition("-")]
        if head == class_ and tail.isdecimal()
    ]
    return f"{class_}-{max(numbers, default=0) + 1}" if numbers or not record.all(Appointment) else ""


def may_join(record: Record, day: date) -> tuple[Person, ...]:
    """Everybody who is not a director on `day`."""
    serving = {term.person for term in record.all(Appointment) if term.serves_on(day)}
    return tuple(person for person in record.all(Person) if person.id not in serving)
