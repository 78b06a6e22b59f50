"""What the minutes say of an item beside the secretary's own text: who presented, how it ended, what follows."""

from collections.abc import Sequence

from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import AgendaItem, ItemOutcome, ItemType, Meeting, MeetingState
from boarddesk.domain.motions import Action, Motion
from boarddesk.domain.papers import Paper
from boarddesk.reports.minutes.compose import Composer, Said
from boarddesk.reports.minutes.parts import Part
from boarddesk.reports.sections.order import natural
from boarddesk.reports.sections.voice import Voice, full_body
from boarddesk.reports.wording import clock, joined, long_date, ranges, sentence

_OUTCOMES = {
    ItemOutcome.RECEIVED: "received",
    ItemOutcome.DISCUSSED: "discussed",
    ItemOutcome.DECIDED: "decided",
    ItemOutcome.NO_ACTION: "no_action",
    ItemOutcome.WITHDRAWN: "withdrawn",
}
_TOLD = {ItemOutcome.RECEIVED: "received", ItemOutcome.NO_ACTION: "no action", ItemOutcome.WITHDRAWN: "withdr"}
"""Outcomes by the word of an own text that tells them; what was discussed, the text tells by itself."""


def stock(composer: Composer, part: Part, item: AgendaItem) -> list[Said]:
    """One paragraph on an item without a text of its own."""
    voice, said = composer.voice, []
    presenter = voice.formal(item.presenter) if item.presenter else item.presenter_note
    named = tabs(voice, item)
    papers = f" ({named})" if named else ""
    if presenter:
        said.append(composer.say("item.presented", presenter=presenter, papers=papers))
    elif papers:
        said.append(composer.say("item.papers", papers=papers))
    for motion in part.motions:
        prior = voice.record.find(Meeting, motion.approves_minutes_of)
        if prior and (sent := prior.minutes_circulated_on):
            said.append(composer.say("item.minutes_sent", prior=voice.named(prior), sent=long_date(sent)))
        elif prior:
            said.append(composer.say("item.minutes_before", prior=voice.named(prior)))
    return said


def recommended(composer: Composer, item: AgendaItem) -> Said:
    """The recommendation of a committee that an item is about."""
    voice = composer.voice
    motion = voice.record.find(Motion, item.recommendation)
    meeting = voice.record.find(Meeting, motion.meeting) if motion else None
    if motion is None or meeting is None:
        return Said()
    number = f" (motion {motion.number})" if motion.number else ""
    committee = f"the {full_body(voice.record, motion.body)}"
    day = long_date(meeting.day)
    return composer.say("item.recommended", committee=committee, recommended_on=day, recommended_by=number)


def tabs(voice: Voice, item: AgendaItem) -> str:
    """Where an item's papers are: “Tab 3”, “Tabs 3-A to 3-C”."""
    papers = voice.record.where(Paper, "item", item.id)
    if not papers:
        return ""
    if len(papers) == 1:
        return f"Tab {item.position}"
    return f"Tabs {item.position}-A to {item.position}-{chr(64 + len(papers))}"


def deferral(composer: Composer, part: Part) -> Said:
    """Why a matter was deferred, where a motion says that it was: the reason stands before the vote."""
    item = part.item
    if item is None or not item.reason.strip() or not _deferred_by_motion(composer.voice, part, item):
        return Said()
    return composer.say("outcome.reason", reason=sentence(item.reason))


def _deferred_by_motion(voice: Voice, part: Part, item: AgendaItem) -> bool:
    """Whether a motion of the item defers it itself, to the day on record where one is."""
    later = voice.record.find(Meeting, item.deferred_to)
    day = long_date(later.day).replace("\u00a0", " ") if later else ""
    texts = (motion.text.replace("\u00a0", " ") for motion in part.motions)
    return item.outcome is ItemOutcome.DEFERRED and any("defer" in text.lower() and day in text for text in texts)


def outcome(composer: Composer, part: Part) -> list[Said]:
    """How an item ended, where neither its own text nor a motion says so, and the way to its actions."""
    item = part.item
    if item is None or part.opens or part.closes:
        return []
    return [one for one in (*_ending(composer, part, item), _see(composer, item)) if one]


def _ending(composer: Composer, part: Part, item: AgendaItem) -> list[Said]:
    voice, own = composer.voice, item.text.strip()
    reason = [composer.say("outcome.reason", reason=sentence(item.reason))] if item.reason.strip() else []
    if item.outcome is ItemOutcome.DEFERRED:
        if _deferred_by_motion(voice, part, item):
            return []
        later = voice.record.find(Meeting, item.deferred_to)
        return [composer.say("outcome.deferred", deferred_to=f" to the {voice.named(later)}" if later else ""), *reason]
    if part.motions or (own and (item.outcome in (ItemOutcome.DISCUSSED, None) or _told(item, own))):
        return []
    if item.type is ItemType.ELECTION and voice.record.where(Election, "meeting", voice.meeting.id):
        return []
    if item.outcome is not None:
        values = {"body": voice.body} if item.outcome in (ItemOutcome.RECEIVED, ItemOutcome.DISCUSSED) else {}
        return [composer.say(f"outcome.{_OUTCOMES[item.outcome]}", **values), *reason]
    named = item.type in (ItemType.INDEPENDENT_SESSION, ItemType.CALL_TO_ORDER)
    apart = bool(item.privileged.strip() or item.privilege_note)
    return [] if named or apart or actions_of(voice, item) else [composer.say("outcome.unrecorded")]


def _told(item: AgendaItem, own: str) -> bool:
    word = _TOLD.get(item.outcome) if item.outcome else None
    return word is not None and word in own.lower()


def actions_of(voice: Voice, item: AgendaItem) -> tuple[Action, ...]:
    """The actions that follow from an item, by number."""
    return tuple(sorted(voice.record.where(Action, "item", item.id), key=lambda a: (natural(a.number), a.id)))


def _see(composer: Composer, item: AgendaItem) -> Said:
    """The way to the actions at the end, unless the text points there itself."""
    numbers = [action.number for action in actions_of(composer.voice, item)]
    if not numbers or any(f"action {number}" in item.text for number in numbers):
        return Said()
    if not all(numbers):
        return composer.say("outcome.actions_unnumbered")
    return composer.say("outcome.actions", actions=f"{'action' if len(numbers) == 1 else 'actions'} {joined(numbers)}")


def privileged(composer: Composer, item: AgendaItem, annex: str) -> Said:
    """What the open minutes say of privileged advice: who advised, on what kind of matter, and where it is kept."""
    if not (item.privileged.strip() or item.privilege_note.strip()):
        return Said()
    note = sentence(item.privilege_note)
    if not item.privileged.strip():
        return composer.say("privileged.note_only", privilege_note=note)
    if note:
        return composer.say("privileged.noted", privilege_note=note, annex=annex)
    return composer.say("privileged.unnamed", annex=annex)


def has_session_item(voice: Voice) -> bool:
    """Whether the agenda has an item that speaks of the independent directors' session."""
    items = voice.record.where(AgendaItem, "meeting", voice.meeting.id)
    return any(item.type is ItemType.INDEPENDENT_SESSION for item in items)


def sessions(composer: Composer) -> list[tuple[str, list[Said]]]:
    """That the independent directors met or were to meet: when, who presides, where it is recorded; by meeting."""
    voice, out = composer.voice, []
    for session in sorted(voice.record.where(Meeting, "parent", voice.meeting.id), key=lambda m: (m.starts, m.id)):
        if session.state in (MeetingState.CANCELLED, MeetingState.POSTPONED):
            why = f": {session.reason.strip().rstrip('.')}" if session.reason else ""
            said = [composer.say("session.cancelled", session_state=session.state.value, because=why)]
        else:
            when = f" at {clock(session.called_to_order or session.starts)}" if not session.all_day else ""
            who = f", {voice.formal(session.presiding)} presiding" if session.presiding else ""
            said = [composer.say("session.would_meet", session_at=when, session_presiding=who)]
            if session.report_back.strip():
                said.append(composer.say("session.report", report_back=sentence(session.report_back)))
        out.append((session.id, said))
    return out


def ending(composer: Composer, left: Sequence[Part], *, told: bool) -> list[Said]:
    """What was not reached, and how the meeting ended unless it is `told`."""
    return [one for one in (_not_reached(composer, left), *([] if told else _adjournment(composer))) if one]


def _not_reached(composer: Composer, left: Sequence[Part]) -> Said:
    """The items of the agenda that were not taken up."""
    numbers = [int(part.number) for part in left if part.number]
    if not numbers or composer.voice.meeting.state in (MeetingState.IN_SESSION, MeetingState.RECESSED):
        return Said()
    if len(numbers) == 1:
        return composer.say("adjournment.not_reached_one", not_reached=str(numbers[0]))
    return composer.say("adjournment.not_reached", not_reached=ranges(numbers))


def _adjournment(composer: Composer) -> list[Said]:
    """How the meeting ended, or where it stood when the minutes were printed."""
    voice, meeting = composer.voice, composer.voice.meeting
    ended = meeting.adjourned
    day = f" on {long_date(ended.date())}" if ended and ended.date() != meeting.day else ""
    at = f" at {clock(ended)} {voice.zone}{day}" if ended else ""
    later = voice.record.find(Meeting, meeting.moved_to)
    unknown = [] if ended else [composer.say("adjournment.unknown")]
    reason = [composer.say("outcome.reason", reason=sentence(meeting.reason))] if meeting.reason else []
    words = {"meeting": voice.what, "adjourned_at": at}
    match meeting.state:
        case MeetingState.IN_SESSION | MeetingState.RECESSED:
            return [composer.say(f"adjournment.{meeting.state.value}", meeting=voice.what)]
        case MeetingState.FAILED_QUORUM:
            if later:
                return [composer.say("adjournment.failed_to", later=long_date(later.day), **words), *unknown]
            return [composer.say("adjournment.failed", meeting=voice.what, ended_at=f" and ended{at}" if at else "")]
        case MeetingState.ADJOURNED:
            to = f" to {long_date(later.day)}" if later else " to a later date"
            return [composer.say("adjournment.unfinished", later=to, **words), *unknown, *reason]
        case _:
            return [composer.say("adjournment.done", **words), *unknown, *reason]
