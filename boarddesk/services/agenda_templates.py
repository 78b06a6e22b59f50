"""Agendas to begin from: the templates that ship with the program and the company's own, filled in for one meeting."""

from functools import cache
from typing import Any

import msgspec
import yaml

from boarddesk.common import resources
from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.committees import Committee
from boarddesk.domain.keeping import Wording
from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting, MeetingKind, Purpose
from boarddesk.domain.people import Person, Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, committees_on, holder_of, name_of, roles_on
from boarddesk.services.prior_minutes import approval_title, unplaced_minutes

OWN = "agenda."
"""What the key of one of the company's own templates begins with."""
CHAIR = "chair"


class TemplateItem(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One line of a template. `presenter` is an office or a person; `each` makes one item for every committee in being.

    `{minutes}` as a title stands for the minutes that wait for approval: one item for each, none where none waits.
    A `standing` line belongs on every agenda of the body, however the agenda was begun.
    """

    title: str
    type: ItemType
    minutes: int | None = None
    purpose: Purpose | None = None
    presenter: str = ""
    clauses: tuple[str, ...] = ()
    each: str = ""
    standing: bool = False


class AgendaTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A template for a board, for every committee or for one (its id), or for the independent session.

    `kind` narrows it to a kind of meeting (board) or of committee; empty suits every one.
    """

    name: str
    body: str
    kind: str = ""
    items: tuple[TemplateItem, ...] = ()


@cache
def templates() -> dict[str, AgendaTemplate]:
    """Every template that ships with the program, by its short name."""
    folder = resources.path("templates")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, AgendaTemplate] = {}
    for path in sorted(folder.glob("agenda_*.yaml")):
        values: Any = yaml.load(path.read_bytes(), Loader=loader)  # noqa: S506 - safe, and in C where there is one
        found[path.stem.removeprefix("agenda_")] = msgspec.convert(values, AgendaTemplate)
    return found


def templates_of(record: Record) -> dict[str, AgendaTemplate]:
    """The shipped templates and the company's own; one of its own under a shipped name takes that one's place."""
    found = dict(templates())
    for row in record.all(Wording):
        if row.key.startswith(OWN) and (read := read_template(row.text)) is not None:
            found[row.key.removeprefix(OWN)] = read
    return found


def is_own(record: Record, key: str) -> bool:
    """Whether a template is the company's own, or its own in the place of a shipped one."""
    return any(row.key == OWN + key for row in record.all(Wording))


def read_template(text: str) -> AgendaTemplate | None:
    """A template as it is kept; None where this version cannot read it."""
    try:
        return msgspec.json.decode(text, type=AgendaTemplate)
    except msgspec.DecodeError:
        return None


def written(template: AgendaTemplate) -> str:
    """A template as it is kept in the file."""
    return msgspec.json.encode(template).decode()


def templates_for(record: Record, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """The templates that suit a meeting, as short name and name, those made for its body and kind first."""
    committee = record.find(Committee, meeting.body)
    body, kind = ("committee", committee.kind.value) if committee else (meeting.body, meeting.kind.value)
    known = templates_of(record).items()
    suited = [(key, found) for key, found in known if found.body in {body, meeting.body}]
    suited.sort(
        key=lambda pair: (
            pair[1].kind not in {kind, meeting.kind.value}, pair[1].body != meeting.body, not is_own(record, pair[0]),
            bool(pair[1].kind),
        )
    )  # fmt: skip
    return tuple((key, found.name) for key, found in suited)


def filled(record: Record, meeting: Meeting, template: str) -> tuple[AgendaItem, ...]:
    """The items of a template for a meeting; ids and numbers still to be given."""
    rows: list[AgendaItem] = []
    for line in templates_of(record)[template].items:
        rows += items_from(record, meeting, line)
    return tuple(rows)


def item_for(record: Record, meeting: Meeting, clause: str, kind: ItemType) -> AgendaItem | None:
    """The item of a template that serves a clause, of the templates that suit the meeting; id still to be given."""
    known = templates_of(record)
    for key, _name in templates_for(record, meeting):
        for line in known[key].items:
            if line.type is kind and clause in line.clauses and not line.each:
                return _item(meeting, line, line.title, _presenter(record, meeting, line.presenter))
    return None


def standing_items(record: Record, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The standing items of the template that suits best, which the meeting's agenda lacks; a special one has none."""
    first = next(iter(templates_for(record, meeting)), None)
    if first is None or meeting.kind is MeetingKind.SPECIAL:
        return ()
    there = agenda_of(record, meeting.id)
    titles, types = {item.title for item in there}, {item.type for item in there}
    lines = (
        line for line in templates_of(record)[first[0]].items if line.standing and line.type is not ItemType.MINUTES
    )
    wanted = (item for line in lines for item in items_from(record, meeting, line))
    # An item of a type of its own serves under whatever title; the others are known by their titles.
    loose = {ItemType.OTHER, ItemType.COMMITTEE_REPORT}
    return tuple(i for i in wanted if i.title not in titles and (i.type in loose or i.type not in types))


def template_from(record: Record, meeting: Meeting, name: str) -> AgendaTemplate:
    """A template made of a meeting's agenda, for its body and its kind of meeting; presenters by their offices."""
    items = [item for item in agenda_of(record, meeting.id) if item.carried_from is None and item.request is None]
    lines: list[TemplateItem] = []
    for item in items:
        minutes = item.type is ItemType.MINUTES
        if minutes and any(line.type is ItemType.MINUTES for line in lines):
            continue
        title = "{minutes}" if minutes else item.title
        lines.append(
            TemplateItem(
                title, item.type, item.minutes, item.purpose, office_of(record, meeting, item.presenter), item.clauses
            )
        )
    return AgendaTemplate(name, meeting.body, meeting.kind.value, tuple(lines))


def office_of(record: Record, meeting: Meeting, person: str | None) -> str:
    """The office in which a person presents, so that a successor presents too; the person where none is held."""
    if person is None:
        return ""
    if chair_of(record, meeting.body, meeting.day) == person:
        return CHAIR
    held = [tenure.role.value for tenure in roles_on(record, meeting.day) if tenure.person == person]
    unique = [role for role in held if role not in {Role.EXECUTIVE_OFFICER.value, Role.OTHER_OFFICER.value}]
    return unique[0] if unique else person


def items_from(record: Record, meeting: Meeting, line: TemplateItem) -> list[AgendaItem]:
    """The items that one line of a template makes at a meeting."""
    if line.each == "committee":
        return [
            _item(meeting, line, f"Report of the {committee.name}", chair_of(record, committee.id, meeting.day))
            for committee in committees_on(record, meeting.day)
        ]
    presenter = _presenter(record, meeting, line.presenter)
    if "{minutes}" in line.title:
        waiting = unplaced_minutes(record, meeting)
        return [_item(meeting, line, approval_title(other), presenter) for other in waiting]
    return [_item(meeting, line, line.title, presenter)]


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
    """Who holds an office on the day of the meeting; a person is taken by name."""
    if office == CHAIR:
        return chair_of(record, meeting.body, meeting.day)
    if office in {role.value for role in Role}:
        found = holder_of(record, Role(office), meeting.day)
        return found if name_of(record, found) else None
    return office if record.find(Person, office) is not None else None
