"""The slate put to the stockholders: whether the nominating committee approved each nominee first (GL-2.2a)."""

from bisect import bisect_left
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.finding import Status
from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Motion, MotionKind, Result
from boarddesk.domain.people import Appointment, How
from boarddesk.domain.row import Row
from boarddesk.rules.case import HELD, Case
from boarddesk.rules.decisions import Decision
from boarddesk.rules.words import on

ONE_DAY = timedelta(days=1)


class Act(NamedTuple):
    """What put a nominee before the stockholders: a motion of the Board, or the proxy statement (no hour known)."""

    row: Row
    day: date
    words: str
    decision: Decision | None = None


class Approvals(NamedTuple):
    """What is on record of one nominee: the committee's decisions, oldest first, and the acts that followed or not."""

    ours: tuple[Decision, ...]
    acts: tuple[Act, ...]
    since: date

    @property
    def approving(self) -> list[Decision]:
        """The committee's decisions that carried."""
        return [d for d in self.ours if d.carried]

    @property
    def binding(self) -> list[Act]:
        """What an approval must come before: the Board's last motion and the first proxy statement, by day."""
        motions = [act for act in self.acts if act.decision]
        published = [act for act in self.acts if not act.decision]
        return sorted([*motions[-1:], *published[:1]], key=lambda act: act.day)

    @property
    def published(self) -> bool:
        """Whether the proxy statement has gone out."""
        return any(act.decision is None for act in self.acts)

    @property
    def rows(self) -> list[Row]:
        """All of it as evidence."""
        return [*(d.motion for d in self.ours), *(act.row for act in self.acts)]


class Verdict(NamedTuple):
    """What one nomination comes to."""

    status: Status
    because: str
    missing: tuple[str, ...] = ()

    def remedy(self, case: Case, election: Election, found: Approvals) -> str:
        """What would put it right: only while the election is ahead and no proxy statement has gone out."""
        if self.status is not Status.NOT_MET:
            return ""
        if election.held_on > case.as_of and not found.published:
            return "The committee's approval, and after it a new motion of the Board, before the proxy statement."
        return f"This cannot be cured for the election of {on(election.held_on)}."


def approvals(case: Case, election: Election, nominee: Nominee) -> Approvals:
    """The committee's and the Board's decisions on a nominee since the election before, and the proxy statement.

    A nomination for a vacancy does not serve for the ballot: only what came after the appointment counts.
    """
    since = _since(case, election, nominee)
    named = list(case.decisions.motions(MotionKind.NOMINATE, since, election.held_on))
    linked = case.record.find(Motion, nominee.nominated_by)
    decided = [case.decisions.of(m) for m in named if nominee.person in m.subjects or m is linked]
    if linked is not None and linked not in named:
        decided.insert(0, case.decisions.of(linked))
    known = [d for d in decided if d.day is not None and d.day <= case.as_of]
    ours = [d for d in known if case.is_kind(d.motion.body, CommitteeKind.NOMINATING)]
    acts = [
        Act(d.motion, d.day, f"the Board's motion of {on(d.day)}", d)
        for d in known
        if d.motion.body == BOARD and d.day and d.result not in (Result.FAILED, Result.NO_ACTION)
    ]
    acts.extend(
        Act(filing, filing.made_on, f"the proxy statement of {on(filing.made_on)}")
        for filing in case.record.where(Filing, "kind", FilingKind.PROXY_STATEMENT)
        if filing.meeting in (None, election.meeting) and since <= filing.made_on <= election.held_on
    )
    return Approvals(tuple(ours), tuple(sorted(acts, key=lambda act: (_moment(act), act.row.id))), since)


def _moment(act: Act) -> datetime:
    """For the order of acts alone: the hour where it is known, else the end of the day."""
    moment = act.decision.moment if act.decision else None
    return moment or datetime.combine(act.day, time.max)


def _since(case: Case, election: Election, nominee: Nominee) -> date:
    days = case.once("election days", lambda c: sorted({e.held_on for e in c.record.all(Election)}))
    index = bisect_left(days, election.held_on)
    known = [days[index - 1] + ONE_DAY] if index else []
    terms = case.record.where(Appointment, "person", nominee.person)
    known.extend(t.start + ONE_DAY for t in terms if t.how is How.APPOINTED and t.start < election.held_on)
    return max(known, default=date.min)


def slate_verdict(case: Case, election: Election, nominee: Nominee, found: Approvals) -> Verdict:
    """Whether the committee approved a nominee before the Board or the proxy statement put the nominee forward."""
    name, committee = case.name(nominee.person), case.body("nominating", min(election.held_on, case.as_of))
    if not found.acts:
        return _nothing_put(case, election, found, name, committee)
    orders = {_before(d, found.binding): d for d in found.approving}
    first = found.binding[0]
    if True in orders and (day := orders[True].day):
        return Verdict(Status.MET, f"The {committee} approved {name} on {on(day)}, before {first.words}.")
    if None in orders:
        because = f"The {committee} approved {name} on the day of {first.words}; which came first is not on record."
        return Verdict(Status.CANNOT_JUDGE, because, (f"hour of the {committee}'s approval and of {first.words}",))
    if any(d.result is None for d in found.ours):
        because = f"The result of the {committee}'s motion to nominate {name} is not recorded."
        return Verdict(Status.CANNOT_JUDGE, because, (f"result of the {committee}'s motion to nominate {name}",))
    if found.approving and (late := found.approving[0].day):
        return Verdict(Status.NOT_MET, f"The {committee} approved {name} only on {on(late)}, after {first.words}.")
    return _unapproved(case, election, nominee, found, committee)


def _before(approval: Decision, acts: list[Act]) -> bool | None:
    """Whether an approval came before all of them; None where the hours of one day are not known."""
    orders = [_order(approval, act) for act in acts]
    return False if False in orders else None if None in orders else True


def _order(approval: Decision, act: Act) -> bool | None:
    if act.decision is not None:
        return approval.before(act.decision)
    if approval.day is None or approval.day == act.day:
        return None
    return approval.day < act.day


def _nothing_put(case: Case, election: Election, found: Approvals, name: str, committee: str) -> Verdict:
    when = on(election.held_on)
    approved = on(day) if found.approving and (day := found.approving[0].day) else ""
    if election.held_on > case.as_of:
        if approved:
            because = f"The {committee} approved {name} on {approved}; the Board has not put the slate of {when} yet."
        else:
            because = f"The {committee} has not approved {name}, a nominee of {when}, yet."
        return Verdict(Status.NOT_YET_DUE, because)
    gap = f"the Board's motion on the slate of {when}, or the day of the proxy statement"
    if approved:
        because = f"The {committee} approved {name} on {approved}; when the slate of {when} was put is not on record."
        return Verdict(Status.CANNOT_JUDGE, because, (gap,))
    because = f"Neither an approval of {name} by the {committee} nor when the slate of {when} was put is on record."
    return Verdict(Status.CANNOT_JUDGE, because, (f"the {committee}'s motion to nominate {name}", gap))


def _unapproved(case: Case, election: Election, nominee: Nominee, found: Approvals, committee: str) -> Verdict:
    name, when = case.name(nominee.person), on(election.held_on)
    if nominee.proposed_by and not any(act.decision for act in found.acts):
        said = f"{name} was put forward by {nominee.proposed_by}"
        because = f"{said}; whether as part of the Board's own slate of {when} is not on record."
        return Verdict(Status.JUDGMENT_NEEDED, because)
    body = case.committee("nominating", election.held_on)
    held = body and any(m.state in HELD for m in case.meetings(body.id, found.since, election.held_on))
    if not held and not found.ours:
        because = f"No meeting or motion of the {committee} before the election of {when} is on record."
        return Verdict(Status.CANNOT_JUDGE, because, (f"minutes of the {committee} before {when}",))
    because = f"{name} was put to the stockholders by {found.binding[0].words} without an approval of the {committee}."
    return Verdict(Status.NOT_MET, because)
