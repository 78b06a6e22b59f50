"""One part of the minutes: heading, text, motions, and the events of presence at their place in time."""

from collections.abc import Sequence
from datetime import datetime

from reportlab.platypus import Flowable

from boarddesk.domain.meetings import ItemType, MeetingState
from boarddesk.domain.quorum import quorum_at
from boarddesk.reports.flowables import Text, item_heading, keep
from boarddesk.reports.rail import RailClear
from boarddesk.reports.sections.election import elections_block
from boarddesk.reports.sections.events import Event, events_of, present_line
from boarddesk.reports.sections.motion import motion_block, unbroken
from boarddesk.reports.sections.opening import opening_rail, opening_text
from boarddesk.reports.sections.outcomes import (
    adjournment,
    deferral,
    has_session_item,
    not_reached,
    outcome,
    session_reference,
    stock,
)
from boarddesk.reports.sections.paragraphs import Note, merged, notes_of, prose, timed, untimed
from boarddesk.reports.sections.parts import Part
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import clock, span

_SHORT = 180
"""Characters of text below which a heading is kept with the motion that follows."""


def part_block(voice: Voice, part: Part, left: Sequence[Part] = ()) -> list[Flowable]:
    """Heading, text, motions and events of one part; `left` are items not reached, told at the end."""
    rail = _rail(voice, part)
    mark = f"{part.number}. {voice.escaper.plain(part.title)}" if part.number else voice.escaper.plain(part.title)
    notes = notes_of(part.item.text, voice.meeting.day) if part.item else []
    texts = _texts(voice, part, untimed(notes), left)
    early, late = _around_text(part, texts)
    body: list[Flowable] = []
    for number, text in enumerate(texts):
        body.append(_paragraph(voice, text, () if number else rail))
        if not number and part.events and texts[0].startswith("Disclosure"):
            body += [block for event in late if event.recusal for block in event_block(voice, event)]
            late = [event for event in late if not event.recusal]
    body += _in_order(voice, part, late, timed(notes))
    closing = _afterwards(voice, part)
    if closing and texts and len(body) == len(texts) and not part.closes:
        # One paragraph where a second would hold a stock sentence only.
        body[-1] = _paragraph(voice, f"{texts[-1]} {closing.pop(0)}", () if len(texts) > 1 else rail)
    body += [_paragraph(voice, line) for line in closing]
    short = sum(map(len, texts)) < _SHORT and bool(part.motions)
    room = unbroken(body, voice.sheet) if short else 0.0
    out = item_heading(voice.serif(part.title), voice.sheet, part.number, mark, rail, room=room)
    for event in early:
        out += event_block(voice, event)
    if part.item and part.item.type is ItemType.ELECTION:
        body += elections_block(voice, part.item)
    return [*out, *body, RailClear()]


def _paragraph(voice: Voice, text: str, rail: Sequence[str] = ()) -> Text:
    return Text(prose(voice, text), voice.styles.body, voice.sheet, rail=rail)


def _around_text(part: Part, texts: list[str]) -> tuple[list[Event], list[Event]]:
    """Events at or before the item's start, and those after its text; a disclosure comes before the recusal."""
    start = part.start if part.item and not part.opens else None
    disclosed = bool(texts) and texts[0].startswith("Disclosure")
    early = [e for e in part.events if start and e.at and e.at <= start and not (disclosed and e.recusal)]
    return early, [e for e in part.events if e not in early]


def _in_order(voice: Voice, part: Part, events: list[Event], groups: list[list[Note]]) -> list[Flowable]:
    """Motions in their order, and before each the events and timed paragraphs that are not later than it."""
    waiting: list[tuple[datetime | None, bool, list[Flowable]]] = []
    for event in events:
        told, own = _told(voice, event, groups)
        groups = [group for group in groups if group is not own]
        blocks = [*event_block(voice, told), *(_paragraph(voice, note.text) for note in own[1:])]
        waiting.append((event.at, event.recusal, blocks))
    waiting += [(group[0].at, False, _group(voice, group)) for group in groups]
    waiting.sort(key=lambda entry: entry[0] or datetime.max)  # noqa: DTZ901 - local wall-clock time
    out: list[Flowable] = []
    for motion in part.motions:
        due = [e for e in waiting if (e[1] if motion.at is None or e[0] is None else e[0] <= motion.at)]
        waiting = [entry for entry in waiting if entry not in due]
        out += [block for entry in due for block in entry[2]]
        out += motion_block(voice, motion)
    return [*out, *(block for entry in waiting for block in entry[2])]


def _told(voice: Voice, event: Event, groups: list[list[Note]]) -> tuple[Event, list[Note]]:
    """An event in the secretary's words, with the paragraphs it took them from, or as it is."""
    for group in groups:
        told = merged(voice, event, group)
        if told is not None:
            return told, group
    return event, []


def _group(voice: Voice, group: list[Note]) -> list[Flowable]:
    first, *rest = group
    blocks: list[Flowable] = [keep(first.rail, voice.sheet), _paragraph(voice, first.text, first.rail)]
    return [*blocks, *(_paragraph(voice, note.text) for note in rest)]


def event_block(voice: Voice, event: Event) -> list[Flowable]:
    """One event paragraph, whole."""
    text = Text(voice.serif(event.text), voice.styles.body, voice.sheet, rail=event.rail, whole=True)
    return [keep(event.rail, voice.sheet), text]


def _rail(voice: Voice, part: Part) -> tuple[str, ...]:
    if part.opens:
        return opening_rail(voice)
    if part.closes:
        return _closing_rail(voice)
    item = part.item
    if item is None or item.started is None:
        return ()
    return (span(item.started, item.ended),) if item.ended else (clock(item.started),)


def _closing_rail(voice: Voice) -> tuple[str, ...]:
    adjourned = voice.meeting.adjourned
    if adjourned is None:
        return ()
    if voice.of_stockholders:
        return (clock(adjourned),)
    last = max((e.at for e in events_of(voice) if e.at), default=voice.meeting.called_to_order)
    quorum = quorum_at(voice.record, voice.meeting, last)
    return (clock(adjourned), present_line(voice, quorum)) if quorum.present else (clock(adjourned),)


def _texts(voice: Voice, part: Part, notes: list[Note], left: Sequence[Part]) -> list[str]:
    """The running text of a part before anything with a time of its own; what the record lacks is said."""
    own = [note.text for note in notes]
    if part.opens:
        return [opening_text(voice, told=any("determin" in text for text in own)), *own]
    if part.closes:
        ended = any("adjourned" in text for text in own) and voice.meeting.state is MeetingState.HELD
        words = (*own[-1:], not_reached(voice, left), "" if ended else adjournment(voice))
        return [*own[:-1], " ".join(word for word in words if word)]
    if part.item is None:
        return []
    stocked = "" if part.item.text.strip() else stock(voice, part, part.item)
    texts = own or ([stocked] if stocked else [])
    reason = deferral(voice, part)
    texts += [reason] if reason and reason not in " ".join(own) else []
    if part.item.type is ItemType.INDEPENDENT_SESSION:
        texts += session_reference(voice)
    return texts


def _afterwards(voice: Voice, part: Part) -> list[str]:
    ended = outcome(voice, part)
    lines = [ended] if ended else []
    if part.closes and voice.of_board and not has_session_item(voice):
        lines += session_reference(voice)
    return lines
