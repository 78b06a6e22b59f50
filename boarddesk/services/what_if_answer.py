"""One what-if answered whole, for the window and for print: what was supposed, by rule, and the quorum beside it."""

from collections.abc import Sequence
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.finding import Finding
from boarddesk.domain.quorum import BOARD_QUORUM, fraction_for, needed_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import authorized_size, directors_on
from boarddesk.services.suppositions import Supposed, if_words, title_of
from boarddesk.services.what_if import Comparison, Turn, compare, first_refused, supposed_record
from boarddesk.services.what_if_rules import RuleTurn, counted, rule_turns
from boarddesk.services.words import capital, member_word, small_number
from boarddesk.services.workspace import Services


class Answer(msgspec.Struct, frozen=True):
    """The comparison of one question as pages and documents show it; `before` are the findings without the changes."""

    changes: tuple[Supposed, ...]
    day: date
    title: str
    head: str
    words: tuple[str, ...]
    comparison: Comparison
    before: tuple[Finding, ...]
    rules: tuple[RuleTurn, ...]
    counts: dict[Turn, int]
    note: str

    @property
    def changed(self) -> int:
        """How many rules do not stay as they are."""
        return len(self.rules) - self.counts[Turn.SAME]

    @property
    def altered(self) -> int:
        """How many rules stay as they are, but for another reason."""
        return sum(row.turn is Turn.SAME and row.lead.altered for row in self.rules)


class Refusal(msgspec.Struct, frozen=True):
    """The place of the change that cannot be, and why."""

    place: int
    error: UserError


def answer(
    services: Services, changes: Sequence[Supposed], day: date, before: tuple[Finding, ...] | None = None
) -> Answer | Refusal:
    """Judge the question; meant to run off the window's thread, so nothing here touches what it shares."""
    refused = first_refused(services, changes)
    if refused is not None:
        return Refusal(*refused)
    there = services.record
    if before is None:
        before = services.judge.aside(there, day).findings
    record = supposed_record(services, changes)
    comparison = compare(services, changes, day, before)
    rules = rule_turns(comparison, record)
    return Answer(
        changes=tuple(changes),
        day=day,
        title=title_of(record, changes),
        head=if_words(record, changes),
        words=comparison.words,
        comparison=comparison,
        before=before,
        rules=rules,
        counts=counted(rules),
        note=quorum_note(there, record, day),
    )


def quorum_note(before: Record, after: Record, day: date) -> str:
    """What the changes do to the quorum of the Board; empty where they do nothing to it (8 Del. C. §141(b))."""
    size = authorized_size(after, day)
    if size is None:
        return ""
    serving, old = len(directors_on(after, day)), len(directors_on(before, day))
    needed = needed_of(size, fraction_for(after, BOARD_QUORUM, day))
    was = needed_of(authorized_size(before, day) or size, fraction_for(before, BOARD_QUORUM, day))
    if (serving, needed) == (old, was):
        return ""
    verb = "stays at" if needed == was else "becomes"
    over = serving - needed
    stands = f"{small_number(over)} above the quorum" if over > 0 else "just a quorum"
    stands = stands if over >= 0 else f"{small_number(-over)} short of a quorum"
    directors = f"{small_number(serving)} {member_word('board', serving)}"
    return capital(f"board quorum {verb} {needed} of {size} seats; {directors} would be in office, {stands}.")
