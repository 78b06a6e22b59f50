"""Who selected or recommended a nominee: independent directors, or a committee of theirs (Nasdaq 5605(e)(1), (3))."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from boarddesk.domain.committees import Committee, CommitteeKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, MeetingKind
from boarddesk.domain.motions import Choice, Motion, MotionKind, Vote
from boarddesk.domain.people import Appointment, How
from boarddesk.domain.row import Row
from boarddesk.rules.case import HELD, Case
from boarddesk.rules.committee_members import exceptional
from boarddesk.rules.committee_phase_in import stands
from boarddesk.rules.decisions import Decision
from boarddesk.rules.independence import Ruling, Standing
from boarddesk.rules.judge import Judge
from boarddesk.rules.params import Value
from boarddesk.rules.phase_in import COMMITTEE_QUALIFIED, phase_in
from boarddesk.rules.slate import approvals, slate_verdict
from boarddesk.rules.words import listed, number, on, sentence

LEAST = "nominating_exception_members"
VOTED = (Choice.FOR, Choice.AGAINST, Choice.ABSTAIN)
OPEN = (Status.NOT_MET, Status.CANNOT_JUDGE)


class Selection(NamedTuple):
    """What one selection or recommendation comes to: `words` is one sentence without its full stop."""

    status: Status
    words: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()
    relied: tuple[Value, ...] = ()
    remedy: str = ""


def nomination_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a nominee of an election, and one a director whom the Board appointed.

    An annual meeting whose election or nominees are not on record has one that says so.
    """
    days = set()
    for election in case.record.all(Election):
        day, nominees = election.held_on, case.record.where(Nominee, "election", election.id)
        days.add(day)
        if case.judged(day):
            for nominee in nominees:
                yield _found(judge, day, nominee.person, _of_nominee(case, election, nominee))
            if not nominees and day <= case.as_of:
                yield _unknown(judge, day, election, f"nominees of the election of {on(day)}")
    for meeting in case.meetings(STOCKHOLDERS):
        held = meeting.kind is MeetingKind.ANNUAL and meeting.state in HELD
        if held and meeting.day not in days and case.judged(meeting.day):
            yield _unknown(judge, meeting.day, meeting, f"the election of {on(meeting.day)} and its nominees")
    for term in case.record.all(Appointment):
        if term.how is How.APPOINTED and case.judged(term.start):
            yield _found(judge, term.start, term.person, _of_appointee(case, term))


def _unknown(judge: Judge, day: date, subject: Row, gap: str) -> Finding:
    because = f"{sentence(gap)} are not on record."
    return judge.find(Status.CANNOT_JUDGE, because, day, subject, evidence=[subject], missing=(gap,))


def _found(judge: Judge, day: date, person: str, made: Selection) -> Finding:
    remedies = {
        Status.NOT_MET: f"This cannot be cured for the nomination of {on(day)}.",
        Status.JUDGMENT_NEEDED: made.remedy or "A view of counsel, kept with the record of the nomination.",
    }
    return judge.find(
        made.status, f"{made.words}.", day, person, evidence=dict.fromkeys(made.rows), missing=made.missing,
        relied=made.relied, remedy=remedies.get(made.status, ""),
        due=day if made.status is Status.NOT_YET_DUE else None,
    )  # fmt: skip


def _of_nominee(case: Case, election: Election, nominee: Nominee) -> Selection:
    found = approvals(case, election, nominee)
    verdict = slate_verdict(case, election, nominee, found)
    words, rows = verdict.because.removesuffix("."), (nominee, *found.rows)
    if verdict.status is Status.MET:
        ours = min(found.approving, key=lambda d: (d.day or date.max, d.motion.id))
        return _beside(by_committee(case, ours), words, rows)
    if verdict.status in OPEN:
        last = min((act.day for act in found.acts), default=election.held_on)
        alone = _best(case, nominee.person, found.since, last)
        if alone is not None:
            return alone._replace(rows=(*rows, *alone.rows))
        return Selection(verdict.status, words, rows, verdict.missing, (majority_on(case, last),))
    return Selection(verdict.status, words, rows, verdict.missing)


def majority_on(case: Case, day: date) -> Value:
    """How many of the independent directors decide alone on a day."""
    return case.parameters.value("majority", day)


def _of_appointee(case: Case, term: Appointment) -> Selection:
    """By the committee before the Board's motion, or by the independent directors alone.

    The rule speaks of nominees; whether it reaches an appointment by the Board is left to counsel.
    """
    name, when = case.name(term.person), on(term.start)
    board = case.decisions.by_id(term.motion)
    named = [case.decisions.of(m) for m in case.decisions.motions(MotionKind.NOMINATE, last=term.start)
             if term.person in m.subjects and case.is_kind(m.body, CommitteeKind.NOMINATING)]  # fmt: skip
    ours = [d for d in named if d.carried]
    rows: tuple[Row, ...] = (term, *(d.motion for d in named), *([board.motion] if board else []))
    if board is not None and (before := [d for d in ours if d.before(board)]):
        committee, day = case.body(before[-1].motion.body, term.start), before[-1].day or term.start
        words = f"The {committee} recommended {name} on {on(day)}, before the Board appointed {name} on {when}"
        return _beside(by_committee(case, before[-1]), words, rows)
    alone = alone_vote(case, board, name) if board is not None else None
    if alone is not None and alone.status is Status.MET:
        return alone._replace(rows=(*rows, *alone.rows))
    if board is None or board.day is None:
        words = f"{name} was appointed on {when}; the Board's motion is not on record"
        return Selection(Status.CANNOT_JUDGE, words, rows, ("appointing motion of the Board",))
    if any(d.before(board) is None for d in ours):
        words = f"{name} was recommended and appointed on {when}; which came first is not on record"
        return Selection(Status.CANNOT_JUDGE, words, rows, ("hour of the recommendation and of the appointment",))
    words = f"{name} was appointed on {when} without a recommendation of independent directors on record"
    words = f"{words}; whether the rule reaches an appointment by the Board is for counsel"
    return Selection(Status.JUDGMENT_NEEDED, words, rows, relied=(majority_on(case, board.day),))


def _beside(made: Selection, words: str, rows: tuple[Row, ...]) -> Selection:
    """What the committee's members make of a recommendation that came in time."""
    return made._replace(words=f"{words}; {made.words}", rows=(*rows, *made.rows))


def by_committee(case: Case, decision: Decision) -> Selection:
    """Whether only independent directors sat on the committee that decided; one may be exceptional and limited."""
    body, day = decision.motion.body, decision.day or case.as_of
    name, members = case.body(body, day), case.members_on(body, day)
    if not members:
        words = f"who sat on the {name} on {on(day)} is not on record"
        return Selection(Status.CANNOT_JUDGE, words, (), (f"members of the {name} on {on(day)}",))
    rulings: dict[str, Ruling] = {person: case.independence.ruling(person, day) for person in members}
    rows = tuple(r.determination for r in rulings.values() if r.determination is not None)
    groups = {standing: [p for p, r in rulings.items() if r.standing is standing] for standing in Standing}
    barred = groups[Standing.NOT_INDEPENDENT]
    if barred:
        return _not_all(case, body, day, barred, len(members), rows)
    if groups[Standing.UNDETERMINED]:
        open_ = groups[Standing.UNDETERMINED]
        gaps = tuple(f"determination of independence of {case.name(p)} by {on(day)}" for p in open_)
        words = f"no determination by then of the independence of {listed(map(case.name, open_))}, on the committee, is"
        words = f"{words} on record"
        return Selection(Status.CANNOT_JUDGE, words, rows, gaps)
    if groups[Standing.UNDER_REVIEW]:
        names = listed(map(case.name, groups[Standing.UNDER_REVIEW]))
        changed = tuple(r.changed for r in rulings.values() if r.changed is not None)
        words = f"an answer of {names}, on the committee, had changed since the determination"
        remedy = "A view of the Board on whether the changed answer bore on the independence of that day."
        return Selection(Status.JUDGMENT_NEEDED, words, (*rows, *changed), remedy=remedy)
    return Selection(
        Status.MET, f"all its members were determined independent: {listed(map(case.name, members))}", rows
    )


def _not_all(case: Case, body: str, day: date, barred: list[str], size: int, rows: tuple[Row, ...]) -> Selection:
    names, least = listed(map(case.name, barred)), case.parameters.value(LEAST, day)
    made = exceptional(case, barred[0], body, day)
    if len(barred) == 1 and made is not None and size >= least.number:
        words = f"{names}, not independent, served on it in exceptional and limited circumstances"
        words = f"{words}, as the Board found on {on(made.decided_on)}"
        return Selection(Status.EXCEPTION_RELIED_ON, words, (*rows, made), (), (least,))
    words = f"{names}, on the committee, {'was' if len(barred) == 1 else 'were'} not independent"
    committee, phase = case.record.find(Committee, body), phase_in(case, COMMITTEE_QUALIFIED, day)
    if committee is None or phase is None:
        return Selection(Status.NOT_MET, words, rows, (), (least,))
    if not phase.runs(day):
        return Selection(Status.NOT_MET, words, rows, (), (least, *phase.relied))
    found = stands(case, phase, committee, day, barred)
    return Selection(found.status, f"{words}; {found.words}", rows, found.missing, (least, *found.relied))


def _best(case: Case, person: str, since: date, last: date) -> Selection | None:
    """The first vote of the independent directors alone on a nominee that satisfies the rule, up to a day."""
    for motion in case.decisions.motions(MotionKind.NOMINATE, since, last):
        if person in motion.subjects and motion.body in (BOARD, INDEPENDENT):
            made = alone_vote(case, case.decisions.of(motion), case.name(person))
            if made is not None and made.status is Status.MET:
                return made
    return None


def alone_vote(case: Case, decision: Decision, name: str) -> Selection | None:
    """A vote in which independent directors alone took part, carried by a majority of them all; else None."""
    day = decision.day
    if day is None or not decision.carried:
        return None
    votes = [vote for vote in case.record.where(Vote, "motion", decision.motion.id) if vote.choice in VOTED]
    independent = case.independence.headcount(day).independent
    if not votes or any(vote.person not in independent for vote in votes):
        return None
    yes = sum(vote.choice is Choice.FOR for vote in votes)
    value = majority_on(case, day)
    majority = value.fraction
    if yes * majority.denominator <= majority.numerator * len(independent):
        return None
    motion: Motion = decision.motion
    words = f"In a vote of independent directors alone on {on(day)}, {number(yes)} of the {number(len(independent))}"
    words = f"{words} in office were for {name}"
    return Selection(Status.MET, words, (motion,), relied=(value,))
