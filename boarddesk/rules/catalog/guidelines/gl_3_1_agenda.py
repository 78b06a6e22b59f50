"""GL-3.1: senior management usually sets the agenda, consulting the board; directors' own items are counted."""

from collections.abc import Iterator

from boarddesk.rules.api import AgendaRequest, Case, Finding, Judge, RequestOutcome, Status, counted, rule, sentence

USUAL = "senior management usually sets the agenda in consultation with the Board"


@rule("GL-3.1")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year."""
    requests = case.record.where(AgendaRequest, "outcome", RequestOutcome.PLACED)
    for year in case.years:
        if year.ahead:
            continue
        placed = [r for r in requests if year.first <= (r.decided_on or r.requested_on) <= year.cut]
        count = counted(len(placed), "item was", "items were")
        because = f"{USUAL}; {count} placed at a director's request in {year.label}."
        yield judge.find(Status.INFORMATION, sentence(because), year, evidence=placed)
