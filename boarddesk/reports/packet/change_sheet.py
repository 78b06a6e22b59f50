"""The change sheet of a supplement, S-1: what is replaced, added and removed, how to file it, and the versions."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, block_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.marks import Mark, MarkedWord
from boarddesk.reports.packet.merge import SCHEME
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.style import INK, LETTER, WHITE, Sheet, styles

Kind = Literal["replace", "add", "remove"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change: the paper's label, its pages as stamped ("60–61", "128a–128b"), its title, what changed and why.

    A line whose label is in the supplement is a link to its first page.
    """

    kind: Kind
    label: str
    pages: str
    title: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of the book: its number, when it was issued, its pages and the file's SHA-256."""

    number: str
    issued: str
    pages: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ChangeSheet:
    """Everything that the sheet says, in words; the last of `versions` is the one that this supplement makes."""

    overline: str
    title: str
    subtitle: str
    changes: tuple[Change, ...]
    filing: str = ""
    versions: tuple[Version, ...] = ()
    versions_note: str = ""
    sending: str = ""
    footer: str = ""
    sheet: Sheet = LETTER

    def __call__(self, _numbers: Mapping[str, str]) -> bytes:
        """The sheet as PDF: it can be the content of a paper of the plan."""
        return change_sheet_pdf(self)


def change_sheet_pdf(said: ChangeSheet) -> bytes:
    """The sheet as PDF, without a page number of its own: the book stamps it S-1."""
    escaper, sheet = Escaper(), said.sheet
    s = styles(sheet)
    story: list[Flowable] = [
        Overline(escaper.plain(said.overline)),
        Heading(escaper.title(said.title), s.title, sheet, bookmark=said.title),
        Text(escaper.title(said.subtitle), s.subtitle),
        _changes(said, escaper),
    ]
    if said.filing:
        story += _block("To file this supplement", said.filing, escaper, sheet)
    if said.versions:
        story += [*block_heading("Versions", sheet), _versions(said, escaper)]
        story += [Spacer(1, 4), Text(escaper.sans(said.versions_note), s.note)] if said.versions_note else []
    if said.sending:
        story += _block("Sending", said.sending, escaper, sheet)
    furniture = Furniture(title=said.title, author="", state=escaper.plain(said.footer), header=False, numbered=False)
    return build(story, furniture, sheet).pdf


def _block(heading: str, words: str, escaper: Escaper, sheet: Sheet) -> list[Flowable]:
    parts = [Text(escaper.sans(part.strip()), styles(sheet).small) for part in words.split("\n") if part.strip()]
    return [*block_heading(heading, sheet), *parts]


def _changes(said: ChangeSheet, escaper: Escaper) -> Flowable:
    columns = (
        Column("Change", 0.145),
        Column("Tab", 0.06),
        Column("Pages", 0.12, bold=True),
        Column("Paper", 0.225),
        Column("What changed, and why", 0.45),
    )
    rows = [
        [
            MarkedWord(MARKS[change.kind], font=fonts.SANS_BOLD),
            escaper.sans(change.label),
            _linked(change, escaper.sans(change.pages)),
            _linked(change, escaper.sans(change.title)),
            escaper.sans(change.why),
        ]
        for change in said.changes
    ]
    return ruled_table(columns, rows, said.sheet, padding=4.5)


def _linked(change: Change, words: str) -> str:
    return words if change.kind == "remove" or not words else f'<a href="{SCHEME}{escape(change.label)}">{words}</a>'


def _versions(said: ChangeSheet, escaper: Escaper) -> Flowable:
    columns = (
        Column("Version", 0.12),
        Column("Issued", 0.27),
        Column("Pages", 0.1, align="right"),
        Column("SHA-256 of the book", 0.51),
    )
    rows = []
    for version in said.versions:
        now = version is said.versions[-1]
        number = escaper.sans(version.number)
        groups = " ".join(version.sha256[start : start + 8] for start in range(0, 32, 8))
        code = f'<font name="{fonts.MONO}" size="7.5">{escaper.sans(groups)} …</font>' if version.sha256 else "–"
        rows.append(
            [f'<font name="{fonts.SANS_BOLD}">{number}</font>' if now else number,
             escaper.sans(version.issued), escaper.sans(version.pages), code]
        )  # fmt: skip
    return ruled_table(columns, rows, said.sheet, padding=3)


def _half(canvas: Canvas, color: Color) -> None:
    canvas.setStrokeColor(color)
    canvas.setFillColor(color)
    canvas.setLineWidth(0.11)
    canvas.rect(0.06, 0.06, 0.88, 0.88, stroke=1, fill=0)
    path = canvas.beginPath()
    path.moveTo(0.94, 0.06)
    path.lineTo(0.94, 0.94)
    path.lineTo(0.06, 0.06)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _plus(canvas: Canvas, color: Color) -> None:
    canvas.setFillColor(color)
    canvas.rect(0.0, 0.0, 1.0, 1.0, stroke=0, fill=1)
    canvas.setStrokeColor(WHITE)
    canvas.setLineWidth(0.14)
    canvas.line(0.22, 0.5, 0.78, 0.5)
    canvas.line(0.5, 0.22, 0.5, 0.78)


def _minus(canvas: Canvas, color: Color) -> None:
    canvas.setStrokeColor(color)
    canvas.setLineWidth(0.11)
    canvas.rect(0.06, 0.06, 0.88, 0.88, stroke=1, fill=0)
    canvas.line(0.25, 0.5, 0.75, 0.5)


MARKS: dict[Kind, Mark] = {
    "replace": Mark("Replace", _half, INK),
    "add": Mark("Add", _plus, INK),
    "remove": Mark("Remove", _minus, INK),
}
