"""LAW-DE-141c4: a committee acts with a quorum of the members then serving, by a majority of those present."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Committee, Finding, Judge, Status, committee_acts_finding, met_to_act, rule


@rule("LAW-DE-141c4")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a committee meeting, and one for each year without any."""
    for year in case.years:
        found = [m for committee in case.record.all(Committee) for m in met_to_act(case, committee.id, year)]
        for meeting in found:
            yield committee_acts_finding(case, judge, meeting)
        if not found and not year.ahead:
            because = f"No meeting of a committee in {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)
