"""Papers brought to one sheet: whole, in the middle, undistorted, with what can be clicked on them."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from boarddesk.reports.packet.geometry import box_of, inverse, moved_box, view_of
from boarddesk.reports.packet.ink import reaches_top
from boarddesk.reports.packet.verdict import Examined
from tests.reports.packet.marks import SCALE, SQUARE, brought, ink_box, marked, picture

Examine = Callable[..., tuple[Examined, Path]]
Maker = Callable[..., bytes]
A4 = (595.0, 842.0)
SHAPES: list[dict[str, Any]] = [
    {},
    {"Rotate": 90},
    {"Rotate": 180},
    {"Rotate": 270},
    {"MediaBox": [0, 0, 1224, 792]},
    {"MediaBox": [-100, -50, 900, 1500], "CropBox": [0, 0, 612, 1008]},
    {"MediaBox": [0, 0, 900, 1000], "CropBox": [30, 20, 730, 900], "Rotate": 90},
    {"MediaBox": [0, 0, 612, 792], "UserUnit": 2.0},
    {"MediaBox": [10, 10, 810, 610], "UserUnit": 1.5, "Rotate": 270},
    {"MediaBox": [0, 0, 400, 580]},
]


def changed(content: bytes, change: Callable[[Pdf], None]) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def seen_size(content: bytes) -> tuple[float, float]:
    with pikepdf.open(BytesIO(content)) as pdf:
        view = view_of(pdf.pages[0].obj)
        return view.width, view.height


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("sheet", [A4, (612.0, 1008.0)])
def test_every_shape_of_page_comes_to_the_sheet(
    shape: dict[str, Any], sheet: tuple[float, float], examine: Examine
) -> None:
    content = marked(**shape)
    size = seen_size(content)
    wide, high = sheet if size[0] <= size[1] else sheet[::-1]
    verdict, clean = examine(content, sheet=sheet, as_it_is=True)
    assert (verdict.verdict, verdict.reduced) == ("used", False)
    assert picture(clean)[1:] == pytest.approx((wide, high), abs=1)
    where = brought(SQUARE, size, (0, 0, wide, high)) if (size != pytest.approx((wide, high), abs=1)) else SQUARE
    assert ink_box(clean) == pytest.approx(where, abs=1 / SCALE)
    with pikepdf.open(clean) as pdf:
        page = pdf.pages[0].obj
        assert pdf.pages[0].rotation == shape.get("Rotate", 0)
        link = box_of(page.Annots[0].Rect)
        assert link is not None
        assert moved_box(inverse(view_of(page).matrix), link) == pytest.approx(where, abs=0.1)


@pytest.mark.parametrize("size", [(612, 792), (611.3, 792.8), (792, 612)])
def test_a_page_of_that_size_is_untouched(size: tuple[float, float], paper: Maker, examine: Examine) -> None:
    content = paper(1, size)
    _, as_it_was = examine(content)
    before = as_it_was.read_bytes()
    _, clean = examine(content, sheet=(612.0, 792.0))
    assert clean.read_bytes() == before


def test_only_pages_of_another_size_are_moved(examine: Examine, texts: Callable[[Path], list[str]]) -> None:
    with pikepdf.new() as pdf:
        for size in ((612, 792), (420, 595), (842, 595)):
            pdf.add_blank_page(page_size=size)
        out = BytesIO()
        pdf.save(out)
    _, clean = examine(out.getvalue(), sheet=(612.0, 792.0))
    with pikepdf.open(clean) as pdf:
        assert [[float(n) for n in page.mediabox] for page in pdf.pages] == [
            [0, 0, 612, 792], [0, 0, 612, 792], [0, 0, 792, 612],
        ]  # fmt: skip


def test_words_stay_words(paper: Maker, examine: Examine, texts: Callable[[Path], list[str]]) -> None:
    _, clean = examine(paper(3, (842, 1191)), sheet=A4)
    assert [text.strip() for text in texts(clean)] == ["Page 1", "Page 2", "Page 3"]


def test_what_was_cut_off_stays_hidden(examine: Examine) -> None:
    """In the margin beside a narrow page, what its CropBox hid would come to light: ink and notes."""

    def hide(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_indirect(Stream(pdf, page.Contents.read_bytes() + b"\n320 100 60 60 re f"))
        look = Stream(pdf, b"0 0 60 60 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 60, 60]))
        stamp = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([320, 300, 380, 360]), F=4)
        stamp.AP = Dictionary(N=pdf.make_indirect(look))
        page.Annots = Array([pdf.make_indirect(stamp)])

    content = changed(marked(MediaBox=[0, 0, 500, 792], CropBox=[0, 0, 300, 792]), hide)
    _, clean = examine(content, sheet=(612.0, 792.0))
    assert ink_box(clean) == pytest.approx(brought(SQUARE, (300, 792), (0, 0, 612, 792)), abs=1 / SCALE)


@pytest.mark.parametrize("options", [{"sheet": (306.0, 396.0), "as_it_is": True}, {"look_at_ink": False}])
def test_patterns_move_with_the_shapes_that_they_fill(options: dict[str, Any], examine: Examine) -> None:
    """A pattern is laid out from the page's corner whatever its content moves: the color change shall come along."""

    def fill(pdf: Pdf) -> None:
        blend = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([1, 0, 0]), C1=Array([0, 0, 1]), N=1)
        # Red up to the middle of the page, blue from there on.
        shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Function=blend, Extend=Array([True, True]))
        shading.Coords = Array([305, 0, 307, 0])
        pattern = Dictionary(PatternType=2, Shading=pdf.make_indirect(shading))
        page = pdf.pages[0].obj
        page.Resources = Dictionary(Pattern=Dictionary(P=pdf.make_indirect(pattern)))
        page.Contents = pdf.make_indirect(Stream(pdf, b"/Pattern cs /P scn 206 300 200 200 re f"))

    _, clean = examine(changed(marked(), fill), **options)
    drawn, width, _ = picture(clean)
    left, top, right, bottom = drawn.convert("L").point(lambda gray: 255 * (gray < 128)).getbbox() or (0, 0, 0, 0)
    assert (left + right) / 2 == pytest.approx(width * SCALE / 2, abs=1)
    middle = (top + bottom) // 2
    assert drawn.getpixel((int(left + (right - left) * 0.45), middle)) == pytest.approx((255, 0, 0), abs=3)
    assert drawn.getpixel((int(left + (right - left) * 0.55), middle)) == pytest.approx((0, 0, 255), abs=3)


def test_fields_and_places_move_along(examine: Examine) -> None:
    def form(pdf: Pdf) -> None:
        look = Stream(pdf, b"0 0 100 20 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 100, 20]))
        field = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("a"), V=String("x"), F=4)
        field.Rect, field.AP = Array([100, 100, 200, 120]), Dictionary(N=pdf.make_indirect(look))
        own = Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("b"), DA=String("/Helv 0 Tf 0 g"))
        own.Rect = Array([100, 200, 200, 220])
        fields = Array([pdf.make_indirect(field), pdf.make_indirect(own)])
        pdf.Root.AcroForm = Dictionary(Fields=fields, DA=String("/Helv 12 Tf 0 g"))
        page = pdf.pages[0].obj
        page.Annots = fields
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Here", 0, "XYZ", left=100, top=1000))

    content = changed(marked(MediaBox=[0, 0, 1224, 1584]), form)
    _, clean = examine(content, sheet=(612.0, 792.0), as_it_is=True)
    with pikepdf.open(clean) as pdf:
        filled, empty = pdf.Root.AcroForm.Fields
        assert [float(n) for n in filled.Rect] == [50, 50, 100, 60]
        assert str(filled.DA) == "/Helv 6 Tf 0 g"
        assert str(empty.DA) == "/Helv 0 Tf 0 g"
        place = pdf.Root.Outlines.First
        place = place.Dest if "/Dest" in place else place.A.D
        assert [float(n) for n in list(place)[2:4]] == [50, 500]


def test_the_stamp_has_room_on_the_sheet(paper: Maker, examine: Examine) -> None:
    verdict, clean = examine(paper(1, (1224, 1584), top=40), sheet=(612.0, 792.0))
    assert verdict.reduced
    assert not reaches_top(clean)
    # Brought to a higher sheet, a page has its room without being reduced.
    verdict, clean = examine(paper(1, (612, 612), top=5), sheet=(612.0, 792.0))
    assert not verdict.reduced
    assert not reaches_top(clean)


def test_a_page_that_leaves_its_state_open_keeps_its_ink(examine: Examine) -> None:
    def leave_open(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Contents = pdf.make_indirect(Stream(pdf, b"q " + page.Contents.read_bytes()))

    _, clean = examine(changed(marked(), leave_open))
    assert ink_box(clean) == pytest.approx(SQUARE, abs=1 / SCALE)


def test_an_unreadable_part_of_a_page_takes_no_other_with_it(examine: Examine) -> None:
    def break_off(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        broken = Stream(pdf, b"")
        broken.write(b"not packed at all", filter=Name.FlateDecode)
        page.Resources = Dictionary(Pattern=Dictionary(P=Dictionary(PatternType=2)))
        page.Contents = Array([pdf.make_indirect(broken), page.Contents])

    _, clean = examine(changed(marked(), break_off), sheet=A4, as_it_is=True)
    assert ink_box(clean) == pytest.approx(brought(SQUARE, (612, 792), (0, 0, *A4)), abs=1 / SCALE)
