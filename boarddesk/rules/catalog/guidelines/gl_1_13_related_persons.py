"""GL-1.13: the audit committee approves dealings with related persons that need its approval."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    RelatedTransaction,
    Row,
    approval_remedy,
    approval_verdict,
    limit_on,
    rule,
)


@rule("GL-1.13")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a dealing, in the quarter in which it was approved or took effect, whichever came first."""
    for dealing in case.record.all(RelatedTransaction):
        approval = case.decisions.by_id(dealing.approved_by)
        known = (dealing.effective_on, approval.day if approval else None)
        day = min((d for d in known if d is not None), default=case.as_of)
        if not case.judged(day):
            continue
        limit = limit_on(case, dealing.effective_on or day)
        status, because, missing = approval_verdict(case, dealing, approval, limit)
        rows: list[Row] = [dealing, *([approval.motion] if approval else [])]
        remedy = approval_remedy(case, status, dealing)
        yield judge.find(
            status,
            because,
            case.quarter_holding(day),
            dealing,
            evidence=rows,
            missing=missing,
            relied=limit.relied_for(dealing.amount_cents),
            remedy=remedy,
        )
