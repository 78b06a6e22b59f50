"""A redline of two versions: of documents, of minutes as they were circulated and sealed, or of files from outside."""

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.domain.documents import Document
from boarddesk.domain.meetings import Meeting
from boarddesk.reports.redline.passage import Passage
from boarddesk.services.document_series import newest_first, series_of, standing, version_words
from boarddesk.services.minutes_compare import pdf_of, versions_to_compare
from boarddesk.services.words import capital, meeting_title, short_day
from boarddesk.services.workspace import Services

if TYPE_CHECKING:
    from boarddesk.reports.documents.redline import RedlineVersion

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
READABLE = ("application/pdf", DOCX, "text/plain")
DOCUMENT, MINUTES, FILE = "document", "minutes", "file"
NO_WORDS = "It holds no words that can be compared; it may be a scan."


class Side(msgspec.Struct, frozen=True):
    """One of the two versions: what it is a version of, which one, more of it, and its bytes."""

    key: str
    title: str
    version: str
    about: str
    load: Callable[[], bytes]


class RedlineRequest(msgspec.Struct, frozen=True):
    """Two versions by their keys, and whether the whole text is wanted or only what changed."""

    earlier: str
    later: str
    whole: bool = True


def document_key(document: str) -> str:
    """The key of a version of a document."""
    return f"{DOCUMENT}:{document}"


def minutes_key(meeting: str, version: str) -> str:
    """The key of a version of minutes, as `versions_to_compare` names it."""
    return f"{MINUTES}:{meeting}:{version}"


def file_key(path: Path) -> str:
    """The key of a file from outside the record."""
    return f"{FILE}:{path}"


def has_words(services: Services, document: Document) -> bool:
    """Whether a file of it is kept that can be compared."""
    return bool(_readable(services, document))


def _readable(services: Services, document: Document) -> str:
    """The attachment whose words stand for a version: its own file, else the pages made of it."""
    gone = services.emptied()
    for digest, media in ((document.attachment, document.media_type), (document.rendition, READABLE[0])):
        if digest is not None and digest not in gone and media in READABLE:
            return digest
    return ""


def document_choices(services: Services, document: Document | None) -> tuple[tuple[str, str], ...]:
    """What can be compared, as key and words: the versions of `document` first, then every other with a file."""
    record = services.record
    first = series_of(record, document) if document is not None else ()
    others = sorted((d for d in record.all(Document) if d not in first), key=lambda d: (d.title, newest_first(d)))
    return tuple((document_key(d.id), _named(d)) for d in (*first, *others) if has_words(services, d))


def _named(document: Document) -> str:
    return ", ".join(part for part in (document.title, version_words(document)) if part)


def minutes_choices(services: Services, meeting: str) -> tuple[tuple[str, str], ...]:
    """The versions of a meeting's minutes, as key and words."""
    return tuple((minutes_key(meeting, key), words) for key, words in versions_to_compare(services, meeting))


def first_choice(services: Services, document: Document) -> tuple[str | None, str | None]:
    """The version to begin with as the later, and the one before it as the earlier."""
    keys = [document_key(each.id) for each in series_of(services.record, document) if has_words(services, each)]
    mine = document_key(document.id)
    if mine not in keys:
        return None, keys[0] if keys else None
    place = keys.index(mine)
    if place + 1 < len(keys):
        return keys[place + 1], mine
    return (mine, keys[place - 1]) if place else (None, mine)


def side_of(services: Services, key: str) -> Side:
    """The version that a key names; UserError where there is none, or nothing of it can be read."""
    kind, _, rest = key.partition(":")
    if kind == DOCUMENT:
        return _document(services, services.record.get(Document, rest), key)
    if kind == MINUTES:
        meeting, _, version = rest.rpartition(":")
        return _minutes(services, services.shown.get(Meeting, meeting), version, key)
    path = Path(rest)
    about = "A file from outside the record"
    return Side(key, path.stem, f"file {path.name}", about, lambda: _read_file(path))


def _document(services: Services, document: Document, key: str) -> Side:
    digest = _readable(services, document)
    if not digest:
        raise UserError(
            f"{_named(document)} has no file that can be compared.",
            what_to_do="Keep its PDF or Word file with it.",
            code="no_file",
        )
    day = standing(document, services.day).words if document.effective_from else ""
    told = [f"adopted on {short_day(document.adopted_on)}" if document.adopted_on else "", day[:1].lower() + day[1:]]
    told += [document.file_name]
    about = capital("; ".join(part for part in told if part))
    return Side(key, document.title, version_words(document), about, lambda: services.attachment(digest))


def _minutes(services: Services, meeting: Meeting, version: str, key: str) -> Side:
    words = dict(versions_to_compare(services, meeting.id))
    if version not in words:
        raise UserError("There is no such version of these minutes.", meeting.id, code="no_version")
    title = f"Minutes, {meeting_title(services.shown, meeting)}, {short_day(meeting.day)}"
    return Side(key, title, words[version], "", lambda: pdf_of(services, meeting.id, version))


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UserError(f"It cannot be read ({error.strerror}).", str(path), "Choose another file.") from None


def redline(services: Services, request: RedlineRequest, progress: Progress | None = None) -> bytes:
    """The redline as PDF; UserError where a version cannot be read. Meant to run off the window's thread."""
    from boarddesk.reports.documents.redline import Redline, redline_pdf
    from boarddesk.reports.redline.compare import compared

    progress = progress or Progress()
    earlier, later = side_of(services, request.earlier), side_of(services, request.later)
    files = (earlier.load(), later.load())
    found = passages_of((earlier, later), files, progress)
    changes = compared(found[0], found[1], progress)
    around = _shapes(one.text for each in found for one in each if one.around)
    versions = [_told(side, data, read) for side, data, read in zip((earlier, later), files, found, strict=True)]
    digests = " · ".join(f"{word} {v.sha256[:8]}" for word, v in zip(("earlier", "later"), versions, strict=True))
    title, subtitle = titles(earlier, later)
    return redline_pdf(
        Redline(
            company=services.record.company.name, title=title, subtitle=subtitle,
            earlier=versions[0], later=versions[1], changes=changes, around=around,
            state=f"Compared on {short_day(services.today)} · {digests}",
        ),
        whole=request.whole, progress=progress,
    )  # fmt: skip


def _shapes(texts: Iterable[str]) -> tuple[str, ...]:
    """What stood around the pages, each once whatever its numbers; page numbers alone go without saying."""
    found: dict[str, str] = {}
    for text in texts:
        shape = re.sub(r"\d+", "#", text)
        if re.sub(r"page|of|#", "", shape.lower()).strip(" -–/"):
            found.setdefault(shape, text)
    return tuple(found.values())


def titles(earlier: Side, later: Side) -> tuple[str, str]:
    """The title and subtitle: the document's name and its two versions, or both names."""
    if earlier.title == later.title and earlier.version and later.version:
        return f"Redline: {later.title}", f"{later.version} compared with {earlier.version}"
    return "Redline", f"{_whole(later)} compared with {_whole(earlier)}"


def _whole(side: Side) -> str:
    return ", ".join(part for part in (side.title, side.version) if part)


def _told(side: Side, data: bytes, read: Sequence[Passage]) -> "RedlineVersion":
    from boarddesk.reports.documents.redline import RedlineVersion

    pages = max((one.page for one in read), default=0)
    counted = f"{pages} page{'' if pages == 1 else 's'}" if pages else ""
    about = "; ".join(part for part in (side.about, counted) if part)
    return RedlineVersion(_whole(side), about, hashlib.sha256(data).hexdigest())


def passages_of(sides: Sequence[Side], files: Sequence[bytes], progress: Progress) -> tuple[tuple[Passage, ...], ...]:
    """The paragraphs of each version, read in processes of their own; UserError names one that cannot be read."""
    from boarddesk.reports.packet.examiners import examine_all
    from boarddesk.reports.packet.verdict import Request

    with tempfile.TemporaryDirectory(prefix="boarddesk-redline-") as folder:
        requests = []
        for number, data in enumerate(files):
            source = Path(folder) / str(number)
            source.write_bytes(data)
            requests.append(Request(source=str(source), prepared="", passages=True))
        read = examine_all(requests, lambda done, total: progress.step(done, total, "Reading both versions"))
    for side, verdict in zip(sides, read, strict=True):
        words = any(not one.around for one in verdict.passages)
        if verdict.verdict == "refused" or not words:
            reason = verdict.reason if verdict.verdict == "refused" else NO_WORDS
            raise UserError(f"{_whole(side)} cannot be compared. {reason}", code="unreadable")
    return tuple(verdict.passages for verdict in read)
