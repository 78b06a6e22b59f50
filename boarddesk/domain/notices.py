"""Who was given notice of a meeting, when and how; who waived it; and what was issued for a meeting."""

from enum import StrEnum
from typing import ClassVar

import msgspec

from boarddesk.domain.packets import Variant
from boarddesk.domain.row import AttachmentId, BodyId, Count, IssueId, Line, LocalTime, MeetingId, PersonId, Row


class NoticeKind(StrEnum):
    """What a line of the log says (8 Del. C. §§222, 229)."""

    GIVEN = "given"
    UPDATED = "updated"
    CANCELLED = "cancelled"
    FAILED = "failure_notice_received"
    WAIVED = "waived"
    OBJECTED = "attended_to_object"
    """Attended only to object, at the beginning, that the meeting was not lawfully called: no waiver (§229)."""


class Notice(Row, frozen=True, kw_only=True):
    """One line of the log of notice: a person, the time, the manner; a waiver is signed before or after the meeting."""

    table: ClassVar[str] = "notices"

    meeting: MeetingId
    person: PersonId
    kind: NoticeKind = NoticeKind.GIVEN
    at: LocalTime
    told: LocalTime | None = None
    """The start of the meeting as the notice told it: a meeting moved since needs notice anew."""
    manner: Line = ""
    address: Line = ""
    attachment: AttachmentId | None = None
    note: str = ""


class IssuedKind(StrEnum):
    """Documents that are issued for a meeting and then stay as they were."""

    NOTICE = "notice"
    AGENDA = "agenda"
    PACKET = "packet"
    SUPPLEMENT = "supplement"
    REPLACEMENT = "replacement_packet"
    OTHER = "other"


class IssuedPart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where one part of an issued packet stands: what a supplement needs to keep every page number.

    `label` is the part's in the book ("3-A", "3" for a tab, "agenda"); `paper` says what stands there: the id of a
    paper, with its `version`, or what the house made of which row ("minutes:…"). `first` and `pages` are its first page
    as stamped ("27", "27a") and how many pages it has; `sha256` is that of what it was made from. A part that was
    taken out stays here, `removed`, so that nothing else gets its label and its numbers.
    """

    label: Line
    title: Line = ""
    paper: Line = ""
    version: Count = 1
    first: Line = ""
    pages: Count = 0
    sha256: Line = ""
    removed: bool = False


class Issue(Row, frozen=True, kw_only=True):
    """One document as it was issued: its bytes are kept, whatever the record says later.

    Of a packet `number` is the version of the book; `book` and `body` say whose book it is, and the directors' book
    alone has `laid`. `variant` is what tells documents of one kind apart, in words.
    """

    table: ClassVar[str] = "issues"

    meeting: MeetingId
    kind: IssuedKind
    number: Count = 1
    variant: Line = ""
    book: Variant | None = None
    body: BodyId | None = None
    issued_at: LocalTime
    attachment: AttachmentId
    people: tuple[PersonId, ...] = ()
    others: tuple[Line, ...] = ()
    note: str = ""
    base: IssueId | None = None
    """The issue that a supplement adds to, or that a full replacement takes the place of."""
    pages: Count | None = None
    laid: tuple[IssuedPart, ...] = ()
