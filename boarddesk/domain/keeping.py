"""What must be kept and what may go: legal holds, and the disposal of notes, drafts and copies."""

from datetime import date
from enum import StrEnum
from typing import ClassVar

from boarddesk.domain.row import BodyId, Count, Line, MeetingId, PersonId, Row


class LegalHold(Row, frozen=True, kw_only=True):
    """A hold by matter, persons and period; while it lasts nothing that it covers is disposed of.

    No persons or bodies mean all of them; the period is that of the meetings concerned.
    """

    table: ClassVar[str] = "legal_holds"

    matter: Line
    reason: str = ""
    people: tuple[PersonId, ...] = ()
    bodies: tuple[BodyId, ...] = ()
    first: date | None = None
    last: date | None = None
    placed_on: date
    placed_by: Line = ""
    released_on: date | None = None
    release_reason: str = ""


class Disposable(StrEnum):
    """What the retention policy lets go once the minutes are final."""

    LIVE_NOTES = "live_notes"
    DRAFT = "draft_minutes"
    PACKET = "superseded_packet"
    ANNOTATED = "annotated_copy"


class Disposal(Row, frozen=True, kw_only=True):
    """Something disposed of under the retention policy: what it was, and under which policy, without its content."""

    table: ClassVar[str] = "disposals"

    what: Disposable
    meeting: MeetingId | None = None
    disposed_on: date
    description: Line = ""
    count: Count = 0
    policy: Line = ""


MINUTES, SCRIPT = "minutes", "chair_script"
"""The documents whose wording patterns a company may put its own words for."""


class Wording(Row, frozen=True, kw_only=True):
    """The company's own wording of a pattern of its documents, or a phrase of its own for the minutes.

    `key` names the pattern; a phrase's key begins with “phrase.” and it has a title. Facts are placeholders in braces.
    """

    table: ClassVar[str] = "wordings"

    key: Line
    title: Line = ""
    text: str
