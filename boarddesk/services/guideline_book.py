"""The company's guidelines as a list of clauses on a day, each with every version it had."""

from datetime import date
from itertools import groupby

import msgspec

from boarddesk.domain.finding import Evidence, Kind
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.quorum import company_value
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.rules.books import Clause, built_in
from boarddesk.rules.duty import YEARLY, months_of
from boarddesk.rules.own_book import BOOK, books_of
from boarddesk.services.clauses import INTERVAL
from boarddesk.services.compliance import BODIES
from boarddesk.services.guideline_checks import book_clause, has_rule
from boarddesk.services.registers import record_shown
from boarddesk.services.rule_settings import motion_evidence
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

BUILT_IN, AMENDED, OWN = "Built in", "Amended", "The company’s own"
NOT_YET, NO_LONGER = "Not yet in force", "No longer in force"
KIND_WORDS = {
    Kind.RULE: "Judged by a rule",
    Kind.DUTY: "Periodic duty",
    Kind.DECISION: "Recorded decision",
    Kind.REGISTER: "Register",
    Kind.POLICY: "Statement",
}


class ClauseLine(msgspec.Struct, frozen=True):
    """One clause as of a day: its words then, who adopted them, what is to come. `group` is its part of the book."""

    clause: Clause
    group: str
    state: str
    since: date | None
    kind: str
    body: str
    interval: str
    adopted: str
    ahead: str
    versions: int

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.clause.id

    @property
    def in_force(self) -> bool:
        """Whether it is in force on the day."""
        return self.group not in {NOT_YET, NO_LONGER}


class Version(msgspec.Struct, frozen=True):
    """One version of a clause; `row` is empty for the one that ships with the program."""

    row: str
    since: date | None
    until: date | None
    title: str
    text: str
    retired: bool
    source: str
    motion: Evidence | None
    reason: str

    @property
    def span(self) -> str:
        """“From 1 Jul 2026, before 1 Jan 2027”, as a heading."""
        if self.retired:
            return f"Retired from {short_day(self.since)}" if self.since else "Retired"
        if self.since is None:
            return f"Before {short_day(self.until)}" if self.until else "Always"
        until = f", before {short_day(self.until)}" if self.until else ""
        return f"From {short_day(self.since)}{until}"


def guideline_lines(services: Services) -> tuple[ClauseLine, ...]:
    """Every clause of the guidelines as of the day shown; those ahead and those gone come last."""
    record, day = record_shown(services), services.day
    clauses = [clause for clause in books_of(record, built_in()).clauses if clause.book == BOOK]
    rows = {
        clause: sorted(found, key=lambda row: row.effective_from)
        for clause, found in groupby(
            sorted(record.all(GuidelineClause), key=lambda row: row.clause), key=lambda row: row.clause
        )
    }
    lines = [
        _line(record, day, list(versions), rows.get(clause, []))
        for clause, versions in groupby(clauses, key=lambda clause: clause.id)
    ]
    parts = list(dict.fromkeys(line.group for line in lines if line.in_force))
    order = {group: place for place, group in enumerate((*parts, NOT_YET, NO_LONGER))}
    return tuple(sorted(lines, key=lambda line: order[line.group]))


def _line(record: Record, day: date, versions: list[Clause], rows: list[GuidelineClause]) -> ClauseLine:
    now = next((clause for clause in reversed(versions) if clause.judges(day)), None)
    ahead = next((clause for clause in versions if clause.since > day), None)
    gone = [clause for clause in versions if clause.since <= day]
    shown = now or (gone[-1] if gone else ahead) or versions[0]
    row = next((row for row in rows if row.effective_from == shown.since), None)
    later = next((row for row in rows if row.effective_from > day), None)
    motion = motion_evidence(record, row.motion) if row else None
    own = OWN if book_clause(shown.id) is None else AMENDED
    return ClauseLine(
        clause=shown,
        group=shown.heading if now else NO_LONGER if gone else NOT_YET,
        state=own if row else BUILT_IN,
        since=None if shown.since == date.min else shown.since,
        kind=KIND_WORDS[shown.kind],
        body=body_words(record, shown.body),
        interval=_interval(record, day, shown),
        adopted=motion.label if motion else "",
        ahead=_ahead(later, shown) if later else "",
        versions=len(rows) + (1 if book_clause(shown.id) else 0),
    )


def _ahead(later: GuidelineClause, shown: Clause) -> str:
    deed = "Retired" if later.retired else "Adopted" if shown.since == later.effective_from else "Amended"
    return f"{deed} from {short_day(later.effective_from)}"


def body_words(record: Record, body: str) -> str:
    """A body responsible, in words."""
    return BODIES[body][1] if body in BODIES else body_name(record, body)


def _interval(record: Record, day: date, clause: Clause) -> str:
    if clause.duty is None and clause.interval is None:
        return ""
    if clause.interval is not None:
        return "each fiscal year"
    own = company_value(record, f"{INTERVAL}{clause.id}", day)
    months = months_of(own.value) if own else None
    if own and own.value.strip().lower() == YEARLY:
        return "each fiscal year, adopted"
    return f"every {months} months, adopted" if months else "none stated"


def versions_of(services: Services, clause: str) -> tuple[Version, ...]:
    """Every version of a clause, the newest first; as of another day those known then."""
    record = record_shown(services)
    rows = sorted(record.where(GuidelineClause, "clause", clause), key=lambda row: row.effective_from)
    found: list[Version] = []
    base = book_clause(clause)
    if base is not None:
        until = rows[0].effective_from if rows else None
        found.append(
            Version("", None, until, base.title, base.clause, retired=False, source=base.source, motion=None, reason="")
        )
    for place, row in enumerate(rows):
        following = rows[place + 1].effective_from if place + 1 < len(rows) else None
        ends = [day for day in (row.effective_to, following) if day]
        motion = motion_evidence(record, row.motion)
        found.append(
            Version(
                row.id,
                row.effective_from,
                min(ends, default=None),
                row.title,
                row.text,
                retired=row.retired,
                source=row.source,
                motion=motion,
                reason=row.reason,
            )
        )
    return tuple(reversed(found))


def row_of(clause: Clause, day: date) -> GuidelineClause:
    """A clause as the row that would amend it from a day on: its words and what is looked for."""
    duty = clause.duty
    return GuidelineClause(
        id="new", clause=clause.id, title=clause.title, text=clause.clause, source=clause.source,
        heading=clause.heading, kind=clause.kind, body=clause.body, interval=clause.interval,
        items=duty.items if duty else (), motions=duty.motions if duty else (), bodies=duty.bodies if duty else (),
        related=clause.related, effective_from=day,
    )  # fmt: skip


def ruled(clause: str) -> bool:
    """Whether a rule of the program judges the clause, so that its words alone can be amended."""
    return has_rule(clause)
