"""What stands around the text of each page and is no part of it: headers, footers, page numbers, marks on edge."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence

from boarddesk.reports.redline.page_lines import Line

ZONE = 0.13
"""The share of a page at its head and at its foot in which something that repeats is a header or a footer."""
EDGE = 0.08
"""The share in which small print is one even if it stands there once."""
SMALLER = 0.93
SHARE = 0.4
CLOSE = 1.45
"""Rows of one text are no more letter heights apart."""
_NUMBER = re.compile(
    r"^(?:page\s+)?[-–—(\[]?\s*(?:\d{1,4}|[ivxl]{1,7})\s*[-–—)\]]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.IGNORECASE
)
_MARGIN_NUMBER = re.compile(r"^\d{1,3}$")


def body_size(lines: Sequence[Line]) -> float:
    """The letter height of most of the text."""
    letters: dict[float, int] = defaultdict(int)
    for line in lines:
        letters[round(line.size, 1)] += len(line.text)
    return max(letters, key=lambda size: letters[size], default=0.0)


def parted(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The lines of the text, and those that stand around it."""
    size, often = body_size(lines), _often(lines)
    right = _right_edge(lines, size)
    around = [_is_around(line, size, right, often) for line in lines]
    text: dict[int, list[Line]] = defaultdict(list)
    for line, out in zip(lines, around, strict=True):
        if not out:
            text[line.page].append(line)
    around = [out and not _runs_on(line, text[line.page]) for line, out in zip(lines, around, strict=True)]
    return (
        tuple(line for line, out in zip(lines, around, strict=True) if not out),
        tuple(line for line, out in zip(lines, around, strict=True) if out),
    )


def _shape(line: Line) -> str:
    """A line with its numbers left open, so that “Page 2 of 7” and “Page 3 of 7” are the same."""
    return re.sub(r"\d+", "#", line.text)


def _zone(line: Line, share: float) -> str:
    """Whether it stands at the head or at the foot of its page; empty in between."""
    if line.base + line.size > line.height * (1 - share):
        return "head"
    return "foot" if line.base < line.height * share else ""


def _often(lines: Iterable[Line]) -> frozenset[tuple[str, str]]:
    """What repeats at the head or at the foot of several pages."""
    pages: dict[tuple[str, str], set[int]] = defaultdict(set)
    last = 0
    for line in lines:
        last = max(last, line.page)
        if zone := _zone(line, ZONE):
            pages[zone, _shape(line)].add(line.page)
    least = max(2, round(SHARE * last))
    return frozenset(key for key, found in pages.items() if len(found) >= least)


def _runs_on(line: Line, text: Iterable[Line]) -> bool:
    """Whether it is a row of the text after all: the next row of it is no farther than rows are."""
    return line.upright and any(
        abs(other.base - line.base) < CLOSE * line.size
        and abs(other.size - line.size) < 0.1 * line.size
        and other.left < line.right
        and line.left < other.right
        for other in text
    )


def _right_edge(lines: Iterable[Line], size: float) -> float:
    rights = sorted(line.right for line in lines if abs(line.size - size) < 0.5)
    return rights[-1 - len(rights) // 20] if rights else 0.0


def _is_around(line: Line, size: float, right: float, often: frozenset[tuple[str, str]]) -> bool:
    if not line.upright:
        return True
    zone = _zone(line, ZONE)
    if zone and ((zone, _shape(line)) in often or _NUMBER.match(line.text)):
        return True
    if _zone(line, EDGE) and line.size < SMALLER * size:
        return True
    # The numbers of a draft's lines, beside its text.
    return bool(_MARGIN_NUMBER.match(line.text)) and line.size < 0.8 * size and line.left > right
