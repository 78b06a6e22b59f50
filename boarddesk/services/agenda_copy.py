"""The agenda of an earlier meeting, made ready for another: last year's, or that of the last meeting."""

import re
from datetime import timedelta

import msgspec
from msgspec.structs import replace

from boarddesk.domain.agenda import agenda_of
from boarddesk.domain.meetings import CALLED_OFF, AgendaItem, ItemOutcome, ItemType, Meeting
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, committees_on, directors_on, holder_of, roles_on
from boarddesk.services.words import short_day

YEAR = timedelta(days=365)
NEAR = timedelta(days=60)
"""So far from the day one year before, a meeting still counts as the same one."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class Model(msgspec.Struct, frozen=True):
    """An agenda that can be copied: its meeting, and why it is offered."""

    meeting: Meeting
    words: str


def models(record: Record, meeting: Meeting) -> tuple[Model, ...]:
    """The same meeting last year, and the body's last meeting of the kind, where they have an agenda."""
    same = [
        other
        for other in record.where(Meeting, "body", meeting.body)
        if other.kind is meeting.kind and other.starts < meeting.starts and other.state not in CALLED_OFF
        and agenda_of(record, other.id)
    ]  # fmt: skip
    found: list[Model] = []
    day = meeting.starts - YEAR
    year = min(same, key=lambda other: (abs(other.starts - day), other.id), default=None)
    if year is not None and abs(year.starts - day) <= NEAR:
        found.append(Model(year, f"Last year’s: {short_day(year.day)}"))
    last = max(same, key=lambda other: (other.starts, other.id), default=None)
    if last is not None and last is not year:
        found.append(Model(last, f"The last meeting’s: {short_day(last.day)}"))
    return tuple(found)


def copied(record: Record, source: Meeting, meeting: Meeting) -> tuple[AgendaItem, ...]:
    """The items of an earlier agenda that recur, as they shall stand on a meeting's; `id` still names the old item.

    What belonged to that meeting alone stays behind: its minutes, what was carried to it, asked for, recommended or
    withdrawn. Years in titles go on with the years; who has left is followed by the successor.
    """
    return tuple(_again(record, item, source, meeting) for item in agenda_of(record, source.id) if recurs(item))


def recurs(item: AgendaItem) -> bool:
    """Whether an item belongs to every such meeting rather than to that one."""
    once = item.carried_from or item.request or item.recommendation
    return not once and item.type is not ItemType.MINUTES and item.outcome is not ItemOutcome.WITHDRAWN


def _again(record: Record, item: AgendaItem, source: Meeting, meeting: Meeting) -> AgendaItem:
    years = meeting.day.year - source.day.year
    return AgendaItem(
        id=item.id,
        meeting=meeting.id,
        position=item.position,
        title=_YEAR.sub(lambda found: str(int(found.group()) + years), item.title),
        type=item.type,
        presenter=successor(record, item, source, meeting),
        presenter_note=item.presenter_note,
        minutes=item.minutes,
        purpose=item.purpose,
        clauses=item.clauses,
        fiscal_year=None if item.fiscal_year is None else item.fiscal_year + years,
        within=item.within,
        chair_note="",
    )


def successor(record: Record, item: AgendaItem, source: Meeting, meeting: Meeting) -> str | None:
    """Who presents now: the same person, or who holds the office by which that person presented then."""
    person = item.presenter
    if person is None:
        return None
    if item.type is ItemType.COMMITTEE_REPORT:
        chaired = [c.id for c in committees_on(record, source.day) if chair_of(record, c.id, source.day) == person]
        now = [chair_of(record, committee, meeting.day) for committee in chaired]
        if len(now) == 1:
            return now[0]
    if chair_of(record, source.body, source.day) == person:
        return chair_of(record, meeting.body, meeting.day)
    many = {Role.EXECUTIVE_OFFICER, Role.OTHER_OFFICER}
    held = [
        tenure.role for tenure in roles_on(record, source.day) if tenure.person == person and tenure.role not in many
    ]
    for role in held:
        if (holder := holder_of(record, role, meeting.day)) is not None:
            return holder
    serving = {*directors_on(record, meeting.day), *(tenure.person for tenure in roles_on(record, meeting.day))}
    was = {*directors_on(record, source.day), *(tenure.person for tenure in roles_on(record, source.day))}
    return None if person in was and person not in serving else person


def with_new_ids(items: tuple[AgendaItem, ...], ids: dict[str, str]) -> tuple[AgendaItem, ...]:
    """Copied items under their new ids; a part whose consent agenda was not copied stands for itself."""
    return tuple(replace(item, id=ids[item.id], within=ids.get(item.within or "")) for item in items)
