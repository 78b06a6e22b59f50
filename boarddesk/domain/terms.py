"""Who was what on a day: directors, seats, classes, roles, committees (`law.md` 4.1)."""

from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import BEGUN, STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.record import Record

CLASSES = ("I", "II", "III")
TERM_YEARS = 3


def appointments_on(record: Record, day: date) -> tuple[Appointment, ...]:
    """The terms that run on `day`, holdovers included, in order of entry."""
    return tuple(term for term in record.all(Appointment) if term.serves_on(day))


def directors_on(record: Record, day: date) -> tuple[str, ...]:
    """The ids of the directors in office on `day`."""
    return tuple(dict.fromkeys(term.person for term in appointments_on(record, day)))


def appointment_of(record: Record, person: str, day: date) -> Appointment | None:
    """The term a person serves on `day`, or None."""
    return next((term for term in record.where(Appointment, "person", person) if term.serves_on(day)), None)


def authorized_size(record: Record, day: date) -> int | None:
    """The whole board on `day`, vacancies included; None where no size is on record."""
    sizes = [size for size in record.all(BoardSize) if size.effective_from <= day]
    return max(sizes, key=lambda size: (size.effective_from, size.id)).size if sizes else None


def vacancies_on(record: Record, day: date) -> int | None:
    """Seats without a director on `day`; None where the size is not on record."""
    size = authorized_size(record, day)
    return None if size is None else max(0, size - len(directors_on(record, day)))


def annual_meeting_in(record: Record, year: int) -> Meeting | None:
    """The stockholders' annual meeting of a calendar year that was held, or is to be held."""
    found = [
        meeting
        for meeting in record.where(Meeting, "body", STOCKHOLDERS)
        if meeting.kind is MeetingKind.ANNUAL and meeting.day.year == year
    ]
    begun = [meeting for meeting in found if meeting.state in BEGUN]
    return next(iter(begun or found), None)


def election_day(record: Record, class_: str, year: int) -> date | None:
    """The day of a year on which a class was elected, or was to be: the annual meeting once begun, or its ballot."""
    meeting = annual_meeting_in(record, year)
    if meeting is not None and meeting.state in BEGUN:
        return meeting.day
    ballots = (e.held_on for e in record.all(Election) if e.class_ == class_ and e.held_on.year == year)
    return min(ballots, default=None)


class SeatState(StrEnum):
    """How a seat stands."""

    FILLED = "filled"
    HOLDOVER = "holdover"
    VACANT = "vacant"


def is_holdover(record: Record, term: Appointment, day: date) -> bool:
    """Whether the class was to be elected again and the director still serves (8 Del. C. §141(b))."""
    if term.term_ends_year is None or not term.serves_on(day):
        return False
    elected = election_day(record, term.class_, term.term_ends_year)
    return elected < day if elected is not None else term.term_ends_year < day.year


class Seat(msgspec.Struct, frozen=True):
    """One seat of the board on a day: filled, held over or vacant."""

    label: str
    class_: str
    state: SeatState
    person: str | None
    appointment: Appointment | None
    expires: int | None
    vacant_since: date | None = None
    last_holder: str | None = None


def expiry_year(record: Record, class_: str, day: date) -> int | None:
    """The year of the next annual meeting at which the class's terms end, from the class's base year."""
    base = record.company.class_base_years.get(class_)
    if base is None:
        ends = [t.term_ends_year for t in appointments_on(record, day) if t.class_ == class_ and t.term_ends_year]
        return max(ends) if ends else None
    year = day.year
    while (year - base) % TERM_YEARS:
        year += 1
    elected = election_day(record, class_, year)
    if elected is None and annual_meeting_in(record, year) is None:
        # The base year is by definition one in which the class was elected.
        return year + TERM_YEARS if year == base == day.year else year
    return year + TERM_YEARS if elected is not None and elected <= day else year


def seats_on(record: Record, day: date) -> tuple[Seat, ...]:
    """Every seat of the whole board on `day`: the filled ones, then the vacant ones by who left last."""
    filled = [
        Seat(
            label=term.seat,
            class_=term.class_,
            state=SeatState.HOLDOVER if is_holdover(record, term, day) else SeatState.FILLED,
            person=term.person,
            appointment=term,
            expires=term.term_ends_year,
        )
        for term in appointments_on(record, day)
    ]
    filled.sort(key=lambda seat: (seat.class_, seat.label))
    return (*filled, *_vacant_seats(record, day, {seat.label for seat in filled if seat.label}))


def _vacant_seats(record: Record, day: date, taken: set[str]) -> list[Seat]:
    count = vacancies_on(record, day) or 0
    gone = sorted(
        (t for t in record.all(Appointment) if t.end is not None and t.end <= day and t.seat not in taken),
        key=lambda t: t.end or day,
        reverse=True,
    )
    seats: list[Seat] = []
    for term in gone:
        if len(seats) == count:
            break
        if term.seat and any(seat.label == term.seat for seat in seats):
            continue
        seats.append(
            Seat(term.seat, term.class_, SeatState.VACANT, None, None, expiry_year(record, term.class_, day), term.end,
                 term.person)
        )  # fmt: skip
    seats.extend(Seat("", "", SeatState.VACANT, None, None, None) for _ in range(count - len(seats)))
    return seats


def roles_on(record: Record, day: date) -> tuple[RoleTenure, ...]:
    """The roles held on `day`."""
    return tuple(tenure for tenure in record.all(RoleTenure) if tenure.held_on(day))


def holder_of(record: Record, role: Role, day: date) -> str | None:
    """The person who holds a role on `day`, or None."""
    return next((t.person for t in record.where(RoleTenure, "role", role) if t.held_on(day)), None)


def executive_officers_on(record: Record, day: date) -> tuple[RoleTenure, ...]:
    """The executive officers on `day`, one tenure a person, the chief executive first."""
    found = sorted((t for t in roles_on(record, day) if t.executive), key=lambda t: t.role is not Role.CEO)
    return tuple({tenure.person: tenure for tenure in reversed(found)}.values())[::-1]


def committees_on(record: Record, day: date) -> tuple[Committee, ...]:
    """The committees in being on `day`."""
    return tuple(committee for committee in record.all(Committee) if committee.exists_on(day))


def committee_of_kind(record: Record, kind: CommitteeKind, day: date) -> Committee | None:
    """The committee of a kind that is in being on `day`."""
    return next((c for c in committees_on(record, day) if c.kind is kind), None)


def members_on(record: Record, body: str, day: date) -> tuple[str, ...]:
    """The members of a body on `day`: directors for the board, the seats of a committee."""
    if record.find(Committee, body) is None:
        return directors_on(record, day)
    seats = record.where(CommitteeSeat, "committee", body)
    return tuple(dict.fromkeys(seat.person for seat in seats if seat.serves_on(day)))


def chair_of(record: Record, body: str, day: date) -> str | None:
    """The chair of a committee, or of the board, on `day`."""
    if record.find(Committee, body) is None:
        return holder_of(record, Role.CHAIR, day)
    chairs = record.where(CommitteeChair, "committee", body)
    return next((chair.person for chair in chairs if chair.serves_on(day)), None)


def name_of(record: Record, person: str | None) -> str:
    """The full name of a person, or an empty text."""
    found = record.find(Person, person)
    return found.name if found else ""


def body_name(record: Record, body: str) -> str:
    """The name of a body for a person."""
    fixed = {"board": "Board of Directors", "independent": "Independent directors", "stockholders": "Stockholders"}
    committee = record.find(Committee, body)
    return committee.name if committee else fixed.get(body, body)
