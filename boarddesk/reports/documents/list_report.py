"""A list as a document: title, lead, parts with a table each, notes; signed where it is a statement."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus import Flowable, Spacer

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, Whole, block_heading, section_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Cell, Column, ruled_table
from boarddesk.reports.sections.certified_by import Signer, certified_by
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet, styles

BOOK_LINK = "packet:"
"""How links to a label of a book begin."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A cell that leads to a label of the book that the list stands in."""

    words: str
    label: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part: a heading (empty for none), a table (none without rows), and paragraphs of text under it."""

    heading: str
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[str | Linked, ...], ...] = ()
    empty: str = ""
    paragraphs: tuple[str, ...] = ()
    small: bool = False


@dataclass(frozen=True, slots=True)
class ListReport:
    """What the document says; texts are plain, markup is made here."""

    company: str
    title: str
    subtitle: str
    lead: str
    state: str
    keywords: str
    parts: tuple[Part, ...]
    header_right: str = ""
    signers: tuple[Signer, ...] = ()
    facts: tuple[tuple[str, str], ...] = field(default=())


def list_pdf(report: ListReport, *, sheet: Sheet = LETTER, footer: str = "", numbered: bool = True) -> bytes:
    """The list as PDF; in a book it has the book's `footer` and no page numbers of its own."""
    escaper, s = Escaper(), styles(sheet)
    story: list[Flowable] = [
        Overline(escaper.plain(report.company or "Company not named")),
        Heading(escaper.title(report.title), s.title, sheet, bookmark=report.title),
        Text(escaper.title(report.subtitle), s.subtitle),
    ]
    if report.lead:
        story.append(Text(escaper.sans(report.lead), s.lead))
    *parts, last = [_part(part, sheet, escaper) for part in report.parts]
    story += [flowable for part in parts for flowable in part]
    if report.signers:
        # No page holds signatures alone: what is signed for stands above them.
        last = [Whole([*last, Spacer(1, 30), certified_by(report.signers, sheet, escaper)])]
    story += last
    story += glyph_note(escaper, s)
    return build(story, _furniture(report, escaper, footer, numbered=numbered), sheet, later_top=REPORT_TOP).pdf


def _part(part: Part, sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    s = styles(sheet)
    out: list[Flowable] = []
    if part.heading:
        make = block_heading if part.small else section_heading
        out += make(escaper.serif(part.heading) if not part.small else escaper.sans(part.heading), sheet, part.heading)
    if part.rows:
        out.append(ruled_table(part.columns, [_cells(row, escaper) for row in part.rows], sheet, padding=2.6))
    elif part.empty:
        out.append(Text(escaper.sans(part.empty), s.small))
    if part.paragraphs and (part.rows or not part.heading):
        out.append(Spacer(1, 12))
    out += [Text(escaper.serif(paragraph), s.wide) for paragraph in part.paragraphs]
    return out


def _cells(row: Sequence[str | Linked], escaper: Escaper) -> list[Cell]:
    return [
        f'<a href="{BOOK_LINK}{cell.label}">{escaper.sans(cell.words)}</a>'
        if isinstance(cell, Linked)
        else escaper.sans(cell)
        for cell in row
    ]


def _furniture(report: ListReport, escaper: Escaper, footer: str, *, numbered: bool) -> Furniture:
    return Furniture(
        title=f"{report.title}, {report.subtitle}",
        author=report.company,
        subject=report.company,
        keywords=report.keywords,
        header_left=f"{escaper.plain(report.company)} · {report.title}",
        header_right=report.header_right,
        state=footer or report.state,
        header=numbered,
        numbered=numbered,
    )
