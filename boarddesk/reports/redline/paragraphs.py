"""Paragraphs out of the lines of a PDF: where one ends is told by room, letter height and lines that end early."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from boarddesk.reports.redline.furniture import body_size, parted
from boarddesk.reports.redline.page_lines import Line
from boarddesk.reports.redline.passage import Passage

ROOM = 1.28
"""A paragraph ends where the next baseline is so many times the usual step away."""
INDENT, ANOTHER_SIZE = 9.0, 0.6
SINGLE = 1.2
"""The step of rows set close, in letter heights."""
OFTEN = 0.15
"""A step is usual that is the distance of so many neighbors."""
_LISTED = re.compile(r"^(?:[(\[]?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)\]]+|[•–—▪·●*-]|§+\s?\d[\d.]*)\s")
_ENDS = re.compile(r"[.!?:;]['\"”’)]*$")


def passages(lines: Sequence[Line]) -> tuple[Passage, ...]:
    """The paragraphs of a PDF, then what stood around them, each once."""
    text, around = parted(lines)
    found = [_joined(part, text) for part in _paragraphs(text)]
    left_out = dict.fromkeys(line.text for line in around)
    return (*found, *(Passage(words, around=True) for words in left_out))


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    size = body_size(lines)
    right = _column_end(lines, size)
    left = _column_start(lines, size)
    step = _usual_step(lines, size)
    part: list[Line] = []
    for line in lines:
        if part and _begins(part, line, left, right, step, size):
            yield part
            part = []
        part.append(line)
    if part:
        yield part


def _column_end(lines: Sequence[Line], size: float) -> float:
    rights = sorted(line.right for line in lines if abs(line.size - size) < ANOTHER_SIZE)
    return rights[-1 - len(rights) // 50] if rights else 0.0


def _column_start(lines: Sequence[Line], size: float) -> float:
    """Where most lines of the text begin."""
    lefts = [round(line.left) for line in lines if abs(line.size - size) < ANOTHER_SIZE]
    return float(max(set(lefts), key=lefts.count)) if lefts else 0.0


def _usual_step(lines: Sequence[Line], size: float) -> float:
    """How far one baseline is from the next within a paragraph: the smallest step that is usual.

    Rows that go on in small letters tell it best; where there are none, most paragraphs have but one row.
    """
    steps = [
        (round(a.base - b.base, 1), b.text[:1].islower())
        for a, b in pairwise(lines)
        if a.page == b.page and abs(a.size - b.size) < ANOTHER_SIZE and 0.5 * size < a.base - b.base < 3 * size
    ]
    within = [step for step, goes_on in steps if goes_on]
    if within:
        return min(step for step in set(within) if within.count(step) >= OFTEN * len(within))
    every = [step for step, _goes_on in steps]
    often = [step for step in set(every) if every.count(step) >= OFTEN * len(every)]
    return min([*often, SINGLE * size])


def _begins(part: list[Line], line: Line, left: float, right: float, step: float, size: float) -> bool:
    last = part[-1]
    if abs(line.size - last.size) >= ANOTHER_SIZE:
        return True
    drop = last.base - line.base
    if line.page == last.page and abs(drop) < 0.2 * line.size:
        # Beside it on one line: a number and its title, or the cells of a row.
        return False
    if (last.right < left) != (line.right < left):
        return True
    if line.page != last.page:
        return not _goes_on(part, line, right)
    if drop < 0 or drop > ROOM * step * max(1.0, line.size / size if size else 1.0):
        return True
    if last.right < left:
        return False
    if line.left > last.left + INDENT and not (len(part) == 1 and _LISTED.match(part[0].text)):
        return True
    return _ends_early(last, line, right) or bool(_LISTED.match(line.text) and _ENDS.search(last.text))


def _ends_early(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of the next line would have found room: then a paragraph ended."""
    return last.right + 0.3 * last.size + line.first < right


def _goes_on(part: list[Line], line: Line, right: float) -> bool:
    """Whether a paragraph goes on over the page: its last line is full, and no sentence ended with it."""
    last = part[-1]
    if _LISTED.match(line.text) or _ends_early(last, line, right):
        return False
    return not _ENDS.search(last.text) or line.text[:1].islower()


def _joined(part: list[Line], every: Sequence[Line]) -> Passage:
    text = part[0].text
    for line in part[1:]:
        if text.endswith("-") and line.text[:1].islower() and text[-2:-1].isalpha():
            text = text[:-1] + line.text if _is_parted(text, line.text, every) else text + line.text
        else:
            text = f"{text} {line.text}"
    return Passage(text, part[0].page)


def _is_parted(text: str, after: str, every: Sequence[Line]) -> bool:
    """Whether the hyphen only parts a word at the end of a line: the word stands whole somewhere else."""
    whole = f"{text[:-1].rsplit(maxsplit=1)[-1]}{after.split(maxsplit=1)[0]}".strip(".,;:()“”\"'")
    return any(whole in line.text for line in every)
