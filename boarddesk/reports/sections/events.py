"""What happened to presence during a meeting: arrivals, departures, recusals, recesses, quorum lost and regained."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from boarddesk.domain.meetings import Mode, PresenceKind, PresenceStamp, Recess
from boarddesk.domain.motions import Motion
from boarddesk.domain.presence import attendees, moments_of, stamps_of
from boarddesk.domain.quorum import Quorum, quorum_at
from boarddesk.reports.sections.standing import others_in_session, seated
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import clock, counted, span

_BY_MODE = {
    Mode.ROOM: " in person",
    Mode.VIDEO: " by video conference",
    Mode.PHONE: " by telephone",
    None: "",
}
_RAIL = {
    PresenceKind.PRESENT: "arrival",
    PresenceKind.LEFT: "departure",
    PresenceKind.RETURNED: "return",
    PresenceKind.RECUSED_OUT: "recusal",
    PresenceKind.RECUSED_IN: "recusal",
    PresenceKind.RECUSAL_ENDED: "return",
    PresenceKind.CHANGED_MODE: "connection",
}


_CONNECTIVES = (
    "as ",
    "because ",
    "for ",
    "owing ",
    "due to ",
    "since ",
    "to ",
    "on account ",
    "when ",
    "while ",
    "after ",
)
"""Reasons that go on the sentence; others stand in parentheses."""


@dataclass(frozen=True, slots=True)
class Event:
    """One paragraph about presence at one time: what was done, then how many were present.

    `item` is the agenda item that a recusal names; `people` whom the sentence names.
    """

    at: datetime | None
    deed: str
    rail: tuple[str, ...]
    counted: str = ""
    item: str | None = None
    people: tuple[str, ...] = ()
    recusal: bool = False
    """Where clock times do not settle it, this stands before the item's motions."""

    @property
    def text(self) -> str:
        """The whole paragraph."""
        return " ".join(part for part in (self.deed, self.counted) if part)


def events_of(voice: Voice) -> tuple[Event, ...]:
    """Every event between the call to order and the adjournment, in order of time."""
    opened, closed = voice.opened, voice.meeting.adjourned
    inside = [
        stamp
        for stamp in stamps_of(voice.record, voice.meeting.id)
        if stamp.kind in _RAIL and not _at_edges(stamp, opened, closed)
    ]
    events: list[Event] = []
    for at, stamps in groupby(inside, key=lambda stamp: stamp.at):
        events += _at_once(voice, at, list(stamps))
    recesses = _recesses(voice)
    return tuple(sorted((*events, *recesses), key=lambda e: e.at or datetime.min)) if recesses else tuple(events)  # noqa: DTZ901 - local


def _recesses(voice: Voice) -> list[Event]:
    """Each pause that ended, and one that has not, as a paragraph of its own."""
    events = []
    for pause in voice.record.where(Recess, "meeting", voice.meeting.id):
        text = f"At {clock(pause.start)} the {voice.what} stood in recess"
        text += f" and at {clock(pause.end)} it resumed." if pause.end else "."
        when = span(pause.start, pause.end) if pause.end else clock(pause.start)
        events.append(Event(pause.start, text, (when, "recess")))
    return events


def _at_edges(stamp: PresenceStamp, opened: datetime | None, closed: datetime | None) -> bool:
    if stamp.kind is PresenceKind.PRESENT:
        return stamp.at is None or opened is None or stamp.at <= opened
    return stamp.at is not None and closed is not None and stamp.at >= closed


def _at_once(voice: Voice, at: datetime | None, stamps: list[PresenceStamp]) -> list[Event]:
    """One event for each kind of change at one moment; the count is told with the last."""

    def kind(stamp: PresenceStamp) -> tuple[str, str]:
        return (stamp.kind, stamp.item or "")

    groups = [list(group) for _, group in groupby(sorted(stamps, key=kind), key=kind)]
    before = _before(voice, at)
    after = quorum_at(voice.record, voice.meeting, at) if at is not None else None
    events: list[Event] = []
    for number, group in enumerate(groups):
        last = number == len(groups) - 1
        how_many = _count_sentence(voice, before, after, at, group[0].kind) if last and after else ""
        rail = _rail(voice, at, group[0].kind, before, after if last else None)
        recusal = group[0].kind in (PresenceKind.RECUSED_OUT, PresenceKind.RECUSED_IN)
        people = tuple(stamp.person for stamp in group)
        events.append(Event(at, _sentence(voice, at, group), rail, how_many, group[0].item, people, recusal))
    return events


def _before(voice: Voice, at: datetime | None) -> Quorum | None:
    if at is None:
        return None
    earlier = [moment for moment in moments_of(voice.record, voice.meeting) if moment < at]
    return quorum_at(voice.record, voice.meeting, earlier[-1] if earlier else voice.meeting.called_to_order)


def _sentence(voice: Voice, at: datetime | None, group: list[PresenceStamp]) -> str:
    names = voice.formals([stamp.person for stamp in group])
    when = f"At {clock(at)} {names}" if at else f"At a time not recorded {names}"
    were = "was" if len(group) == 1 else "were"
    because = _because(next((stamp.reason.strip().rstrip(".") for stamp in group if stamp.reason), ""))
    modes = {stamp.mode for stamp in group}
    how = _BY_MODE[modes.pop()] if len(modes) == 1 else ""
    match group[0].kind:
        case PresenceKind.PRESENT:
            return f"{when} joined the {voice.what}{how}{because}."
        case PresenceKind.LEFT:
            return f"{when} left the {voice.what}{because}."
        case PresenceKind.RETURNED:
            return f"{when} returned to the {voice.what}{how}{because}."
        case PresenceKind.CHANGED_MODE:
            return f"{when} continued{how}{because}."
        case PresenceKind.RECUSED_OUT:
            left = "left the room, taking no part in the discussion or the vote."
            return f"{when} {were} recused{because}{',' if because.startswith(',') else ''} and {left}"
        case PresenceKind.RECUSED_IN:
            return f"{when} {were} recused{because}, remained in the room and did not vote."
        case _:
            return f"{when} returned and took part again{because}."


def _because(reason: str) -> str:
    """The reason on record, joined to its sentence: ", as he had said beforehand" or " (an officer of the lessor)"."""
    if not reason:
        return ""
    return f", {reason}" if reason.startswith(_CONNECTIVES) else f" ({reason})"


def _count_sentence(voice: Voice, before: Quorum | None, after: Quorum, at: datetime | None, kind: PresenceKind) -> str:
    if kind is PresenceKind.CHANGED_MODE:
        return ""
    count = len(seated(voice, after.present))
    present = voice.members(count, capital=True)
    were = "was" if count == 1 else "were"
    down = kind in (PresenceKind.LEFT, PresenceKind.RECUSED_OUT)
    if after.met is False:
        text = f"{present} {'remained' if down else f'{were} then present'}, fewer than a quorum."
        return text if not _quiet(voice, at) else f"{text} No action is recorded while a quorum was absent."
    regained = before is not None and before.met is False and after.met
    if kind is PresenceKind.RECUSED_IN and after.met:
        return f"{present} remained, constituting a quorum; a {voice.member} recused in the room counts toward it."
    if down and after.met:
        return f"{present} remained, constituting a quorum."
    if down:
        return f"{present} remained."
    return f"{present} {were} then present{', constituting a quorum' if regained else ''}."


def _quiet(voice: Voice, at: datetime | None) -> bool:
    """Whether no motion is recorded from `at` until presence changes again."""
    if at is None:
        return False
    later = [moment for moment in moments_of(voice.record, voice.meeting) if moment > at]
    until = later[0] if later else voice.meeting.adjourned
    timed = [m.at for m in voice.record.where(Motion, "meeting", voice.meeting.id)]
    return all(t is not None and not (at <= t and (until is None or t < until)) for t in timed)


def _rail(
    voice: Voice, at: datetime | None, kind: PresenceKind, before: Quorum | None, after: Quorum | None
) -> tuple[str, ...]:
    when = clock(at) if at else "Time not recorded"
    if after is None:
        return (f"{when} · {_RAIL[kind]}",)
    lines = [f"{when} · {_RAIL[kind]}"]
    if after.met is False:
        lines = [when, "Quorum not present"]
    elif before is not None and before.met is False:
        lines = [when, "Quorum restored"]
    return (*lines, present_line(voice, after))


def present_line(voice: Voice, quorum: Quorum) -> str:
    """The rail's line of who is there: "Present 8 of 9 in office"."""
    count = len(quorum.present)
    if voice.is_session:
        # The word "independent" is needed only where somebody else sat there too.
        member = voice.member if others_in_session(voice) else "director"
        return counted(len(seated(voice, quorum.present)), member, capital=True)
    if not quorum.in_office:
        return f"Present {len(attendees(voice.record, voice.meeting))}"
    return f"Present {count} of {quorum.in_office} {'in office' if voice.of_board else 'members'}"


def quorum_line(quorum: Quorum) -> str:
    """The rail's line of the quorum: "Quorum 6 of 10 · met"."""
    if quorum.needed is None:
        return "Quorum not recorded"
    votes = " votes" if quorum.extra_votes else ""
    return f"Quorum {quorum.needed} of {quorum.base}{votes} · {'met' if quorum.met else 'not met'}"
