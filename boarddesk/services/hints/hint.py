"""What a hint on the drafting of minutes is, and what every rule looks at."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record

WRITTEN = frozenset({BlockKind.TEXT, BlockKind.EVENT, BlockKind.MOTION, BlockKind.APPROVAL})
"""Blocks whose words a person writes."""
LONGEST = 500
"""Characters of words that a dismissal keeps."""


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint: the rule, the block it concerns, the words in it, and a sentence that says what is so and what to do.

    `differs` says that text and record contradict each other; other hints are on the wording alone.
    """

    rule: str
    place: str
    words: str
    sentence: str
    differs: bool = False

    @property
    def about(self) -> str:
        """The words as a dismissal keeps them: on one line, and no longer than the record takes."""
        return " ".join(self.words.split())[:LONGEST]


@dataclass(frozen=True)
class Draft:
    """The minutes of one meeting as the rules look at them."""

    record: Record
    meeting: Meeting
    blocks: tuple[Block, ...]

    @cached_property
    def printed(self) -> tuple[Block, ...]:
        """The blocks that are printed."""
        return tuple(block for block in self.blocks if not block.left_out)

    @cached_property
    def by_key(self) -> dict[str, Block]:
        """Printed blocks by their keys."""
        return {block.key: block for block in self.printed}

    @cached_property
    def items(self) -> tuple[AgendaItem, ...]:
        """The items in order of the agenda."""
        found = self.record.where(AgendaItem, "meeting", self.meeting.id)
        return tuple(sorted(found, key=lambda item: (item.position, item.id)))

    @cached_property
    def motions(self) -> tuple[Motion, ...]:
        """The motions of the meeting."""
        return self.record.where(Motion, "meeting", self.meeting.id)

    def written(self) -> Iterator[Block]:
        """The printed blocks whose words a person writes."""
        return (block for block in self.printed if block.kind in WRITTEN and not block.fixed)

    def item_of(self, block: Block) -> AgendaItem | None:
        """The item that a block stands under."""
        return self.record.find(AgendaItem, block.item)

    def place_of(self, item: AgendaItem) -> str:
        """Where a hint on an item goes: to its heading."""
        return f"item:{item.id}"
