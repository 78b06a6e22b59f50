"""The copy for the printer: tabs on right-hand pages, two pages side by side on a sheet."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, OutlineItem, Pdf, Stream, String

from boarddesk.common.errors import Cancelled
from boarddesk.common.progress import Progress
from boarddesk.reports.packet.geometry import view_of
from boarddesk.reports.packet.imposition import BETWEEN, EDGE, imposed
from boarddesk.reports.packet.plan import Reading
from tests.reports.packet.marks import SCALE, SQUARE, add_marked, brought, ink_box, picture

Maker = Callable[..., bytes]
Texts = Callable[[Path], list[str]]
RIGHT, TWO, BOTH = Reading(right_hand=True), Reading(two_up=True), Reading(two_up=True, right_hand=True)
LEFT_HALF = (EDGE, EDGE, 396 - BETWEEN / 2, 612 - EDGE)
RIGHT_HALF = (396 + BETWEEN / 2, EDGE, 792 - EDGE, 612 - EDGE)


@pytest.fixture
def impose(tmp_path: Path) -> Callable[..., Path]:
    def run(content: bytes, starts: list[int], reading: Reading, **options: Any) -> Path:
        source, target = tmp_path / "book.pdf", tmp_path / "copy.pdf"
        source.write_bytes(content)
        imposed(source, target, starts, reading, **options)
        with pikepdf.open(target, password=options.get("password", "")) as pdf:
            assert pdf.check_pdf_syntax() == []
        return target

    return run


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ([], [1, 2, 3, 4, 5]),
        ([1, 3, 5], [1, 2, 3, 4, 5]),
        ([2], [1, 0, 2, 3, 4, 5]),
        ([4, 2], [1, 0, 2, 3, 4, 5]),
        ([3, 4], [1, 2, 3, 0, 4, 5]),
        ([2, 3, 4, 5], [1, 0, 2, 0, 3, 0, 4, 0, 5]),
        ([9], [1, 2, 3, 4, 5]),
    ],
)
def test_tabs_start_on_right_hand_pages(
    starts: list[int], expected: list[int], paper: Maker, impose: Callable[..., Path], texts: Texts
) -> None:
    read = texts(impose(paper(5), starts, RIGHT))
    assert [int(text.split()[1]) if text.strip() else 0 for text in read] == expected
    assert all(read.index(f"Page {start}") % 2 == 0 for start in starts if start < 6)


def test_single_pages_keep_what_a_reader_uses(paper: Maker, impose: Callable[..., Path]) -> None:
    def book(pdf: Pdf) -> None:
        pages = [page.obj for page in pdf.pages]
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([9, 9, 99, 99]), Dest=Array([pages[3], Name.Fit])
        )
        pages[0].Annots = Array([pdf.make_indirect(link)])
        pages[1].MediaBox, pages[1].Rotate = Array([0, 0, 500, 700]), 90
        pdf.docinfo["/Title"] = String("The book")
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D), 3, Dictionary(P=String("3a"))]))
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Third", 2))

    target = impose(paper(4, change=book), [3, 4], RIGHT)
    with pikepdf.open(target) as pdf:
        assert [page.label for page in pdf.pages] == ["1", "2", "3", "", "3a"]
        assert str(pdf.docinfo["/Title"]) == "The book"
        assert pdf.pages[0].obj.Annots[0].Dest[0].objgen == pdf.pages[4].obj.objgen
        with pdf.open_outline() as outline:
            place = outline.root[0].destination
            assert isinstance(place, Array)
            assert place[0].objgen == pdf.pages[2].obj.objgen
    target = impose(paper(4, change=book), [3], RIGHT)
    assert [picture(target, number)[1:] for number in range(4)] == [(612, 792), (700, 500), (612, 792), (612, 792)]


def test_a_blank_page_is_as_large_as_the_one_before(impose: Callable[..., Path]) -> None:
    with pikepdf.new() as pdf:
        add_marked(pdf, MediaBox=[0, 0, 400, 700], Rotate=90, UserUnit=1.5)
        add_marked(pdf)
        target = impose(_saved(pdf), [2], RIGHT)
    with pikepdf.open(target) as pdf:
        views = [view_of(page.obj) for page in pdf.pages]
    assert [(view.width, view.height) for view in views] == [(1050, 600), (1050, 600), (612, 792)]


def _saved(pdf: Pdf) -> bytes:
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("reading", "starts", "expected"),
    [
        (TWO, [], ["1 2", "3 4", "5"]),
        (TWO, [2, 4], ["1 2", "3 4", "5"]),
        (BOTH, [], ["1", "2 3", "4 5"]),
        (BOTH, [2], ["1", "2", "3 4", "5"]),
    ],
)
def test_two_pages_stand_on_a_sheet(
    reading: Reading, starts: list[int], expected: list[str], paper: Maker, impose: Callable[..., Path], texts: Texts
) -> None:
    target = impose(paper(5), starts, reading)
    found = [" ".join(part for part in text.split() if part.isdigit()) for text in texts(target)]
    assert found == expected
    assert {picture(target, number)[1:] for number in range(len(found))} == {(792, 612)}
    # An odd page stands on the right where tabs shall, as in an open book.
    assert (ink_box(target)[0] > 396) is reading.right_hand


@pytest.mark.parametrize(
    ("shape", "size"),
    [
        ({}, (612, 792)),
        ({"Rotate": 90}, (792, 612)),
        ({"Rotate": 180}, (612, 792)),
        ({"Rotate": 270}, (792, 612)),
        ({"MediaBox": [-50, -70, 900, 1000], "CropBox": [10, 20, 622, 1028], "TrimBox": [0, 0, 300, 300]}, (612, 980)),
        ({"MediaBox": [0, 0, 900, 1000], "CropBox": [100, 50, 800, 950], "Rotate": 90}, (900, 700)),
        ({"UserUnit": 2.0}, (1224, 1584)),
        ({"MediaBox": [5, 5, 205, 605]}, (200, 600)),
    ],
)
def test_every_shape_of_page_stands_whole_on_its_half(
    shape: dict[str, Any], size: tuple[float, float], impose: Callable[..., Path]
) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(612, 792))
        add_marked(pdf, **shape)
        target = impose(_saved(pdf), [], TWO)
    assert ink_box(target) == pytest.approx(brought(SQUARE, size, RIGHT_HALF, enlarge=False), abs=1 / SCALE)


def test_what_was_cut_off_stays_hidden(impose: Callable[..., Path]) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(612, 792))
        add_marked(pdf)
        pdf.pages[1].obj.CropBox = Array([0, 0, 80, 792])
        left, _, right, _ = ink_box(impose(_saved(pdf), [], TWO))
    assert right - left == pytest.approx(20 * 588 / 792, abs=2 / SCALE)


def test_small_pages_are_not_enlarged_and_the_first_page_gives_the_sheet(impose: Callable[..., Path]) -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(842, 595))
        add_marked(pdf, MediaBox=[0, 0, 120, 560])
        target = impose(_saved(pdf), [], TWO)
    assert picture(target)[1:] == (842, 595)
    left, low, right, high = ink_box(target)
    assert (right - left, high - low) == pytest.approx((50, 50), abs=1 / SCALE)


def test_fields_and_notes_are_printed_hidden_ones_are_not(impose: Callable[..., Path]) -> None:
    def note(pdf: Pdf, rect: list[float], flags: int, **more: Any) -> Any:
        look = Stream(pdf, b"0 0 10 10 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 10, 10]))
        appearance = Dictionary(N=pdf.make_indirect(look))
        return pdf.make_indirect(Dictionary(Type=Name.Annot, Rect=Array(rect), F=flags, AP=appearance, **more))

    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(612, 792))
        page = pdf.pages[0].obj
        field = note(pdf, [100, 100, 200, 120], 4, Subtype=Name.Widget, FT=Name.Tx, T=String("f"), V=String("x"))
        hidden = note(pdf, [300, 300, 340, 340], 6, Subtype=Name.Stamp)
        for_screens = note(pdf, [400, 400, 440, 440], 0, Subtype=Name.Stamp)
        page.Annots, pdf.Root.AcroForm = Array([field, hidden, for_screens]), Dictionary(Fields=Array([field]))
        target = impose(_saved(pdf), [], TWO)
    assert ink_box(target) == pytest.approx(brought((100, 100, 200, 120), (612, 792), LEFT_HALF), abs=1 / SCALE)
    with pikepdf.open(target) as pdf:
        assert "/AcroForm" not in pdf.Root
        assert "/Annots" not in pdf.pages[0].obj


def test_layers_that_do_not_show_do_not_print(impose: Callable[..., Path]) -> None:
    with pikepdf.new() as pdf:
        page = add_marked(pdf)
        layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Draft")))
        page.Resources = Dictionary(Properties=Dictionary(L=layer))
        content = page.Contents.read_bytes() + b" /OC /L BDC 300 100 99 99 re f EMC"
        page.Contents = pdf.make_indirect(Stream(pdf, content))
        pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
        target = impose(_saved(pdf), [], TWO)
    assert ink_box(target) == pytest.approx(brought(SQUARE, (612, 792), LEFT_HALF), abs=1 / SCALE)


def test_of_two_pages_on_a_sheet_only_what_is_seen_is_left(paper: Maker, impose: Callable[..., Path]) -> None:
    def book(pdf: Pdf) -> None:
        pdf.docinfo["/Title"] = String("The book")
        pdf.attachments["plan.xlsx"] = b"bytes"
        pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.D)]))
        with pdf.open_outline() as outline:
            outline.root.append(OutlineItem("Third", 2))

    target = impose(paper(200, change=book), [], TWO)
    with pikepdf.open(target) as pdf:
        assert set(pdf.Root.keys()) == {"/Type", "/Pages"}
        assert str(pdf.docinfo["/Title"]) == "The book"
        assert len(pdf.pages) == 100
        assert sum(1 for item in pdf.objects if isinstance(item, Dictionary) and item.get("/Type") == Name.Page) == 100


def test_the_same_book_gives_the_same_bytes(paper: Maker, impose: Callable[..., Path]) -> None:
    assert impose(paper(3), [2], BOTH).read_bytes() == impose(paper(3), [2], BOTH).read_bytes()


def test_a_locked_book_gives_a_locked_copy(paper: Maker, impose: Callable[..., Path], tmp_path: Path) -> None:
    key = pikepdf.Encryption(user="word", owner="other")
    with pikepdf.open(impose(paper(2), [], RIGHT)) as pdf:
        pdf.save(tmp_path / "locked.pdf", encryption=key)
    target = impose((tmp_path / "locked.pdf").read_bytes(), [2], RIGHT, password="word", encryption=key)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(target)


def test_the_work_can_be_stopped(paper: Maker, impose: Callable[..., Path]) -> None:
    seen: list[int] = []
    impose(paper(50), [], TWO, progress=Progress(lambda done, total, _: seen.append(100 * done // total)))
    assert seen == sorted(seen)
    assert seen[-1] == 100
    for reading in (RIGHT, TWO):
        with pytest.raises(Cancelled):
            impose(paper(2), [], reading, progress=Progress(stop_wanted=True))
