"""GL-5.8: the board may delegate as far as the law allows."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Status, delegated, in_force, rule, sentence


@rule("GL-5.8")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a delegation and year; information where nothing is delegated."""
    for year in case.years:
        if year.ahead:
            continue
        running = in_force(case, year)
        if not running:
            yield judge.find(Status.INFORMATION, f"No delegation is on record for {year.label}.", year)
        for row in running:
            point = delegated(case, row)
            remedy = ""
            if point.status is Status.NOT_MET:
                remedy = "A resolution of the Board that ends it; what was done under it is for the Board and counsel."
            yield judge.find(
                point.status, sentence(f"{point.text}."), year, row,
                evidence=point.rows, missing=point.missing, remedy=remedy,
            )  # fmt: skip
