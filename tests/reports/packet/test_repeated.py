"""What papers bring alike stands in a book once; nothing that differs is ever merged, and every page keeps its own."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, Stream

from boarddesk.reports.packet.merge import Book
from boarddesk.reports.packet.prepare import prepare
from boarddesk.reports.packet.repeated import LEAST, large_streams
from boarddesk.reports.packet.verdict import Examined, Request

SIDE = 40
DRAWN = b"q 200 0 0 200 80 300 cm /Im0 Do Q"


def pixels(shade: int) -> bytes:
    return bytes((shade + 7 * n) % 256 for n in range(SIDE * SIDE))


def picture(pdf: Pdf, shade: int, **entries: Any) -> Any:
    """A gray picture as an object of its own."""
    stream = Stream(pdf, pixels(shade))
    stream.Type, stream.Subtype, stream.Width, stream.Height = Name.XObject, Name.Image, SIDE, SIDE
    stream.ColorSpace, stream.BitsPerComponent = Name.DeviceGray, 8
    for key, value in entries.items():
        stream[f"/{key}"] = value
    return pdf.make_indirect(stream)


def page_with(pdf: Pdf, *pictures: Any, shared: bool = False) -> Any:
    """A page that draws the first of these pictures."""
    page = pdf.add_blank_page(page_size=(612, 792)).obj
    resources = Dictionary(XObject=Dictionary({f"/Im{n}": one for n, one in enumerate(pictures)}))
    page.Resources = pdf.make_indirect(resources) if shared else resources
    page.Contents = pdf.make_indirect(Stream(pdf, DRAWN))
    return page


def paper_of(*shades: int, change: Callable[[Pdf], None] | None = None, **entries: Any) -> Pdf:
    pdf = Pdf.new()
    for shade in shades:
        page_with(pdf, picture(pdf, shade, **entries))
    if change is not None:
        change(pdf)
    return pdf


class Shelf:
    """Papers, examined and put into one book."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.papers = folder, list[tuple[Path, Examined]]()

    def add(self, pdf: Any, *, locked: bool = False, **options: Any) -> Examined:
        number = len(self.papers)
        source, prepared = self.folder / f"{number}.pdf", self.folder / f"{number}.clean.pdf"
        pdf.save(source, compress_streams=False, encryption=pikepdf.Encryption(owner="o") if locked else False)
        verdict = prepare(Request(source=str(source), prepared=str(prepared), **options), lambda: None)
        assert verdict.pages, verdict.reason
        self.papers.append((prepared, verdict))
        return verdict

    def book(self) -> Path:
        out = self.folder / "book.pdf"
        with Book() as book:
            for prepared, verdict in self.papers:
                book.pages += book.copy(prepared, verdict.streams)[0]
            book.finish()
            book.pdf.save(out)
        return out


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    return Shelf(tmp_path)


def kept(path: Path, kind: str = "/Image") -> int:
    """How many streams of a kind a file holds."""
    with pikepdf.open(path) as pdf:
        return sum(isinstance(one, Stream) and one.get("/Subtype") == kind for one in pdf.objects)


def seen(path: Path) -> list[bytes]:
    """Every page as a reader draws it."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [page.render(scale=0.25).to_pil().tobytes() for page in pdf]


def unchanged(shelf: Shelf, book: Path) -> bool:
    return seen(book) == [page for prepared, _ in shelf.papers for page in seen(prepared)]


def test_a_picture_of_many_papers_stands_in_the_book_once(shelf: Shelf) -> None:
    for _ in range(4):
        shelf.add(paper_of(1, 2, 1))
    book = shelf.book()
    assert kept(book) == 2
    assert unchanged(shelf, book)
    with pikepdf.open(book) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_a_paper_whose_author_locked_it_shares_too(shelf: Shelf) -> None:
    shelf.add(paper_of(1))
    shelf.add(paper_of(1), locked=True)
    book = shelf.book()
    assert kept(book) == 1
    assert unchanged(shelf, book)


def test_a_font_file_and_a_profile_stand_there_once(shelf: Shelf) -> None:
    def bring(pdf: Pdf) -> None:
        file = pdf.make_indirect(Stream(pdf, b"font" * LEAST))
        described = pdf.make_indirect(Dictionary(Type=Name.FontDescriptor, FontFile2=file, Flags=4))
        below = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, FontDescriptor=described))
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name("/A"), DescendantFonts=Array([below]))
        profile = pdf.make_indirect(Stream(pdf, b"icc!" * LEAST, N=1, Subtype=Name("/Image")))
        resources = pdf.pages[0].obj.Resources
        resources.Font = Dictionary(F1=pdf.make_indirect(font))
        resources.ColorSpace = Dictionary(CS0=Array([Name.ICCBased, profile]))

    for shade in (1, 2, 3):
        shelf.add(paper_of(shade, change=bring))
    with pikepdf.open(shelf.book()) as pdf:
        fonts = [page.obj.Resources.Font.F1.DescendantFonts[0].FontDescriptor.FontFile2 for page in pdf.pages]
        profiles = [page.obj.Resources.ColorSpace.CS0[1] for page in pdf.pages]
    assert len({one.objgen for one in fonts}) == len({one.objgen for one in profiles}) == 1


@pytest.mark.parametrize(
    "entries",
    [
        {"Decode": Array([1, 0])},
        {"Interpolate": True},
        {"ColorSpace": Name.CalGray},
        {"Intent": Name.Perceptual},
        {"Filter": Name.FlateDecode},
        {"StructParent": 0},
    ],
    ids=str,
)
def test_pictures_whose_entries_differ_are_two(entries: dict[str, Any], shelf: Shelf) -> None:
    shelf.add(paper_of(1))
    shelf.add(paper_of(1, **entries))
    assert kept(shelf.book()) == 2


def test_the_same_bytes_of_another_width_are_two(shelf: Shelf) -> None:
    shelf.add(paper_of(1))
    shelf.add(paper_of(1, Width=SIDE // 2, Height=SIDE * 2))
    book = shelf.book()
    assert kept(book) == 2
    assert unchanged(shelf, book)


@pytest.mark.parametrize(("other", "left"), [(5, 2), (6, 3)], ids=["same mask", "another mask"])
def test_pictures_are_the_same_only_with_the_same_mask(other: int, left: int, shelf: Shelf) -> None:
    for mask in (5, other):
        pdf = Pdf.new()
        page_with(pdf, picture(pdf, 1, SMask=picture(pdf, mask)))
        shelf.add(pdf)
    book = shelf.book()
    # With another mask the pictures are two and so are the masks.
    assert kept(book) == (2 if left == 2 else 4)
    assert unchanged(shelf, book)


def test_what_belongs_to_a_layer_of_its_own_paper_stays_with_it(shelf: Shelf) -> None:
    for _ in range(2):
        pdf = Pdf.new()
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=pikepdf.String("Draft")))
        page_with(pdf, picture(pdf, 1, OC=layer))
        shelf.add(pdf)
    assert kept(shelf.book()) == 2


def test_papers_with_fields_share_too(shelf: Shelf) -> None:
    def field(pdf: Pdf) -> None:
        box = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String("pay"), Rect=[0, 0, 9, 9])
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(box)])
        pdf.Root.AcroForm = Dictionary(Fields=pdf.pages[0].obj.Annots)

    for change in (field, None, field):
        shelf.add(paper_of(1, 2, change=change))
    book = shelf.book()
    assert kept(book) == 2
    assert unchanged(shelf, book)


def test_pictures_within_a_drawing_within_a_page_share(shelf: Shelf) -> None:
    for shade in (1, 2):
        pdf = Pdf.new()
        form = Stream(pdf, b"q 1 0 0 1 0 0 cm /Deep Do Q", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 1, 1])
        form.Resources = Dictionary(XObject=Dictionary(Deep=picture(pdf, 9)))
        page_with(pdf, pdf.make_indirect(form), picture(pdf, shade))
        shelf.add(pdf)
    book = shelf.book()
    assert kept(book) == 3
    assert unchanged(shelf, book)


def test_small_streams_and_papers_asked_for_facts_are_left_alone(shelf: Shelf) -> None:
    assert shelf.add(paper_of(1), facts=True).streams == ()
    pdf = Pdf.new()
    small = Stream(pdf, b"0" * (LEAST - 1), Type=Name.XObject, Subtype=Name.Image, Width=LEAST - 1, Height=1)
    page_with(pdf, pdf.make_indirect(small))
    assert large_streams(pdf) == ()


def test_a_drawing_that_holds_itself_ends_the_walk() -> None:
    pdf = Pdf.new()
    form = pdf.make_indirect(Stream(pdf, b"", Type=Name.XObject, Subtype=Name.Form))
    form.Resources = Dictionary(XObject=Dictionary(Self=form))
    masked = picture(pdf, 1)
    masked.SMask = masked
    page_with(pdf, form, masked)
    assert large_streams(pdf) == ()


PAGES = st.lists(st.tuples(st.lists(st.integers(0, 4), min_size=1, max_size=3), st.booleans()), min_size=1, max_size=4)


@given(papers=st.lists(st.tuples(PAGES, st.booleans()), min_size=1, max_size=4))
def test_whatever_papers_bring_every_page_keeps_its_pictures(
    papers: Sequence[tuple[Any, bool]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    shelf = Shelf(tmp_path_factory.mktemp("shelf"))
    wanted = []
    for pages, once in papers:
        pdf, pool = Pdf.new(), dict[int, Any]()
        for shades, shared in pages:
            # A paper holds a picture once, or each time anew, as careless writers do.
            drawn = [pool.setdefault(n, picture(pdf, n)) if once else picture(pdf, n) for n in shades]
            page_with(pdf, *drawn, shared=shared)
            wanted.append([pixels(n) for n in shades])
        shelf.add(pdf)
    book = shelf.book()
    with pikepdf.open(book) as pdf:
        there = [[one.read_bytes() for _, one in sorted(page.obj.Resources.XObject.items())] for page in pdf.pages]
    assert there == wanted
    assert kept(book) == len({shade for page in wanted for shade in page})
