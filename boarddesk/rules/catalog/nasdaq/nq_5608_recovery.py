"""LAW-NQ-5608: a policy on recovering incentive pay after a restatement is in force, filed, and applied."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Event,
    EventKind,
    Finding,
    Judge,
    policy_finding,
    recovery_finding,
    recovery_since,
    rule,
)


@rule("LAW-NQ-5608")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year on the policy, and one for each restatement."""
    for year in case.years:
        if not year.ahead:
            yield policy_finding(case, judge, year)
    for event in case.record.where(Event, "kind", EventKind.RESTATEMENT):
        if case.judged(event.on) and event.on >= recovery_since(case, judge):
            yield recovery_finding(case, judge, event)
