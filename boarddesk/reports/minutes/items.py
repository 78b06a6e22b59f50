"""One part of the minutes in blocks: heading, text, motions, and the events of presence at their place in time."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from boarddesk.domain.blocks import Block, BlockKind, Fact, literal, note_wording
from boarddesk.domain.meetings import AgendaItem, ItemType, MeetingState
from boarddesk.domain.quorum import quorum_at
from boarddesk.reports.minutes.compose import Composer, Said, table
from boarddesk.reports.minutes.motions import motion_blocks
from boarddesk.reports.minutes.opening import opening_blocks, opening_rail
from boarddesk.reports.minutes.outcomes import (
    deferral,
    ending,
    has_session_item,
    outcome,
    privileged,
    recommended,
    sessions,
    stock,
    tabs,
)
from boarddesk.reports.minutes.parts import Part
from boarddesk.reports.minutes.segments import Segment, discloses, names_everyone, segments
from boarddesk.reports.sections.election import election_rows
from boarddesk.reports.sections.events import Event, last_moment, present_line
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import clock, span

ANNEX = "P-1"
"""The annex that holds a meeting's privileged passages."""
Waiting = tuple[datetime | None, bool, list[Block]]
_COUNTED = re.compile(r"\bquorum\b|\bpresent\b|\bremained\b")


def part_blocks(composer: Composer, part: Part, left: Sequence[Part] = ()) -> list[Block]:
    """Heading, text, motions and events of one part; `left` are items not reached, told at the end."""
    voice = composer.voice
    rail = part_rail(voice, part)
    own = item_segments(part.item, voice.meeting.day)
    groups = _timed(own)
    texts = _texts(composer, part, own[: len(own) - sum(map(len, groups))], left)
    early, late = _around_text(part, own)
    body: list[Block] = []
    for number, text in enumerate(texts):
        body.append(text if number else replace(text, rail=rail))
        if not number and part.events and discloses(own):
            body += [block for event in late if event.recusal for block in event_blocks(composer, event)]
            late = [event for event in late if not event.recusal]
    told = [block for event in early for block in event_blocks(composer, event)]
    moved = _in_order(composer, part, late, groups)
    after = _afterwards(composer, part, joins=bool(texts) and len(body) == len(texts) and not moved)
    elected = election_blocks(voice, part.item) if part.item and part.item.type is ItemType.ELECTION else []
    return [heading(part), *told, *body, *moved, *after, *elected]


def election_blocks(voice: Voice, item: AgendaItem | None) -> list[Block]:
    """The elections told under an item, or those that none tells, as tables."""
    under = item.id if item else ""
    return [
        table(f"election:{key}", BlockKind.TABLE, rows, title, under) for key, title, rows in election_rows(voice, item)
    ]


def heading(part: Part) -> Block:
    """The heading of a part: the item's title, which is the agenda's."""
    key = f"item:{part.item.id}" if part.item else "opening" if part.opens else "end" if part.closes else "motions"
    item = part.item.id if part.item else ""
    title = literal(part.title)
    return Block(key, BlockKind.HEADING, title, house=title, number=part.number, item=item, fixed=True)


def item_segments(item: AgendaItem | None, day: date) -> tuple[Segment, ...]:
    """The segments of an item's own text."""
    if item is None:
        return ()
    return segments(f"item:{item.id}:text", item.text, item.started.date() if item.started else day)


def _timed(own: tuple[Segment, ...]) -> list[list[Segment]]:
    """Each segment with a time and those that follow it without one."""
    groups: list[list[Segment]] = []
    for segment in own:
        if segment.at:
            groups.append([segment])
        elif groups:
            groups[-1].append(segment)
    return groups


def _around_text(part: Part, own: tuple[Segment, ...]) -> tuple[list[Event], list[Event]]:
    """Events at or before the item's start, and those after its text; a disclosure comes before the recusal."""
    start = part.start if part.item and not part.opens else None
    disclosed = discloses(own)
    early = [e for e in part.events if start and e.at and e.at <= start and not (disclosed and e.recusal)]
    return early, [e for e in part.events if e not in early]


def _in_order(composer: Composer, part: Part, events: list[Event], groups: list[list[Segment]]) -> list[Block]:
    """Motions in their order, and before each the events and timed paragraphs that are not later than it."""
    item = part.item
    waiting: list[Waiting] = []
    for event in events:
        own = next((group for group in groups if item and _tells(composer.voice, event, group[0])), None)
        groups = [group for group in groups if group is not own]
        blocks = event_blocks(composer, event) if own is None or item is None else _told(composer, event, own, item)
        waiting.append((event.at, event.recusal, blocks))
    waiting += [(group[0].at, False, [own_block(composer, item, one) for one in group]) for group in groups if item]
    waiting.sort(key=lambda entry: entry[0] or datetime.max)  # noqa: DTZ901 - local wall-clock time
    out: list[Block] = []
    for motion in part.motions:
        due = [e for e in waiting if (e[1] if motion.at is None or e[0] is None else e[0] <= motion.at)]
        waiting = [entry for entry in waiting if entry not in due]
        out += [block for entry in due for block in entry[2]]
        out += motion_blocks(composer, motion, item.id if item else "")
    return [*out, *(block for entry in waiting for block in entry[2])]


def _tells(voice: Voice, event: Event, segment: Segment) -> bool:
    """Whether a paragraph of that minute names everyone whom an event concerns, and so tells it."""
    if not segment.tells or event.at is None or segment.at != event.at.replace(second=0, microsecond=0):
        return False
    return names_everyone(voice, event.people, segment.text)


def _told(composer: Composer, event: Event, own: list[Segment], item: AgendaItem) -> list[Block]:
    """An event in the secretary's words; how many were then present follows where she does not say it."""
    first = replace(own_block(composer, item, own[0]), kind=BlockKind.EVENT, rail=event.rail)
    count = [] if _COUNTED.search(own[0].text) or not event.counted else [
        composer.block(event.key, BlockKind.EVENT, event.counted, item=item.id, run_in=True)
    ]  # fmt: skip
    return [first, *count, *(own_block(composer, item, one) for one in own[1:])]


def event_blocks(composer: Composer, event: Event) -> list[Block]:
    """One event paragraph."""
    said = (event.deed, *event.counted)
    return [composer.block(event.key, BlockKind.EVENT, said, event.rail, item=event.item or "")]


def own_block(composer: Composer, item: AgendaItem, segment: Segment) -> Block:
    """A segment of the secretary's own text."""
    facts = item_facts(composer.voice, item)
    wording = note_wording(segment.text, facts)
    kind = BlockKind.EVENT if segment.at else BlockKind.TEXT
    return Block(segment.key, kind, wording, facts, house=wording, own=True, rail=segment.rail, item=item.id)


def item_facts(voice: Voice, item: AgendaItem) -> tuple[Fact, ...]:
    """Facts that an own text may name; it need not."""
    values = {
        "presenter": voice.formal(item.presenter) if item.presenter else item.presenter_note,
        "papers": tabs(voice, item),
        "body": voice.body,
        "chair": voice.formal(voice.meeting.presiding),
        "secretary": voice.formal(voice.meeting.recording),
    }
    return tuple(Fact(name, value, needed=False) for name, value in values.items() if value)


def _texts(composer: Composer, part: Part, own: tuple[Segment, ...], left: Sequence[Part]) -> list[Block]:
    """The running text of a part before anything with a time of its own; what the record lacks is said."""
    voice, item = composer.voice, part.item
    written = [own_block(composer, item, segment) for segment in own] if item else []
    words = " ".join(segment.text for segment in own)
    if part.opens:
        return [*opening_blocks(composer, item.id if item else "", told="determin" in words), *written]
    if part.closes:
        told = "adjourned" in words and voice.meeting.state is MeetingState.HELD
        said = ending(composer, left, told=told)
        last = composer.block("adjournment", BlockKind.TEXT, said, item=item.id if item else "", run_in=bool(own))
        return [*written, last] if said else written
    if item is None:
        return []
    texts = written if item.text.strip() else _stocked(composer, part, item)
    put_off = deferral(composer, part)
    lines = [
        ("recommended", recommended(composer, item)),
        ("privileged", privileged(composer, item, ANNEX)),
        ("deferral", Said() if put_off and put_off.facts[0].value in words else put_off),
    ]
    texts += [
        composer.block(f"item:{item.id}:{name}", BlockKind.TEXT, [one], item=item.id) for name, one in lines if one
    ]
    if item.type is ItemType.INDEPENDENT_SESSION:
        texts += _session_blocks(composer, item.id)
    return texts


def _stocked(composer: Composer, part: Part, item: AgendaItem) -> list[Block]:
    """What is said of an item of which nobody wrote anything."""
    said = stock(composer, part, item)
    return [composer.block(f"item:{item.id}:stock", BlockKind.TEXT, said, item=item.id)] if said else []


def _session_blocks(composer: Composer, item: str = "") -> list[Block]:
    return [
        composer.block(f"session:{meeting}", BlockKind.TEXT, said, item=item) for meeting, said in sessions(composer)
    ]


def _afterwards(composer: Composer, part: Part, *, joins: bool) -> list[Block]:
    """How the item ended; in one paragraph with the text where a second would hold a stock sentence only."""
    item = part.item.id if part.item else ""
    said = outcome(composer, part)
    blocks = [composer.block(f"item:{item}:outcome", BlockKind.TEXT, said, item=item, run_in=joins)] if said else []
    if part.closes and composer.voice.of_board and not has_session_item(composer.voice):
        blocks += _session_blocks(composer, item)
    return blocks


def part_rail(voice: Voice, part: Part) -> tuple[str, ...]:
    """What stands beside the first words of a part: its times, and who was there at the ends."""
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
    quorum = quorum_at(voice.record, voice.meeting, last_moment(voice))
    return (clock(adjourned), present_line(voice, quorum)) if quorum.present else (clock(adjourned),)
