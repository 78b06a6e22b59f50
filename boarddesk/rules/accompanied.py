"""Duties that want more than the item: the CEO's input to succession, the auditor's letter on its independence."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.people import Role
from boarddesk.domain.row import Row
from boarddesk.rules.beside import beside_of, day_of, period_of
from boarddesk.rules.books import Duty
from boarddesk.rules.case import Case, Period
from boarddesk.rules.duty import Done, Occasions, check_duty, occasions
from boarddesk.rules.judge import Judge
from boarddesk.rules.labels import Labels
from boarddesk.rules.rooms import at_item, in_room
from boarddesk.rules.words import dates, on


class Input(NamedTuple):
    """Whether the chief executive officer had a say at one occasion: how, shown by what, and what is missing."""

    given: bool | None
    words: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()


class Heard(Done):
    """An occasion that counts as done unless it is on record that the chief executive officer had no say."""

    def __init__(self, case: Case, entry: Done, clause: str) -> None:
        super().__init__(case, entry.day, entry.row)
        self._clause = clause
        self._said: Input | None = None

    @property
    def input(self) -> Input:
        """The say of the chief executive officer."""
        if self._said is None:
            self._said = ceo_input(self._case, self, self._clause)
        return self._said

    @property
    def taken_up(self) -> bool:
        """Whether it was done at all, with or without that say."""
        return bool(super().done)

    @property
    def done(self) -> bool | None:
        """Whether it was done and counts."""
        return super().done and self.input.given is not False


def with_ceo_input(case: Case, judge: Judge) -> Iterator[Finding]:
    """Judge a duty that is to be done with the input of the chief executive officer (GL-1.9)."""
    duty = judge.clause.duty
    if duty is None:
        return
    every = occasions(case, duty, judge.clause.id).within(date.min, date.max)
    heard = [Heard(case, entry, judge.clause.id) for entry in every]
    for finding in check_duty(case, judge, Occasions(list(heard))):
        period = period_of(case, finding.period)
        here = [h for h in heard if period and period.first <= h.day <= period.cut and h.taken_up]
        yield _weighed(judge, duty, finding, period, here) if period and here else finding


def _weighed(judge: Judge, duty: Duty, finding: Finding, period: Period, here: list[Heard]) -> Finding:
    """The duty's finding where the officer had a say; else that there was none, or that it cannot be told."""
    rows = [row for h in here for row in (h.row, *h.input.rows)]
    given = [h for h in here if h.input.given]
    if given:
        because = f"{finding.because.removesuffix('.')}; {given[-1].input.words}."
        shown = tuple(map(judge.case.labels.of, dict.fromkeys(row for h in given for row in h.input.rows)))
        more = tuple(one for one in shown if one not in finding.evidence)
        return replace(finding, because=because, evidence=(*finding.evidence, *more))
    said = f"{duty.done} on {dates(h.day for h in here)}"
    unknown = [h for h in here if h.input.given is None]
    if unknown:
        because = f"{said}; whether the chief executive officer had a say is not on record."
        missing = tuple(dict.fromkeys(gap for h in unknown for gap in h.input.missing))
        return judge.find(Status.CANNOT_JUDGE, because, period, evidence=dict.fromkeys(rows), missing=missing)
    late = f"This cannot be cured for {period.label}." if period.past else ""
    remedy = late or "A further review in the year at which the chief executive officer is heard or reports."
    because = f"{said}; no input of the chief executive officer is on record: {here[-1].input.words}."
    return judge.find(Status.NOT_MET, because, period, evidence=dict.fromkeys(rows), remedy=remedy)


def ceo_input(case: Case, entry: Done, clause: str) -> Input:
    """Whether the chief executive officer was in the room for an item, or a paper of theirs was before the body."""
    officer = case.holder(Role.CEO, entry.day)
    if officer is None:
        gap = f"who was chief executive officer on {on(entry.day)}"
        return Input(None, "", missing=(gap,))
    name = f"{case.name(officer.person)}, the chief executive officer,"
    there = _there(case, entry, officer.person)
    presented = isinstance(entry.row, AgendaItem) and entry.row.presenter == officer.person
    if there or (there is None and presented):
        return Input(True, f"{name} {'presented it' if presented else 'was present'}", (officer,))
    papers = _papers(case, entry, clause)
    written = [paper for paper in papers if paper.author == officer.person]
    if written:
        return Input(True, f"{name} had laid “{written[0].title}” before it", (officer, *written))
    gaps = [f"author of “{paper.title}”" for paper in papers if paper.author is None]
    if there is None:
        gaps.insert(0, f"whether {case.name(officer.person)} was present at the item of {on(entry.day)}")
    if gaps:
        return Input(None, "", (officer,), tuple(gaps))
    return Input(False, f"{name} was not present, and no paper of theirs is linked to it", (officer,))


def _there(case: Case, entry: Done, person: str) -> bool | None:
    meeting = case.record.find(Meeting, entry.row.meeting)
    if meeting is None:
        return None
    if isinstance(entry.row, AgendaItem):
        return at_item(case, entry.row, meeting, person)
    return in_room(case, entry.row, meeting, person)


def _papers(case: Case, entry: Done, clause: str) -> list[Document]:
    """The documents of the item or motion, and those linked to the clause by hand in its fiscal year before it."""
    ids = entry.row.documents if isinstance(entry.row, AgendaItem) else (entry.row.document,)
    found = [paper for one in ids if (paper := case.record.find(Document, one)) is not None]
    year = case.calendar.year_of(entry.day)
    for row in beside_of(case).rows(clause):
        day = day_of(case, row)
        if isinstance(row, Document) and day and day <= entry.day and case.calendar.year_of(day) == year:
            found.append(row)
    return list(dict.fromkeys(found))


def with_auditor_letter(case: Case, judge: Judge) -> Iterator[Finding]:
    """Judge a duty that is to rest on the auditor's own letter on its independence (GL-1.15c)."""
    duty = judge.clause.duty
    if duty is None:
        return
    seen = occasions(case, duty, judge.clause.id)
    letters = _letters(case, judge.clause.id)
    for finding in check_duty(case, judge, seen):
        period = period_of(case, finding.period)
        done = [entry for entry in seen.within(period.first, period.cut) if entry.done] if period else []
        yield _backed(case.labels, finding, period, done, letters) if period and done else finding


def _letters(case: Case, clause: str) -> list[Document]:
    linked = [row for row in beside_of(case).rows(clause) if isinstance(row, Document)]
    kept = case.record.where(Document, "kind", DocumentKind.AUDITOR_LETTER)
    return list(dict.fromkeys([*kept, *(row for row in linked if row.kind is DocumentKind.AUDITOR_LETTER)]))


def _backed(labels: Labels, finding: Finding, period: Period, done: list[Done], letters: list[Document]) -> Finding:
    """The duty's finding with the letter beside it; without one it is not shown to have been done."""
    on_item = {one for entry in done if isinstance(entry.row, AgendaItem) for one in entry.row.documents}
    ours = [letter for letter in letters if letter.id in on_item or _of(letter, period)]
    said = finding.because.removesuffix(".")
    if ours:
        day = _dated(ours[-1])
        because = f"{said}; the auditor's letter on its independence{f' of {on(day)}' if day else ''} is on record."
        shown = tuple(map(labels.of, ours))
        return replace(finding, because=because, evidence=tuple(dict.fromkeys((*finding.evidence, *shown))))
    because = f"{said}; no letter of the auditor on its independence is on record for {period.label}."
    undated = [f"date of “{one.title}”" for one in letters if _dated(one) is None and one.fiscal_year is None]
    missing = (f"the auditor's letter on its independence, {period.label}", *undated)
    status = Status.CANNOT_JUDGE if finding.status is Status.MET else finding.status
    return replace(finding, status=status, because=because, missing=(*finding.missing, *missing))


def _dated(letter: Document) -> date | None:
    return letter.adopted_on or letter.effective_from


def _of(letter: Document, period: Period) -> bool:
    """Whether a letter belongs to a year: by its date, or where it has none by the fiscal year it names."""
    day = _dated(letter)
    return letter.fiscal_year == period.year if day is None else period.first <= day <= period.cut
