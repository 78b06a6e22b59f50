"""The secretary's own text of an item in segments: paragraphs that stand together, at their time if they have one."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

from boarddesk.reports.sections.voice import Voice
from boarddesk.reports.wording import capital, clock, span

_CLOCK = r"(1[0-2]|0?[1-9]):([0-5]\d)"
_TIMED = re.compile(rf"^(?:(At|From)\s)?{_CLOCK}(?:–{_CLOCK})?\s?([ap])\.m\.(?:\s*[:–—]\s+|,?\s+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """Paragraphs of one text that stand together; with `at` the first belongs at that time of the meeting.

    `before` is what stands in the text before the first paragraph and is told in the rail instead.
    """

    key: str
    lines: tuple[str, ...]
    at: datetime | None = None
    rail: tuple[str, ...] = ()
    tells: bool = False
    """Whether it begins "At 11:54 a.m. …" and so may tell an event of presence itself."""
    before: str = ""
    follows: bool = False
    """Whether it goes with the segment before it, whatever that one's time is."""

    @property
    def text(self) -> str:
        """The paragraphs as they are read."""
        return "\n".join(self.lines)


def segments(key: str, text: str, day: date) -> tuple[Segment, ...]:
    """The segments of a text, one paragraph a line; "At 9:41 a.m. …" and "9:41 a.m. …" have their time.

    A first paragraph that begins with "Disclosure" stands for itself, so that a recusal can follow it.
    """
    out: list[Segment] = []
    for line in (line.strip() for line in text.splitlines()):
        if not line:
            continue
        named = f"{key}.{len(out) + 1}" if out else key
        found = _TIMED.match(line)
        if found:
            out.append(_timed(named, line, found, day))
        elif out and not out[-1].at and not _discloses(out[-1]):
            last = out[-1]
            out[-1] = Segment(last.key, (*last.lines, line), follows=last.follows)
        else:
            out.append(Segment(named, (line,), follows=bool(out) and out[-1].at is not None))
    return tuple(out)


def reworded(parts: tuple[Segment, ...], key: str, words: str) -> str:
    """The whole text with other words in one segment."""
    lines: list[str] = []
    for part in parts:
        if part.key == key:
            own = [line for line in words.splitlines() if line.strip()]
            lines += [f"{part.before}{own[0]}", *own[1:]] if own else []
        else:
            lines += [f"{part.before}{part.lines[0]}", *part.lines[1:]]
    return "\n".join(lines)


def discloses(parts: tuple[Segment, ...]) -> bool:
    """Whether the text begins with a disclosure."""
    return bool(parts) and _discloses(parts[0])


def _discloses(part: Segment) -> bool:
    return part.at is None and not part.follows and part.lines[0].startswith("Disclosure")


def _timed(key: str, line: str, found: re.Match[str], day: date) -> Segment:
    word, hour, minute, end_hour, end_minute, half = found.groups()
    end = _time(end_hour, end_minute, half) if end_hour else None
    start = _time(hour, minute, half)
    if end is not None and start > end:
        start = start.replace(hour=start.hour - 12)
    rail = (span(start, end) if end else clock(start),)
    at = datetime.combine(day, start)
    rest = line[found.end() :].strip()
    if word or not rest:
        return Segment(key, (line,), at, rail, tells=word is not None and word.lower() == "at")
    return Segment(key, (capital(rest),), at, rail, before=line[: found.end()])


def _time(hour: str, minute: str, half: str) -> time:
    return time(int(hour) % 12 + (12 if half.lower() == "p" else 0), int(minute))


def names_everyone(voice: Voice, people: tuple[str, ...], text: str) -> bool:
    """Whether a text names each of these people."""
    return bool(people) and all(_named(voice, person, text) for person in people)


def _named(voice: Voice, person: str, text: str) -> bool:
    return voice.formal(person).split()[-1] in text or voice.full(person) in text
