"""GL-4.1: directors have access to management after written notice to the chief executive officer."""

from collections.abc import Iterator

from boarddesk.rules.api import AccessRequest, Case, Finding, Judge, Period, Status, at, on, rule


@rule("GL-4.1")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a request, in the year in which it was made; information in a year without one."""
    requests = sorted(case.record.all(AccessRequest), key=lambda r: (r.asked_on, r.id))
    for year in case.years:
        if year.ahead:
            continue
        made = [request for request in requests if year.first <= request.asked_on <= year.cut]
        for request in made:
            yield _request(case, judge, year, request)
        if not made:
            because = f"No request of a director for access is on record for {year.label}."
            yield judge.find(Status.INFORMATION, because, year)


def _request(case: Case, judge: Judge, year: Period, request: AccessRequest) -> Finding:
    notice, access = request.notice_at, request.access_at
    what = "records" if request.records else "management"
    said = f"{case.name(request.person)} asked on {on(request.asked_on)} for access to {what}"
    noticed = f"the written notice to the chief executive officer of {on(notice)}, {at(notice)}" if notice else ""
    had = f"had it on {on(access)}, {at(access)}" if access else ""
    missing: tuple[str, ...] = ()
    if access is None:
        status = Status.INFORMATION
        tail = (
            f"access after {noticed} is not on record yet" if notice else "neither notice nor access is on record yet"
        )
        because = f"{said}; {tail}."
    elif notice is None:
        missing = (f"written notice to the chief executive officer of the request of {on(request.asked_on)}",)
        status, because = Status.CANNOT_JUDGE, f"{said} and {had}; no written notice to the CEO is on record."
    elif notice == access:
        missing = (f"hour of the notice and of the access of {on(access)}",)
        status, because = Status.CANNOT_JUDGE, f"{said} and {had}, the same time as {noticed}."
    elif access < notice:
        status, because = Status.JUDGMENT_NEEDED, f"{said} and {had}, before {noticed}."
    else:
        status, because = Status.RECORDED, f"{said} and {had}, after {noticed}."
    return judge.find(status, because, year, request, evidence=[request], missing=missing)
