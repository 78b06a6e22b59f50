"""What happened that sets something off: resignations, appointments, vacancies, votes, amendments, notices."""

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum
from itertools import pairwise
from typing import TypeVar

import msgspec

from boarddesk.domain.happenings import Event, EventKind, Filing, FollowUp
from boarddesk.domain.independence import Determination, Outcome
from boarddesk.domain.people import Appointment, BoardSize, EndReason
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.filed import Answered, answered
from boarddesk.rules.starting_facts import Item
from boarddesk.services.words import short_day

R = TypeVar("R", bound=Row)


class Sort(StrEnum):
    """What kind of thing happened: it decides what follows."""

    LEAVES = "leaves"
    JOINS = "joins"
    OFFICER_LEAVES = "officer_leaves"
    OFFICER = "officer"
    VACANCY = "vacancy"
    NOT_INDEPENDENT = "not_independent"
    PAY = "pay"
    VOTE = "vote"
    MOVED = "moved"
    DOCUMENT = "document"
    WAIVER = "waiver"
    LISTING = "listing"
    RESTATEMENT = "restatement"


OF_ITEM = {
    Item.LISTING: Sort.LISTING, Item.OFFICER: Sort.OFFICER, Item.DIRECTOR: Sort.JOINS, Item.PAY: Sort.PAY,
    Item.CHARTER: Sort.DOCUMENT, Item.CODE: Sort.DOCUMENT, Item.VOTE: Sort.VOTE, Item.MOVED: Sort.MOVED,
}  # fmt: skip
COMPOSITION = "LAW-NQ-5605"
LEAVING = (Item.DEPARTURE, Item.DISAGREEMENT)


class Happening(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that happened. `keys` are what its follow-ups may be kept under, new ones under the first.

    `facts` are the starting facts of Form 8-K that belong to it, each with its own clock.
    """

    sort: Sort
    day: date
    title: str
    said: str
    rows: tuple[Row, ...]
    person: str = ""
    facts: tuple[Answered, ...] = ()

    @property
    def id(self) -> str:
        """Its address: “leaves|appointments:ben-1”."""
        return f"{self.sort}|{self.keys[0]}"

    @property
    def keys(self) -> tuple[str, ...]:
        """Table and id of its rows, and of those of its facts."""
        own = (f"{row.table}:{row.id}" for row in self.rows)
        return tuple(dict.fromkeys([*own, *(key for entry in self.facts for key in entry.fact.keys)]))

    def row(self, kind: type[R]) -> R | None:
        """Its first row of a table, or None."""
        return next((row for row in self.rows if isinstance(row, kind)), None)


def happenings(case: Case) -> tuple[Happening, ...]:
    """Everything that happened up to the as-of day, the newest first."""

    def found(case: Case) -> tuple[Happening, ...]:
        made = _with_notices(case, [*_of_facts(case), *_beside(case)])
        return tuple(sorted(made, key=lambda each: (each.day, each.id), reverse=True))

    return case.once("what happened", found)


# --- what starts a clock of Form 8-K


def _of_facts(case: Case) -> Iterator[Happening]:
    groups: dict[tuple[Sort, str], list[Answered]] = {}
    for item in Item:
        for entry in answered(case, item):
            sort = _sort(entry)
            groups.setdefault((sort, _root(sort, entry)), []).append(entry)
    for (sort, _key), entries in groups.items():
        first = entries[0].fact
        rows = dict.fromkeys(row for entry in entries for row in entry.fact.rows)
        ordered = sorted(rows, key=lambda row: not _roots(sort, row)) if sort is Sort.LEAVES else rows
        person = next((value for field, value in first.names if field == "person"), "")
        yield Happening(
            sort=sort, day=first.day, title=first.title, said=first.said, rows=tuple(ordered), person=person,
            facts=tuple(entries),
        )  # fmt: skip


def _sort(entry: Answered) -> Sort:
    fact = entry.fact
    if fact.item in LEAVING:
        director = any(isinstance(row, Appointment) for row in fact.rows) or fact.item is Item.DISAGREEMENT
        return Sort.LEAVES if director else Sort.OFFICER_LEAVES
    if any(isinstance(row, Event) and row.kind is EventKind.CODE_WAIVED for row in fact.rows):
        return Sort.WAIVER
    return OF_ITEM[fact.item]


def _root(sort: Sort, entry: Answered) -> str:
    """What facts of one sort share that belong to the same thing: a term, else the first row."""
    rows = entry.fact.rows
    row = next((row for row in rows if _roots(sort, row)), rows[0])
    if isinstance(row, Filing) and row.event:
        return f"events:{row.event}"
    return f"{row.table}:{row.id}"


def _roots(sort: Sort, row: Row) -> bool:
    return sort is Sort.LEAVES and isinstance(row, Appointment)


# --- what starts none, and still sets something off


def _beside(case: Case) -> Iterator[Happening]:
    yield from _deaths(case)
    yield from _new_seats(case)
    yield from _no_longer_independent(case)
    yield from _restatements(case)
    for event in case.record.where(Event, "kind", EventKind.NONCOMPLIANCE):
        words = case.labels.of(event).label.rsplit(", ", 1)[0]
        said = f"an executive officer learned on {short_day(event.on)} that a listing rule was not followed"
        yield Happening(sort=Sort.LISTING, day=event.on, title=words, said=said, rows=(event,))


def _deaths(case: Case) -> Iterator[Happening]:
    """Death starts no clock of Form 8-K, and leaves the same seats vacant."""
    for term in case.record.where(Appointment, "end_reason", EndReason.DIED):
        if term.end is not None and term.end <= case.as_of and term.notice_on is None:
            name = case.name(term.person)
            yield Happening(
                sort=Sort.LEAVES, day=term.end, title=f"Death of {name}", rows=(term,), person=term.person,
                said=f"{name} died; the seat is vacant since {short_day(term.end)}",
            )  # fmt: skip


def _new_seats(case: Case) -> Iterator[Happening]:
    sizes = sorted(case.record.all(BoardSize), key=lambda row: (row.effective_from, row.id))
    for before, size in pairwise(sizes):
        more = size.size - before.size
        if more > 0 and size.effective_from <= case.as_of:
            title = "New seat on the Board" if more == 1 else f"{more} new seats on the Board"
            said = f"the Board grew from {before.size} to {size.size} seats on {short_day(size.effective_from)}"
            yield Happening(sort=Sort.VACANCY, day=size.effective_from, title=title, said=said, rows=(size,))


def _no_longer_independent(case: Case) -> Iterator[Happening]:
    """Directors whom the Board found not independent after it had found otherwise under the same standard."""
    found: dict[tuple[str, date], list[Determination]] = {}
    earlier: dict[tuple[str, str], Outcome] = {}
    for row in sorted(case.record.all(Determination), key=lambda row: (row.decided_on, row.id)):
        lost = row.outcome is Outcome.NOT_INDEPENDENT
        if lost and earlier.get((row.person, row.standard)) is Outcome.INDEPENDENT:
            found.setdefault((row.person, row.decided_on), []).append(row)
        earlier[row.person, row.standard] = row.outcome
    for (person, day), rows in found.items():
        name = case.name(person)
        yield Happening(
            sort=Sort.NOT_INDEPENDENT, day=day, title=f"{name}, no longer independent", rows=tuple(rows),
            person=person, said=f"the Board found on {short_day(day)} that {name} is not independent",
        )  # fmt: skip


def _restatements(case: Case) -> Iterator[Happening]:
    """Each restatement, with what was found about recovery before the next one (Nasdaq 5608; Rule 10D-1)."""
    events = sorted(case.record.where(Event, "kind", EventKind.RESTATEMENT), key=lambda event: (event.on, event.id))
    found = case.record.where(Event, "kind", EventKind.RECOVERY_WAIVED)
    for place, event in enumerate(events):
        if event.on <= case.as_of:
            until = next((later.on for later in events[place + 1 :]), date.max)
            waived = [row for row in found if event.on <= row.on < until]
            said = f"a restatement of the financial statements was found to be required on {short_day(event.on)}"
            yield Happening(
                sort=Sort.RESTATEMENT, day=event.on, title="Restatement required", said=said, rows=(event, *waived)
            )


# --- notices to and from the exchange


def _with_notices(case: Case, made: Iterable[Happening]) -> list[Happening]:
    """Noncompliance and the notices of it are one thing; what befell a director and led to it takes them in."""
    every = list(made)
    listing = sorted((e for e in every if e.sort is Sort.LISTING), key=lambda e: (e.day, bool(e.facts), e.id))
    groups: list[Happening] = []
    for each in listing:
        own = bool(each.facts) and not _told_of(each)
        place = next((n for n in reversed(range(len(groups))) if own and _same(groups[n], each)), None)
        if place is None:
            groups.append(each)
        else:
            groups[place] = _merged(groups[place], each)
    found = [each for each in every if each.sort is not Sort.LISTING]
    for group in groups:
        home = max((n for n, e in enumerate(found) if _led_to(case, e, group)), key=lambda n: found[n].day, default=-1)
        if home < 0:
            found.append(group)
        else:
            found[home] = _merged(found[home], group)
    return found


def _merged(first: Happening, second: Happening) -> Happening:
    return msgspec.structs.replace(first, rows=first.rows + second.rows, facts=first.facts + second.facts)


def _same(group: Happening, notice: Happening) -> bool:
    """Whether a notice tells of the noncompliance of a group: it names it, or the same rule."""
    named = {f"{field}s:{value}" for entry in notice.facts for field, value in entry.fact.names if field == "event"}
    ours, theirs = _clauses(group), _clauses(notice)
    return bool(named & set(group.keys)) or bool(ours & theirs)


def _told_of(happening: Happening) -> set[str]:
    """The people whom a notice names; who learned of noncompliance is not one of them."""
    events = [row for row in happening.rows if isinstance(row, Event) and row.kind is not EventKind.NONCOMPLIANCE]
    return {event.person for event in events if event.person}


def _clauses(happening: Happening) -> set[str]:
    return {row.clause for row in happening.rows if isinstance(row, Event) and row.clause}


def _led_to(case: Case, happening: Happening, group: Happening) -> bool:
    """Whether noncompliance came of what befell a director: a follow-up or a notice says so, or day and rule do."""
    if happening.sort not in (Sort.LEAVES, Sort.NOT_INDEPENDENT) or happening.day > group.day:
        return False
    steps = [step for key in happening.keys for step in case.record.where(FollowUp, "fact", key)]
    filings = [case.record.find(Filing, step.filing) for step in steps]
    linked = {f"events:{filing.event}" for filing in filings if filing is not None and filing.event}
    events = [row for row in group.rows if isinstance(row, Event)]
    if told := _told_of(group):
        return happening.person in told
    term = happening.row(Appointment)
    days = {happening.day, term.end if term else None}
    same_day = any(e.on in days and e.clause.startswith(COMPOSITION) for e in events)
    return bool(linked & set(group.keys)) or same_day


def about_row(happening: Happening, table: str, row_id: str) -> bool:
    """Whether a thing that happened is about one row of the record."""
    return f"{table}:{row_id}" in happening.keys or (table == "people" and happening.person == row_id)
