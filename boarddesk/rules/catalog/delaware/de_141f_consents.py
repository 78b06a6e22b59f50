"""LAW-DE-141f: without a meeting, a body acts only by the dated and delivered consent of every member."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    BOARD,
    Case,
    Committee,
    Consent,
    Finding,
    Judge,
    Motion,
    Status,
    consent_verdict,
    rule,
)


@rule("LAW-DE-141f")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a decision between meetings, and one for each year without any."""
    found = [c for c in case.record.all(Consent) if case.judged(c.circulated_on) and _of_directors(case, c)]
    for consent in found:
        days = judge.value("consent_effective_days", consent.circulated_on)
        status, because, missing, remedy, due = consent_verdict(case, consent, days)
        yield judge.find(
            status, because, consent.circulated_on, consent, missing=missing, due=due, relied=(days,), remedy=remedy,
            evidence=[consent, *case.record.where(Motion, "consent", consent.id)],
            responsible=case.body(consent.body, consent.circulated_on),
        )  # fmt: skip
    for year in case.years:
        if not year.ahead and not any(year.holds(consent.circulated_on) for consent in found):
            because = f"No decision between meetings is on record for {year.label}."
            yield judge.find(Status.NOT_APPLICABLE, because, year)


def _of_directors(case: Case, consent: Consent) -> bool:
    """Consents of stockholders follow another section."""
    return consent.body == BOARD or case.record.find(Committee, consent.body) is not None
