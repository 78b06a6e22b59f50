"""Hints on the drafting of minutes: each names its place and can be set aside with a reason."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import HintDismissal
from boarddesk.domain.record import Record
from boarddesk.services.hints import course, presence, times, wording
from boarddesk.services.hints.hint import Draft, Hint
from boarddesk.services.minutes_blocks import minutes_blocks

RULES: tuple[Callable[[Draft], Iterator[Hint]], ...] = (
    presence.no_quorum,
    presence.votes_counted,
    presence.votes_told,
    presence.absent_named,
    course.resolution_retold,
    times.backwards,
    course.no_longer_fits,
    wording.privileged,
    course.nothing_said,
    wording.gap,
    wording.at_length,
    wording.quotation,
    wording.adjectives,
    wording.tentative,
)
"""The rules, those first where text and record contradict each other."""


@dataclass(frozen=True, slots=True)
class Hints:
    """The hints of one meeting's minutes: those that stand, in the order of the page, and those set aside."""

    open: tuple[Hint, ...] = ()
    dismissed: tuple[tuple[Hint, HintDismissal], ...] = ()

    @property
    def differing(self) -> int:
        """How many say that text and record contradict each other."""
        return sum(hint.differs for hint in self.open)


def hints_of(record: Record, meeting_id: str, draft: Draft | None = None) -> Hints:
    """Every hint on a meeting's minutes; one set aside comes back when its words change."""
    meeting = record.get(Meeting, meeting_id)
    look = draft or Draft(record, meeting, minutes_blocks(record, meeting_id))
    order = {block.key: number for number, block in enumerate(look.blocks)}
    found = dict.fromkeys(hint for rule in RULES for hint in rule(look))
    hints = sorted(found, key=lambda hint: (order.get(hint.place, len(order)), not hint.differs))
    gone = {(row.hint, row.place, row.words): row for row in record.where(HintDismissal, "meeting", meeting_id)}
    aside = [(hint, gone[_key(hint)]) for hint in hints if _key(hint) in gone]
    return Hints(tuple(hint for hint in hints if _key(hint) not in gone), tuple(aside))


def _key(hint: Hint) -> tuple[str, str, str]:
    return (hint.rule, hint.place, hint.about)
