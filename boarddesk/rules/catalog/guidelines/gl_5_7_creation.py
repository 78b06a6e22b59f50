"""GL-5.7: the board may create committees; each has its creating resolution, its members and its mandate."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    Committee,
    Decision,
    Document,
    DocumentKind,
    Finding,
    Judge,
    Period,
    Row,
    Status,
    listed,
    on,
    rule,
)


@rule("GL-5.7")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a committee in being and year."""
    for year in case.years:
        if year.ahead:
            continue
        committees = case.committees_on(year.cut)
        for committee in committees:
            yield _committee(case, judge, year, committee)
        if not committees:
            because = f"No committee of the Board is on record for {year.label}."
            missing = ("the committees of the Board, with resolution, members and mandate",)
            yield judge.find(Status.CANNOT_JUDGE, because, year, missing=missing)


def _committee(case: Case, judge: Judge, year: Period, committee: Committee) -> Finding:
    created = case.decisions.by_id(committee.motion)
    seats = case.seats(committee.id).on(year.cut)
    charters = [
        d for d in case.record.where(Document, "committee", committee.id)
        if d.kind is DocumentKind.COMMITTEE_CHARTER and d.in_force_on(year.cut)
    ]  # fmt: skip
    status, because, missing = _resolution(case, committee, created)
    gaps = [] if seats else [f"members of the {committee.name}"]
    gaps.extend([] if charters or committee.mandate else [f"mandate of the {committee.name}"])
    if status is Status.RECORDED and gaps:
        status, missing = Status.NOT_RECORDED, tuple(gaps)
        because = f"{because}; not on record: {listed(gaps)}"
    elif status is Status.RECORDED:
        names = listed(dict.fromkeys(case.name(seat.person) for seat in seats))
        because = f"{because}; its mandate is on record; members: {names}"
    else:
        missing = (*missing, *gaps)
    rows: list[Row] = [committee, *([created.motion] if created else []), *seats, *charters]
    return judge.find(status, f"{because}.", year, committee.id, evidence=rows, missing=missing)


def _resolution(case: Case, committee: Committee, created: Decision | None) -> tuple[Status, str, tuple[str, ...]]:
    name = f"the {committee.name}"
    if created is None or created.day is None:
        gaps = (f"the Board's resolution that created {name}",)
        return Status.NOT_RECORDED, f"The resolution that created {name} is not on record", gaps
    when = on(created.day)
    if created.result is None:
        gaps = (f"result of the motion of {when} that created {name}",)
        return Status.CANNOT_JUDGE, f"The result of the motion of {when} that created {name} is not recorded", gaps
    if not created.carried:
        return Status.NOT_RECORDED, f"The motion of {when} to create {name} did not carry", ()
    if created.motion.body != BOARD:
        body = case.body(created.motion.body, created.day)
        return Status.JUDGMENT_NEEDED, f"{name[:1].upper()}{name[1:]} was created on {when} by the {body}", ()
    if committee.start < created.day:
        said = f"The Board resolved on {when} to create {name}, in being since {on(committee.start)}"
        return Status.JUDGMENT_NEEDED, f"{said}, before that", ()
    return Status.RECORDED, f"The Board created {name} on {when}", ()
