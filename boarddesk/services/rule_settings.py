"""One value of the rules looked at closely: every value it had, and which clauses depend on it."""

from collections import Counter
from datetime import date

import msgspec

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.finding import Evidence, Origin
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name
from boarddesk.rules.books import Clause, DatedValue, built_in
from boarddesk.rules.case import Case
from boarddesk.rules.decisions import Decision
from boarddesk.services.clauses import INTERVAL, books_shown
from boarddesk.services.registers import record_shown
from boarddesk.services.settings import NOTICE, NOTICE_CLAUSE, readable, said
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

CONFIDENCE = {"confirmed": "Confirmed", "partly": "Partly confirmed", "unconfirmed": "Unconfirmed"}
IN_FORCE, AHEAD, EARLIER, NOT_USED = "in force", "ahead", "earlier", "not used"


class ValueLine(msgspec.Struct, frozen=True):
    """One value of a parameter over time: from when, what, its source, and whether it is the one in force."""

    since: date | None
    value: str
    source: str
    own: bool
    state: str
    confidence: str = ""
    as_of: date | None = None
    reason: str = ""
    motion: Evidence | None = None


class Dependent(msgspec.Struct, frozen=True):
    """A clause that depends on a value: whether a book says so, and how many results relied on it."""

    id: str
    chip: str
    title: str
    origin: Origin
    stated: bool
    results: int


def decided(record: Record, motion: Motion) -> Decision:
    """How a motion ended, and when."""
    return Case(record, date.max, built_in(), None).decisions.of(motion)


def motion_evidence(record: Record, motion: str | None) -> Evidence | None:
    """A motion as a place to open: “Motion 2026-14 of the Board, 12 Feb 2026”; None where it is not on record."""
    row = record.find(Motion, motion)
    if row is None:
        return None
    day = decided(record, row).day
    number = f" {row.number}" if row.number else ""
    when = f", {short_day(day)}" if day else ""
    return Evidence(Motion.table, row.id, f"Motion{number} of the {body_name(record, row.body)}{when}")


def value_history(services: Services, key: str) -> tuple[ValueLine, ...]:
    """Every value of a parameter, the newest first: the company's own, and those of the books before them."""
    record, day = record_shown(services), services.day
    own = sorted(record.where(ParameterValue, "key", key), key=lambda row: (row.effective_from, row.id))
    known = built_in().parameters.get(key)
    dated = known.values if known else ()
    usable = [row for row in own if (known is None or known.may_be_set) and readable(key, row.value)]
    first = usable[0].effective_from if usable else date.max
    steps = [value for value in dated if value.effective_from < first] or list(dated[:1])
    in_use: list[DatedValue | ParameterValue] = [*steps, *usable]
    now = max((step for step in in_use if step.effective_from <= day), key=_since, default=None)
    now = now or (in_use[0] if in_use and not usable else None)
    rows: list[DatedValue | ParameterValue] = [*dated, *own]
    lines = [_line(record, key, row, _state(row, now, in_use, day)) for row in rows]
    return tuple(sorted(lines, key=lambda line: (line.since or date.min, line.own), reverse=True))


def _since(step: DatedValue | ParameterValue) -> tuple[date, str]:
    return step.effective_from, step.id if isinstance(step, ParameterValue) else ""


def _state(
    row: DatedValue | ParameterValue,
    now: DatedValue | ParameterValue | None,
    in_use: list[DatedValue | ParameterValue],
    day: date,
) -> str:
    if row is now:
        return IN_FORCE
    if not any(row is step for step in in_use):
        return NOT_USED
    return AHEAD if row.effective_from > day else EARLIER


def _line(record: Record, key: str, row: DatedValue | ParameterValue, state: str) -> ValueLine:
    since = None if row.effective_from == date.min else row.effective_from
    if isinstance(row, ParameterValue):
        value = said(key, row.value) if state != NOT_USED else row.value
        motion = motion_evidence(record, row.motion)
        return ValueLine(since, value, row.citation, own=True, state=state, reason=row.reason, motion=motion)
    return ValueLine(
        since, said(key, row.value), row.citation, own=False, state=state,
        confidence=CONFIDENCE[row.confidence], as_of=row.as_of,
    )  # fmt: skip


def dependents(services: Services, key: str) -> tuple[Dependent, ...]:
    """The clauses that state a value or whose results relied on it, in the years judged as of the day shown."""
    relied = Counter(
        finding.clause for finding in services.findings() if any(used.key == key for used in finding.parameters)
    )
    found = []
    for clause in books_shown(services.shown, services.day).clauses:
        stated = _states(clause, key)
        if stated or clause.id in relied:
            count = relied[clause.id]
            found.append(Dependent(clause.id, clause.chip, clause.title, clause.origin, stated, count))
    return tuple(found)


def _states(clause: Clause, key: str) -> bool:
    if key in NOTICE:
        return clause.id == NOTICE_CLAUSE
    known = built_in().parameters.get(key)
    shared = known is not None and clause.id in known.clauses
    return shared or key == f"{INTERVAL}{clause.id}" or any(parameter.key == key for parameter in clause.parameters)
