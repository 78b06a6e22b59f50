"""One meeting at a glance: facts, preparation, attendance, motions with results, actions."""

from datetime import date, datetime

import msgspec

from boarddesk.domain.meetings import (
    AHEAD,
    BEGUN,
    Guest,
    GuestCapacity,
    Meeting,
    Mode,
    PresenceKind,
    PresidingBasis,
)
from boarddesk.domain.motions import Action, Motion, Result
from boarddesk.domain.noticed import noticed
from boarddesk.domain.presence import EARLIEST, LATEST, Stay, guests_of, stamps_of, stays_of
from boarddesk.domain.quorum import lost_at, members_at, quorum_over_time
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on, name_of
from boarddesk.domain.votes import tally
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.motion_words import counted_words, gist, vote_words
from boarddesk.services.next_meeting import Step, steps_of
from boarddesk.services.notice_view import notice_fact
from boarddesk.services.proposals import is_proposed
from boarddesk.services.recommendations import said_of
from boarddesk.services.sittings import before as adjourned_before
from boarddesk.services.sittings import recesses_of, time_at
from boarddesk.services.stockholder_facts import stockholder_facts
from boarddesk.services.words import body_short, clock_time, joined, meeting_name, short_day

MODE_NAMES = {Mode.ROOM: "In room", Mode.VIDEO: "Video", Mode.PHONE: "Phone", None: "Present"}
CAPACITY_NAMES = {
    GuestCapacity.MANAGEMENT: "Management",
    GuestCapacity.SECRETARY: "Secretary",
    GuestCapacity.COUNSEL: "Counsel",
    GuestCapacity.AUDITOR: "Auditor",
    GuestCapacity.ADVISER: "Adviser",
    GuestCapacity.OTHER: "Guest",
}
BASIS_NAMES = {
    PresidingBasis.CHAIR: "as chair",
    PresidingBasis.LEAD: "as Lead Independent Director",
    PresidingBasis.CHOSEN: "chosen by those present",
    PresidingBasis.OTHER: "",
    None: "",
}


class AttendanceLine(msgspec.Struct, frozen=True):
    """One person's attendance: how, and when; `there` is None where nothing is on record."""

    id: str
    name: str
    how: str
    times: str
    there: bool | None
    guest: bool = False


class MotionLine(msgspec.Struct, frozen=True):
    """One motion with its result; `result` is None where nothing is recorded."""

    id: str
    number: str
    at: datetime | None
    gist: str
    votes: str
    result: Result | None
    words: str
    flags: tuple[str, ...]
    differs: bool
    proposed: bool
    superseded: bool
    links: tuple[str, ...] = ()
    """Where a committee's recommendation stands, or on whose recommendation the motion rests."""


class ActionLine(msgspec.Struct, frozen=True):
    """One action with its owner, day and state in words."""

    id: str
    text: str
    owner: str
    due: date | None
    state: str
    done: bool
    late: bool


class Overview(msgspec.Struct, frozen=True):
    """Everything the first tab of a meeting shows."""

    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    attendance: tuple[AttendanceLine, ...]
    motions: tuple[MotionLine, ...]
    actions: tuple[ActionLine, ...]
    quorum_lost: tuple[str, ...]


def overview(record: Record, meeting: Meeting, day: date) -> Overview:
    """The overview of one meeting as of a day."""
    return Overview(
        facts=_facts(record, meeting),
        steps=steps_of(record, meeting) if meeting.state in AHEAD else (),
        attendance=attendance(record, meeting),
        motions=motion_lines(record, meeting),
        actions=action_lines(record, meeting, day),
        quorum_lost=tuple(_lost(record, meeting, moment) for moment in lost_at(record, meeting)),
    )


def _facts(record: Record, meeting: Meeting) -> tuple[tuple[str, str], ...]:
    hours = "" if meeting.all_day else f", {clock_time(meeting.starts)}"
    if hours and meeting.ends:
        hours += f" to {clock_time(meeting.ends)}"
    pairs = [("When", f"{short_day(meeting.day)}{hours}"), ("Where", meeting.place or "not recorded")]
    if meeting.purpose:
        pairs.append(("Purpose", meeting.purpose))
    if meeting.caller:
        emergency = ", in an emergency" if meeting.emergency else ""
        pairs.append(("Called by", f"{name_of(record, meeting.caller)}{emergency}"))
    if meeting.dial_in:
        pairs.append(("To join", meeting.dial_in))
    pairs += notice_fact(record, meeting)
    if meeting.presiding:
        basis = BASIS_NAMES[meeting.presiding_basis]
        note = f"; {meeting.presiding_note}" if meeting.presiding_note else ""
        pairs.append(("Presiding", f"{name_of(record, meeting.presiding)}{f', {basis}' if basis else ''}{note}"))
    if meeting.recording:
        pairs.append(("Recording", name_of(record, meeting.recording)))
    if meeting.state in BEGUN:
        pairs.append(("Called to order", clock_time(meeting.called_to_order) or "not recorded"))
        if meeting.state not in RUNNING:
            pairs.append(("Adjourned", time_at(meeting, meeting.adjourned) or "not recorded"))
    if any(stamp.mode in {Mode.VIDEO, Mode.PHONE} for stamp in stamps_of(record, meeting.id)):
        said = f"stated at {time_at(meeting, meeting.could_hear_at)}" if meeting.could_hear_at else "stated"
        pairs.append(("All could hear", said if meeting.could_hear else "not recorded"))
    pairs += stockholder_facts(record, meeting)
    before = record.find(Meeting, meeting.parent)
    if before:
        pairs.append(("After", meeting_name(record, before)))
    earlier, later = adjourned_before(record, meeting), record.find(Meeting, meeting.moved_to)
    if earlier:
        pairs.append(("Goes on with", meeting_name(record, earlier)))
    if later:
        pairs.append(("Goes on", short_day(later.day)))
    pauses = recesses_of(record, meeting.id)
    if pauses:
        spans = (f"{time_at(meeting, p.start)} to {time_at(meeting, p.end) or 'now'}" for p in pauses)
        pairs.append(("Recess", "; ".join(spans)))
    if meeting.report_back:
        pairs.append(("Reported to the Board", " ".join(meeting.report_back.splitlines())))
    if meeting.reason:
        pairs.append(("Reason", meeting.reason))
    if meeting.note:
        pairs.append(("Note", meeting.note))
    return tuple(pairs)


def _lost(record: Record, meeting: Meeting, at: datetime) -> str:
    """“Quorum was lost at 11:54 and there again at 12:00.”."""
    later = quorum_over_time(record, meeting)
    again = next((moment for moment, quorum in later if moment > at and quorum.met), None)
    there = f" and there again at {time_at(meeting, again)}" if again else ""
    return f"Quorum was lost at {time_at(meeting, at)}{there}."


def attendance(record: Record, meeting: Meeting) -> tuple[AttendanceLine, ...]:
    """The members of the body on the day, then the guests."""
    stays = stays_of(record, meeting)
    away = {
        stamp.person: stamp
        for stamp in stamps_of(record, meeting.id)
        if stamp.kind in {PresenceKind.ABSENT, PresenceKind.EXCUSED}
    }
    lines = []
    for person in members_at(record, meeting):
        name = f"{name_of(record, person)}{_sits_in(record, meeting, person)}"
        mine = [stay for stay in stays if stay.person == person]
        if mine:
            how = joined(list(dict.fromkeys(MODE_NAMES[stay.mode] for stay in mine if stay.counts)))
            lines.append(AttendanceLine(person, name, how or "Recused", _times(meeting, mine), True))
        elif person in away:
            excused = away[person].kind is PresenceKind.EXCUSED
            how = "Excused" if excused else "Absent"
            lines.append(AttendanceLine(person, name, how, away[person].reason, False))
        else:
            said = "Not recorded" if meeting.state in BEGUN else ""
            lines.append(AttendanceLine(person, name, said, "", None))
    lines += [_guest(record, guest) for guest in guests_of(record, meeting)]
    return tuple(lines)


def _sits_in(record: Record, meeting: Meeting, person: str) -> str:
    """At a joint meeting the bodies of which somebody is a member: “ (Board, Audit Committee)”."""
    if not meeting.joint_with:
        return ""
    sits = (body for body in meeting.bodies if person in members_on(record, body, meeting.day))
    return f" ({', '.join(body_short(record, body) for body in sits)})"


def _times(meeting: Meeting, stays: list[Stay]) -> str:
    """When someone was there, where not throughout: “from 09:41”, “until 11:05”, “recused, out 11:32 to 11:44”."""
    parts = [_span(meeting, start, end) for start, end in _unbroken(stays)]
    for stay in stays:
        if stay.recused:
            where = "out" if stay.recused == "out" else "in the room"
            parts.append(f"recused, {where} {_span(meeting, stay.start, stay.end)}".strip())
    return ", ".join(part for part in parts if part)


def _unbroken(stays: list[Stay]) -> list[tuple[datetime, datetime]]:
    """Stretches of presence whatever the mode or recusal, joined where one begins as another ends."""
    spans: list[tuple[datetime, datetime]] = []
    for stay in stays:
        if spans and spans[-1][1] == stay.start:
            spans[-1] = (spans[-1][0], stay.end)
        else:
            spans.append((stay.start, stay.end))
    return spans


def _span(meeting: Meeting, start: datetime, end: datetime) -> str:
    opened = start == EARLIEST or (meeting.called_to_order is not None and start <= meeting.called_to_order)
    closed = end in {LATEST, meeting.adjourned}
    if opened:
        return "" if closed else f"until {time_at(meeting, end)}"
    return f"from {time_at(meeting, start)}" if closed else f"{time_at(meeting, start)} to {time_at(meeting, end)}"


def _guest(record: Record, guest: Guest) -> AttendanceLine:
    name = name_of(record, guest.person) or guest.name
    how = guest.title or CAPACITY_NAMES[guest.capacity]
    times = " to ".join(part for part in (clock_time(guest.arrived), clock_time(guest.left)) if part)
    items = f"{len(guest.items)} item{'s' if len(guest.items) != 1 else ''} only" if guest.items else ""
    return AttendanceLine(guest.id, name, how, ", ".join(part for part in (times, items) if part), True, guest=True)


def motion_lines(record: Record, meeting: Meeting) -> tuple[MotionLine, ...]:
    """The motions of a meeting in order, each with its result."""
    motions = sorted(record.where(Motion, "meeting", meeting.id), key=lambda motion: (motion.order, motion.number))
    return tuple(motion_line(record, motion) for motion in motions)


def motion_line(record: Record, motion: Motion) -> MotionLine:
    """One motion with its result."""
    count = tally(record, motion)
    proposed = is_proposed(record, motion)
    later = superseded_by(record, motion)
    words = "Proposed" if proposed else counted_words(count)
    return MotionLine(
        id=motion.id,
        number=motion.number,
        at=motion.at,
        gist=gist(motion),
        votes="" if proposed else counted_words(count) if later else vote_words(count),
        result=count.result,
        words=f"Superseded by {later.number}" if later else words,
        flags=(*supersession(record, motion), *noticed(record, motion)),
        links=said_of(record, motion),
        differs=count.difference,
        proposed=proposed,
        superseded=later is not None,
    )


def superseded_by(record: Record, motion: Motion) -> Motion | None:
    """The later motion that took this one's place, or None."""
    return next(iter(record.where(Motion, "supersedes", motion.id)), None)


def supersession(record: Record, motion: Motion) -> tuple[str, ...]:
    """What a motion superseded, and what superseded it, with the days."""
    found = []
    before, later = record.find(Motion, motion.supersedes), superseded_by(record, motion)
    if before is not None:
        found.append(f"Supersedes motion {before.number}{_of_day(record, before)}.")
    if later is not None:
        found.append(f"Superseded by motion {later.number}{_of_day(record, later)}; it stays as it was recorded.")
    return tuple(found)


def _of_day(record: Record, motion: Motion) -> str:
    meeting = record.find(Meeting, motion.meeting)
    return f" of {short_day(meeting.day)}" if meeting else ""


def action_lines(record: Record, meeting: Meeting, day: date) -> tuple[ActionLine, ...]:
    """The actions given at a meeting, and those carried to it."""
    own = record.where(Action, "meeting", meeting.id)
    carried = record.where(Action, "carried_to", meeting.id)
    return tuple(_action(record, action, meeting, day) for action in (*own, *carried))


def _action(record: Record, action: Action, meeting: Meeting, day: date) -> ActionLine:
    late = action.done_on is None and action.due is not None and action.due < day
    if action.done_on is not None:
        state = f"Done {short_day(action.done_on)}"
    elif action.carried_to == meeting.id:
        given = record.find(Meeting, action.meeting)
        state = f"Carried from {short_day(given.day)}" if given else "Carried"
    elif action.carried_to:
        later = record.find(Meeting, action.carried_to)
        state = f"Carried to {short_day(later.day)}" if later else "Carried"
    else:
        state = "Late" if late else "Open"
    owner = name_of(record, action.owner) or action.owner_note
    return ActionLine(action.id, action.text, owner, action.due, state, action.done_on is not None, late)
