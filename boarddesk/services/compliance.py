"""What the Compliance page shows: clauses against quarters, the outcome of the year, the law judged apart."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

import msgspec
from msgspec.structs import replace

from boarddesk.domain.finding import RANK, WORST_FIRST, Evidence, Finding, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar, Quarter
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.rules.books import Clause
from boarddesk.services.calendar_views import BodyRow, body_row
from boarddesk.services.clauses import clause_of, clauses_listed
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

BODIES = {
    "board": ("B", "Board"),
    "audit": ("A", "Audit committee"),
    "compensation": ("C", "Compensation committee"),
    "nominating": ("N", "Nominating and governance committee"),
    "independent": ("I", "Independent directors"),
    "stockholders": ("S", "Stockholders"),
}


class ClauseRow(msgspec.Struct, frozen=True):
    """One clause: its findings by quarter shown (empty where there is none), those of the year, the outcome."""

    clause: Clause
    body: BodyRow
    cells: tuple[tuple[Finding, ...], ...]
    findings: tuple[Finding, ...]
    outcome: Status

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.clause.id


class ComplianceView(msgspec.Struct, frozen=True):
    """A fiscal year of one origin: the quarters shown, the rows, counts by outcome.

    The quarters are the one before the year, its four, and the one after where it holds something.
    """

    year: int
    quarters: tuple[Quarter, ...]
    present: Quarter
    rows: tuple[ClauseRow, ...]
    counts: tuple[tuple[Status, int], ...]
    totals: tuple[tuple[Origin, int], ...]


def worst_of(findings: Iterable[Finding]) -> Finding | None:
    """The finding that decides an outcome: the worst, of equal ones the latest."""
    ordered = sorted(findings, key=lambda finding: finding.period, reverse=True)
    return min(ordered, key=lambda finding: RANK[finding.status], default=None)


def compliance_view(services: Services, origin: Origin, year: int, body: str = "") -> ComplianceView:
    """The clauses of an origin in a fiscal year as of the chosen day; with `body`, those of one body alone."""
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    first = fiscal.quarters(year)[0]
    before = fiscal.quarter_of(date.fromordinal(fiscal.quarter_starts(first).toordinal() - 1))
    quarters = (before, *fiscal.quarters(year), fiscal.quarters(year + 1)[0])
    by_clause: dict[str, list[Finding]] = {}
    for finding in findings_for(services, year):
        by_clause.setdefault(finding.clause, []).append(finding)
    placing = _Placing(services.shown, fiscal, services.day)
    listed = clauses_listed(services.shown, services.day, frozenset(by_clause))
    clauses = [clause for clause in listed if clause.origin is origin and body in {"", clause.body}]
    rows = tuple(_row(clause, by_clause.get(clause.id, []), quarters, year, placing) for clause in clauses)
    if not any(row.cells[-1] for row in rows):
        # The quarter after the year is shown only where something is known of it.
        quarters = quarters[:-1]
        rows = tuple(replace(row, cells=row.cells[:-1]) for row in rows)
    counted = Counter(row.outcome for row in rows)
    everything = Counter(clause.origin for clause in listed)
    return ComplianceView(
        year=year,
        quarters=quarters,
        present=fiscal.quarter_of(services.day),
        rows=rows,
        counts=tuple((status, counted[status]) for status in _COUNT_ORDER if counted[status]),
        totals=tuple((each, everything[each]) for each in Origin),
    )


_COUNT_ORDER = (
    Status.MET,
    Status.RECORDED,
    *(status for status in WORST_FIRST if status not in {Status.MET, Status.RECORDED}),
)


def findings_for(services: Services, year: int) -> tuple[Finding, ...]:
    """The findings as of the chosen day of a fiscal year, the one before and the one after."""
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    if year >= fiscal.year_of(services.day):
        return services.findings()
    return services.findings(since=fiscal.year_starts(year - 1), until=fiscal.year_ends(year + 1))


def _row(
    clause: Clause, findings: list[Finding], quarters: tuple[Quarter, ...], year: int, placing: "_Placing"
) -> ClauseRow:
    cells: dict[Quarter, list[Finding]] = {}
    for finding in findings:
        cells.setdefault(placing.quarter_of(finding), []).append(finding)
    own = tuple(finding for finding in findings if placing.fiscal.year_of_period(finding.period) == year)
    worst = worst_of(own)
    return ClauseRow(
        clause=clause,
        body=_body(placing.record, clause.body),
        cells=tuple(tuple(cells.get(quarter, ())) for quarter in quarters),
        findings=own,
        outcome=worst.status if worst else Status.NOT_APPLICABLE,
    )


def _body(record: Record, body: str) -> BodyRow:
    """The body responsible; a clause of the company's own may name a committee by its id."""
    if body not in BODIES:
        return body_row(record, body)
    letter, name = BODIES[body]
    return BodyRow(body, name, letter)


class _Placing:
    """Where a finding stands: a yearly one in the quarter of its evidence, of its due date, or of the present."""

    def __init__(self, record: Record, fiscal: FiscalCalendar, day: date) -> None:
        self.record, self.fiscal, self._day = record, fiscal, day

    def quarter_of(self, finding: Finding) -> Quarter:
        """The quarter in whose column it is shown."""
        quarter = self.fiscal.quarter_of_period(finding.period)
        return quarter or self._of_year(finding, self.fiscal.year_of_period(finding.period))

    def _of_year(self, finding: Finding, year: int) -> Quarter:
        days = [*self._evidence_days(finding), *([finding.due] if finding.due else [])]
        within = [day for day in days if self.fiscal.year_of(day) == year]
        if within:
            done = finding.status in {Status.MET, Status.RECORDED, Status.INFORMATION, Status.NOT_MET}
            return self.fiscal.quarter_of(max(within[:-1] or within) if done else within[-1])
        last = self.fiscal.quarters(year)[-1]
        return self.fiscal.quarter_of(self._day) if self.fiscal.year_of(self._day) == year else last

    def _evidence_days(self, finding: Finding) -> list[date]:
        found = (self._meeting_of(piece) for piece in finding.evidence)
        return [meeting.day for meeting in found if meeting is not None]

    def _meeting_of(self, piece: Evidence) -> Meeting | None:
        return self.record.find(Meeting, piece.id) if piece.kind == Meeting.table else None


class Apart(msgspec.Struct, frozen=True):
    """A related clause of the other origin, with the finding that decides its year."""

    clause: Clause
    finding: Finding
    span: str


def judged_apart(services: Services, clause: Clause, year: int) -> tuple[Apart, ...]:
    """What clauses of the other origin that a clause relates to come to in the same year; never merged with it."""
    fiscal = FiscalCalendar(services.record.company.fiscal_year_end)
    judged = findings_for(services, year)
    found = []
    for other_id in clause.related:
        other = clause_of(other_id, services.shown)
        if other is None or (other.origin is Origin.LAW) == (clause.origin is Origin.LAW):
            continue
        findings = [f for f in judged if f.clause == other.id and fiscal.year_of_period(f.period) == year]
        worst = worst_of(findings)
        if worst is not None:
            found.append(Apart(other, worst, period_words(worst.period)))
    return tuple(found)


def period_words(period: str) -> str:
    """“Q3 2026”, “FY 2026” or “12 Nov 2026” from a finding's period."""
    if period.startswith("FY"):
        return f"FY {period[2:]}"
    year, _, rest = period.partition("-")
    if rest.startswith("Q"):
        return f"{rest} {year}"
    return short_day(date.fromisoformat(period))


def years_to_judge(services: Services) -> tuple[int, ...]:
    """The fiscal years on record up to the as-of day, the latest first."""
    record = services.shown
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    day = services.day
    present = fiscal.year_of(day)
    years = {fiscal.year_of(meeting.day) for meeting in record.all(Meeting) if meeting.day <= day}
    return tuple(sorted({year for year in years if year <= present} | {present}, reverse=True))
