"""What happened to presence during a meeting: arrivals, departures, recusals, recesses, quorum lost and regained."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from boarddesk.domain.meetings import Mode, PresenceKind, PresenceStamp, Recess
from boarddesk.domain.motions import Motion
from boarddesk.domain.presence import attendees, moments_of, stamps_of
from boarddesk.domain.quorum import Quorum, quorum_at
from boarddesk.reports.minutes.compose import Composer, Said
from boarddesk.reports.sections.standing import others_in_session, seated
from boarddesk.reports.sections.voice import Voice, full_body, member_word
from boarddesk.reports.wording import clock, counted, long_date, span

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


_MET = {True: ", constituting a quorum", False: ", fewer than a quorum", None: ""}
_KEYS = {
    PresenceKind.PRESENT: "arrival",
    PresenceKind.LEFT: "departure",
    PresenceKind.RETURNED: "return",
    PresenceKind.RECUSED_OUT: "recusal",
    PresenceKind.RECUSED_IN: "recusal_in",
    PresenceKind.RECUSAL_ENDED: "recusal_ended",
    PresenceKind.CHANGED_MODE: "connection",
}
"""The pattern of each kind, and what a block's key begins with."""


@dataclass(frozen=True, slots=True)
class Event:
    """One paragraph about presence at one time: what was done, then how many were present.

    `key` names its block; `item` is the agenda item that a recusal names; `people` whom the sentence names.
    """

    key: str
    at: datetime | None
    deed: Said
    rail: tuple[str, ...]
    counted: tuple[Said, ...] = ()
    item: str | None = None
    people: tuple[str, ...] = ()
    recusal: bool = False
    """Where clock times do not settle it, this stands before the item's motions."""


def events_of(composer: Composer) -> tuple[Event, ...]:
    """Every event between the call to order and the adjournment, in order of time."""
    voice = composer.voice
    opened, closed = voice.opened, voice.meeting.adjourned
    inside = [
        stamp
        for stamp in stamps_of(voice.record, voice.meeting.id)
        if stamp.kind in _RAIL and not _at_edges(stamp, opened, closed)
    ]
    events: list[Event] = []
    for at, stamps in groupby(inside, key=lambda stamp: stamp.at):
        events += _at_once(composer, at, list(stamps))
    recesses = _recesses(composer)
    return tuple(sorted((*events, *recesses), key=lambda e: e.at or datetime.min)) if recesses else tuple(events)  # noqa: DTZ901 - local


def last_moment(voice: Voice) -> datetime | None:
    """The last time at which presence changed, else the call to order."""
    timed = [stamp.at for stamp in stamps_of(voice.record, voice.meeting.id) if stamp.at]
    closed = voice.meeting.adjourned
    return max((at for at in timed if closed is None or at < closed), default=voice.meeting.called_to_order)


def _recesses(composer: Composer) -> list[Event]:
    """Each pause that ended, and one that has not, as a paragraph of its own."""
    voice, events = composer.voice, []
    for pause in voice.record.where(Recess, "meeting", voice.meeting.id):
        began = {"from": _when(voice, pause.start), "meeting": voice.what}
        ended = composer.say("recess.ended", to=_when(voice, pause.end, pause.start), **began) if pause.end else None
        when = span(pause.start, pause.end) if pause.end else clock(pause.start)
        rail = (when, "recess")
        events.append(Event(f"recess:{pause.id}", pause.start, ended or composer.say("recess.open", **began), rail))
    return events


def _when(voice: Voice, at: datetime, before: datetime | None = None) -> str:
    """A time of day, with its date where that is not the meeting's first day, or not that of `before`."""
    day = before.date() if before else voice.meeting.day
    return clock(at) if at.date() == day else f"{clock(at)} on {long_date(at.date())}"


def _at_edges(stamp: PresenceStamp, opened: datetime | None, closed: datetime | None) -> bool:
    if stamp.kind is PresenceKind.PRESENT:
        return stamp.at is None or opened is None or stamp.at <= opened
    return stamp.at is not None and closed is not None and stamp.at >= closed


def _at_once(composer: Composer, at: datetime | None, stamps: list[PresenceStamp]) -> list[Event]:
    """One event for each kind of change at one moment; the count is told with the last."""

    def kind(stamp: PresenceStamp) -> tuple[str, str]:
        return (stamp.kind, stamp.item or "")

    voice = composer.voice
    groups = [list(group) for _, group in groupby(sorted(stamps, key=kind), key=kind)]
    before = _before(voice, at)
    after = quorum_at(voice.record, voice.meeting, at) if at is not None else None
    events: list[Event] = []
    for number, group in enumerate(groups):
        last = number == len(groups) - 1
        how_many = _count_sentences(composer, before, after, at, group[0].kind) if last and after else ()
        rail = _rail(voice, at, group[0].kind, before, after if last else None)
        recusal = group[0].kind in (PresenceKind.RECUSED_OUT, PresenceKind.RECUSED_IN)
        people = tuple(stamp.person for stamp in group)
        key = f"{_KEYS[group[0].kind]}:{min(stamp.id for stamp in group)}"
        said = _sentence(composer, at, group)
        events.append(Event(key, at, said, rail, how_many, group[0].item, people, recusal))
    return events


def _before(voice: Voice, at: datetime | None) -> Quorum | None:
    if at is None:
        return None
    earlier = [moment for moment in moments_of(voice.record, voice.meeting) if moment < at]
    return quorum_at(voice.record, voice.meeting, earlier[-1] if earlier else voice.meeting.called_to_order)


def _sentence(composer: Composer, at: datetime | None, group: list[PresenceStamp]) -> Said:
    voice = composer.voice
    modes = {stamp.mode for stamp in group}
    words = {
        "at": _when(voice, at) if at else "a time not recorded",
        "names": voice.formals([stamp.person for stamp in group]),
        "because": because(next((stamp.reason.strip().rstrip(".") for stamp in group if stamp.reason), "")),
        "how": _BY_MODE[modes.pop()] if len(modes) == 1 else "",
        "were": "was" if len(group) == 1 else "were",
        "meeting": voice.what,
    }
    kind = group[0].kind
    if kind is PresenceKind.RECUSED_OUT and words["because"].startswith(","):
        words["because"] += ","
    return composer.say(f"presence.{_KEYS[kind]}", **words)


def because(reason: str) -> str:
    """The reason on record, joined to its sentence: ", as he had said beforehand" or " (an officer of the lessor)"."""
    if not reason:
        return ""
    return f", {reason}" if reason.startswith(_CONNECTIVES) else f" ({reason})"


def _count_sentences(
    composer: Composer, before: Quorum | None, after: Quorum, at: datetime | None, kind: PresenceKind
) -> tuple[Said, ...]:
    if kind is PresenceKind.CHANGED_MODE:
        return ()
    voice = composer.voice
    count = len(seated(voice, after.present))
    down = kind in (PresenceKind.LEFT, PresenceKind.RECUSED_OUT)
    regained = before is not None and before.met is False and after.met
    words = {
        "present": voice.members(count),
        "were": "was" if count == 1 else "were",
        "member": voice.member,
        "quorum": ", constituting a quorum" if after.met and (down or regained) else "",
    }
    said = "remained" if down else "then"
    if after.met is False:
        words["quorum"] = ", fewer than a quorum"
    elif kind is PresenceKind.RECUSED_IN and after.met:
        said, words["quorum"] = "remained_in", ", constituting a quorum"
    quiet = [composer.say("presence.quiet")] if after.met is False and _quiet(voice, at) else []
    return (composer.say(f"presence.{said}", **words), *_other_bodies(composer, at), *quiet)


def _other_bodies(composer: Composer, at: datetime | None) -> list[Said]:
    """At a joint meeting: how many of each other body were then present."""
    voice, out = composer.voice, []
    for body in voice.meeting.joint_with:
        quorum = quorum_at(voice.record, voice.meeting, at, body)
        count = len(quorum.present)
        words = {
            "other_body": f"the {full_body(voice.record, body)}",
            "other_present": counted(count, member_word(voice.record, body)),
            "were": "was" if count == 1 else "were",
            "other_quorum": _MET[quorum.met],
        }
        out.append(composer.say("presence.joint", **words))
    return out


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
