"""What the contents, the dividers, the memo and the file itself say of a book."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

import pikepdf
import pytest

from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.memo import MemoText, memo_pdf
from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab

Maker = Callable[..., bytes]
Texts = Callable[[Path], list[str]]


def memo(_numbers: Mapping[str, str]) -> bytes:
    words = MemoText(
        "Plan for 2027", "Tab 1 · Cover memo", (("From", "Lena Ruiz"),), "Approve the plan.", "First.\nSecond.", "",
        "None known.", "Adopt.", "House",
    )  # fmt: skip
    return memo_pdf(words)


@pytest.fixture
def book(tmp_path: Path, paper: Maker) -> Path:
    papers = (
        Paper("1-A", "Plan", paper(2), presenter="Lena Ruiz"),
        Paper("1-B", "Outlook", paper(1), presenter="Bo Ek"),
    )
    plan = PacketPlan(
        "Larkfield & Sons, Inc.", "Board", "Meeting", "Larkfield Board",
        (Tab("1", "Decisions", papers, presenter="Lena Ruiz", memo=memo), Tab("2", "Close", (Paper("2-A", "P", paper(1)),))),
        subject="Packet", keywords="packet; board", created=datetime(2026, 11, 12, 9, 30),
    )  # fmt: skip
    report = build_packet(plan, tmp_path / "book.pdf")
    assert report.pages == 2 + 1 + 1 + 3 + 2
    return tmp_path / "book.pdf"


def test_the_contents_name_who_presents_each_once(book: Path, texts: Texts) -> None:
    contents = texts(book)[1]
    assert "Presenter" in contents
    assert contents.count("Lena Ruiz") == 1
    assert contents.count("Bo Ek") == 1


def test_without_presenters_there_is_no_column(tmp_path: Path, plan: Callable[..., PacketPlan], paper: Maker,
                                               texts: Texts) -> None:  # fmt: skip
    build_packet(plan(paper(1)), tmp_path / "book.pdf")
    assert "Presenter" not in texts(tmp_path / "book.pdf")[1]


def test_the_memo_stands_behind_its_divider_and_bears_no_letter(book: Path, texts: Texts) -> None:
    pages = texts(book)
    assert "Cover memo" in pages[1]
    assert "1-memo" not in "".join(pages)
    assert "Tab 1" in pages[2]
    for words in ("Plan for 2027", "What is asked", "Approve the plan.", "Background", "Second.", "Risk", "Adopt."):
        assert words in pages[3], words
    assert "Options" not in pages[3]
    assert "p. 4 of 9" in pages[3]
    assert "Page 1" in pages[4]


def test_the_file_says_what_it_is(book: Path) -> None:
    with pikepdf.open(book) as pdf:
        with pdf.open_metadata() as said:
            assert said["dc:title"] == "Board: Meeting"
            assert said["dc:creator"] == ["Larkfield & Sons, Inc."]
            assert said["dc:description"] == "Packet"
            assert said["pdf:Keywords"] == "packet; board"
            assert said["xmp:CreateDate"] == "2026-11-12T09:30:00"
            assert set(said["dc:language"]) == {"en-US"}
        assert str(pdf.docinfo["/Author"]) == "Larkfield & Sons, Inc."
        assert str(pdf.docinfo["/CreationDate"]) == "D:20261112093000"
