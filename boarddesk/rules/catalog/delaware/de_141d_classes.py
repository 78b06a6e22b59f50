"""LAW-DE-141d: up to three classes, whose terms end at successive annual meetings."""

from collections.abc import Iterator

from boarddesk.rules.api import (
    WORST_FIRST,
    Case,
    Finding,
    Judge,
    Period,
    Problem,
    Row,
    Status,
    class_documents,
    class_problems,
    classes_on,
    listed,
    number,
    rule,
    sentence,
)  # fmt: skip


@rule("LAW-DE-141d")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter; not applicable to a board without classes."""
    for quarter in case.quarters:
        if quarter.ahead:
            yield judge.ahead(quarter)
        elif not case.record.company.classified:
            yield judge.find(Status.NOT_APPLICABLE, "The Board is not divided into classes.", quarter)
        elif not any(terms for _, terms in case.directors.stretches(quarter.first, quarter.cut)):
            because = f"No director is on record for {quarter.label}."
            yield judge.find(Status.CANNOT_JUDGE, because, quarter, missing=("directors, classes and terms",))
        else:
            yield _quarter(case, judge, quarter)


def _quarter(case: Case, judge: Judge, quarter: Period) -> Finding:
    years, most = judge.value("class_term_years", quarter.cut), judge.value("classes_at_most", quarter.cut)
    problems = list(class_problems(case, quarter, years.number))
    documents = class_documents(case, quarter.cut)
    classes = classes_on(case, quarter.cut)
    if len(classes) > most.number:
        problems.append(Problem(Status.NOT_MET, f"directors stand in {number(len(classes))} classes"))
    if not documents:
        gap = "certificate of incorporation or bylaws that divide the Board"
        problems.append(Problem(Status.CANNOT_JUDGE, "no certificate or bylaws in force are on record", (), gap))
    if not problems:
        counts = listed(f"{count} in Class {name}" for name, count in sorted(classes.items()))
        because = f"The terms of {counts} end at successive annual meetings."
        rows: list[Row] = [*case.directors.on(quarter.cut), *documents]
        return judge.find(Status.MET, because, quarter, evidence=rows, relied=(years, most))
    status = min((p.status for p in problems), key=WORST_FIRST.index)
    because = sentence("; ".join(p.text for p in problems if p.status is status) + ".")
    missing = tuple(p.missing for p in problems if p.missing and p.status is status)
    remedy = " ".join(dict.fromkeys(p.remedy for p in problems if p.remedy and p.status is status))
    found = dict.fromkeys([*(row for p in problems for row in p.rows), *documents])
    return judge.find(status, because, quarter, evidence=found, missing=missing, relied=(years, most), remedy=remedy)
