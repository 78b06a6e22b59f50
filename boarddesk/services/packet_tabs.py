"""The tabs of a packet with what stands in each, in order: the one list behind the builder and the book."""

from enum import StrEnum
from typing import Any

import msgspec

from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.packets import CoverMemo, PacketPart, PartKind, Variant
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.services.packet_order import laid_under
from boarddesk.services.packet_parts import (
    in_variant,
    paper_in_variant,
    parts_of,
    session_members,
    session_of,
    title_of,
)
from boarddesk.services.prior_minutes import minutes_laid, minutes_title

NOT_IN_BOOK = "Not in this book"
WITHHELD = "Withheld from this copy"
AGENDA = "agenda"
ASKED = ("ask", "background", "options", "risk", "recommendation")
"""The parts of a cover memo in their order."""


class EntryKind(StrEnum):
    """What a line of a tab is."""

    AGENDA = "agenda"
    MEMO = "memo"
    MINUTES = "minutes"
    PAPER = "paper"
    EXPECTED = "expected"
    RESOLUTIONS = "resolutions"
    PAGE = "page"


class Entry(msgspec.Struct, frozen=True):
    """One paper or section: its label in the book (“3-A”), its title, and the row or the part that it comes from.

    `withheld` says in the contents' words why this book does not hold it; empty where it does.
    """

    kind: EntryKind
    label: str
    title: str
    source: Any
    withheld: str = ""


class PlannedTab(msgspec.Struct, frozen=True):
    """One tab: its number (that of the agenda item; later ones count on), its title, its entries."""

    number: str
    title: str
    part: PacketPart
    item: AgendaItem | None
    entries: tuple[Entry, ...]
    withheld: str = ""


def memo_of(record: Record, item: str) -> CoverMemo | None:
    """The cover memo of an item's tab; None where there is none, or nothing stands in it."""
    found = next(iter(record.where(CoverMemo, "item", item)), None)
    return found if found is not None and any(getattr(found, part).strip() for part in ASKED) else None


def memo_label(number: str) -> str:
    """How the book knows the memo of a tab; the same as the label that the book gives it."""
    return f"{number}-memo"


def proposed_under(record: Record, item: str) -> tuple[Motion, ...]:
    """The motions that wait under an item and have words; amendments are moved at the meeting, not before it."""
    found = [m for m in record.where(Motion, "item", item) if m.waits and m.amends is None and m.text.strip()]
    return tuple(sorted(found, key=lambda motion: (motion.order, motion.number, motion.id)))


def letter(number: str, index: int) -> str:
    """3-A, 3-B … 3-Z, 3-AA for places counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{number}-{letters}"


def has_agenda(record: Record, meeting: Meeting) -> bool:
    """Whether the packet holds the agenda."""
    return next(part.included for part in parts_of(record, meeting) if part.kind is PartKind.AGENDA)


def tabs_of(
    record: Record,
    meeting: Meeting,
    variant: Variant = Variant.DIRECTORS,
    body: str | None = None,
    person: str | None = None,
    *,
    every: bool = False,
) -> tuple[PlannedTab, ...]:
    """Every tab that the directors' book has, in the order planned; what this book leaves out is marked as withheld.

    A tab in which nothing stands is none. With `every` those of agenda items that were left out of the plan too.
    """
    items = {item.id: item for item in agenda_of(record, meeting.id) if item.type is not ItemType.BREAK}
    found, further = [], len(items) + 1
    for part in parts_of(record, meeting):
        item = items.get(part.item or "")
        wanted = part.included or (every and part.kind is PartKind.TAB)
        if part.kind is PartKind.AGENDA or not wanted:
            continue
        number = str(item.position) if item is not None else str(further)
        entries = _entries(record, meeting, part, item, number)
        if not entries:
            continue
        further += item is None and part.included
        left_out = "" if in_variant(part, variant, body) else NOT_IN_BOOK
        entries = tuple(_held(record, entry, variant, person, left_out) for entry in entries)
        found.append(PlannedTab(number, title_of(record, part), part, item, _with_their_papers(entries), left_out))
    return tuple(found)


def _entries(
    record: Record, meeting: Meeting, part: PacketPart, item: AgendaItem | None, number: str
) -> tuple[Entry, ...]:
    if part.kind is not PartKind.TAB:
        return (Entry(EntryKind.PAGE, letter(number, 0), title_of(record, part), part),)
    entries: list[Entry] = []
    memo = memo_of(record, item.id) if item is not None else None
    lettered: list[tuple[EntryKind, str, Any]] = []
    if item is not None:
        prior = minutes_laid(record, meeting, item)
        lettered += [(EntryKind.MINUTES, minutes_title(record, other), other) for other in prior]
    for one in laid_under(record, meeting.id, part.item):
        kind = EntryKind.PAPER if isinstance(one, Paper) else EntryKind.EXPECTED
        lettered.append((kind, one.title, one))
    if item is not None and (motions := proposed_under(record, item.id)):
        title = "Proposed resolution" if len(motions) == 1 else "Proposed resolutions"
        lettered.append((EntryKind.RESOLUTIONS, title, item))
    if memo is not None:
        entries.append(Entry(EntryKind.MEMO, memo_label(number), "Cover memo", memo))
    entries += [Entry(kind, letter(number, at), title, source) for at, (kind, title, source) in enumerate(lettered)]
    return tuple(entries)


def _held(record: Record, entry: Entry, variant: Variant, person: str | None, left_out: str) -> Entry:
    """The entry as this book has it: whether it is left out, and in what words the contents say so."""
    why = left_out
    if entry.kind in {EntryKind.PAPER, EntryKind.EXPECTED} and not why:
        if not paper_in_variant(entry.source, variant):
            why = NOT_IN_BOOK
        elif person is not None and isinstance(entry.source, Paper) and person in entry.source.withheld:
            why = WITHHELD
    if entry.kind is EntryKind.PAGE and entry.source.kind is PartKind.SESSION and person is not None and not why:
        meeting = record.get(Meeting, entry.source.meeting)
        session = session_of(record, meeting)
        if session is not None and person not in session_members(record, session):
            why = WITHHELD
    return msgspec.structs.replace(entry, withheld=why)


def _with_their_papers(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Where every paper of a tab is left out, its memo and its resolutions, which speak of them, are too."""
    papers = [entry for entry in entries if entry.kind is EntryKind.PAPER]
    if not papers or not all(entry.withheld for entry in papers):
        return entries
    of_them = {EntryKind.MEMO, EntryKind.RESOLUTIONS}
    return tuple(
        msgspec.structs.replace(entry, withheld=entry.withheld or papers[0].withheld)
        if entry.kind in of_them
        else entry
        for entry in entries
    )
