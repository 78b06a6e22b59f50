"""What follows on the Board and its committees: the seat, the places, the chairs, the majority, a new director."""

from collections.abc import Iterable, Iterator
from datetime import date

import msgspec

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.finding import Evidence, Finding
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.people import Appointment, BoardSize, How, Role, RoleTenure
from boarddesk.domain.terms import chair_of, members_on, vacancies_on
from boarddesk.services.event_filings import shortfalls
from boarddesk.services.event_steps import NOT_NEEDED, REGISTERS, SEATS, Look, Step, computed, from_finding
from boarddesk.services.words import short_day

NOMINATED, SLATE, PRACTICE = "GL-2.2b", "GL-2.2a", "PR-IND-DET"
BOARD_ROLES = {Role.CHAIR: "chair of the Board", Role.LEAD: "lead independent director"}


# --- seats and committees


def seats(look: Look) -> Iterator[Step]:
    """The seat left vacant, the places on committees, and the chairs, that go with a director who leaves."""
    term = look.happening.row(Appointment)
    if term is None:
        return
    if term.end is None or term.end > look.case.as_of:
        yield _slate(look, term)
        return
    successor = _successor(look, term)
    yield approval(look, successor, term.end)
    yield _filled(look, term, successor)
    left = [s for s in look.record.where(CommitteeSeat, "person", term.person) if s.end == term.end]
    for seat in left:
        yield _place(look, seat, term.end)
    chairs = [c for c in look.record.where(CommitteeChair, "person", term.person) if c.end == term.end]
    for chair in chairs:
        yield _chair(look, chair)
    for tenure in look.record.where(RoleTenure, "person", term.person):
        if tenure.role in BOARD_ROLES and tenure.end == term.end:
            yield _board_role(look, tenure)


def _slate(look: Look, term: Appointment) -> Step:
    year = f" of {term.term_ends_year}" if term.term_ends_year else ""
    return look.ticked(
        Step(
            key=SLATE, group=SEATS, title=f"Nominee for the seat at the annual meeting{year}", clause=SLATE,
            second="The nominating committee approves the slate before it is put to the stockholders", page="board",
            words=f"{look.name(term.person)} serves until the meeting. The committee names whom it nominates instead, "
            "or the Board changes its size.",
        )
    )  # fmt: skip


def _successor(look: Look, term: Appointment) -> Appointment | None:
    """Who took a seat after a director: named as the one who replaces, or the next on the same seat."""
    day = term.end or look.case.as_of
    since = [t for t in look.record.all(Appointment) if t.start >= day and t.id != term.id]
    ours = [t for t in since if t.replaces == term.id] or [t for t in since if term.seat and t.seat == term.seat]
    return min(ours, key=lambda t: (t.start, t.id), default=None)


def approval(look: Look, appointed: Appointment | None, day: date) -> Step:
    """GL-2.2b: the nominating committee approves whoever is to fill a seat, before the Board appoints."""
    step = Step(
        key=NOMINATED, group=SEATS, title="Nominating committee approves who is to fill the seat", clause=NOMINATED,
        second="Before the Board appoints", page="board", words="The nominating committee approves those who are to "
        "fill vacancies and new seats, before the Board appoints them.",
    )  # fmt: skip
    if appointed is not None and appointed.how is not How.APPOINTED:
        said = f"Elected by the stockholders {short_day(appointed.start)}"
        return look.ticked(msgspec.structs.replace(step, status=NOT_NEEDED, said=said, counted=True))
    person = appointed.person if appointed else ""
    finding = look.finding(NOMINATED, person, appointed.start.isoformat()) if appointed else None
    if finding is not None:
        return look.ticked(from_finding(step, finding))
    motions = [
        motion for motion in look.case.decisions.motions(MotionKind.NOMINATE, last=look.case.as_of)
        if look.case.is_kind(motion.body, CommitteeKind.NOMINATING) and _names(look, motion, person, day)
    ]  # fmt: skip
    return look.ticked(computed(step, done=bool(motions), evidence=look.evidence(*motions[-1:]), said="Nominated"))


def _names(look: Look, motion: Motion, person: str, day: date) -> bool:
    """Whether a motion names a person or, where nobody was appointed yet, somebody who was no director since a day."""
    if person:
        return person in motion.subjects
    decided = look.case.decisions.of(motion).day or date.min
    return decided >= day and any(one not in look.case.directors_on(decided) for one in motion.subjects)


def _filled(look: Look, term: Appointment, successor: Appointment | None) -> Step:
    day = term.end or look.case.as_of
    seat = f"Seat {term.seat}" if term.seat else "The seat"
    step = Step(
        key="seat", group=SEATS, title=f"{seat}: filled, or the Board’s size changed", page="board",
        second=f"Vacant since {short_day(day)}; a quorum counts vacant seats too",
        words=f"Vacant since {short_day(day)}. The directors in office may fill it, also where they are fewer than a "
        "quorum (8 Del. C. §223(a)); until then the whole board still counts it.",
    )  # fmt: skip
    sizes = [s for s in look.record.all(BoardSize) if s.effective_from >= day]
    rows = (successor,) if successor else tuple(sizes[-1:])
    full = vacancies_on(look.record, look.case.as_of) == 0
    said = f"Filled {short_day(successor.start)}" if successor else "Size changed" if sizes else "No seat is vacant"
    return look.ticked(computed(step, done=bool(rows) or full, evidence=look.evidence(*rows), said=said))


def _place(look: Look, seat: CommitteeSeat, day: date) -> Step:
    committee = look.record.find(Committee, seat.committee)
    name = committee.name if committee else "Committee"
    target = look.evidence(committee)[0] if committee else None
    step = Step(
        key=f"place:{seat.committee}", group=SEATS, page="board", target=target,
        title=f"{name}: a member in place of {look.name(seat.person)}",
        second="No shortfall found; the Board may leave the place free",
        words="The committee still has the members that the rules ask for. The Board fills the place, or leaves it.",
    )  # fmt: skip
    since = [s for s in look.record.where(CommitteeSeat, "committee", seat.committee) if s.start >= day]
    short = _short(look, seat.committee)
    if short is not None:
        return look.ticked(msgspec.structs.replace(from_finding(step, short), target=target))
    newest = min(since, key=lambda s: (s.start, s.id), default=None)
    said = f"{look.name(newest.person)}, {short_day(newest.start)}" if newest else ""
    return look.ticked(computed(step, done=newest is not None, evidence=look.evidence(newest), said=said))


def _short(look: Look, committee: str) -> Finding | None:
    """What falls short in a committee: its cure period above all."""
    found = [finding for finding in shortfalls(look) if finding.subject == committee]
    return min(found, key=lambda finding: not finding.clause.endswith("-CURE"), default=None)


def _chair(look: Look, chair: CommitteeChair) -> Step:
    committee = look.record.find(Committee, chair.committee)
    name = committee.name if committee else "committee"
    now = chair_of(look.record, chair.committee, look.case.as_of)
    step = Step(
        key=f"chair:{chair.committee}", group=SEATS, title=f"A chair of the {name}", page="board",
        second=f"{look.name(chair.person)} was its chair", target=look.evidence(committee)[0] if committee else None,
    )  # fmt: skip
    rows = [c for c in look.record.where(CommitteeChair, "committee", chair.committee) if c.person == now]
    return look.ticked(
        computed(step, done=now is not None, evidence=look.evidence(*rows[-1:]), said=look.name(now) if now else "")
    )


def _board_role(look: Look, tenure: RoleTenure) -> Step:
    held = [t for t in look.case.roles.on(look.case.as_of) if t.role is tenure.role]
    words = BOARD_ROLES[tenure.role]
    step = Step(key=f"role:{tenure.role}", group=SEATS, title=f"A {words}", page="board",
                second=f"{look.name(tenure.person)} was {words}")  # fmt: skip
    said = look.name(held[0].person) if held else ""
    return look.ticked(computed(step, done=bool(held), evidence=look.evidence(*held[:1]), said=said))


def majority(look: Look) -> Iterator[Step]:
    """The independent majority, by Nasdaq's rule and by the guidelines apart, where it falls short now."""
    clauses = ("LAW-NQ-5605b1-CURE", "LAW-NQ-5605b1", "GL-2.1")
    for finding in look.now:
        if finding.clause in clauses:
            step = Step(key=finding.clause, group=SEATS, title=finding.title, page="board")
            yield look.ticked(from_finding(step, finding))


def vacancy(look: Look) -> Iterator[Step]:
    """A new seat: whom the committee approves, and who fills it."""
    day = look.happening.day
    begun = [t for t in look.record.all(Appointment) if t.start >= day and t.replaces is None]
    appointed = min((t for t in begun if t.how is How.APPOINTED), key=lambda t: (t.start, t.id), default=None)
    yield approval(look, appointed, day)
    changes = sorted({t.start for t in look.record.all(Appointment) if day < t.start <= look.case.as_of})
    since = next((d for d in (day, *changes) if vacancies_on(look.record, d) == 0), None)
    filled = appointed.start if appointed else since
    step = Step(key="seat", group=SEATS, title="The new seat: filled, and put into a class", page="board",
                second="Until then the whole board counts it as vacant")  # fmt: skip
    said = f"Filled {short_day(filled)}" if filled else ""
    yield look.ticked(computed(step, done=filled is not None, evidence=look.evidence(appointed), said=said))


def committees_of(look: Look) -> Iterator[Step]:
    """The committees on which somebody sits who is no longer independent."""
    for committee in look.record.all(Committee):
        members = members_on(look.record, committee.id, look.case.as_of)
        sat = look.happening.person in members_on(look.record, committee.id, look.happening.day)
        if not sat:
            continue
        target = look.evidence(committee)[0]
        name = look.name(look.happening.person)
        step = Step(key=f"place:{committee.id}", group=SEATS, page="board", target=target,
                    title=f"{committee.name}: a member in place of {name}",
                    second=f"{name} is on the committee")  # fmt: skip
        short = _short(look, committee.id)
        gone = look.happening.person not in members
        if short is not None and not gone:
            yield look.ticked(msgspec.structs.replace(from_finding(step, short), target=target))
        else:
            yield look.ticked(computed(step, done=gone, evidence=(target,), said="No longer a member"))


# --- a new director


def new_director(look: Look) -> Iterator[Step]:
    """The committee's approval, the determination, the questionnaire, and the register."""
    person, term = look.happening.person, look.happening.row(Appointment)
    if term is not None:
        yield approval(look, term, look.happening.day)
    yield _determined(look, "Under each standard that the director’s committees ask for")
    back = [q for q in look.record.where(Questionnaire, "person", person) if q.received_on is not None]
    yield _answered(look, back, "The determination, and the form, rest on its answers")
    yield look.ticked(
        computed(
            Step(key="term", group=REGISTERS, title="Term in the register: class, seat and start", page="registers",
                 target=Evidence(Appointment.table, "", "")),
            done=term is not None and bool(term.class_), evidence=look.evidence(term), said="On record",
        )
    )  # fmt: skip


def _determined(look: Look, second: str) -> Step:
    """The Board's first determination of independence since it happened."""
    rows = look.record.where(Determination, "person", look.happening.person)
    made = [d for d in rows if d.decided_on >= look.happening.day]
    first = min((d.decided_on for d in made), default=None)
    made = [d for d in made if d.decided_on == first]
    step = Step(key="determination", group=SEATS, title="The Board determines independence", clause=PRACTICE,
                second=second, page="board")  # fmt: skip
    said = latest(d.decided_on for d in made)
    return look.ticked(computed(step, done=bool(made), evidence=look.evidence(*made), said=said))


def _answered(look: Look, back: list[Questionnaire], second: str) -> Step:
    step = Step(key="questionnaire", group=SEATS, title="Questionnaire back", second=second, page="board")
    said = latest(q.received_on for q in back)
    return look.ticked(computed(step, done=bool(back), evidence=look.evidence(*back[-1:]), said=said))


# --- officers


def new_officer(look: Look) -> Iterator[Step]:
    """An executive officer answers a questionnaire; a director who becomes an officer is weighed anew."""
    person, tenure = look.happening.person, look.happening.row(RoleTenure)
    if person in look.case.directors_on(look.happening.day):
        yield _determined(look, "Employment by the company bars independence under line A of Nasdaq’s definition")
        yield from committees_of(look)
    if tenure is not None and tenure.executive:
        rows = look.record.where(Questionnaire, "person", person)
        back = [q for q in rows if q.received_on is not None and q.received_on >= look.happening.day]
        yield _answered(look, back, "Of an executive officer too, each year")


def successor(look: Look) -> Iterator[Step]:
    """Who takes an office that falls vacant, or acts in it."""
    left = look.happening.row(RoleTenure)
    if left is None or left.role in (Role.EXECUTIVE_OFFICER, Role.OTHER_OFFICER):
        return
    since = left.end or look.happening.day
    held = [t for t in look.record.where(RoleTenure, "role", left.role) if t.id != left.id and t.start >= since]
    newest = min(held, key=lambda t: (t.start, t.id), default=None)
    step = Step(key="successor", group=SEATS, title="A successor, or who acts in the office", page="board",
                second="Form 8-K, Item 5.02(c) follows from the appointment, on its own clock")  # fmt: skip
    said = f"{look.name(newest.person)}, {short_day(newest.start)}" if newest else ""
    yield look.ticked(computed(step, done=newest is not None, evidence=look.evidence(newest), said=said))


def latest(days: Iterable[date | None]) -> str:
    """The latest of some days in words; empty where none is known."""
    found = sorted(day for day in days if day is not None)
    return short_day(found[-1]) if found else ""
