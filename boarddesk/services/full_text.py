"""Every word of papers, documents, minutes and motions: kept up, and found with what stands around it."""

import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from boarddesk.common.progress import Progress
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import Correction, MinutesBlock, MinutesVersion, Seal, SealedPart
from boarddesk.domain.motions import Action, Consent, Motion
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.packets import AnnotatedCopy
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.words import body_short, short_day
from boarddesk.services.workspace import Services
from boarddesk.storage import journal, texts

LIMIT = 60
NO_PROGRESS = Progress()
AT_ONCE = 20
"""So many files are read by one process before their words are kept."""
READABLE = ("application/pdf", "text/", "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
ATTACHMENTS = "attachments"
MARK = texts.MARK

FACT = re.compile(r"\{[^{}]*\}")
"""A fact of the record in a wording: its words are found where the record has them."""
WORDS: dict[type[Row], Callable[[Any], tuple[str, ...]]] = {
    AgendaItem: lambda row: (row.text, row.reason, row.privileged, row.privilege_note, row.title),
    Motion: lambda row: (row.text, row.replacement, row.number),
    Action: lambda row: (row.text, row.outcome, row.number),
    Consent: lambda row: (row.title, row.note, row.number),
    Meeting: lambda row: (row.title, row.purpose, row.reason, row.note, row.report_back),
    MinutesBlock: lambda row: (FACT.sub(" ", row.text),),
    Correction: lambda row: (row.reason, *(text for place in row.places for text in (place.was, place.reads))),
}
"""What a person wrote into a row, by table."""
SEALED = {SealedPart.MINUTES: "Minutes, sealed", SealedPart.ANNEX: "Annex to the minutes, sealed",
          SealedPart.CORRECTION: "Memorandum of correction, sealed"}  # fmt: skip
ISSUED = {IssuedKind.NOTICE: "Notice, as issued", IssuedKind.AGENDA: "Agenda, as issued",
          IssuedKind.PACKET: "Packet, as issued", IssuedKind.SUPPLEMENT: "Supplement, as issued",
          IssuedKind.REPLACEMENT: "Replacement packet, as issued",
          IssuedKind.OTHER: "Document, as issued"}  # fmt: skip
TITLES: dict[type[Row], Callable[[Any], str]] = {
    AgendaItem: lambda row: f"Item {row.position}: {row.title}",
    Motion: lambda row: f"Motion {row.number}".rstrip(),
    Action: lambda row: f"Action {row.number}".rstrip(),
    Consent: lambda row: row.title or f"Consent {row.number}".rstrip(),
    Meeting: lambda row: row.title or "Meeting",
    MinutesBlock: lambda _row: "Minutes, as worded",
    Correction: lambda row: f"Memorandum of correction {row.number}",
    Paper: lambda row: row.title,
    Document: lambda row: " ".join(part for part in (row.title, row.version) if part),
    Seal: lambda row: SEALED[row.part],
    MinutesVersion: lambda row: f"Minutes, version {row.number}, as circulated",
    Issue: lambda row: ISSUED[row.kind],
}
HOLDERS: tuple[type[Row], ...] = (Paper, Document, Seal, MinutesVersion, Issue)
"""What names an attachment, the first that does tells of it."""


class Hit(msgspec.Struct, frozen=True):
    """One place found: what it is, of which meeting or body, its day, and the words around, each found one marked."""

    evidence: Evidence
    title: str
    where: str
    day: date | None
    snippet: str
    page: int = 0
    attachment: str = ""
    privileged: bool = False


# --- keeping up


def catch_up(services: Services) -> None:
    """Take the words of every row that changed since the last time; nothing where the file can only be read."""
    store = services.store
    head = journal.length(store.db)
    if services.why_read_only or texts.seen(store.db) == head:
        return
    since = texts.seen(store.db)
    with store.atomic() as db:
        for kind, row_id in _every(services.record) if since == 0 else _changed(services, since):
            row = services.record.find(kind, row_id)
            body = "\n".join(part for part in WORDS[kind](row) if part) if row is not None else ""
            if body:
                texts.keep(db, kind.table, row_id, [body], first=0)
            else:
                texts.forget(db, kind.table, row_id)
        texts.see(db, head)


def _every(record: Record) -> Iterator[tuple[type[Row], str]]:
    return ((kind, row.id) for kind in WORDS for row in record.all(kind))


def _changed(services: Services, since: int) -> Iterator[tuple[type[Row], str]]:
    db = services.store.db
    found: dict[tuple[type[Row], str], None] = {}
    for entry in journal.entries(db, since):
        payload = journal.payload_of(db, entry.seq)
        for change in payload.changes if payload else ():
            kind = BY_NAME.get(change.table)
            if kind in WORDS:
                found[kind, change.id] = None
    return iter(found)


def unread(services: Services) -> tuple[str, ...]:
    """The attachments, by SHA-256, that may hold words which were not taken yet."""
    if services.why_read_only:
        return ()
    record = services.record
    held = {getattr(row, "attachment", None) for kind in HOLDERS for row in record.all(kind)}
    # Notes on a copy that came back are no part of the record, and nothing finds them.
    apart = {row.attachment for row in record.all(AnnotatedCopy)} - held
    done = texts.sources(services.store.db, ATTACHMENTS) | apart
    return tuple(
        digest for digest, _size, media in services.attachments() if media.startswith(READABLE) and digest not in done
    )


def words_of(files: Sequence[bytes], progress: Progress = NO_PROGRESS) -> tuple[tuple[str, ...], ...]:
    """The words of files, page by page, read in a process of its own; none where one cannot be read."""
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-words-") as folder:
        requests = []
        for number, data in enumerate(files):
            source = Path(folder) / str(number)
            source.write_bytes(data)
            requests.append(Request(source=str(source), prepared="", words=True, look_at_ink=False))
        return tuple(verdict.texts for verdict in examine_all(requests, progress.step))


def keep_words(services: Services, digest: str, pages: tuple[str, ...]) -> None:
    """Keep the words of an attachment; one without any is remembered too, so that it is not read again."""
    with services.store.atomic() as db:
        texts.keep(db, ATTACHMENTS, digest, pages or ("",))


# --- finding


def find(services: Services, text: str, limit: int = LIMIT) -> tuple[Hit, ...]:
    """The places that hold every word of `text` and every phrase in quotation marks, as of the day shown."""
    catch_up(services)
    wanted = _wanted(text)
    record = services.shown
    teller = _Teller(record)
    hits = (teller.hit(found) for found in texts.find(services.store.db, wanted, limit))
    return tuple(hit for hit in hits if hit is not None)


def _wanted(text: str) -> list[str]:
    """Words one by one, what stands in quotation marks together."""
    found: list[str] = []
    for place, part in enumerate(text.replace("“", '"').replace("”", '"').split('"')):
        found += [part] if place % 2 else part.split()
    return [part for part in found if part.strip()]


class _Teller:
    """Says of a place what it is, from the record as of a day; what that record does not know is not told."""

    def __init__(self, record: Record) -> None:
        self._record = record

    def hit(self, found: texts.Found) -> Hit | None:
        """The place as a person reads it."""
        if found.kind == ATTACHMENTS:
            return self._attachment(found)
        row = self._record.find(BY_NAME[found.kind], found.source)
        if row is None:
            return None
        where, day = self._where(row)
        title = TITLES[type(row)](row)
        privileged = isinstance(row, AgendaItem) and bool(row.privileged)
        return Hit(Evidence(row.table, row.id, title), title, where, day, found.snippet, privileged=privileged)

    def _attachment(self, found: texts.Found) -> Hit | None:
        for kind in HOLDERS:
            rows = self._record.where(kind, "attachment", found.source)
            if rows:
                row, title = rows[0], TITLES[kind](rows[0])
                where, day = self._where(row)
                evidence = Evidence(row.table, row.id, title)
                apart = isinstance(row, Seal) and row.part is SealedPart.ANNEX
                return Hit(evidence, title, where, day, found.snippet, found.page, found.source, privileged=apart)
        return None

    def _where(self, row: Any) -> tuple[str, date | None]:
        meeting = row if isinstance(row, Meeting) else self._record.find(Meeting, getattr(row, "meeting", None))
        if meeting is not None:
            return f"{body_short(self._record, meeting.body)}, {short_day(meeting.day)}", meeting.day
        if isinstance(row, Motion):
            consent = self._record.find(Consent, row.consent)
            return (f"Consent {consent.number}".rstrip(), consent.circulated_on) if consent else ("", None)
        day = getattr(row, "circulated_on", None) or getattr(row, "effective_from", None)
        return (short_day(day) if day else ""), day
