"""Checks at entry: impossible facts are refused, departures are warned of (`law.md` 0.15)."""

import itertools
from collections.abc import Iterable
from datetime import date

from boarddesk.common.errors import Fault
from boarddesk.common.text import looks_like
from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.meetings import FIXED_BODIES, Meeting
from boarddesk.domain.motions import Consent, Motion, Vote
from boarddesk.domain.people import Appointment, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.terms import directors_on, members_on, name_of

Span = tuple[date, date | None]


def overlap(one: Span, other: Span) -> bool:
    """Whether two half-open spans of days share a day."""
    return (one[1] is None or other[0] < one[1]) and (other[1] is None or one[0] < other[1])


def _where(row: Row) -> str:
    return f"{row.table} {row.id}"


def impossible(record: Record) -> tuple[Fault, ...]:
    """Facts that cannot be so: spans that end before they start, two classes at once, votes cast twice."""
    return (*_backward_spans(record), *_double_terms(record), *_bodies(record), *_motions(record))


def _backward_spans(record: Record) -> Iterable[Fault]:
    spans: tuple[Appointment | RoleTenure | Committee | CommitteeSeat | CommitteeChair, ...] = (
        *record.all(Appointment),
        *record.all(RoleTenure),
        *record.all(Committee),
        *record.all(CommitteeSeat),
        *record.all(CommitteeChair),
    )
    for row in spans:
        if row.end is not None and row.end < row.start:
            yield Fault(
                f"It ends on {_day(row.end)}, before it starts on {_day(row.start)}.",
                f"{_where(row)}, field end",
                "Correct one of the two dates.",
            )
    for meeting in record.all(Meeting):
        begin = meeting.called_to_order
        if begin is not None and meeting.adjourned is not None and meeting.adjourned < begin:
            yield Fault(
                "The meeting was adjourned before it was called to order.",
                f"{_where(meeting)}, field adjourned",
                "Correct one of the two times.",
            )


def _double_terms(record: Record) -> Iterable[Fault]:
    by_person: dict[str, list[Appointment]] = {}
    for term in record.all(Appointment):
        by_person.setdefault(term.person, []).append(term)
    for person, terms in by_person.items():
        terms.sort(key=lambda term: term.start)
        for earlier, later in itertools.pairwise(terms):
            if not overlap((earlier.start, earlier.end), (later.start, later.end)):
                continue
            two = earlier.class_ != later.class_
            classes = f"in classes {earlier.class_} and {later.class_}" if two else "twice"
            yield Fault(
                f"{name_of(record, person)} would be a director {classes} at once from {_day(later.start)}.",
                f"{_where(later)}, field start",
                "End the earlier term first.",
            )


def _bodies(record: Record) -> Iterable[Fault]:
    known = {*FIXED_BODIES, *(committee.id for committee in record.all(Committee))}
    rows: tuple[Meeting | Motion | Consent, ...] = (*record.all(Meeting), *record.all(Motion), *record.all(Consent))
    for row in rows:
        if row.body not in known:
            yield Fault(
                f"There is no body “{row.body}”.",
                f"{_where(row)}, field body",
                "Use board, independent, stockholders or the id of a committee.",
            )


def _motions(record: Record) -> Iterable[Fault]:
    for motion in record.all(Motion):
        if motion.mover is not None and motion.mover in motion.seconders:
            yield Fault(
                f"{name_of(record, motion.mover)} cannot second their own motion.",
                f"{_where(motion)}, field seconders",
                "Name another seconder, or none.",
            )
        if (motion.rule_fraction or motion.rule_base) and not motion.rule_citation:
            yield Fault(
                "A vote rule other than the body's needs the provision it rests on.",
                f"{_where(motion)}, field rule_citation",
                "Cite the certificate, bylaw or statute.",
            )
    seen: set[tuple[str, str]] = set()
    for vote in record.all(Vote):
        if (vote.motion, vote.person) in seen:
            yield Fault(
                f"{name_of(record, vote.person)} votes twice on one motion.",
                f"{_where(vote)}, field person",
                "Keep one of the two votes.",
            )
        seen.add((vote.motion, vote.person))
        if vote.weight is not None and not vote.weight_citation:
            yield Fault(
                "More or less than one vote needs the certificate's provision (8 Del. C. §141(d)).",
                f"{_where(vote)}, field weight_citation",
                "Cite the certificate.",
            )


def warnings_for(record: Record, rows: Iterable[Row]) -> tuple[str, ...]:
    """What a careful colleague would ask before these rows are saved; saving stays possible."""
    found: list[str] = []
    for row in rows:
        if isinstance(row, Person):
            found += [
                f"Did you mean {person.name}, who is already there?"
                for person in record.all(Person)
                if person.id != row.id and any(looks_like(row.name, name) for name in (person.name, *person.aliases))
            ]
        elif isinstance(row, CommitteeSeat) and row.person not in directors_on(record, row.start):
            found.append(f"{name_of(record, row.person)} is not a director on {_day(row.start)}.")
        elif isinstance(row, CommitteeChair) and row.person not in members_on(record, row.committee, row.start):
            found.append(f"{name_of(record, row.person)} is not a member of the committee on {_day(row.start)}.")
    return tuple(dict.fromkeys(found))


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"
