"""LAW-DE-220: how ready the formal records are that stockholders may ask to see, as information."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, Status, formal_records, listed, rule


@rule("LAW-DE-220")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year."""
    for year in case.years:
        if year.ahead:
            continue
        years = judge.value("formal_records_years", year.cut)
        kept = list(formal_records(case, year, years))
        missing = tuple(gap for one in kept for gap in one.missing)
        because = f"On record of the formal records for {year.label}: {listed(one.words for one in kept)}."
        rows = [row for one in kept for row in one.rows]
        yield judge.find(Status.INFORMATION, because, year, evidence=rows, missing=missing, relied=(years,))
