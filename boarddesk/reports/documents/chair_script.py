"""The chair's script: the agenda again, with what is said and done at each item; for the chair alone."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import CondPageBreak, Flowable

from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import facts_table, shaded
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.voice import Voice, full_body, kind_word
from boarddesk.reports.style import ACCENT, LETTER, Sheet, styles
from boarddesk.reports.wording import capital, joined, long_date, short_date, weekday_date

ROOM = 96.0
"""Points that a heading needs below it: its facts and the first line said."""


@dataclass(frozen=True, slots=True)
class Cue:
    """One line of the script: "say" aloud, "do", the "motion" to be put, or the chair's own "note"."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class ScriptPart:
    """One item: number, title, times for the rail, a line of facts, and its cues in order."""

    number: str
    title: str
    rail: tuple[str, ...]
    facts: str
    cues: tuple[Cue, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """A meeting's script: who presides, records and is counted, then the items."""

    facts: tuple[tuple[str, str], ...]
    parts: tuple[ScriptPart, ...] = field(default=())


@cache
def _cue_styles(sheet: Sheet) -> dict[str, ParagraphStyle]:
    s = styles(sheet)
    return {
        "say": ParagraphStyle("script-say", parent=s.body, fontSize=12, leading=16.5, spaceAfter=6),
        "do": ParagraphStyle(
            "script-do",
            parent=s.small,
            fontSize=10,
            leading=13,
            leftIndent=sheet.column,
            spaceAfter=6,
            textColor=ACCENT,
        ),
        "facts": ParagraphStyle("script-facts", parent=s.cell_gray, leftIndent=sheet.column, spaceAfter=5),
        "motion": ParagraphStyle("script-motion", parent=s.resolution, spaceAfter=6),
    }


def chair_script_pdf(voice: Voice, script: Script) -> bytes:
    """The script as PDF; the same script gives the same bytes."""
    return build(_story(voice, script), _furniture(voice), voice.sheet or LETTER).pdf


def _story(voice: Voice, script: Script) -> list[Flowable]:
    meeting, s, sheet = voice.meeting, voice.styles, voice.sheet
    bodies = joined([full_body(voice.record, body) for body in meeting.bodies])
    title = capital(f"{'joint ' if meeting.joint_with else ''}{kind_word(meeting)} of the {bodies}")
    out: list[Flowable] = [
        Overline(voice.escaper.plain(voice.record.company.name or "Company not named")),
        Heading("Chair’s script", s.title, sheet, bookmark="Chair’s script"),
        Text(f"{voice.escaper.title(title)}<br/>{weekday_date(meeting.day)}", s.subtitle),
        facts_table([(name, voice.sans(value)) for name, value in script.facts], sheet),
    ]
    for part in script.parts:
        out += _part(voice, part)
    return [*out, *glyph_note(voice.escaper, s)]


def _part(voice: Voice, part: ScriptPart) -> list[Flowable]:
    s, sheet, ways = voice.styles, voice.sheet, _cue_styles(voice.sheet)
    number = f"{part.number} " if part.number else ""
    out: list[Flowable] = [
        CondPageBreak(ROOM),
        Heading(voice.serif(part.title), s.item, sheet, number=part.number, bookmark=f"{number}{part.title}", level=1),
    ]
    rail: Sequence[str] = part.rail
    if part.facts:
        out.append(Text(voice.sans(part.facts), ways["facts"], sheet, rail=rail))
        rail = ()
    for cue in part.cues:
        if cue.kind == "note":
            out += [shaded([Text(voice.sans(line), s.small) for line in cue.text.splitlines()], "Your note", sheet)]
            continue
        for number_, line in enumerate(line for line in cue.text.splitlines() if line.strip()):
            words = voice.sans(line) if cue.kind == "do" else voice.serif(line)
            bar = ("on" if number_ else "start") if cue.kind == "motion" else ""
            out.append(Text(words, ways[cue.kind], sheet, rail=rail, bar=bar))
            rail = ()
    return out


def _furniture(voice: Voice) -> Furniture:
    record, meeting = voice.record, voice.meeting
    body = voice.escaper.plain(full_body(record, meeting.body))
    return Furniture(
        title=f"Chair’s script, {full_body(record, meeting.body)}, {long_date(meeting.day)}",
        author=record.company.name,
        subject=record.company.name,
        keywords=f"chair's script; {meeting.body}; {meeting.day.isoformat()}",
        header_left=f"{voice.escaper.plain(record.company.name)} · {body}",
        header_right=f"Chair’s script for {short_date(meeting.day)}",
        state="For the chair. Not a part of the minutes or of the packet.",
    )
