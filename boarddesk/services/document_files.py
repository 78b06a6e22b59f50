"""Files for the document room: examined like papers, pages made where they have none, and what their names tell."""

import re
import tempfile
from pathlib import Path, PurePath

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.common.progress import Progress
from boarddesk.common.text import plain
from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.record import Record
from boarddesk.services.commands.keep_document import KeepDocument
from boarddesk.services.document_series import series_of, standing
from boarddesk.services.paper_files import ReadPaper, read_papers
from boarddesk.services.paper_guesses import VERSION
from boarddesk.services.workspace import Services

PDF = "application/pdf"
KINDS: tuple[tuple[str, DocumentKind], ...] = (
    (r"bylaws?|by laws", DocumentKind.BYLAWS),
    (r"certificate of incorporation|articles of incorporation|incorporation", DocumentKind.CERTIFICATE),
    (r"governance guidelines|guidelines", DocumentKind.GUIDELINES),
    (r"code of (?:business )?(?:conduct|ethics)|code of business", DocumentKind.CODE_OF_CONDUCT),
    (r"clawback|recovery|recoupment", DocumentKind.CLAWBACK_POLICY),
    (r"related (?:person|party)", DocumentKind.RELATED_PERSON_POLICY),
    (r"hedging|pledging", DocumentKind.HEDGING_POLICY),
    (r"nominat\w* policy|nominees", DocumentKind.NOMINATION_POLICY),
    (r"complaints?|whistleblow\w*", DocumentKind.COMPLAINT_PROCEDURES),
    (r"independence letter|auditor letter", DocumentKind.AUDITOR_LETTER),
    (r"proxy statement", DocumentKind.PROXY_STATEMENT),
    (r"financial plan|budget", DocumentKind.FINANCIAL_PLAN),
    (r"charter", DocumentKind.COMMITTEE_CHARTER),
    (r"policy", DocumentKind.POLICY),
    (r"letter", DocumentKind.LETTER),
)
"""The first whose words stand in a name tells the kind."""
PAGES_MADE = ("application/pdf", "image/", "text/plain")


class Draft(msgspec.Struct, frozen=True):
    """A document as a file's name tells it, to be completed by a person; and the file as it was read."""

    document: Document
    read: ReadPaper


def drafts(services: Services, paths: list[Path], progress: Progress | None = None) -> tuple[Draft, ...]:
    """Read files and folders and say of each what its name tells; meant to run off the window's thread."""
    return tuple(Draft(guessed(services, read.file.name), read) for read in read_papers(paths, progress))


def guessed(services: Services, name: str) -> Document:
    """The document of which a file is a version: the newest of its kind, or a new one under the file's name."""
    record = services.record
    stem = VERSION.sub(" ", PurePath(name).stem).replace("_", " ").replace("-", " ")
    words = plain(" ".join(stem.split()))
    kind = next((kind for pattern, kind in KINDS if re.search(rf"\b(?:{pattern})\b", words)), DocumentKind.OTHER)
    committee = _committee(record, words)
    if kind is DocumentKind.COMMITTEE_CHARTER and committee is None:
        kind = DocumentKind.CERTIFICATE if "restated" in words else DocumentKind.OTHER
    if kind is not DocumentKind.COMMITTEE_CHARTER:
        committee = None
    older = _older(services, kind, committee, words)
    if older is not None:
        return next_version(older)
    title = " ".join(stem.split())
    return Document(id="new", kind=kind, title=title[:1].upper() + title[1:], committee=committee)


def _committee(record: Record, words: str) -> str | None:
    """The committee named by the first word of its name."""
    found = [c.id for c in record.all(Committee) if c.end is None and plain(c.name).split()[0] in words.split()]
    return found[0] if len(found) == 1 else None


def _older(services: Services, kind: DocumentKind, committee: str | None, words: str) -> Document | None:
    """The version that a file seems to follow: by kind where there is one of a kind, else by title."""
    rows = [d for d in services.record.where(Document, "kind", kind) if d.committee == committee or not committee]
    named = [d for d in rows if _told(d.title) and _told(d.title) <= set(words.split())]
    single = kind in {DocumentKind.CERTIFICATE, DocumentKind.BYLAWS, DocumentKind.GUIDELINES}
    offered = rows if single or kind is DocumentKind.COMMITTEE_CHARTER else named
    if not offered:
        return None
    newest = series_of(services.record, offered[0])
    return next((d for d in newest if standing(d, services.day).in_force), newest[0])


def _told(title: str) -> set[str]:
    return {word for word in plain(title).replace("-", " ").split() if word not in {"of", "the", "and", "on", "for"}}


def next_version(document: Document) -> Document:
    """A version to follow another: what it is stays, what was true of the one before alone is left open."""
    return Document(
        id="new", kind=document.kind, title=document.title, committee=document.committee, author=document.author,
        supersedes=document.id, privileged=document.privileged,
    )  # fmt: skip


def with_pages(command: KeepDocument, progress: Progress | None = None) -> KeepDocument:
    """The command with its file examined and, where it has none, with pages; UserError where it cannot be used.

    Meant to run off the window's thread.
    """
    if command.data is None or command.made:
        return command
    name = command.file_name or "document.pdf"
    with tempfile.TemporaryDirectory(prefix="boarddesk-document-") as folder:
        path = Path(folder) / PurePath(name).name
        path.write_bytes(command.data)
        read = read_papers([path], progress)[0]
    return command_for(command.document, read)


def command_for(document: Document, read: ReadPaper) -> KeepDocument:
    """The command that keeps a document with a file that was read; UserError where the file was refused."""
    if read.refused:
        raise UserError(f"{read.file.name} was not kept. {read.refused}", code="refused_paper")
    return KeepDocument(document, read.file.data, read.media_type, read.made, read.file.name)


def pages_of(services: Services, document: Document) -> bytes:
    """What a preview or a set of copies takes: the pages made of its file, else the file; empty where none is kept."""
    digest = document.rendition or document.attachment
    if digest is None or digest in services.emptied():
        return b""
    return services.attachment(digest) if has_pages(document) else b""


def has_pages(document: Document) -> bool:
    """Whether there are pages to be seen: its own, or some made of it."""
    return document.rendition is not None or (
        document.attachment is not None and document.media_type.startswith(PAGES_MADE)
    )
