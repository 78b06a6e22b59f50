"""Whether a PDF is the sealed one, altered, or unknown here; and whether every seal of the file still holds."""

import hashlib
import tempfile
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import msgspec

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import (
    MinutesSignature,
    MinutesVersion,
    Seal,
    SealedPart,
    SignatureMethod,
)
from boarddesk.domain.record import Record
from boarddesk.services.commands.minutes_seal import NUMBER
from boarddesk.services.minutes_record import covered_sha256
from boarddesk.services.words import meeting_name, moment_words, short_day
from boarddesk.services.workspace import Services
from boarddesk.storage import journal


class Verdict(StrEnum):
    """What a PDF turned out to be."""

    SEALED = "sealed"
    ALTERED = "altered"
    UNKNOWN = "unknown"


class Verified(msgspec.Struct, frozen=True):
    """The answer on one PDF: the verdict, a sentence, what else is known, and the seal where it carries one."""

    verdict: Verdict
    sentence: str
    details: tuple[str, ...] = ()
    seal: Seal | None = None


def verify_pdf(services: Services, data: bytes) -> Verified:
    """Compare a PDF with every seal of this file."""
    record = services.record
    digest = hashlib.sha256(data).hexdigest()
    seals = sorted(record.all(Seal), key=lambda seal: (seal.sealed_at, seal.id))
    sealed = next((seal for seal in seals if seal.pdf_sha256 == digest), None)
    if sealed is not None:
        words = f"This is the sealed copy of {sealed_name(record, sealed)}, seal {sealed.number}."
        return Verified(Verdict.SEALED, words, tuple(_details(services, sealed, data)), sealed)
    carried = carried_seal(seals, data)
    if carried is not None:
        words = (
            f"Altered: it carries the number {carried.number} of {sealed_name(record, carried)}, but it is not what "
            "was sealed."
        )
        kept = f"The sealed copy is {_size(services, carried):,} bytes long, this one {len(data):,}."
        return Verified(Verdict.ALTERED, words, (kept, "The sealed copy is kept in this file."), carried)
    version = next((v for v in record.all(MinutesVersion) if digest in {v.attachment, v.annex}), None)
    if version is not None:
        meeting = meeting_name(record, record.get(Meeting, version.meeting))
        said = f"It is version {version.number} of the minutes, circulated on {short_day(version.circulated_on)}"
        return Verified(Verdict.UNKNOWN, "It carries no seal of this file.", (f"{said}: {meeting}.",))
    return Verified(Verdict.UNKNOWN, "Unknown: it carries no seal of this file.")


def sealed_name(record: Record, seal: Seal) -> str:
    """“the minutes of Board, regular meeting, 22 Oct 2026”."""
    meeting = record.find(Meeting, seal.meeting)
    of = meeting_name(record, meeting) if meeting else "a meeting that is not there"
    what = {
        SealedPart.MINUTES: "the minutes",
        SealedPart.ANNEX: "the privileged annex to the minutes",
        SealedPart.CORRECTION: "the memorandum of correction to the minutes",
    }
    return f"{what[seal.part]} of {of}"


def _details(services: Services, seal: Seal, data: bytes) -> Iterator[str]:
    yield f"Sealed on {moment_words(seal.sealed_at)}, on top of journal entry {seal.journal_entry:,}."
    holds = covered_sha256(services.record, seal) == seal.record_sha256
    yield "The record is as it was sealed." if holds else "The record is no longer as it was sealed."
    signed = services.record.where(MinutesSignature, "meeting", seal.meeting)
    if seal.part is not SealedPart.CORRECTION and any(row.method is SignatureMethod.CERTIFICATE for row in signed):
        from boarddesk.reports.signing import signatures_in

        for found in signatures_in(data):
            state = "and nothing was changed since" if found.unchanged and found.whole else "and it does not hold"
            yield f"Signed with the certificate of {found.name} (serial {found.serial}), {state}."


def _size(services: Services, seal: Seal) -> int:
    return next((size for digest, size, _media in services.attachments() if digest == seal.attachment), 0)


def carried_seal(seals: list[Seal], data: bytes) -> Seal | None:
    """The seal whose number a PDF carries: among its keywords, in its footers, or beside its hash."""
    found = next((seal for seal in seals if f"seal {seal.number}".encode() in data), None)
    if found is not None:
        return found
    text = _text(data)
    return next(
        (seal for seal in seals if f"seal {seal.number}" in text or seal.record_sha256 in text.replace(" ", "")), None
    )


def _text(data: bytes) -> str:
    """The words of a PDF as far as it can still be read: by a process of its own, for nobody knows what it is."""
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-verify-") as folder:
        source = Path(folder) / "read.pdf"
        source.write_bytes(data)
        request = Request(source=str(source), prepared=str(Path(folder) / "none.pdf"), words=True)
        return " ".join(next(iter(examine_all([request]))).texts)


def broken_seals(services: Services) -> Iterator[str]:
    """A sentence for each seal that does not hold: its PDF, its record, its place in the journal."""
    record = services.record
    if not record.all(Seal):
        return
    entries = {entry.seq: entry.hash for entry in journal.entries(services.store.db)}
    kept = {digest for digest, _size, _media in services.attachments()}
    for seal in sorted(record.all(Seal), key=lambda seal: (seal.sealed_at, seal.id)):
        name = f"The seal {seal.number} on {sealed_name(record, seal)}"
        if seal.attachment not in kept:
            yield f"{name} has lost its PDF."
        if seal.attachment != seal.pdf_sha256 or seal.number != seal.record_sha256[:NUMBER]:
            yield f"{name} contradicts itself."
        if covered_sha256(record, seal) != seal.record_sha256:
            yield f"{name} no longer holds: the record is not as it was sealed."
        if seal.journal_entry and entries.get(seal.journal_entry) != seal.journal_head:
            yield f"{name} names a journal entry {seal.journal_entry:,} that is not there."
