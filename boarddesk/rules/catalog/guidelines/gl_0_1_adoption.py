"""GL-0.1: the guidelines in force were adopted by the board."""

from collections.abc import Iterator

from boarddesk.rules.api import BOARD, Case, Document, DocumentKind, Finding, Judge, Period, Result, Status, on, rule


@rule("GL-0.1")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year: the version in force at its end, and the motion that adopted it."""
    versions = case.record.where(Document, "kind", DocumentKind.GUIDELINES)
    for year in case.years:
        if year.ahead:
            yield judge.ahead(year)
            continue
        current = [d for d in versions if d.in_force_on(year.cut)]
        if current:
            yield _version(case, judge, year, max(current, key=lambda d: (d.effective_from, d.id)))
        else:
            because = f"No version of the guidelines in force on {on(year.cut)} is on record."
            yield judge.find(
                Status.NOT_RECORDED, because, year, missing=("guidelines in force", "adopting motion of the Board")
            )


def _version(case: Case, judge: Judge, year: Period, document: Document) -> Finding:
    name = f"The guidelines{f', {document.version},' if document.version else ''}"
    adopted = case.decisions.by_id(document.adopted_by)
    missing: tuple[str, ...] = ()
    if adopted is None or adopted.day is None:
        status, missing = Status.NOT_RECORDED, ("adopting motion of the Board",)
        because = f"{name} are in force; no motion that adopted them is on record."
    elif adopted.motion.body != BOARD:
        status = Status.JUDGMENT_NEEDED
        because = f"{name} were adopted on {on(adopted.day)} by the {case.body(adopted.motion.body, adopted.day)}."
    elif adopted.result is None:
        status, missing = Status.CANNOT_JUDGE, ("result of the adopting motion",)
        because = f"The result of the Board's motion of {on(adopted.day)} on the guidelines is not recorded."
    elif adopted.result is not Result.CARRIED:
        status = Status.NOT_RECORDED
        because = f"The Board's motion of {on(adopted.day)} to adopt the guidelines did not carry."
    else:
        status, because = Status.RECORDED, f"{name} were adopted by the Board on {on(adopted.day)}."
    rows = [document, adopted.motion] if adopted else [document]
    remedy = "" if status is Status.RECORDED else "A motion of the Board that adopts the guidelines."
    return judge.find(status, because, year, evidence=rows, missing=missing, remedy=remedy)
