"""Board packets: the plan of a meeting's packet, cover memos, templates, the copies given and those that came back."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

import msgspec

from boarddesk.domain.row import (
    AttachmentId,
    BodyId,
    Count,
    IssueId,
    ItemId,
    Line,
    LocalTime,
    MeetingId,
    PersonId,
    Row,
)


class PartKind(StrEnum):
    """A part of a packet that can be put in, left out or moved; cover and contents are always there."""

    AGENDA = "agenda"
    TAB = "tab"
    ACTIONS = "action_list"
    SESSION = "independent_session"
    CALENDAR = "calendar"
    REGISTER = "register_extract"
    COMPLIANCE = "compliance_findings"


class PacketSheet(StrEnum):
    """The size to which pages are brought."""

    AS_IS = "as_is"
    LETTER = "letter"
    A4 = "a4"


class Variant(StrEnum):
    """Whose book it is; what a variant leaves out is not in its file."""

    DIRECTORS = "directors"
    COMMITTEE = "committee"
    MANAGEMENT = "management"


class PacketPlanned(Row, frozen=True, kw_only=True):
    """How the packet of a meeting is made: at most one row for each meeting."""

    table: ClassVar[str] = "packet_plans"

    meeting: MeetingId
    sheet: PacketSheet = PacketSheet.AS_IS
    dividers: bool = True
    watermark: bool = False
    encrypted: bool = False
    due: date | None = None
    """The day by which the packet is to be with its readers."""
    note: str = ""


class PacketPart(Row, frozen=True, kw_only=True):
    """One part of a meeting's packet at its place; a tab that has no row stands in agenda order.

    `bodies` are the committees whose book carries the tab; a confidential part is not in the management book.
    """

    table: ClassVar[str] = "packet_parts"

    meeting: MeetingId
    kind: PartKind
    position: Count = 1
    item: ItemId | None = None
    register: Line = ""
    title: Line = ""
    included: bool = True
    divider: bool = True
    confidential: bool = False
    bodies: tuple[BodyId, ...] = ()


class TemplatePart(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part of a template; a tab is found again by the type of its agenda item, else by its title."""

    kind: PartKind
    register: Line = ""
    item_type: Line = ""
    title: Line = ""
    included: bool = True
    divider: bool = True
    confidential: bool = False
    bodies: tuple[BodyId, ...] = ()


class PacketTemplate(Row, frozen=True, kw_only=True):
    """A plan kept for later packets, of one body or of any."""

    table: ClassVar[str] = "packet_templates"

    title: Line
    body: BodyId | None = None
    sheet: PacketSheet = PacketSheet.AS_IS
    dividers: bool = True
    watermark: bool = False
    parts: tuple[TemplatePart, ...] = ()


class CoverMemo(Row, frozen=True, kw_only=True):
    """The memo before a tab: what is asked, and why."""

    table: ClassVar[str] = "cover_memos"

    meeting: MeetingId
    item: ItemId
    author: PersonId | None = None
    ask: str = ""
    background: str = ""
    options: str = ""
    risk: str = ""
    recommendation: str = ""


class PacketCopy(Row, frozen=True, kw_only=True):
    """One copy of an issued packet: to whom, when and how, and the SHA-256 of the very file that was given."""

    table: ClassVar[str] = "packet_copies"

    issue: IssueId
    number: Count
    variant: Variant = Variant.DIRECTORS
    body: BodyId | None = None
    person: PersonId | None = None
    recipient: Line = ""
    sha256: Line = ""
    pages: Count | None = None
    withheld: tuple[Line, ...] = ()
    """The labels of the tabs and papers that this copy leaves out: “4”, “5-B”."""
    watermark: bool = False
    encrypted: bool = False
    given_at: LocalTime | None = None
    manner: Line = ""
    note: str = ""


class AnnotatedCopy(Row, frozen=True, kw_only=True):
    """A copy with notes that a director brought back: kept apart from the record until it is disposed of."""

    table: ClassVar[str] = "annotated_copies"

    meeting: MeetingId
    issue: IssueId | None = None
    person: PersonId
    returned_on: date
    attachment: AttachmentId | None = None
    """None where only the return of paper was noted; once disposed of, it names what was there."""
    file_name: Line = ""
    note: str = ""
