"""GL-5.5: each charter sets out the committee's policies, responsibilities and qualifications of members."""

from collections.abc import Iterator

from boarddesk.rules.api import Case, CharterPart, Finding, Judge, Status, charter_verdict, rule

PARTS = (CharterPart.RESPONSIBILITIES, CharterPart.PROCESS, CharterPart.QUALIFICATIONS)


@rule("GL-5.5")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a standing committee and year."""
    for year in case.years:
        if year.ahead:
            continue
        standing = [committee for committee in case.committees_on(year.cut) if committee.standing]
        for committee in standing:
            found = charter_verdict(case, committee, year, PARTS)
            remedy = "A charter with these parts, adopted by the Board." if found.status is Status.NOT_MET else ""
            yield judge.find(
                found.status, f"{found.words}.", year, committee,
                evidence=(committee, *found.rows), missing=found.missing, remedy=remedy,
            )  # fmt: skip
        if not standing:
            because = f"No standing committee is on record for {year.label}."
            yield judge.find(Status.CANNOT_JUDGE, because, year, missing=("committees and their charters",))
