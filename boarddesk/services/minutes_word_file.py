"""Minutes as a Word file for counsel's edits, and the differences of an edited file, block by block."""

from dataclasses import dataclass

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import Block, BlockKind, literal
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.interchange.formats import minutes_docx
from boarddesk.services.minutes_blocks import minutes_blocks, text_key, titles_of
from boarddesk.services.minutes_edits import FROM_RECORD, ChangedFact, edit_of
from boarddesk.services.workspace import Services


@dataclass(frozen=True, slots=True)
class Difference:
    """One block in which an edited file differs: what it says now, what the file says, and the wording to take.

    `why_not` says why it cannot be taken; `facts` stay as on record though the file gives them otherwise.
    """

    key: str
    title: str
    now: str
    reads: str
    wording: str
    facts: tuple[ChangedFact, ...] = ()
    why_not: str = ""


def word_file(services: Services, meeting_id: str) -> bytes:
    """The minutes as .docx, the words and facts as the page has them."""
    from boarddesk.reports.sections.opening import caption_lines
    from boarddesk.reports.sections.sealed import state_words
    from boarddesk.reports.sections.voice import Voice
    from boarddesk.reports.wording import weekday_date

    record = services.shown
    voice = Voice(record, record.get(Meeting, meeting_id))
    head = minutes_docx.Head(
        meeting_id, record.company.name, " ".join(caption_lines(voice)), weekday_date(voice.meeting.day),
        state_words(voice),
    )  # fmt: skip
    return minutes_docx.write(minutes_blocks(record, meeting_id), head)


def differences(record: Record, meeting_id: str, data: bytes) -> tuple[Difference, ...]:
    """What an edited Word file of these minutes would change, in the order of the page."""
    found = minutes_docx.read(data)
    if found.meeting != minutes_docx.mark_of(meeting_id):
        raise UserError(
            "This file holds the minutes of another meeting.", what_to_do="Open that meeting first.", code="other"
        )
    blocks = minutes_blocks(record, meeting_id)
    titles = titles_of(blocks)
    edited = {block.mark: block for block in found.blocks}
    out: list[Difference] = []
    for block in blocks:
        if block.left_out or block.rows or block.kind is BlockKind.HEADING:
            continue
        mark = minutes_docx.mark_of(block.key)
        there = edited.get(mark)
        title = titles[block.key]
        if there is None:
            out.append(_gone(block, title))
        elif there.touched and _differs(block, there.text):
            out.append(_changed(block, there.text, title))
        out += [_added(block, one.text, title, blocks) for one in found.added if one.after == mark]
    return tuple(out)


def _differs(block: Block, text: str) -> bool:
    return minutes_docx.same_words(block.text) != minutes_docx.same_words(text)


def _changed(block: Block, text: str, title: str) -> Difference:
    edit = edit_of(block, text)
    why = edit.why_not
    if not why and edit.wording == block.wording.strip():
        # Nothing but facts was changed.
        why = FROM_RECORD
    return Difference(block.key, title, block.text, text, edit.wording, edit.facts, why)


def _gone(block: Block, title: str) -> Difference:
    return Difference(block.key, title, block.text, "", "", why_not=FROM_RECORD if block.fixed else "")


def _added(block: Block, text: str, title: str, blocks: tuple[Block, ...]) -> Difference:
    """A paragraph put in below a block: it becomes a part of the item's own text."""
    if not block.item:
        why = "It stands under no item. Word the block above it by hand."
        return Difference(block.key, title, "", text, "", why_not=why)
    key = text_key(block.item)
    own = next((other for other in blocks if other.key == key), None)
    before = f"{own.wording}\n" if own is not None else ""
    return Difference(key, title, "", text, f"{before}{literal(text)}")
