"""House style of printed documents: colors, page grid and type scale (points)."""

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

from boarddesk.reports import fonts

INK, ACCENT, GRAY, HAIRLINE = (HexColor(c) for c in ("#1A1D21", "#1D3D5C", "#58616B", "#B4BBC3"))
TINT, TINT_DARK, WHITE = (HexColor(c) for c in ("#F1F3F5", "#E3E7EB", "#FFFFFF"))
RED, AMBER, GREEN, BLUE = (HexColor(c) for c in ("#9B1C1C", "#8A5A00", "#23613F", "#1F4E79"))
PALE: dict[Color, Color] = {
    RED: HexColor("#F8E3E3"),
    AMBER: HexColor("#F6EEDC"),
    BLUE: HexColor("#E4ECF5"),
    GREEN: TINT,
    GRAY: TINT,
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page and its grid: a rail for what is looked up, a text column for what was said."""

    width: float
    height: float
    left: float = 60.0
    right: float = 54.0
    first_top: float = 54.0
    top: float = 80.0
    bottom: float = 66.0
    rail: float = 92.0
    gutter: float = 16.0
    scale: float = 1.0
    """Everything is laid out on a sheet of this size and printed so many times larger."""

    @property
    def measure(self) -> float:
        """Full width between the margins: titles, tables, signatures."""
        return self.width - self.left - self.right

    @property
    def column(self) -> float:
        """Where the text column begins, from the left margin."""
        return self.rail + self.gutter

    @property
    def text(self) -> float:
        """Width of the text column; running text never exceeds it."""
        return self.measure - self.column


LETTER = Sheet(612.0, 792.0)
A4 = Sheet(595.0, 842.0)
_LARGER = 1.55
LARGE_PRINT = Sheet(
    612.0 / _LARGER, 792.0 / _LARGER, left=30.0, right=26.0, first_top=46.0, top=64.0, bottom=62.0, rail=72.0,
    gutter=10.0, scale=_LARGER,
)  # fmt: skip
"""Letter for readers who need larger type: text at 16 points, tables at 13, the same blocks on more pages."""
REPORT_TOP = 74.0


def _style(name: str, font: str, size: float, leading: float, **more: object) -> ParagraphStyle:
    options = {"textColor": INK, "splitLongWords": 1, "allowWidows": 0, "allowOrphans": 0} | more
    return ParagraphStyle(name, fontName=font, fontSize=size, leading=leading, **options)


@dataclass(frozen=True, slots=True)
class Styles:
    """Every paragraph style of the house, named by its use."""

    title: ParagraphStyle
    subtitle: ParagraphStyle
    section: ParagraphStyle
    lead: ParagraphStyle
    item: ParagraphStyle
    block: ParagraphStyle
    body: ParagraphStyle
    wide: ParagraphStyle
    resolution: ParagraphStyle
    method: ParagraphStyle
    headline: ParagraphStyle
    finding_title: ParagraphStyle
    finding: ParagraphStyle
    finding_small: ParagraphStyle
    finding_side: ParagraphStyle
    part: ParagraphStyle
    clause: ParagraphStyle
    limits: ParagraphStyle
    cell: ParagraphStyle
    cell_bold: ParagraphStyle
    cell_gray: ParagraphStyle
    cell_right: ParagraphStyle
    cell_center: ParagraphStyle
    head: ParagraphStyle
    head_right: ParagraphStyle
    head_center: ParagraphStyle
    small: ParagraphStyle
    label: ParagraphStyle
    fact: ParagraphStyle
    note: ParagraphStyle
    fine: ParagraphStyle
    fine_ink: ParagraphStyle
    fine_head: ParagraphStyle
    indented_note: ParagraphStyle
    vote: ParagraphStyle
    hash: ParagraphStyle


@cache
def styles(sheet: Sheet = LETTER) -> Styles:
    """The type scale for `sheet`; only indents depend on the page, type does not scale."""
    fonts.register()
    serif, sans, bold = fonts.SERIF, fonts.SANS, fonts.SANS_BOLD
    column = sheet.column
    return Styles(
        title=_style("title", fonts.SUBHEAD_BOLD, 20, 24, spaceAfter=2),
        subtitle=_style("subtitle", fonts.SUBHEAD, 12.5, 17, textColor=GRAY, spaceBefore=4, spaceAfter=9),
        section=_style("section", fonts.SUBHEAD_BOLD, 15, 19, spaceBefore=14, spaceAfter=3),
        lead=_style("lead", sans, 8.5, 11.5, textColor=GRAY, spaceAfter=5),
        item=_style("item", fonts.SERIF_BOLD, 12, 15, leftIndent=column, spaceBefore=21, spaceAfter=3),
        block=_style("block", bold, 9.5, 12.5, spaceBefore=19, spaceAfter=4),
        body=_style("body", serif, 10.5, 14, leftIndent=column, spaceAfter=7),
        wide=_style("wide", serif, 10.5, 14, rightIndent=24, spaceAfter=7),
        resolution=_style("resolution", serif, 10.5, 14, leftIndent=column + 14, spaceAfter=7),
        method=_style("method", serif, 9.5, 12.8, spaceAfter=5),
        headline=_style("headline", fonts.SUBHEAD, 14, 18.5, spaceBefore=11, spaceAfter=5),
        finding_title=_style("finding_title", sans, 9.5, 12.5),
        finding=_style("finding", sans, 8.8, 11.4),
        finding_small=_style("finding_small", sans, 8, 10.5, spaceBefore=1),
        finding_side=_style("finding_side", sans, 8, 10.5),
        part=_style("part", fonts.SUBHEAD_BOLD, 12, 15, spaceBefore=10, spaceAfter=2),
        clause=_style("clause", sans, 9.5, 12.5, spaceBefore=9, spaceAfter=2),
        limits=_style("limits", sans, 8.5, 11.5, spaceAfter=2),
        cell=_style("cell", sans, 8.5, 11.5),
        cell_bold=_style("cell_bold", bold, 8.5, 11.5),
        cell_gray=_style("cell_gray", sans, 8.5, 11.5, textColor=GRAY),
        cell_right=_style("cell_right", sans, 8.5, 11.5, alignment=2),
        cell_center=_style("cell_center", sans, 8.5, 11.5, alignment=1),
        head=_style("head", bold, 8, 10.5, textColor=GRAY),
        head_right=_style("head_right", bold, 8, 10.5, textColor=GRAY, alignment=2),
        head_center=_style("head_center", bold, 8, 10.5, textColor=GRAY, alignment=1),
        label=_style("label", bold, 8.5, 11.5, spaceBefore=6, spaceAfter=2),
        small=_style("small", sans, 8.5, 11.5, spaceAfter=4),
        fact=_style("fact", bold, 8.5, 11.5, textColor=GRAY),
        fine=_style("fine", sans, 7.5, 10, textColor=GRAY),
        fine_ink=_style("fine_ink", sans, 7.5, 10),
        fine_head=_style("fine_head", sans, 8, 10.5, spaceBefore=6, spaceAfter=1),
        note=_style("note", sans, 7.5, 10, textColor=GRAY, spaceBefore=3, spaceAfter=4),
        indented_note=_style(
            "indented_note", sans, 7.5, 10, textColor=GRAY, leftIndent=column + 14, spaceBefore=2, spaceAfter=5
        ),
        vote=_style("vote", sans, 10, 13, alignment=1),
        hash=_style("hash", fonts.MONO, 7.5, 10.5),
    )
