"""The live meeting: who is where, the current item with its notes, the agenda's clock, what was just recorded."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import msgspec

from boarddesk.domain.meetings import (
    BOARD,
    AgendaItem,
    Guest,
    GuestCapacity,
    ItemOutcome,
    Meeting,
    MeetingKind,
    PresenceKind,
    PresenceStamp,
)
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Role
from boarddesk.domain.presence import guests_of, present_at, stamps_of
from boarddesk.domain.quorum import Quorum, lost_at, quorum_at
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, holder_of, members_on, name_of, vacancies_on
from boarddesk.services.agenda_order import current_item, items_of
from boarddesk.services.bus import Command
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.commands.presence_correct import RemoveStamp
from boarddesk.services.live_words import chair_reads, short_deed, stamp_sentence
from boarddesk.services.meeting_overview import CAPACITY_NAMES
from boarddesk.services.motion_words import result_words
from boarddesk.services.quorum_strip import Strip, quorum_strip
from boarddesk.services.quorum_words import needed_words, quorum_sentence
from boarddesk.services.words import clock_time, last_name

KEYS = "1234567890"
MOST_RECENT = 8
GROUPS = ("room", "video", "phone", "present", "recused_in", "recused_out", "left", "expected", "absent")


class LivePerson(msgspec.Struct, frozen=True):
    """One member: where they are now, since when, and the digit that chooses them (empty beyond ten)."""

    person: str
    name: str
    last: str
    role: str
    key: str
    group: str
    since: datetime | None

    @property
    def votes(self) -> bool:
        """Whether a vote is taken from them now."""
        return self.group in {"room", "video", "phone", "present"}

    @property
    def here(self) -> bool:
        """Whether they are at the meeting now, recused or not."""
        return self.votes or self.group in {"recused_in", "recused_out"}


class LiveGuest(msgspec.Struct, frozen=True):
    """Someone present who is not a member."""

    guest: str
    name: str
    note: str
    secretary: bool


class LiveNote(msgspec.Struct, frozen=True):
    """A line of the notes: `line` is its paragraph in the item's text; None for what the record itself says."""

    at: datetime | None
    text: str
    line: int | None


class LiveItem(msgspec.Struct, frozen=True):
    """One item on the agenda's clock; `spent` and `planned` in minutes, `starts` when it should begin."""

    id: str
    number: int
    title: str
    state: str
    planned: int | None
    spent: int | None
    starts: datetime | None
    outcome: ItemOutcome | None
    later: date | None = None
    """The day of the meeting it was deferred to."""

    @property
    def over(self) -> bool:
        """Whether it takes longer than planned."""
        return self.planned is not None and self.spent is not None and self.spent > self.planned


class LiveEntry(msgspec.Struct, frozen=True):
    """Something just recorded, and the command that takes it back; None where only Undo does."""

    at: datetime | None
    title: str
    detail: str
    back: Command | None


class LiveView(msgspec.Struct, frozen=True):
    """Everything the Live tab shows at one moment."""

    meeting: Meeting
    people: tuple[LivePerson, ...]
    guests: tuple[LiveGuest, ...]
    now: AgendaItem | None
    items: tuple[LiveItem, ...]
    notes: tuple[LiveNote, ...]
    script: str
    quorum: Quorum
    left: int
    vacant: int
    sentence: str
    lost: tuple[datetime, ...]
    entries: tuple[LiveEntry, ...]
    strip: Strip | None = None

    def person(self, key: str) -> LivePerson | None:
        """The member with an id, or None."""
        return next((person for person in self.people if person.person == key), None)


def live_view(record: Record, meeting: Meeting, at: datetime, times: dict[str, str] | None = None) -> LiveView:
    """The meeting as it stands at `at`; `times` gives the clock times of paragraphs of notes, where kept."""
    people = _people(record, meeting, at)
    quorum = quorum_at(record, meeting, at)
    left = sum(person.group == "left" for person in people)
    vacant = vacancies_on(record, meeting.day) or 0 if meeting.body == BOARD else 0
    now = current_item(record, meeting)
    return LiveView(
        meeting=meeting,
        people=people,
        guests=tuple(_guest(record, guest) for guest in guests_of(record, meeting)),
        now=now,
        items=_items(record, meeting, at),
        notes=notes_of(record, meeting, now, times or {}),
        script=chair_reads(record, meeting, now, quorum, _recused_elsewhere(record, meeting, now, at)),
        quorum=quorum,
        left=left,
        vacant=vacant,
        sentence=quorum_sentence(meeting, quorum, left=left, vacant=vacant),
        lost=lost_at(record, meeting),
        entries=_entries(record, meeting),
        strip=quorum_strip(record, meeting, at),
    )


def _recused_elsewhere(record: Record, meeting: Meeting, now: AgendaItem | None, at: datetime) -> frozenset[str]:
    """Who is still recused for an item that is no longer being dealt with."""
    stays = present_at(record, meeting, at)
    return frozenset(s.person for s in stays if s.recused and s.item and (now is None or s.item != now.id))


def eligible(record: Record, meeting: Meeting) -> tuple[str, ...]:
    """The members in the order of their keys: who presides, the chair, the lead, then the rest as entered."""
    members = members_on(record, meeting.body, meeting.day)
    if meeting.kind is MeetingKind.SESSION:
        from boarddesk.services.independence_on import independent_on

        members = tuple(person for person in members if independent_on(record, person, meeting.day))
    first = (chair_of(record, meeting.body, meeting.day), holder_of(record, Role.LEAD, meeting.day))
    return tuple(dict.fromkeys([*(p for p in first if p in members), *members]))


def _people(record: Record, meeting: Meeting, at: datetime) -> tuple[LivePerson, ...]:
    stays = {stay.person: stay for stay in present_at(record, meeting, at)}
    stamps = stamps_of(record, meeting.id)
    order = eligible(record, meeting)
    others = tuple(dict.fromkeys(s.person for s in stamps if s.person not in order))
    found = []
    for place, person in enumerate((*order, *others)):
        stay = stays.get(person)
        mine = [stamp for stamp in stamps if stamp.person == person and (stamp.at is None or stamp.at <= at)]
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
                role=_role(record, meeting, person),
                key=KEYS[place] if place < len(KEYS) else "",
                group=group,
                since=mine[-1].at if mine else None,
            )
        )
    return tuple(found)


def _role(record: Record, meeting: Meeting, person: str) -> str:
    if chair_of(record, meeting.body, meeting.day) == person and meeting.kind is not MeetingKind.SESSION:
        return "Chair"
    return "Lead" if holder_of(record, Role.LEAD, meeting.day) == person else ""


def _guest(record: Record, guest: Guest) -> LiveGuest:
    secretary = guest.capacity is GuestCapacity.SECRETARY
    return LiveGuest(
        guest.id, name_of(record, guest.person) or guest.name, guest.title or CAPACITY_NAMES[guest.capacity], secretary
    )


def _items(record: Record, meeting: Meeting, at: datetime) -> tuple[LiveItem, ...]:
    found = []
    clock = meeting.called_to_order or meeting.starts
    for item in items_of(record, meeting.id):
        spent = None
        if item.started is not None:
            spent = max(0, int(((item.ended or at) - item.started).total_seconds() // 60))
        state = "to_come"
        if item.started is not None:
            state = "done" if item.ended is not None else "now"
        elif item.outcome is not None or item.deferred_to is not None:
            state = "done"
        later = record.find(Meeting, item.deferred_to)
        found.append(
            LiveItem(
                id=item.id,
                number=item.position,
                title=item.title,
                state=state,
                planned=item.minutes,
                spent=spent,
                starts=item.started or clock,
                outcome=item.outcome,
                later=later.day if later else None,
            )
        )
        took = max(spent or 0, item.minutes or 0) if item.ended is None else spent or 0
        clock = item.ended or (item.started or clock) + timedelta(minutes=took)
    return tuple(found)


def notes_of(record: Record, meeting: Meeting, item: AgendaItem | None, times: dict[str, str]) -> tuple[LiveNote, ...]:
    """The item's paragraphs, with what happened to presence while it lasted, in order of time."""
    notes = [
        LiveNote(stamp.at, stamp_sentence(record, meeting, stamp), None)
        for stamp in stamps_of(record, meeting.id)
        if stamp.at is not None and _during(meeting, item, stamp)
    ]
    last: datetime | None = item.started if item else None
    for number, text in enumerate((item.text if item else "").splitlines()):
        said = times.get(text)
        at = datetime.fromisoformat(said) if said else last
        notes.append(LiveNote(at if said else None, text, number))
        last = at
    order = {id(note): place for place, note in enumerate(notes)}
    anchored = _anchored(notes)
    return tuple(sorted(notes, key=lambda note: (anchored[id(note)], order[id(note)])))


def _anchored(notes: Sequence[LiveNote]) -> dict[int, datetime]:
    """A place in time for every note: its own, else that of the paragraph before it."""
    found: dict[int, datetime] = {}
    before = datetime.min  # noqa: DTZ901 - local wall-clock time
    for note in notes:
        if note.line is None and note.at is not None:
            found[id(note)] = note.at
        else:
            before = note.at or before
            found[id(note)] = before
    return found


def _during(meeting: Meeting, item: AgendaItem | None, stamp: PresenceStamp) -> bool:
    if stamp.at is None:
        return False
    begun = meeting.called_to_order or meeting.starts
    if stamp.kind is PresenceKind.PRESENT and stamp.at <= begun:
        return False
    if item is None or item.started is None:
        return True
    return item.started <= stamp.at and (item.ended is None or stamp.at < item.ended)


def _entries(record: Record, meeting: Meeting) -> tuple[LiveEntry, ...]:
    """The latest entries, newest first."""
    found: list[tuple[datetime, int, LiveEntry]] = []
    begun = meeting.called_to_order
    for stamp in stamps_of(record, meeting.id):
        # Those who were there at the call belong to it; before it every arrival is shown.
        if stamp.at is not None and not (begun and stamp.kind is PresenceKind.PRESENT and stamp.at <= begun):
            detail = needed_words(quorum_at(record, meeting, stamp.at))
            if stamp.kind in {PresenceKind.LEFT, PresenceKind.RECUSED_OUT}:
                detail = detail.replace("present", "remain", 1)
            entry = LiveEntry(stamp.at, short_deed(record, stamp), detail, RemoveStamp(stamp.id))
            found.append((stamp.at, stamp.order, entry))
    for motion in record.where(Motion, "meeting", meeting.id):
        if motion.at is not None:
            entry = LiveEntry(
                motion.at, f"Motion {motion.number}", result_words(record, motion), TakeBackMotion(motion.id)
            )
            found.append((motion.at, 1000 + motion.order, entry))
    if meeting.called_to_order is not None:
        here = quorum_at(record, meeting, meeting.called_to_order)
        entry = LiveEntry(meeting.called_to_order, "Called to order", needed_words(here), None)
        found.append((meeting.called_to_order, 999, entry))
    found.sort(key=lambda row: row[:2], reverse=True)
    return tuple(entry for _at, _order, entry in found[:MOST_RECENT])


def clock_of(person: LivePerson) -> str:
    """Since when someone is where they are, where that matters: “14:31”."""
    return clock_time(person.since) if person.group in {"left", "recused_out", "recused_in"} else ""
