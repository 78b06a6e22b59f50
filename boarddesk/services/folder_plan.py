"""What an export of folders holds: documents, sealed minutes, consents and what was issued; and what is left out."""

import mimetypes
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import PurePath

import msgspec

from boarddesk.common.file_names import safe_name, told_apart
from boarddesk.domain.consents import ConsentState, state_on
from boarddesk.domain.documents import Document
from boarddesk.domain.meetings import BEGUN, INDEPENDENT, Meeting
from boarddesk.domain.minute_book import Correction, Seal, SealedPart
from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature
from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.papers import Paper
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, name_of
from boarddesk.services.consent_text import title_of
from boarddesk.services.document_room import group_of, title_with_version
from boarddesk.services.words import capital, meeting_title, short_day
from boarddesk.services.workspace import Services

MINUTES, CONSENTS, PACKETS, NOTICES = "Minutes", "Written consents", "Packets", "Notices and agendas"
PDF = "application/pdf"
PART_WORDS = {SealedPart.MINUTES: "Minutes, sealed", SealedPart.ANNEX: "Privileged annex, sealed",
              SealedPart.CORRECTION: "Memorandum of correction, sealed"}  # fmt: skip
ISSUED_WORDS = {IssuedKind.NOTICE: "Notice", IssuedKind.AGENDA: "Agenda", IssuedKind.PACKET: "Packet",
                IssuedKind.SUPPLEMENT: "Supplement", IssuedKind.REPLACEMENT: "Replacement packet",
                IssuedKind.OTHER: "Document"}  # fmt: skip
APART = "It is kept apart, and was not chosen."


class TreeFile(msgspec.Struct, frozen=True):
    """One file to be written: its place, what it is, its day, and what gives its bytes."""

    path: str
    title: str
    day: date | None
    load: Callable[[], bytes]
    remark: str = ""


class LeftOut(msgspec.Struct, frozen=True):
    """Something the folders do not hold, and why."""

    title: str
    day: date | None
    why: str


class FolderPlan(msgspec.Struct, frozen=True):
    """Every file and everything left out, in the order of the folders."""

    files: tuple[TreeFile, ...]
    left_out: tuple[LeftOut, ...]


Found = Iterator[TreeFile | LeftOut]


def folder_plan(services: Services, *, kept_apart: bool = False) -> FolderPlan:
    """The plan as of the day shown; privileged records and independent sessions only with `kept_apart`."""
    found = [
        *_documents(services, kept_apart),
        *_minutes(services, kept_apart),
        *_consents(services),
        *_issued(services, kept_apart),
    ]
    files = [each for each in found if isinstance(each, TreeFile)]
    tops = list(dict.fromkeys(file.path.partition("/")[0] for file in files))
    files.sort(key=lambda file: (tops.index(file.path.partition("/")[0]), file.path.casefold()))
    paths = told_apart(file.path for file in files)
    named = tuple(msgspec.structs.replace(file, path=path) for file, path in zip(files, paths, strict=True))
    return FolderPlan(named, tuple(each for each in found if isinstance(each, LeftOut)))


def _stored(services: Services, digest: str, path: str, title: str, day: date | None, remark: str = "") -> TreeFile:
    return TreeFile(path, title, day, partial(services.attachment, digest), remark)


def _documents(services: Services, kept_apart: bool) -> Found:
    emptied = services.emptied()
    rows = sorted(services.shown.all(Document), key=lambda d: (group_of(d), d.title, d.effective_from or date.max))
    for document in rows:
        title, day = title_with_version(document), document.effective_from or document.adopted_on
        why = _why_not(document, emptied, kept_apart=kept_apart)
        if why or document.attachment is None:
            yield LeftOut(title, day, why)
            continue
        folder = safe_name(group_of(document))
        path = f"{folder}/{safe_name(title, ending_of(document.file_name, document.media_type))}"
        yield _stored(services, document.attachment, path, title, day)
        if document.rendition is not None and document.rendition not in emptied:
            pages = f"{folder}/{safe_name(f'{title}, as pages', '.pdf')}"
            yield _stored(services, document.rendition, pages, f"{title}, as pages", day, "Made of the file")


def _why_not(document: Document, emptied: frozenset[str], *, kept_apart: bool) -> str:
    if document.attachment is None:
        return "No file is kept with it."
    if document.attachment in emptied:
        return "Its file was disposed of under the retention policy."
    return APART if document.privileged and not kept_apart else ""


def ending_of(file_name: str, media_type: str) -> str:
    """The ending of a file, “.docx”, by its name or by what it is."""
    own = PurePath(file_name).suffix.lower()
    return own if 1 < len(own) <= 6 and own[1:].isalnum() else mimetypes.guess_extension(media_type) or ""


def _place(record: Record, kind: str, body: str, day: date) -> str:
    return f"{kind}/{safe_name(body_name(record, body))}/{day.year}"


def _minutes(services: Services, kept_apart: bool) -> Found:
    record = services.shown
    for meeting in sorted(record.all(Meeting), key=lambda meeting: meeting.starts):
        if meeting.state not in BEGUN:
            continue
        seals = record.where(Seal, "meeting", meeting.id)
        name = f"{capital(meeting_title(record, meeting))}, {short_day(meeting.day)}"
        apart = meeting.body == INDEPENDENT and not kept_apart
        if apart or not any(seal.part is SealedPart.MINUTES for seal in seals):
            yield LeftOut(f"Minutes: {name}", meeting.day, APART if apart else "They are not sealed yet.")
        for seal in () if apart else sorted(seals, key=lambda seal: seal.sealed_at):
            yield _sealed(services, meeting, seal, name, kept_apart=kept_apart)


def _sealed(services: Services, meeting: Meeting, seal: Seal, name: str, *, kept_apart: bool) -> TreeFile | LeftOut:
    record = services.shown
    correction = record.find(Correction, seal.correction)
    words = PART_WORDS[seal.part]
    words = words.replace("correction", f"correction {correction.number}") if correction else words
    if seal.part is SealedPart.ANNEX and not kept_apart:
        return LeftOut(f"{words}: {name}", meeting.day, APART)
    title = f"{meeting.day.isoformat()} {capital(meeting_title(record, meeting))}, {words}"
    path = f"{_place(record, MINUTES, meeting.body, meeting.day)}/{safe_name(title, '.pdf')}"
    return _stored(services, seal.attachment, path, f"{words}: {name}", meeting.day, f"Seal {seal.number}")


def _consents(services: Services) -> Found:
    from boarddesk.services.consent_documents import conformed_pdf

    record, emptied = services.shown, services.emptied()
    rows = [consent for consent in record.all(Consent) if consent.kind is ConsentKind.UNANIMOUS]
    for consent in sorted(rows, key=lambda consent: (consent.circulated_on, consent.id)):
        day = consent.circulated_on
        title = f"{consent.number} {title_of(record, consent)}".strip() or f"Consent of {short_day(day)}"
        if state_on(record, consent, services.day) is not ConsentState.EFFECTIVE:
            yield LeftOut(f"Written consent {title}", day, "It is not in effect.")
            continue
        folder = _place(record, CONSENTS, consent.body, day)
        path = f"{folder}/{safe_name(f'{title}, conformed copy', '.pdf')}"
        yield TreeFile(path, f"{title}, conformed copy", day, partial(conformed_pdf, services, consent.id))
        if consent.attachment is not None and consent.attachment not in emptied:
            path = f"{folder}/{safe_name(f'{title}, as circulated', '.pdf')}"
            yield _stored(services, consent.attachment, path, f"{title}, as circulated", day)
        for signature in record.where(ConsentSignature, "consent", consent.id):
            yield from _signed(services, signature, folder, title, emptied)


def _signed(services: Services, signature: ConsentSignature, folder: str, title: str, emptied: frozenset[str]) -> Found:
    media = {digest: kind for digest, _size, kind in services.attachments()}
    signed = signature.signed_at.date() if signature.signed_at else None
    for digest, what in ((signature.attachment, "signature"), (signature.certificate, "certificate")):
        if digest is not None and digest not in emptied:
            name = f"{title}, {what} of {name_of(services.shown, signature.person)}"
            path = f"{folder}/{safe_name(name, ending_of('', media.get(digest, PDF)))}"
            yield _stored(services, digest, path, name, signed)


def _issued(services: Services, kept_apart: bool) -> Found:
    record, emptied = services.shown, services.emptied()
    rows = [(record.get(Meeting, issue.meeting), issue) for issue in record.all(Issue)]
    for meeting, issue in sorted(rows, key=lambda pair: (pair[0].starts, pair[1].issued_at, pair[1].id)):
        variant = f", {issue.variant}" if issue.variant else ""
        number = f" {issue.number}" if issue.number > 1 else ""
        words = f"{ISSUED_WORDS[issue.kind]}{number}, as issued {short_day(issue.issued_at.date())}{variant}"
        name = f"{capital(meeting_title(record, meeting))}, {short_day(meeting.day)}"
        if issue.attachment in emptied:
            yield LeftOut(f"{words}: {name}", meeting.day, "It was disposed of under the retention policy.")
            continue
        if meeting.body == INDEPENDENT and not kept_apart:
            yield LeftOut(f"{words}: {name}", meeting.day, APART)
            continue
        if not kept_apart and _holds_privileged(record, issue):
            yield LeftOut(f"{words}: {name}", meeting.day, f"It holds privileged papers. {APART}")
            continue
        kind = NOTICES if issue.kind in {IssuedKind.NOTICE, IssuedKind.AGENDA} else PACKETS
        title = f"{meeting.day.isoformat()} {capital(meeting_title(record, meeting))}, {words}"
        path = f"{_place(record, kind, meeting.body, meeting.day)}/{safe_name(title, '.pdf')}"
        yield _stored(services, issue.attachment, path, f"{words}: {name}", meeting.day)


def _holds_privileged(record: Record, issue: Issue) -> bool:
    papers = (record.find(Paper, part.paper) for part in issue.laid)
    return any(paper is not None and paper.privileged for paper in papers)
