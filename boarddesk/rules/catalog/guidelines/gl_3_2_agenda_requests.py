"""GL-3.2: every director may ask for an agenda item; an open request is never a departure."""

from collections.abc import Iterator
from datetime import date

from boarddesk.rules.api import AgendaRequest, Case, Finding, Judge, RequestOutcome, Status, counted, on, rule, sentence

WORDS = {
    RequestOutcome.PLACED: "placed on an agenda",
    RequestOutcome.DECLINED: "declined",
    RequestOutcome.WITHDRAWN: "withdrawn",
}


@rule("GL-3.2")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, each quarter: what was asked for, and what is still open."""
    requests = sorted(case.record.all(AgendaRequest), key=lambda r: (r.requested_on, r.id))
    for quarter in case.quarters:
        if quarter.ahead:
            continue
        made = [r for r in requests if quarter.first <= r.requested_on <= quarter.cut]
        still = [r for r in requests if r.requested_on <= quarter.cut and _open_on(r, quarter.cut)]
        fates = [
            f"{counted(count, 'was', 'were')} {words}" for outcome, words in WORDS.items()
            if (count := sum(r.outcome is outcome and r not in still for r in made))
        ]  # fmt: skip
        asked = f"{counted(len(made), 'request was', 'requests were')} made in {quarter.label}"
        parts = [f"{asked}{f': {fates[0]}' if fates else ''}", *fates[1:]]
        if still:
            since = f"since {on(still[0].requested_on)}"
            parts.append(f"{counted(len(still), 'request is', 'requests are')} open {since}")
        rows = dict.fromkeys([*made, *still])
        yield judge.find(Status.INFORMATION, sentence("; ".join(parts) + "."), quarter, evidence=rows)


def _open_on(request: AgendaRequest, day: date) -> bool:
    return request.outcome is None or (request.decided_on is not None and request.decided_on > day)
