"""Whether the Board weighed both factors for each compensation committee member (Nasdaq 5605(d)(2)(A); Rule 10C-1)."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import Finding, Status
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.row import Row
from boarddesk.rules.case import Case, Period
from boarddesk.rules.committee_members import Spell, nobody, serving
from boarddesk.rules.independence import Standing
from boarddesk.rules.judge import Judge
from boarddesk.rules.words import listed, on

FACTORS = {
    "the source of the member's compensation": ("source", "fee", "paid by"),
    "affiliation with the company": ("affiliat",),
}
"""The two factors, and the words by which a rationale shows that it speaks of each."""


class Weighed(NamedTuple):
    """What the record shows of one member."""

    status: Status
    because: str
    rows: tuple[Row, ...] = ()
    missing: tuple[str, ...] = ()
    remedy: str = "A determination of the Board that weighs both factors."


def factor_findings(case: Case, judge: Judge) -> Iterator[Finding]:
    """One finding a member and year, on the last day of service in it."""
    for year in case.years:
        if year.ahead:
            continue
        spells = {spell.person: spell for spell in serving(case, CommitteeKind.COMPENSATION, year)}
        for person, spell in spells.items():
            found = _member(case, spell, year)
            remedy = "" if found.status is Status.MET else found.remedy
            yield judge.find(
                found.status, found.because, year, person, evidence=found.rows, missing=found.missing, remedy=remedy
            )
        if not spells:
            yield nobody(case, judge, CommitteeKind.COMPENSATION, year)


def unnamed(made: Determination) -> tuple[str, ...]:
    """The factors of which neither the rationale nor what was considered speaks."""
    text = " ".join((made.rationale, *made.considered)).casefold()
    return tuple(factor for factor, words in FACTORS.items() if not any(word in text for word in words))


def _member(case: Case, spell: Spell, year: Period) -> Weighed:
    name, committee, last = case.name(spell.person), spell.committee.name, spell.last(year)
    ruling = case.independence.ruling(spell.person, last, Standard.COMPENSATION)
    made = ruling.determination
    if made is None:
        gap = f"determination of {name} under the compensation standard, with both factors weighed"
        because = f"No determination of {name} for the {committee} is on record by {on(last)}."
        return Weighed(Status.CANNOT_JUDGE, because, spell.seats[-1:], (gap,))
    said = f"The Board determined on {on(made.decided_on)} that {name} is"
    if made.outcome is Outcome.NOT_INDEPENDENT:
        because = f"{said} not independent for the {committee}, of which {name} was a member on {on(last)}."
        return Weighed(Status.NOT_MET, because, (made, *spell.seats[-1:]), remedy="Another member of the committee.")
    gaps = unnamed(made)
    if gaps:
        because = f"{said} independent for the {committee}; that it weighed {listed(gaps)} is not on record."
        wanted = tuple(f"minutes or resolution of {on(made.decided_on)} on {gap} ({name})" for gap in gaps)
        return Weighed(Status.CANNOT_JUDGE, because, (made,), wanted)
    late = _late(case, spell, year)
    if late is not None:
        because = f"{name} was a member of the {committee} from {on(spell.start)} on; the Board weighed the factors"
        because = f"{because} on {on(late.decided_on)}, by the record for the first time."
        return Weighed(Status.JUDGMENT_NEEDED, because, (late, *spell.seats[:1]), remedy="")
    if ruling.standing is Standing.UNDER_REVIEW and ruling.changed and ruling.changed.received_on:
        because = f"{said} independent for the {committee}; an answer changed on {on(ruling.changed.received_on)}."
        return Weighed(Status.JUDGMENT_NEEDED, because, (made, ruling.changed))
    because = f"{said} independent for the {committee}, having weighed {listed(FACTORS)}."
    return Weighed(Status.MET, because, (made,))


def _late(case: Case, spell: Spell, year: Period) -> Determination | None:
    """The first determination, where it came in this year or later than the seat did."""
    rows = [d for d in case.record.where(Determination, "person", spell.person) if d.standard is Standard.COMPENSATION]
    first = min(rows, key=_decided)
    return first if first.decided_on > spell.start and first.decided_on >= year.first else None


def _decided(made: Determination) -> tuple[date, str]:
    return made.decided_on, made.id
