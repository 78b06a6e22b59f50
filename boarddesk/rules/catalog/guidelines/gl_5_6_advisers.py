"""GL-5.6: the Board and its committees engage advisers without management's consent."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    AdviserKind,
    Case,
    Engagement,
    Finding,
    Judge,
    Period,
    Status,
    counted,
    number,
    on,
    rule,
    sentence,
)


@rule("GL-5.6")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information each year; a finding of its own for an engagement for which management's consent was asked."""
    engaged = sorted(case.record.all(Engagement), key=lambda e: (e.engaged_on, e.id))
    for year in case.years:
        if not year.ahead:
            fresh = [e for e in engaged if year.first <= e.engaged_on <= year.cut]
            yield _year(judge, year, fresh)
            for engagement in fresh:
                if engagement.management_approved:
                    yield _asked(case, judge, year, engagement)


def _year(judge: Judge, year: Period, fresh: list[Engagement]) -> Finding:
    if not fresh:
        return judge.find(Status.INFORMATION, judge.clause.statement, year)
    made = counted(len(fresh), "engagement of an adviser", "engagements of advisers")
    parts = [f"{made} by the Board or a committee {'is' if len(fresh) == 1 else 'are'} on record for {year.label}"]
    free = sum(e.management_approved is False for e in fresh)
    unknown = sum(e.management_approved is None for e in fresh)
    if free:
        parts.append(f"management's consent was not asked for in {number(free)} of them")
    if unknown:
        parts.append(f"whether management's consent was asked for in {number(unknown)} of them is not recorded")
    return judge.find(Status.INFORMATION, sentence(f"{'; '.join(parts)}."), year, evidence=fresh)


def _asked(case: Case, judge: Judge, year: Period, engagement: Engagement) -> Finding:
    by = case.body(engagement.hired_by, engagement.engaged_on)
    because = (
        f"The {by} asked for management's consent when it engaged {engagement.adviser} on {on(engagement.engaged_on)}"
    )
    because = f"{because}, which the guideline does not ask for"
    weighed = engagement.factors_weighed_on
    if engagement.kind is AdviserKind.COMPENSATION and weighed:
        because = f"{because}; the six factors were weighed on {on(weighed)}"
    remedy = "A view of that body on whether it was free to engage the adviser."
    return judge.find(
        Status.JUDGMENT_NEEDED, f"{because}.", year, engagement, evidence=[engagement], responsible=by, remedy=remedy
    )
