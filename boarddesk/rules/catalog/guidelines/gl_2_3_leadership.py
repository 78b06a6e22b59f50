"""GL-2.3: no policy on separating chair and CEO; who holds the roles, and the board's own decision on it."""

from collections.abc import Iterator

from boarddesk.rules.api import BOARD, Case, Finding, Judge, MotionKind, Role, RoleTenure, Row, Status, on, rule


@rule("GL-2.3")
def check(case: Case, judge: Judge) -> Iterator[Finding]:
    """Information, once a year."""
    for year in case.years:
        if year.ahead:
            continue
        chair, ceo = case.holder(Role.CHAIR, year.cut), case.holder(Role.CEO, year.cut)
        decided = [
            d for d in case.decisions.of_kind(MotionKind.LEADERSHIP_STRUCTURE, year.first, year.cut)
            if d.carried and d.motion.body == BOARD
        ]  # fmt: skip
        note = (
            f" The Board decided on its leadership structure on {on(decided[-1].day or year.cut)}." if decided else ""
        )
        rows: list[Row] = [row for row in (chair, ceo) if row is not None]
        rows.extend(d.motion for d in decided)
        yield judge.find(Status.INFORMATION, _words(case, chair, ceo) + note, year, evidence=rows)


def _words(case: Case, chair: RoleTenure | None, ceo: RoleTenure | None) -> str:
    if chair is None or ceo is None:
        known = case.name(chair.person) if chair else case.name(ceo.person) if ceo else ""
        return f"Chair and chief executive officer are not both on record{f'; {known} is' if known else ''}."
    if chair.person == ceo.person:
        return f"{case.name(ceo.person)} is chair and chief executive officer."
    return f"{case.name(chair.person)} is chair, {case.name(ceo.person)} chief executive officer."
