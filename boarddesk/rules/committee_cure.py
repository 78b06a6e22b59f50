"""Cure periods of committees: one vacancy or one loss of independence, one at a time (Nasdaq 5605(c)(4), (d)(4))."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.people import RoleTenure
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.committee_members import Spell, exceptional, spells
from boarddesk.rules.committee_phase_in import members_phase_in, stood_whole
from boarddesk.rules.cure import Deadline, cure_deadline
from boarddesk.rules.independence import Standing, bars
from boarddesk.rules.judge import Judge
from boarddesk.rules.member_independence import STANDARDS
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import fell_short_before
from boarddesk.rules.words import counted, listed, number, on

ONE_DAY = timedelta(days=1)
SINCE_LISTING = "it had fallen short since before the listing"
NOT_WITHIN = "the committee had not stood whole within the phase-in after listing"
HELD_INDEPENDENT = (Standing.INDEPENDENT, Standing.UNDER_REVIEW)


class Terms(NamedTuple):
    """The cure of one committee's rule: its kind, its paragraph, and the parameters of its clocks.

    `loss_near_days` is empty where the rule gives no fixed number of days for a loss of independence.
    """

    kind: CommitteeKind
    rule: str
    members: str
    vacancy_months: str
    vacancy_near_days: str
    loss_months: str
    loss_near_days: str = ""


AUDIT_CURE = Terms(
    CommitteeKind.AUDIT, "5605(c)", "audit_members", "audit_cure_months", "audit_cure_near_days",
    "audit_independence_cure_months",
)  # fmt: skip
COMPENSATION_CURE = Terms(
    CommitteeKind.COMPENSATION, "5605(d)", "compensation_members", "compensation_cure_months",
    "compensation_cure_near_days", "compensation_cure_months", "compensation_cure_near_days",
)  # fmt: skip
TERMS = {terms.kind: terms for terms in (AUDIT_CURE, COMPENSATION_CURE)}


class Failure(NamedTuple):
    """A time in which a committee fell short, [first, end): by a vacancy, or by one member's loss of independence."""

    committee: Committee
    first: date
    end: date | None
    said: str
    rows: tuple[Row, ...]
    deadline: Deadline
    relied: tuple[Value, ...]
    lost: str | None = None
    """Who lost independence; None for a vacancy."""
    left: tuple[str, ...] = ()
    incurable: str = ""
    """Why no cure period ever applied."""

    def open_on(self, day: date) -> bool:
        """Whether it had begun by a day, was not over, and its cure period still ran."""
        return self.first <= day <= self.deadline.day and (self.end is None or self.end > day) and not self.incurable


def failures(case: Case, judge: Judge, terms: Terms) -> tuple[Failure, ...]:
    """Every failure of a committee's composition up to the as-of day, oldest first."""

    def found(case: Case) -> tuple[Failure, ...]:
        made: list[Failure] = []
        for committee in case.record.where(Committee, "kind", terms.kind):
            made.extend(_vacancies(case, judge, terms, committee))
        made.extend(_losses(case, judge, terms))
        return tuple(sorted(made, key=lambda failure: (failure.first, failure.lost or "")))

    return case.once(f"failures {terms.kind}", found)


def relied_on(case: Case, judge: Judge, failure: Failure, terms: Terms) -> Failure | None:
    """The earlier failure whose cure the company was already relying on when this one began."""
    every = failures(case, judge, terms)
    for other in every[: every.index(failure)]:
        beside = other.committee == failure.committee and other.open_on(failure.first)
        if beside and relied_on(case, judge, other, terms) is None:
            return other
    return None


def may_stay_too(terms: Terms, failure: Failure) -> bool:
    """Whether the rule leaves open that a second cure runs beside the first.

    5605(c)(4) refuses one to a vacancy while another is relied on; of a member who lost independence it speaks alone,
    without saying whether a second may stay on as well. 5605(d)(4) knows one vacancy or one loss.
    """
    return failure.lost is not None and terms.kind is CommitteeKind.AUDIT


def no_second(case: Case, judge: Judge, committee: Committee, day: date) -> str:
    """Why a vacancy that arose on a day has no cure period, where another one was being relied on; else nothing."""
    terms = TERMS.get(committee.kind)
    for failure in failures(case, judge, terms) if terms else ():
        if failure.committee == committee and failure.first == day and not failure.lost and terms:
            other = relied_on(case, judge, failure, terms)
            if other is not None:
                return f"no second cure period applies beside that of {on(other.first)}"
    return ""


# --- vacancies


def _vacancies(case: Case, judge: Judge, terms: Terms, committee: Committee) -> Iterator[Failure]:
    seats = case.seats(committee.id)
    days = [day for day in seats.days if committee.end is None or day < committee.end]
    before, start, eve = 0, 0, 0
    for index, day in enumerate(days):
        least = judge.value(terms.members, day).number
        count = len(seats.people(day))
        if count >= least:
            if before < least and index:
                yield _vacancy(case, judge, terms, committee, days[start:index], day, eve)
            start = index + 1
        elif before >= least:
            start, eve = index, before
        before = count
    if days and start < len(days):
        yield _vacancy(case, judge, terms, committee, days[start:], committee.end, eve)


def _vacancy(
    case: Case, judge: Judge, terms: Terms, committee: Committee, days: list[date], end: date | None, eve: int
) -> Failure:
    first, seats = days[0], case.seats(committee.id)
    least = judge.value(terms.members, first).number
    fewest = min(len(seats.people(day)) for day in days)
    gone: list[CommitteeSeat] = [
        seat for seat in case.record.where(CommitteeSeat, "committee", committee.id)
        if seat.end is not None and first <= seat.end and (end is None or seat.end < end)
        and seat.person not in seats.people(seat.end)
    ]  # fmt: skip
    left = tuple(dict.fromkeys(seat.person for seat in gone if seat.end == first))
    count = len(seats.people(first))
    if eve:
        who = listed(map(case.name, left))
        said = f"The {committee.name} fell to {number(count) if count else 'none'} of {number(least)} members"
        said = f"{said} on {on(first)}{f', when {who} left it' if who else ''}"
        why = "it was more than one vacancy" if fewest < least - 1 else ""
        why = why or (SINCE_LISTING if fell_short_before(case, first) else "")
    else:
        said = (
            f"The {committee.name} began on {on(first)} with {counted(count, 'member')} of the {number(least)} needed"
        )
        why = "it never had enough members before"
    clock = cure_deadline(case, judge, first, terms.vacancy_months, terms.vacancy_near_days)
    rows: tuple[Row, ...] = (committee, *gone)
    relied = (judge.value(terms.members, first), *clock.relied)
    return Failure(committee, first, end, said, rows, clock, relied, left=left, incurable=why)


# --- losses of independence


def _losses(case: Case, judge: Judge, terms: Terms) -> Iterator[Failure]:
    doubtful = case.once("barred once", _barred_once)
    for spell in spells(case, terms.kind):
        if spell.person in doubtful:
            yield from _of_spell(case, judge, terms, spell)


def _barred_once(case: Case) -> frozenset[str]:
    """Everybody who was ever found not independent, or held an office that bars."""
    found = {d.person for d in case.record.all(Determination) if d.outcome is Outcome.NOT_INDEPENDENT}
    return frozenset(found | {t.person for t in case.record.all(RoleTenure) if bars(t)})


def _of_spell(case: Case, judge: Judge, terms: Terms, spell: Spell) -> Iterator[Failure]:
    last = spell.end - ONE_DAY if spell.end is not None else case.as_of
    edges = [day for day in case.independence.days if spell.start < day <= last]
    first: date | None = None
    for day in edges:
        lost = _not_independent(case, terms, spell, day)
        if first is None and lost and _independent(case, terms, spell, day - ONE_DAY):
            first = day
        elif first is not None and not lost:
            yield _loss(case, judge, terms, spell, first, day)
            first = None
    if first is not None:
        yield _loss(case, judge, terms, spell, first, spell.end)


def _standings(case: Case, terms: Terms, spell: Spell, day: date) -> list[Standing]:
    standards = STANDARDS[terms.kind]
    # Who serves by way of exception needs only what Rule 10A-3 asks; on other committees nothing further.
    if exceptional(case, spell.person, spell.committee.id, day) is not None:
        standards = tuple(s for s in standards if s is Standard.AUDIT)
    return [case.independence.ruling(spell.person, day, standard).standing for standard in standards]


def _not_independent(case: Case, terms: Terms, spell: Spell, day: date) -> bool:
    return Standing.NOT_INDEPENDENT in _standings(case, terms, spell, day)


def _independent(case: Case, terms: Terms, spell: Spell, day: date) -> bool:
    """Whether a member still was held independent under every standard that was determined at all."""
    known = [s for s in _standings(case, terms, spell, day) if s is not Standing.UNDETERMINED]
    return bool(known) and all(standing in HELD_INDEPENDENT for standing in known)


def _loss(case: Case, judge: Judge, terms: Terms, spell: Spell, first: date, end: date | None) -> Failure:
    name = case.name(spell.person)
    rulings = [case.independence.ruling(spell.person, first, standard) for standard in STANDARDS[terms.kind]]
    why = [row for r in rulings if r.standing is Standing.NOT_INDEPENDENT
           for row in (r.office, r.determination) if row is not None]  # fmt: skip
    said = f"{name}, a member of the {spell.committee.name}, was no longer independent from {on(first)} on"
    clock = cure_deadline(case, judge, first, terms.loss_months, terms.loss_near_days)
    rows = tuple(dict.fromkeys((spell.committee, *spell.seats[-1:], *why)))
    never = _never_whole(case, terms.kind, spell.committee, first)
    relied = (judge.value(terms.members, first), *clock.relied)
    return Failure(spell.committee, first, end, said, rows, clock, relied, lost=spell.person, incurable=never)


def _never_whole(case: Case, kind: CommitteeKind, committee: Committee, first: date) -> str:
    """Why no cure period follows straight upon the phase-in; nothing where the committee stood whole within it."""
    if fell_short_before(case, first):
        return SINCE_LISTING
    phase = members_phase_in(case, kind, first)
    within = phase is not None and phase.runs(first)
    return NOT_WITHIN if phase and within and not stood_whole(case, committee, phase.listed, first) else ""
