"""The roster of the board, its officers and its committees as at a day, as PDF: who, which class and term, since when.

What a director was determined to be is said with the day of the board's decision; nothing is worked out anew.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.elections import Election
from boarddesk.domain.independence import Designation, DesignationKind, Standard
from boarddesk.domain.people import Appointment, How, Role, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import (
    Seat,
    SeatState,
    authorized_size,
    chair_of,
    committees_on,
    members_on,
    name_of,
    roles_on,
    seats_on,
)
from boarddesk.reports.documents.list_report import ListReport, Part, list_pdf
from boarddesk.reports.ruled import Column
from boarddesk.reports.sections.order import natural, roll_order
from boarddesk.reports.sections.voice import ROLE_WORDS
from boarddesk.reports.wording import counted, long_date, number_word
from boarddesk.rules.independence import Independence, Standing
from boarddesk.services.board import independence_of, serving_since
from boarddesk.services.people import ORDER
from boarddesk.services.words import capital, short_day
from boarddesk.services.workspace import Services

ON_BOARD = frozenset({Role.CHAIR, Role.LEAD})
"""Roles within the board; every other one is an office of the company."""
OF_KIND = {CommitteeKind.AUDIT: Standard.AUDIT, CommitteeKind.COMPENSATION: Standard.COMPENSATION}
"""The standard that a committee's members answer beside the general one."""
STANDARD = {Standard.AUDIT: " (Rule 10A-3)", Standard.COMPENSATION: " (Rule 10C-1)", Standard.NASDAQ: ""}
HOW = {How.ELECTED: "Elected", How.APPOINTED: "Appointed by the Board", How.INITIAL: "Initial director"}
EXPERT = "audit committee financial expert"
DIRECTORS = (Column("Director", 0.2, bold=True), Column("Position", 0.16), Column("Seat", 0.08),
             Column("Since", 0.11), Column("This term", 0.24), Column("Independence", 0.21))  # fmt: skip
MEMBERS = (
    Column("Member", 0.24, bold=True),
    Column("Place", 0.1),
    Column("Since", 0.12),
    Column("Found by the Board", 0.54),
)
OFFICERS = (
    Column("Officer", 0.24, bold=True),
    Column("Office", 0.44),
    Column("Since", 0.14),
    Column("Rule 16a-1(f)", 0.18),
)


def roster_pdf(services: Services) -> bytes:
    """Directors by class and seat with the vacant ones, the members of each committee, and the officers."""
    record, day = services.shown, services.day
    independence = independence_of(record)
    seats = tuple(sorted(seats_on(record, day), key=lambda seat: (not seat.class_, seat.class_, natural(seat.label))))
    parts = [Part("Board of Directors", DIRECTORS, tuple(_seat(record, day, seat, independence) for seat in seats),
                  empty="No director is on record.")]  # fmt: skip
    parts += [_committee(record, day, committee, independence) for committee in committees_on(record, day)]
    parts.append(Part("Officers", OFFICERS, tuple(_officers(record, day)), empty="No officer is on record."))
    report = ListReport(
        company=record.company.name, title="Board and Committee Roster", subtitle=f"As of {long_date(day)}",
        lead=_lead(record, day, seats, independence), state=f"As of {short_day(day)}",
        keywords=f"roster; {day.isoformat()}", parts=tuple(parts), header_right=f"as of {short_day(day)}",
    )  # fmt: skip
    return list_pdf(report)


def _lead(record: Record, day: date, seats: tuple[Seat, ...], independence: Independence) -> str:
    filled = sum(seat.person is not None for seat in seats)
    size, vacant, count = authorized_size(record, day), len(seats) - filled, independence.headcount(day)
    said = [f"{counted(filled, 'director')} in office"]
    said += (
        [f"the authorized number is {number_word(size)}"]
        if size is not None
        else ["the authorized number is not on record"]
    )
    said += [f"{counted(vacant, 'seat')} vacant"] if vacant else []
    found = [
        f"{number_word(len(people))} {words}"
        for people, words in ((count.independent, "determined independent by the Board"),
                              (count.under_review, "under review"), (count.undetermined, "not determined"))
        if people
    ]  # fmt: skip
    return ". ".join([f"{capital('; '.join(said))}", *([capital(", ".join(found))] if found else [])]) + "."


def _seat(record: Record, day: date, seat: Seat, independence: Independence) -> tuple[str, ...]:
    label = seat.label or (f"Class {seat.class_}" if seat.class_ else "–")
    term = seat.appointment
    if seat.person is None or term is None:
        since = short_day(seat.vacant_since) if seat.vacant_since else "–"
        until = f"To the annual meeting of {seat.expires}" if seat.expires else "–"
        return ("Vacant", "–", label, since, until, "–")
    held = [_title(role) for role in _by_rank(roles_on(record, day)) if role.person == seat.person]
    return (
        name_of(record, seat.person), "; ".join(dict.fromkeys(held)) or "Director", label,
        short_day(serving_since(record, seat.person, day)),
        _term(record, term, seat.state), _found(seat.person, day, Standard.NASDAQ, independence),
    )  # fmt: skip


def _term(record: Record, term: Appointment, state: SeatState) -> str:
    """“Elected 14 May 2026, to the annual meeting of 2029”, and whether the director holds over."""
    ballot = record.find(Election, term.election)
    said = f"{HOW[term.how]} {short_day(ballot.held_on if ballot else term.start)}"
    if ballot is not None and ballot.held_on < term.start:
        said += f", in office from {short_day(term.start)}"
    if term.end is not None:
        return f"{said}, leaves {short_day(term.end)}"
    if term.term_ends_year is None:
        return said
    over = "; holds over until a successor qualifies" if state is SeatState.HOLDOVER else ""
    return f"{said}, to the annual meeting of {term.term_ends_year}{over}"


def _found(person: str, day: date, standard: Standard, independence: Independence) -> str:
    """“Determined independent (Rule 10A-3), 12 Feb 2026”; the day is that of the board's decision."""
    ruling = independence.ruling(person, day, standard)
    made = f"{STANDARD[standard]}{f', {short_day(ruling.determination.decided_on)}' if ruling.determination else ''}"
    return {
        Standing.INDEPENDENT: f"Determined independent{made}",
        Standing.UNDER_REVIEW: f"Under review; determined independent{made}",
        Standing.NOT_INDEPENDENT: f"Not independent{made}",
        Standing.UNDETERMINED: f"Not determined{made}",
    }[ruling.standing]


def _committee(record: Record, day: date, committee: Committee, independence: Independence) -> Part:
    """The members, the chair first, with what the board determined of each for this committee."""
    chair = chair_of(record, committee.id, day)
    standard = OF_KIND.get(committee.kind, Standard.NASDAQ)
    rows = []
    for person in roll_order(record, members_on(record, committee.id, day), day, chair):
        since = next((s.start for s in record.where(CommitteeSeat, "person", person)
                      if s.committee == committee.id and s.serves_on(day)), None)  # fmt: skip
        expert = f"; {EXPERT}" if _is_expert(record, person, day) and committee.kind is CommitteeKind.AUDIT else ""
        rows.append(
            (name_of(record, person), "Chair" if person == chair else "Member", short_day(since) if since else "–",
             f"{_found(person, day, standard, independence)}{expert}")
        )  # fmt: skip
    title = committee.name if committee.standing else f"{committee.name} (not standing)"
    return Part(title, MEMBERS, tuple(rows), empty="No member is in office.")


def _is_expert(record: Record, person: str, day: date) -> bool:
    """Whether the newest finding of the board by `day` names an audit committee financial expert (S-K 407(d)(5))."""
    made = [d for d in record.where(Designation, "person", person)
            if d.kind is DesignationKind.EXPERT and d.decided_on <= day]  # fmt: skip
    newest = max(made, key=lambda d: (d.decided_on, d.id), default=None)
    return newest is not None and newest.found


def _title(tenure: RoleTenure) -> str:
    return tenure.title or ROLE_WORDS[tenure.role]


def _by_rank(tenures: Iterable[RoleTenure]) -> list[RoleTenure]:
    return sorted(tenures, key=lambda tenure: (ORDER.index(tenure.role), tenure.start, tenure.id))


def _officers(record: Record, day: date) -> Iterator[tuple[str, ...]]:
    offices = [tenure for tenure in roles_on(record, day) if tenure.role not in ON_BOARD]
    for tenure in _by_rank(offices):
        executive = "Executive Officer" if tenure.executive else ""
        yield name_of(record, tenure.person), _title(tenure), short_day(tenure.start), executive
