"""Judging after a change: what rests on nothing that changed is taken over, and only the rest is judged anew."""

from collections.abc import Generator, Iterator, Mapping
from functools import partial
from typing import NamedTuple

from boarddesk.domain.committees import Committee
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.finding import Finding
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.rules.case import Case
from boarddesk.rules.engine import judged_clause, with_beside
from boarddesk.rules.reads import Keys, Reads, Watched, followed, keys_of

GROUND: frozenset[type[Row]] = frozenset({Company, ParameterValue, GuidelineClause, Person, Committee})
"""What every result rests on: the company, its rules, its bodies and everybody's name. Labels do not note them."""


class Judged(NamedTuple):
    """The findings of one clause and what was read for them."""

    findings: list[Finding]
    reads: Reads


class Judgment(NamedTuple):
    """The findings on one record as of one day, and clause by clause what they rest on.

    `whole` is the record that `case` was cut back from to the end of its day; `anew` names the clauses that
    were judged for it, the others were taken over.
    """

    whole: Record
    case: Case
    clauses: tuple[Judged, ...]
    findings: tuple[Finding, ...]
    anew: tuple[str, ...]


def judgment(whole: Record, case: Case, before: Judgment | None = None) -> Judgment:
    """Judge a case; after a change only what it can touch, where the earlier judgment was of a watched record."""
    steps = judging(whole, case, before)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: Judgment = end.value
            return found


def judging(whole: Record, case: Case, before: Judgment | None = None) -> Generator[None, None, Judgment]:
    """The same, clause by clause: each step is short, and the last one returns the judgment."""
    keys = _keys_between(before, whole, case) if before and isinstance(before.case.record, Watched) else None
    known: dict[Reads, bool] = {}
    clauses: list[Judged] = []
    anew: list[str] = []
    for place, clause in enumerate(case.books.clauses):
        if before and keys is not None and not before.clauses[place].reads.touched(keys, known):
            clauses.append(before.clauses[place])
        else:
            anew.append(clause.id)
            clauses.append(Judged(*followed(case.record, partial(judged_clause, case, clause))))
            yield
    findings, _ = followed(case.record, partial(with_beside, case, [judged.findings for judged in clauses]))
    return Judgment(whole, case, tuple(clauses), findings, tuple(anew))


def _keys_between(before: Judgment, whole: Record, case: Case) -> Keys | None:
    """Every look into either record that comes upon a row that differs; None where all must be judged anew."""
    old = before.case
    if (old.as_of, old.span, old.begins) != (case.as_of, case.span, case.begins) or old.books != case.books:
        return None
    keys: Keys = set()
    for kind in TABLES:
        rows, later = before.whole.loaded(kind), whole.loaded(kind)
        if rows is None and later is not None:
            # It may have been changed before it was ever fetched, and what it held then is gone.
            return None
        altered = rows is not later
        if altered and rows is not None and later is not None:
            keys.update(key for row in _differing(rows, later) for key in keys_of(row))
        if altered or old.record.loaded(kind) is not case.record.loaded(kind):
            differing = _differing(old.record.table(kind), case.record.table(kind))
            keys.update(key for row in differing for key in keys_of(row))
        if kind in GROUND and kind in keys:
            return None
    return keys


def _differing(before: Mapping[str, Row], after: Mapping[str, Row]) -> Iterator[Row]:
    """The rows that are not the same in two states of a table, as they stand in each."""
    for row_id, row in before.items():
        later = after.get(row_id)
        if later is not row and later != row:
            yield row
            if later is not None:
                yield later
    for row_id in after.keys() - before.keys():
        yield after[row_id]
