"""The table of an agenda: items with times, presenters, purpose and clauses; breaks and the consent agenda's parts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from boarddesk.common import times
from boarddesk.domain.agenda import Slot, in_zone, zone_of, zones_beside
from boarddesk.domain.meetings import STOCKHOLDERS, AgendaItem, ItemType, Meeting, Purpose
from boarddesk.domain.motions import Motion, MotionBase, VoteRuleBase
from boarddesk.domain.quorum import BOARD_VOTE, COMMITTEE_VOTE, fraction_for
from boarddesk.reports.documents.list_report import BOOK_LINK
from boarddesk.reports.flowables import Text
from boarddesk.reports.marks import DECIDE, DISCUSS, INFORM, MarkedWord
from boarddesk.reports.ruled import Cell, Column, ruled_table
from boarddesk.reports.sections.voice import Voice, full_body
from boarddesk.reports.style import Sheet, styles
from boarddesk.reports.wording import bare_clock, clock, short_date, zone_name

_MARKS = {Purpose.DECIDE: DECIDE, Purpose.DISCUSS: DISCUSS, Purpose.INFORM: INFORM}
_SHARES = {Fraction(1, 2): "Majority", Fraction(2, 3): "Two thirds", Fraction(3, 4): "Three quarters"}
_BASES = {
    VoteRuleBase.PRESENT: "of those present",
    VoteRuleBase.CAST: "of the votes cast",
    VoteRuleBase.IN_OFFICE: "of the directors in office",
    VoteRuleBase.WHOLE_BOARD: "of the whole board",
    None: "of those present",
}
ZONES = 2
"""So many zones beside the place's own have a column; more would leave no room for the items."""


@dataclass(frozen=True, slots=True)
class InBook:
    """What a packet says of the agenda inside it: the book page of each item, and its own footer.

    `pages` are numbers as stamped (“19”, “128a”), keyed by item id; the pages themselves are not numbered here.
    """

    pages: Mapping[str, str]
    footer: str


@cache
def _part_style(sheet: Sheet) -> ParagraphStyle:
    return ParagraphStyle("agenda-part", parent=styles(sheet).cell, leftIndent=11)


def items_table(voice: Voice, slots: Sequence[Slot], clauses: Mapping[str, str], book: InBook | None) -> Flowable:
    """One row an item; after an item without minutes no time is known any more, and none is printed."""
    zones = () if voice.meeting.all_day else zones_beside(voice.record, voice.meeting)[:ZONES]
    own = zone_of(voice.record, voice.meeting)
    rows, last = [], ["" for _zone in zones]
    for slot in slots:
        beside = [_beside(slot.starts, own, zone, last, place) for place, zone in enumerate(zones)]
        page = book.pages.get(slot.item.id, "") if book else ""
        number = _linked(slot, slot.number) if page else slot.number
        row = [_span(slot.starts, slot.ends), *beside, number, *_cells(voice, slot, clauses)]
        rows.append([*row, _linked(slot, page) if page else "–"] if book else row)
    heads = [zone_name(zone).removesuffix(" Time").removesuffix(" time") for zone in zones]
    columns = [
        Column(zone_name(own).removesuffix(" Time").removesuffix(" time") if zones else "Time", 0.115, "right"),
        *(Column(head, 0.108, "right") for head in heads),
        Column("Tab", 0.05, gray=True),
        Column("Item", 0.33 - 0.08 * len(zones)),
        Column("Presenter", 0.18),
        Column("Purpose", 0.115),
        Column("Min.", 0.055, "right"),
        Column("Clause", 0.135 - 0.015 * len(zones), gray=True),
        *([Column("Page", 0.06, "right")] if book else []),
    ]
    return ruled_table(columns, rows, voice.sheet, padding=2.8)


def _linked(slot: Slot, words: str) -> str:
    """Words that lead to the item's tab in the book."""
    return f'<a href="{BOOK_LINK}{slot.number}">{words}</a>'


def _beside(starts: datetime | None, own: str, zone: str, last: list[str], place: int) -> str:
    """A start as another zone's clocks show it; the meridiem where it is another than in the row before."""
    if starts is None:
        return ""
    there = in_zone(starts, own, zone)
    changed = times.meridiem(there) != last[place]
    last[place] = times.meridiem(there)
    return clock(there) if changed else bare_clock(there)


def _span(starts: datetime | None, ends: datetime | None) -> str:
    """“9:10–9:50”; the start alone where the end is not known or the same."""
    if starts is None:
        return ""
    return bare_clock(starts) if ends in {None, starts} else f"{bare_clock(starts)}–{bare_clock(ends)}"


def _cells(voice: Voice, slot: Slot, clauses: Mapping[str, str]) -> list[Cell]:
    """Item, presenter, purpose, minutes and clauses of one row."""
    s, item = voice.styles, slot.item
    minutes = str(item.minutes) if item.minutes is not None and not slot.within else ""
    title = voice.sans(item.title)
    if item.type is ItemType.BREAK:
        return [Text(title, s.cell_gray), "", "", minutes, ""]
    purpose: Cell = ""
    if item.purpose is not None:
        face = "Sans-Semibold" if item.purpose is Purpose.DECIDE else "Sans"
        purpose = [MarkedWord(_MARKS[item.purpose], size=7.5, font=face)]
    bold = f"<b>{title}</b>" if item.purpose is Purpose.DECIDE and not slot.within else title
    style = _part_style(voice.sheet) if slot.within else s.cell
    under = [Text(voice.sans(words), s.fine) for words in _under(voice, item)]
    presenter = voice.sans(voice.formal(item.presenter) if item.presenter else item.presenter_note)
    return [[Text(bold, style), *under], presenter, purpose, minutes, voice.sans(clause_words(item, clauses))]


def _under(voice: Voice, item: AgendaItem) -> list[str]:
    """Where an item comes from: the committee that recommends it, the meeting that put it off."""
    said = []
    motion = voice.record.find(Motion, item.recommendation)
    meeting = voice.record.find(Meeting, motion.meeting) if motion else None
    if motion is not None:
        day = f", {short_date(meeting.day)}" if meeting else ""
        said.append(f"Recommended by the {full_body(voice.record, motion.body)}{day}")
    carried = voice.record.find(AgendaItem, item.carried_from)
    earlier = voice.record.find(Meeting, carried.meeting) if carried else None
    if earlier is not None:
        said.append(f"Carried over from {short_date(earlier.day)}")
    return said


def clause_words(item: AgendaItem, labels: Mapping[str, str]) -> str:
    """Labels of the clauses an item serves; guidelines in a row share their "GL"."""
    own = [clause.removeprefix("GL-") for clause in item.clauses if clause.startswith("GL-")]
    other = [labels[clause] for clause in item.clauses if clause in labels and not clause.startswith("GL-")]
    return ", ".join([*([f"GL-{', '.join(own)}"] if own else []), *other])


def vote_needed(voice: Voice, item: AgendaItem) -> str:
    """The vote that an item needs: by the motion proposed under it where it has a rule of its own, else the body's."""
    if voice.meeting.body == STOCKHOLDERS:
        return "Plurality" if item.type is ItemType.ELECTION else "As the notice says"
    motions = voice.record.where(Motion, "item", item.id)
    rules = dict.fromkeys(_rule(voice, motion) for motion in motions if motion.amends is None)
    return "; ".join(rules) or _rule(voice, None)


def _rule(voice: Voice, motion: Motion | None) -> str:
    key = BOARD_VOTE if voice.of_board else COMMITTEE_VOTE
    share = fraction_for(voice.record, key, voice.meeting.day)
    if motion is not None and motion.base is MotionBase.DIRECTORS_IN_OFFICE:
        return "Majority of the directors in office"
    if motion is not None and motion.rule_fraction:
        share = Fraction(motion.rule_fraction)
    base = _BASES[motion.rule_base if motion is not None else None]
    return f"{_SHARES.get(share, str(share))} {base}"
