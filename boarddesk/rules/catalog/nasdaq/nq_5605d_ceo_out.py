"""LAW-NQ-5605d-CEOOUT: the CEO is not present during deliberation or vote on his own pay."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    CommitteeKind,
    Finding,
    Guest,
    Judge,
    Meeting,
    Motion,
    MotionKind,
    Period,
    Role,
    Status,
    dates,
    in_room,
    listed,
    no_officers,
    on,
    rule,
)  # fmt: skip


@rule("LAW-NQ-5605d-CEOOUT")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year and CEO whose pay the committee or the Board voted on, else one for the CEO in post."""
    for year in case.years:
        if year.ahead:
            continue
        found: dict[str, list[tuple[Motion, Meeting]]] = {}
        for motion in case.decisions.motions(MotionKind.EXECUTIVE_PAY, year.first, year.cut):
            meeting = case.record.find(Meeting, motion.meeting)
            ceo = case.holder(Role.CEO, meeting.day) if meeting else None
            ours = motion.body == BOARD or case.is_kind(motion.body, CommitteeKind.COMPENSATION)
            if ours and meeting and ceo and ceo.person in motion.subjects:
                found.setdefault(ceo.person, []).append((motion, meeting))
        for person, made in found.items():
            yield _judged(case, judge, year, person, made)
        if not found:
            yield _none(case, judge, year)


def _none(case: Case, judge: Judge, year: Period) -> Finding:
    ceo = case.holder(Role.CEO, year.cut)
    if ceo is None:
        return no_officers(judge, year, "chief executive officer")
    because = f"The committee has not voted on the pay of {case.name(ceo.person)} in {year.label}."
    return judge.find(Status.NOT_APPLICABLE if year.past else Status.NOT_YET_DUE, because, year, ceo.person)


def _judged(case: Case, judge: Judge, year: Period, person: str, made: list[tuple[Motion, Meeting]]) -> Finding:
    name = case.name(person)
    there = {motion.id: in_room(case, motion, meeting, person) for motion, meeting in made}
    bad = [pair for pair in made if there[pair[0].id]]
    open_ = [pair for pair in made if there[pair[0].id] is None]
    shown = bad or open_ or made
    guests = [g for _, m in shown for g in case.record.where(Guest, "meeting", m.id) if g.person == person]
    rows = dict.fromkeys([*(row for pair in shown for row in pair), *guests])
    when = dates(meeting.day for _, meeting in shown)
    who = listed(dict.fromkeys("Board" if motion.body == BOARD else "committee" for motion, _ in shown))
    if bad:
        because = f"{name} was in the room while the {who} dealt with the CEO's own pay on {when}."
        remedy = (
            f"This cannot be cured for the meeting of {on(bad[-1][1].day)}; the {who} may decide anew, without the CEO."
        )
        return judge.find(Status.NOT_MET, because, year, person, evidence=rows, remedy=remedy)
    if open_:
        because = f"Whether {name} was in the room for the CEO's own pay on {when} is not on record."
        missing = tuple(f"attendance of {on(meeting.day)} at that item" for _, meeting in open_)
        return judge.find(Status.CANNOT_JUDGE, because, year, person, evidence=rows, missing=missing)
    because = f"{name} was not in the room when the {who} voted on the CEO's pay on {when}."
    return judge.find(Status.MET, because, year, person, evidence=rows)
