"""The minutes of a meeting in blocks, the same for screen, PDF and Word file, and the words that may be hers."""

import hashlib
from collections.abc import Iterable

from boarddesk.domain.blocks import Block, BlockKind, note_text
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.domain.record import Record


def minutes_blocks(record: Record, meeting_id: str) -> tuple[Block, ...]:
    """Every block of the minutes in the order of the page; blocks left out are there and say so."""
    from boarddesk.reports.minutes.course import whole
    from boarddesk.reports.sections.voice import Voice

    return whole(Voice(record, record.get(Meeting, meeting_id)))


def settled_wording(record: Record, meeting_id: str) -> tuple[MinutesBlock, ...]:
    """A row for each block that a pattern still words, so that a pattern changed later leaves these minutes alone.

    Written when minutes are circulated; facts stay placeholders. Nothing for minutes that are out already.
    """
    meeting = record.find(Meeting, meeting_id)
    if meeting is None or meeting.minutes_circulated_on is not None:
        return ()
    own = {row.key for row in record.where(MinutesBlock, "meeting", meeting_id)}
    return tuple(
        MinutesBlock(id=block_id(meeting_id, block.key), meeting=meeting_id, key=block.key, text=block.wording)
        for block in minutes_blocks(record, meeting_id)
        if not block.fixed and not block.own and block.facts and block.key not in own
    )


def unsettled_wording(record: Record, meeting_id: str) -> tuple[str, ...]:
    """The rows that say no more than the patterns do: minutes taken back to draft follow the patterns again."""
    own = record.where(MinutesBlock, "meeting", meeting_id)
    bare = record.changed(removed=[(MinutesBlock, row.id) for row in own])
    patterns = {block.key: block.wording for block in minutes_blocks(bare, meeting_id)}
    return tuple(row.id for row in own if patterns.get(row.key) == row.text)


def block_id(meeting_id: str, key: str) -> str:
    """The id of the row that holds the wording of one block of one meeting."""
    return f"mb-{hashlib.sha256(f'{meeting_id}|{key}'.encode()).hexdigest()[:16]}"


def find_block(record: Record, meeting_id: str, key: str) -> Block | None:
    """The block of that key; for the text of an item of which nothing is written yet, an empty one."""
    from boarddesk.reports.minutes.items import item_facts
    from boarddesk.reports.sections.voice import Voice

    found = next((block for block in minutes_blocks(record, meeting_id) if block.key == key), None)
    item = record.find(AgendaItem, note_item(key))
    if found is not None or item is None or item.meeting != meeting_id or key != text_key(item.id):
        return found
    facts = item_facts(Voice(record, record.get(Meeting, meeting_id)), item)
    return Block(key, BlockKind.TEXT, facts=facts, own=True, item=item.id)


def titles_of(blocks: Iterable[Block]) -> dict[str, str]:
    """Under which heading each block stands, by its key."""
    found, title = {}, ""
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = f"{block.number} {block.text}".strip()
        found[block.key] = title
    return found


def text_key(item: str) -> str:
    """The key of an item's own text; further segments of it have a number behind it."""
    return f"item:{item}:text"


def note_item(key: str) -> str:
    """The item whose own text a block shows; empty for other blocks."""
    head, _, name = key.rpartition(":")
    return head.removeprefix("item:") if head.startswith("item:") and name.partition(".")[0] == "text" else ""


def note_with(record: Record, item: AgendaItem, key: str, wording: str) -> str:
    """An item's whole text with other words in one of its segments."""
    from boarddesk.reports.minutes.items import item_segments
    from boarddesk.reports.minutes.segments import reworded

    parts = item_segments(item, record.get(Meeting, item.meeting).day)
    if not any(part.key == key for part in parts):
        return "\n".join(text for text in (item.text.strip(), note_text(wording).strip()) if text)
    return reworded(parts, key, note_text(wording))
