"""GL-2.5: no term limits; long service is never flagged."""

from collections.abc import Iterator

from boarddesk.rules.api import Appointment, Case, Finding, Judge, Status, on, rule


@rule("GL-2.5")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year: who has served longest."""
    first: dict[str, Appointment] = {}
    for term in sorted(case.record.all(Appointment), key=lambda t: (t.start, t.id)):
        first.setdefault(term.person, term)
    for year in case.years:
        if year.ahead:
            continue
        serving = [first[person] for person in case.directors_on(year.cut)]
        longest = min(serving, key=lambda term: (term.start, term.id), default=None)
        note = f"; {case.name(longest.person)} has served longest, since {on(longest.start)}" if longest else ""
        rows = [longest] if longest else []
        yield judge.find(Status.INFORMATION, f"The company sets no term limit{note}.", year, evidence=rows)
