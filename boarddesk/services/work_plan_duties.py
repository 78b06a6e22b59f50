"""The duties of a year's work: which clauses a meeting's item or motion fulfils, before which bodies, how often."""

from datetime import date
from functools import cache
from typing import Literal

import msgspec

from boarddesk.domain.finding import Kind, Origin
from boarddesk.domain.governance import PlannedDuty
from boarddesk.domain.meetings import AHEAD, INDEPENDENT, AgendaItem, ItemOutcome, ItemType, Meeting, MeetingKind
from boarddesk.domain.record import Record
from boarddesk.rules.books import Books, Clause, Duty, built_in
from boarddesk.rules.case import Case, Span
from boarddesk.rules.duty import eligible
from boarddesk.rules.engine import laid_out
from boarddesk.rules.own_book import books_of

Shown = Literal["occasions", "findings", "sessions"]
PUT_OFF = frozenset({ItemOutcome.DEFERRED, ItemOutcome.WITHDRAWN})


class PlanDuty(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the work plan. `shown` says by what it counts as done: occasions, findings, or sessions held.

    With `together` all of its item types are wanted at one meeting. An item of the type serves unless only
    items that name the clause do (`only_named`), or others share the type and it names one of them
    (`shared`). `season` is where in the year it belongs; `after` is the clause whose turn comes first.
    """

    clause: Clause
    duty: Duty
    title: str
    items: tuple[ItemType, ...] = ()
    shown: Shown = "occasions"
    quarterly: bool = False
    together: bool = False
    only_named: bool = False
    shared: bool = False
    names: frozenset[str] = frozenset()
    season: Literal["", "early", "late"] = ""
    after: str = ""

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.clause.id

    @property
    def law(self) -> bool:
        """Whether the clause is one of law."""
        return self.clause.origin is Origin.LAW

    @property
    def judged(self) -> bool:
        """Whether the findings of its clause say whether the duty was done; some clauses ask for more than that."""
        return self.shown != "occasions" or self.clause.kind is Kind.DUTY

    def serves(self, item: AgendaItem) -> bool:
        """Whether an item on an agenda takes the duty up, unless it was put off."""
        if item.outcome in PUT_OFF:
            return False
        if not self.names.isdisjoint(item.clauses):
            return not self.together or item.type in self.items
        if self.only_named or item.type not in self.items:
            return False
        return not (self.shared and item.clauses)

    def lacking(self, items: tuple[AgendaItem, ...]) -> tuple[ItemType, ...]:
        """The item types that an agenda still lacks for the duty; nothing where it is taken up."""
        serving = [item for item in items if self.serves(item)]
        if self.together:
            there = {item.type for item in serving}
            return tuple(kind for kind in self.items if kind not in there)
        return () if serving else (next(iter(self.items), ItemType.OTHER),)


class _Extra(msgspec.Struct, frozen=True, kw_only=True):
    """A clause that is no periodic duty by its kind, but that an item at a meeting fulfils."""

    bodies: tuple[str, ...]
    title: str = ""
    items: tuple[ItemType, ...] = ()
    shown: Shown = "findings"
    quarterly: bool = False
    together: bool = False
    only_named: bool = False
    shared: bool = False
    names: tuple[str, ...] = ()


EXTRA = {
    "GL-3.5": _Extra(title="Independent session held", bodies=(INDEPENDENT,), shown="sessions"),
    "GL-1.3": _Extra(
        title="Business and finance update", bodies=("board",), quarterly=True, together=True,
        items=(ItemType.BUSINESS_UPDATE, ItemType.FINANCE_UPDATE),
    ),
    "GL-1.7": _Extra(
        title="Pay of the chief executive officer", bodies=("compensation",), items=(ItemType.EXECUTIVE_PAY,),
        shared=True,
    ),
    "GL-1.8": _Extra(
        title="Pay of the other executive officers", bodies=("compensation",), items=(ItemType.EXECUTIVE_PAY,),
        shared=True,
    ),
    "GL-2.2a": _Extra(title="Slate of nominees", bodies=("nominating",), items=(ItemType.NOMINATION,), shared=True),
    "GL-6.2": _Extra(title="Directors’ pay approved", bodies=("board",), items=(ItemType.DIRECTOR_PAY,)),
    "PR-IND-DET": _Extra(
        title="Independence determined", bodies=("board",), items=(ItemType.DETERMINATION,),
        names=("GL-2.1", "GL-5.2", "LAW-NQ-5605b1"),
    ),
    "LAW-NQ-5610": _Extra(
        title="Code of conduct reviewed", bodies=("board", "nominating", "audit"), shown="occasions",
        items=(ItemType.GOVERNANCE_REVIEW,), only_named=True,
    ),
    "LAW-SK-407d": _Extra(
        title="Audit committee’s report", bodies=("audit",), items=(ItemType.AUDIT_REPORT,), shown="occasions",
    ),
}  # fmt: skip
"""Clauses of other kinds than D; all else that recurs is read from the books."""
SHORT = {
    "GL-1.4": "Financial plan for next year",
    "GL-1.5": "Performance against the plan",
    "GL-1.6": "Executive officers’ pay assessed",
    "GL-1.9": "Executive succession, CEO’s input",
    "GL-1.14": "Accounting and audit overseen",
    "GL-1.15a": "Financial statements",
    "GL-1.15b": "Legal and regulatory matters",
    "GL-1.15c": "Auditor and its independence",
    "GL-6.1": "Directors’ pay reviewed",
    "LAW-NQ-5605c-REASSESS": "Audit charter reassessed",
    "LAW-NQ-5605d-REASSESS": "Compensation charter reassessed",
}
"""Words for the narrow first column, as long as the company has not put a title of its own."""
EARLY = frozenset({"GL-2.2a", "PR-IND-DET", "LAW-SK-407d"})
LATE = frozenset({"GL-1.4", "GL-1.6", "GL-1.7", "GL-1.8"})
AFTER = {"GL-6.2": "GL-6.1"}
FIRST = ("GL-3.5",)


def plan_case(record: Record, day: date, year: int) -> Case:
    """The record laid out for a fiscal year's plan, read on a day; `record` as it stood then."""
    return laid_out(record, day, built_in(), Span(year - 1, year))


def duties_of(record: Record, day: date) -> tuple[PlanDuty, ...]:
    """The duties in force on a day, in book order; the independent session first."""
    found = {clause.id: clause for clause in _books(record).clauses if clause.judges(day)}
    rows = [duty for clause in found.values() if (duty := _duty(clause)) is not None]
    return tuple(sorted(rows, key=lambda row: row.id not in FIRST))


def duty_of(record: Record, day: date, clause: str) -> PlanDuty | None:
    """The duty of one clause in force on a day, or None."""
    return next((duty for duty in duties_of(record, day) if duty.id == clause), None)


def _books(record: Record) -> Books:
    return books_of(record, built_in())


@cache
def _duty(clause: Clause) -> PlanDuty | None:
    extra = EXTRA.get(clause.id)
    own = clause.title != _built_in_title(clause.id)
    if extra is not None:
        words = clause.title if own or not extra.title else extra.title
        types = () if extra.only_named else extra.items
        duty = Duty(bodies=extra.bodies, done=words, undone=words, items=types, by_quarter=extra.quarterly)
        return PlanDuty(
            clause=clause, duty=duty, title=words, items=extra.items, shown=extra.shown, quarterly=extra.quarterly,
            together=extra.together, only_named=extra.only_named, shared=extra.shared,
            names=frozenset({clause.id, *extra.names}), season="early" if clause.id in EARLY else
            "late" if clause.id in LATE else "", after=AFTER.get(clause.id, ""),
        )  # fmt: skip
    if clause.kind is not Kind.DUTY or clause.duty is None:
        return None
    return PlanDuty(
        clause=clause, duty=clause.duty, title=clause.title if own else SHORT.get(clause.id, clause.title),
        items=clause.duty.items, quarterly=clause.duty.by_quarter, names=frozenset({clause.id}),
        season="late" if clause.id in LATE else "",
    )  # fmt: skip


def _built_in_title(clause: str) -> str:
    found = built_in().by_id.get(clause)
    return found.title if found else ""


def taken_up(record: Record, duty: PlanDuty, meeting: str) -> bool:
    """Whether a duty stands on the agenda of a meeting, or was laid on it without an item."""
    if not duty.lacking(record.where(AgendaItem, "meeting", meeting)):
        return True
    laid = record.where(PlannedDuty, "meeting", meeting)
    return any(row.clause == duty.id and row.item is None for row in laid)


def can_take(case: Case, duty: PlanDuty, meeting: Meeting) -> bool:
    """Whether a duty may be laid on a meeting: ahead of the day, of a body that may do it, no session."""
    return (
        duty.shown != "sessions"
        and meeting.state in AHEAD
        and meeting.day >= case.as_of
        and meeting.kind in {MeetingKind.REGULAR, MeetingKind.SPECIAL}
        and eligible(case, duty.duty, meeting.body)
    )
