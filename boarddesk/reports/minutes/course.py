"""The whole minutes in blocks, in the order of the page: one builder for the screen, the PDF and the Word file."""

from collections.abc import Iterator
from dataclasses import dataclass

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.reports.minutes.compose import Composer, fixed, table
from boarddesk.reports.minutes.ending import ACTION_HEADS, EXHIBIT_HEADS, action_rows, approval_block, exhibit_rows
from boarddesk.reports.minutes.items import election_blocks, part_blocks
from boarddesk.reports.minutes.parts import Part, parts_of, reached
from boarddesk.reports.sections.opening import head_facts
from boarddesk.reports.sections.roll import also_present, roll_rows
from boarddesk.reports.sections.voice import Voice


@dataclass(frozen=True, slots=True)
class PartBlocks:
    """One part of the minutes with its blocks, the heading first."""

    part: Part
    blocks: tuple[Block, ...]


def course(voice: Voice) -> tuple[PartBlocks, ...]:
    """The parts of a meeting's minutes in their order; the last is the adjournment."""
    return _course(Composer.of(voice))


def _course(composer: Composer) -> tuple[PartBlocks, ...]:
    parts, left = reached(composer.voice, parts_of(composer))
    *before, end = parts
    out = [PartBlocks(part, tuple(part_blocks(composer, part))) for part in before]
    return (*out, PartBlocks(end, tuple(part_blocks(composer, end, left))))


def whole(voice: Voice) -> tuple[Block, ...]:
    """Every block of the minutes in the order of the page: head, roll, parts, actions, exhibits, approval."""
    composer = Composer.of(voice)
    head = [table("facts", BlockKind.FACTS, head_facts(voice)), table("roll", BlockKind.ROLL, roll_rows(voice))]
    if guests := also_present(voice):
        head.append(fixed("also_present", BlockKind.NOTE, guests))
    parts = [block for told in _course(composer) for block in told.blocks]
    end = election_blocks(voice, None)
    if actions := action_rows(voice):
        end.append(table("actions", BlockKind.TABLE, (ACTION_HEADS, *actions), "Actions"))
    if exhibits := exhibit_rows(voice):
        end.append(table("exhibits", BlockKind.TABLE, (EXHIBIT_HEADS, *exhibits), "Exhibits"))
    approval = approval_block(composer)
    return (*head, *parts, *end, *([approval] if approval else []))


def printed(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks that are printed."""
    return (block for block in blocks if not block.left_out)
