"""What stands against a version of a clause of the company's guidelines, and what to ask before it is saved."""

import re
from collections.abc import Iterator
from datetime import date

from boarddesk.common.errors import Fault
from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Kind
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.rules.books import Clause, built_in
from boarddesk.rules.engine import rules
from boarddesk.rules.own_book import BOOK, books_of
from boarddesk.services.compliance import BODIES
from boarddesk.services.rule_settings import decided
from boarddesk.services.words import short_day

CLAUSE_ID = re.compile(r"[A-Za-z][A-Za-z0-9.\-]{0,39}")
OF_THEIR_OWN = (Kind.DUTY, Kind.POLICY)
"""What a clause that the program has no rule for can be: looked for at meetings, or stated."""
YEARLY = 12


def book_clause(clause: str) -> Clause | None:
    """The clause of that id in the guidelines that ship with the program, or None."""
    found = built_in().by_id.get(clause)
    return found if found is not None and found.book == BOOK else None


def has_rule(clause: str) -> bool:
    """Whether a rule of the program judges the clause, whatever its words."""
    return clause in rules()


def reworded_since(clause: Clause) -> date | None:
    """From when a clause that a rule of the program judges has stood in other words of the company, or None.

    The words change, what is computed stays: whoever reads the result has to know.
    """
    known = book_clause(clause.id)
    amended = known is not None and clause.since > date.min and clause.clause != known.clause
    return clause.since if amended and has_rule(clause.id) else None


def faults_of_version(record: Record, row: GuidelineClause) -> Iterator[Fault]:
    """What cannot be so; `where` names the field."""
    yield from _of_id(row)
    if not row.title.strip():
        yield Fault("The clause has no title.", "title", "Write a few words that name it.")
    if not row.text.strip():
        yield Fault("The clause has no text.", "text", "Write what the Board adopted.")
    yield from _of_days(record, row)
    if not row.retired:
        yield from _of_what_it_asks(record, row)


def _of_id(row: GuidelineClause) -> Iterator[Fault]:
    if not CLAUSE_ID.fullmatch(row.clause):
        yield Fault(
            f"“{row.clause}” names no clause.", "clause", "Write letters, digits, points and hyphens, such as GL-7.1."
        )
        return
    known = built_in().by_id.get(row.clause)
    if known is not None and known.book != BOOK:
        yield Fault(f"{known.chip} is a clause of the law, not of the guidelines.", "clause", "Choose another name.")


def _of_days(record: Record, row: GuidelineClause) -> Iterator[Fault]:
    day, end = row.effective_from, row.effective_to
    if end is not None and end <= day:
        yield Fault(
            f"It ends on {short_day(end)}, not after it begins on {short_day(day)}.", "effective_to",
            "Correct one of the two dates.",
        )  # fmt: skip
    others = [one for one in record.where(GuidelineClause, "clause", row.clause) if one.id != row.id]
    if any(one.effective_from == day for one in others):
        yield Fault(
            f"A version of {row.clause} from {short_day(day)} is there already.", "effective_from",
            "Choose another day, or correct that version.",
        )  # fmt: skip
    if row.retired and not _in_force_before(record, row):
        yield Fault(
            f"{row.clause} is not in force before {short_day(day)}.", "effective_from", "There is nothing to retire."
        )


def _in_force_before(record: Record, row: GuidelineClause) -> bool:
    rest = record.changed(removed=[(GuidelineClause, row.id)]) if record.find(GuidelineClause, row.id) else record
    versions = (c for c in books_of(rest, built_in()).clauses if c.id == row.clause)
    return any(clause.judges(row.effective_from) for clause in versions)


def _of_what_it_asks(record: Record, row: GuidelineClause) -> Iterator[Fault]:
    base, ruled = book_clause(row.clause), has_rule(row.clause)
    if row.body not in BODIES and record.find(Committee, row.body) is None:
        yield Fault(f"There is no body “{row.body}”.", "body", f"Write one of {', '.join(BODIES)}.")
    if base is not None and ruled and row.kind is not base.kind:
        yield Fault(f"A rule of the program judges {row.clause}; its kind stays {base.kind.value}.", "kind", "Keep it.")
    if not ruled and row.kind not in OF_THEIR_OWN:
        yield Fault(f"The program has no rule for {row.clause}.", "kind", "Make it a duty (D) or a statement (P).")
    if row.kind is Kind.DUTY and not ruled:
        known = base.duty if base is not None else None
        if not (row.items or row.motions or known):
            what = "The duty has nothing to look for."
            yield Fault(what, "items", "Name types of agenda items, or kinds of motions, by which it is done.")
    if row.interval is not None and row.interval != YEARLY:
        what = "A clause that states an interval is judged once each fiscal year (12 months)."
        yield Fault(what, "interval", "Leave it out, and adopt the other interval under Rules.")


def warnings_of_version(record: Record, row: GuidelineClause) -> Iterator[str]:
    """What a careful colleague would ask: the Board adopts its guidelines by a motion, before they are in force."""
    motion = record.find(Motion, row.motion)
    if motion is None:
        yield "No motion of the Board is named."
        return
    decision = decided(record, motion)
    if motion.body != BOARD:
        yield "The motion named is not one of the Board."
    if decision.result is not None and not decision.carried:
        yield "The motion named did not carry."
    if decision.day is not None and decision.day > row.effective_from:
        yield f"The motion was decided on {short_day(decision.day)}, after the day from which the clause is in force."
