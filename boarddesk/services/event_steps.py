"""One step of what follows: its state, its evidence, its due day, and how it is done or found not needed."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

import msgspec

from boarddesk.domain.committees import CommitteeSeat
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import ADVERSE, Evidence, Finding, Origin, Status
from boarddesk.domain.happenings import Filing, FilingKind, FollowUp
from boarddesk.domain.motions import Motion
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.services.clauses import chip_of, clause_of
from boarddesk.services.event_facts import Happening
from boarddesk.services.words import short_day

FILED, EXCHANGE, SEATS, REGISTERS, PEOPLE = (
    "To be filed", "Nasdaq", "The Board and its committees", "Registers", "People to tell",
)  # fmt: skip
GROUPS = (FILED, EXCHANGE, SEATS, REGISTERS, PEOPLE)
DONE, OPEN, NOT_NEEDED = "done", "not_yet_due", Status.NOT_APPLICABLE.value
SETTLED = frozenset({DONE, NOT_NEEDED, "met", "not_met", "recorded"})


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One thing to do. `key` names it in follow-ups; `said` is its state in words, `words` the whole of it.

    `place` is the page where it is done, `target` what is shown there. `files` is what would be recorded as
    filed. `counted`: the rules decide from the record whether it is done, and a tick would change nothing.
    `fact` is what its follow-up is kept under, `tick` the id of the one that is kept.
    """

    key: str
    group: str
    title: str
    second: str = ""
    words: str = ""
    clause: str = ""
    due: date | None = None
    status: str = OPEN
    said: str = ""
    evidence: tuple[Evidence, ...] = ()
    page: str = ""
    target: Evidence | None = None
    files: Filing | None = None
    counted: bool = False
    skippable: bool = True
    notice_of: str = ""
    """The listing rule that a notice to the exchange would tell of, where no event names it yet."""
    fact: str = ""
    tick: str = ""

    @property
    def id(self) -> str:
        """Which step of which fact it is; no two of one sheet share it."""
        return f"{self.fact}/{self.key}"

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do."""
        return self.status in SETTLED

    @property
    def chip(self) -> str:
        """The clause as the window names it."""
        return chip_of(self.clause)

    @property
    def law(self) -> bool:
        """Whether the clause is one of law."""
        clause = clause_of(self.clause)
        return clause is not None and clause.origin is Origin.LAW


def short_now(case: Case, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The adverse findings, and those in cure, of the period that holds the as-of day."""
    year = f"FY{case.calendar.year_of(case.as_of)}"
    present = {year, str(case.calendar.quarter_of(case.as_of))}
    wanted = ADVERSE | {Status.IN_CURE, Status.IN_PHASE_IN}
    return tuple(f for f in findings if f.period in present and f.status in wanted)


class Look:
    """What the steps of one happening are read from: the record, all findings, and those that fall short `now`."""

    def __init__(
        self, case: Case, happening: Happening, findings: tuple[Finding, ...], now: tuple[Finding, ...]
    ) -> None:
        self.case = case
        self.record = case.record
        self.happening = happening
        self.findings = findings
        self.now = now

    def follow_up(self, step: str, keys: tuple[str, ...] = ()) -> FollowUp | None:
        """The latest follow-up of a step, kept under some keys, by default any of the happening."""
        found = [row for key in keys or self.happening.keys for row in self.record.where(FollowUp, "fact", key)]
        ours = [row for row in found if row.step == step]
        return max(ours, key=lambda row: (row.done_on or date.min, row.id), default=None)

    @cached_property
    def touched(self) -> frozenset[str]:
        """The rows that it changed: its own, and the places on committees of whoever it is about."""
        seats = self.record.where(CommitteeSeat, "person", self.happening.person) if self.happening.person else ()
        ended = [s for s in seats if s.end is None or s.end >= self.happening.day]
        return frozenset([*self.happening.keys, *(f"{s.table}:{s.id}" for s in ended)])

    def name(self, person: str) -> str:
        """A person's name."""
        return self.case.name(person)

    def evidence(self, *rows: Row | None) -> tuple[Evidence, ...]:
        """Rows as evidence."""
        return self.case.labels.all(row for row in rows if row is not None)

    def finding(self, clause: str, subject: str, period: str = "") -> Finding | None:
        """The finding of a clause about somebody or something, of a period where one is named."""
        found = (f for f in self.findings if f.clause == clause and f.subject == subject)
        return next((f for f in found if not period or f.period == period), None)

    def ticked(self, step: Step, keys: tuple[str, ...] = ()) -> Step:
        """A step with what was ticked for it: done with its evidence, or not needed and why."""
        row = self.follow_up(step.key, keys)
        step = msgspec.structs.replace(step, fact=(keys or self.happening.keys)[0])
        if row is None:
            return step
        if step.counted:
            return msgspec.structs.replace(step, tick=row.id)
        rows = (
            self.record.find(Filing, row.filing),
            self.record.find(Document, row.document),
            self.record.find(Motion, row.motion),
        )
        day = f" on {short_day(row.done_on)}" if row.done_on else ""
        if row.not_needed:
            return msgspec.structs.replace(
                step, status=NOT_NEEDED, said=f"Not needed: {row.not_needed}", due=None, tick=row.id
            )
        note = f": {row.note}" if row.note else ""
        return msgspec.structs.replace(
            step, status=DONE, said=f"Done{day}{note}", evidence=self.evidence(*rows) or step.evidence, due=None,
            tick=row.id,
        )  # fmt: skip

    def draft(self, kind: FilingKind, *items: str) -> Filing:
        """What would be recorded as filed about this, from what its facts name."""
        named = {field: value for entry in self.happening.facts for field, value in entry.fact.names}
        if self.happening.person:
            named["person"] = self.happening.person
        return about(Filing(id="new", kind=kind, made_on=self.case.as_of, items=items), named)


def about(filing: Filing, named: Mapping[str, str]) -> Filing:
    """A filing about what is named: an event, a person, a meeting, a motion, a document."""
    return msgspec.structs.replace(
        filing, event=named.get("event"), person=named.get("person"), meeting=named.get("meeting"),
        motion=named.get("motion"), document=named.get("document"),
    )  # fmt: skip


def computed(step: Step, *, done: bool, evidence: tuple[Evidence, ...] = (), said: str = "") -> Step:
    """A step that the record itself shows as done, or leaves open to be done or ticked."""
    if not done:
        return step
    return msgspec.structs.replace(step, status=DONE, said=said or "On record", evidence=evidence, counted=True)


def from_finding(step: Step, finding: Finding) -> Step:
    """A step whose state is that of a finding."""
    return msgspec.structs.replace(
        step, status=finding.status.value, second=finding.because, words=finding.because, due=finding.due,
        evidence=finding.evidence, counted=True, skippable=False, clause=finding.clause,
    )  # fmt: skip
