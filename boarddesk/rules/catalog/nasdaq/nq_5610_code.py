"""LAW-NQ-5610: a code of conduct for all directors, officers and employees is in force and public."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, Document, DocumentKind, Finding, Judge, Period, Status, first_gap, on, rule


@rule("LAW-NQ-5610")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a fiscal year."""
    for year in case.years:
        if not year.ahead:
            yield _year(case, judge, year)


def _year(case: Case, judge: Judge, year: Period) -> Finding:
    codes = case.record.where(Document, "kind", DocumentKind.CODE_OF_CONDUCT)
    if not codes:
        because = f"No code of conduct is on record for {year.label}."
        return judge.find(Status.CANNOT_JUDGE, because, year, missing=("the code of conduct",))
    listed = case.record.company.listing_date
    first = max(year.first, listed) if listed else year.first
    gap = first_gap(codes, first, year.cut)
    if gap is not None:
        undated = tuple(f"the day from which “{d.title}” is in force" for d in codes if d.effective_from is None)
        because = f"No code of conduct was in force on {on(gap)}."
        return judge.find(
            Status.CANNOT_JUDGE if undated else Status.NOT_MET, because, year, evidence=codes, missing=undated,
            remedy="A code of conduct, adopted by the Board and made public.",
        )  # fmt: skip
    current = [d for d in codes if d.in_force_on(year.cut)]
    public = [d for d in current if d.public_on is not None]
    if public:
        newest = max(public, key=lambda d: (d.public_on, d.id))
        where = f" at {newest.public_where}" if newest.public_where else ""
        day = newest.public_on or year.cut
        if day <= year.cut:
            because = f"The code of conduct is in force and public since {on(day)}{where}."
            return judge.find(Status.MET, because, year, evidence=current)
        because = f"The code of conduct in force was made public only on {on(day)}, after {year.label}."
        remedy = f"This cannot be cured for {year.label}."
        return judge.find(Status.NOT_MET, because, year, evidence=current, remedy=remedy)
    because = "A code of conduct is in force; that it was made public is not on record."
    missing = ("when and where the code of conduct was made public",)
    return judge.find(Status.CANNOT_JUDGE, because, year, evidence=current, missing=missing)
