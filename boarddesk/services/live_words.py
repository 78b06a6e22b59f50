"""Sentences of the live meeting: what happened to presence, and what the chair reads."""

from collections.abc import Iterator, Mapping

from boarddesk.domain.keeping import SCRIPT
from boarddesk.domain.meetings import (
    AHEAD,
    AgendaItem,
    ItemType,
    Meeting,
    MeetingKind,
    Mode,
    PresenceKind,
    PresenceStamp,
    Purpose,
)
from boarddesk.domain.quorum import Quorum, QuorumCourse
from boarddesk.domain.record import Record
from boarddesk.domain.terms import members_on
from boarddesk.reports.minutes.patterns import Pattern, patterns_of
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.words import body_short, capital, formal_name, joined, last_name, member_word, small_number

_BY = {Mode.ROOM: "in person", Mode.VIDEO: "by video", Mode.PHONE: "by telephone"}
SHORT_DEEDS = {
    PresenceKind.PRESENT: "arrived",
    PresenceKind.CHANGED_MODE: "connected anew",
    PresenceKind.LEFT: "left",
    PresenceKind.RETURNED: "returned",
    PresenceKind.RECUSED_OUT: "recused, out",
    PresenceKind.RECUSED_IN: "recused, in the room",
    PresenceKind.RECUSAL_ENDED: "takes part again",
    PresenceKind.ABSENT: "absent",
    PresenceKind.EXCUSED: "excused",
}


def stamp_sentence(record: Record, course: QuorumCourse, stamp: PresenceStamp) -> str:
    """“Ms. Çelikbaran left the meeting. Seven directors remained, constituting a quorum (6).”."""
    meeting = course.meeting
    who = formal_name(record, stamp.person)
    where = "session" if meeting.kind is MeetingKind.SESSION else "meeting"
    because = f" ({stamp.reason.rstrip('.')})" if stamp.reason else ""
    by = f" {_BY[stamp.mode]}" if stamp.mode else ""
    match stamp.kind:
        case PresenceKind.PRESENT:
            said = f"{who} joined the {where}{by}{because}."
        case PresenceKind.RETURNED:
            said = f"{who} returned to the {where}{by}{because}."
        case PresenceKind.CHANGED_MODE:
            said = f"{who} continued{by}{because}."
        case PresenceKind.LEFT:
            said = f"{who} left the {where}{because}."
        case PresenceKind.RECUSED_OUT:
            said = f"{who} was recused{because} and left the room."
        case PresenceKind.RECUSED_IN:
            said = f"{who} was recused{because}, remained in the room and does not vote."
        case PresenceKind.RECUSAL_ENDED:
            said = f"{who} took part again{because}."
        case _:
            return f"{who} was {SHORT_DEEDS[stamp.kind]}{because}."
    if stamp.at is None or stamp.kind is PresenceKind.CHANGED_MODE:
        return said
    return f"{said} {_remaining(record, course, stamp)}"


def _remaining(record: Record, course: QuorumCourse, stamp: PresenceStamp) -> str:
    """Of each body to which the person belongs, by its name where several sit."""
    meeting = course.meeting
    if not meeting.joint_with:
        return remaining_sentence(meeting.body, course.at(stamp.at), stamp.kind)
    bodies = [body for body in meeting.bodies if stamp.person in members_on(record, body, meeting.day)]
    said = ((body, remaining_sentence(body, course.at(stamp.at, body), stamp.kind)) for body in bodies)
    return " ".join(f"{body_short(record, body)}: {words[:1].lower()}{words[1:]}" for body, words in said)


def remaining_sentence(body: str, quorum: Quorum, kind: PresenceKind) -> str:
    """“Seven directors remained, constituting a quorum (6).”, in the past tense of the notes."""
    here = len(quorum.present)
    down = kind in {PresenceKind.LEFT, PresenceKind.RECUSED_OUT, PresenceKind.RECUSED_IN}
    verb = "remained" if down else "was present" if here == 1 else "were present"
    start = f"{capital(small_number(here))} {member_word(body, here)} {verb}"
    if quorum.needed is None:
        return f"{start}."
    if not quorum.met:
        return f"{start}, fewer than a quorum ({quorum.needed})."
    return f"{start}, constituting a quorum ({quorum.needed})."


def short_deed(record: Record, stamp: PresenceStamp) -> str:
    """“Çelikbaran left”."""
    return f"{last_name(record, stamp.person)} {SHORT_DEEDS[stamp.kind]}"


def chair_reads(
    record: Record,
    meeting: Meeting,
    item: AgendaItem | None,
    quorum: Quorum,
    elsewhere: frozenset[str] = frozenset(),
) -> str:
    """What the chair may say next, nothing of which is stored; `elsewhere` are those recused for another item."""
    if meeting.adjourned is not None or meeting.state not in AHEAD | RUNNING:
        return ""
    patterns, title = patterns_of(record, SCRIPT), item.title if item else ""
    if meeting.called_to_order is None:
        return patterns["live.roll"].said({})
    if quorum.met is False:
        return patterns["live.no_quorum"].said({})
    if item is None:
        return patterns["live.agenda"].said({})
    match item.type:
        case ItemType.CALL_TO_ORDER:
            return patterns["live.call_to_order"].said({})
        case ItemType.MINUTES:
            return patterns["live.minutes"].said({"item": title})
        case ItemType.ADJOURNMENT:
            return patterns["live.adjournment"].said({})
        case _:
            return " ".join(_of_matter(record, patterns, item, quorum, elsewhere))


def _of_matter(
    record: Record, patterns: Mapping[str, Pattern], item: AgendaItem, quorum: Quorum, elsewhere: frozenset[str]
) -> Iterator[str]:
    """Who is recused, then the item."""
    out = [person for person in quorum.recused_out if person not in elsewhere]
    inside = [person for person in quorum.recused_in if person not in elsewhere]
    for name, people in (("out", out), ("inside", inside), ("back", sorted(elsewhere))):
        if people:
            have, do = ("has", "does") if len(people) == 1 else ("have", "do")
            names = joined([formal_name(record, person) for person in people])
            yield patterns[f"live.{name}"].said({"names": names, "have": have, "do": do})
    if item.purpose is Purpose.DECIDE:
        yield patterns["live.decide"].said({"item": item.title})
        return
    yield patterns["live.turn"].said({"item": item.title})
    if presenter := formal_name(record, item.presenter) or item.presenter_note:
        yield patterns["live.presents"].said({"presenter": presenter})
