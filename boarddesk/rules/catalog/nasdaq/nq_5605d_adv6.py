"""LAW-NQ-5605d-ADV6: the compensation committee weighs six factors before it engages an adviser."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    SMALLER,
    AdviserFactor,
    Case,
    CommitteeKind,
    Engagement,
    Finding,
    Judge,
    Period,
    Status,
    listed,
    number,
    on,
    rule,
)  # fmt: skip

FACTORS = {
    AdviserFactor.SERVICES: "other services to the company",
    AdviserFactor.FEES: "fees as a share of the firm's revenue",
    AdviserFactor.POLICIES: "policies against conflicts",
    AdviserFactor.MEMBERS: "ties to committee members",
    AdviserFactor.STOCK: "company stock held",
    AdviserFactor.EXECUTIVES: "ties to executive officers",
}


@rule("LAW-NQ-5605d-ADV6")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding an engagement, in the year in which it began; one in a year without any."""
    engaged = sorted(case.record.all(Engagement), key=lambda e: (e.engaged_on, e.id))
    ours = [e for e in engaged if case.is_kind(e.hired_by, CommitteeKind.COMPENSATION)]
    for year in case.years:
        if year.ahead:
            continue
        fresh = [e for e in ours if year.first <= e.engaged_on <= year.cut]
        for engagement in fresh:
            yield _engagement(case, judge, year, engagement)
        if not fresh:
            name = case.body(CommitteeKind.COMPENSATION, year.cut)
            because = f"No engagement of an adviser by the {name} in {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _engagement(case: Case, judge: Judge, year: Period, engagement: Engagement) -> Finding:
    name = case.body(engagement.hired_by, engagement.engaged_on)
    said = f"The {name} engaged {engagement.adviser} on {on(engagement.engaged_on)}"
    weighed, every = engagement.factors_weighed_on, number(len(FACTORS))
    lacking = [words for factor, words in FACTORS.items() if factor not in engagement.factors]
    remedy = ""
    missing: tuple[str, ...] = ()
    size = judge.value(SMALLER, engagement.engaged_on)
    if engagement.exempt or size.yes:
        why = engagement.exempt or "a smaller reporting company"
        because = f"{said}; the {every} factors need not be weighed: {why}."
        relied = () if engagement.exempt else (size,)
        return judge.find(Status.EXEMPT, because, year, engagement, evidence=[engagement], relied=relied)
    if weighed is None or not engagement.factors:
        status = Status.CANNOT_JUDGE
        because = f"{said}; whether and when it weighed the {every} factors is not on record."
        gap = f"the day on which the {name} weighed the {every} factors on {engagement.adviser}"
        missing = (f"{gap}, and which of them it weighed",)
    elif weighed > engagement.engaged_on:
        status, because = Status.NOT_MET, f"{said} and weighed the factors only on {on(weighed)}."
        remedy = "This cannot be cured for the engagement; the factors are to be weighed before the next one."
    elif lacking:
        status, because = Status.NOT_MET, f"{said}; the factors weighed on {on(weighed)} leave out {listed(lacking)}."
        remedy = f"The factors left out are to be weighed before further advice of {engagement.adviser} is taken."
    else:
        status, because = Status.MET, f"{said}, having weighed the {every} factors on {on(weighed)}."
    return judge.find(
        status, because, year, engagement, evidence=[engagement], missing=missing, remedy=remedy, relied=(size,)
    )  # fmt: skip
