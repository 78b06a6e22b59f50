"""What importing a book of guidelines would change, version by version, before anything is changed."""

from datetime import date

import msgspec
from msgspec.structs import replace

from boarddesk.common.errors import Fault
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.services.clauses import books_shown
from boarddesk.services.commands.import_guidelines import ImportGuidelines
from boarddesk.services.guideline_book import row_of
from boarddesk.services.guideline_checks import faults_of_version
from boarddesk.services.guideline_versions import retirement
from boarddesk.services.guideline_yaml import DEEDS, WORDS, Book, Entry
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services

NEW, AMENDED, RETIRED, CORRECTED, SAME, FAULT = "New clause", "Amended", "Retired", "Corrected", "Unchanged", "Fault"
SHOWN = 160
"""So much of a text is shown of what it was and of what it would be."""


class PlannedLine(msgspec.Struct, frozen=True):
    """One version of the file: what would become of it, which clause, from when, and what it would change."""

    id: int
    state: str
    clause: str
    what: str
    day: date | None
    detail: str


class BookPlan(msgspec.Struct, frozen=True):
    """The lines, faults first, and the command; None where a fault stands or nothing would change."""

    lines: tuple[PlannedLine, ...]
    command: ImportGuidelines | None
    left_out: int
    """Clauses of the company's book that the file does not name; they stay as they are."""

    def count(self, state: str) -> int:
        """How many lines say that."""
        return sum(line.state == state for line in self.lines)


def plan_book(services: Services, book: Book, day: date, motion: str | None = None, reason: str = "") -> BookPlan:
    """Compare a book with the record; versions without a day of their own take `day`, `motion` and `reason`."""
    working = services.record
    said: list[tuple[str, str, str, date | None, str]] = [
        (FAULT, "", fault.where, None, fault.what) for fault in book.faults
    ]
    rows: list[GuidelineClause] = []
    for entry in sorted(book.entries, key=lambda entry: entry.day or day):
        there = _there(working, entry, day)
        row = _row(working, entry, there, entry.day or day, motion, reason)
        faults = tuple(faults_of_version(working, row))
        if faults:
            said.append((FAULT, entry.clause, entry.where(faults[0].where), row.effective_from, _sentence(faults[0])))
            continue
        state, detail = _change(working, entry, there, row)
        said.append((state, entry.clause, row.title, row.effective_from, detail))
        if state != SAME:
            rows.append(row)
            working = working.changed(put=[row])
    order = (FAULT, RETIRED, NEW, AMENDED, CORRECTED, SAME)
    said.sort(key=lambda line: order.index(line[0]))
    named = {entry.clause for entry in book.entries}
    kept = [c for c in books_shown(services.record, day).clauses if c.book == "guidelines" and c.judges(day)]
    clean = bool(rows) and all(line[0] != FAULT for line in said)
    return BookPlan(
        tuple(PlannedLine(number, *line) for number, line in enumerate(said)),
        ImportGuidelines(tuple(rows), book.name) if clean else None,
        sum(clause.id not in named for clause in kept),
    )


def _sentence(fault: Fault) -> str:
    return " ".join(part for part in (fault.what, fault.what_to_do) if part)


def _there(record: Record, entry: Entry, day: date) -> GuidelineClause | None:
    """The version from the same day, where there is one."""
    first = entry.day or day
    rows = record.where(GuidelineClause, "clause", entry.clause)
    return next((row for row in rows if row.effective_from == first), None)


def _row(
    record: Record, entry: Entry, there: GuidelineClause | None, day: date, motion: str | None, reason: str
) -> GuidelineClause:
    """The version that the file asks for; what it leaves out stays as it was in force before."""
    given = dict(entry.fields)
    if "motion" in given and record.find(Motion, given["motion"]) is None:
        given["motion"] = motion
    if entry.day is None:
        given = {"motion": motion, "reason": reason} | given
    if there is not None:
        return replace(there, **given)
    if given.get("retired"):
        row = retirement(record, entry.clause, day)
    else:
        clause = books_shown(record, day).by_id.get(entry.clause)
        blank = GuidelineClause(id="new", clause=entry.clause, title="", text="", effective_from=day)
        row = row_of(clause, day) if clause is not None else blank
    # An id of its own, so that several versions can stand in the record that is being planned.
    return replace(row, id=f"planned {entry.clause} {day.isoformat()}", **given)


def _change(record: Record, entry: Entry, there: GuidelineClause | None, row: GuidelineClause) -> tuple[str, str]:
    """What would become of a version, and in which words it differs."""
    if there is not None:
        changed = [name for name in (*WORDS, *DEEDS) if getattr(there, name) != getattr(row, name)]
        return (CORRECTED, _differences(there, row, changed)) if changed else (SAME, "")
    clause = books_shown(record, row.effective_from).by_id.get(entry.clause)
    if row.retired:
        return RETIRED, row.reason
    if clause is None or not clause.judges(row.effective_from):
        return NEW, _short(row.text)
    before = row_of(clause, row.effective_from)
    changed = [name for name in WORDS if getattr(before, name) != getattr(row, name)]
    if not changed and entry.day is None:
        return SAME, ""
    return AMENDED, _differences(
        before, row, changed
    ) if changed else f"In the same words from {short_day(row.effective_from)}"


def _differences(before: GuidelineClause, after: GuidelineClause, names: list[str]) -> str:
    """“title: Cyber → Cyber risk; interval: none → 12”."""
    parts = [f"{name}: {_words(getattr(before, name))} → {_words(getattr(after, name))}" for name in names]
    return "; ".join(part.replace("_", " ") for part in parts)


def _words(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value) or "none"
    if isinstance(value, date):
        return short_day(value)
    return _short(str(value)) if value else "none"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
