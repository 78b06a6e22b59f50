"""LAW-DE-141c4: a committee acts with a quorum of the members then serving, by a majority of those present."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Committee,
    Finding,
    Judge,
    Status,
    committee_acts_finding,
    judged_for_each,
    met_to_act,
    rule,
)


@rule("LAW-DE-141c4")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a committee meeting, one for a joint meeting of several, and one for each year without any."""
    committees = tuple(committee.id for committee in case.record.all(Committee))
    for year in case.years:
        found = {m.id: m for committee in committees for m in met_to_act(case, committee, year)}
        for meeting in found.values():
            one = judged_for_each(judge, meeting, committees, lambda part: committee_acts_finding(case, judge, part))
            yield from [one] if one is not None else []
        if not found and not year.ahead:
            because = f"No meeting of a committee in {year.label} is on record."
            yield judge.find(Status.NOT_APPLICABLE, because, year)
