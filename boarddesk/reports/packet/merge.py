"""Puts pages of many files into one book, in linear time: forms live, links and bookmarks lead to the copies."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from io import BytesIO
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pikepdf import Array, Dictionary, Name, Pdf, String

from boarddesk.reports.packet.geometry import Box, inherited
from boarddesk.reports.packet.repeated import Repeats
from boarddesk.reports.packet.verdict import LargeStream

PAGE_KEYS = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
# Pages under one node of the page tree: readers find a page in a few steps, not in thousands.
NODE = 64
SCHEME = "packet:"


class Book:
    """A PDF in the making; `pages` are its page dictionaries in order. Sources stay open until it is closed."""

    def __init__(self) -> None:
        self.pdf = Pdf.new()
        self.pages: list[Any] = []
        self._open = ExitStack()
        self._repeats = Repeats()
        self._no_border = Array([0, 0, 0])

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open.close()
        self.pdf.close()

    def copy(self, source: Path | bytes, streams: Sequence[LargeStream] = ()) -> tuple[list[Any], Any]:
        """Copy all pages of a file into the book's objects; the pages, and the file's own outline or None.

        Files are clean copies, whose pages inherit nothing; bytes are house-made. Of `streams`, those of the
        file that other files may bring alike, the book holds each but once.
        """
        opened = Pdf.open(BytesIO(source) if isinstance(source, bytes) else source)
        pdf = self._open.enter_context(opened)
        missing = self._repeats.take_out([page.obj for page in pdf.pages], streams) if streams else []
        pages: list[Any]
        if "/AcroForm" in pdf.Root or "/OCProperties" in pdf.Root:
            # Fields and layers need the library's care; it costs more with each page that came this way.
            before = len(self.pdf.pages)
            self.pdf.add_pages_from(pdf, outlines="ignore")
            pages = [page.obj for page in self.pdf.pages[before:]]
        else:
            if isinstance(source, bytes):
                for page in pdf.pages:
                    _settle(page.obj)
            pages = list(map(self.pdf.copy_foreign, (page.obj for page in pdf.pages)))
        self._repeats.put_in(pages, streams, missing)
        outline = pdf.Root.get("/Outlines")
        has_outline = isinstance(outline, Dictionary) and "/First" in outline
        return pages, self.pdf.copy_foreign(outline) if has_outline and outline is not None else None

    def finish(self) -> None:
        """Hang the pages into a page tree in their order."""
        nodes = []
        for start in range(0, len(self.pages), NODE):
            kids = self.pages[start : start + NODE]
            node = self.pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array(kids), Count=len(kids)))
            for page in kids:
                page.Parent = node
            nodes.append(node)
        root = self.pdf.Root.Pages
        root.Kids, root.Count = Array(nodes), len(self.pages)
        for node in nodes:
            node.Parent = root

    def link_inside(self, page: Any, targets: dict[str, Any]) -> None:
        """Turn the links `packet:KEY` of a house-made page into links to the pages named; those to nowhere go."""
        if "/Annots" in page:
            page.Annots = Array([note for note in page.Annots if self._leads(note, targets)])

    def _leads(self, note: Any, targets: dict[str, Any]) -> bool:
        action = note.get("/A")
        address = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
        if not address.startswith(SCHEME):
            return True
        target = targets.get(address.removeprefix(SCHEME))
        if target is None:
            # What it names is not in this file: readers would take it for a page of the web.
            return False
        del note["/A"]
        note.Dest = Array([target, Name.Fit])
        return True

    def link(self, page: Any, links: Sequence[tuple[Box, str]], targets: dict[str, Any]) -> None:
        """Give a house-made page links: a box in its own space, and the label of the page it leads to."""
        notes = [
            self.pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot,
                    Subtype=Name.Link,
                    Rect=Array(box),
                    Border=self._no_border,
                    Dest=Array([targets[label], Name.Fit]),
                )
            )
            for box, label in links
        ]
        if notes:
            page.Annots = Array([*page.get("/Annots", []), *notes])

    def describe(self, info: dict[str, str], created: datetime | None) -> None:
        """Title, author and so on; page labels equal to the stamped numbers; the title shown, not the file's name."""
        for key, value in info.items():
            if value:
                self.pdf.docinfo[key] = String(value)
        if created is not None:
            self.pdf.docinfo["/CreationDate"] = self.pdf.docinfo["/ModDate"] = String(f"D:{created:%Y%m%d%H%M%S}")
        root = self.pdf.Root
        root.Lang = String("en-US")
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))


def pages_in(made: bytes) -> int:
    """How many pages a file has."""
    with Pdf.open(BytesIO(made)) as pdf:
        return len(pdf.pages)


def info_of(source: bytes) -> dict[str, str]:
    """Title, author, subject and keywords of a house-made file; its days are left out."""
    with Pdf.open(BytesIO(source)) as pdf:
        return {key: str(value) for key, value in pdf.docinfo.items() if key not in ("/CreationDate", "/ModDate")}


def _settle(page: Any) -> None:
    """Give a page as its own what it inherits from the page tree, which stays behind."""
    for key in PAGE_KEYS:
        if key not in page:
            value = inherited(page, key)
            if value is not None:
                page[key] = value
