"""People and terms as director from the rows of a sheet: columns are mapped to fields, every fault is named."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar
from unicodedata import normalize

import msgspec

from boarddesk.common.errors import Fault, UserError
from boarddesk.common.text import looks_like, slug
from boarddesk.domain.people import Appointment, EndReason, How, Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.row_checks import unreadable
from boarddesk.domain.terms import CLASSES
from boarddesk.interchange.formats.tabular import Sheet
from boarddesk.interchange.people_fields import FIELDS, PEOPLE, ROMAN, bare, guessed, read_date

E = TypeVar("E", bound=StrEnum)


@dataclass
class _Reading:
    """The rows made so far and the faults found; `where` names the row being read."""

    record: Record
    name: str
    columns: Mapping[str, str]
    people: dict[str, Person] = field(default_factory=dict)
    terms: dict[str, Appointment] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    number: int = 0

    def fault(self, name: str, what: str, what_to_do: str) -> None:
        """Note a fault in the field of this row."""
        column = next((column for column, mapped in self.columns.items() if mapped == name), name)
        self.faults.append(Fault(what, f"{self.name}, row {self.number}, column {column}", what_to_do))

    def keep(self, row: Person | Appointment, name: str) -> None:
        """Note a row that was made, unless it could not be kept in a file."""
        wrong = unreadable(row)
        if wrong is not None:
            self.fault(name, wrong.what, "Shorten it.")
        elif isinstance(row, Person):
            self.people[row.id] = row
        else:
            self.terms[row.id] = row

    def person_named(self, name: str) -> Person | None:
        """Who bears exactly that name or one of its other spellings; nobody is taken for another by likeness."""
        wanted = normalize("NFC", name)
        return next(
            (p for p in self.known() if wanted in {normalize("NFC", one) for one in (p.name, *p.aliases)}), None
        )

    def known(self) -> tuple[Person, ...]:
        """Everybody there already or made by this file."""
        return (*self.record.all(Person), *self.people.values())

    def free_id(self, wish: str, kind: type[Row], made: Mapping[str, Row]) -> str:
        """A short id that neither the record nor this file has."""
        base, number = slug(wish) or kind.table, 2
        found = base
        while found in made or self.record.find(kind, found) is not None:
            found, number = f"{base}-{number}", number + 1
        return found


def read_rows(record: Record, sheet: Sheet, name: str, table: str, mapping: Mapping[str, str]) -> tuple[Row, ...]:
    """The rows of people or appointments that a sheet describes; UserError with every fault.

    A person there already under exactly that name is the same; someone new is added under a new id.
    """
    columns = _columns(sheet, name, table, mapping)
    reading = _Reading(record, name, columns)
    for reading.number, cells in sheet.records():
        values = {mapped: cells[column].strip() for column, mapped in columns.items()}
        if any(values.values()):
            (_read_person if table == PEOPLE else _read_term)(reading, values)
    if reading.faults:
        count = len(reading.faults)
        raise UserError(
            f"{count} {'fault' if count == 1 else 'faults'} in the table; nothing was imported.",
            name,
            "Correct them and import again.",
            code="faulty_document",
            faults=tuple(reading.faults),
        )
    return (*reading.people.values(), *reading.terms.values())


def _columns(sheet: Sheet, name: str, table: str, mapping: Mapping[str, str]) -> dict[str, str]:
    if table not in FIELDS:
        raise UserError(f"Tables of “{table}” cannot be read.", name, f"Known: {', '.join(FIELDS)}.", code="columns")
    lacking = [column for column in mapping if column not in sheet.header]
    if lacking:
        known = ", ".join(title for title in sheet.header if title)
        raise UserError(f"There is no column “{lacking[0]}”.", name, f"Columns: {known}.", code="columns")
    unknown = [mapped for mapped in mapping.values() if mapped and mapped not in FIELDS[table]]
    if unknown:
        raise UserError(
            f"There is no field “{unknown[0]}”.", name, f"Fields: {', '.join(FIELDS[table])}.", code="columns"
        )
    taken = set(mapping.values())
    found = {c: f for c, f in guessed(sheet.header, table).items() if c not in mapping and f not in taken}
    found |= {column: mapped for column, mapped in mapping.items() if mapped}
    wanted = {"name", "given"} if table == PEOPLE else {"person"}
    if not wanted & set(found.values()):
        raise UserError("No column holds the names.", name, "Say which column holds them.", code="columns")
    return found


def _read_person(reading: _Reading, values: Mapping[str, str]) -> None:
    name = values.get("name") or f"{values.get('given', '')} {values.get('surname', '')}"
    name = " ".join(name.split())
    if not name:
        reading.fault("name", "The row has no name.", "Write the name as they sign it.")
        return
    given: dict[str, Any] = {key: values[key] for key in ("honorific", "surname", "email", "note") if values.get(key)}
    born = _day(reading, values, "born")
    given |= {"born": born} if born else {}
    aliases = tuple(part.strip() for part in re.split(r"[;|]", values.get("aliases", "")) if part.strip())
    there = reading.person_named(name)
    if there is not None and there.id in reading.people:
        reading.fault("name", f"“{name}” stands in this file already.", "Keep one row for each person.")
        return
    if there is None:
        person = Person(id=reading.free_id(name, Person, reading.people), name=name, aliases=aliases, **given)
    else:
        more = tuple(alias for alias in aliases if alias not in there.aliases)
        person = msgspec.structs.replace(there, aliases=(*there.aliases, *more), **given)
    reading.keep(person, "name")


def _read_term(reading: _Reading, values: Mapping[str, str]) -> None:
    before = len(reading.faults)
    person = _director(reading, " ".join(values.get("person", "").split()))
    start = _day(reading, values, "start")
    if start is None and not values.get("start"):
        reading.fault("start", "The term has no first day.", "Write the day it began, such as 12 Nov 2026.")
    class_ = re.sub(r"(?i)^class\s+", "", values.get("class", "")).upper()
    class_ = ROMAN.get(class_, class_)
    if class_ and class_ not in CLASSES:
        reading.fault("class", f"“{values['class']}” is no class.", "Write I, II or III.")
    year = values.get("term_ends_year", "")
    ends = int(year) if re.fullmatch(r"\d{4}", year) else getattr(read_date(year), "year", None)
    if year and ends is None:
        reading.fault("term_ends_year", f"“{year}” is no year.", "Write the year of the annual meeting, such as 2027.")
    given: dict[str, object] = {
        "class_": class_, "seat": values.get("seat"), "note": values.get("note"), "term_ends_year": ends,
        "how": _one_of(reading, values, "how", How), "end": _day(reading, values, "end"),
        "end_reason": _one_of(reading, values, "end_reason", EndReason),
        "notice_on": _day(reading, values, "notice_on"),
    }  # fmt: skip
    if person is None or start is None or len(reading.faults) > before:
        return
    there = next((t for t in reading.record.where(Appointment, "person", person.id) if t.start == start), None)
    if there is None:
        term_id = reading.free_id(f"{person.id}-{start.year}", Appointment, reading.terms)
        there = Appointment(id=term_id, person=person.id, start=start)
    # What the file does not say is left as it is on record.
    said = {name: value for name, value in given.items() if value}
    reading.terms[there.id] = msgspec.structs.replace(there, **said)


def _director(reading: _Reading, name: str) -> Person | None:
    if not name:
        reading.fault("person", "The row names nobody.", "Write the name as they sign it.")
        return None
    there = reading.person_named(name)
    if there is None:
        near = [p for p in reading.known() if any(looks_like(name, other) for other in (p.name, *p.aliases))]
        if near:
            reading.fault(
                "person",
                f"Nobody is called “{name}”. Did you mean {near[0].name}?",
                "Write the name as in the record, or add the person first.",
            )
            return None
        there = Person(id=reading.free_id(name, Person, reading.people), name=name)
        reading.people[there.id] = there
    return there


def _day(reading: _Reading, values: Mapping[str, str], name: str) -> date | None:
    text = values.get(name, "")
    day = read_date(text) if text else None
    if text and day is None:
        reading.fault(name, f"“{text}” is no date.", "Write it as 2026-11-12 or 12 Nov 2026.")
    return day


def _one_of(reading: _Reading, values: Mapping[str, str], name: str, kind: type[E]) -> E | None:
    text = bare(values.get(name, "")).replace(" ", "_")
    if not text:
        return None
    try:
        return kind(text)
    except ValueError:
        words = ", ".join(one.value.replace("_", " ") for one in kind)
        reading.fault(name, f"“{values[name]}” is not known here.", f"Write one of: {words}.")
        return None
