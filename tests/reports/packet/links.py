"""Follows every link and bookmark of a file by pdfium, a reader that had no part in writing it."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pikepdf import Array, Dictionary, Page
from pypdfium2 import raw

WEB, NOWHERE = -1, -2


@dataclass(frozen=True)
class Followed:
    """A link: its page, the words beneath it, and the page it leads to; all from 1. `top` is the height it shows."""

    page: int
    words: str
    target: int
    top: float | None = None


@dataclass(frozen=True)
class Opened:
    """A file as pdfium reads it: the words of its pages, its links, and its bookmarks with their pages."""

    texts: tuple[str, ...]
    links: tuple[Followed, ...]
    bookmarks: tuple[tuple[int, str, int], ...]

    def of(self, page: int) -> list[Followed]:
        """The links of a page, from 1."""
        return [link for link in self.links if link.page == page]


def opened(path: Path, password: str = "") -> Opened:
    """Read a file; every link that pdfium follows leads where the file itself says."""
    with pypdfium2.PdfDocument(path, password=password) as pdf:
        texts, links = [], []
        for number in range(len(pdf)):
            page = pdf[number]
            words = page.get_textpage()
            texts.append(_line(words.get_text_range()))
            links += _links(pdf, page, words, number + 1)
            words.close()
            page.close()
        bookmarks = tuple(
            (mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in pdf.get_toc(max_depth=30)
        )
    written = sorted(_written(path, password))
    assert sorted((link.page, link.target) for link in links) == written
    return Opened(tuple(texts), tuple(links), bookmarks)


def _links(pdf: Any, page: Any, words: Any, number: int) -> Iterator[Followed]:
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        box = raw.FS_RECTF()
        assert raw.FPDFLink_GetAnnotRect(link, ctypes.byref(box))
        beneath = _line(words.get_text_bounded(box.left, box.bottom, box.right, box.top))
        target, top = _target(pdf, link)
        yield Followed(number, beneath, target, top)


def _target(pdf: Any, link: Any) -> tuple[int, float | None]:
    place = raw.FPDFLink_GetDest(pdf, link)
    if not place:
        action = raw.FPDFLink_GetAction(link)
        if action and raw.FPDFAction_GetType(action) == raw.PDFACTION_URI:
            return WEB, None
        place = raw.FPDFAction_GetDest(pdf, action) if action else None
    if not place:
        return NOWHERE, None
    found = [ctypes.c_int() for _ in range(3)] + [ctypes.c_float() for _ in range(3)]
    raw.FPDFDest_GetLocationInPage(place, *map(ctypes.byref, found))
    return raw.FPDFDest_GetDestPageIndex(pdf, place) + 1, found[4].value if found[1].value else None


def _written(path: Path, password: str) -> Iterator[tuple[int, int]]:
    """The same links as another reader finds them: straight from the objects."""
    with pikepdf.open(path, password=password) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
        for number, page in enumerate(pdf.pages, 1):
            for note in page.obj.get("/Annots", []):
                if note.get("/Subtype") == "/Link":
                    yield number, _written_target(note, numbers)


def _written_target(note: Any, numbers: dict[tuple[int, int], int]) -> int:
    action = note.get("/A")
    if isinstance(action, Dictionary) and action.get("/S") == "/URI":
        assert not str(action.URI).startswith("packet:"), "a link of the house that leads nowhere"
        return WEB
    place = action.get("/D") if isinstance(action, Dictionary) else note.get("/Dest")
    # Plain places only: names belong to one document, and a book is of many.
    page = place[0] if isinstance(place, Array) else None
    return numbers[page.objgen] if isinstance(page, Dictionary | Page) else NOWHERE


def _line(text: str) -> str:
    return " ".join(text.replace("\ufffe", "").split())
