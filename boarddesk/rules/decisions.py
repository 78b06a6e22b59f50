"""How motions ended and when: at meetings by their votes, between meetings by everybody's signature (§141(f))."""

from bisect import bisect_left, bisect_right
from datetime import date, datetime
from functools import partial

import msgspec

from boarddesk.domain.consents import effective_at
from boarddesk.domain.meetings import AgendaItem, ItemOutcome, Meeting
from boarddesk.domain.motions import Consent, Motion, MotionKind, Result
from boarddesk.domain.votes import tally_with
from boarddesk.rules.quorums import Quorums
from boarddesk.rules.reads import Shelf

DONE = frozenset({ItemOutcome.RECEIVED, ItemOutcome.DISCUSSED, ItemOutcome.DECIDED, ItemOutcome.NO_ACTION})


class Decision(msgspec.Struct, frozen=True):
    """How one motion ended. `result` is None where the record cannot tell; `timed` says whether the hour is known."""

    motion: Motion
    result: Result | None
    moment: datetime | None
    timed: bool

    @property
    def day(self) -> date | None:
        """The day it was decided."""
        return self.moment.date() if self.moment else None

    @property
    def carried(self) -> bool:
        """Whether it carried beyond doubt."""
        return self.result is Result.CARRIED

    def before(self, other: "Decision") -> bool | None:
        """Whether this came before the other; None where the hours of one day are not known."""
        if self.moment is None or other.moment is None:
            return None
        if self.moment.date() != other.moment.date():
            return self.moment < other.moment
        if not (self.timed and other.timed) or self.moment == other.moment:
            return None
        return self.moment < other.moment


class Decisions:
    """Decisions by motion, worked out once each."""

    def __init__(self, record: Shelf, quorums: Quorums) -> None:
        self._record = record
        self._quorums = quorums

    def of(self, motion: Motion) -> Decision:
        """How a motion ended, and when."""
        return self._record.once(("decision", motion.id), partial(self._decide, motion))

    def by_id(self, motion: str | None) -> Decision | None:
        """How the motion with that id ended."""
        found = self._record.find(Motion, motion)
        return self.of(found) if found else None

    def motions(self, kind: MotionKind, first: date | None = None, last: date | None = None) -> tuple[Motion, ...]:
        """The motions of a kind decided from the first to the last day, oldest first, not counted yet."""
        days, found = self._record.once(("motions", kind), partial(self._in_time, kind))
        low = bisect_left(days, first) if first else 0
        return found[low : bisect_right(days, last) if last else len(days)]

    def _in_time(self, kind: MotionKind) -> tuple[list[date], tuple[Motion, ...]]:
        moments = [(self._when(motion), motion) for motion in self._record.where(Motion, "kind", kind)]
        dated = [(when, motion.order, motion.id, motion) for when, motion in moments if when is not None]
        dated.sort(key=lambda entry: entry[:3])
        return [entry[0].date() for entry in dated], tuple(entry[3] for entry in dated)

    def of_kind(self, kind: MotionKind, first: date | None = None, last: date | None = None) -> tuple[Decision, ...]:
        """The decisions of a kind made from the first to the last day, oldest first."""
        return tuple(self.of(motion) for motion in self.motions(kind, first, last))

    def day_of(self, motion: Motion) -> date | None:
        """The day a motion was decided, without counting its votes."""
        when = self._when(motion)
        return when.date() if when else None

    def _when(self, motion: Motion) -> datetime | None:
        meeting = self._record.find(Meeting, motion.meeting)
        if meeting is None:
            return self.of(motion).moment
        return motion.at or meeting.called_to_order or meeting.starts

    def _decide(self, motion: Motion) -> Decision:
        meeting = self._record.find(Meeting, motion.meeting)
        if meeting is None:
            return self._by_consent(motion)
        moment = motion.at or meeting.called_to_order or meeting.starts
        timed = motion.at is not None or not meeting.all_day
        if motion.result_stated is not None:
            return Decision(motion, motion.result_stated, moment, timed)
        counted = tally_with(self._record, motion, self._quorums.of(meeting, motion))
        return Decision(motion, counted.result, moment, timed)

    def _by_consent(self, motion: Motion) -> Decision:
        consent = self._record.find(Consent, motion.consent)
        if consent is None:
            return Decision(motion, motion.result_stated, None, timed=False)
        moment = effective_at(self._record, consent)
        return Decision(motion, Result.CARRIED if moment else None, moment, timed=moment is not None)

    def taken_up(self, item: AgendaItem) -> bool | None:
        """Whether an item of a meeting was dealt with; None where nothing records that it was."""
        if item.outcome is not None:
            return item.outcome in DONE
        if item.started is not None or item.text:
            return True
        motions = self._record.where(Motion, "item", item.id)
        return True if any(self.of(motion).carried for motion in motions) else None
