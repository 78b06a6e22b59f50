"""Who is where at the live meeting: members by their keys, guests by the item they were admitted for, head counts."""

from datetime import datetime

import msgspec

from boarddesk.domain.meetings import (
    BOARD,
    AgendaItem,
    Guest,
    GuestCapacity,
    Meeting,
    MeetingKind,
    PresenceKind,
    PresenceStamp,
)
from boarddesk.domain.people import Role
from boarddesk.domain.presence import guests_of, moment_of, stamps_of
from boarddesk.domain.quorum import QuorumCourse, members_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, holder_of, members_on, name_of, roles_on
from boarddesk.services.agenda_order import items_of
from boarddesk.services.meeting_overview import CAPACITY_NAMES
from boarddesk.services.meetings import letter_of
from boarddesk.services.sittings import time_at
from boarddesk.services.words import last_name, member_word

KEYS = "1234567890"
OFFICERS = frozenset({GuestCapacity.MANAGEMENT, GuestCapacity.SECRETARY})


class LivePerson(msgspec.Struct, frozen=True):
    """One member: where they are now, since when, and the digit that chooses them (empty beyond ten).

    `bodies` are the letters of the bodies they sit in, at joint meetings only; `acts` says that they belong
    to the body that acts.
    """

    person: str
    name: str
    last: str
    role: str
    key: str
    group: str
    since: datetime | None
    bodies: str = ""
    acts: bool = True
    excused: bool = False
    """Absent, and had said so; the reason stays in the record and prints nowhere."""

    @property
    def votes(self) -> bool:
        """Whether a vote is taken from them now."""
        return self.acts and self.group in {"room", "video", "phone", "present"}

    @property
    def here(self) -> bool:
        """Whether they are at the meeting now, recused or not."""
        return self.group in {"room", "video", "phone", "present", "recused_in", "recused_out"}


class LiveGuest(msgspec.Struct, frozen=True):
    """Someone present who is not a member; `here` says whether they are admitted to what is dealt with now."""

    guest: str
    name: str
    note: str
    secretary: bool
    here: bool = True
    officer: bool = False


class HeadCount(msgspec.Struct, frozen=True):
    """How many are there now, to be checked against the room: members, officers of the company, others."""

    members: int
    officers: int
    guests: int
    words: str


def eligible(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """The members in the order of their keys: who presides, the chair, the lead, then the rest as entered."""
    members = members_at(record, meeting)
    if meeting.kind is MeetingKind.SESSION:
        from boarddesk.services.independence_on import independent_on

        members = tuple(person for person in members if independent_on(record, person, meeting.day))
    first = (chair_of(record, meeting.body, meeting.day), holder_of(record, Role.LEAD, meeting.day))
    return tuple(dict.fromkeys([*(p for p in first if p in members), *members]))


def people_of(record: Record, course: QuorumCourse, at: datetime, body: str) -> tuple[LivePerson, ...]:
    """Every member, and whoever else was stamped, as of a moment; `body` is the one that acts."""
    meeting = course.meeting
    when = moment_of(meeting, at)
    stays = {stay.person: stay for stay in course.stays if stay.covers(when)}
    by_person: dict[str, list[PresenceStamp]] = {}
    for stamp in stamps_of(record, meeting.id):
        by_person.setdefault(stamp.person, []).append(stamp)
    acting = frozenset(members_on(record, body, meeting.day)) if meeting.joint_with else None
    roles = _roles(record, meeting)
    found = []
    for place, person in enumerate(dict.fromkeys((*eligible(record, meeting), *by_person))):
        stay = stays.get(person)
        mine = [stamp for stamp in by_person.get(person, ()) if stamp.at is None or stamp.at <= at]
        if stay is not None:
            group = f"recused_{stay.recused}" if stay.recused else (stay.mode.value if stay.mode else "present")
        elif any(stamp.kind in {PresenceKind.ABSENT, PresenceKind.EXCUSED} for stamp in mine):
            group = "absent"
        else:
            group = "left" if mine and mine[-1].kind is PresenceKind.LEFT else "expected"
        found.append(
            LivePerson(
                person=person,
                name=name_of(record, person),
                last=last_name(record, person),
                role=roles.get(person, ""),
                key=KEYS[place] if place < len(KEYS) else "",
                group=group,
                since=mine[-1].at if mine else None,
                bodies=_letters(record, meeting, person),
                acts=acting is None or person in acting,
                excused=group == "absent" and any(stamp.kind is PresenceKind.EXCUSED for stamp in mine),
            )
        )
    return tuple(found)


def _roles(record: Record, meeting: Meeting) -> dict[str, str]:
    """Who is chair and who lead, in one word."""
    found = {holder_of(record, Role.LEAD, meeting.day): "Lead"}
    if meeting.kind is not MeetingKind.SESSION:
        found[chair_of(record, meeting.body, meeting.day)] = "Chair"
    return {person: word for person, word in found.items() if person}


def _letters(record: Record, meeting: Meeting, person: str) -> str:
    if not meeting.joint_with:
        return ""
    sits = (body for body in meeting.bodies if person in members_on(record, body, meeting.day))
    return " ".join(letter_of(record, body) for body in sits)


def guests_at(record: Record, meeting: Meeting, now: AgendaItem | None, at: datetime) -> tuple[LiveGuest, ...]:
    """The guests: those admitted for the whole meeting or for the item of the moment are here."""
    serving = {tenure.person for tenure in roles_on(record, meeting.day)}
    numbers = {item.id: item.position for item in items_of(record, meeting.id)}
    return tuple(_guest(record, guest, meeting, now, at, serving, numbers) for guest in guests_of(record, meeting))


def _guest(
    record: Record, guest: Guest, meeting: Meeting, now: AgendaItem | None, at: datetime, serving: set[str],
    numbers: dict[str, int],
) -> LiveGuest:  # fmt: skip
    admitted = not guest.items or (now is not None and now.id in guest.items)
    gone = guest.left is not None and guest.left <= at
    here = admitted and not gone and (guest.arrived is None or guest.arrived <= at)
    note = guest.title or CAPACITY_NAMES[guest.capacity]
    if gone:
        note = f"until {time_at(meeting, guest.left)}"
    elif guest.items and not here:
        places = sorted(numbers[item] for item in guest.items if item in numbers)
        note = f"item {', '.join(map(str, places))}" if len(places) == 1 else f"items {', '.join(map(str, places))}"
    return LiveGuest(
        guest=guest.id,
        name=name_of(record, guest.person) or guest.name,
        note=note,
        secretary=guest.capacity is GuestCapacity.SECRETARY,
        here=here,
        officer=guest.capacity in OFFICERS or guest.person in serving,
    )


def head_count(meeting: Meeting, people: tuple[LivePerson, ...], guests: tuple[LiveGuest, ...]) -> HeadCount:
    """How many are in the room or connected: whoever is recused and out of the room is not."""
    members = sum(person.here and person.group != "recused_out" for person in people)
    officers = sum(guest.here and guest.officer for guest in guests)
    others = sum(guest.here and not guest.officer for guest in guests)
    body = BOARD if meeting.joint_with else meeting.body
    parts = [f"{members} {member_word(body, members)}"]
    if officers:
        parts.append(f"{officers} {'officer' if officers == 1 else 'officers'}")
    if others:
        parts.append(f"{others} {'guest' if others == 1 else 'guests'}")
    return HeadCount(members, officers, others, ", ".join(parts))


def clock_of(meeting: Meeting, person: LivePerson) -> str:
    """Since when someone is where they are, where that matters: “14:31”."""
    return time_at(meeting, person.since) if person.group in {"left", "recused_out", "recused_in"} else ""
