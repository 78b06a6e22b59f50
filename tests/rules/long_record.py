"""A made-up record of many years: five board meetings a year with sessions, three committees, motions by name."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.company import Company
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Outcome, Questionnaire, Standard
from boarddesk.domain.meetings import (
    BOARD,
    INDEPENDENT,
    STOCKHOLDERS,
    AgendaItem,
    ItemOutcome,
    ItemType,
    Meeting,
    MeetingKind,
    MeetingState,
    PresenceKind,
    PresenceStamp,
)
from boarddesk.domain.motions import Choice, Motion, MotionKind, PayComponent, Vote, VoteMethod
from boarddesk.domain.people import Appointment, BoardSize, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

SEATS = 9
STAY = 4
"""Terms of three years that one person serves in a seat before the next one comes."""
COMMITTEES = {
    "audit": (CommitteeKind.AUDIT, (0, 3, 6), 8),
    "compensation": (CommitteeKind.COMPENSATION, (1, 4, 7), 6),
    "nominating": (CommitteeKind.NOMINATING, (0, 4, 7), 5),
}
TYPES = (ItemType.BUSINESS_UPDATE, ItemType.FINANCE_UPDATE, ItemType.PLAN_V_ACTUAL, ItemType.ANNUAL_PLAN)


def long_record(years: int, last: int = 2026) -> Record:
    """A record of the fiscal years up to and with `last`, all held."""
    return Record.of(_rows(last - years + 1, last))


def _person(seat: int, year: int, first: int) -> str:
    """Who sits in a seat: seat 8 is the chief executive's, the others change every few terms."""
    elected = year - (year - first - seat % 3) % 3
    return f"p{seat}-{max(0, elected - first) // (3 * STAY) if seat != SEATS - 1 else 0}"


def _stands(seat: int, year: int, first: int) -> bool:
    """Whether a seat's class stands at that year's annual meeting, so that someone else may come."""
    return year > first and (year - first) % 3 == seat % 3


def _meeting_day(year: int) -> date:
    return date(year, 5, 14)


def _rows(first: int, last: int) -> Iterator[Row]:
    yield Company(
        id="company", name="Long Record, Inc.", class_base_years={"I": first, "II": first + 1, "III": first + 2}
    )
    people = {_person(seat, year, first) for seat in range(SEATS) for year in range(first, last + 1)}
    for person in sorted({*people, "cfo", "gc", "coo"}):
        yield Person(id=person, name=f"Person {person.upper()}", honorific="Ms.")
    yield BoardSize(id="size", size=SEATS, effective_from=date(first, 1, 1))
    yield Document(id="cert", kind=DocumentKind.CERTIFICATE, title="Certificate", effective_from=date(first - 9, 1, 1))
    ceo = _person(SEATS - 1, first, first)
    roles = [(ceo, Role.CEO), ("cfo", Role.CFO), ("gc", Role.GENERAL_COUNSEL), ("coo", Role.EXECUTIVE_OFFICER)]
    for person, role in roles:
        yield RoleTenure(id=f"r-{role}", person=person, role=role, start=date(first, 1, 1), executive=True)
    yield from _terms(first, last)
    for name, (kind, _, _) in COMMITTEES.items():
        yield Committee(id=name, name=f"{name.capitalize()} Committee", kind=kind, start=date(first, 1, 1))
        yield Document(id=f"ch-{name}", kind=DocumentKind.COMMITTEE_CHARTER, title="Charter", committee=name,
                       effective_from=date(first, 1, 1))  # fmt: skip
    for year in range(first, last + 1):
        yield from _year(year, first)


def _terms(first: int, last: int) -> Iterator[Row]:
    """Terms by class from annual meeting to annual meeting, and what hangs on the person in the seat."""
    for seat in range(SEATS):
        class_ = ("I", "II", "III")[seat % 3]
        base = first + seat % 3
        starts = [date(first, 1, 1), *(_meeting_day(year) for year in range(base, last + 1) if (year - base) % 3 == 0)]
        for number, start in enumerate(starts):
            end = starts[number + 1] if number + 1 < len(starts) else None
            ends = base if not number else base + 3 * number
            yield Appointment(id=f"t-{seat}-{number}", person=_person(seat, start.year, first), class_=class_, start=start,
                              end=end, term_ends_year=ends, election=f"e-{start.year}-{class_}" if number else None)  # fmt: skip
            for name, (_, seats, _) in COMMITTEES.items():
                if seat in seats:
                    yield CommitteeSeat(id=f"s-{name}-{seat}-{number}", committee=name, start=start, end=end,
                                        person=_person(seat, start.year, first))  # fmt: skip


def _year(year: int, first: int) -> Iterator[Row]:
    after = [_person(seat, year, first) for seat in range(SEATS)]
    before = [_person(seat, year - 1, first) if _stands(seat, year, first) else after[seat] for seat in range(SEATS)]
    directors = list(dict.fromkeys([*before, *after]))
    for person in directors:
        outcome = Outcome.NOT_INDEPENDENT if person.startswith(f"p{SEATS - 1}-") else Outcome.INDEPENDENT
        yield Questionnaire(
            id=f"q-{year}-{person}", person=person, year=year, received_on=date(year, 1, 20), changed=False
        )
        for standard in Standard:
            yield Determination(id=f"d-{year}-{person}-{standard}".replace("_", "-"), person=person, standard=standard,
                                outcome=outcome, decided_on=date(year, 1, 2))  # fmt: skip
    meeting = Meeting(id=f"am-{year}", body=STOCKHOLDERS, kind=MeetingKind.ANNUAL, state=MeetingState.HELD,
                      starts=datetime.combine(_meeting_day(year), datetime.min.time()).replace(hour=14))  # fmt: skip
    yield meeting
    class_ = ("I", "II", "III")[(year - first) % 3]
    yield Election(
        id=f"e-{year}-{class_}", held_on=_meeting_day(year), class_=class_, seats=3, quorum=True, meeting=meeting.id
    )
    for seat in range((year - first) % 3, SEATS, 3):
        yield Nominee(id=f"n-{year}-{seat}", election=f"e-{year}-{class_}", person=_person(seat, year, first),
                      shares_for=9_000 - seat, withheld=seat, seated=True)  # fmt: skip
    for number, month in enumerate((2, 4, 7, 10, 12)):
        start = datetime(year, month, 12, 9)
        people = before if month < 5 else after
        yield from _held(f"b-{year}-{number}", BOARD, start, people, 4)
        yield from _held(
            f"i-{year}-{number}", INDEPENDENT, start + timedelta(hours=4), people[:-1], 0, f"b-{year}-{number}"
        )
    for name, (_, seats, count) in COMMITTEES.items():
        for number in range(count):
            start = datetime(year, 1 + number * 12 // count, 11, 9 + len(name) % 5)
            yield from _held(
                f"{name}-{year}-{number}",
                name,
                start,
                [(before if start.month < 5 else after)[seat] for seat in seats],
                2,
            )


def _held(
    name: str, body: str, start: datetime, people: list[str], motions: int, parent: str | None = None
) -> Iterator[Row]:
    kind = MeetingKind.SESSION if body == INDEPENDENT else MeetingKind.REGULAR
    yield Meeting(id=name, body=body, kind=kind, starts=start, called_to_order=start, adjourned=start + timedelta(hours=3),
                  state=MeetingState.HELD, parent=parent, presiding=people[0])  # fmt: skip
    away = sum(map(ord, name)) % 7
    for number, person in enumerate(people[:SEATS]):
        absent = number == away and body == BOARD
        yield PresenceStamp(id=f"{name}-{number}", meeting=name, person=person, at=None if absent else start,
                            kind=PresenceKind.ABSENT if absent else PresenceKind.PRESENT)  # fmt: skip
    if body == BOARD and away == 3:
        yield PresenceStamp(id=f"{name}-l", meeting=name, person=people[-1], at=start + timedelta(hours=1), order=1,
                            kind=PresenceKind.LEFT)  # fmt: skip
    if body == BOARD:
        for number, item in enumerate(TYPES):
            yield AgendaItem(id=f"{name}-i{number}", meeting=name, position=number + 1, title="Item", type=item,
                             outcome=ItemOutcome.DISCUSSED)  # fmt: skip
    for number in range(motions):
        pay = body == "compensation" and start.month > 10
        yield Motion(id=f"{name}-m{number}", body=body, meeting=name, at=start + timedelta(minutes=30 * number + 10), text="Act",
                     vote_method=VoteMethod.BY_NAME, kind=MotionKind.EXECUTIVE_PAY if pay else MotionKind.ORDINARY,
                     subjects=("p8-0", "cfo", "gc", "coo") if pay else (), components=tuple(PayComponent) if pay else ())  # fmt: skip
        for index, person in enumerate(people[:SEATS]):
            yield Vote(id=f"{name}-m{number}-{index}", motion=f"{name}-m{number}", person=person, choice=Choice.FOR)
