"""A company's particulars from what a person typed."""

from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.row_checks import limit_words

_HINTS = {
    "fiscal_year_end": "Write it as month and day: 12-31.",
    "listing_date": "Write it as 2014-05-20.",
}


def checked_company(**fields: Any) -> Company:
    """A company from these fields; UserError that names the field that cannot be read."""
    if not str(fields.get("name", "")).strip():
        raise UserError(
            "The company has no name.",
            what_to_do="Give its name as in the certificate of incorporation.",
            code="no_name",
        )
    try:
        ZoneInfo(str(fields.get("time_zone") or "America/New_York"))
    except (ZoneInfoNotFoundError, ValueError):
        raise UserError(
            f"There is no time zone “{fields['time_zone']}”.", what_to_do="Write it as America/New_York."
        ) from None
    try:
        return msgspec.convert({"id": "company", **fields}, Company)
    except msgspec.ValidationError as error:
        place = str(error).rpartition("$.")[2].rstrip("`")
        what = f"The {place.replace('_', ' ')} cannot be kept. {limit_words(str(error))}"
        raise UserError(what, what_to_do=_HINTS.get(place, "")) from None
