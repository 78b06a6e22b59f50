"""A majority of independent directors: how a headcount is judged, and since when the majority was lost."""

from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from boarddesk.domain.finding import WORST_FIRST, Status
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.independence import Headcount
from boarddesk.rules.words import listed, number, on, sentence

MAJORITY = "majority"
ONE_DAY = timedelta(days=1)


class Run(NamedTuple):
    """A time without the majority, [first, end); `before` is the board on its eve, None where none is on record."""

    first: date
    end: date | None
    counts: tuple[Headcount, ...]
    before: Headcount | None

    def last_day(self, limit: date) -> date:
        """The last day of it, no later than `limit`."""
        return limit if self.end is None else min(limit, self.end - ONE_DAY)


def verdict(count: Headcount, majority: Fraction) -> Status:
    """Whether more than the fraction are independent; what is under review or undetermined may decide it."""
    sure = len(count.independent)
    review = sure + len(count.under_review)
    if not count.directors:
        return Status.CANNOT_JUDGE
    if _more(sure, count.directors, majority):
        return Status.MET
    if _more(review, count.directors, majority):
        return Status.JUDGMENT_NEEDED
    return Status.CANNOT_JUDGE if _more(review + len(count.undetermined), count.directors, majority) else Status.NOT_MET


def _more(count: int, whole: int, fraction: Fraction) -> bool:
    return count * fraction.denominator > fraction.numerator * whole


def worst_count(case: Case, period: Period, majority: Fraction) -> tuple[Status, Headcount, date]:
    """The worst verdict within a period, the board at that time, and its first day there."""
    return case.once(f"majority {period.first} {period.cut}", lambda _: _worst_count(case, period, majority))


def _worst_count(case: Case, period: Period, majority: Fraction) -> tuple[Status, Headcount, date]:
    counts = [case.independence.settled(count) for count in case.independence.headcounts(period.first, period.cut)]
    worst = min(counts, key=lambda count: WORST_FIRST.index(verdict(count, majority)))
    status = verdict(worst, majority)
    shown = counts[-1] if status is Status.MET else worst
    return status, shown, max(shown.since, period.first)


def majority_words(case: Case, status: Status, count: Headcount, since: date, period: Period) -> str:
    """The count in one sentence, with the names that decide it."""
    whole = f"{number(count.directors)} directors in office"
    some = number(len(count.independent)) if count.independent else "none"
    head = f"{some} of the {whole} were determined independent"
    when = f"from {on(since)} " if since > period.first else ""
    if not count.directors:
        return f"No director is on record for {period.label}."
    if status is Status.MET:
        more = f"; {number(len(count.under_review))} more under review" if count.under_review else ""
        return sentence(f"{head}{more}.")
    if status is Status.JUDGMENT_NEEDED:
        names = listed(case.name(person) for person in count.under_review)
        return sentence(f"{when}{head}; the determination of {names}, under review, decides the majority.")
    if status is Status.CANNOT_JUDGE:
        names = listed(case.name(person) for person in count.undetermined)
        return sentence(f"{when}{head}; no determination is on record for {names}, which would decide the majority.")
    return sentence(f"{when}only {head}.")


def majority_rows(case: Case, count: Headcount, since: date) -> list[Row]:
    """The determinations that a headcount rests on, and the answers that put one under review."""
    # From a count's first day on until the next count nobody's standing changes.
    return case.once(f"majority rows {count.since}", lambda _: _rows(case, count, since))


def _rows(case: Case, count: Headcount, since: date) -> list[Row]:
    rows: list[Row] = []
    for person in (*count.independent, *count.under_review, *count.not_independent):
        ruling = case.independence.ruling(person, since)
        rows.extend([row for row in (ruling.determination, ruling.changed, ruling.office) if row is not None])
    return rows


def undetermined(case: Case, count: Headcount) -> tuple[str, ...]:
    """What is missing: a determination for each director without one."""
    if not count.directors:
        return ("directors in office",)
    return tuple(f"determination of independence of {case.name(person)}" for person in count.undetermined)


def majority_runs(case: Case) -> tuple[Run, ...]:
    """Every time without the majority up to the as-of day, oldest first, by the value in force on each day."""
    return case.once("majority runs", _majority_runs)


def _majority_runs(case: Case) -> tuple[Run, ...]:
    runs: list[Run] = []
    before: Headcount | None = None
    open_run: list[Headcount] = []
    eve: Headcount | None = None
    for day in (d for d in case.independence.days if d <= case.as_of):
        count = case.independence.headcount(day)
        failing = verdict(count, case.parameters.value(MAJORITY, day).fraction) is Status.NOT_MET
        if failing and not open_run:
            before = eve
        if failing:
            open_run.append(count)
        elif open_run:
            runs.append(Run(open_run[0].since, day, tuple(open_run), before))
            open_run = []
        eve = count if count.directors else None
    if open_run:
        runs.append(Run(open_run[0].since, None, tuple(open_run), before))
    return tuple(runs)


def runs_within(case: Case, period: Period) -> list[Run]:
    """The times without the majority that reach into a period, oldest first; before its listing none counts."""
    first = max(period.first, case.record.company.listing_date or period.first)
    return [run for run in majority_runs(case) if run.first <= period.cut and (run.end is None or run.end > first)]


def lost_by(run: Run, majority: Fraction) -> tuple[str, str] | None:
    """Why the majority was lost, where that may be cured: (“left” or “lost”, person).

    None where more than one change took it, or where one more independent director would not restore it.
    """
    if run.before is None:
        return None
    first = run.counts[0]
    there = {*first.independent, *first.under_review, *first.undetermined, *first.not_independent}
    was = (*run.before.independent, *run.before.under_review, *run.before.undetermined)
    left = [person for person in was if person not in there]
    lost = [person for person in was if person in first.not_independent]
    if len(left) + len(lost) != 1:
        return None
    added = 1 if left else 0
    for count in run.counts:
        hopeful = count.directors - len(count.not_independent) + 1
        if not _more(hopeful, count.directors + added, majority):
            return None
    return ("left", left[0]) if left else ("lost", lost[0])
