"""A comparison told by rule: one row a clause, led by the result that moves it, and where two reasons part."""

from collections.abc import Iterable
from datetime import date
from difflib import SequenceMatcher

import msgspec

from boarddesk.domain.finding import RANK, Finding, Origin, Status
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from boarddesk.rules.clocks import FORM_8K_DAYS
from boarddesk.services.clauses import chip_of, clause_of
from boarddesk.services.compliance import period_words
from boarddesk.services.settings import in_force
from boarddesk.services.what_if import Comparison, Difference, Turn
from boarddesk.services.words import short_day, small_number

ORIGINS = {Origin.GUIDELINE: "Guideline", Origin.LAW: "Law", Origin.PRACTICE: "Practice"}
TURNS = {
    Turn.WORSE: "Gets worse",
    Turn.STARTS: "Starts",
    Turn.BETTER: "Gets better",
    Turn.ENDS: "Ends",
    Turn.SAME: "Stays the same",
}
LISTING_RULES, NOTICE = "LAW-NQ-56", "LAW-NQ-5625"
_ORDER = list(Turn)


class RuleTurn(msgspec.Struct, frozen=True):
    """One rule: how it moves, and its results, the one that decides first."""

    clause: str
    origin: Origin
    chip: str
    title: str
    text: str
    source: str
    turn: Turn
    differences: tuple[Difference, ...]
    told: tuple[str, str]
    """A few words under each of the two results of the lead."""

    @property
    def id(self) -> str:
        """The clause's id."""
        return self.clause

    @property
    def lead(self) -> Difference:
        """The result that decides."""
        return self.differences[0]

    @property
    def named(self) -> str:
        """“Law: 5605(c)(2)(A)”; a check of practice has no other name."""
        origin = ORIGINS[self.origin]
        return origin if self.chip == origin else f"{origin}: {self.chip}"


def rule_turns(comparison: Comparison, record: Record) -> tuple[RuleTurn, ...]:
    """Every rule once: those that get worse first, then those that start, get better, end, and stay."""
    by_clause: dict[str, list[Difference]] = {}
    for difference in comparison.differences:
        by_clause.setdefault(difference.finding.clause, []).append(difference)
    rows = [_rule(clause, record, _led(found)) for clause, found in by_clause.items()]
    place = {clause: n for n, clause in enumerate(by_clause)}
    # Of those that stay, what stands for another reason comes first.
    return tuple(sorted(rows, key=lambda r: (_ORDER.index(r.turn), not r.lead.altered, place[r.clause])))


def _led(found: list[Difference]) -> list[Difference]:
    """By how they move; then what is another result, the latest period, the worst status."""

    def key(difference: Difference) -> tuple[object, ...]:
        finding = difference.finding
        latest = -_ends(finding.period).toordinal()
        return (_ORDER.index(difference.turn), not difference.altered, latest, RANK[finding.status], finding.subject)

    return sorted(found, key=key)


def _ends(period: str) -> date:
    """The end of a period, near enough to put periods in order."""
    if period.startswith("FY"):
        return date(int(period[2:]), 12, 30)
    year, _, rest = period.partition("-")
    return date(int(year), int(rest[1:]) * 3, 28) if rest.startswith("Q") else date.fromisoformat(period)


def _rule(clause_id: str, record: Record, found: list[Difference]) -> RuleTurn:
    clause, finding = clause_of(clause_id, record), found[0].finding
    return RuleTurn(
        clause=clause_id,
        origin=finding.origin,
        chip=clause.chip if clause else clause_id,
        title=(clause.title if clause else finding.title) or clause_id,
        text=(clause.clause if clause else finding.title) or clause_id,
        source=clause.source if clause else "",
        turn=found[0].turn,
        differences=tuple(found),
        told=telling(found[0]),
    )


def sets_off(difference: Difference) -> tuple[str, ...]:
    """What a listing rule newly not followed sets off beside its own remedy (Nasdaq 5625; Form 8-K, Item 3.01)."""
    before, after = difference.before, difference.after
    if after is None or after.status is not Status.NOT_MET or not after.clause.startswith(LISTING_RULES):
        return ()
    if before is not None and before.status is Status.NOT_MET:
        return ()
    days = small_number(int(in_force(built_in().parameters[FORM_8K_DAYS], date.max).value))
    return (
        f"Notice to Nasdaq, promptly once an executive officer learns of it ({chip_of(NOTICE)}).",
        f"Form 8-K, Item 3.01, within {days} business days of the notice to or from Nasdaq.",
    )


def about(difference: Difference) -> str:
    """Whom and when a result is about: “Q4 2026, Audit Committee”."""
    finding = difference.finding
    period = period_words(finding.period)
    if finding.subject == "company" or not finding.subject_label:
        return period
    return finding.subject_label if period in finding.subject_label else f"{period}, {finding.subject_label}"


def telling(difference: Difference) -> tuple[str, str]:
    """A few words under each of the two results: where the reasons part, or until when there is time."""
    before, after = difference.before, difference.after
    if before is None or after is None:
        return (_short(before), _short(after))
    if before.because == after.because:
        return (_time(before) or about(difference), _time(after))
    if (first := _time(before)) != (second := _time(after)) and first and second:
        return first, second
    return _parted(before.because, after.because)


def _short(finding: Finding | None) -> str:
    return "" if finding is None else _time(finding) or finding.because


def _time(finding: Finding) -> str:
    return f"by {short_day(finding.due)}" if finding.due else ""


def _parted(one: str, other: str) -> tuple[str, str]:
    """Two sentences from the first words on that one has in place of the other's."""
    left, right = one.split(), other.split()
    matcher = SequenceMatcher(None, [w.casefold() for w in left], [w.casefold() for w in right], autojunk=False)
    changes = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    swapped = next((code for code in changes if code[0] == "replace"), changes[0] if changes else None)
    if swapped is None:
        return one, other
    _tag, a, a_end, b, b_end = changes[0]
    # A tail is no reason where more than it parts the two before: then they are told from there on.
    if a_end - a <= len(left) - swapped[1] and b_end - b <= len(right) - swapped[3]:
        _tag, a, _a, b, _b = swapped
    return " ".join(left[a:]) or one, " ".join(right[b:]) or other


def counted(rules: Iterable[RuleTurn]) -> dict[Turn, int]:
    """How many rules move each way; none is counted as 0."""
    found = dict.fromkeys(Turn, 0)
    for row in rules:
        found[row.turn] += 1
    return found
