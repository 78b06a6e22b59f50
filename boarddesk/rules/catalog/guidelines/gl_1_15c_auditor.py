"""GL-1.15c: the audit committee assists in overseeing the auditor's qualifications, independence and performance."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Finding, Judge, rule, with_auditor_letter


@rule("GL-1.15c")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a year; the auditor's letter on its independence belongs to it."""
    yield from with_auditor_letter(case, judge)
