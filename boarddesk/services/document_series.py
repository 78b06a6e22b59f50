"""The versions of one document: which belong together, which comes before which, and which is in force on a day."""

from datetime import date

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.record import Record
from boarddesk.services.words import short_day

ONE_IN_FORCE = (DocumentKind.CERTIFICATE, DocumentKind.BYLAWS, DocumentKind.GUIDELINES, DocumentKind.COMMITTEE_CHARTER)
"""Of these there is one at a time, of each committee or of the company."""
ON_FILE = frozenset({DocumentKind.LETTER, DocumentKind.AUDITOR_LETTER, DocumentKind.PROXY_STATEMENT})
"""These are dated; they are not in force."""


class Standing(msgspec.Struct, frozen=True):
    """How a version stands on a day, in words, and whether it is in force."""

    words: str
    in_force: bool


def series_of(record: Record, document: Document) -> tuple[Document, ...]:
    """Every version of the same document, the newest first, itself among them."""
    found = {document.id: document}
    waiting = [document]
    while waiting:
        one = waiting.pop()
        for other in (*_linked(record, one), *_alike(record, one)):
            if other.id not in found:
                found[other.id] = other
                waiting.append(other)
    return tuple(sorted(found.values(), key=newest_first))


def _linked(record: Record, document: Document) -> tuple[Document, ...]:
    before = record.find(Document, document.supersedes)
    return (*record.where(Document, "supersedes", document.id), *((before,) if before else ()))


def _alike(record: Record, document: Document) -> tuple[Document, ...]:
    """Versions that are told by their kind or by their title, where nothing says so."""
    if document.kind in ON_FILE:
        return ()
    others = record.where(Document, "kind", document.kind)
    if document.kind in ONE_IN_FORCE:
        return tuple(other for other in others if other.committee == document.committee)
    return tuple(other for other in others if _name(other) == _name(document) and other.committee == document.committee)


def _name(document: Document) -> str:
    return " ".join(plain(document.title).split())


def newest_first(document: Document) -> tuple[int, str]:
    """Sorts versions: those without any day come first, as they are being prepared."""
    day = day_of(document)
    return (-day.toordinal() if day else -date.max.toordinal(), document.id)


def day_of(document: Document) -> date | None:
    """The day by which a version is known: in force from, else adopted on."""
    return document.effective_from or document.adopted_on


def version_words(document: Document) -> str:
    """“March 14, 2024”, else the day it is known by, or nothing."""
    if document.version:
        return document.version
    day = day_of(document)
    return short_day(day) if day else ""


def standing(document: Document, day: date) -> Standing:
    """How a version stands on a day."""
    if document.kind in ON_FILE:
        return Standing("On file", False)
    start, end = document.effective_from, document.effective_to
    if document.in_force_on(day):
        return Standing(f"In force to {short_day(end)}" if end else "In force", True)
    if start is not None and start > day:
        return Standing(f"From {short_day(start)}", False)
    if end is not None and end <= day:
        return Standing(f"Ended {short_day(end)}", False)
    return Standing("Adopted" if document.adopted_on else "Not adopted", False)
