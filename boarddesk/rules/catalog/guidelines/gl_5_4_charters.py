"""GL-5.4: each standing committee has a charter of its own in force."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Committee,
    Document,
    DocumentKind,
    Finding,
    Judge,
    Period,
    Status,
    first_gap,
    on,
    rule,
)


@rule("GL-5.4")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a standing committee and quarter."""
    for quarter in case.quarters:
        if not quarter.ahead:
            for committee in case.committees_on(quarter.cut):
                if committee.standing:
                    yield _committee(case, judge, quarter, committee)


def _committee(case: Case, judge: Judge, quarter: Period, committee: Committee) -> Finding:
    charters = [
        d for d in case.record.where(Document, "committee", committee.id) if d.kind is DocumentKind.COMMITTEE_CHARTER
    ]
    if not charters:
        because = f"No charter of the {committee.name} is on record."
        missing = (f"charter of the {committee.name}",)
        return judge.find(Status.CANNOT_JUDGE, because, quarter, committee, missing=missing)
    day = first_gap(charters, max(quarter.first, committee.start), quarter.cut)
    if day is not None:
        gaps = tuple(f"day from which {d.title} is in force" for d in charters if d.effective_from is None)
        because = f"No charter of the {committee.name} was in force on {on(day)}."
        return judge.find(
            Status.CANNOT_JUDGE if gaps else Status.NOT_MET, because, quarter, committee, evidence=charters,
            missing=gaps, remedy=f"A charter of the {committee.name}, adopted by the Board.",
        )  # fmt: skip
    current = [d for d in charters if d.in_force_on(quarter.cut)]
    begun = min(d.effective_from for d in current if d.effective_from)
    because = f"The charter of the {committee.name} has been in force since {on(begun)}."
    return judge.find(Status.MET, because, quarter, committee, evidence=current)
