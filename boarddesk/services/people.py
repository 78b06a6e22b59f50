"""Questions about people: who they are, what they hold on a day, and which of them a field may offer."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Standard
from boarddesk.domain.people import Appointment, EndReason, How, Person, Role, RoleTenure
from boarddesk.domain.plurality import Plurality, plurality
from boarddesk.domain.record import Record
from boarddesk.domain.terms import TERM_YEARS, annual_meeting_in, expiry_year

WORDS: dict[StrEnum, str] = {
    Role.CHAIR: "Chair",
    Role.LEAD: "Lead independent director",
    Role.CEO: "Chief executive officer",
    Role.CFO: "Chief financial officer",
    Role.SECRETARY: "Secretary",
    Role.PRESIDENT: "President",
    Role.COO: "Chief operating officer",
    Role.ACCOUNTING: "Principal accounting officer",
    Role.GENERAL_COUNSEL: "General counsel",
    Role.EXECUTIVE_OFFICER: "Executive officer",
    Role.OTHER_OFFICER: "Officer",
    How.ELECTED: "Elected",
    How.APPOINTED: "Appointed",
    How.INITIAL: "In office from the beginning",
    EndReason.TERM_ENDED: "Term ended",
    EndReason.RESIGNED: "Resigned",
    EndReason.RETIRED: "Retired",
    EndReason.REMOVED: "Removed",
    EndReason.DIED: "Died",
    EndReason.OTHER: "Ended",
    Standard.NASDAQ: "Nasdaq general",
    Standard.AUDIT: "Audit, Rule 10A-3",
    Standard.COMPENSATION: "Compensation, Rule 10C-1",
}


ORDER = tuple(Role)


def tidy(text: str) -> str:
    """A text with single blanks and none around it."""
    return " ".join(text.split())


def role_title(tenure: RoleTenure) -> str:
    """The title of a role as the company gives it, else the role's own name."""
    return tenure.title or WORDS[tenure.role]


def roles_line(tenures: Iterable[RoleTenure]) -> str:
    """Several roles in one line: “Chair, chief executive officer”."""
    words = [(role_title(tenure), not tenure.title) for tenure in sorted(tenures, key=lambda t: ORDER.index(t.role))]
    lowered = [text[:1].lower() + text[1:] if ours and n else text for n, (text, ours) in enumerate(words)]
    return ", ".join(dict.fromkeys(lowered))


def people_named(record: Record) -> tuple[Person, ...]:
    """Everybody, by surname and name."""
    return tuple(sorted(record.all(Person), key=lambda person: (plain(person.last), plain(person.name), person.id)))


def terms_of(record: Record, person: str) -> tuple[Appointment, ...]:
    """A person's terms as director, oldest first."""
    return tuple(sorted(record.where(Appointment, "person", person), key=lambda term: term.start))


def determination_on(record: Record, person: str, standard: Standard, day: date) -> Determination | None:
    """The newest determination under one standard decided by `day`, or None."""
    found = [
        row
        for row in record.where(Determination, "person", person)
        if row.standard is standard and row.decided_on <= day
    ]
    superseded = {row.supersedes for row in found}
    return max(
        (row for row in found if row.id not in superseded), key=lambda row: (row.decided_on, row.id), default=None
    )


def term_end_year(record: Record, class_: str, start: date, how: How) -> int | None:
    """The year of the annual meeting at which a term beginning on `start` ends (`law.md` 4.1, 8 Del. C. §223(b)).

    Who is elected at an annual meeting serves to the class's next one after it; who fills a vacancy,
    to the class's next election. Where there are no classes everybody stands every year.
    """
    if not record.company.classified:
        return _next_year_of_election(record, start, how)
    if how is not How.ELECTED:
        return expiry_year(record, class_, start)
    base = record.company.class_base_years.get(class_)
    if base is None:
        return start.year + TERM_YEARS
    return start.year + TERM_YEARS - (start.year - base) % TERM_YEARS


def _next_year_of_election(record: Record, start: date, how: How) -> int | None:
    """For a board of one class; None where the annual meeting that decides is not on the calendar."""
    if how is How.ELECTED:
        return start.year + 1
    meeting = annual_meeting_in(record, start.year)
    if meeting is None:
        return None
    return start.year if start < meeting.day else start.year + 1


class Place(msgspec.Struct, frozen=True):
    """A committee that a person serves on: its chair too, since when, until when."""

    committee: Committee
    chair: bool
    start: date
    end: date | None


def places_of(record: Record, person: str, day: date) -> tuple[Place, ...]:
    """The committees a person serves on, on `day`."""
    chaired = {row.committee for row in record.where(CommitteeChair, "person", person) if row.serves_on(day)}
    return tuple(
        Place(record.get(Committee, seat.committee), seat.committee in chaired, seat.start, seat.end)
        for seat in record.where(CommitteeSeat, "person", person)
        if seat.serves_on(day)
    )


def ballot_count(nominee: Nominee) -> str:
    """“61,204,880 for, 3,918,002 withheld, not seated”; what was not counted is left out."""
    counts = (
        (nominee.shares_for, "for"),
        (nominee.withheld, "withheld"),
        (nominee.broker_non_votes, "broker non-votes"),
    )
    said = [f"{shares:,} {word}" for shares, word in counts if shares is not None] or ["no count on record"]
    return ", ".join([*said, *(["not seated"] if nominee.seated is False else [])])


def seated_by_plurality(shares_for: dict[str, int | None], seats: int) -> frozenset[str]:
    """Who is seated by plurality, by shares for each candidate; nobody who ties for the last seat (`law.md` 4.2)."""
    return frozenset(_ballot(shares_for, seats).winners)


def tied_by_plurality(shares_for: dict[str, int | None], seats: int) -> tuple[str, ...]:
    """Who ties for the last seat; nobody while a candidate has no shares."""
    return _ballot(shares_for, seats).tied


def _ballot(shares_for: dict[str, int | None], seats: int) -> Plurality:
    if not seats:
        return Plurality(0, (), None, complete=False)
    election = Election(id="ballot", held_on=date.min, seats=seats)
    ballot = [
        Nominee(id=f"n-{number}", election=election.id, person=person, shares_for=shares)
        for number, (person, shares) in enumerate(shares_for.items())
    ]
    return plurality(Record.of([election, *ballot]), election)
