"""GL-5.1: an audit, a compensation and a nominating and governance committee."""

from collections.abc import Iterator
from datetime import date

from boarddesk.rules.api import (
    Case,
    Committee,
    CommitteeKind,
    Finding,
    Judge,
    Period,
    Status,
    listed,
    on,
    rule,
    sentence,
)

WANTED = (CommitteeKind.AUDIT, CommitteeKind.COMPENSATION, CommitteeKind.NOMINATING)


@rule("GL-5.1")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter: the three committees in being, with members, on every day of it."""
    committees = [c for c in case.record.all(Committee) if c.kind in WANTED]
    edges = {c.start for c in committees} | {c.end for c in committees if c.end}
    edges |= {day for c in committees for day in case.seats(c.id).days}
    for quarter in case.quarters:
        if quarter.ahead:
            yield judge.ahead(quarter)
        else:
            days = [quarter.first, *sorted(day for day in edges if quarter.first < day <= quarter.cut)]
            yield _quarter(case, judge, quarter, days)


def _quarter(case: Case, judge: Judge, quarter: Period, days: list[date]) -> Finding:
    there = [c for c in case.committees_on(quarter.cut) if c.kind in WANTED]
    if not any(c.start <= quarter.cut for c in case.record.all(Committee)):
        because = f"No committee is on record for {quarter.label}."
        return judge.find(Status.CANNOT_JUDGE, because, quarter, missing=("committees and their members",))
    for day in days:
        standing = {c.kind: c for c in case.committees_on(day) if c.standing}
        gone = [kind.value for kind in WANTED if kind not in standing]
        since = f"from {on(day)} " if day > quarter.first else ""
        if gone:
            because = sentence(f"{since}no {listed(gone)} committee was in being.")
            remedy = "A resolution of the Board that sets it up."
            return judge.find(Status.NOT_MET, because, quarter, evidence=there, remedy=remedy)
        for committee in standing.values():
            if committee.kind in WANTED and not case.members_on(committee.id, day):
                known = any(d <= day for d in case.seats(committee.id).days)
                status = Status.NOT_MET if known else Status.CANNOT_JUDGE
                because = sentence(f"{since}no member of the {committee.name} is on record.")
                gaps = () if known else (f"members of the {committee.name}",)
                return judge.find(status, because, quarter, evidence=there, missing=gaps)
    because = f"{listed(c.name for c in there)} were in being, with members."
    return judge.find(Status.MET, because, quarter, evidence=there)
