"""The fields of one supposed change, by its kind: each is made, offered choices and read by its name."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from boarddesk.domain.record import Record
from boarddesk.services import what_if_choices as offered
from boarddesk.services.choices import committee_choices
from boarddesk.services.suppositions import Kind
from boarddesk.services.what_if_choices import Seating
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.what_if.words import DAYS, FOUND, REASONS, STANDARDS, tr

FIELDS: dict[Kind, tuple[str, ...]] = {
    Kind.LEAVES: ("person", "on", "notice_on", "reason"),
    Kind.JOINS: ("name", "seating", "on", "independent"),
    Kind.NOT_INDEPENDENT: ("person", "standard", "on"),
    Kind.INDEPENDENT: ("person", "standard", "on"),
    Kind.JOINS_COMMITTEE: ("committee", "person", "on"),
    Kind.LEAVES_COMMITTEE: ("committee", "person", "on"),
    Kind.ROLE_ENDS: ("role", "on"),
    Kind.MEETING_MOVED: ("meeting", "on"),
    Kind.MEETING_CANCELLED: ("meeting", "why"),
    Kind.PARAMETER: ("key", "value", "on", "citation"),
}
LABELS = {
    "person": "Who",
    "notice_on": "Tells the Board on",
    "reason": "Why",
    "name": "Who",
    "seating": "Seat",
    "independent": "Found independent",
    "standard": "Under the",
    "committee": "Committee",
    "role": "Office",
    "meeting": "Meeting",
    "why": "Why, for the record",
    "key": "Value",
    "value": "New value",
    "citation": "Source, for the record",
}

FIRST = {"reason": "resigned", "independent": "yes", "standard": "nasdaq_general"}
"""What is chosen where a change does not say."""


def label_of(kind: Kind, name: str) -> str:
    """What a field is called."""
    return tr(DAYS[kind] if name == "on" else LABELS[name])


def made(name: str, day: date) -> QWidget:
    """A field, not offered anything yet; days begin with the one shown."""
    makers: dict[str, Callable[[], QWidget]] = {
        "person": PersonField,
        "on": lambda: DateField(day),
        "notice_on": lambda: DateField(day, optional=True),
        "reason": lambda: ChoiceField(_worded(REASONS), value=FIRST[name]),
        "name": lambda: LineField(hint=tr("A name; any will do")),
        "independent": lambda: ChoiceField(_worded(FOUND), value=FIRST[name]),
        "standard": lambda: ChoiceField(_worded(STANDARDS), value=FIRST[name]),
        "why": lambda: LineField(optional=True),
        "value": LineField,
        "citation": lambda: LineField(optional=True),
    }
    return makers.get(name, ChoiceField)()


def _worded(words: dict[str, str]) -> list[tuple[str, str]]:
    return [(value, tr(text)) for value, text in words.items()]


def offer(name: str, field: QWidget, kind: Kind, services: Services, record: Record, day: date, committee: str) -> None:
    """Give a field what can be chosen as the changes before it would leave the record."""
    members = kind is Kind.LEAVES_COMMITTEE
    sources: dict[str, Callable[[], Any]] = {
        "person": lambda: offered.directors_for(record, day, committee, members=members),
        "committee": lambda: committee_choices(record, day),
        "role": lambda: offered.roles_for(record, services.day),
        "meeting": lambda: offered.meetings_for(record, services.day),
        "seating": lambda: offered.seatings_for(record, day),
        "key": lambda: offered.parameters_for(services),
    }
    if name in sources and isinstance(field, ChoiceField):
        field.set_choices(sources[name]())


def read(name: str, field: Any, services: Services, key: str) -> dict[str, str]:
    """What a field adds to the values of its change."""
    value = field.value()
    if value is None:
        return {}
    if isinstance(value, Seating):
        return {"class": value.class_, "seat": value.seat}
    if isinstance(value, date):
        return {name: value.isoformat()}
    if name == "value":
        return {name: offered.parameter_value(services, key, str(value))}
    return {"reason" if name == "why" else name: str(value)}


def write(name: str, field: Any, values: dict[str, str], services: Services) -> None:
    """Show in a field what its change holds."""
    text = values.get("reason" if name == "why" else name, "")
    if isinstance(field, DateField):
        field.set_date(date.fromisoformat(text) if text else None)
    elif name == "seating":
        field.set_value(Seating(values.get("class", ""), values.get("seat", "")))
    elif isinstance(field, ChoiceField):
        field.set_value(text or FIRST.get(name))
    elif name == "value":
        field.setText(shown_value(services, values.get("key", ""), text))
    else:
        field.setText(text)


def shown_value(services: Services, key: str, raw: str) -> str:
    """A value as a person types it: cents as dollars, all else as the rules read it."""
    line = offered.parameter_line(services, key)
    return f"{int(raw) / 100:,.2f}" if line is not None and line.unit == "cents" and raw.isdigit() else raw
