"""Papers laid before a meeting and their earlier versions; bytes are attachments, named by their SHA-256."""

from datetime import date
from typing import ClassVar

from boarddesk.domain.row import AttachmentId, Count, ItemId, Line, MeetingId, PaperId, PersonId, Row


class Paper(Row, frozen=True, kw_only=True):
    """One paper of one meeting, as it is now: a file kept whole as an attachment.

    `attachment` is what the packet takes; `original` is the file as it was received, where the pages were made from
    something else (a Word file, an e-mail, a file that asked for a password). `signed` says that the file bears a
    digital signature, which a copy in a packet does not keep; with `attach_original` the packet carries the file whole.
    A paper without `pages` is kept, but not among the pages of a packet.
    """

    table: ClassVar[str] = "papers"

    meeting: MeetingId
    item: ItemId | None = None
    position: Count = 1
    title: Line
    presenter: PersonId | None = None
    presenter_note: Line = ""
    version: Count = 1
    file_name: Line = ""
    media_type: Line = "application/pdf"
    attachment: AttachmentId
    pages: Count | None = None
    original: AttachmentId | None = None
    original_type: Line = ""
    signed: bool = False
    attach_original: bool = False
    confidential: bool = False
    privileged: bool = False
    withheld: tuple[PersonId, ...] = ()
    """Directors whose copy does not carry it, such as an interested one."""
    added_on: date | None = None
    note: str = ""


class PaperVersion(Row, frozen=True, kw_only=True):
    """A file that another took the place of; it stays an attachment until it is disposed of."""

    table: ClassVar[str] = "paper_versions"

    paper: PaperId
    number: Count
    file_name: Line = ""
    media_type: Line = "application/pdf"
    attachment: AttachmentId
    pages: Count | None = None
    original: AttachmentId | None = None
    original_type: Line = ""
    signed: bool = False
    added_on: date | None = None
    replaced_on: date | None = None
    note: str = ""


class ExpectedPaper(Row, frozen=True, kw_only=True):
    """A paper that somebody is to send by a day; its estimated pages have their place in the plan until it is in."""

    table: ClassVar[str] = "expected_papers"

    meeting: MeetingId
    item: ItemId | None = None
    position: Count = 1
    title: Line
    presenter: PersonId | None = None
    presenter_note: Line = ""
    due: date | None = None
    pages: Count | None = None
    paper: PaperId | None = None
    """The paper that came for it."""
    note: str = ""
