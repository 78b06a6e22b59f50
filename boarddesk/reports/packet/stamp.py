"""The stamp at the top right of every page: "Larkfield Board · 3 Dec 2026 · p. 19 of 207"."""

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
from boarddesk.reports.style import INK

SIZE = 8.5
# Points as seen: baseline below the top edge, right margin, room around the words, height of the white patch.
BASELINE, MARGIN, AROUND, PATCH = 27.0, 54.0, 5.0, 15.0
BELOW = 4.0  # from the baseline down to the rule and the foot of the patch
LEAST_MARGIN = 6.0
LOW_PAGE = 60.0  # points: below this height a page has a smaller stamp
INK_OPERANDS = operands(INK.red, INK.green, INK.blue)


def stamp_text(prefix: str, number: int, total: int) -> str:
    """What a page's stamp says."""
    return f"{prefix} · p. {number} of {total}"


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
        "/Artifact <</Type /Pagination /Subtype /Header>> BDC\n"
        f"q {operands(*view.matrix)} cm {operands(share, 0, 0, share, x, y)} cm\n"
        f"1 g {operands(-AROUND, -BELOW, width + 2 * AROUND, PATCH)} re f\n"
        f"{INK_OPERANDS} RG {INK_OPERANDS} rg 0.5 w {operands(0, -BELOW)} m {operands(width, -BELOW)} l S\nBT "
    )
    seen = (x - AROUND * share, y - BELOW * share, right + AROUND * share, y + (PATCH - BELOW) * share)
    x0, y0, x1, y1 = moved_box(view.matrix, seen)
    return _Template(before, " ET Q\nEMC", (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2)))


class Stamper:
    """Stamps the pages of one book; its font is embedded once, its resource names are always the same."""

    def __init__(self, book: Pdf, prefix: str, total: int) -> None:
        fonts.register()
        self.book, self.total = book, total
        self.prefix = Escaper().plain(prefix)
        self._templates: dict[tuple[View, int], _Template] = {}
        self._codes: dict[str, tuple[int, str]] = {}
        self._target: Any = None
        self._border: Any = None
        self._fonts = self._embedded()

    def stamp(self, page: Any, number: int, contents: Any = None) -> None:
        """Draw the stamp on a page dictionary of the book; a click leads to `contents`, the same page each time."""
        text = stamp_text(self.prefix, number, self.total)
        key = (view_of(page), len(text))
        if key not in self._templates:
            # Figures are tabular: all numbers with as many digits are as wide.
            self._templates[key] = _template(key[0], fonts.width(text, fonts.SANS_BOLD, SIZE))
        template = self._templates[key]
        content = f"{template.before}{self._shown(page, text)}{template.after}"
        self._append(page, self.book.make_indirect(Stream(self.book, content.encode("ascii"))))
        if contents is not None:
            self._link(page, template.box, contents)

    def _embedded(self) -> dict[int, Any]:
        """The font's subsets that hold every character of the stamps, copied into the book."""
        out = BytesIO()
        canvas = Canvas(out, invariant=1, initialFontName=fonts.SANS_BOLD, initialFontSize=SIZE)
        font = pdfmetrics.getFont(fonts.SANS_BOLD)
        characters = "".join(dict.fromkeys(stamp_text(self.prefix, 1234567890, 1234567890)))
        canvas.drawString(0, 0, characters)
        for character in characters:
            [(subset, code)] = font.splitString(character, canvas._doc)
            self._codes[character] = (subset, bytes(code).hex())
        names = {subset: font.getSubsetInternalName(subset, canvas._doc) for subset, _ in self._codes.values()}
        canvas.save()
        # Stays open until the book is saved: the copies read from it only then.
        self._source = Pdf.open(out)
        known = self._source.pages[0].obj.Resources.Font
        return {subset: self.book.copy_foreign(known[name]) for subset, name in names.items()}

    def _shown(self, page: Any, text: str) -> str:
        runs = groupby((self._codes[character] for character in text), key=itemgetter(0))
        return " ".join(
            f"{self._font_name(page, subset)} {SIZE} Tf <{''.join(code for _, code in run)}> Tj" for subset, run in runs
        )

    def _font_name(self, page: Any, subset: int) -> str:
        """The name under which this page knows the font; another only where a paper uses that name itself."""
        resources = page.get("/Resources")
        if resources is None:
            resources = page["/Resources"] = inherited(page, "/Resources") or Dictionary()
            resources = page.Resources
        if not isinstance(resources.get("/Font"), Dictionary):
            resources.Font = Dictionary()
        known, font, turn = resources.Font, self._fonts[subset], 0
        while True:
            name = f"/BDStamp{subset}" if not turn else f"/BDStamp{subset}-{turn}"
            there = known.get(name)
            if there is None:
                known[name] = font
                return name
            if there.objgen == font.objgen:
                return name
            turn += 1

    def _append(self, page: Any, stream: Any) -> None:
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
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array(box), Border=self._border, Dest=self._target)
        notes = page.get("/Annots")
        page.Annots = Array([*(notes if isinstance(notes, Array) else []), self.book.make_indirect(link)])
