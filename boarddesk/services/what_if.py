"""What if: supposed changes as the commands they would be, findings before and after; the record is never touched."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from enum import StrEnum

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.finding import ADVERSE, RANK, Finding, Status
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command
from boarddesk.services.suppositions import Supposed, commands_of, day_of, words_of
from boarddesk.services.workspace import Services

QUIET = frozenset({Status.NOT_APPLICABLE, Status.EXEMPT, Status.INFORMATION})
RUNNING = frozenset({Status.IN_CURE, Status.DUE_SOON, Status.OVERDUE})
"""Results whose day counts: less time is worse. What is merely not yet due is planned anew with its meeting."""
AWAITED = frozenset({Status.DUE_SOON, Status.NOT_YET_DUE})


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

    @property
    def altered(self) -> bool:
        """Whether the result or its reason is another one."""
        if self.before is None or self.after is None:
            return True
        return (self.before.status, self.before.because) != (self.after.status, self.after.because)


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


def day_to_judge(services: Services, changes: Sequence[Supposed]) -> date:
    """The day as of which the changes are judged: the one shown, or a later one by which all of them have happened."""
    days = (day_of(services.record, change) for change in changes)
    return max((services.day, *(day for day in days if day is not None)))


def first_refused(services: Services, changes: Sequence[Supposed]) -> tuple[int, UserError] | None:
    """The place of the first change that cannot be, and why; None where all of them can."""
    steps = _steps(services, changes)
    for place in range(len(changes)):
        try:
            next(steps)
        except UserError as error:
            return place, error
    return None


def supposed_record(services: Services, changes: Sequence[Supposed]) -> Record:
    """The record as it would be; UserError where a change cannot be so."""
    return _taken(services, changes)[1]


def all_commands(services: Services, changes: Sequence[Supposed]) -> tuple[Command, ...]:
    """The commands that would make the changes real, in order; UserError where one cannot be."""
    return _taken(services, changes)[0]


def _taken(services: Services, changes: Sequence[Supposed]) -> tuple[tuple[Command, ...], Record]:
    """The commands of all changes, and the record they leave."""
    return [((), services.record), *_steps(services, changes)][-1]


def _steps(services: Services, changes: Sequence[Supposed]) -> Iterator[tuple[tuple[Command, ...], Record]]:
    """After each change the commands so far and the record they leave: the next change is read against that."""
    commands: tuple[Command, ...] = ()
    record = services.record
    for change in changes:
        commands += tuple(commands_of(record, change))
        record = services.bus.preview(*commands)
        yield commands, record


def compare(
    services: Services, changes: Sequence[Supposed], day: date, before: Sequence[Finding] | None = None
) -> Comparison:
    """Findings as of `day` without the changes (`before`, where they are known already) and with them."""
    before = services.findings(day) if before is None else before
    record = supposed_record(services, changes)
    there = services.record
    after = before if record is there else services.judge.supposed(there, record, day)
    words = tuple(words_of(record, change) for change in changes)
    return Comparison(day, words, tuple(differences(before, after, _shifted(there, record))))


def _shifted(before: Record, after: Record) -> frozenset[str]:
    """The meetings that are held on another day, or not at all."""
    there = before.all(Meeting)
    if there is after.all(Meeting):
        return frozenset()
    new = {meeting.id: (meeting.day, meeting.state) for meeting in after.all(Meeting)}
    return frozenset(meeting.id for meeting in there if new.get(meeting.id) != (meeting.day, meeting.state))


def differences(
    before: Sequence[Finding], after: Sequence[Finding], shifted: frozenset[str] = frozenset()
) -> list[Difference]:
    """Every result of either side, those that move first, in the order of the books; `shifted` are meetings."""
    old = {(f.clause, f.subject, f.period): f for f in before}
    new = {(f.clause, f.subject, f.period): f for f in after}
    found = [Difference(_turn(old.get(key), finding, shifted), old.get(key), finding) for key, finding in new.items()]
    found += [
        Difference(_turn(finding, None, shifted), finding, None) for key, finding in old.items() if key not in new
    ]
    order = list(Turn)
    return sorted(found, key=lambda difference: order.index(difference.turn))


def _turn(before: Finding | None, after: Finding | None, shifted: frozenset[str]) -> Turn:
    if before is None or after is None:
        only = after or before
        quiet = only is None or only.status in QUIET
        return Turn.SAME if quiet else Turn.STARTS if before is None else Turn.ENDS
    if {before.status, after.status} <= AWAITED and (_meetings(before) or _meetings(after)):
        return _by_meeting(before, after, shifted)
    if before.status is after.status:
        return Turn.SAME if before.status in QUIET else _by_count(before, after)
    if before.status in QUIET or after.status in QUIET:
        # A rule that no longer applies is no better followed than before.
        both = before.status in QUIET and after.status in QUIET
        return Turn.SAME if both else Turn.STARTS if before.status in QUIET else Turn.ENDS
    return Turn.WORSE if RANK[after.status] < RANK[before.status] else Turn.BETTER


def _meetings(finding: Finding) -> frozenset[str]:
    return frozenset(evidence.id for evidence in finding.evidence if evidence.kind == Meeting.table)


def _by_meeting(before: Finding, after: Finding, shifted: frozenset[str]) -> Turn:
    """A duty still to be done is worse off where it loses its meeting, though more time seems left."""
    had, has = _meetings(before), _meetings(after)
    if had & shifted and not had & has:
        return Turn.WORSE
    return Turn.BETTER if has and not had else Turn.SAME


def _by_count(before: Finding, after: Finding) -> Turn:
    """The same word for another reason: by what an adverse result lacks, then by the day until which there is time."""
    if before.status in ADVERSE and len(after.missing) != len(before.missing):
        return Turn.WORSE if len(after.missing) > len(before.missing) else Turn.BETTER
    if before.status in RUNNING and before.due and after.due and before.due != after.due:
        return Turn.WORSE if after.due < before.due else Turn.BETTER
    return Turn.SAME
