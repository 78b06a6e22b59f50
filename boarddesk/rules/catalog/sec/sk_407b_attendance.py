"""LAW-SK-407b-75: directors below 75 percent of board and committee meetings are named in the proxy statement."""

from collections.abc import Iterator
from datetime import timedelta

from boarddesk.rules.api import (
    Appointment,
    Attendance,
    Case,
    Finding,
    Judge,
    Period,
    Status,
    Value,
    count_words,
    forecast,
    number,
    on,
    percent,
    rule,
    running_status,
)  # fmt: skip


@rule("LAW-SK-407b-75")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a director and fiscal year, over periods of service."""
    for year in case.years:
        if year.ahead:
            continue
        line = judge.value("attendance_threshold", year.cut)
        filed = year.last + timedelta(days=judge.value("proxy_filing_days", year.cut).number)
        incumbents = case.directors_on(min(case.as_of, filed))
        for found in case.attendance.year(year.year):
            name = case.name(found.person)
            if found.person not in incumbents:
                because = f"{name} is no longer in office and is not named."
                yield judge.find(Status.NOT_APPLICABLE, because, year, found.person)
            elif not (found.held or found.no_roll or found.ahead):
                status = Status.NOT_APPLICABLE if year.past else Status.NOT_YET_DUE
                because = f"No meeting in the service of {name} is on record for {year.label}."
                yield judge.find(status, because, year, found.person)
            else:
                yield (_ended if year.past else _running)(case, judge, year, found, line)


def _ended(case: Case, judge: Judge, year: Period, found: Attendance, line: Value) -> Finding:
    low, high = found.lowest, found.highest
    said = count_words(case, found)
    gaps = tuple(f"roll of {case.labels.meeting(m)}" for m in found.no_roll)
    rows = [*found.missed, *found.no_roll, *_term(case, year, found)]
    if high is not None and high < line.fraction:
        mark = percent(line.fraction).replace(".0%", "%")
        status, because = Status.DISCLOSURE_REQUIRED, f"{said}; below {mark}, to be named in the proxy statement."
    elif low is not None and low >= line.fraction:
        status, because = Status.MET, f"{said}."
    else:
        status, because = Status.CANNOT_JUDGE, f"{said}; meetings without a roll decide it."
    remedy = "Naming the director in the proxy statement." if status is Status.DISCLOSURE_REQUIRED else ""
    return judge.find(status, because, year, found.person, evidence=rows, missing=gaps, relied=(line,), remedy=remedy)


def _running(case: Case, judge: Judge, year: Period, found: Attendance, line: Value) -> Finding:
    status = running_status(found, line.fraction)
    least = found.may_miss(line.fraction)
    limit = f" May miss no more than {number(least)}." if found.ahead and least > 0 else ""
    because = f"{count_words(case, found)}. {forecast(case.record, found, line.fraction)}{limit}"
    near = status is Status.DUE_SOON
    return judge.find(
        status, because, year, found.person,
        evidence=[*found.missed, *found.no_roll, *found.ahead, *_term(case, year, found)],
        missing=tuple(f"roll of {case.labels.meeting(m)}" for m in found.no_roll),
        due=year.last if near else None,
        relied=(line,),
        remedy=f"Attending the meetings up to {on(year.last)}." if near else "",
    )  # fmt: skip


def _term(case: Case, year: Period, found: Attendance) -> list[Appointment]:
    return [term for term in case.directors.on(year.cut) if term.person == found.person]
