"""Tables of the house: horizontal rules only, first and last column flush with the measure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Table, TableStyle

from boarddesk.reports.flowables import Text
from boarddesk.reports.style import ACCENT, HAIRLINE, INK, TINT, Sheet, styles

Cell: TypeAlias = Any
"""Markup, a flowable, or a list of flowables."""
RULE, HAIR = 0.8, 0.35


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, its share of the measure (weights, scaled), and "left", "right" or "center"."""

    head: str
    weight: float
    align: str = "left"
    bold: bool = False
    gray: bool = False


def _cell_style(column: Column, sheet: Sheet) -> ParagraphStyle:
    s = styles(sheet)
    if column.bold:
        return s.cell_bold
    if column.gray:
        return s.cell_gray
    return {"left": s.cell, "right": s.cell_right, "center": s.cell_center}[column.align]


def _head_style(column: Column, sheet: Sheet) -> ParagraphStyle:
    s = styles(sheet)
    return {"left": s.head, "right": s.head_right, "center": s.head_center}[column.align]


def ruled_table(
    columns: Sequence[Column],
    rows: Sequence[Sequence[Cell]],
    sheet: Sheet,
    *,
    width: float | None = None,
    parted: Sequence[int] = (),
    padding: float = 4.0,
    foot: bool = True,
    extra: Sequence[tuple[Any, ...]] = (),
) -> Table:
    """A table; its head repeats on each page, `parted` names columns with a vertical rule at their left.

    Texts are markup already; a cell may also be a flowable or a list of flowables.
    """
    measure = width or sheet.measure
    total = sum(column.weight for column in columns)
    body = [[_cell(cell, column, sheet) for cell, column in zip(row, columns, strict=True)] for row in rows]
    headed = any(column.head for column in columns)
    head = [[Text(column.head, _head_style(column, sheet)) if column.head else "" for column in columns]]
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 10),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), padding),
        ("BOTTOMPADDING", (0, 0), (-1, -1), padding + 0.5),
        ("LINEBELOW", (0, 1 if headed else 0), (-1, -2), HAIR, HAIRLINE),
    ]
    if foot:
        commands.append(("LINEBELOW", (0, -1), (-1, -1), RULE, INK))
    if headed:
        commands += [("LINEBELOW", (0, 0), (-1, 0), RULE, INK), ("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    commands += [("ALIGN", (n, 0), (n, -1), "CENTER") for n, c in enumerate(columns) if c.align == "center"]
    for number in parted:
        commands += [
            ("LINEBEFORE", (number, 0), (number, -1), 0.6, INK),
            ("LEFTPADDING", (number, 0), (number, -1), 7),
        ]
    widths = [measure * column.weight / total for column in columns]
    table = Table(head + body if headed else body, colWidths=widths, repeatRows=1 if headed else 0)
    table.setStyle(TableStyle([*commands, *extra]))
    return table


def _cell(cell: Cell, column: Column, sheet: Sheet) -> Any:
    if isinstance(cell, str):
        return Text(cell, _cell_style(column, sheet)) if cell else ""
    return cell


def facts_table(facts: Sequence[tuple[str, str]], sheet: Sheet) -> Table:
    """Key and value under the title: gray Semibold labels in the rail, values in Source Sans."""
    s = styles(sheet)
    rows = [[Text(name, s.fact), Text(value, s.cell)] for name, value in facts]
    table = Table(rows, colWidths=[sheet.column, sheet.measure - sheet.column])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("TOPPADDING", (0, 0), (-1, -1), 2.2),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 2.8),
                ("LINEABOVE", (0, 0), (-1, 0), RULE, INK),
                ("LINEBELOW", (0, 0), (-1, -2), HAIR, HAIRLINE),
                ("LINEBELOW", (0, -1), (-1, -1), RULE, INK),
            ]
        )
    )
    return table


def shaded(content: Sequence[Flowable], label: str, sheet: Sheet) -> Table:
    """A tinted note with a bar at its left, as for limits: label in the rail, text beside it."""
    s = styles(sheet)
    table = Table([[Text(label, s.cell_bold), list(content)]], colWidths=[sheet.column, sheet.measure - sheet.column])
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, -1), TINT),
                ("LINEBEFORE", (0, 0), (0, -1), 2, ACCENT),
                ("LEFTPADDING", (0, 0), (0, 0), 9),
                ("LEFTPADDING", (1, 0), (1, 0), 0),
                ("RIGHTPADDING", (1, 0), (1, 0), 9),
                ("TOPPADDING", (0, 0), (-1, -1), 5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5),
            ]
        )
    )
    return table
