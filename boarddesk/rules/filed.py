"""What was filed in answer to a starting fact, and whether in time: the findings of the items of Form 8-K."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import msgspec

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.happenings import Filing, FilingKind, FollowUp
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case
from boarddesk.rules.clocks import Clock, form_8k_clock
from boarddesk.rules.happened import facts
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.starting_facts import Fact, Item, Name
from boarddesk.rules.words import on, sentence

RESPONSIBLE = "Secretary"
DUE_SOON = "due_soon_days"
POSTED = "code_changes_on_website"
LATE = "A late filing cannot be made timely."
ABOUT = ("event", "meeting", "motion", "document")
CODES = re.compile(r"(\d\.\d\d)(?:\(([a-z])\))?")
FORMS = {
    FilingKind.FORM_8K: "Form 8-K was filed",
    FilingKind.FORM_10K: "Form 10-K, which told of it, was filed",
    FilingKind.WEBSITE: "it was posted on the website",
}
"""What may answer: Form 8-K, a periodic report in its place (General Instruction B.3), the website (Item 5.05(c))."""


class Answered(msgspec.Struct, frozen=True):
    """A starting fact, its clock, and the first filing that answers it.

    `vague` is a filing in time under the same item that does not say what it is about.
    """

    fact: Fact
    clock: Clock
    filing: Filing | None
    vague: Filing | None = None


class Verdict(NamedTuple):
    """Status, reason, what is missing, and the values relied on beside those of the clock."""

    status: Status
    because: str
    missing: tuple[str, ...] = ()
    relied: tuple[Value, ...] = ()


# --- filings


def filings_of(case: Case, item: str, since: date = date.min) -> tuple[Filing, ...]:
    """The filings from a day on under an item, or under any part of it that can mean it, oldest first."""

    def by_item(case: Case) -> dict[str, list[tuple[str, Filing]]]:
        found: dict[str, list[tuple[str, Filing]]] = {}
        for filing in sorted(case.record.all(Filing), key=lambda f: (f.made_on, f.id)):
            for code, part in dict.fromkeys(pair for text in filing.items for pair in CODES.findall(text.lower())):
                found.setdefault(code, []).append((part, filing))
        return found

    def of_item(case: Case) -> tuple[Filing, ...]:
        code, part = CODES.findall(item)[0]
        found = case.once("filings by item", by_item).get(code, ())
        return tuple(dict.fromkeys(filing for own, filing in found if not own or not part or own == part))

    found = case.once(f"filings under {item}", of_item)
    return found[bisect_left(found, since, key=lambda filing: filing.made_on) :]


def is_about(case: Case, filing: Filing, fact: Fact, every: frozenset[Name] = frozenset()) -> bool | None:
    """Whether a filing is about a fact; None where it does not say. `every` names what facts of the item are about."""
    if any(filing.id == row.filing for key in fact.keys for row in case.record.where(FollowUp, "fact", key)):
        return True
    named = [(field, value) for field in ABOUT if (value := getattr(filing, field))]
    if any(name in fact.names for name in named):
        return True
    if any(name in every for name in named):
        return False
    people = {value for field, value in fact.names if field == "person"}
    if filing.person is not None and people:
        return filing.person in people
    origin = case.record.find(Filing, filing.amends)
    return is_about(case, origin, fact, every) if origin is not None and origin.amends is None else None


def answered(case: Case, item: Item) -> tuple[Answered, ...]:
    """Each starting fact of an item with its clock and its answer, oldest first."""

    def match(case: Case) -> tuple[Answered, ...]:
        found = facts(case, item)
        every = frozenset(name for fact in found for name in fact.names if name[0] in ABOUT)
        days: dict[str, list[date]] = {}
        for fact in found:
            days.setdefault(fact.who, []).append(fact.day)
        return tuple(_answer(case, fact, _between(fact, days[fact.who]), every) for fact in found)

    return case.once(f"answers to {item}", match)


def _between(fact: Fact, days: list[date]) -> tuple[date, date]:
    """From when on, and, once late, before when a filing can answer a fact: until the next on the same subject."""
    before = max((day for day in days if day < fact.day), default=date.min)
    return max(fact.since, before), min((day for day in days if day > fact.day), default=date.max)


def _answer(case: Case, fact: Fact, between: tuple[date, date], every: frozenset[Name]) -> Answered:
    since, until = between
    clock = form_8k_clock(case, fact.rows[0], fact.title, fact.day)
    vague: Filing | None = None
    for filing in filings_of(case, fact.item, since):
        in_time = filing.made_on <= clock.due
        if not (in_time or filing.made_on < until):
            break
        if not _may_answer(filing, fact):
            continue
        about = is_about(case, filing, fact, every)
        if about:
            return Answered(fact, clock, filing)
        if about is None and in_time and vague is None:
            vague = filing
    return Answered(fact, clock, None, vague)


def _may_answer(filing: Filing, fact: Fact) -> bool:
    return filing.kind in FORMS and (filing.kind is not FilingKind.WEBSITE or fact.item is Item.CODE)


def all_clocks(case: Case, first: date, last: date) -> tuple[Answered, ...]:
    """Every clock that is due from the first to the last day, with its answer, by due day."""
    found = (entry for item in Item for entry in answered(case, item) if first <= entry.clock.due <= last)
    return tuple(sorted(found, key=lambda entry: (entry.clock.due, entry.fact.item, entry.fact.who)))


# --- findings


def filing_findings(case: Case, judge: Judge, item: Item, none: str) -> Iterator[Finding]:
    """One finding for each starting fact, and one for each year without any: `none` says what did not happen."""
    entries = [entry for entry in answered(case, item) if case.judged(entry.fact.day)]
    for entry in entries:
        yield filing_finding(case, judge, entry)
    for year in case.years:
        if not year.ahead and not any(year.holds(entry.fact.day) for entry in entries):
            yield judge.find(Status.NOT_APPLICABLE, f"{none} is on record for {year.label}.", year)


def filing_finding(case: Case, judge: Judge, entry: Answered) -> Finding:
    """The finding of one starting fact."""
    fact, clock = entry.fact, entry.clock
    found = verdict(case, entry)
    rows: list[Row] = [*fact.rows, *(filing for filing in (entry.filing, entry.vague) if filing is not None)]
    idle = found.status is Status.NOT_APPLICABLE
    open_still = not idle and found.status not in (Status.MET, Status.NOT_MET)
    relied = (*(() if idle else clock.relied), *fact.relied, *found.relied)
    remedy = ""
    if found.status is Status.NOT_MET:
        remedy = LATE if fact.item is Item.PAY else f"{LATE} Counsel may weigh what it means for Form S-3."
    elif found.status in (Status.OVERDUE, Status.DUE_SOON, Status.NOT_YET_DUE):
        remedy = f"{'A ' if fact.form.startswith('Form') else ''}{sentence(fact.form)} under Item {fact.item}."
    return judge.find(
        found.status, sentence(found.because), fact.day, fact.subject, evidence=rows, missing=found.missing,
        due=clock.due if open_still else None, remedy=remedy, relied=relied,
        responsible=RESPONSIBLE,
    )  # fmt: skip


def verdict(case: Case, entry: Answered) -> Verdict:
    """Whether a starting fact was answered in time."""
    fact, filing = entry.fact, entry.filing
    if fact.excused:
        return Verdict(Status.NOT_APPLICABLE, f"{fact.said}; {fact.excused}.")
    waived = _not_needed(case, fact)
    if fact.judgment and filing is None and waived:
        return Verdict(Status.NOT_APPLICABLE, f"{fact.said}; weighed, and not to be filed: {waived.rstrip('.')}.")
    if filing is None:
        return _unfiled(case, entry)
    amended = "an amended " if filing.amends and filing.kind is FilingKind.FORM_8K else ""
    said = f"{fact.said}; {amended}{FORMS[filing.kind]} on {on(filing.made_on)}"
    if filing.kind is not FilingKind.WEBSITE:
        return _in_time(case, entry, filing, said)
    posted = case.parameters.value(POSTED, filing.made_on)
    if not posted.yes:
        if posted.text == "no":
            open_still = _unfiled(case, entry)
            return open_still._replace(relied=(*open_still.relied, posted))
        gap = "whether the last annual report announced that changes of the code are posted (Settings, Rules)"
        return Verdict(Status.CANNOT_JUDGE, f"{said}, which counts only if announced before.", (gap,), (posted,))
    found = _in_time(case, entry, filing, said)
    return found._replace(relied=(*found.relied, posted))


def _in_time(case: Case, entry: Answered, filing: Filing, said: str) -> Verdict:
    fact, clock = entry.fact, entry.clock
    if filing.made_on > clock.due:
        if fact.doubts:
            return Verdict(Status.CANNOT_JUDGE, f"{said}; whether it was due is not on record.", fact.doubts)
        announced = _announced(case, entry)
        if announced is not None and announced > clock.due:
            said = f"{said}; it could wait until the appointment was announced, on {on(announced)}."
            return Verdict(Status.MET if filing.made_on <= announced else Status.NOT_MET, said)
        return Verdict(Status.NOT_MET, f"{said}, after the due day, {_due(clock)}.")
    if fact.missing:
        return Verdict(Status.CANNOT_JUDGE, f"{said}; from which day the time ran is not on record.", fact.missing)
    return Verdict(Status.MET, f"{said} and was due by {_due(clock)}.")


def _unfiled(case: Case, entry: Answered) -> Verdict:
    fact, clock, past = entry.fact, entry.clock, case.as_of > entry.clock.due
    gaps = (*fact.doubts, *fact.missing)
    if entry.vague is not None:
        made = on(entry.vague.made_on)
        because = f"{fact.said}; the filing of {made} under Item {fact.item} does not say what it is about."
        return Verdict(Status.CANNOT_JUDGE, because, (f"what the filing of {made} is about", *gaps))
    if fact.doubts or (fact.missing and not past):
        return Verdict(
            Status.CANNOT_JUDGE, f"{fact.said}; no {fact.form.removeprefix('an ')} on it is on record.", gaps
        )
    if fact.judgment:
        due = f"{fact.form} {'was' if past else 'is'} due by {_due(clock)}"
        return Verdict(Status.JUDGMENT_NEEDED, f"{fact.said}; {fact.judgment} decides whether {due}.")
    if past and not _kept_by(case, clock.due):
        because = f"{fact.said}; no {fact.form.removeprefix('an ')} is on record from then or before."
        return Verdict(Status.CANNOT_JUDGE, because, (f"the filing due by {on(clock.due)}, or that none was made",))
    if past:
        latest = " at the latest" if fact.missing else ""
        because = f"{fact.said}; {fact.form} was due{latest} by {_due(clock)}, and none is on record."
        return Verdict(Status.OVERDUE, because)
    soon = case.parameters.value(DUE_SOON, case.as_of)
    near = (clock.due - case.as_of).days <= soon.number
    status = Status.DUE_SOON if near else Status.NOT_YET_DUE
    return Verdict(status, f"{fact.said}; {fact.form} is due by {_due(clock)}.", (), (soon,))


def _kept_by(case: Case, day: date) -> bool:
    """Whether filings were kept on record by a day: before the first one entered, none missing says nothing."""
    first = case.once("first filing", lambda c: min((f.made_on for f in c.record.all(Filing)), default=None))
    return first is not None and first <= day


def _due(clock: Clock) -> str:
    """The due day, with the holidays that were passed over."""
    if not clock.skipped:
        return on(clock.due)
    return f"{on(clock.due)}, as {clock.passed_over} {'does' if len(clock.skipped) == 1 else 'do'} not count"


def _announced(case: Case, entry: Answered) -> date | None:
    """When an officer's appointment was announced otherwise: Form 8-K may wait until then (5.02(c), Instruction)."""
    if entry.fact.item is not Item.OFFICER:
        return None
    releases = case.record.where(Filing, "kind", FilingKind.PRESS_RELEASE)
    ours = [f.made_on for f in releases if is_about(case, f, entry.fact) and f.made_on >= entry.fact.day]
    return min(ours, default=None)


def _not_needed(case: Case, fact: Fact) -> str:
    """Why the company found that nothing need be filed; only where that is for judgment."""
    rows = [row for key in fact.keys for row in case.record.where(FollowUp, "fact", key)]
    return next((row.not_needed for row in rows if row.step == fact.item.clause and row.not_needed), "")
