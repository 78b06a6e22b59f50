"""What one row may say by itself: texts that are given, days that can be meant, zones and shares that exist."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from boarddesk.common.errors import Fault
from boarddesk.common.years import can_be_meant
from boarddesk.domain.company import Company, ParameterValue
from boarddesk.domain.document_room import Production, SigningAuthority
from boarddesk.domain.documents import Document
from boarddesk.domain.independence import Designation
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, Recess
from boarddesk.domain.motions import ConsentSignature, Motion, RelatedTransaction
from boarddesk.domain.plurality import STOCKHOLDER_QUORUM
from boarddesk.domain.quorum import BOARD_QUORUM, BOARD_VOTE, COMMITTEE_QUORUM, COMMITTEE_VOTE
from boarddesk.domain.register_checks import faults_of_entry
from boarddesk.domain.registers import Delegation, Engagement, Skill
from boarddesk.domain.row import Row

COMPANY = "company"
SHARES = frozenset({BOARD_QUORUM, BOARD_VOTE, COMMITTEE_QUORUM, COMMITTEE_VOTE, STOCKHOLDER_QUORUM})
"""Parameters that are a share of a number of directors or stock."""
ORDERED: dict[type[Row], tuple[tuple[str, str], ...]] = {
    Meeting: (("starts", "ends"),),
    Recess: (("start", "end"),),
    AgendaItem: (("started", "ended"),),
    Guest: (("arrived", "left"),),
    Document: (("effective_from", "effective_to"),),
    ConsentSignature: (("signed_at", "delivered_at"), ("signed_at", "revoked_at")),
    RelatedTransaction: (("effective_on", "ends_on"),),
    Designation: (("decided_on", "ends_on"),),
    Engagement: (("engaged_on", "ended_on"),),
    Delegation: (("start", "end"),),
    Skill: (("as_of", "until"),),
    SigningAuthority: (("start", "end"),),
    Production: (("first", "last"), ("received_on", "produced_on")),
}
"""Fields of a row of which the second cannot come before the first."""
NO_WORD = "Invalid enum value "
_SAID = (
    ("regex", "It is not written as it must be."),
    ("encoded datetime", "It is no time of day; write it as 2026-11-12T09:00:00."),
    ("encoded date", "It is no day; write it as 2026-11-12."),
    ("timezone", "It names a time zone; write the local time alone, as 2026-11-12T09:00:00."),
)
_LIMIT = re.compile(r"(?P<length>length )?(?P<sign>[<>]=) (?P<limit>\d+)")


def faults_of(row: Row) -> Iterator[Fault]:
    """What cannot be so in a row, whatever the other rows say."""
    where = f"{row.table} {row.id}"
    for attribute, name in _texts(type(row)):
        if not getattr(row, attribute).strip():
            yield Fault(f"The {_words(name)} is empty.", f"{where}, field {name}", "Write it.")
    for attribute, name in _days(type(row)):
        day = getattr(row, attribute)
        if day is not None and not can_be_meant(day.year):
            yield Fault(f"The year {day.year} cannot be meant.", f"{where}, field {name}", "Correct the date.")
    if isinstance(row, Company) and row.id != COMPANY:
        yield Fault("A file holds one company, whose id is always “company”.", f"{where}, field id", "Write it so.")
    for first, last in ORDERED.get(type(row), ()):
        begin, end = getattr(row, first), getattr(row, last)
        if begin is not None and end is not None and end < begin:
            yield Fault(
                f"It comes before “{_words(first)}”, which it follows.",
                f"{where}, field {last}",
                "Correct one of them.",
            )
    yield from faults_of_entry(row)
    for field, zone in _zones(row):
        if not _zone_exists(zone):
            yield Fault(f"There is no time zone “{zone}”.", f"{where}, field {field}", "Write it as America/New_York.")
    if isinstance(row, ParameterValue) and row.key in SHARES and not is_share(row.value):
        yield Fault(f"“{row.value}” is no share.", f"{where}, field value", "Write a fraction such as 1/2.")
    if isinstance(row, Motion) and row.rule_fraction and not is_share(row.rule_fraction):
        yield Fault("More than all can never vote for it.", f"{where}, field rule_fraction", "Write one such as 2/3.")


def unreadable(row: Row) -> Fault | None:
    """Why a row could not be read back once it was written; None where it could."""
    try:
        msgspec.convert(msgspec.to_builtins(row), type(row))
    except msgspec.ValidationError as error:
        place = str(error).rpartition("$")[2].strip("`.") or "id"
        what = f"The {_words(place)} cannot be kept. {limit_words(str(error))}"
        return Fault(what, f"{row.table} {row.id}, field {place}", "Correct the entry.")
    return None


def limit_words(error: str) -> str:
    """What msgspec says of a value, for a person."""
    text = error.split(" - at `", maxsplit=1)[0]
    found = _LIMIT.search(text)
    if text.startswith(NO_WORD):
        word = text.removeprefix(NO_WORD).strip("'")
        return f"“{word}” is none of the words known here."
    if found is None:
        return next((words for mark, words in _SAID if mark in text), f"{text}.")
    limit, least = int(found["limit"]), found["sign"] == ">="
    if found["length"]:
        return f"It is too {'short' if least else 'long'}: at {'least' if least else 'most'} {limit:,} characters."
    return f"It is too {'small' if least else 'large'}: at {'least' if least else 'most'} {limit}."


def is_share(text: str) -> bool:
    """Whether a text is a share of something: a fraction above nothing, up to the whole."""
    try:
        return 0 < Fraction(text) <= 1
    except (ValueError, ZeroDivisionError):
        return False


def _words(field: str) -> str:
    return field.replace("_", " ")


def _zones(row: Row) -> tuple[tuple[str, str], ...]:
    """The zones that a row names, each with its field; a meeting without one is in the company's."""
    if isinstance(row, Company):
        return (("time_zone", row.time_zone),)
    if isinstance(row, Meeting):
        named = (("time_zone", row.time_zone),) if row.time_zone else ()
        return (*named, *(("also_zones", zone) for zone in row.also_zones))
    return ()


def _zone_exists(zone: str) -> bool:
    """Whether the zone is known."""
    try:
        return bool(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False


@cache
def _texts(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """The texts that a row must have: attribute, name in the file."""
    fields = (field for field in msgspec.structs.fields(kind) if field.required and field.name != "id")
    return tuple((field.name, field.encode_name) for field in fields if _is_text(field.type))


def _is_text(hint: object) -> bool:
    """Whether a field holds words; ids of other rows are no words."""
    info = msgspec.inspect.type_info(hint)
    return isinstance(_bare(info), msgspec.inspect.StrType) and not getattr(info, "extra", None)


@cache
def _days(kind: type[Row]) -> tuple[tuple[str, str], ...]:
    """The fields of a row that hold a day or a time: attribute, name in the file."""
    return tuple((field.name, field.encode_name) for field in msgspec.structs.fields(kind) if _is_day(field.type))


def _is_day(hint: object) -> bool:
    info = msgspec.inspect.type_info(hint)
    parts = info.types if isinstance(info, msgspec.inspect.UnionType) else (info,)
    return any(isinstance(_bare(part), (msgspec.inspect.DateType, msgspec.inspect.DateTimeType)) for part in parts)


def _bare(info: msgspec.inspect.Type) -> msgspec.inspect.Type:
    return info.type if isinstance(info, msgspec.inspect.Metadata) else info
