"""What every row of the record is: frozen, named by a short id, checked at the border."""

from datetime import datetime
from functools import cache
from typing import Annotated, Any, ClassVar

import msgspec

from boarddesk.common.years import FIRST_YEAR, LAST_YEAR

END = r"$(?!\n)"
"""The end of a pattern; the dollar sign alone would let a line break pass."""
ID_PATTERN = r"^[a-z0-9][a-z0-9._-]{0,79}" + END

RowId = Annotated[str, msgspec.Meta(pattern=ID_PATTERN, description="short, typed by hand, never changed")]
Line = Annotated[str, msgspec.Meta(max_length=500, description="one line of text")]
Count = Annotated[int, msgspec.Meta(ge=0, le=10**17)]
Number = Annotated[int, msgspec.Meta(ge=1, le=1000, description="how many directors or seats")]
Year = Annotated[int, msgspec.Meta(ge=FIRST_YEAR, le=LAST_YEAR)]
LocalTime = Annotated[datetime, msgspec.Meta(tz=False, description="local wall-clock time of the meeting's place")]


def _reference(table: str) -> Any:
    """A type for ids that must name a row of `table`."""
    return msgspec.Meta(extra={"ref": table}, description=f"id of a row of {table}")


PersonId = Annotated[str, _reference("people")]
AppointmentId = Annotated[str, _reference("appointments")]
CommitteeId = Annotated[str, _reference("committees")]
DocumentId = Annotated[str, _reference("documents")]
DeterminationId = Annotated[str, _reference("determinations")]
DesignationId = Annotated[str, _reference("designations")]
MatterId = Annotated[str, _reference("matters")]
EventId = Annotated[str, _reference("events")]
FilingId = Annotated[str, _reference("filings")]
ElectionId = Annotated[str, _reference("elections")]
MeetingId = Annotated[str, _reference("meetings")]
ItemId = Annotated[str, _reference("agenda_items")]
RequestId = Annotated[str, _reference("agenda_requests")]
MotionId = Annotated[str, _reference("motions")]
ConsentId = Annotated[str, _reference("consents")]
VersionId = Annotated[str, _reference("minutes_versions")]
CorrectionId = Annotated[str, _reference("corrections")]
IssueId = Annotated[str, _reference("issues")]
ProductionId = Annotated[str, _reference("productions")]
PaperId = Annotated[str, _reference("papers")]
TransactionId = Annotated[str, _reference("related_transactions")]
AttachmentId = Annotated[str, _reference("attachments")]
BodyId = Annotated[
    str,
    msgspec.Meta(description="board, independent, stockholders, or the id of a committee", extra={"body": True}),
]


# What cannot change cannot come to point at itself: the collector need not look through a record of many rows.
class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One row of one table of the record; two rows with equal fields are equal."""

    table: ClassVar[str] = ""

    id: RowId


@cache
def _fields(kind: type[Row]) -> tuple[tuple[str, str, Any], ...]:
    """Attribute, name and default of each field; a required field has a default that equals nothing."""
    found = []
    for field in msgspec.structs.fields(kind):
        default = field.default
        if default is msgspec.NODEFAULT and field.default_factory is not msgspec.NODEFAULT:
            default = field.default_factory()
        found.append((field.name, field.encode_name, default))
    return tuple(found)


def plain(row: Row) -> dict[str, Any]:
    """A row as plain values, fields that hold their default left out: what is exported and journaled."""
    return {
        name: msgspec.to_builtins(value)
        for attribute, name, default in _fields(type(row))
        if (value := getattr(row, attribute)) != default or default is msgspec.NODEFAULT
    }
