"""Who sat on the committees of a kind, in unbroken spells, and what the Board found of them (Nasdaq 5605(c) to (e))."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import Committee, CommitteeKind, CommitteeSeat
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.independence import Designation, DesignationKind
from boarddesk.rules.case import Case, Period
from boarddesk.rules.judge import Judge

ONE_DAY = timedelta(days=1)


class Spell(NamedTuple):
    """One member's unbroken service on a committee, [start, end), over however many seats."""

    committee: Committee
    person: str
    start: date
    end: date | None
    seats: tuple[CommitteeSeat, ...]

    def first(self, period: Period) -> date:
        """The first day of it in a period."""
        return max(self.start, period.first)

    def last(self, period: Period) -> date:
        """The last day of it in a period."""
        return period.cut if self.end is None else min(period.cut, self.end - ONE_DAY)

    def within(self, first: date, last: date) -> bool:
        """Whether any day of it lies from the first to the last day."""
        return self.start <= last and (self.end is None or self.end > first)


def spells(case: Case, kind: CommitteeKind) -> tuple[Spell, ...]:
    """Every spell on a committee of a kind, in order of time."""
    return case.once(f"spells {kind}", lambda c: tuple(_spells(c, kind)))


def _spells(case: Case, kind: CommitteeKind) -> list[Spell]:
    found: list[Spell] = []
    for committee in case.record.where(Committee, "kind", kind):
        seats: dict[str, list[CommitteeSeat]] = {}
        for seat in case.record.where(CommitteeSeat, "committee", committee.id):
            seats.setdefault(seat.person, []).append(seat)
        for person, rows in seats.items():
            found.extend(_joined(committee, person, sorted(rows, key=lambda seat: (seat.start, seat.id))))
    return sorted(found, key=lambda spell: (spell.start, spell.committee.id, spell.person))


def _joined(committee: Committee, person: str, rows: list[CommitteeSeat]) -> list[Spell]:
    found: list[Spell] = []
    for seat in rows:
        ends = [day for day in (seat.end, committee.end) if day is not None]
        end = min(ends, default=None)
        if end is not None and end <= seat.start:
            continue
        last = found[-1] if found else None
        if last is not None and (last.end is None or seat.start <= last.end):
            longest = None if end is None or last.end is None else max(end, last.end)
            found[-1] = Spell(committee, person, last.start, longest, (*last.seats, seat))
        else:
            found.append(Spell(committee, person, seat.start, end, (seat,)))
    return found


def serving(case: Case, kind: CommitteeKind, period: Period) -> list[Spell]:
    """The spells that reach into a period."""
    return [spell for spell in spells(case, kind) if spell.within(period.first, period.cut)]


def nobody(case: Case, judge: Judge, kind: CommitteeKind, period: Period) -> Finding:
    """Where no member is on record there is nothing to judge by."""
    name = case.body(kind, period.cut)
    because = f"No member of the {name} is on record for {period.label}."
    return judge.find(Status.CANNOT_JUDGE, because, period, missing=(f"members of the {name}",))


def one_each(findings: Iterable[Finding]) -> list[Finding]:
    """The worst finding of each subject: somebody may have left and come back within a period."""
    found: dict[str, Finding] = {}
    for finding in findings:
        there = found.get(finding.subject)
        if there is None or WORST_FIRST.index(finding.status) < WORST_FIRST.index(there.status):
            found[finding.subject] = finding
    return list(found.values())


Findings = dict[tuple[str, DesignationKind], tuple[list[date], list[Designation]]]


def designation(case: Case, person: str, kind: DesignationKind, day: date) -> Designation | None:
    """The Board's last finding of a kind about a person by a day."""
    days, rows = case.once("designations", _designations).get((person, kind), ([], []))
    index = bisect_right(days, day) - 1
    return rows[index] if index >= 0 else None


def _designations(case: Case) -> Findings:
    found: Findings = {}
    for row in sorted(case.record.all(Designation), key=lambda row: (row.decided_on, row.id)):
        days, rows = found.setdefault((row.person, row.kind), ([], []))
        days.append(row.decided_on)
        rows.append(row)
    return found


def exceptional(case: Case, person: str, committee: str, day: date) -> Designation | None:
    """The finding under which a person serves as the exceptional and limited member of a committee on a day."""
    found = designation(case, person, DesignationKind.EXCEPTIONAL, day)
    return found if found is not None and found.found and found.committee in (None, committee) else None
