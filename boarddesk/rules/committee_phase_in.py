"""Who counts towards the steps of a committee's phase-in, and whether it ever stood whole (Nasdaq 5615(b)(1))."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from msgspec.structs import replace

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.independence import Standard
from boarddesk.rules.case import Case
from boarddesk.rules.committee_members import exceptional
from boarddesk.rules.independence import Standing
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import AUDIT_QUALIFIED, COMMITTEE_QUALIFIED, PhaseIn, Schedule, phase_in
from boarddesk.rules.words import on

OPEN = (Standing.UNDETERMINED, Standing.UNDER_REVIEW)


class Stands(NamedTuple):
    """What a phase-in makes of a committee on a day: the status, the words, when more is asked, what would tell."""

    status: Status
    words: str
    due: date | None
    missing: tuple[str, ...]
    relied: tuple[Value, ...]


def qualified_schedule(kind: CommitteeKind) -> Schedule:
    """The phase-in of the members' qualifications on a committee of a kind."""
    return AUDIT_QUALIFIED if kind is CommitteeKind.AUDIT else COMMITTEE_QUALIFIED


def members_phase_in(case: Case, kind: CommitteeKind, day: date) -> PhaseIn | None:
    """The phase-in of the members' qualifications, where it bears on a day."""
    return phase_in(case, qualified_schedule(kind), day)


def standing_of(case: Case, committee: Committee, person: str, day: date) -> Standing:
    """A member's standing on a committee; who serves by way of exception stands as the rule allows."""
    if committee.kind is CommitteeKind.AUDIT:
        audit = case.independence.ruling(person, day, Standard.AUDIT)
        if audit.standing is Standing.NOT_INDEPENDENT:
            return Standing.NOT_INDEPENDENT
    ruling = case.independence.ruling(person, day)
    excepted = ruling.standing is Standing.NOT_INDEPENDENT and ruling.office is None
    if excepted and exceptional(case, person, committee.id, day) is not None:
        return Standing.INDEPENDENT
    return ruling.standing


def stands(
    case: Case, phase: PhaseIn, committee: Committee, day: date, failing: Collection[str], *, whole: bool = True
) -> Stands:
    """What the phase-in makes of a committee on which some are known to fail what the rule asks of a member.

    `whole` is False where others than determinations tell that it never stood whole before.
    """
    members = case.members_on(committee.id, day)
    standings = {person: standing_of(case, committee, person, day) for person in members if person not in failing}
    have = sum(standing is Standing.INDEPENDENT for standing in standings.values())
    unknown = [person for person, standing in standings.items() if standing in OPEN]
    asked, size = phase.asked(day, len(members)), len(members)
    if have >= asked:
        due = phase.next_due(day, have, size)
        return Stands(Status.IN_PHASE_IN, phase.words(day, have, size), due, (), phase.relied)
    if have + len(unknown) >= asked:
        gaps = tuple(f"determination of independence of {case.name(person)}" for person in unknown)
        words = f"whether that is enough for the phase-in after listing cannot be told; {phase.words(day, have, size)}"
        return Stands(Status.CANNOT_JUDGE, words, None, gaps, phase.relied)
    if whole and stood_whole(case, committee, phase.listed, day):
        words = f"{phase.words(day, size, size)}, as the committee stood whole within it before"
        return Stands(Status.IN_PHASE_IN, words, phase.ends, (), phase.relied)
    return Stands(Status.NOT_MET, phase.words(day, have, size), None, (), phase.relied)


def size_stands(phase: PhaseIn, day: date, have: int, *, stood: bool) -> Stands:
    """What the phase-in makes of a number of members; `stood` where there were enough of them within it before."""
    if have >= phase.asked(day, 0):
        due = phase.next_due(day, have, 0)
        return Stands(Status.IN_PHASE_IN, phase.words(day, have, 0), due, (), phase.relied)
    if stood:
        words = f"the phase-in after listing allows for that until {on(phase.ends)}, as there were enough before"
        return Stands(Status.IN_PHASE_IN, words, phase.ends, (), phase.relied)
    return Stands(Status.NOT_MET, phase.words(day, have, 0), None, (), phase.relied)


def stood_whole(case: Case, committee: Committee, listed: date, before: date) -> bool:
    """Whether all members were qualified on some day from the listing until a day, as far as the Board determined."""
    days = {listed, *case.seats(committee.id).days, *case.independence.days}
    for day in sorted(day for day in days if listed <= day < before):
        members = case.members_on(committee.id, day)
        if members and all(standing_of(case, committee, p, day) is Standing.INDEPENDENT for p in members):
            return True
    return False


def phased(case: Case, phase: PhaseIn, found: Finding, failing: Collection[str], day: date, *, whole: bool) -> Finding:
    """A member's finding that something fails, as the phase-in after listing has it on the last day judged."""
    committee = next((c for c in case.record.where(Committee, "kind", CommitteeKind.AUDIT)
                      if found.subject in case.members_on(c.id, day)), None)  # fmt: skip
    found = named_too(found, phase)
    if committee is None or not phase.runs(day):
        return found
    made = stands(case, phase, committee, day, failing, whole=whole)
    return replace(
        found, status=made.status, because=f"{found.because.removesuffix('.')}; {made.words}.", due=made.due,
        missing=(*found.missing, *made.missing),
    )  # fmt: skip


def named_too(found: Finding, phase: PhaseIn) -> Finding:
    """A finding near the end of a phase-in: with another length of it the result would be another."""
    named = (*found.parameters, *(value.used for value in phase.relied))
    return replace(found, parameters=tuple(dict.fromkeys(named)))
