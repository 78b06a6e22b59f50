"""Agendas to begin from: the templates that ship with the program, filled in for one meeting."""

from functools import cache
from typing import Any

import msgspec
import yaml

from boarddesk.common import resources
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting, MeetingState, Purpose
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, committees_on, holder_of, name_of
from boarddesk.services.words import kind_words, short_day


class TemplateItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a template. `presenter` is an office; `each` makes one item for every committee in being.

    `{minutes}` in a title becomes the meeting whose minutes are to be approved; without one the item is left out.
    """

    title: str
    type: ItemType
    minutes: int | None = None
    purpose: Purpose | None = None
    presenter: str = ""
    clauses: tuple[str, ...] = ()
    each: str = ""


class AgendaTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An agenda that ships with the program, for a board, a committee or the independent session.

    `kind` narrows it to a kind of meeting (board) or of committee; empty suits every one.
    """

    name: str
    body: str
    kind: str = ""
    items: tuple[TemplateItem, ...] = ()


@cache
def templates() -> dict[str, AgendaTemplate]:
    """Every template by its short name."""
    folder = resources.path("templates")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, AgendaTemplate] = {}
    for path in sorted(folder.glob("agenda_*.yaml")):
        values: Any = yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - safe, and in C where there is one
        found[path.stem.removeprefix("agenda_")] = msgspec.convert(values, AgendaTemplate)
    return found


def templates_for(record: Record, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The templates that suit a meeting, as short name and name, those made for its kind first."""
    committee = record.find(Committee, meeting.body)
    body, kind = ("committee", committee.kind.value) if committee else (meeting.body, meeting.kind.value)
    suited = [(key, found) for key, found in templates().items() if found.body == body]
    suited.sort(key=lambda pair: (pair[1].kind != kind, bool(pair[1].kind)))
    return tuple((key, found.name) for key, found in suited)


def filled(record: Record, meeting: Meeting, template: str, first: int = 1) -> tuple[AgendaItem, ...]:
    """The items of a template for a meeting; ids still to be given, positions from `first`."""
    rows: list[AgendaItem] = []
    for line in templates()[template].items:
        rows += _items(record, meeting, line)
    return tuple(msgspec.structs.replace(row, position=place) for place, row in enumerate(rows, start=first))


def item_for(record: Record, meeting: Meeting, clause: str, kind: ItemType) -> AgendaItem | None:
    """The item of a template that serves a clause, of the templates that suit the meeting; id still to be given."""
    for key, _name in templates_for(record, meeting):
        for line in templates()[key].items:
            if line.type is kind and clause in line.clauses and not line.each:
                return _item(meeting, line, line.title, _presenter(record, meeting, line.presenter))
    return None


def _items(record: Record, meeting: Meeting, line: TemplateItem) -> list[AgendaItem]:
    if line.each == "committee":
        return [
            _item(meeting, line, f"Report of the {committee.name}", chair_of(record, committee.id, meeting.day))
            for committee in committees_on(record, meeting.day)
        ]
    title = line.title
    if "{minutes}" in title:
        open_ = awaiting_approval(record, meeting)
        if open_ is None:
            return []
        title = title.replace("{minutes}", f"{kind_words(open_)} of {short_day(open_.day)}")
    return [_item(meeting, line, title, _presenter(record, meeting, line.presenter))]


def _item(meeting: Meeting, line: TemplateItem, title: str, presenter: str | None) -> AgendaItem:
    return AgendaItem(
        id="new",
        meeting=meeting.id,
        position=1,
        title=title,
        type=line.type,
        presenter=presenter,
        minutes=line.minutes,
        purpose=line.purpose,
        clauses=line.clauses,
    )


def _presenter(record: Record, meeting: Meeting, office: str) -> str | None:
    if not office:
        return None
    if office == "chair":
        return chair_of(record, meeting.body, meeting.day)
    found = holder_of(record, Role(office), meeting.day)
    return found if name_of(record, found) else None


def awaiting_approval(record: Record, meeting: Meeting) -> Meeting | None:
    """The latest earlier meeting of the body whose minutes are not approved yet."""
    earlier = [
        other
        for other in record.where(Meeting, "body", meeting.body)
        if other.starts < meeting.starts
        and other.state in {MeetingState.HELD, MeetingState.ADJOURNED}
        and minutes_state(record, other) is not MinutesState.APPROVED
    ]
    return max(earlier, key=lambda other: other.starts, default=None)
