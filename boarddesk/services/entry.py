"""Checks at entry: what cannot be so is refused; departures are said before saving, and saved (`law.md` 0.15)."""

from collections.abc import Iterable, Iterator
from datetime import date

from boarddesk.common.errors import Fault, UserError
from boarddesk.domain.checks import impossible, overlap, warnings_for
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Consent, Motion, Vote
from boarddesk.domain.people import Appointment, BoardSize, How, Person, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.domain.terms import (
    TERM_YEARS,
    authorized_size,
    directors_on,
    executive_officers_on,
    expiry_year,
    name_of,
)
from boarddesk.services.bus import Bus, Command, Transaction
from boarddesk.services.people import determination_on, tidy
from boarddesk.services.words import short_day

MEETINGS = (Meeting, Motion, Vote, Consent)


def require_possible(tx: Transaction, before: Record) -> None:
    """Refuse a change of the register where a fault appears that was not there in `before`."""
    there = set(_faults(before))
    refuse(*(fault for fault in _faults(tx.record) if fault not in there))


def refuse(*faults: Fault) -> None:
    """UserError that names the first fault and holds all, each with its field; nothing where there is none."""
    if faults:
        raise UserError(faults[0].what, what_to_do=faults[0].what_to_do, code="impossible", faults=faults)


def _faults(record: Record) -> Iterator[Fault]:
    # Meetings are left out: what is entered in the register cannot make them impossible.
    yield from impossible(record.with_tables(dict.fromkeys(MEETINGS, ())))
    yield from _shared_seats(record)


def _shared_seats(record: Record) -> Iterator[Fault]:
    """One labelled seat held by two directors at once."""
    by_seat: dict[str, list[Appointment]] = {}
    for term in record.all(Appointment):
        if term.seat:
            by_seat.setdefault(term.seat, []).append(term)
    for seat, terms in by_seat.items():
        ordered = sorted(terms, key=lambda term: (term.start, term.id))
        for number, later in enumerate(ordered):
            for earlier in ordered[:number]:
                two = earlier.person != later.person
                if two and overlap((earlier.start, earlier.end), (later.start, later.end)):
                    until = f" until {short_day(earlier.end)}" if earlier.end else ""
                    yield Fault(
                        f"Seat {seat} is held by {name_of(record, earlier.person)}{until}.",
                        f"appointments {later.id}, field seat",
                        "Choose another seat, or end that term first.",
                    )


def warnings_before(bus: Bus, command: Command) -> tuple[str, ...]:
    """What a careful colleague would say before the command is done; UserError where it would be refused."""
    before, after = bus.record, bus.preview(command)
    changed = [row for kind in TABLES for row in after.all(kind) if before.find(kind, row.id) != row]
    rows = [row for row in changed if _to_be_weighed(before.find(type(row), row.id), row)]
    said = [*warnings_for(after, rows), *_departures(after, rows)]
    return tuple(dict.fromkeys(said))


def _to_be_weighed(there: Row | None, row: Row) -> bool:
    """What merely ends is no new departure; a name may have become like another's, a place may run longer."""
    if there is None or isinstance(row, Person):
        return True
    if not isinstance(row, (Appointment, CommitteeSeat, CommitteeChair)) or not isinstance(there, type(row)):
        return False
    moved = any(getattr(there, field) != getattr(row, field) for field in ("person", "start"))
    other = getattr(there, "committee", "") != getattr(row, "committee", "")
    return moved or other or (row.end or date.max) > (there.end or date.max)


def _departures(after: Record, rows: Iterable[Row]) -> Iterator[str]:
    for row in rows:
        if isinstance(row, Appointment):
            yield from _of_term(after, row)
        elif isinstance(row, BoardSize):
            directors = len(directors_on(after, row.effective_from))
            if directors > row.size:
                yield f"{directors} directors are in office on {short_day(row.effective_from)}, more than {row.size}."
        elif isinstance(row, CommitteeSeat):
            yield from _of_member(after, row)
            yield from _of_place(after, row)
        elif isinstance(row, CommitteeChair):
            yield from _of_place(after, row)
        elif isinstance(row, RoleTenure) and row.role is Role.LEAD:
            if not _independent(after, row.person, row):
                yield f"The board has not determined {name_of(after, row.person)} independent."
        elif isinstance(row, Determination) and row.outcome is Outcome.INDEPENDENT:
            officers = {tenure.person for tenure in executive_officers_on(after, row.decided_on)}
            if row.person in officers:
                yield f"{name_of(after, row.person)} is an executive officer on {short_day(row.decided_on)}."


def _of_term(after: Record, term: Appointment) -> Iterator[str]:
    size = authorized_size(after, term.start)
    directors = len(directors_on(after, term.start))
    if size is not None and directors > size:
        yield f"The board would have {directors} directors on {short_day(term.start)}; its authorized size is {size}."
    base = after.company.class_base_years.get(term.class_)
    if base is not None and term.term_ends_year is not None and (term.term_ends_year - base) % TERM_YEARS:
        ends = expiry_year(after, term.class_, term.start)
        yield f"Class {term.class_} next stands for election in {ends}; this term would end in {term.term_ends_year}."
    if base is not None and term.how is How.ELECTED and (term.start.year - base) % TERM_YEARS:
        yield f"Class {term.class_} was not to be elected in {term.start.year}."


def _of_place(after: Record, place: CommitteeSeat | CommitteeChair) -> Iterator[str]:
    """A place outside its committee's life, past its holder's time on the board, or held by two at once."""
    committee, who = after.find(Committee, place.committee), name_of(after, place.person)
    if committee is not None and not committee.exists_on(place.start):
        yield f"The {committee.name} is not in being on {short_day(place.start)}."
    ends = [term.end for term in after.where(Appointment, "person", place.person)]
    left = max((end for end in ends if end is not None), default=None) if None not in ends else None
    if left is not None and place.start < left < (place.end or date.max):
        yield f"{who} left the board on {short_day(left)}; the place on the committee would run on."
    if isinstance(place, CommitteeChair) and committee is not None:
        span = (place.start, place.end)
        for other in after.where(CommitteeChair, "committee", place.committee):
            if other.person != place.person and overlap((other.start, other.end), span):
                yield f"{name_of(after, other.person)} chairs the {committee.name} at the same time."


def _of_member(after: Record, seat: CommitteeSeat) -> Iterator[str]:
    committee = after.find(Committee, seat.committee)
    if (
        committee is not None
        and committee.kind is not CommitteeKind.OTHER
        and not _independent(after, seat.person, seat)
    ):
        yield f"The board has not determined {name_of(after, seat.person)} independent by {short_day(seat.start)}."


def _independent(record: Record, person: str, row: CommitteeSeat | RoleTenure) -> bool:
    found = determination_on(record, person, Standard.NASDAQ, row.start)
    return found is not None and found.outcome is Outcome.INDEPENDENT


def required(text: str, what: str, what_to_do: str) -> str:
    """A text without blanks around it; UserError where nothing is left."""
    if not text.strip():
        raise UserError(what, what_to_do=what_to_do, code="missing")
    return tidy(text)
