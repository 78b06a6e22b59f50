"""One motion in the minutes: lead-in, text with its bar, vote table where not unanimous, and the sum shown."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, KeepTogether, Table

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.reports.flowables import Text, keep
from boarddesk.reports.rail import RailClear
from boarddesk.reports.sections.ballot import vote_table
from boarddesk.reports.sections.resolutions import marked
from boarddesk.reports.sections.sums import FLAGGED
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.style import Sheet

_LONG = 1500
"""Characters above which the last paragraph may break before its vote table."""


def laid_out(voice: Voice, blocks: Sequence[Block]) -> list[Flowable]:
    """The blocks of one motion: lead-in, text with its bar, votes, sum; what is left out of them is not printed."""
    by = {block.kind: block for block in blocks}
    lead, text = by[BlockKind.MOTION], by[BlockKind.RESOLUTION]
    paragraphs = text.text.splitlines()
    s, sheet = voice.styles, voice.sheet
    resolutions = [
        Text(marked(voice.serif, line), s.resolution, sheet, bar="on" if number else "start")
        for number, line in enumerate(paragraphs)
    ]
    head = [Text(voice.serif(lead.text), s.body, sheet, rail=lead.rail)]
    # A lead-in never stands apart from its first paragraph, nor the last paragraph from the vote.
    single = len(resolutions) == 1
    out: list[Flowable] = [] if single else [keep(lead.rail, sheet, 6), *head, *resolutions[:-1]]
    tail: list[Flowable] = [*head, *resolutions] if single else resolutions[-1:]
    if BlockKind.VOTE in by:
        tail.append(vote_table(voice, by[BlockKind.VOTE].rows))
    if BlockKind.SUM in by:
        lines = by[BlockKind.SUM].text.splitlines()
        tail.append(Text("<br/>".join(_sum(voice, line) for line in lines), s.indented_note))
    return [*out, KeepTogether(tail), RailClear()] if len(paragraphs[-1]) < _LONG else [*out, *tail, RailClear()]


def _sum(voice: Voice, line: str) -> str:
    if line.startswith(FLAGGED):
        return f"<b>{FLAGGED}</b>{voice.sans(line.removeprefix(FLAGGED))}"
    return voice.sans(line)


def unbroken(blocks: list[Flowable], sheet: Sheet) -> float:
    """The height of an item's text and of its first motion down to where it may break, so that a heading can wait."""
    height = 0.0
    barred = False
    for block in blocks:
        parts = block._content if isinstance(block, KeepTogether) else [block]
        for part in parts:
            if isinstance(part, Text | Table):
                height += part.wrap(sheet.measure, sheet.height)[1] + part.getSpaceAfter()
        if barred or isinstance(block, KeepTogether):
            break
        barred = isinstance(block, Text) and bool(block.bar)
    return min(height, sheet.height / 2)
