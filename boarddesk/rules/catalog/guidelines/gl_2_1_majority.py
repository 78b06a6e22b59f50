"""GL-2.1: a majority of the directors are independent; the guideline has no cure period."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    Case,
    Finding,
    Judge,
    Status,
    majority_rows,
    majority_words,
    rule,
    undetermined,
    worst_count,
)  # fmt: skip


@rule("GL-2.1")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter, by the worst day in it."""
    for quarter in case.quarters:
        if quarter.ahead:
            yield judge.ahead(quarter)
            continue
        needed = judge.value("majority", quarter.cut)
        status, count, since = worst_count(case, quarter, needed.fraction)
        remedies = {
            Status.NOT_MET: "A further independent director, or a director fewer who is not.",
            Status.JUDGMENT_NEEDED: "A determination by the Board on the changed answer.",
            Status.CANNOT_JUDGE: "Determinations by the Board.",
        }
        yield judge.find(
            status, majority_words(case, status, count, since, quarter), quarter,
            evidence=majority_rows(case, count, since), relied=(needed,), remedy=remedies.get(status, ""),
            missing=undetermined(case, count) if status is Status.CANNOT_JUDGE else (),
        )  # fmt: skip
