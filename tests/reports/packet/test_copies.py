"""One plan, many files: watermark, whose copy it is, encryption, prints; each paper is examined once for all."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Pdf

from boarddesk.reports.packet import shelf as shelf_module
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.plan import PacketPlan, Paper, Passwords, Reading, Tab
from boarddesk.reports.packet.shelf import Shelf
from boarddesk.reports.style import A4, LETTER

Maker = Callable[..., bytes]
MakePlan = Callable[..., PacketPlan]
Texts = Callable[[Path], list[str]]
FOOT = "Copy 2 of 11 · Ingrid Sørhaug"


def picture(path: Path, number: int, scale: float = 1.0) -> Any:
    with pypdfium2.PdfDocument(path) as pdf:
        page = pdf[number]
        seen = page.render(scale=scale, grayscale=True).to_pil()
        page.close()
        return seen


def test_every_page_bears_the_watermark_and_the_papers_the_foot(
    tmp_path: Path, plan: MakePlan, paper: Maker, texts: Texts
) -> None:
    build_packet(plan(paper(2), foot=FOOT, watermark="Ingrid Sørhaug", footer="House"), tmp_path / "book.pdf")
    pages = texts(tmp_path / "book.pdf")
    assert all("Ingrid Sørhaug" in text for text in pages)
    assert [FOOT in text for text in pages] == [False, False, False, True, True]
    assert [f"Page {n}" in pages[2 + n] for n in (1, 2)] == [True, True]
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        drawings = {page.obj.Resources.XObject["/BDMark"].objgen for page in pdf.pages}
    assert len(drawings) == 1


def test_two_readers_have_the_same_pages_and_other_marks(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    whole = plan(paper(1))
    for name in ("Ann Other", "Ben Other"):
        build_packet(replace(whole, watermark=name), tmp_path / f"{name[:3]}.pdf")
    a, b = (tmp_path / f"{name}.pdf" for name in ("Ann", "Ben"))
    with pikepdf.open(a) as one, pikepdf.open(b) as other:
        assert len(one.pages) == len(other.pages)
        assert one.pages[3].obj.Resources.XObject["/BDMark"].read_bytes() != (
            other.pages[3].obj.Resources.XObject["/BDMark"].read_bytes()
        )


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_foot_and_watermark_stand_right_as_seen(turn: int, tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    def bare(pdf: Pdf) -> None:
        page = pdf.pages[0].obj
        page.Rotate, page.UserUnit, page.CropBox = turn, 1.5, Array([30, 40, 430, 640])
        page.Contents = pdf.make_indirect(pikepdf.Stream(pdf, b""))

    build_packet(plan(paper(1, change=bare), foot=FOOT, watermark="MINE"), tmp_path / "book.pdf")
    seen = picture(tmp_path / "book.pdf", 3, 2.0)
    unit = 1.5 / 2  # the renderer does not know UserUnit
    dark = seen.point(lambda v: 255 if v < 150 else 0)
    top_cut = dark.crop((0, int(seen.height / 2), seen.width, seen.height)).getbbox()
    left, low = top_cut[0] * unit, (seen.height / 2 - top_cut[3]) * unit
    assert left == pytest.approx(60, abs=2)
    assert 8 < low < 14
    pale = seen.point(lambda v: 255 if 180 < v < 250 else 0)
    x0, y0, x1, y1 = pale.getbbox()
    assert (x0 + x1) / 2 == pytest.approx(seen.width / 2, abs=12)
    assert (y0 + y1) / 2 == pytest.approx(seen.height / 2, abs=12)


def test_a_paper_with_ink_at_its_foot_makes_room(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    low = paper(1, top=775)
    build_packet(plan(low), tmp_path / "without.pdf")
    build_packet(plan(low, foot=FOOT), tmp_path / "with.pdf")
    heights = []
    for name in ("without", "with"):
        seen = picture(tmp_path / f"{name}.pdf", 3)
        ink = seen.crop((0, 400, 612, 792)).point(lambda v: 255 if v < 200 else 0).getbbox()
        heights.append(ink[1] + 400)
    assert heights[0] > 774
    # The paper's own line now stands above what is stamped beneath it.
    assert heights[1] < 767


def test_an_encrypted_copy_opens_with_its_word_only(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    out = tmp_path / "book.pdf"
    report = build_packet(plan(paper(2), passwords=Passwords("geheim", printing=False)), out)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out)
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(out, password="other")
    with pikepdf.open(out, password="geheim") as pdf:
        assert pdf.encryption.R == 6
        assert pdf.encryption.bits == 256
        assert len(pdf.pages) == report.pages
        assert not pdf.allow.print_highres
        assert not pdf.allow.extract
        assert not pdf.owner_password_matched
    assert b"Larkfield" not in out.read_bytes()


def test_a_word_is_asked_for_where_a_copy_is_encrypted(tmp_path: Path, plan: MakePlan, paper: Maker) -> None:
    with pytest.raises(ValueError, match="without a word"):
        build_packet(plan(paper(1), passwords=Passwords("")), tmp_path / "book.pdf")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("locked", [None, Passwords("geheim")])
def test_a_print_begins_its_tabs_on_right_hand_pages(locked: Passwords | None, tmp_path: Path, paper: Maker) -> None:
    tabs = tuple(Tab(str(n), f"Matter {n}", (Paper(f"{n}-A", "P", paper(n)),)) for n in (1, 2, 3))
    plan = PacketPlan("C", "T", "S", "C Board", tabs, passwords=locked)
    word = "geheim" if locked else ""
    build_packet(replace(plan, reading=Reading(right_hand=True)), tmp_path / "single.pdf")
    with pikepdf.open(tmp_path / "single.pdf", password=word) as pdf:
        labels = [page.label for page in pdf.pages]
        assert labels == ["1", "2", "3", "4", "5", "6", "7", "", "8", "9", "10", "11"]
    build_packet(replace(plan, reading=Reading(two_up=True)), tmp_path / "two.pdf")
    with pikepdf.open(tmp_path / "two.pdf", password=word) as pdf:
        assert len(pdf.pages) == 6
        assert all(float(page.mediabox[2]) > float(page.mediabox[3]) for page in pdf.pages)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["single.pdf", "two.pdf"]


@pytest.mark.parametrize("sheet", [LETTER, A4])
def test_papers_are_brought_to_one_sheet(
    sheet: Any, tmp_path: Path, plan: MakePlan, paper: Maker, texts: Texts
) -> None:
    papers = (paper(1, (842, 1191)), paper(1, (1191, 842)), paper(1), paper(1, (200, 200)))
    build_packet(plan(*papers, scale_to=sheet, sheet=sheet), tmp_path / "book.pdf")
    with pypdfium2.PdfDocument(tmp_path / "book.pdf") as pdf:
        sizes = [tuple(round(n) for n in pdf.get_page_size(number)) for number in range(len(pdf))]
    upright, aside = (int(sheet.width), int(sheet.height)), (int(sheet.height), int(sheet.width))
    assert sizes == [upright] * 4 + [aside] + [upright] * 2
    assert all("Page 1" in text for text in texts(tmp_path / "book.pdf")[3:])


def test_a_shelf_examines_each_paper_once(
    tmp_path: Path, plan: MakePlan, paper: Maker, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    examine = shelf_module.examine_all

    def counted(requests: Any, *rest: Any) -> Any:
        asked.append(len(requests))
        return examine(requests, *rest)

    monkeypatch.setattr(shelf_module, "examine_all", counted)
    (tmp_path / "paper.pdf").write_bytes(paper(2))
    whole = plan(paper(1), tmp_path / "paper.pdf", b"no pdf")
    with Shelf() as shelf:
        for name in ("one", "two"):
            report = build_packet(replace(whole, watermark=name), tmp_path / f"{name}.pdf", shelf=shelf)
            assert [p.examined.verdict for p in report.papers] == ["used", "used", "refused"]
        (tmp_path / "paper.pdf").write_bytes(paper(3))
        assert build_packet(whole, tmp_path / "three.pdf", shelf=shelf).pages == report.pages + 1
        folder = shelf.folder
        assert folder.is_dir()
    assert asked == [3, 0, 1]
    assert not folder.exists()
