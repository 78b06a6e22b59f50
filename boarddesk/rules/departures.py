"""Departures of directors and principal officers: from notice, not from the day of leaving (Form 8-K 5.02(a), (b))."""

from collections.abc import Iterator
from datetime import date, timedelta

import msgspec

from boarddesk.domain.happenings import Event, EventKind
from boarddesk.domain.people import Appointment, EndReason, Role, RoleTenure
from boarddesk.rules.case import Case
from boarddesk.rules.labels import role_words
from boarddesk.rules.starting_facts import Fact, Item, Name
from boarddesk.rules.words import listed, on

PRINCIPAL = frozenset({Role.CEO, Role.PRESIDENT, Role.CFO, Role.ACCOUNTING, Role.COO})
OVER_A_CAUSE = {
    EventKind.DISAGREEMENT: "gave notice on {day} of leaving the Board over a disagreement",
    EventKind.REMOVAL_FOR_CAUSE: "was removed for cause on {day}",
}
NOTICE = {EndReason.RESIGNED: "resigning as", EndReason.RETIRED: "retiring as"}
PAST = {EndReason.RESIGNED: "resigned as", EndReason.RETIRED: "retired as"}
TITLES = {EndReason.RESIGNED: "Resignation", EndReason.RETIRED: "Retirement", EndReason.REMOVED: "Removal"}
ONE_DAY = timedelta(days=1)


class _Leaving(msgspec.Struct, frozen=True):
    """One office being left. `how` is, best known first, notice, removed, unsaid (the day of notice) or unclear."""

    person: str
    day: date
    since: date
    how: str
    verb: str
    office: str
    title: str
    row: Appointment | RoleTenure


KNOWN = ("notice", "removed", "unsaid", "unclear")


def departures(case: Case) -> Iterator[Fact]:
    """Facts of 5.02(b): a director's or principal officer's notice, or removal; one for each person and day."""
    groups: dict[tuple[str, date], list[_Leaving]] = {}
    for leaving in (*_directors(case), *_officers(case)):
        groups.setdefault((leaving.person, leaving.day), []).append(leaving)
    return (_fact(case, group) for group in groups.values())


def _directors(case: Case) -> Iterator[_Leaving]:
    blamed = case.once("departures over a cause", lambda c: {term.id for term in _blamed(c).values()})
    for term in case.record.all(Appointment):
        if term.id in blamed:
            continue
        refused = term.will_not_stand_on
        if refused is not None:
            verb = "not standing for re-election"
            yield _Leaving(term.person, refused, refused, "notice", verb, "", "Refusal to stand", term)
        found = _leaving(term, term.end_reason, "director", removed_on_end=True)
        again = refused is not None and (term.notice_on in (None, refused) and term.end_reason is not EndReason.REMOVED)
        if found is None or again or (found.how == "unclear" and _continues(case, term)):
            continue
        yield found


def _officers(case: Case) -> Iterator[_Leaving]:
    for tenure in case.record.all(RoleTenure):
        if (tenure.role in PRINCIPAL or tenure.named) and not _stays(case, tenure):
            reason = tenure.end_reason or EndReason.OTHER
            found = _leaving(tenure, reason, role_words(tenure), removed_on_end=False)
            if found is not None:
                yield found


def _leaving(
    row: Appointment | RoleTenure, reason: EndReason | None, office: str, *, removed_on_end: bool
) -> _Leaving | None:
    """How an office is being left; None where nothing starts a clock: death, or a director's term that ended."""
    title = TITLES.get(reason, "Departure") if reason else "Departure"
    if row.notice_on is not None and reason is not EndReason.REMOVED:
        verb = NOTICE.get(reason, "leaving as") if reason else "leaving as"
        return _Leaving(row.person, row.notice_on, row.notice_on, "notice", verb, office, title, row)
    if row.end is None or reason is EndReason.DIED:
        return None
    if reason is EndReason.REMOVED:
        day = row.end if removed_on_end else row.notice_on or row.end
        how = "removed" if removed_on_end or row.notice_on else "unsaid"
        return _Leaving(row.person, day, min(day, row.start), how, "was removed as", office, title, row)
    if reason in PAST:
        return _Leaving(row.person, row.end, row.start, "unsaid", PAST[reason], office, title, row)
    if isinstance(row, Appointment) and reason is EndReason.TERM_ENDED:
        return None
    return _Leaving(row.person, row.end, row.start, "unclear", "ceased to be", office, title, row)


def _continues(case: Case, term: Appointment) -> bool:
    """Whether the director served on in a new term."""
    end = term.end or term.start
    others = case.record.where(Appointment, "person", term.person)
    return any(other.id != term.id and end <= other.start <= end + ONE_DAY for other in others)


def _stays(case: Case, tenure: RoleTenure) -> bool:
    """Whether the officer went on in the same office, or, no principal officer, as an executive officer."""
    if tenure.end is None:
        return False
    others = [row for row in case.record.where(RoleTenure, "person", tenure.person) if row.id != tenure.id]
    same = [row for row in others if row.role is tenure.role or (tenure.role not in PRINCIPAL and row.executive)]
    return any(row.start <= tenure.end + ONE_DAY and (row.end is None or row.end > tenure.end) for row in same)


def _fact(case: Case, group: list[_Leaving]) -> Fact:
    group.sort(key=lambda leaving: (KNOWN.index(leaving.how), leaving.row.table, leaving.row.id))
    first = group[0]
    alike = [leaving for leaving in group if leaving.how == first.how]
    name, day = case.name(first.person), first.day
    offices: dict[str, list[str]] = {}
    for leaving in alike:
        offices.setdefault(leaving.verb, []).extend([leaving.office] if leaving.office else [])
    deeds = listed(f"{verb} {listed(named)}".rstrip() for verb, named in offices.items())
    held = listed(leaving.office for leaving in alike)
    said = {
        "notice": f"{name} gave notice on {on(day)} of {deeds}",
        "removed": f"{name} {deeds} on {on(day)}",
        "unsaid": f"{name} {deeds} with effect from {on(day)}, on a notice whose day is not on record",
        "unclear": f"{name} {deeds} on {on(day)}, and how is not on record",
    }[first.how]
    no_day = f"the day on which notice of the departure of {name} as {held} was given"
    how = f"how the service of {name} as {held} ended: resignation, retirement, removal or death"
    names: set[Name] = {("person", first.person)}
    return Fact(
        item=Item.DEPARTURE, day=day, title=f"{first.title} of {name}", said=said, subject=first.person,
        rows=tuple(dict.fromkeys(leaving.row for leaving in group)), names=frozenset(names),
        since=min(leaving.since for leaving in alike),
        missing=(no_day,) if first.how in ("unsaid", "unclear") else (),
        doubts=(how,) if first.how == "unclear" else (),
    )  # fmt: skip


def _blamed(case: Case) -> dict[str, Appointment]:
    """The terms that ended over a disagreement or for cause, by event: 5.02(a) then takes the place of (b)."""
    found: dict[str, Appointment] = {}
    for kind in OVER_A_CAUSE:
        for event in case.record.where(Event, "kind", kind):
            for term in case.record.where(Appointment, "person", event.person):
                if term.start <= event.on and (term.end is None or event.on <= term.end):
                    found[event.id] = term
    return found


def disagreements(case: Case) -> Iterator[Fact]:
    """Facts of 5.02(a): a director who leaves over a disagreement, or is removed for cause."""
    terms = _blamed(case)
    for kind, words in OVER_A_CAUSE.items():
        for event in case.record.where(Event, "kind", kind):
            name = case.name(event.person) if event.person else "A director"
            fields = ("person", "document", "motion", "meeting")
            names = {("event", event.id), *((f, getattr(event, f)) for f in fields if getattr(event, f))}
            title = "Removal for cause" if kind is EventKind.REMOVAL_FOR_CAUSE else "Disagreement"
            yield Fact(
                item=Item.DISAGREEMENT, day=event.on, title=f"{title}: {name}",
                said=f"{name} {words.format(day=on(event.on))}", subject=event.person or event,
                rows=(event, *([terms[event.id]] if event.id in terms else [])), names=frozenset(names),
                since=event.on,
            )  # fmt: skip
