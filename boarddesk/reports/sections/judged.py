"""The findings of one fiscal year, laid out by clause, quarter and urgency for the compliance report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from boarddesk.domain.finding import RANK, WORST_FIRST, Finding, Kind, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar, Quarter
from boarddesk.domain.record import Record
from boarddesk.reports.escape import Escaper
from boarddesk.reports.marks import Mark, mark_for
from boarddesk.reports.sections.told import Told, told
from boarddesk.reports.style import LETTER, Sheet, Styles, styles

ATTENTION = frozenset(WORST_FIRST[: WORST_FIRST.index(Status.IN_PHASE_IN)])
"""What a reader must see first: everything more urgent than a phase-in."""
DAGGER = "†"


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a book as the report lists it; `label` is what a person reads ("5605(b)(1)").

    `reworded` is the day from which the Company's own words stand for a clause that a rule computes as before.
    """

    id: str
    title: str
    origin: Origin
    kind: Kind
    label: str = ""
    section: str = ""
    source: str = ""
    reworded: date | None = None

    @property
    def words(self) -> str:
        """The label, else the id."""
        return self.label or self.id


@dataclass(frozen=True, slots=True)
class Parameter:
    """How a parameter is named and how old its value is; the value itself comes with the findings."""

    name: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """All that the report prints from: the record, the day, the year, its findings and the books' clauses."""

    record: Record
    as_of: date
    year: int
    findings: tuple[Finding, ...]
    clauses: tuple[Clause, ...]
    parameters: Mapping[str, Parameter] = field(default_factory=dict)
    sheet: Sheet = LETTER
    escaper: Escaper = field(default_factory=Escaper)
    by_clause: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    counsel: bool = False
    """Whether the report says that counsel directed it."""

    @property
    def day(self) -> date:
        """The day on which board and determinations are shown: the as-of day, or the last of a year gone by."""
        return min(self.as_of, FiscalCalendar(self.record.company.fiscal_year_end).year_ends(self.year))

    @property
    def styles(self) -> Styles:
        """The styles of this document's page."""
        return styles(self.sheet)

    def sans(self, text: str) -> str:
        """Record text for tables."""
        return self.escaper.sans(text)

    def of(self, *origins: Origin) -> list[Clause]:
        """The clauses of an origin that were judged in the year, in the order of their book."""
        return [clause for clause in self.clauses if clause.origin in origins and self.by_clause.get(clause.id)]

    def outcome(self, clause: Clause) -> Status:
        """A clause's outcome for the year: the most urgent of its results."""
        return worst(finding.status for finding in self.by_clause[clause.id])

    def counts(self, origin: Origin) -> Counter[Status]:
        """How many clauses of an origin came to each outcome."""
        return Counter(self.outcome(clause) for clause in self.of(origin))

    def mark(self, clause: Clause, status: Status) -> Mark:
        """The mark of a result under a clause."""
        return mark_for(status, clause.origin)

    def unconfirmed(self, clause: Clause) -> bool:
        """Whether any result of the clause relied on a value that is not fully confirmed."""
        return any(p.confidence != "confirmed" for f in self.by_clause.get(clause.id, ()) for p in f.parameters)

    def label(self, clause: Clause) -> str:
        """The clause's label, with the dagger where it relied on an unconfirmed value."""
        return f"{clause.words} {DAGGER}" if self.unconfirmed(clause) else clause.words

    def clause(self, finding: Finding) -> Clause:
        """The clause of a finding."""
        return next(clause for clause in self.clauses if clause.id == finding.clause)

    def quarter_of(self, finding: Finding) -> Quarter | None:
        """The quarter a finding belongs to, None for the year as a whole."""
        return FiscalCalendar(self.record.company.fiscal_year_end).quarter_of_period(finding.period)

    def cells(self, clause: Clause) -> list[Status | None]:
        """The worst result in each of the four quarters, then the outcome of the year."""
        found = self.by_clause[clause.id]
        quarters = [
            [f.status for f in found if (quarter := self.quarter_of(f)) and quarter.number == number]
            for number in (1, 2, 3, 4)
        ]
        return [*(worst(statuses) if statuses else None for statuses in quarters), self.outcome(clause)]

    def urgent(self) -> list[Told]:
        """The findings that need attention, most urgent first."""
        found = [f for f in self.findings if f.status in ATTENTION]
        order = {clause.id: number for number, clause in enumerate(self.clauses)}
        found.sort(key=lambda f: (RANK[f.status], order[f.clause], f.period, f.subject))
        return told(found)


def judged(
    record: Record,
    as_of: date,
    year: int,
    findings: Iterable[Finding],
    clauses: Iterable[Clause],
    parameters: Mapping[str, Parameter],
    sheet: Sheet,
    *,
    counsel: bool = False,
) -> Judged:
    """The year's findings with their clauses; a finding whose clause no book lists brings its own."""
    calendar = FiscalCalendar(record.company.fiscal_year_end)
    mine = tuple(f for f in findings if calendar.year_of_period(f.period) == year)
    listed = {clause.id: clause for clause in clauses}
    for finding in mine:
        listed.setdefault(finding.clause, Clause(finding.clause, finding.title, finding.origin, finding.kind))
    by_clause = {clause: tuple(f for f in mine if f.clause == clause) for clause in {f.clause for f in mine}}
    return Judged(record, as_of, year, mine, tuple(listed.values()), parameters, sheet, Escaper(), by_clause, counsel)


def worst(statuses: Iterable[Status]) -> Status:
    """The most urgent of several results."""
    return min(statuses, key=RANK.__getitem__)
