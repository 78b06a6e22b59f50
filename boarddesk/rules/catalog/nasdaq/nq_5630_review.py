"""LAW-NQ-5630: the audit committee or another independent body of the Board reviews dealings with related persons."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    RelatedTransaction,
    Status,
    began,
    limit_on,
    review_verdict,
    reviews_of,
    rule,
)  # fmt: skip

TOO_LATE = "A review before it took effect cannot be made good; the audit committee may review it now."


@rule("LAW-NQ-5630")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a dealing, in the quarter of its first review or effect, and one for each year without any."""
    days = []
    for dealing in case.record.all(RelatedTransaction):
        made = [d.day for d in reviews_of(case, dealing) if d.day is not None]
        day = min([*made, began(case, dealing)])
        if not case.judged(day):
            continue
        days.append(day)
        limit = limit_on(case, dealing.effective_on or day)
        found = review_verdict(case, dealing, limit)
        late = dealing.effective_on is not None and dealing.effective_on <= case.as_of
        remedy = ""
        if found.status in (Status.NOT_MET, Status.JUDGMENT_NEEDED):
            remedy = TOO_LATE if late else "A review by the audit committee before it takes effect."
        yield judge.find(
            found.status, found.because, case.quarter_holding(day), dealing,
            evidence=[dealing, *found.rows], missing=found.missing, remedy=remedy,
            relied=limit.relied_for(dealing.amount_cents),
        )  # fmt: skip
    for year in case.years:
        if not year.ahead and not any(year.holds(day) for day in days):
            because = f"No dealing with a related person that began in {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)
