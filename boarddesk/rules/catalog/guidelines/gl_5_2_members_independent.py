"""GL-5.2: all members of the standing committees are independent under their committee's standard."""

from collections.abc import Iterator

from boarddesk.rules.api import STANDARDS, Case, Finding, Judge, Status, members_verdict, rule

REMEDIES = {
    Status.NOT_MET: "A member who is independent instead.",
    Status.JUDGMENT_NEEDED: "A determination by the Board on the changed answer.",
    Status.CANNOT_JUDGE: "A determination by the Board.",
}


@rule("GL-5.2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a standing committee and quarter, by the worst day in it."""
    for quarter in case.quarters:
        if quarter.ahead:
            continue
        for committee in case.committees_on(quarter.cut):
            if committee.kind in STANDARDS:
                found = members_verdict(case, quarter, committee)
                yield judge.find(
                    found.status,
                    found.because,
                    quarter,
                    committee,
                    evidence=found.rows,
                    missing=found.missing,
                    remedy=REMEDIES.get(found.status, ""),
                )
