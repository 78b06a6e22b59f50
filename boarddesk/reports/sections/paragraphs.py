"""The secretary's own text of an item: its paragraphs, the clock times they begin with, and run-in headings."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from boarddesk.domain.committees import Committee
from boarddesk.reports.sections.events import Event
from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import capital, clock, span

_CLOCK = r"(1[0-2]|0?[1-9]):([0-5]\d)"
_TIMED = re.compile(rf"^(?:(At|From)\s)?{_CLOCK}(?:–{_CLOCK})?\s?([ap])\.m\.(?:\s*[:–—]\s+|,?\s+)", re.IGNORECASE)
_RUN_IN = re.compile(r"^(?!No\b|None\b|There\b|It\b|Upon\b)([A-Z][\w’'&-]+(?: [\w’'&-]+){0,4})\. (?=[A-Z“])")
_TITLES = ("Mr", "Ms", "Mrs", "Mx", "Dr", "Prof", "Messrs", "Inc", "Corp", "Co", "Ltd", "Jr", "Sr", "St")
_VERB = re.compile(
    r"\w{2,}ed$|^(?:is|are|was|were|be|been|had|has|have|did|do|does|took|met|left|gave|made|sat|said|rose)$"
)


@dataclass(frozen=True, slots=True)
class Note:
    """One paragraph; with `at` it belongs at that time of the meeting, and so do those after it without one."""

    text: str
    at: datetime | None = None
    rail: tuple[str, ...] = ()
    tells: bool = False
    """Whether it begins "At 11:54 a.m. …" and so may tell an event of presence itself."""


def notes_of(text: str, day: date) -> list[Note]:
    """The paragraphs of a text, one a line; "At 9:41 a.m. …" and "9:41 a.m. …" have their time."""
    return [_note(line.strip(), day) for line in text.splitlines() if line.strip()]


def _note(line: str, day: date) -> Note:
    found = _TIMED.match(line)
    if not found:
        return Note(line)
    word, hour, minute, end_hour, end_minute, half = found.groups()
    end = _time(end_hour, end_minute, half) if end_hour else None
    start = _time(hour, minute, half)
    if end is not None and start > end:
        start = start.replace(hour=start.hour - 12)
    rail = (span(start, end) if end else clock(start),)
    told = line if word else capital(line[found.end() :].strip())
    return Note(told or line, datetime.combine(day, start), rail, tells=word is not None and word.lower() == "at")


def _time(hour: str, minute: str, half: str) -> time:
    return time(int(hour) % 12 + (12 if half.lower() == "p" else 0), int(minute))


def untimed(notes: list[Note]) -> list[Note]:
    """The paragraphs before the first that has a time."""
    first = next((number for number, note in enumerate(notes) if note.at), len(notes))
    return notes[:first]


def timed(notes: list[Note]) -> list[list[Note]]:
    """Each paragraph with a time and those that follow it without one."""
    groups: list[list[Note]] = []
    for note in notes:
        if note.at:
            groups.append([note])
        elif groups:
            groups[-1].append(note)
    return groups


def merged(voice: Voice, event: Event, notes: list[Note]) -> Event | None:
    """The event in the secretary's words, where a paragraph of that minute names everyone it concerns."""
    first = notes[0]
    if not first.tells or event.at is None or first.at != event.at.replace(second=0, microsecond=0):
        return None
    if not event.people or not all(_named(voice, person, first.text) for person in event.people):
        return None
    told = re.search(r"\bquorum\b|\bpresent\b|\bremained\b", first.text)
    return replace(event, deed=first.text, counted="" if told else event.counted)


def _named(voice: Voice, person: str, text: str) -> bool:
    return voice.formal(person).split()[-1] in text or voice.full(person) in text


def prose(voice: Voice, text: str) -> str:
    """Markup of a paragraph; a run-in heading ("Deliberation. The Board …") and committees' names in Semibold."""
    end = _run_in(text)
    rest = voice.serif(text[end:])
    for committee in voice.record.all(Committee):
        name = f"{voice.serif(committee.name.removesuffix(' Committee'))}."
        if f". {name} " in rest:
            rest = rest.replace(f". {name} ", f". <b>{name}</b> ")
    return f"<b>{voice.serif(text[:end])}</b>{rest}" if end else rest


def _run_in(text: str) -> int:
    """Where a run-in heading ends: a first sentence of a few words without a verb; 0 where there is none."""
    found = _RUN_IN.match(text)
    words = found[1].split() if found else []
    if not found or words[-1] in _TITLES or any(_VERB.search(word.lower()) for word in words):
        return 0
    return found.end(1) + 1
