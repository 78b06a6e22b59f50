"""Real difficult PDFs: each is used, repaired or refused with its reason; none hangs; pages, sizes and texts stay."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest

from boarddesk.reports.packet import prepare
from boarddesk.reports.packet.build import PacketReport, build_packet
from boarddesk.reports.packet.geometry import view_of
from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab

FOLDER = Path(__file__).parents[3].parent / "shared" / "data" / "pdf-ugly"
pytestmark = pytest.mark.skipif(not FOLDER.is_dir(), reason="../shared/data/pdf-ugly is not beside this checkout")

OWN_PAGES = 1 + 3 + 1  # cover, contents, divider
REASONS = {
    "damaged-unreadable": "It is damaged beyond repair",
    "not-a-pdf": "It is no PDF and no picture",
    "zero-pages": "It has no pages.",
    "encrypted-user-password": prepare.NEEDS_PASSWORD,
}


def rows() -> list[dict[str, Any]]:
    return list(json.loads((FOLDER / "MANIFEST.json").read_text(encoding="utf-8")))


def plan(passwords: bool) -> PacketPlan:
    papers = tuple(
        Paper(str(n), row["file"], FOLDER / row["file"], password=(row["password"] or "") if passwords else "")
        for n, row in enumerate(rows())
    )
    return PacketPlan("C", "Board", "All", "C Board · 3 Dec 2026", (Tab("1", "Papers", papers),))


@pytest.fixture(scope="module", params=[True, False], ids=["with passwords", "without"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[bool, PacketReport]:
    out = tmp_path_factory.mktemp("ugly") / "book.pdf"
    return request.param, build_packet(plan(request.param), out)


def test_each_has_its_verdict_and_reason(built: tuple[bool, PacketReport]) -> None:
    passwords, report = built
    for row, paper in zip(rows(), report.papers, strict=True):
        verdict, category = paper.examined, row["category"]
        opens = row["opens_without_password"] or (passwords and row["password"])
        dynamic = "only Adobe's own software" in verdict.reason
        if row["pages"] and opens and not dynamic:
            assert verdict.verdict in {"used", "repaired"}, row["file"]
            assert verdict.pages == row["pages"], row["file"]
        else:
            assert verdict.verdict == "refused", row["file"]
            assert dynamic or verdict.reason.startswith(REASONS.get(category, "Its list of pages")), row["file"]
        # The warnings of a file called "linearized" are about that, not about what it holds.
        if "warnings" in row["features"] and verdict.pages and category != "linearized":
            assert verdict.verdict == "repaired", row["file"]
    print({kind: len(report.with_verdict(kind)) for kind in ("used", "repaired", "refused")})


def test_what_does_not_belong_is_told(built: tuple[bool, PacketReport]) -> None:
    _, report = built
    for row, paper in zip(rows(), report.papers, strict=True):
        if not paper.examined.pages:
            continue
        told = " ".join(paper.examined.dropped)
        for feature, word in (("attachments", "attached file"), ("js", "script")):
            assert word in told or feature not in row["features"], row["file"]
        if row["category"] == "encrypted-owner-only" and not all(row["permissions"].values()):
            assert prepare.RESTRICTED in paper.examined.notes


def test_the_book_holds_every_page_at_its_size(built: tuple[bool, PacketReport]) -> None:
    passwords, report = built
    with pikepdf.open(report.path) as book:
        papers = sum(paper.examined.pages for paper in report.papers)
        assert len(book.pages) == report.pages == papers + OWN_PAGES
        for key in ("/OpenAction", "/AA", "/Names"):
            assert key not in book.Root
        at = OWN_PAGES
        for row, paper in zip(rows(), report.papers, strict=True):
            if not paper.examined.pages:
                continue
            assert paper.pages.split("–")[0] == str(at + 1)
            with pikepdf.open(FOLDER / row["file"], password=row["password"] or "" if passwords else "") as source:
                for page in source.pages:
                    seen, there = view_of(page.obj), view_of(book.pages[at].obj)
                    assert (seen.width, seen.height) == pytest.approx((there.width, there.height)), row["file"]
                    at += 1


def words(path: Path, numbers: range, password: str | None) -> list[str]:
    with pypdfium2.PdfDocument(path, password=password) as pdf:
        return [_words(pdf[number]) for number in numbers]


def _words(page: pypdfium2.PdfPage) -> str:
    text = page.get_textpage()
    try:
        return "".join(text.get_text_bounded().split())
    finally:
        text.close()
        page.close()


def test_the_texts_are_those_of_the_originals(built: tuple[bool, PacketReport]) -> None:
    passwords, report = built
    compared = 0
    for row, paper in zip(rows(), report.papers, strict=True):
        unsized = prepare.UNSIZED in paper.examined.reason
        if not paper.examined.pages or row["pdfium_pages"] != row["pages"] or unsized:
            continue
        first = int(paper.pages.split("–")[0]) - 1
        theirs = words(FOLDER / row["file"], range(row["pages"]), row["password"] if passwords else None)
        ours = words(report.path, range(first, first + row["pages"]), None)
        for before, after in zip(theirs, ours, strict=True):
            assert _without_stamp(after, report.pages) == before, row["file"]
            compared += bool(before)
    assert compared > 250


def _without_stamp(text: str, total: int) -> str:
    head, found, tail = text.rpartition("CBoard·3Dec2026·p.")
    assert found
    return head + tail.partition(f"of{total}")[2]


def test_no_page_of_the_book_breaks_a_reader(
    built: tuple[bool, PacketReport], texts: Callable[[Path], list[str]]
) -> None:
    _, report = built
    assert len(texts(report.path)) == report.pages
    with pikepdf.open(report.path) as book:
        assert book.get_warnings() == []
