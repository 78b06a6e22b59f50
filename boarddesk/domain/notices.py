"""Who was given notice of a meeting, when and how; who waived it; and what was issued for a meeting."""

from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import AttachmentId, Count, Line, LocalTime, MeetingId, PersonId, Row


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
    OTHER = "other"


class Issue(Row, frozen=True, kw_only=True):
    """One document as it was issued: its bytes are kept, whatever the record says later."""

    table: ClassVar[str] = "issues"

    meeting: MeetingId
    kind: IssuedKind
    number: Count = 1
    variant: Line = ""
    issued_at: LocalTime
    attachment: AttachmentId
    people: tuple[PersonId, ...] = ()
    others: tuple[Line, ...] = ()
    note: str = ""
