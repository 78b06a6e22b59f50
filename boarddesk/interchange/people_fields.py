"""What a sheet of people or terms can hold: fields, the titles that name them, and days as people write them."""

import re
from collections.abc import Iterable
from datetime import date

from boarddesk.common.text import plain
from boarddesk.common.years import can_be_meant

PEOPLE, APPOINTMENTS = "people", "appointments"

FIELDS: dict[str, dict[str, tuple[str, ...]]] = {
    PEOPLE: {
        "name": ("full name", "name as signed", "director", "person"),
        "given": ("first name", "given name", "forename"),
        "surname": ("last name", "family name"),
        "honorific": ("title", "salutation", "mr/ms"),
        "aliases": ("also known as", "aka", "other names", "other spellings"),
        "email": ("e-mail", "mail", "email address", "e-mail address"),
        "born": ("date of birth", "birth date", "birthday"),
        "note": ("notes", "remarks", "comment"),
    },
    APPOINTMENTS: {
        "person": ("name", "director", "full name", "name as signed"),
        "class": ("board class",),
        "seat": ("seat number",),
        "how": ("how elected", "elected or appointed", "manner"),
        "start": ("since", "from", "start date", "director since", "in office from", "elected on", "appointed on"),
        "term_ends_year": ("term ends", "expires", "expiry", "term expires", "expiry year"),
        "end": ("until", "to", "end date", "left"),
        "end_reason": ("reason", "why ended"),
        "notice_on": ("notice", "notice date"),
        "note": ("notes", "remarks", "comment"),
    },
}
"""The fields of each table that a sheet can fill, with the titles by which their columns are recognized."""

ROMAN = {"1": "I", "2": "II", "3": "III"}
_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = re.compile(
    r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})|(?P<d2>\d{1,2})\.? ?(?P<w>[A-Za-z]{3,9})\.?,? ?(?P<y2>\d{4})"
    r"|(?P<w3>[A-Za-z]{3,9})\.? ?(?P<d3>\d{1,2})(?:st|nd|rd|th)?,? ?(?P<y3>\d{4})"
    r"|(?P<m4>\d{1,2})/(?P<d4>\d{1,2})/(?P<y4>\d{4})"
)


def guessed(header: Iterable[str], table: str) -> dict[str, str]:
    """Column → field for the columns whose title is a field's name or one of its usual titles."""
    known = {bare(title): name for name, titles in FIELDS[table].items() for title in (name.replace("_", " "), *titles)}
    found: dict[str, str] = {}
    for column in header:
        name = known.get(bare(column))
        if name and name not in found.values():
            found[column] = name
    return found


def bare(title: str) -> str:
    """A title in lower case, without accents, underscores and double blanks."""
    return " ".join(plain(title).replace("_", " ").split())


def read_date(text: str) -> date | None:
    """A day from “2026-11-12”, “12 Nov 2026”, “November 12, 2026” or “11/12/2026” (month first)."""
    found = _DAY.fullmatch(text.strip())
    if found is None:
        return None
    year = found["y"] or found["y2"] or found["y3"] or found["y4"]
    word = (found["w"] or found["w3"] or "")[:3].casefold()
    month = int(found["m"] or found["m4"] or (_NAMES.index(word) + 1 if word in _NAMES else 0))
    try:
        day = date(int(year), month, int(found["d"] or found["d2"] or found["d3"] or found["d4"]))
    except ValueError:
        return None
    return day if can_be_meant(day.year) else None
