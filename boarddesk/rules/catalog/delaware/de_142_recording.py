"""LAW-DE-142: one of the officers has the duty to record the meetings of stockholders and directors in a book."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    STOCKHOLDERS,
    Case,
    Finding,
    Judge,
    Period,
    Row,
    Status,
    counted,
    held_in,
    listed,
    minutes_on_record,
    recorder_of,
    recording_points,
    rule,
    sentence,
    worst,
)  # fmt: skip

REMEDY = "A secretary, or another officer charged with recording, from now on; for past meetings this cannot be cured."


@rule("LAW-DE-142")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year."""
    for year in case.years:
        yield judge.ahead(year) if year.ahead else _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    meetings = held_in(case, (BOARD, STOCKHOLDERS), year)
    if not meetings:
        because = f"No meeting of stockholders or directors that would have been recorded in {year.label} is on record."
        return judge.find(Status.NOT_APPLICABLE, because, year)
    points = [point for meeting in meetings for point in recording_points(case, meeting, year.cut)]
    if points:
        found = worst(points)
        missing = tuple(gap for point in found.points for gap in point.missing)
        said = f"not on record for {year.label}: {listed(missing)}" if missing else found.text
        remedy = REMEDY if found.status is Status.NOT_MET else ""
        return judge.find(found.status, sentence(f"{said}."), year, evidence=found.rows, missing=missing, remedy=remedy)
    recorders = [recorder_of(case, meeting) for meeting in meetings]
    officers = dict.fromkeys(r.secretary or r.officer for r in recorders)
    names = listed(dict.fromkeys(case.name(officer.person) for officer in officers if officer))
    waiting = len([m for m in meetings if not minutes_on_record(case, m, year.cut)])
    still = f"; minutes of {counted(waiting, 'meeting')} are still to come" if waiting else ""
    said = f"{names} had the duty to record the {counted(len(meetings), 'meeting')} of stockholders and directors"
    shown: list[Row] = [*(officer for officer in officers if officer), *meetings]
    return judge.find(Status.MET, f"{said} held in {year.label}{still}.", year, evidence=shown)
