"""GL-1.3: a quarterly meeting normally includes an update on the business and one on finance."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AHEAD,
    BOARD,
    HELD,
    AgendaItem,
    Case,
    Finding,
    ItemType,
    Judge,
    Meeting,
    Period,
    Status,
    dates,
    listed,
    on,
    rule,
    sentence,
)  # fmt: skip

UPDATES = {ItemType.BUSINESS_UPDATE: "business update", ItemType.FINANCE_UPDATE: "finance update"}


@rule("GL-1.3")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter, over the board's meetings in it."""
    for quarter in case.quarters:
        meetings = case.meetings(BOARD, quarter.first, quarter.last)
        held = [m for m in meetings if m.state in HELD]
        ahead = [m for m in meetings if m.state in AHEAD and m.day >= case.as_of]
        if held:
            yield _held(case, judge, quarter, held, _updates(case, held), ahead)
        elif quarter.past:
            because = f"No Board meeting was held in {quarter.label}; that is judged under GL-1.2."
            yield judge.find(Status.NOT_APPLICABLE, because, quarter)
        else:
            place = f"meets on {on(ahead[0].day)}" if ahead else f"has no meeting planned in {quarter.label} yet"
            due = ahead[0].day if ahead else None
            yield judge.find(Status.NOT_YET_DUE, f"The Board {place}.", quarter, evidence=ahead, due=due)


def _updates(case: Case, held: list[Meeting]) -> list[AgendaItem]:
    return [item for m in held for item in case.record.where(AgendaItem, "meeting", m.id) if item.type in UPDATES]


def _held(
    case: Case, judge: Judge, quarter: Period, held: list[Meeting], items: list[AgendaItem], ahead: list[Meeting]
) -> Finding:
    fates = {kind: [case.decisions.taken_up(i) for i in items if i.type is kind] for kind in UPDATES}
    lacking = [words for kind, words in UPDATES.items() if True not in fates[kind]]
    when = dates(m.day for m in held)
    rows = [*held, *items]
    if not lacking:
        given = [i for i in items if case.decisions.taken_up(i)]
        days = dates(m.day for m in held if any(i.meeting == m.id for i in given))
        because = f"Business and finance updates were given at the Board meeting of {days}."
        return judge.find(Status.MET, because, quarter, evidence=given)
    if quarter.running and ahead:
        because = sentence(f"no {listed(lacking)} is on record yet; the Board meets again on {on(ahead[0].day)}.")
        return judge.find(Status.NOT_YET_DUE, because, quarter, evidence=[*rows, ahead[0]], due=ahead[0].day)
    put_off = [words for kind, words in UPDATES.items() if fates[kind] and set(fates[kind]) == {False}]
    if put_off:
        because = f"The {listed(put_off)} of {when} was deferred or withdrawn."
        return judge.find(
            Status.NOT_MET, because, quarter, evidence=rows, remedy=f"This cannot be cured for {quarter.label}."
        )
    because = f"Nothing on record shows whether the Board had a {listed(lacking)} on {when}."
    missing = tuple(f"{words} of {quarter.label}" for words in lacking)
    remedy = "Filing the papers or minutes that show it, if an update was given."
    return judge.find(Status.CANNOT_JUDGE, because, quarter, evidence=rows, missing=missing, remedy=remedy)
