"""Every link of a book goes where it says, and the book opens in every reader at hand."""

import shutil
import subprocess
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String
from PySide6.QtPdf import QPdfDocument, QPdfLinkModel
from reportlab.pdfgen.canvas import Canvas

from boarddesk.reports import fonts
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.memo import MemoText, memo_pdf
from boarddesk.reports.packet.plan import PacketPlan, Paper, Passwords, Tab
from boarddesk.reports.style import A4

Maker = Callable[..., bytes]
Texts = Callable[[Path], list[str]]
PAGES = 3


def paper_with_links(name: str, size: tuple[float, float] = (612, 792), *, top: float = 100, turn: int = 0) -> bytes:
    """Three pages; the first leads to the third by a plain, a named and an old named place and by an action."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=fonts.SANS)
    for number in range(1, PAGES + 1):
        canvas.setFont(fonts.SANS, 12)
        canvas.drawString(60, size[1] - top - 12, f"{name} page {number}")
        canvas.showPage()
    canvas.save()
    changed = BytesIO()
    with pikepdf.open(out) as pdf:
        target = Array([pdf.pages[2].obj, Name.XYZ, 60, size[1] - top, None])
        pdf.Root.Names = Dictionary(Dests=Dictionary(Names=Array([String("named"), Dictionary(D=target)])))
        pdf.Root.Dests = Dictionary(old=target)
        links = [
            Dictionary(Dest=target),
            Dictionary(Dest=String("named")),
            Dictionary(Dest=Name.old),
            Dictionary(A=Dictionary(S=Name.GoTo, D=String("named"))),
            Dictionary(A=Dictionary(S=Name.URI, URI=String("https://example.com/"))),
        ]
        for at, link in enumerate(links):
            link.Type, link.Subtype = Name.Annot, Name.Link
            link.Rect = Array([60, 300 + 20 * at, 160, 315 + 20 * at])
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(link) for link in links])
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem(f"{name} page 3", 2))
        for page in pdf.pages:
            page.obj.Rotate = turn
        pdf.save(changed)
    return changed.getvalue()


def agenda(numbers: Mapping[str, str]) -> bytes:
    """One page with a link to each tab."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1, initialFontName=fonts.SANS)
    for at, label in enumerate(("1", "2", "1-A", "2-B", "contents")):
        canvas.drawString(60, 600 - 20 * at, f"{label} p. {numbers.get(label, '–')}")
        canvas.linkURL(f"packet:{label}", (60, 595 - 20 * at, 200, 610 - 20 * at), relative=0)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def memo(_numbers: Mapping[str, str]) -> bytes:
    return memo_pdf(MemoText("Plan", ask="Approve."))


@pytest.fixture(params=["plain", "scaled", "withheld"])
def book(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, int]:
    """A book with every kind of link, and how many pages its papers have."""
    tabs = (
        Tab("1", "Reports", (Paper("1-A", "Low", paper_with_links("Low")),
                             Paper("1-B", "High", paper_with_links("High", top=5)))),
        Tab("2", "Decisions", (Paper("2-A", "Wide", paper_with_links("Wide", (842, 595), turn=90)),
                               Paper("2-B", "Large", paper_with_links("Large", (842, 1191), turn=270))), memo=memo),
    )  # fmt: skip
    options: dict[str, Any] = {"plain": {}, "scaled": {"scale_to": A4, "sheet": A4, "foot": "Copy 1", "watermark": "Me"},
                               "withheld": {"withheld": {"1-B": "Withheld"}}}[request.param]  # fmt: skip
    plan = PacketPlan("C", "Board", "Meeting", "C Board", tabs, front=(Paper("agenda", "Agenda", agenda),), **options)
    build_packet(plan, tmp_path / "book.pdf")
    return tmp_path / "book.pdf", 3 if request.param == "withheld" else 4


def places(pdf: Pdf) -> list[tuple[int, Any, Any]]:
    """Every link inside the book: its page, its rectangle, its destination."""
    found = []
    for at, page in enumerate(pdf.pages):
        for note in page.obj.get("/Annots", []):
            action = note.get("/A")
            if note.Subtype == "/Link" and (action is None or action.S == "/GoTo"):
                found.append((at, note.Rect, note.get("/Dest", action.D if action is not None else None)))
    return found


def test_every_link_goes_where_it_says(book: tuple[Path, int], texts: Texts) -> None:
    path, papers = book
    pages = texts(path)
    followed = 0
    with pikepdf.open(path) as pdf:
        contents = pikepdf.Page(pdf.pages[1].obj).index
        for at, rect, place in places(pdf):
            assert isinstance(place, Array)
            target = pikepdf.Page(place[0]).index
            said = _words(path, at, rect, pdf.pages[at])
            if " page 1" in pages[at] and "C Board" not in said:
                # A paper's own: to its third page, at the line there.
                assert pages[at].split(" page 1")[0].split()[-1] + " page 3" in pages[target]
                _is_at_the_line(path, target, place)
            elif "C Board · p." in said:
                assert target == contents
            else:
                assert _leads_to(said, target, pdf, pages), (at, said, target)
            followed += 1
    # A paper's four, the stamps', the contents' lines, the agenda's, the dividers'.
    assert followed >= 4 * papers + len(pages) - 2 + papers + 4


def _leads_to(said: str, target: int, pdf: Pdf, pages: list[str]) -> bool:
    """Whether the number that a line ends with, or the tab that it names, is the page's."""
    label = pdf.pages[target].label
    numbers = [word.split("–")[0] for word in said.replace("p.", " ").split() if word[:1].isdigit()]
    return label in numbers or f"Tab {said.strip()}" in pages[target] or said.strip() == "contents p. 2"


def _words(path: Path, at: int, rect: Any, page: pikepdf.Page) -> str:
    """What stands within a rectangle of a page."""
    del page
    with pypdfium2.PdfDocument(path) as pdf:
        seen = pdf[at]
        text = seen.get_textpage()
        x0, y0, x1, y1 = (float(n) for n in rect)
        try:
            return str(text.get_text_bounded(x0 - 2, y0 - 2, x1 + 2, y1 + 2))
        finally:
            text.close()
            seen.close()


def _is_at_the_line(path: Path, target: int, place: Any) -> None:
    """The place named is at the upper left of the words, wherever the page was moved."""
    x, y = float(place[2]), float(place[3])
    with pypdfium2.PdfDocument(path) as pdf:
        seen = pdf[target]
        text = seen.get_textpage()
        try:
            assert "page 3" in text.get_text_bounded(x - 3, y - 30, x + 200, y + 3)
        finally:
            text.close()
            seen.close()


def test_every_bookmark_goes_where_it_says(book: tuple[Path, int], texts: Texts) -> None:
    path, papers = book
    pages = texts(path)
    seen = []
    with pikepdf.open(path) as pdf:
        waiting = [pdf.Root.Outlines.First]
        while waiting:
            item = waiting.pop()
            title, target = str(item.Title), pikepdf.Page(item.Dest[0]).index
            seen.append(title)
            if title.endswith("page 3"):
                assert title in pages[target]
            elif title.startswith("Tab "):
                assert title.split(" · ")[1] in pages[target]
            elif title[:1].isdigit():
                assert f"{title.split()[1]} page 1" in pages[target]
            waiting += [item[key] for key in ("/Next", "/First") if key in item]
    assert len([title for title in seen if title.endswith("page 3")]) == papers
    assert {"Cover", "Contents", "Agenda", "Cover memo", "Tab 1 · Reports"} <= set(seen)


def test_every_page_leads_back_to_the_contents(book: tuple[Path, int]) -> None:
    with pikepdf.open(book[0]) as pdf:
        for page in list(pdf.pages)[2:]:
            assert 1 in [pikepdf.Page(note.Dest[0]).index for note in page.obj.Annots if "/Dest" in note]


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_no_fault(book: tuple[Path, int]) -> None:
    done = subprocess.run(["qpdf", "--check", str(book[0])], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_reader_finds_a_fault(book: tuple[Path, int]) -> None:
    path, _ = book
    with pikepdf.open(path) as pdf:
        assert pdf.check_pdf_syntax() == []
        pages = len(pdf.pages)
    qt = QPdfDocument()
    assert qt.load(str(path)) == QPdfDocument.Error.None_
    assert qt.pageCount() == pages
    assert [qt.pageLabel(n) for n in (0, 1)] == ["1", "2"]
    links = QPdfLinkModel()
    links.setDocument(qt)
    links.setPage(1)
    assert links.rowCount(links.index(-1, -1)) > 0
    qt.close()
    with pypdfium2.PdfDocument(path) as pdfium:
        assert len(pdfium) == pages
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True)
        assert done.stdout.count(b"\f") == pages
        assert done.stderr == b""


def test_an_encrypted_book_opens_in_every_reader(tmp_path: Path, plan: Callable[..., PacketPlan], paper: Maker) -> None:
    path = tmp_path / "book.pdf"
    report = build_packet(plan(paper(2), passwords=Passwords("geheim")), path)
    qt = QPdfDocument()
    qt.setPassword("geheim")
    assert qt.load(str(path)) == QPdfDocument.Error.None_
    assert qt.pageCount() == report.pages
    qt.close()
    with pypdfium2.PdfDocument(path, password="geheim") as pdfium:
        assert len(pdfium) == report.pages
    if shutil.which("pdftotext"):
        done = subprocess.run(["pdftotext", "-upw", "geheim", str(path), "-"], capture_output=True, check=True)
        assert b"Page 2" in done.stdout
