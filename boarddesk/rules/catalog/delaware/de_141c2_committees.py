"""LAW-DE-141c2: committees consist of directors, and neither receive nor use the two powers the law withholds."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Committee,
    Finding,
    Judge,
    Period,
    Status,
    committee_points,
    listed,
    on,
    rule,
    sentence,
    worst,
)

REMEDY = "Members who are directors; matters that the law withholds go back to the Board, with counsel's advice."


@rule("LAW-DE-141c2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a committee and year."""
    committees = case.record.all(Committee)
    for year in case.years:
        if year.ahead:
            continue
        there = [c for c in committees if c.start <= year.cut and (c.end is None or c.end > year.first)]
        if not there:
            because = f"No committee of the Board is on record for {year.label}."
            missing = ("the committees of the Board and their members",)
            yield judge.find(Status.CANNOT_JUDGE, because, year, missing=missing)
        for committee in there:
            yield _committee(case, judge, year, committee)


def _committee(case: Case, judge: Judge, year: Period, committee: Committee) -> Finding:
    points = committee_points(case, committee, year)
    if not points:
        members = case.seats(committee.id).on(year.cut)
        names = listed(dict.fromkeys(case.name(seat.person) for seat in members))
        now = f" (on {on(year.cut)}: {names})" if names else ""
        said = f"Each member of the {committee.name} was a director in {year.label}{now}"
        because = f"{said}, and no delegation to it or act of it on record is one that §141(c)(2) withholds."
        return judge.find(Status.MET, because, year, committee.id, evidence=[committee, *members])
    found = worst(points)
    return judge.find(
        found.status, sentence(f"{found.text}."), year, committee.id, evidence=dict.fromkeys([committee, *found.rows]),
        missing=found.missing, remedy=REMEDY if found.status is Status.NOT_MET else "",
    )  # fmt: skip
