"""The changes one may suppose, and the commands each of them would be."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Appointment, EndReason, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import CLASSES, appointment_of, chair_of, members_on, name_of
from boarddesk.services.bus import Command, free_id
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.assign_role import EditRole
from boarddesk.services.commands.cancel_meeting import CancelMeeting
from boarddesk.services.commands.change_committee import ChangeCommittee
from boarddesk.services.commands.end_term import EndTerm
from boarddesk.services.commands.move_meeting import MoveMeeting
from boarddesk.services.commands.record_determination import RecordDeterminations
from boarddesk.services.commands.set_parameter import SetParameter
from boarddesk.services.meeting_checks import today_of
from boarddesk.services.settings import parameter_words
from boarddesk.services.words import last_name, meeting_name, meeting_title, short_day

SUPPOSED = "Supposed"
"""Stands for a source or a reason that nobody has named yet."""
NEW_DIRECTORS = ("New Director", "Second New Director")
"""Names of directors that nobody has found yet."""


class Kind(StrEnum):
    """What may happen."""

    LEAVES = "director_leaves"
    JOINS = "director_joins"
    NOT_INDEPENDENT = "not_independent"
    INDEPENDENT = "independent"
    JOINS_COMMITTEE = "joins_committee"
    LEAVES_COMMITTEE = "leaves_committee"
    ROLE_ENDS = "role_ends"
    MEETING_MOVED = "meeting_moved"
    MEETING_CANCELLED = "meeting_cancelled"
    PARAMETER = "parameter"


@dataclass(frozen=True, slots=True)
class Supposed:
    """One supposed change: its kind, and values written as in the interchange file."""

    kind: Kind
    values: dict[str, str] = field(default_factory=dict)


def _day(values: dict[str, str], name: str = "on") -> date:
    try:
        return date.fromisoformat(values.get(name, ""))
    except ValueError:
        raise UserError("The day is missing or is no day.", f"What if, {name}", "Choose a day.") from None


def _term(record: Record, values: dict[str, str]) -> Appointment:
    person, day = values.get("person", ""), _day(values)
    term = appointment_of(record, person, day)
    if term is None:
        raise UserError(f"{name_of(record, person) or 'Nobody'} is no director on {short_day(day)}.", "What if")
    return term


def _leaves(record: Record, values: dict[str, str]) -> list[Command]:
    notice = date.fromisoformat(values["notice_on"]) if values.get("notice_on") else None
    reason = EndReason(values.get("reason", EndReason.RESIGNED))
    return [EndTerm(_term(record, values).id, _day(values), reason, None if reason is EndReason.DIED else notice)]


def _joins(record: Record, values: dict[str, str]) -> list[Command]:
    day, name = _day(values), " ".join(values.get("name", "").split())
    person = values.get("person") or _known(record, name, day)
    found: list[Command] = []
    if not person:
        if not name:
            raise UserError("The new director has no name.", "What if", "Write a name; any will do.")
        person = free_id(record, Person, name)
        found.append(AddPerson(name))
    if record.company.classified and values.get("class", "") not in CLASSES:
        raise UserError("The new director has no class.", "What if", "Choose one of the three classes.")
    found.append(AppointDirector(person, values.get("class", ""), day, seat=values.get("seat", "")))
    standards = {"yes": (Standard.NASDAQ,), "every": tuple(Standard)}.get(values.get("independent", "yes"), ())
    found += [_determined(person, day, Outcome.INDEPENDENT, standard) for standard in standards]
    return found


def _known(record: Record, name: str, day: date) -> str:
    """A person of that very name who is on record and no director on the day; empty where there is none."""
    named = (person.id for person in record.all(Person) if name and person.name.casefold() == name.casefold())
    return next((person for person in named if appointment_of(record, person, day) is None), "")


def _determined(person: str, day: date, outcome: Outcome, standard: Standard) -> Command:
    return RecordDeterminations(standard, day, ((person, outcome),))


def _found(outcome: Outcome) -> Callable[[Record, dict[str, str]], list[Command]]:
    def commands(record: Record, values: dict[str, str]) -> list[Command]:
        del record
        standard = Standard(values.get("standard", Standard.NASDAQ))
        return [_determined(values.get("person", ""), _day(values), outcome, standard)]

    return commands


def _committee(record: Record, values: dict[str, str], *, joins: bool) -> list[Command]:
    committee, person, day = values.get("committee", ""), values.get("person", ""), _day(values)
    record.get(Committee, committee)
    record.get(Person, person)
    serving = members_on(record, committee, day)
    if joins == (person in serving):
        does = "serves on it already" if joins else "is no member of it"
        raise UserError(f"{name_of(record, person)} {does} on {short_day(day)}.", "What if", "Choose somebody else.")
    members = [one for one in members_on(record, committee, day) if one != person]
    chair = chair_of(record, committee, day)
    kept = chair if chair in members or (joins and chair == person) else None
    return [ChangeCommittee(committee, day, (*members, person) if joins else tuple(members), kept)]


def _role_ends(record: Record, values: dict[str, str]) -> list[Command]:
    return [EditRole(replace(record.get(RoleTenure, values.get("role", "")), end=_day(values)))]


def _moved(record: Record, values: dict[str, str]) -> list[Command]:
    meeting = record.get(Meeting, values.get("meeting", ""))
    starts = datetime.combine(_day(values), meeting.starts.time())
    ends = meeting.ends + (starts - meeting.starts) if meeting.ends else None
    return [MoveMeeting(meeting.id, starts, ends, meeting.place)]


def _cancelled(record: Record, values: dict[str, str]) -> list[Command]:
    meeting, today = record.get(Meeting, values.get("meeting", "")), today_of(record)
    # It is called off by the day it is asked: a decision that is still ahead can be neither known nor entered.
    decided = min(_day(values), today) if values.get("on") else today
    return [CancelMeeting(meeting.id, values.get("reason") or SUPPOSED, decided)]


def _parameter(record: Record, values: dict[str, str]) -> list[Command]:
    day, cited = _day(values), values.get("citation") or SUPPOSED
    key, value, reason = values.get("key", ""), values.get("value", ""), values.get("reason") or SUPPOSED
    if not value:
        raise UserError("The value is missing or cannot be read.", "What if", "Write it as the hint below it shows.")
    title, _said = _parameter_words(record, values)
    return [SetParameter(key, value, day, cited, reason, title=title[:1].lower() + title[1:])]


MADE: dict[Kind, Callable[[Record, dict[str, str]], list[Command]]] = {
    Kind.LEAVES: _leaves,
    Kind.JOINS: _joins,
    Kind.NOT_INDEPENDENT: _found(Outcome.NOT_INDEPENDENT),
    Kind.INDEPENDENT: _found(Outcome.INDEPENDENT),
    Kind.JOINS_COMMITTEE: lambda record, values: _committee(record, values, joins=True),
    Kind.LEAVES_COMMITTEE: lambda record, values: _committee(record, values, joins=False),
    Kind.ROLE_ENDS: _role_ends,
    Kind.MEETING_MOVED: _moved,
    Kind.MEETING_CANCELLED: _cancelled,
    Kind.PARAMETER: _parameter,
}


def commands_of(record: Record, change: Supposed) -> list[Command]:
    """The commands that would make a supposed change real; UserError where it cannot be so."""
    try:
        return MADE[change.kind](record, change.values)
    except (KeyError, ValueError):
        raise UserError("Somebody or something named here is not on record.", "What if", "Choose anew.") from None


def day_of(record: Record, change: Supposed) -> date | None:
    """The first day on which a change shows: its own, or where a meeting is meant, that of the quarter it lies in.

    On a later day nothing on record would say whether a meeting that is only planned was held.
    """
    meeting = record.find(Meeting, change.values.get("meeting"))
    if meeting is None:
        return _day(change.values) if change.values.get("on") else None
    fiscal = FiscalCalendar(record.company.fiscal_year_end)
    return fiscal.quarter_starts(fiscal.quarter_of(meeting.day))


def words_of(record: Record, change: Supposed, *, dated: bool = True) -> str:
    """“Gareth Okoro-Llewelyn leaves the Board on 31 Dec 2026”; undated without the day."""
    values = change.values
    who = name_of(record, values.get("person")) or values.get("name", "")
    day = f" on {short_day(_day(values))}" if dated and values.get("on") else ""
    committee = record.find(Committee, values.get("committee"))
    body = committee.name if committee else "committee"
    tenure = record.find(RoleTenure, values.get("role"))
    return {
        Kind.LEAVES: f"{who} leaves the Board{day}",
        Kind.JOINS: f"{who} joins the Board{day}",
        Kind.NOT_INDEPENDENT: f"The Board finds {who} not independent{day}",
        Kind.INDEPENDENT: f"The Board finds {who} independent{day}",
        Kind.JOINS_COMMITTEE: f"{who} joins the {body}{day}",
        Kind.LEAVES_COMMITTEE: f"{who} leaves the {body}{day}",
        Kind.ROLE_ENDS: f"{name_of(record, tenure.person) if tenure else 'An officer'} gives up the office{day}",
        Kind.MEETING_MOVED: f"{_meeting_words(record, values)} is moved{day.replace(' on ', ' to ')}",
        Kind.MEETING_CANCELLED: f"{_meeting_words(record, values, dated=True)} is cancelled",
        Kind.PARAMETER: "“{0[0]}” becomes {0[1]}{1}".format(
            _parameter_words(record, values), day.replace(" on ", " from ")
        ),
    }[change.kind]


def _meeting_words(record: Record, values: dict[str, str], *, dated: bool = False) -> str:
    meeting = record.find(Meeting, values.get("meeting"))
    if meeting is None:
        return "A meeting"
    return meeting_name(record, meeting) if dated else meeting_title(record, meeting)


def _parameter_words(record: Record, values: dict[str, str]) -> tuple[str, str]:
    key, value = values.get("key", ""), values.get("value", "")
    supposed = ParameterValue(id="supposed", key=key, value=value, effective_from=date.min, citation="")
    return parameter_words(record, supposed)


def title_of(record: Record, changes: Sequence[Supposed]) -> str:
    """What the question is called: its one change, or the first of several and how many more."""
    if not changes:
        return "What if"
    first = words_of(record, changes[0], dated=False)
    return first if len(changes) == 1 else f"{first}, and {len(changes) - 1} more"


def if_words(record: Record, changes: Sequence[Supposed]) -> str:
    """The head of the column of results: “If Okoro-Llewelyn leaves”, “If all this happens”."""
    if len(changes) != 1:
        return "If all this happens"
    change = changes[0]
    tenure = record.find(RoleTenure, change.values.get("role"))
    who = last_name(record, change.values.get("person")) or change.values.get("name", "").rpartition(" ")[2]
    return {
        Kind.LEAVES: f"If {who} leaves",
        Kind.JOINS: f"If {who} joins",
        Kind.JOINS_COMMITTEE: f"If {who} joins",
        Kind.LEAVES_COMMITTEE: f"If {who} leaves",
        Kind.NOT_INDEPENDENT: f"If {who} is not",
        Kind.INDEPENDENT: f"If {who} is",
        Kind.ROLE_ENDS: f"If {last_name(record, tenure.person) if tenure else 'the officer'} does",
        Kind.MEETING_MOVED: "If it is moved",
        Kind.MEETING_CANCELLED: "If it is cancelled",
        Kind.PARAMETER: "If it changes",
    }[change.kind]
