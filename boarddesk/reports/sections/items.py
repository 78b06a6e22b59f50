"""One part of the minutes on the page: its blocks as paragraphs with their rail notes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.platypus import Flowable

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.meetings import ItemType
from boarddesk.domain.text_tables import TextTable, parted
from boarddesk.reports.flowables import Text, item_heading, keep
from boarddesk.reports.minutes.course import PartBlocks, printed
from boarddesk.reports.minutes.items import part_rail
from boarddesk.reports.rail import RailClear
from boarddesk.reports.sections.election import elections_block
from boarddesk.reports.sections.motion import laid_out, unbroken
from boarddesk.reports.sections.paragraphs import prose
from boarddesk.reports.sections.text_table import text_table
from boarddesk.reports.sections.voice import Voice

_SHORT = 180
"""Characters of text below which a heading is kept with the motion that follows."""


def part_block(voice: Voice, told: PartBlocks) -> list[Flowable]:
    """Heading, text, motions and events of one part."""
    part = told.part
    head, *blocks = (block for block in printed(told.blocks) if block.kind is not BlockKind.TABLE)
    rail = part_rail(voice, part)
    title = voice.escaper.plain(head.text)
    mark = f"{head.number}. {title}" if head.number else title
    early = sum(block.kind is BlockKind.EVENT for block in blocks[: _first(blocks)])
    body = _flowed(voice, blocks[early:])
    short = sum(len(block.text) for block in blocks if block.kind is BlockKind.TEXT) < _SHORT and bool(part.motions)
    room = unbroken(body, voice.sheet) if short else 0.0
    out = item_heading(voice.serif(head.text), voice.sheet, head.number, mark, rail, room=room)
    if part.item and part.item.type is ItemType.ELECTION:
        body += elections_block(voice, part.item)
    return [*out, *_flowed(voice, blocks[:early]), *body, RailClear()]


def _first(blocks: Sequence[Block]) -> int:
    """Where the events before an item's text end."""
    return next((n for n, block in enumerate(blocks) if block.kind is not BlockKind.EVENT), len(blocks))


def _flowed(voice: Voice, blocks: Sequence[Block]) -> list[Flowable]:
    """Blocks as flowables: those of a motion together, run-in ones in the paragraph before them."""
    out: list[Flowable] = []
    for motion, group in groupby(_joined(blocks), key=lambda run: run[0].motion):
        runs = list(group)
        if motion:
            out += laid_out(voice, [run[0] for run in runs])
        else:
            for run in runs:
                out += _paragraphs(voice, run)
    return out


def _joined(blocks: Sequence[Block]) -> list[list[Block]]:
    """Each block with those that run in."""
    runs: list[list[Block]] = []
    for block in blocks:
        if block.run_in and runs and not runs[-1][0].motion:
            runs[-1].append(block)
        else:
            runs.append([block])
    return runs


def _paragraphs(voice: Voice, run: list[Block]) -> list[Flowable]:
    first, *rest = run
    lines = " ".join(block.text for block in run).splitlines()
    s, sheet = voice.styles, voice.sheet
    if first.kind is BlockKind.EVENT and (first.key.partition(":")[0] != "item" or rest):
        return [keep(first.rail, sheet), Text(voice.serif(lines[0]), s.body, sheet, rail=first.rail, whole=True)]
    kept = [keep(first.rail, sheet)] if first.kind is BlockKind.EVENT else []
    return [*kept, *(part for one in _in_words(voice, lines, first.rail) for part in one)]


def _in_words(voice: Voice, lines: Sequence[str], rail: Sequence[str]) -> Iterator[list[Flowable]]:
    """Paragraphs, and the tables among them; the note of the rail stands beside the first."""
    s, sheet = voice.styles, voice.sheet
    for number, part in enumerate(parted(lines)):
        beside = () if number else rail
        if isinstance(part, TextTable):
            yield text_table(voice, part, beside)
        else:
            yield [Text(prose(voice, part), s.body, sheet, rail=beside)]
