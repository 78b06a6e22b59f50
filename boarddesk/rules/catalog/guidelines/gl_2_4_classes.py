"""GL-2.4: three classes with staggered terms of three years."""

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
    coverage,
    listed,
    rule,
    sentence,
    uneven_sizes,
)  # fmt: skip


@rule("GL-2.4")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a quarter, by everything in it that does not fit."""
    for quarter in case.quarters:
        if quarter.ahead:
            yield judge.ahead(quarter)
        elif not any(terms for _, terms in case.directors.stretches(quarter.first, quarter.cut)):
            because = f"No director is on record for {quarter.label}."
            yield judge.find(Status.CANNOT_JUDGE, because, quarter, missing=("directors, classes and terms",))
        else:
            yield _quarter(case, judge, quarter)


def _quarter(case: Case, judge: Judge, quarter: Period) -> Finding:
    years = judge.value("class_term_years", quarter.cut)
    classes = judge.value("guideline_classes", quarter.cut)
    problems = [*class_problems(case, quarter, years.number), *coverage(case, quarter, classes)]
    warning, relied = uneven_sizes(case, judge, quarter)
    if warning and judge.value("classes_nearly_equal_required", quarter.cut).yes:
        problems.append(Problem(Status.NOT_MET, warning))
    sizes = classes_on(case, quarter.cut)
    counts = listed(f"{count} in Class {name}" for name, count in sorted(sizes.items()))
    rows: list[Row] = [row for problem in problems for row in problem.rows]
    rows.extend(class_documents(case, quarter.cut))
    if not problems:
        note = f" {sentence(warning)}; the certificate is not known to ask for more." if warning else ""
        because = f"Every director stands in one class with a term that fits it: {counts}.{note}"
        rows = [*case.directors.on(quarter.cut), *rows]
        return judge.find(Status.MET, because, quarter, evidence=rows, relied=(years, classes, *relied))
    status = min((p.status for p in problems), key=WORST_FIRST.index)
    because = sentence("; ".join(p.text for p in problems if p.status is status) + ".")
    missing = tuple(p.missing for p in problems if p.missing and p.status is status)
    remedy = " ".join(dict.fromkeys(p.remedy for p in problems if p.remedy and p.status is status))
    return judge.find(
        status, because, quarter, evidence=dict.fromkeys(rows), missing=missing, relied=(years, classes, *relied),
        remedy=remedy,
    )  # fmt: skip
