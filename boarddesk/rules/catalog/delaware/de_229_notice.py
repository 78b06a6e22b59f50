"""LAW-DE-229: directors have the notice that the bylaws ask for, or each waives it, by writing or by attending."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Meeting,
    Status,
    adjourned_from,
    bodies_of_directors,
    held_in,
    judged_for_each,
    notice_hours,
    notice_verdict,
    rule,
)


@rule("LAW-DE-229")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a meeting of the Board or a committee, and one for each year without any."""
    bodies = bodies_of_directors(case)
    for year in case.years:
        if year.ahead:
            continue
        meetings = [m for m in held_in(case, bodies, year) if adjourned_from(case, m) is None]
        for meeting in meetings:
            found = judged_for_each(judge, meeting, bodies, lambda part: _meeting(case, judge, part))
            yield from [found] if found is not None else []
        if not meetings:
            because = f"No meeting of the Board or a committee is on record for {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _meeting(case: Case, judge: Judge, meeting: Meeting) -> Finding:
    hours = notice_hours(case.parameters, meeting)
    status, because, missing = notice_verdict(case, meeting, hours)
    cured = "Waivers of those who neither had notice in time nor attended; they may be given afterwards."
    return judge.find(
        status, because, meeting.day, meeting, evidence=[meeting], missing=missing, relied=(hours,),
        remedy=cured if status is Status.NOT_MET else "", responsible=case.body(meeting.body, meeting.day),
    )  # fmt: skip
