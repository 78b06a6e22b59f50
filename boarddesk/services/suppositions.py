"""The changes one may suppose, and the commands each of them would be."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import Committee
from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import Appointment, EndReason, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, chair_of, members_on, name_of
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
from boarddesk.services.words import meeting_title, short_day


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
    day, name = _day(values), values.get("name", "").strip()
    person = values.get("person") or ""
    found: list[Command] = []
    if not person:
        if not name:
            raise UserError("The new director has no name.", "What if", "Write a name; any will do.")
        person = free_id(record, Person, name)
        found.append(AddPerson(name))
    found.append(AppointDirector(person, values.get("class", ""), day, seat=values.get("seat", "")))
    if values.get("independent", "yes") == "yes":
        found.append(_determined(person, day, Outcome.INDEPENDENT, Standard.NASDAQ))
    return found


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
    meeting = record.get(Meeting, values.get("meeting", ""))
    decided = _day(values) if values.get("on") else min(meeting.day, date.max)
    return [CancelMeeting(meeting.id, values.get("reason") or "Supposed", decided)]


def _parameter(record: Record, values: dict[str, str]) -> list[Command]:
    del record
    cited = values.get("citation") or "Supposed"
    return [SetParameter(values.get("key", ""), values.get("value", ""), _day(values), cited, "Supposed")]


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
    except (KeyError, ValueError) as error:
        raise UserError(f"The change cannot be read: {error}.", f"What if, {change.kind}", "Enter it anew.") from None


def words_of(record: Record, change: Supposed) -> str:
    """“Gareth Okoro-Llewelyn leaves the Board on 31 Dec 2026”."""
    values = change.values
    who = name_of(record, values.get("person")) or values.get("name", "")
    day = f" on {short_day(_day(values))}" if values.get("on") else ""
    committee = record.find(Committee, values.get("committee"))
    meeting = record.find(Meeting, values.get("meeting"))
    what = meeting_title(record, meeting) if meeting else ""
    tenure = record.find(RoleTenure, values.get("role"))
    return {
        Kind.LEAVES: f"{who} leaves the Board{day}",
        Kind.JOINS: f"{who} joins the Board{day}",
        Kind.NOT_INDEPENDENT: f"The Board finds {who} not independent{day}",
        Kind.INDEPENDENT: f"The Board finds {who} independent{day}",
        Kind.JOINS_COMMITTEE: f"{who} joins the {committee.name if committee else 'committee'}{day}",
        Kind.LEAVES_COMMITTEE: f"{who} leaves the {committee.name if committee else 'committee'}{day}",
        Kind.ROLE_ENDS: f"{name_of(record, tenure.person) if tenure else 'An officer'} gives up the office{day}",
        Kind.MEETING_MOVED: f"{what} is moved to{day.removeprefix(' on')}",
        Kind.MEETING_CANCELLED: f"{what} is cancelled{day}",
        Kind.PARAMETER: f"“{values.get('key', '')}” becomes {values.get('value', '')}{day}",
    }[change.kind]
