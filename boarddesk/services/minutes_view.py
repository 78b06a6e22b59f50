"""What the Minutes tab shows: the blocks that can be worded and those they stand among, and the hints on them."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import Block, BlockKind, literal
from boarddesk.domain.meetings import BEGUN, AgendaItem, Meeting
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.domain.motions import Motion
from boarddesk.domain.record import Record
from boarddesk.services.hints.course import SILENT
from boarddesk.services.hints.hint import Draft
from boarddesk.services.meetings import STATE_NAMES, why_not
from boarddesk.services.minutes_blocks import find_block, minutes_blocks, text_key, titles_of
from boarddesk.services.minutes_hints import Hints, hints_of
from boarddesk.services.workspace import Services

ON_THE_PAGE = frozenset({BlockKind.FACTS, BlockKind.ROLL, BlockKind.NOTE, BlockKind.TABLE})
"""Blocks of facts that the page shows and nobody words."""
SAYING = ("text", "stock")
"""The ends of keys whose blocks say something of their item."""


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The rows of one meeting's minutes from the top down, and the hints; `why_not` says why nobody can write."""

    meeting: str
    rows: tuple[Block, ...]
    hints: Hints
    why_not: str

    @property
    def titles(self) -> dict[str, str]:
        """Under which heading each block stands, by its key."""
        return titles_of(self.rows)


def minutes_view(services: Services, meeting_id: str) -> MinutesView:
    """The view of a meeting that has begun; UserError before."""
    record = services.shown
    meeting = record.get(Meeting, meeting_id)
    if meeting.state not in BEGUN:
        raise UserError(
            f"{STATE_NAMES[meeting.state]}: there are no minutes to print or to word.",
            what_to_do="Minutes can be written once the meeting has been called to order.",
            code="not_held",
        )
    blocks = minutes_blocks(record, meeting_id)
    rows: list[Block] = []
    for block in blocks:
        if block.kind in ON_THE_PAGE:
            continue
        rows.append(_in_words(block))
        if block.kind is BlockKind.HEADING and (empty := _unsaid(record, meeting, block, blocks)):
            rows.append(empty)
    hints = hints_of(record, meeting_id, Draft(record, meeting, blocks))
    return MinutesView(meeting_id, tuple(rows), hints, why_not(services, meeting))


def _in_words(block: Block) -> Block:
    """A table of votes as a line."""
    if block.kind is not BlockKind.VOTE:
        return block
    heads, counts = block.rows
    told = " · ".join(f"{head} {count}" for head, count in zip(heads[:-1], counts[:-1], strict=True))
    names = counts[-1].replace("\n", " ")
    words = literal(f"{told}. {names}" if names not in {"", "–"} else f"{told}.")
    return Block(block.key, block.kind, words, house=words, item=block.item, motion=block.motion, fixed=True)


def _unsaid(record: Record, meeting: Meeting, head: Block, blocks: tuple[Block, ...]) -> Block | None:
    """Room for words on an item of which nothing is said yet."""
    item = record.find(AgendaItem, head.item)
    if item is None or item.type in SILENT:
        return None
    keys = {f"item:{item.id}:{end}" for end in SAYING}
    return None if any(block.key in keys for block in blocks) else find_block(record, meeting.id, text_key(item.id))


def block_of(record: Record, kind: str, row_id: str) -> str:
    """The key of the block that a row of the record stands in; empty where it has none of its own."""
    worded = record.find(MinutesBlock, row_id) if kind == MinutesBlock.table else None
    if worded is not None:
        return worded.key
    begins = {AgendaItem.table: "item", Motion.table: "motion"}.get(kind)
    return f"{begins}:{row_id}" if begins else ""
