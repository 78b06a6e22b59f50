"""What is stamped on pages: "Larkfield Board · 3 Dec 2026 · p. 19 of 207" at the top, whose copy it is at the foot."""

from copy import copy
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from operator import itemgetter
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, Stream
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.packet.geometry import Box, View, inherited, moved_box, operands, view_of
from boarddesk.reports.packet.watermark import Watermark
from boarddesk.reports.style import GRAY, INK

SIZE, FOOT_SIZE = 8.5, 7.0
# Points as seen: baseline below the top edge, right margin, room around the words, height of the white patch.
BASELINE, MARGIN, AROUND, PATCH = 27.0, 54.0, 5.0, 15.0
BELOW = 4.0  # from the baseline down to the rule and the foot of the patch
FOOT_LEFT, FOOT_BASELINE = 60.0, 12.0
LEAST_MARGIN = 6.0
LOW_PAGE = 60.0  # points: below this height a page has a smaller stamp
INK_OPERANDS = operands(INK.red, INK.green, INK.blue)
GRAY_OPERANDS = operands(GRAY.red, GRAY.green, GRAY.blue)
ARTIFACT = "/Artifact <</Type /Pagination /Subtype /{}>> BDC\n"
FIGURES = str.maketrans("123456789", "000000000")


def stamp_text(prefix: str, number: str | int, total: int) -> str:
    """What a page's stamp says; "S-1" stands for itself."""
    said = str(number)
    page = f"p. {said}" if said[:1].isdecimal() else said
    return f"{prefix} · {page} of {total}" if total and page is not said else f"{prefix} · {page}"


@dataclass(frozen=True, slots=True)
class _Template:
    """The stamp of all pages that look alike and have as many digits: its content around the words, its place."""

    before: str
    after: str
    box: Box


def _template(view: View, width: float) -> _Template:
    # A page too narrow or too low for the words has a smaller stamp.
    share = min(1.0, max(view.width - 2 * LEAST_MARGIN, 1.0) / (width + 2 * AROUND), view.height / LOW_PAGE)
    right = view.width - min(MARGIN, max(LEAST_MARGIN, (view.width - width * share) / 2))
    x, y = right - width * share, view.height - BASELINE * share
    before = (
        f"{ARTIFACT.format('Header')}"
        f"q {operands(*view.matrix)} cm {operands(share, 0, 0, share, x, y)} cm\n"
        f"1 g {operands(-AROUND, -BELOW, width + 2 * AROUND, PATCH)} re f\n"
        f"{INK_OPERANDS} RG {INK_OPERANDS} rg 0.5 w {operands(0, -BELOW)} m {operands(width, -BELOW)} l S\nBT "
    )
    seen = (x - AROUND * share, y - BELOW * share, right + AROUND * share, y + (PATCH - BELOW) * share)
    x0, y0, x1, y1 = moved_box(view.matrix, seen)
    return _Template(before, " ET Q\nEMC", (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)))


def _foot(view: View, width: float) -> _Template:
    share = min(1.0, max(view.width - 2 * LEAST_MARGIN, 1.0) / width, view.height / LOW_PAGE)
    x = min(FOOT_LEFT, max(LEAST_MARGIN, (view.width - width * share) / 2))
    place = operands(share, 0, 0, share, x, FOOT_BASELINE * share)
    before = f"\n{ARTIFACT.format('Footer')}q {operands(*view.matrix)} cm {place} cm {GRAY_OPERANDS} rg BT "
    return _Template(before, " ET Q\nEMC", (0.0, 0.0, 0.0, 0.0))


class Stamper:
    """Stamps the pages of one book; its font is embedded once, its resource names are always the same."""

    def __init__(self, book: Pdf, prefix: str, total: int, foot: str = "", watermark: str = "") -> None:
        fonts.register()
        self.book, self.total = book, total
        self.prefix, self.foot = Escaper().plain(prefix), Escaper().plain(foot)
        self.watermark = Watermark(book, watermark) if watermark.strip() else None
        self._templates: dict[tuple[View, str], _Template] = {}
        self._around: dict[View, str] = {}
        self._feet: dict[View, _Template] = {}
        self._codes: dict[str, tuple[int, str]] = {}
        self._written: dict[str, str] = {}
        self._links: dict[Box, Any] = {}
        self._target: Any = None
        self._border: Any = None
        self._fonts = self._embedded()

    def stamp(self, page: Any, number: str | int, contents: Any = None, *, foot: bool = False) -> None:
        """Draw the stamp on a page dictionary of the book; a click leads to `contents`, the same page each time."""
        text = stamp_text(self.prefix, number, self.total)
        # Figures are tabular: all numbers with as many digits are as wide.
        key = (view_of(page), text.translate(FIGURES))
        if key not in self._templates:
            self._templates[key] = _template(key[0], fonts.width(text, fonts.SANS_BOLD, SIZE))
        template = self._templates[key]
        content = f"{template.before}{self._shown(page, text, SIZE)}{template.after}"
        if self.watermark is not None:
            content = f"{self._marked(page, key[0], self.watermark)}{content}"
        if foot and self.foot:
            content += self._footed(page, key[0])
        self._append(page, content)
        if contents is not None:
            self._link(page, template.box, contents)

    def mark(self, page: Any) -> None:
        """The watermark alone, where there is one."""
        if self.watermark is not None:
            self._append(page, self._marked(page, view_of(page), self.watermark))

    def _marked(self, page: Any, view: View, mark: Watermark) -> str:
        if view not in self._around:
            self._around[view] = mark.placed(view)
        name = self._name(page, "/XObject", "/BDMark", mark.drawing)
        return f"{ARTIFACT.format('Watermark')}q {self._around[view]} {name} Do Q\nEMC\n"

    def _footed(self, page: Any, view: View) -> str:
        if view not in self._feet:
            self._feet[view] = _foot(view, fonts.width(self.foot, fonts.SANS_BOLD, FOOT_SIZE))
        template = self._feet[view]
        return f"{template.before}{self._shown(page, self.foot, FOOT_SIZE)}{template.after}"

    def _embedded(self) -> dict[int, Any]:
        """The font's subsets that hold every character of the stamps, copied into the book."""
        out = BytesIO()
        canvas = Canvas(out, invariant=1, initialFontName=fonts.SANS_BOLD, initialFontSize=SIZE)
        font = pdfmetrics.getFont(fonts.SANS_BOLD)
        figures = f"{stamp_text(self.prefix, 1234567890, 1234567890)}-abcdefghijklmnopqrstuvwxyzS{self.foot}"
        characters = "".join(dict.fromkeys(figures))
        canvas.drawString(0, 0, characters)
        for character in characters:
            [(subset, code)] = font.splitString(character, canvas._doc)
            self._codes[character] = (subset, bytes(code).hex())
        self._written = {character: code for character, (_, code) in self._codes.items()}
        names = {subset: font.getSubsetInternalName(subset, canvas._doc) for subset, _ in self._codes.values()}
        canvas.save()
        # Stays open until the book is saved: the copies read from it only then.
        self._source = Pdf.open(out)
        known = self._source.pages[0].obj.Resources.Font
        return {subset: self.book.copy_foreign(known[name]) for subset, name in names.items()}

    def _shown(self, page: Any, text: str, size: float) -> str:
        if len(self._fonts) == 1:
            # Nearly always: one face holds all, and no letter has to be looked at on its own.
            [(subset, font)] = self._fonts.items()
            written = "".join(map(self._written.__getitem__, text))
            return f"{self._name(page, '/Font', f'/BDStamp{subset}', font)} {size} Tf <{written}> Tj"
        runs = groupby((self._codes[character] for character in text), key=itemgetter(0))
        return " ".join(
            f"{self._name(page, '/Font', f'/BDStamp{subset}', self._fonts[subset])} {size} Tf "
            f"<{''.join(code for _, code in run)}> Tj"
            for subset, run in runs
        )

    def _name(self, page: Any, kind: str, wish: str, thing: Any) -> str:
        """The name under which this page knows a font or a drawing; another where a paper uses that name itself."""
        resources = page.get("/Resources")
        if resources is None:
            resources = page["/Resources"] = inherited(page, "/Resources") or Dictionary()
            resources = page.Resources
        if not isinstance(resources.get(kind), Dictionary):
            resources[kind] = Dictionary()
        known, turn = resources[kind], 0
        while True:
            name = wish if not turn else f"{wish}-{turn}"
            there = known.get(name)
            if there is None:
                known[name] = thing
                return name
            if there.objgen == thing.objgen:
                return name
            turn += 1

    def _append(self, page: Any, content: str) -> None:
        stream = self.book.make_indirect(Stream(self.book, content.encode("ascii")))
        contents = page.get("/Contents")
        if isinstance(contents, Array):
            page.Contents = Array([*contents, stream])
        else:
            page.Contents = stream if contents is None else Array([contents, stream])

    def _link(self, page: Any, box: Box, target: Any) -> None:
        if self._target is None:
            # One destination and one border for all pages: thousands of small arrays less.
            self._target = self.book.make_indirect(Array([target, Name.Fit]))
            self._border = self.book.make_indirect(Array([0, 0, 0]))
        if box not in self._links:
            self._links[box] = Dictionary(
                Type=Name.Annot, Subtype=Name.Link, Rect=Array(box), Border=self._border, Dest=self._target
            )
        link = self.book.make_indirect(copy(self._links[box]))
        notes = page.get("/Annots")
        page.Annots = Array([*notes, link] if isinstance(notes, Array) else [link])
