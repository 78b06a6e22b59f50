"""Yearly approval of an executive officer's pay by the compensation committee (GL-1.7, GL-1.8)."""

from datetime import date, timedelta

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.meetings import AHEAD, Meeting
from boarddesk.domain.motions import Motion, MotionKind, PayComponent
from boarddesk.domain.people import Role, RoleTenure
from boarddesk.rules.case import HELD, Case, Period
from boarddesk.rules.decisions import Decision
from boarddesk.rules.duty import DUE_SOON
from boarddesk.rules.judge import Judge
from boarddesk.rules.words import dates, listed, on

ONE_DAY = timedelta(days=1)
Verdict = tuple[Status, str, tuple[str, ...]]


def officers(case: Case, year: Period) -> dict[str, RoleTenure]:
    """The executive officers in post at the end of a year, or on the as-of day, by person; the CEO among them."""
    found: dict[str, RoleTenure] = {}
    for tenure in case.roles.on(year.cut):
        if (tenure.executive or tenure.role is Role.CEO) and (tenure.role is Role.CEO or tenure.person not in found):
            found[tenure.person] = tenure
    return found


def pay_decisions(case: Case, year: Period) -> dict[str, list[Decision]]:
    """The motions on executive pay of one fiscal year, by officer."""
    found: dict[str, list[Decision]] = {}
    for decision in case.decisions.of_kind(MotionKind.EXECUTIVE_PAY, year.first, year.cut):
        for person in decision.motion.subjects:
            found.setdefault(person, []).append(decision)
    return found


def pay_finding(case: Case, judge: Judge, year: Period, officer: RoleTenure) -> Finding:
    """Whether the committee approved one officer's pay, cash and equity, in a fiscal year."""
    name = case.name(officer.person)
    made = case.once(f"pay {year.id}", lambda c: pay_decisions(c, year)).get(officer.person, [])
    ours = [d for d in made if case.is_kind(d.motion.body, CommitteeKind.COMPENSATION)]
    approved = [d for d in ours if d.carried]
    parts = {part for d in approved for part in d.motion.components}
    rows = [d.motion for d in (approved or ours or made)]
    committee = case.body("compensation", year.cut)
    lacking = [part.value for part in PayComponent if part not in parts]
    if not lacking:
        because = f"The {committee} approved the pay of {name}, cash and equity, on {dates(_days(approved))}."
        return judge.find(Status.MET, because, year, officer.person, evidence=rows)
    unclear = [d for d in ours if d.result is None]
    if unclear:
        because = (
            f"The result of the {committee}'s motion on the pay of {name} of {dates(_days(unclear))} is not recorded."
        )
        return judge.find(
            Status.CANNOT_JUDGE, because, year, officer.person, evidence=rows, missing=("result of that motion",)
        )
    wrong = [d for d in made if d.carried and d not in ours]
    until = f"A motion of the {committee} by {on(year.last)}." if not year.past else _too_late(year)
    if approved and year.past:
        because = (
            f"The {committee} approved the pay of {name} on {dates(_days(approved))}, but not its {listed(lacking)}."
        )
        return judge.find(Status.NOT_MET, because, year, officer.person, evidence=rows, remedy=until)
    if wrong and not approved:
        body = case.body(wrong[-1].motion.body, year.cut)
        because = f"The pay of {name} was approved on {dates(_days(wrong))} by the {body}, not by the {committee}."
        return judge.find(Status.NOT_MET, because, year, officer.person, evidence=rows, remedy=until)
    if year.past:
        return _undone(case, judge, year, officer, committee)
    return _to_come(case, judge, year, officer, committee, [*(["the whole"] if not approved else lacking)])


def _undone(case: Case, judge: Judge, year: Period, officer: RoleTenure, committee: str) -> Finding:
    name = case.name(officer.person)
    body = case.committee("compensation", year.cut)
    held = [m for m in case.meetings(body.id, year.first, year.last) if m.state in HELD] if body else []
    if not held:
        because = f"No meeting of the {committee} in {year.label} is on record, nor a motion on the pay of {name}."
        missing = (f"meetings of the {committee} in {year.label}",)
        return judge.find(Status.CANNOT_JUDGE, because, year, officer.person, missing=missing)
    because = f"No motion of the {committee} on the pay of {name} carried in {year.label}."
    return judge.find(
        Status.OVERDUE, because, year, officer.person, evidence=held, due=year.last, remedy=_too_late(year)
    )


def _to_come(
    case: Case, judge: Judge, year: Period, officer: RoleTenure, committee: str, lacking: list[str]
) -> Finding:
    body = case.committee("compensation", case.as_of)
    ahead: list[Meeting] = []
    if body is not None and year.running:
        ahead = [m for m in case.meetings(body.id, case.as_of, year.last) if m.state in AHEAD]
    due = ahead[-1].starts.date() if ahead else year.last
    soon = judge.value(DUE_SOON, year.cut)
    near = year.running and due - case.as_of <= timedelta(days=soon.number)
    part = "" if lacking == ["the whole"] else f"{listed(lacking)} part of the "
    place = f"the {committee} meets on {on(due)}" if ahead else f"the year ends on {on(due)}"
    because = f"The {part}pay of {case.name(officer.person)} has not been approved yet in {year.label}; {place}."
    remedy = (
        f"A motion of the {committee}, cash and equity, on {on(due)}." if ahead else f"A motion of the {committee}."
    )
    return judge.find(
        Status.DUE_SOON if near else Status.NOT_YET_DUE, because, year, officer.person,
        evidence=ahead[-1:], due=due, remedy=remedy, relied=(soon,),
    )  # fmt: skip


def no_officers(judge: Judge, year: Period, what: str) -> Finding:
    """Where the record names no such officer there is nothing to judge by."""
    because = f"No {what} is on record for {year.label}."
    return judge.find(Status.CANNOT_JUDGE, because, year, missing=(f"who was {what}",))


def _days(decisions: list[Decision]) -> list[date]:
    return [d.day for d in decisions if d.day is not None]


def _too_late(year: Period) -> str:
    return f"This cannot be cured for {year.label}."


def director_pay_verdict(case: Case, decision: Decision) -> Verdict:
    """Whether the board's decision on directors' pay followed a recommendation of the committee (GL-6.2)."""
    advised = _fresh_advice(case, decision)
    said = f"The Board approved directors' pay on {on(decision.day) if decision.day else 'a day not on record'}"
    orders = {advice.before(decision): advice for advice in advised}
    if True in orders:
        advice = orders[True].day
        return Status.RECORDED, f"{said}, after the committee's recommendation of {on(advice) if advice else ''}.", ()
    if None in orders:
        gaps = ("hour of the recommendation and of the decision",)
        return Status.CANNOT_JUDGE, f"{said}; whether the recommendation of that day came first is not on record.", gaps
    if advised:
        return Status.JUDGMENT_NEEDED, f"{said}, before the committee recommended it.", ()
    return Status.JUDGMENT_NEEDED, f"{said}; no recommendation of the committee is on record.", ("recommendation",)


def by_committee(case: Case, motion: Motion) -> bool:
    """Whether a motion is the compensation committee's."""
    return case.is_kind(motion.body, CommitteeKind.COMPENSATION)


def _fresh_advice(case: Case, decision: Decision) -> list[Decision]:
    """Carried recommendations since the board's decision before this one: an older one does not serve twice."""
    earlier = case.decisions.motions(MotionKind.DIRECTOR_PAY, last=decision.day)
    done = [d for motion in earlier if (d := case.decisions.of(motion)).carried and d.day and d.day != decision.day]
    since = done[-1].day + ONE_DAY if done and done[-1].day else None
    found = case.decisions.of_kind(MotionKind.DIRECTOR_PAY_RECOMMEND, since, case.as_of)
    return [d for d in found if d.carried and by_committee(case, d.motion)]
