"""The minutes of a meeting on their way from draft to seal: wording, versions, comments, signatures, corrections."""

from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar

import msgspec

from boarddesk.domain.row import (
    END,
    AttachmentId,
    ConsentId,
    CorrectionId,
    Count,
    Line,
    LocalTime,
    MeetingId,
    PersonId,
    Row,
    VersionId,
)

Hash = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}" + END, description="SHA-256, hexadecimal")]


class MinutesBlock(Row, frozen=True, kw_only=True):
    """The secretary's own wording of one block of the minutes.

    `key` names the block (“call_to_order”, “item:ID”, “motion:ID”); facts stand in `text` as placeholders
    in braces, so that a fact corrected in the record changes the block. Without text the block is left out.
    """

    table: ClassVar[str] = "minutes_blocks"

    meeting: MeetingId
    key: Line
    text: str = ""


class HintDismissal(Row, frozen=True, kw_only=True):
    """A hint on the drafting that the secretary looked at and set aside, with the reason."""

    table: ClassVar[str] = "hint_dismissals"

    meeting: MeetingId
    hint: Line
    place: Line = ""
    words: Line = ""
    """What the hint was about; other words bring it back."""
    reason: str
    dismissed_on: date


class MinutesVersion(Row, frozen=True, kw_only=True):
    """One version of the minutes as circulated: the PDF is kept; numbers count from 1 for each meeting."""

    table: ClassVar[str] = "minutes_versions"

    meeting: MeetingId
    number: Count
    circulated_on: date
    people: tuple[PersonId, ...] = ()
    others: tuple[Line, ...] = ()
    comments_due: date | None = None
    attachment: AttachmentId
    annex: AttachmentId | None = None
    note: str = ""


class CommentOutcome(StrEnum):
    """What became of a comment on the minutes."""

    TAKEN = "taken"
    DECLINED = "declined"
    ANSWERED = "answered"
    DISSENT = "dissent_noted"
    """The director does not agree with the minutes; the minutes say so at their end."""


class MinutesComment(Row, frozen=True, kw_only=True):
    """A comment on a circulated version, and the answer to it."""

    table: ClassVar[str] = "minutes_comments"

    version: VersionId
    person: PersonId | None = None
    author: Line = ""
    received_on: date
    place: Line = ""
    text: str
    outcome: CommentOutcome | None = None
    answer: str = ""
    answered_on: date | None = None


class SignatureMethod(StrEnum):
    """How minutes were signed."""

    INK = "ink"
    CERTIFICATE = "certificate"


class SigningCapacity(StrEnum):
    """In what capacity somebody signs minutes."""

    RECORDING = "recording"
    PRESIDING = "presiding"


class MinutesSignature(Row, frozen=True, kw_only=True):
    """A signature on approved minutes: in ink, with the signed scan, or by a certificate (PAdES)."""

    table: ClassVar[str] = "minutes_signatures"

    meeting: MeetingId
    person: PersonId
    capacity: SigningCapacity = SigningCapacity.RECORDING
    signed_on: date
    method: SignatureMethod = SignatureMethod.INK
    certificate: Line = ""
    """The subject of the certificate and its serial number."""
    attachment: AttachmentId | None = None
    after_seal: bool = False
    """Given when the minutes were sealed already, so that the seal does not cover it."""


class SealedPart(StrEnum):
    """What a seal covers."""

    MINUTES = "minutes"
    ANNEX = "annex"
    CORRECTION = "correction"


class Seal(Row, frozen=True, kw_only=True):
    """A seal: the hash of the record it covers (printed), that of the stored PDF, and the journal's head then."""

    table: ClassVar[str] = "seals"

    meeting: MeetingId
    part: SealedPart = SealedPart.MINUTES
    number: Line
    record_sha256: Hash
    pdf_sha256: Hash
    attachment: AttachmentId
    sealed_at: LocalTime
    journal_head: Hash
    journal_entry: Count
    correction: CorrectionId | None = None


class Corrected(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One place of sealed minutes that is corrected: what it says, and what it shall say."""

    place: Line
    was: str
    reads: str


class Correction(Row, frozen=True, kw_only=True):
    """A memorandum of correction of approved minutes; a later motion approves it, and the minutes stay as they are."""

    table: ClassVar[str] = "corrections"

    meeting: MeetingId
    number: Count = 1
    made_on: date
    reason: str = ""
    places: tuple[Corrected, ...] = ()
    approved_by_consent: ConsentId | None = None
