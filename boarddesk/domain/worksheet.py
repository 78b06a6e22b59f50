"""The independence worksheet: what each test came to for one director on one day, as window and print show it."""

from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.finding import Evidence, UsedParameter
from boarddesk.domain.independence import Outcome, Standard


class Weight(StrEnum):
    """What a test says of a director; none of them says that a director is independent."""

    BARS = "bars"
    CANNOT_JUDGE = "cannot_judge"
    JUDGMENT_NEEDED = "judgment_needed"
    DOES_NOT_BAR = "does_not_bar"
    WEIGHED = "weighed"
    """Factors that the Board weighs and that bar nobody (Rule 10C-1), and has weighed on record."""
    NOT_ASKED = "not_asked"
    """Not asked of this director: not a member of the committee."""


WEIGHT_WORDS = {
    Weight.BARS: "Bars",
    Weight.CANNOT_JUDGE: "Cannot judge",
    Weight.JUDGMENT_NEEDED: "Judgment needed",
    Weight.DOES_NOT_BAR: "Does not bar",
    Weight.WEIGHED: "Weighed",
    Weight.NOT_ASKED: "Not a member",
}
URGENT = (Weight.BARS, Weight.CANNOT_JUDGE, Weight.JUDGMENT_NEEDED)


class Reckoned(msgspec.Struct, frozen=True, gc=False):
    """One thing weighed in a test: in words, and US cents against their limit where it is money."""

    words: str
    weight: Weight
    cents: int | None = None
    limit_cents: int | None = None


class Test(msgspec.Struct, frozen=True, gc=False):
    """One test of one director: the window [first, last], the computation, the answers it came from.

    `letter` is A to F for the bright lines, else empty; `because` is one sentence; `clears` is the first day on
    which what bars now no longer does, where that is known.
    """

    __test__ = False

    letter: str
    title: str
    rule: str
    weight: Weight
    because: str
    first: date
    last: date
    steps: tuple[Reckoned, ...] = ()
    answers: tuple[Evidence, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    missing: tuple[str, ...] = ()
    parameters: tuple[UsedParameter, ...] = ()
    clears: date | None = None

    def says(self, step: Reckoned) -> bool:
        """Whether the sentence says a step already."""
        return step.words.rstrip(".").casefold() in self.because.casefold()


class Decided(msgspec.Struct, frozen=True, gc=False):
    """How a director stands under one standard by the Board's latest determination; all empty where there is none."""

    standard: Standard
    outcome: Outcome | None = None
    decided_on: date | None = None
    motion: str = ""
    rationale: str = ""
    considered: tuple[str, ...] = ()
    changed_on: date | None = None
    """When an answer changed after the determination, which the Board has not yet weighed."""


class Worksheet(msgspec.Struct, frozen=True, gc=False):
    """All tests of one director on one day, what was reported, and the Board's determinations so far.

    `bright` are the lines A to F of Nasdaq 5605(a)(2), `overlay` fees and affiliation of Rule 10A-3, `factors`
    those of Rule 10C-1. `reported` are the relationships that the answers tell of, for the Board to weigh.
    """

    person: str
    name: str
    office: str
    day: date
    bright: tuple[Test, ...]
    overlay: tuple[Test, ...]
    factors: Test
    answers: tuple[Evidence, ...]
    outstanding: str
    reported: tuple[str, ...]
    decided: tuple[Decided, ...]

    @property
    def tests(self) -> tuple[Test, ...]:
        """Every test in the order of the page."""
        return (*self.bright, *self.overlay, self.factors)

    def weighed_as(self, weight: Weight) -> tuple[Test, ...]:
        """The tests that came to a result."""
        return tuple(test for test in self.tests if test.weight is weight)
