"""A bright line as findings: tested on the day of the Board's determination and on the last day of each year."""

from collections.abc import Iterator
from functools import partial

import msgspec

from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.independence import Determination, Outcome
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.each_director import director_findings
from boarddesk.rules.independence import Ruling
from boarddesk.rules.inquiry import RANK, LineResult, Verdict, within
from boarddesk.rules.judge import Judge
from boarddesk.rules.labels import role_words
from boarddesk.rules.prongs import bright_line, plainly_clear
from boarddesk.rules.words import on, sentence

CLEAR = Verdict.DOES_NOT_BAR
STATUS = {
    Verdict.BARS: Status.NOT_MET,
    Verdict.CANNOT_JUDGE: Status.CANNOT_JUDGE,
    Verdict.JUDGMENT_NEEDED: Status.JUDGMENT_NEEDED,
    Verdict.DOES_NOT_BAR: Status.MET,
}


def bright_line_findings(case: Case, judge: Judge, letter: str) -> Iterator[Finding]:
    """One finding a director and fiscal year; one on nobody's name where no director is on record."""
    return director_findings(case, judge, partial(_director, letter), gap="directors in office")


def claimed(ruling: Ruling) -> bool:
    """Whether anybody claims independence: a bright line only forbids what the Board would otherwise find."""
    if ruling.determination is None:
        return ruling.office is None
    return ruling.determination.outcome is Outcome.INDEPENDENT


def _director(letter: str, case: Case, judge: Judge, year: Period, person: str) -> Finding:
    ruling = case.independence.ruling(person, year.cut)
    if not claimed(ruling):
        return _no_claim(judge, year, person, case.name(person), ruling)
    made = ruling.determination
    now = bright_line(case, letter, person, year.cut)
    if made is None or made.decided_on == year.cut:
        return _tested(judge, year, person, now, [made] if made else [])
    then_clear = plainly_clear(case, letter, person, made.decided_on) if now.verdict is CLEAR else None
    if then_clear is not None:
        return _both_clear(judge, year, person, now, made, (then_clear,))
    then = bright_line(case, letter, person, made.decided_on)
    if RANK[now.verdict] < RANK[then.verdict] or (now.verdict is then.verdict and now.verdict is not CLEAR):
        return _tested(judge, year, person, now, [made])
    if then.verdict is CLEAR:
        return _both_clear(judge, year, person, now, made, then.evidence)
    return _on_its_day(judge, year, person, then, made)


def _both_clear(
    judge: Judge, year: Period, person: str, now: LineResult, made: Determination, then: tuple[Row, ...]
) -> Finding:
    also = f"; the same held on {on(made.decided_on)}, the day of the Board's determination"
    return _found(judge, year, person, now, f"{now.words}{also}.", [made, *then])


def _no_claim(judge: Judge, year: Period, person: str, name: str, ruling: Ruling) -> Finding:
    rows: list[Row] = [row for row in (ruling.determination, ruling.office) if row is not None]
    if ruling.determination is not None:
        because = f"The Board determined {name} not independent on {on(ruling.determination.decided_on)}"
    else:
        office = f" as {role_words(ruling.office)}" if ruling.office else ""
        because = f"{name} serves the company{office} and is not held out as independent"
    return judge.find(Status.NOT_APPLICABLE, f"{because}; no bright line need be tested.", year, person, evidence=rows)


def _on_its_day(judge: Judge, year: Period, person: str, then: LineResult, made: Determination) -> Finding:
    """What only the day of the determination shows, though by the end of the year it no longer does."""
    tested = f"Tested on {on(made.decided_on)}, the day of the Board's determination: {within(then.words)}"
    found = _found(judge, year, person, then, f"{tested}{_bars(then)}.", [made])
    if then.verdict is not Verdict.BARS:
        return found
    remedy = f"A new determination of the Board: on {on(year.cut)} this line no longer bars one."
    return msgspec.structs.replace(found, remedy=remedy)


def _tested(judge: Judge, year: Period, person: str, result: LineResult, rows: list[Determination]) -> Finding:
    return _found(judge, year, person, result, f"{sentence(result.words)}{_bars(result)}.", list(rows))


def _bars(result: LineResult) -> str:
    return "; that bars a finding of independence" if result.verdict is Verdict.BARS else ""


def _found(judge: Judge, year: Period, person: str, result: LineResult, because: str, rows: list[Row]) -> Finding:
    return judge.find(
        STATUS[result.verdict],
        because,
        year,
        person,
        evidence=dict.fromkeys([*result.evidence, *rows]),
        missing=result.missing,
        relied=result.relied,
        remedy=line_remedy(judge.case.name(person), result),
    )


def line_remedy(name: str, result: LineResult) -> str:
    """What would put a test right, or from when it no longer bars."""
    if result.verdict is Verdict.BARS and result.clears is not None:
        return f"Until {on(result.clears)} the Board cannot determine {name} independent."
    if result.verdict is Verdict.BARS:
        return f"While this holds the Board cannot determine {name} independent."
    if result.verdict is Verdict.JUDGMENT_NEEDED:
        return "A view of the Board on it, with its reasons, when it next determines independence."
    return ""
