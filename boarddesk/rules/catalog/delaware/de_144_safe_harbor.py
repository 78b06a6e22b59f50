"""LAW-DE-144: whether dealings of directors and officers are within the safe harbor; not shown is no breach."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    MotionKind,
    RelatedTransaction,
    Row,
    Status,
    began,
    harbor_point,
    own_pay_point,
    rule,
)

REMEDY = "Approval with all material facts known: by most of the disinterested directors, or by such stockholders."
OWN_PAY = "Approval by most of the votes of disinterested stockholders who know all material facts (§144(a)(2))."


@rule("LAW-DE-144")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a dealing, one a decision of the directors on their own pay, and one for each year without any."""
    seen = set()
    for dealing in case.record.all(RelatedTransaction):
        day = began(case, dealing)
        if case.judged(day):
            seen.add(case.calendar.year_of(day))
            yield _dealing(case, judge, dealing)
    for year in case.years:
        for decided in case.decisions.of_kind(MotionKind.DIRECTOR_PAY, year.first, year.cut):
            point = own_pay_point(case, decided)
            if point is not None and decided.day is not None:
                seen.add(year.year)
                yield judge.find(
                    point.status,
                    f"{point.text}.",
                    case.quarter_holding(decided.day),
                    decided.motion,
                    evidence=point.rows,
                    remedy=OWN_PAY if point.status is Status.SAFE_HARBOR_NOT_SHOWN else "",
                )
        if not year.ahead and year.year not in seen:
            because = f"No dealing in which a director or officer may be interested is on record for {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _dealing(case: Case, judge: Judge, dealing: RelatedTransaction) -> Finding:
    day = began(case, dealing)
    majority, least = (judge.value(f"disinterested_{key}", day) for key in ("majority", "committee_least"))
    point = harbor_point(case, dealing, majority, least)
    rows: list[Row] = [dealing, *point.rows]
    return judge.find(
        point.status, f"{point.text}.", case.quarter_holding(day), dealing, evidence=dict.fromkeys(rows),
        missing=point.missing, relied=() if point.status is Status.NOT_APPLICABLE else (majority, least),
        remedy=REMEDY if point.status is Status.SAFE_HARBOR_NOT_SHOWN else "",
    )  # fmt: skip
