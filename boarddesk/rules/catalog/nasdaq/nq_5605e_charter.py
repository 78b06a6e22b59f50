"""LAW-NQ-5605e-CHARTER: a charter or a resolution of the Board sets out the nominations process."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    CharterPart,
    CommitteeKind,
    Document,
    DocumentKind,
    Finding,
    Judge,
    Period,
    Status,
    charter_verdict,
    on,
    rule,
)  # fmt: skip

REMEDY = "A charter of the nominating committee, or a resolution of the Board, on the nominations process."


@rule("LAW-NQ-5605e-CHARTER")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year: by the committee's charter, else by what the Board resolved."""
    for year in case.years:
        if not year.ahead:
            yield _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    committee = case.committee(CommitteeKind.NOMINATING, year.cut)
    charter = charter_verdict(case, committee, year, (CharterPart.NOMINATIONS,)) if committee else None
    if charter is not None and charter.status is Status.MET:
        return judge.find(charter.status, f"{charter.words}.", year, evidence=charter.rows)
    policies = case.record.where(Document, "kind", DocumentKind.NOMINATION_POLICY)
    current = sorted((d for d in policies if d.in_force_on(year.cut)), key=lambda d: (d.effective_from, d.id))
    if current:
        return _resolved(case, judge, year, current[-1])
    if charter is None:
        because = f"Neither a nominating committee nor a resolution on nominations is on record for {year.label}."
        missing = ("charter of the nominating committee, or the Board's resolution on nominations",)
        return judge.find(Status.CANNOT_JUDGE, because, year, missing=missing)
    because = f"{charter.words}, and no resolution of the Board on nominations is on record."
    remedy = REMEDY if charter.status is Status.NOT_MET else ""
    return judge.find(charter.status, because, year, evidence=charter.rows, missing=charter.missing, remedy=remedy)


def _resolved(case: Case, judge: Judge, year: Period, policy: Document) -> Finding:
    made = case.decisions.by_id(policy.adopted_by)
    said = f"The nominations process is set out in “{policy.title}”"
    rows = [policy, *([made.motion] if made else [])]
    if made is None or made.day is None or made.result is None:
        because = f"{said}; the motion of the Board that adopted it, with its result, is not on record."
        gaps = (f"the Board's motion that adopted “{policy.title}”, with its result",)
        return judge.find(Status.CANNOT_JUDGE, because, year, evidence=rows, missing=gaps)
    if made.carried and made.motion.body == BOARD:
        because = f"{said}, as the Board resolved on {on(made.day)}."
        return judge.find(Status.MET, because, year, evidence=rows)
    how = f"by the {case.body(made.motion.body, made.day)}" if made.carried else "by a motion that did not carry"
    because = f"{said}, put on {on(made.day)} {how}, and no charter sets it out."
    return judge.find(Status.NOT_MET, because, year, evidence=rows, remedy=REMEDY)
