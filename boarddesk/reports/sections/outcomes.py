"""What the minutes say of an item beside the secretary's own text: who presented, how it ended, what follows."""

from collections.abc import Sequence

from boarddesk.domain.elections import Election
from boarddesk.domain.meetings import AgendaItem, ItemOutcome, ItemType, Meeting, MeetingState
from boarddesk.domain.motions import Action
from boarddesk.domain.papers import Paper
from boarddesk.reports.sections.order import natural
from boarddesk.reports.sections.parts import Part
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import capital, clock, joined, long_date, ranges, sentence

_OUTCOMES = {
    ItemOutcome.RECEIVED: "{body} received the report.",
    ItemOutcome.DISCUSSED: "{body} considered the matter. No action was taken.",
    ItemOutcome.DECIDED: "The matter is recorded as decided; the motion is not recorded.",
    ItemOutcome.NO_ACTION: "No action was taken.",
    ItemOutcome.WITHDRAWN: "The item was withdrawn.",
}
_TOLD = {ItemOutcome.RECEIVED: "received", ItemOutcome.NO_ACTION: "no action", ItemOutcome.WITHDRAWN: "withdr"}
"""Outcomes by the word of an own text that tells them; what was discussed, the text tells by itself."""


def stock(voice: Voice, part: Part, item: AgendaItem) -> str:
    """One paragraph on an item without a text of its own."""
    texts: list[str] = []
    presenter = voice.formal(item.presenter) if item.presenter else item.presenter_note
    tabs = _tabs(voice, item)
    if presenter:
        texts.append(f"{presenter} presented this item{f' ({tabs})' if tabs else ''}.")
    elif tabs:
        texts.append(f"The papers had been laid before the meeting ({tabs}).")
    for motion in part.motions:
        prior = voice.record.find(Meeting, motion.approves_minutes_of)
        if prior:
            sent = prior.minutes_circulated_on
            when = f" had been circulated on {long_date(sent)}" if sent else " were before the meeting"
            texts.append(f"The minutes of the {voice.named(prior)}{when}.")
    return " ".join(texts)


def _tabs(voice: Voice, item: AgendaItem) -> str:
    papers = voice.record.where(Paper, "item", item.id)
    if not papers:
        return ""
    if len(papers) == 1:
        return f"Tab {item.position}"
    return f"Tabs {item.position}-A to {item.position}-{chr(64 + len(papers))}"


def deferral(voice: Voice, part: Part) -> str:
    """Why a matter was deferred, where a motion says that it was: the reason stands before the vote."""
    item = part.item
    return sentence(item.reason) if item and _deferred_by_motion(voice, part, item) else ""


def _deferred_by_motion(voice: Voice, part: Part, item: AgendaItem) -> bool:
    """Whether a motion of the item defers it itself, to the day on record where one is."""
    later = voice.record.find(Meeting, item.deferred_to)
    day = long_date(later.day).replace("\u00a0", " ") if later else ""
    texts = (motion.text.replace("\u00a0", " ") for motion in part.motions)
    return item.outcome is ItemOutcome.DEFERRED and any("defer" in text.lower() and day in text for text in texts)


def outcome(voice: Voice, part: Part) -> str:
    """How an item ended, where neither its own text nor a motion says so."""
    item = part.item
    if item is None or part.opens or part.closes:
        return ""
    return f"{_ending(voice, part, item)} {_see(voice, item)}".strip()


def _ending(voice: Voice, part: Part, item: AgendaItem) -> str:
    own = item.text.strip()
    if item.outcome is ItemOutcome.DEFERRED:
        if _deferred_by_motion(voice, part, item):
            return ""
        later = voice.record.find(Meeting, item.deferred_to)
        text = f"The matter was deferred{f' to the {voice.named(later)}' if later else ''}."
        return f"{text} {sentence(item.reason)}".strip()
    if part.motions or (own and (item.outcome in (ItemOutcome.DISCUSSED, None) or _told(item, own))):
        return ""
    if item.type is ItemType.ELECTION and voice.record.where(Election, "meeting", voice.meeting.id):
        return ""
    if item.outcome is not None:
        return f"{_OUTCOMES[item.outcome].format(body=capital(voice.body))} {sentence(item.reason)}".strip()
    named = item.type in (ItemType.INDEPENDENT_SESSION, ItemType.CALL_TO_ORDER)
    return "" if named or actions_of(voice, item) else "No action is recorded."


def _told(item: AgendaItem, own: str) -> bool:
    word = _TOLD.get(item.outcome) if item.outcome else None
    return word is not None and word in own.lower()


def actions_of(voice: Voice, item: AgendaItem) -> tuple[Action, ...]:
    """The actions that follow from an item, by number."""
    return tuple(sorted(voice.record.where(Action, "item", item.id), key=lambda a: (natural(a.number), a.id)))


def _see(voice: Voice, item: AgendaItem) -> str:
    """The way to the actions at the end, unless the text points there itself."""
    numbers = [action.number for action in actions_of(voice, item)]
    if not numbers or any(f"action {number}" in item.text for number in numbers):
        return ""
    if not all(numbers):
        return "What follows is listed under Actions."
    return f"See {'action' if len(numbers) == 1 else 'actions'} {joined(numbers)}."


def has_session_item(voice: Voice) -> bool:
    """Whether the agenda has an item that speaks of the independent directors' session."""
    items = voice.record.where(AgendaItem, "meeting", voice.meeting.id)
    return any(item.type is ItemType.INDEPENDENT_SESSION for item in items)


def session_reference(voice: Voice) -> list[str]:
    """That the independent directors met or were to meet: when, who presides, and where it is recorded."""
    lines = []
    for session in sorted(voice.record.where(Meeting, "parent", voice.meeting.id), key=lambda m: (m.starts, m.id)):
        if session.state in (MeetingState.CANCELLED, MeetingState.POSTPONED):
            why = f": {session.reason.strip().rstrip('.')}" if session.reason else ""
            lines.append(f"The session of the independent directors that was to follow was {session.state}{why}.")
            continue
        when = f" at {clock(session.called_to_order or session.starts)}" if not session.all_day else ""
        who = f", {voice.formal(session.presiding)} presiding" if session.presiding else ""
        lines.append(
            f"The independent directors would meet separately{when}{who}. That session is recorded in its own minutes."
        )
    return lines


def not_reached(voice: Voice, left: Sequence[Part]) -> str:
    """The items of the agenda that were not taken up."""
    numbers = [int(part.number) for part in left if part.number]
    if not numbers or voice.meeting.state in (MeetingState.IN_SESSION, MeetingState.RECESSED):
        return ""
    if len(numbers) == 1:
        return f"Item {numbers[0]} of the agenda was not taken up."
    return f"Items {ranges(numbers)} of the agenda were not taken up."


def adjournment(voice: Voice) -> str:
    """How the meeting ended, or where it stood when the minutes were printed."""
    meeting, what = voice.meeting, voice.what
    when = f" at {clock(meeting.adjourned)} {voice.zone}" if meeting.adjourned else ""
    later = voice.record.find(Meeting, meeting.moved_to)
    unknown = "" if meeting.adjourned else " The time of adjournment is not recorded."
    reason = f" {sentence(meeting.reason)}" if meeting.reason else ""
    match meeting.state:
        case MeetingState.IN_SESSION:
            return f"The {what} was in session when these minutes were printed; what follows is not yet recorded."
        case MeetingState.RECESSED:
            return f"The {what} was in recess when these minutes were printed; what follows is not yet recorded."
        case MeetingState.FAILED_QUORUM:
            if later:
                return f"For want of a quorum the {what} was adjourned{when} to {long_date(later.day)}.{unknown}"
            return f"For want of a quorum the {what} did not proceed{f' and ended{when}' if when else ''}."
        case MeetingState.ADJOURNED:
            to = f" to {long_date(later.day)}" if later else " to a later date"
            return f"The {what} was adjourned{when}, its business unfinished,{to}.{unknown}{reason}"
        case _:
            return f"The {what} was adjourned{when}.{unknown}{reason}"
