"""New directors, new principal officers and their pay, as facts that start a clock (Form 8-K 5.02(c), (d), (e))."""

from collections.abc import Iterator
from datetime import date, timedelta

from boarddesk.domain.happenings import Event, EventKind
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.people import Appointment, How, Role, RoleTenure
from boarddesk.rules.case import Case
from boarddesk.rules.decisions import Decision
from boarddesk.rules.departures import PRINCIPAL
from boarddesk.rules.labels import role_words
from boarddesk.rules.starting_facts import Fact, Item, Name
from boarddesk.rules.words import listed, on

COVERED = frozenset({Role.CEO, Role.CFO})
ONE_DAY = timedelta(days=1)
WEIGH_PAY = "whether this is a new or materially changed arrangement or an award outside plans already disclosed"
NOT_COVERED = "was neither principal executive or financial officer nor a named executive officer on that day"

Decided = dict[str, list[Decision]]


def _decided(case: Case, kind: MotionKind) -> Decided:
    """The decisions of a kind by the person they name, oldest first; those that failed are left out."""
    found: Decided = {}
    for decision in case.decisions.of_kind(kind):
        if decision.day is not None and (decision.carried or decision.result is None):
            for person in decision.motion.subjects:
                found.setdefault(person, []).append(decision)
    return found


def _before(decided: Decided, person: str, start: date, taken: set[tuple[str, str]]) -> Decision | None:
    """The last decision on a person by a day on which no other term or office of the person rests."""
    ours = [d for d in decided.get(person, ()) if d.day is not None and d.day <= start]
    free = [d for d in ours if (person, d.motion.id) not in taken]
    return free[-1] if free else None


# --- directors


def directors_elected(case: Case) -> Iterator[Fact]:
    """Facts of 5.02(d): a director whom the board elected, from that day, even if the term starts later."""
    decided = _decided(case, MotionKind.FILL_VACANCY)
    terms = case.record.all(Appointment)
    taken = {(term.person, term.motion) for term in terms if term.motion}
    for term in sorted(terms, key=lambda term: (term.start, term.id)):
        decision = case.decisions.by_id(term.motion)
        filling = decision is not None and decision.motion.kind is MotionKind.FILL_VACANCY
        if term.how is not How.APPOINTED and not filling:
            continue
        decision = decision or _before(decided, term.person, term.start, taken)
        if decision is not None:
            taken.add((term.person, decision.motion.id))
        yield _director(case, term.person, term, decision)
    for person, decisions in decided.items():
        for decision in decisions:
            ours = decision.motion.body == BOARD and decision.carried
            if ours and (person, decision.motion.id) not in taken:
                yield _director(case, person, None, decision)


def _director(case: Case, person: str, term: Appointment | None, decision: Decision | None) -> Fact:
    name = case.name(person)
    motion = decision.motion if decision else None
    start = term.start if term else motion.effective_on if motion else None
    day = decision.day if decision and decision.day else None
    if day is None:
        since = f" on {on(start)}" if start else ""
        said = f"{name} became a director{since}, elected by the Board on a day that is not on record"
    else:
        later = f", with effect from {on(start)}" if start and start > day else ""
        said = f"the Board elected {name} a director on {on(day)}{later}"
    names: set[Name] = {("person", person), *({("motion", motion.id)} if motion else set())}
    rows = (*([motion] if motion else []), *([term] if term else []))
    known = day or start or case.as_of
    return Fact(
        item=Item.DIRECTOR, day=known, title=f"{name}, new director", said=said, subject=person, rows=rows,
        names=frozenset(names), since=day or date.min,
        missing=() if day else (f"the motion by which the Board elected {name} a director, and its day",),
    )  # fmt: skip


# --- officers


def officers_appointed(case: Case) -> Iterator[Fact]:
    """Facts of 5.02(c): a new principal executive, financial, accounting or operating officer, or president."""
    decided = _decided(case, MotionKind.APPOINT_OFFICER)
    tenures = sorted(case.record.all(RoleTenure), key=lambda tenure: (tenure.start, tenure.id))
    linked = {(tenure.person, tenure.motion) for tenure in tenures if tenure.motion}
    groups: dict[tuple[str, date], list[tuple[RoleTenure, Decision | None]]] = {}
    for tenure in tenures:
        if tenure.role in PRINCIPAL and not _resumed(case, tenure):
            decision = case.decisions.by_id(tenure.motion) or _before(decided, tenure.person, tenure.start, linked)
            day = decision.day if decision and decision.day else tenure.start
            groups.setdefault((tenure.person, day), []).append((tenure, decision))
    for (person, day), group in groups.items():
        yield _officer(case, person, day, group)
    for person, decisions in decided.items():
        held = case.record.where(RoleTenure, "person", person)
        for decision in decisions:
            day = decision.day or case.as_of
            if decision.carried and not any(tenure.start >= day or tenure.held_on(day) for tenure in held):
                yield _unnamed_office(case, person, day, decision.motion)


def _resumed(case: Case, tenure: RoleTenure) -> bool:
    """Whether the person held the office already, up to the day the tenure begins."""
    others = case.record.where(RoleTenure, "person", tenure.person)
    same = (row for row in others if row.role is tenure.role and row.id != tenure.id and row.start < tenure.start)
    return any(row.end is None or row.end + ONE_DAY >= tenure.start for row in same)


def _officer(case: Case, person: str, day: date, group: list[tuple[RoleTenure, Decision | None]]) -> Fact:
    name, offices = case.name(person), listed(role_words(tenure) for tenure, _ in group)
    motions = {d.motion.id: d.motion for _, d in group if d is not None and d.day is not None}
    start = min(tenure.start for tenure, _ in group)
    later = f", with effect from {on(start)}" if start > day else ""
    said = f"{name} was appointed {offices} on {on(day)}{later}"
    if not motions:
        said = f"{name} became {offices} on {on(day)}, appointed on a day that is not on record"
    names: set[Name] = {("person", person), *(("motion", motion) for motion in motions)}
    return Fact(
        item=Item.OFFICER, day=day, title=f"{name}, new {offices}", said=said, subject=person,
        rows=(*motions.values(), *(tenure for tenure, _ in group)), names=frozenset(names),
        since=day if motions else date.min,
        missing=() if motions else (f"the motion by which {name} was appointed {offices}, and its day",),
    )  # fmt: skip


def _unnamed_office(case: Case, person: str, day: date, motion: Motion) -> Fact:
    """An appointment whose office has not begun: whether it is one of those that count is not on record yet."""
    name = case.name(person)
    return Fact(
        item=Item.OFFICER, day=day, title=f"{name}, new officer", subject=person, rows=(motion,),
        said=f"{name} was appointed an officer on {on(day)}, to an office that is not on record yet",
        names=frozenset({("person", person), ("motion", motion.id)}), since=day,
        doubts=(f"the office to which {name} was appointed",),
    )  # fmt: skip


# --- pay


def officer_pay(case: Case) -> Iterator[Fact]:
    """Facts of 5.02(e): pay arrangements of the principal executive, financial and named executive officers."""
    events = case.record.where(Event, "kind", EventKind.OFFICER_PAY)
    for event in events:
        yield _arrangement(case, event)
    told = {event.motion for event in events} | {(event.person, event.on) for event in events}
    years = case.years
    judged = (years[0].first, years[-1].last) if years else (case.as_of, case.as_of)
    for decision in case.decisions.of_kind(MotionKind.EXECUTIVE_PAY, *judged):
        motion, day = decision.motion, decision.day
        people = [p for p in motion.subjects if day and _covered(case, p, day) and (p, day) not in told]
        if day is not None and decision.carried and people and motion.id not in told:
            yield _pay_motion(case, motion, day, people)


def _arrangement(case: Case, event: Event) -> Fact:
    name = case.name(event.person) if event.person else "an executive officer"
    fields = ("person", "motion", "document")
    names = {("event", event.id), *((f, getattr(event, f)) for f in fields if getattr(event, f))}
    held = [tenure for tenure in case.roles.on(event.on) if tenure.person == event.person]
    outside = bool(held) and not _covered(case, event.person or "", event.on)
    return Fact(
        item=Item.PAY, day=event.on, title=f"Pay arrangement of {name}", subject=event, rows=(event,),
        said=f"a pay arrangement of {name} was made or changed on {on(event.on)}", names=frozenset(names),
        since=event.on, excused=f"{name} {NOT_COVERED}" if outside else "",
        doubts=() if held else (f"the office that {name} held on {on(event.on)}",),
    )  # fmt: skip


def _pay_motion(case: Case, motion: Motion, day: date, people: list[str]) -> Fact:
    names: set[Name] = {("motion", motion.id), *(("person", person) for person in people)}
    who = listed(case.name(person) for person in people)
    return Fact(
        item=Item.PAY, day=day, title=f"Pay of {who}", subject=motion, rows=(motion,),
        said=f"the {case.body(motion.body, day)} set the pay of {who} on {on(day)}", names=frozenset(names),
        since=day, judgment=WEIGH_PAY,
    )  # fmt: skip


def _covered(case: Case, person: str, day: date) -> bool:
    tenures = case.record.where(RoleTenure, "person", person)
    return any(tenure.held_on(day) and (tenure.role in COVERED or tenure.named) for tenure in tenures)
