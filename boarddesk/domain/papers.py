"""Papers laid before a meeting; their bytes are attachments, named by their SHA-256."""

from datetime import date
from typing import ClassVar

from boarddesk.domain.row import AttachmentId, Count, ItemId, Line, MeetingId, Row


class Paper(Row, frozen=True, kw_only=True):
    """One paper of one meeting: a file kept whole as an attachment."""

    table: ClassVar[str] = "papers"

    meeting: MeetingId
    item: ItemId | None = None
    position: Count = 1
    title: Line
    file_name: Line = ""
    media_type: Line = "application/pdf"
    attachment: AttachmentId
    pages: Count | None = None
    confidential: bool = False
    added_on: date | None = None
    note: str = ""
