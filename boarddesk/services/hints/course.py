"""Hints on the course of the meeting: items left without a word, resolutions retold, wording that no longer fits."""

from collections.abc import Iterator

from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import AgendaItem, ItemOutcome, ItemType, MeetingState
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.services.hints.hint import Draft, Hint

SILENT = frozenset({ItemType.CALL_TO_ORDER, ItemType.ADJOURNMENT, ItemType.BREAK, ItemType.INDEPENDENT_SESSION})
"""Items that the record itself tells."""


def nothing_said(draft: Draft) -> Iterator[Hint]:
    """An agenda item with neither note nor deferral, nor anything else that says what came of it."""
    if draft.meeting.state in {MeetingState.IN_SESSION, MeetingState.RECESSED}:
        return
    for item in draft.items:
        if f"item:{item.id}" not in draft.by_key or item.type in SILENT or _said(draft, item):
            continue
        said = f"Nothing is said of item {item.position}. Write what was considered, or defer it."
        yield Hint("nothing_said", draft.place_of(item), item.title, said)


def _said(draft: Draft, item: AgendaItem) -> bool:
    own = draft.by_key.get(f"item:{item.id}:stock")
    ended = item.outcome not in {None, ItemOutcome.DECIDED}
    told = bool(item.text.strip()) or (own is not None and own.own) or bool(item.privileged.strip())
    elected = item.type is ItemType.ELECTION and bool(draft.record.where(Election, "meeting", draft.meeting.id))
    return told or ended or elected or any(motion.item == item.id for motion in draft.motions)


def resolution_retold(draft: Draft) -> Iterator[Hint]:
    """A resolution in the text whose words are not those that were put to the vote."""
    put = {" ".join(block.text.split()) for block in draft.printed if block.key.endswith(":text") and block.motion}
    adopted = {" ".join(line.split()) for block in draft.printed if block.motion for line in block.text.splitlines()}
    for block in draft.written():
        if block.motion:
            continue
        for line in block.text.splitlines():
            at = line.find("RESOLVED")
            words = line[at:].strip()
            if at < 0 or " ".join(words.split()) in adopted | put:
                continue
            said = "This resolution does not read as the motion does. The motion’s own text is printed: take this out."
            yield Hint("resolution_text", block.key, words, said, differs=True)
    yield from _amended(draft)


def _amended(draft: Draft) -> Iterator[Hint]:
    """An amendment without the text as amended: what was adopted cannot be printed."""
    for motion in draft.motions:
        if motion.amends and not motion.replacement.strip():
            said = "The motion as amended has no text, so the minutes print it as it was. Enter the amended text."
            yield Hint("resolution_text", f"motion:{motion.id}", motion.text, said, differs=True)


def no_longer_fits(draft: Draft) -> Iterator[Hint]:
    """The secretary's own wording where the record has changed so that it cannot be used, or has no place any more."""
    for block in draft.blocks:
        if block.set_aside:
            said = "The record has changed, so your wording was set aside. Word it anew, or restore the pattern’s."
            yield Hint("set_aside", block.key, block.set_aside, said, differs=True)
    keys = {block.key for block in draft.blocks}
    for row in draft.record.where(MinutesBlock, "meeting", draft.meeting.id):
        if row.key not in keys and row.text:
            said = "The record no longer has what these words were about."
            yield Hint("set_aside", row.key, row.text, said, differs=True)
