"""The company's own guidelines laid over the built-in book: clauses adopted, amended, retired, from a day on."""

from datetime import date
from itertools import groupby

import msgspec

from boarddesk.domain.finding import Kind, Origin
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.record import Record
from boarddesk.rules.books import Books, Clause, Duty, reading_order

BOOK = "guidelines"


def books_of(record: Record, books: Books) -> Books:
    """The books by which a record is judged: those given where the company has written no clause of its own."""
    own = sorted(record.all(GuidelineClause), key=lambda row: (row.clause, row.effective_from, row.id))
    if not own:
        return books
    versions = {clause: list(rows) for clause, rows in groupby(own, key=lambda row: row.clause)}
    found: list[Clause] = []
    for clause in books.clauses:
        found.extend(_versions(clause, versions.pop(clause.id, [])) if clause.book == BOOK else [clause])
    for rows in versions.values():
        found.extend(_versions(None, rows))
    guidelines = sorted((c for c in found if c.book == BOOK), key=lambda c: (*reading_order(c.id), c.since))
    others = [clause for clause in found if clause.book != BOOK]
    return Books((*guidelines, *others), books.parameters, {clause.id: clause for clause in (*guidelines, *others)})


def _versions(built_in: Clause | None, rows: list[GuidelineClause]) -> list[Clause]:
    """The built-in clause up to the first version of the company's own, then each version while it was in force."""
    if not rows:
        return [built_in] if built_in else []
    first = rows[0].effective_from
    found = [msgspec.structs.replace(built_in, until=first)] if built_in else []
    for row, following in zip(rows, [*rows[1:], None], strict=True):
        if not row.retired:
            found.append(_clause(built_in, row, _end(row, following)))
    return found


def _end(row: GuidelineClause, following: GuidelineClause | None) -> date | None:
    ends = [day for day in (row.effective_to, following.effective_from if following else None) if day is not None]
    return min(ends, default=None)


def _clause(built_in: Clause | None, row: GuidelineClause, until: date | None) -> Clause:
    """A clause in the company's words; what a built-in rule computes stays the rule's."""
    base = built_in or Clause(
        id=row.clause, book=BOOK, chip=row.clause, title=row.title, clause=row.text, source="", heading="",
        kind=row.kind, origin=Origin.GUIDELINE, body=row.body, per="year", evidence=(),
    )  # fmt: skip
    duty = base.duty
    if row.kind is Kind.DUTY and (duty is None or row.items or row.motions or row.bodies):
        known = duty or Duty(bodies=(row.body,), done=f"{row.title}: done", undone=f"{row.title}: not done")
        duty = msgspec.structs.replace(
            known,
            bodies=row.bodies or known.bodies,
            items=row.items or known.items,
            motions=row.motions or known.motions,
        )
    # A computed rule of the book stays one, whatever kind the company's words suggest.
    kind = built_in.kind if built_in and built_in.kind is Kind.RULE else row.kind
    return msgspec.structs.replace(
        base,
        title=row.title,
        clause=row.text,
        source=row.source or base.source or "The company's guidelines",
        heading=row.heading or base.heading or "The company's own clauses",
        kind=kind,
        body=row.body,
        interval=row.interval,
        related=row.related or base.related,
        statement=row.text if kind is Kind.POLICY else base.statement,
        duty=duty if kind is Kind.DUTY else None,
        since=row.effective_from,
        until=until,
    )
