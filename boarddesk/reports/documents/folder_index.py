"""The index of exported folders: each file with its date and SHA-256, folder by folder, and what was left out."""

from datetime import date
from itertools import groupby
from typing import Any

import msgspec
from reportlab.platypus import Spacer

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading, section_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet, Styles, styles
from boarddesk.reports.wording import long_date, short_date

COLUMNS = (Column("File", 60), Column("Date", 15, "right"), Column("SHA-256", 43))
LEFT_OUT = (Column("Record", 66), Column("Why", 52))


class IndexLine(msgspec.Struct, frozen=True):
    """One file: its folder and name, what it is, its day, its hash, and a remark."""

    folder: str
    name: str
    title: str
    day: date | None
    sha256: str
    remark: str = ""


class FolderIndex(msgspec.Struct, frozen=True):
    """Every file, and the records left out with the reason; `sums` and `sheet` are the names of their own files."""

    company: str
    as_of: date
    lines: tuple[IndexLine, ...]
    left_out: tuple[tuple[str, str], ...]
    sums: str
    sheet: str


def folder_index_pdf(index: FolderIndex, *, sheet: Sheet = LETTER) -> bytes:
    """The index as PDF; the same folders give the same bytes."""
    escaper, s = Escaper(), styles(sheet)
    told = (
        f"The hash of each file is beside it here, in {index.sheet}, and in {index.sums}, which the usual programs "
        f"check at once (sha256sum -c {index.sums})."
    )
    facts = [("Files", f"{len(index.lines):,}"), ("Left out", f"{len(index.left_out):,}"), ("To check", told)]
    story: list[Any] = [
        Overline(escaper.plain(index.company or "Company not named")),
        Heading("Index of Records", s.title, sheet, bookmark="Index of Records"),
        Text(f"As of {long_date(index.as_of)}", s.subtitle),
        facts_table([(name, escaper.sans(value)) for name, value in facts], sheet),
        Spacer(1, 4),
    ]
    for folder, lines in groupby(index.lines, key=lambda line: line.folder):
        story += block_heading(escaper.sans(folder.replace("/", " › ")), sheet, folder)
        story.append(ruled_table(COLUMNS, [_row(line, escaper, s) for line in lines], sheet, padding=2.6))
    if index.left_out:
        story += section_heading("Left out", sheet)
        rows = [[escaper.sans(title), escaper.sans(why)] for title, why in index.left_out]
        story.append(ruled_table(LEFT_OUT, rows, sheet, padding=2.6))
    story += glyph_note(escaper, s)
    furniture = Furniture(
        title=f"Index of records as of {long_date(index.as_of)}", author=index.company, subject=index.company,
        keywords=f"index of records; {index.as_of.isoformat()}",
        header_left=f"{escaper.plain(index.company)} · Index of records",
        header_right=f"As of {short_date(index.as_of)}", state=f"As of {short_date(index.as_of)}",
    )  # fmt: skip
    return build(story, furniture, sheet, later_top=REPORT_TOP).pdf


def _row(line: IndexLine, escaper: Escaper, s: Styles) -> list[Any]:
    name = Text(escaper.sans(line.name), s.cell)
    remark = [Text(escaper.sans(line.remark), s.fine)] if line.remark else []
    digest = "<br/>".join(line.sha256[n : n + 32] for n in (0, 32))
    return [
        [name, *remark],
        short_date(line.day) if line.day else "",
        Text(f'<font name="{fonts.MONO}" size="6.6">{digest}</font>', s.fine_ink),
    ]
