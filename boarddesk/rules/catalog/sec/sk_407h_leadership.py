"""LAW-SK-407h: why the leadership of the Board is as it is, and its part in the oversight of risk, are on record."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    Decision,
    Finding,
    Judge,
    MotionKind,
    Role,
    RoleTenure,
    Sheet,
    on,
    proxy_years,
    role_words,
    rule,
    shown_by,
)  # fmt: skip


@rule("LAW-SK-407h")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year, by the offices on the day the proxy statement closes."""
    for proxy in proxy_years(case):
        sheet = Sheet(case, judge, proxy)
        chair, ceo = case.holder(Role.CHAIR, proxy.closes), case.holder(Role.CEO, proxy.closes)
        for role, tenure in (("chair of the Board", chair), ("chief executive officer", ceo)):
            if tenure is None:
                sheet.lacks(f"who is {role}")
            else:
                sheet.has(f"{case.name(tenure.person)} is {role_words(tenure)}", tenure)
        if chair is not None and ceo is not None:
            _lead(case, sheet, chair, ceo)
            _reasons(case, sheet, chair, ceo)
        risk = shown_by(case, judge.clause.id, proxy.opens, proxy.closes)
        if risk:
            sheet.has("the Board's part in the oversight of risk", *risk)
        else:
            sheet.lacks("the Board's part in the oversight of risk (an item or paper that names S-K 407(h))")
        yield sheet.finding()


def _lead(case: Case, sheet: Sheet, chair: RoleTenure, ceo: RoleTenure) -> None:
    """One person in both offices: whether there is a lead independent director, and what that role is."""
    if chair.person != ceo.person:
        return
    lead = case.holder(Role.LEAD, sheet.proxy.closes)
    if lead is None:
        sheet.lacks("the lead independent director, or that there is none, as chair and chief executive are one person")
    else:
        sheet.has(f"{case.name(lead.person)} is lead independent director", lead)


def _reasons(case: Case, sheet: Sheet, chair: RoleTenure, ceo: RoleTenure) -> None:
    """The Board's own decision on the structure, since the present holders came into office."""
    since = max(chair.start, ceo.start)
    decided = [d for d in case.decisions.of_kind(MotionKind.LEADERSHIP_STRUCTURE, None, sheet.proxy.closes) if _ours(d)]
    fresh = [d for d in decided if d.day and d.day >= since]
    if fresh and (day := fresh[-1].day):
        sheet.has(f"the Board decided on its leadership on {on(day)}", fresh[-1].motion)
    else:
        sheet.lacks(f"why the Board finds its leadership apt as it has been since {on(since)} (its decision on it)")


def _ours(decision: Decision) -> bool:
    return decision.carried and decision.motion.body == BOARD
