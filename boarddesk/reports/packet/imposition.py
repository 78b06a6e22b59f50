"""Makes the copy for the printer of a finished book: tabs on right-hand pages, two pages side by side on a sheet."""

from collections.abc import Sequence
from io import BufferedWriter
from pathlib import Path
from typing import Any, BinaryIO, cast

from pikepdf import Array, Dictionary, Encryption, Name, Page, Pdf, Stream

from boarddesk.common.progress import Progress
from boarddesk.reports.packet.geometry import LETTER_BOX, Box, operands, view_of
from boarddesk.reports.packet.moving import drawing, fitted
from boarddesk.reports.packet.numbering import page_labels
from boarddesk.reports.packet.plan import Reading
from boarddesk.reports.packet.sink import Sink

# Points that printers leave white at the edge of a sheet, and between two pages.
EDGE = 12.0
BETWEEN = 12.0
NODE = 64  # pages under one node of the page tree
STEP = 20
LAID, WRITTEN = 70, 100  # shares of the whole, in percent
LAYING, WRITING = "Laying out the sheets", "Writing the copy for the printer"
# What still holds of a document whose pages became drawings; layers decide what of them is printed.
KEPT = {"/Type", "/Pages", "/OCProperties", "/Lang", "/ViewerPreferences", "/Metadata", "/Version", "/Extensions"}
BUFFER = 2**20

Slots = list[Page | None]
"""Pages in order; None is a blank one."""


def imposed(
    source: Path,
    target: Path,
    starts: Sequence[int],
    reading: Reading,
    progress: Progress | None = None,
    *,
    password: str = "",
    encryption: Encryption | None = None,
) -> None:
    """Write to `target` the copy for the printer of the book in `source`, which `password` opens where it asks for one.

    With `right_hand`, each page whose number is in `starts` (from 1) becomes an odd page, by a blank one before it
    where needed. With `two_up`, two pages stand on a landscape sheet; where both are asked for, odd pages stand on
    the right, as in an open book, so that the left half of the first sheet is blank.
    Single pages keep links, bookmarks, fields and page labels; of two pages on a sheet only what is seen is left.
    `encryption` is that of the copy.
    """
    progress = progress or Progress()
    with Pdf.open(source, password=password) as pdf:
        slots = with_blanks(list(pdf.pages), set(starts) if reading.right_hand else set())
        if reading.two_up:
            _two_up(pdf, [None, *slots] if reading.right_hand else slots, progress)
        else:
            _put_blanks(pdf, slots)
        _save(pdf, target, encryption, progress)


def with_blanks(pages: Sequence[Page], starts: set[int]) -> Slots:
    """The pages with a blank one before each that starts a tab and would be an even one."""
    slots: Slots = []
    for number, page in enumerate(pages, 1):
        if number in starts and len(slots) % 2:
            slots.append(None)
        slots.append(page)
    return slots


def _put_blanks(pdf: Pdf, slots: Slots) -> None:
    """Add the blank pages, each of the size of the page before it, without a label; all others keep theirs."""
    if None not in slots:
        return
    labels = [page.label if page is not None else "" for page in slots]
    for at, page in enumerate(slots):
        if page is None:
            # A start that is even has a page before it, and never a blank one.
            before = view_of(pdf.pages[at - 1].obj)
            blank = Dictionary(Type=Name.Page, Resources=Dictionary())
            blank.MediaBox = Array([0, 0, before.width, before.height])
            pdf.pages.insert(at, Page(pdf.make_indirect(blank)))
    pdf.Root.PageLabels = page_labels(labels)


def _two_up(pdf: Pdf, slots: Slots, progress: Progress) -> None:
    """Replace all pages by sheets of two."""
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and bool(form.get("/NeedAppearances", False)):
        pdf.generate_appearance_streams()
    # Fields and notes become part of their pages, as far as they are for print.
    pdf.flatten_annotations("print")
    for page in pdf.pages:
        if "/Annots" in page.obj:
            # What is not for print: the pages as such are left behind, and with them links and hidden fields.
            del page.obj["/Annots"]
    first = view_of(pdf.pages[0].obj) if len(pdf.pages) else None
    short, long = sorted((first.width, first.height)) if first else LETTER_BOX[2:]
    halves = _halves(long, short)
    sheets = []
    for at in range(0, len(slots), 2):
        if not at % STEP:
            progress.step(LAID * at // len(slots), WRITTEN, LAYING)
        sheets.append(_sheet(pdf, (0.0, 0.0, long, short), list(zip(halves, slots[at : at + 2], strict=False))))
    for key in set(pdf.Root.keys()) - KEPT:
        del pdf.Root[key]
    _hang(pdf, sheets)


def _halves(wide: float, high: float) -> tuple[Box, Box]:
    middle = wide / 2
    return (
        (EDGE, EDGE, middle - BETWEEN / 2, high - EDGE),
        (middle + BETWEEN / 2, EDGE, wide - EDGE, high - EDGE),
    )


def _sheet(pdf: Pdf, box: Box, halves: list[tuple[Box, Page | None]]) -> Any:
    forms, content = Dictionary(), []
    for number, (half, page) in enumerate(halves, 1):
        if page is not None:
            # A page is never larger on its half than it was.
            matrix = fitted(view_of(page.obj), half, enlarge=False)
            forms[f"/P{number}"] = drawing(pdf, page)
            content.append(f"q {operands(*matrix)} cm /P{number} Do Q\n")
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Page,
            MediaBox=Array(box),
            Resources=Dictionary(XObject=forms),
            Contents=pdf.make_indirect(Stream(pdf, "".join(content).encode())),
        )
    )


def _hang(pdf: Pdf, sheets: list[Any]) -> None:
    """Make the sheets the only pages."""
    root = pdf.make_indirect(Dictionary(Type=Name.Pages, Count=len(sheets)))
    nodes = []
    for start in range(0, len(sheets), NODE):
        kids = sheets[start : start + NODE]
        node = pdf.make_indirect(Dictionary(Type=Name.Pages, Parent=root, Kids=Array(kids), Count=len(kids)))
        for sheet in kids:
            sheet.Parent = node
        nodes.append(node)
    root.Kids = Array(nodes)
    pdf.Root.Pages = root


def _save(pdf: Pdf, target: Path, encryption: Encryption | None, progress: Progress) -> None:
    def written(percent: int) -> None:
        progress.step(LAID + (WRITTEN - LAID) * percent // 100, WRITTEN, WRITING)

    with Sink(target) as sink, BufferedWriter(cast("Any", sink), BUFFER) as out:
        pdf.save(
            cast("BinaryIO", out),
            deterministic_id=encryption is None,
            encryption=encryption or False,
            progress=written,
        )
