"""Whole packets: in order, stamped, linked, the same bytes each time, and nothing half done."""

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Name, Pdf
from reportlab.pdfgen.canvas import Canvas

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.reports import fonts
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.dividers import _index_boxes
from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab
from boarddesk.reports.style import A4, LETTER

Maker = Callable[..., bytes]
MakePlan = Callable[..., PacketPlan]
Texts = Callable[[Path], list[str]]


def house_made(numbers: Mapping[str, str]) -> bytes:
    """One page that tells the numbers it was given, with a link to the first paper."""
    fonts.register()
    out = BytesIO()
    canvas = Canvas(out, pagesize=(612, 792), invariant=1, initialFontName=fonts.SANS)
    canvas.setFont(fonts.SANS, 9)
    canvas.drawString(60, 600, " ".join(f"{label}={page}" for label, page in sorted(numbers.items())))
    canvas.linkURL("packet:1-A", (60, 590, 200, 610), relative=0)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def page_of(pdf: Pdf, link: Any) -> int:
    return pikepdf.Page(link.Dest[0]).index + 1


def outline(pdf: Pdf, item: Any = None) -> list[Any]:
    """Titles with page numbers, nested."""
    found, item = [], pdf.Root.Outlines.First if item is None else item
    while item is not None:
        below = outline(pdf, item.First) if "/First" in item else []
        found.append([str(item.Title), page_of(pdf, item), *below])
        item = item.get("/Next")
    return found


def test_every_page_is_there_in_order_with_its_stamp(
    tmp_path: Path, plan: MakePlan, paper: Maker, texts: Texts
) -> None:
    report = build_packet(plan(paper(2), paper(3)), tmp_path / "book.pdf")
    assert report.pages == 8
    assert [(p.label, p.pages) for p in report.papers] == [("1-A", "4–5"), ("1-B", "6–8")]
    pages = texts(tmp_path / "book.pdf")
    assert "Larkfield Board" not in pages[0]
    for number, text in enumerate(pages[1:], 2):
        assert f"Larkfield Board · 3 Dec 2026 · p. {number} of 8" in text
    assert [re.search(r"Page \d", text).group() for text in pages[3:]] == [
        "Page 1",
        "Page 2",
        "Page 1",
        "Page 2",
        "Page 3",
    ]


def test_the_same_plan_gives_the_same_bytes(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    written = []
    for name in ("one.pdf", "two.pdf"):
        build_packet(plan(paper(2), paper(1, top=10)), tmp_path / name)
        written.append((tmp_path / name).read_bytes())
    assert written[0] == written[1]


def test_contents_bookmarks_and_stamps_lead_to_their_pages(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    def mark(pdf: Pdf) -> None:
        with pdf.open_outline() as own:
            own.root.append(pikepdf.OutlineItem("Section", 1))

    agenda = Paper("agenda", "Agenda", house_made)
    build_packet(plan(paper(1), paper(2, change=mark), front=(agenda,)), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        assert outline(pdf) == [
            ["Cover", 1],
            ["Contents", 2],
            ["Agenda", 3],
            ["Tab 1 · Reports", 4, ["1-A Paper 1", 5], ["1-B Paper 2", 6, ["Section", 7]]],
        ]
        assert [page_of(pdf, link) for link in pdf.pages[1].obj.Annots] == [3, 4, 5, 6]
        assert [page_of(pdf, link) for link in pdf.pages[2].obj.Annots] == [5, 2]
        assert [page_of(pdf, link) for link in pdf.pages[6].obj.Annots] == [2]


def test_house_made_pages_learn_their_numbers(tmp_path: Path, plan: MakePlan, paper: Maker, texts: Texts) -> None:
    build_packet(plan(Paper("1-A", "Agenda", house_made), paper(3)), tmp_path / "book.pdf")
    assert "1=3 1-A=4 1-B=5 contents=2" in texts(tmp_path / "book.pdf")[3]


def test_house_made_pages_may_not_grow_with_their_numbers(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    def growing(numbers: Mapping[str, str]) -> bytes:
        return paper(2 if numbers else 1)

    with pytest.raises(ValueError, match="another number of pages"):
        build_packet(plan(growing), tmp_path / "book.pdf")
    assert list(tmp_path.iterdir()) == []


def test_cover_and_contents_say_what_the_plan_says(tmp_path: Path, plan: MakePlan, paper: Maker, texts: Texts) -> None:
    locked = Paper("1-B", "Secret <b>paper</b> & more", b"no pdf", remark="draft 3")
    facts = (("Version", "2 · {pages} pages"), ("Copy", "2 of 11 · Ingrid Sørhaug"))
    report = build_packet(plan(paper(1), locked, facts=facts, footer="Confidential · copy 2"), tmp_path / "book.pdf")
    cover, contents, divider, *_ = texts(tmp_path / "book.pdf")
    assert "LARKFIELD SYSTEMS, INC." in cover
    assert "2 · 4 pages" in cover
    assert "Ingrid Sørhaug" in cover
    assert report.digest[:8] in cover
    assert "Secret <b>paper</b> & more (draft 3)" in contents
    assert "refused: it is no PDF and no picture (PNG, JPEG, TIFF, GIF, BMP, WebP)\n" in contents.replace("\r", "")
    assert "refused: it is no PDF" in divider
    assert "Confidential · copy 2" in divider
    assert [p.label for p in report.refused] == ["1-B"]
    assert [p.label for p in report.used] == ["1-A"]


def test_many_tabs_take_many_contents_pages(tmp_path: Path, paper: Maker, texts: Texts) -> None:
    content, title = paper(1), "A very long title that takes two lines at the least " * 3
    tabs = tuple(Tab(str(n), f"Matter {n}", (Paper(f"{n}-A", title, content),)) for n in range(1, 41))
    plan = PacketPlan("C", "T", "S", "C Board · 3 Dec 2026", tabs, sheet=A4)
    report = build_packet(plan, tmp_path / "book.pdf")
    contents_pages = report.pages - 1 - 80
    assert contents_pages > 2
    listed = texts(tmp_path / "book.pdf")[1 : 1 + contents_pages]
    assert all(text.count("A very long title") > 5 for text in listed[:-1])
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        pages = list(pdf.pages)[1 : 1 + contents_pages]
        links = [page_of(pdf, note) for page in pages for note in page.obj.Annots]
        assert [page for page in links if page != 2] == list(range(2 + contents_pages, report.pages + 1))


def test_sizes_and_forms_survive(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    def crop(pdf: Pdf) -> None:
        pdf.pages[0].obj.CropBox = Array([50, 50, 500, 700])
        pdf.pages[0].obj.Rotate = 90

    def field(pdf: Pdf) -> None:
        box = pikepdf.Dictionary(Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=pikepdf.String("pay"))
        box.Rect = Array([80, 80, 130, 100])
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(box)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pdf.pages[0].obj.Annots)

    papers = (paper(1, (842, 1191)), paper(1, change=crop), paper(1, change=field), paper(1, change=field), paper(1))
    build_packet(plan(*papers), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        boxes = [[float(n) for n in page.cropbox] for page in pdf.pages[3:]]
        assert boxes[:2] == [[0, 0, 842, 1191], [50, 50, 500, 700]]
        assert int(pdf.pages[4].obj.Rotate) == 90
        names = [str(f.T) for f in pdf.Root.AcroForm.Fields]
        assert len(set(names)) == 2
        assert names[0] == "pay"
        for page, widget in zip(pdf.pages[5:7], pdf.Root.AcroForm.Fields, strict=True):
            assert widget.objgen in [note.objgen for note in page.obj.Annots]


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_the_stamp_stands_at_the_upper_right_as_seen(turn: int, tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    def rotate(pdf: Pdf) -> None:
        pdf.pages[0].obj.Rotate = turn
        pdf.pages[0].obj.CropBox = Array([30, 40, 580, 760])
        pdf.pages[0].obj.UserUnit = 1.5
        pdf.pages[0].obj.Contents = pdf.make_indirect(pikepdf.Stream(pdf, b""))

    build_packet(plan(paper(1, change=rotate)), tmp_path / "book.pdf")
    with pypdfium2.PdfDocument(tmp_path / "book.pdf") as pdf:
        page = pdf[3]
        picture = page.render(scale=1, grayscale=True).to_pil()
        page.close()
    # The renderer does not know UserUnit: its pixels are 1.5 points wide.
    left, top, right, bottom = (1.5 * n for n in picture.point(lambda v: 255 if v < 200 else 0).getbbox())
    assert picture.width * 1.5 - right == pytest.approx(54, abs=2.5)
    assert 15 < top < bottom < 34
    assert right - left == pytest.approx(138, abs=6)


def test_a_packet_may_hold_a_packet(tmp_path: Path, plan: MakePlan, paper: Maker, texts: Texts) -> None:
    build_packet(plan(paper(1)), tmp_path / "inner.pdf")
    build_packet(plan(tmp_path / "inner.pdf"), tmp_path / "outer.pdf")
    last = texts(tmp_path / "outer.pdf")[-1]
    assert "p. 4 of 4" in last
    assert "p. 7 of 7" in last


def test_page_labels_title_and_language(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    build_packet(plan(paper(1), subject="Board packet", keywords="packet; board"), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        assert [page.label for page in pdf.pages] == ["1", "2", "3", "4"]
        assert str(pdf.docinfo["/Title"]) == "Board of Directors: Regular meeting"
        assert str(pdf.docinfo["/Author"]) == "Larkfield Systems, Inc."
        assert str(pdf.Root.Lang) == "en-US"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert pdf.Root.PageMode == Name.UseOutlines


def test_no_house_made_page_falls_back_on_helvetica(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    build_packet(plan(paper(1)), tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        faces = {str(font.BaseFont) for page in pdf.pages for font in page.obj.Resources.Font.values()}
    assert faces
    assert not [face for face in faces if "Helvetica" in face]


@pytest.mark.parametrize("when", ["Reading the papers", "Putting the book together", "Writing"])
def test_a_wish_to_stop_leaves_nothing(when: str, tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    progress = Progress()

    def watch(_done: int, _total: int, label: str) -> None:
        if label == when:
            progress.stop()

    progress.report = watch
    with pytest.raises(Cancelled):
        build_packet(plan(paper(110)), tmp_path / "book.pdf", progress)
    assert list(tmp_path.iterdir()) == []


def test_an_earlier_packet_stays_when_a_later_one_fails(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    out = tmp_path / "book.pdf"
    out.write_bytes(b"earlier")

    def broken(_numbers: Mapping[str, str]) -> bytes:
        raise RuntimeError

    with pytest.raises(RuntimeError):
        build_packet(plan(paper(1), broken), out)
    assert out.read_bytes() == b"earlier"


def test_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    with pytest.raises(UserError, match="could not be written"):
        build_packet(plan(paper(1)), tmp_path / "nowhere" / "book.pdf")


def test_the_index_of_a_divider_leads_to_the_tabs_of_its_stretch(tmp_path: Path, paper: Maker, texts: Texts) -> None:
    content = paper(1)
    tabs = tuple(Tab(str(n), f"Matter {n}", (Paper(f"{n}-A", "P", content),)) for n in range(1, 31))
    report = build_packet(PacketPlan("C", "T", "S", "C Board", tabs), tmp_path / "book.pdf")
    first = report.pages - 60 + 1
    dividers = {n: first + 2 * (n - 1) for n in range(1, 31)}
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        for here, stretch in ((1, range(1, 26)), (25, range(1, 26)), (27, range(26, 31))):
            links = [page_of(pdf, note) for note in pdf.pages[dividers[here] - 1].obj.Annots]
            assert links == [*(dividers[n] for n in stretch if n != here), 2]
    numbers = texts(tmp_path / "book.pdf")[dividers[27] - 1].split()
    assert {"26", "28", "29", "30"} <= set(numbers)
    assert "25" not in numbers


def test_the_contents_keep_a_tab_with_its_papers(tmp_path: Path, paper: Maker, texts: Texts) -> None:
    content = paper(1)
    tabs = tuple(
        Tab(str(n), f"Matter {n}.", tuple(Paper(f"{n}-{letter}", f"Paper {n}{letter}.", content) for letter in "ABC"))
        for n in range(1, 20)
    )
    report = build_packet(PacketPlan("C", "T", "S", "C Board", tabs), tmp_path / "book.pdf")
    contents = texts(tmp_path / "book.pdf")[1 : report.pages - 19 * 4]
    assert len(contents) > 2
    for n in range(1, 20):
        [page] = [text for text in contents if f"Matter {n}." in text]
        assert all(f"Paper {n}{letter}." in page for letter in "ABC")


def test_two_tabs_are_no_bars_down_the_page() -> None:
    two, many = _index_boxes(LETTER, 2), _index_boxes(LETTER, 12)
    assert two[0][3] == many[0][3]
    assert two[0][3] - two[1][1] < LETTER.height / 3
    assert many[0][3] - many[-1][1] > LETTER.height * 0.75
