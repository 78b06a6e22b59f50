"""What if: supposed changes as the commands they would be, findings before and after; the record is never touched."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.domain.asof import as_of
from boarddesk.domain.finding import WORST_FIRST, Finding, Status
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command
from boarddesk.services.judging import judge_stood
from boarddesk.services.suppositions import Supposed, commands_of, words_of
from boarddesk.services.workspace import Services

QUIET = frozenset({Status.NOT_APPLICABLE, Status.EXEMPT, Status.INFORMATION})
RANK = {status: place for place, status in enumerate(WORST_FIRST)}


class Turn(StrEnum):
    """How a result moves."""

    WORSE = "worse"
    STARTS = "starts"
    BETTER = "better"
    ENDS = "ends"
    SAME = "same"


class Difference(msgspec.Struct, frozen=True):
    """One clause, subject and period: the finding as it is and as it would be; None where there is none."""

    turn: Turn
    before: Finding | None
    after: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding to name it by."""
        return self.after or self.before  # type: ignore[return-value] # one of the two is always there


class Comparison(msgspec.Struct, frozen=True):
    """All differences on one day, changed ones first, and the words of what was supposed."""

    day: date
    words: tuple[str, ...]
    differences: tuple[Difference, ...]

    def count(self, turn: Turn) -> int:
        """How many results move that way."""
        return Counter(difference.turn for difference in self.differences)[turn]

    @property
    def changed(self) -> tuple[Difference, ...]:
        """The results that do not stay as they are."""
        return tuple(difference for difference in self.differences if difference.turn is not Turn.SAME)


def supposed_record(services: Services, changes: Sequence[Supposed]) -> Record:
    """The record as it would be; UserError where a change cannot be so."""
    return services.bus.preview(*_all_commands(services, changes))


def _all_commands(services: Services, changes: Sequence[Supposed]) -> list[Command]:
    commands: list[Command] = []
    for change in changes:
        # Each change is read against what the changes before it would leave.
        record = services.bus.preview(*commands)
        commands += commands_of(record, change)
    return commands


def compare(services: Services, changes: Sequence[Supposed], day: date) -> Comparison:
    """Findings as of `day` without the changes and with them."""
    before = services.findings(day)
    record = supposed_record(services, changes)
    after = before if record is services.record else judge_stood(as_of(record, day), day)
    words = tuple(words_of(record, change) for change in changes)
    return Comparison(day, words, tuple(differences(before, after)))


def differences(before: Sequence[Finding], after: Sequence[Finding]) -> list[Difference]:
    """Every result of either side, those that move first, in the order of the books."""
    old = {(f.clause, f.subject, f.period): f for f in before}
    new = {(f.clause, f.subject, f.period): f for f in after}
    found = [Difference(_turn(old.get(key), finding), old.get(key), finding) for key, finding in new.items()]
    found += [Difference(_turn(finding, None), finding, None) for key, finding in old.items() if key not in new]
    order = list(Turn)
    return sorted(found, key=lambda difference: order.index(difference.turn))


def _turn(before: Finding | None, after: Finding | None) -> Turn:
    if before is None or after is None:
        quiet = (after or before) is None or (after or before).status in QUIET  # type: ignore[union-attr]
        return Turn.SAME if quiet else Turn.STARTS if before is None else Turn.ENDS
    if before.status is after.status:
        same = (before.because, before.due, before.missing) == (after.because, after.due, after.missing)
        return Turn.SAME if same or before.status in QUIET else _by_count(before, after)
    return Turn.WORSE if RANK[after.status] < RANK[before.status] else Turn.BETTER


def _by_count(before: Finding, after: Finding) -> Turn:
    """The same word for another reason: worse where an adverse result now has more against it, else the same."""
    return Turn.WORSE if len(after.missing) > len(before.missing) else Turn.SAME


def carry_out(services: Services, changes: Sequence[Supposed]) -> int:
    """Turn suppositions into real commands, one journaled step each; how many were done."""
    commands = _all_commands(services, changes)
    for command in commands:
        services.bus.do(command)
    return len(commands)
