"""Resolutions as they are printed wherever they are quoted: the opening words in Semibold, a bar at their left."""

import re
from collections.abc import Callable

from reportlab.platypus import Flowable

from boarddesk.reports.flowables import Text
from boarddesk.reports.style import Sheet, styles

_FORMAL = re.compile(
    r"^(WHEREAS|RESOLVED FURTHER|FURTHER RESOLVED|RESOLVED|NOW, THEREFORE, BE IT RESOLVED)(,?)(?=[\s,:])"
)


def marked(serif: Callable[[str], str], line: str) -> str:
    """Markup of one paragraph: “RESOLVED,” and its kind in Semibold, the rest as it stands."""
    found = _FORMAL.match(line)
    return f"<b>{found.group(1)}{found.group(2)}</b>{serif(line[found.end() :])}" if found else serif(line)


def resolution_lines(serif: Callable[[str], str], text: str, sheet: Sheet) -> list[Flowable]:
    """Every paragraph of a resolution, word for word, with its bar."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    style = styles(sheet).resolution
    return [
        Text(marked(serif, line), style, sheet, bar="on" if number else "start") for number, line in enumerate(lines)
    ]
