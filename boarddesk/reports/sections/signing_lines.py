"""Empty lines to be signed in ink, each with what belongs on it written below."""

from collections.abc import Sequence

from reportlab.platypus import Table, TableStyle

from boarddesk.reports.flowables import Text
from boarddesk.reports.style import INK, Sheet, styles

ROOM = 40.0
"""Points above a line, for a hand to sign in."""
GAP = 20.0


def ink_lines(labels: Sequence[str], sheet: Sheet, *, room: float = ROOM, indent: bool = True) -> Table:
    """Lines side by side, two to the text column; `indent` sets them in it. Labels are markup."""
    left = sheet.column if indent else 0.0
    half = (sheet.measure - left - GAP) / 2
    cell = styles(sheet).cell
    pairs = [list(labels[n : n + 2]) for n in range(0, len(labels), 2)]
    rows = [["", Text(pair[0], cell), "", Text(pair[1], cell) if len(pair) > 1 else ""] for pair in pairs]
    table = Table(rows, colWidths=[left, half, GAP, half], hAlign="LEFT", spaceBefore=room)
    ruled = [
        ("LINEABOVE", (column, number), (column, number), 0.8, INK)
        for number, pair in enumerate(pairs)
        for column in (1, 3)[: len(pair)]
    ]
    spaced = [("BOTTOMPADDING", (0, n), (-1, n), room if n < len(rows) - 1 else 4) for n in range(len(rows))]
    table.setStyle(
        TableStyle([
            ("VALIGN", (0, 0), (-1, -1), "TOP"), ("LEFTPADDING", (0, 0), (-1, -1), 0),
            ("RIGHTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 4), *spaced, *ruled,
        ])
    )  # fmt: skip
    return table
