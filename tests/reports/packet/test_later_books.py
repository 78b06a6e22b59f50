"""A book that follows another moves no page number; a supplement bears the numbers of the book, its sheet S-1."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf

from boarddesk.reports.packet.build import PacketReport, build_packet
from boarddesk.reports.packet.change_sheet import Change, ChangeSheet, Version
from boarddesk.reports.packet.plan import PacketPlan, Paper, Tab

Maker = Callable[..., bytes]
Texts = Callable[[Path], list[str]]


def plan_of(*tabs: Tab) -> PacketPlan:
    return PacketPlan("C", "Board", "Meeting", "C Board", tabs, facts=(("Pages", "{pages}"),))


def numbers(report: PacketReport, label: str) -> list[tuple[str, int]]:
    return [(place.first, place.pages) for place in report.placed if place.label == label]


def test_late_and_longer_papers_move_nothing(tmp_path: Path, paper: Maker, texts: Texts) -> None:
    two = Tab("2", "Decisions", (Paper("2-A", "Plan", paper(2)), Paper("2-B", "Memorandum", paper(3))))
    before = plan_of(Tab("1", "Reports", (Paper("1-A", "Report", paper(2)),)), two)
    first = build_packet(before, tmp_path / "first.pdf")
    assert numbers(first, "2-B") == [("9", 3)]
    papers = (replace(two.papers[0], content=paper(3)), Paper("2-C", "Late paper", paper(2)),
              replace(two.papers[1], content=paper(1)))  # fmt: skip
    after = replace(
        before, tabs=(before.tabs[0], replace(two, papers=papers), Tab("3", "New tab", (Paper("3-A", "P", paper(1)),)))
    )
    later = build_packet(replace(after, former=first.placed), tmp_path / "later.pdf")
    assert numbers(later, "2-A") == [("7", 2), ("8a", 1)]
    assert numbers(later, "2-C") == [("8b", 2)]
    assert numbers(later, "2-B") == [("9", 1)]
    assert numbers(later, "3") == [("9a", 1)]
    assert numbers(later, "3-A") == [("9b", 1)]
    pages = texts(tmp_path / "later.pdf")
    labels = ["1", "2", "3", "4", "5", "6", "7", "8", "8a", "8b", "8c", "9", "9a", "9b"]
    with pikepdf.open(tmp_path / "later.pdf") as pdf:
        assert [page.label for page in pdf.pages] == labels
    # The last number of the first book stays the last.
    assert all(f"p. {label} of 11" in text for label, text in list(zip(labels, pages, strict=True))[1:])
    assert "7–8, 8a" in pages[1]
    assert "8b–8c" in pages[1]
    assert "have letters" in pages[1]
    again = build_packet(replace(after, former=later.placed), tmp_path / "again.pdf")
    assert again.placed == later.placed


def test_a_supplement_is_its_sheet_and_the_pages_that_are_new(tmp_path: Path, paper: Maker, texts: Texts) -> None:
    sheet = ChangeSheet(
        "Board book", "Supplement No. 1", "Issued December 1, 2026.",
        (Change("replace", "2-A", "60–61", "Performance", "Corrected."), Change("add", "4-B", "128a–128b", "Plan"),
         Change("remove", "1-A", "5", "Agenda, second page")),
        filing="Exchange pages 60–61.", versions=(Version("2", "24 Nov 2026", "207", "ab" * 32),
                                                  Version("3", "1 Dec 2026", "208", "cd" * 32)),
        versions_note="Version 1 was a trial.", sending="Sent to all.", footer="Confidential",
    )  # fmt: skip
    plan = PacketPlan(
        "C", "Board", "Meeting", "C Board · Supplement 1",
        (Tab("2", "Reports", (Paper("2-A", "Performance", paper(2), numbered="60"),), divider=False),
         Tab("4", "Decisions", (Paper("4-B", "Plan", paper(2), numbered="128a"),), divider=False)),
        front=(Paper("S-1", "Supplement No. 1", sheet, numbered="S-1"),),
        opening=False, total=0,
    )  # fmt: skip
    report = build_packet(plan, tmp_path / "s.pdf")
    assert report.pages == 5
    pages = texts(tmp_path / "s.pdf")
    for text, stamp in zip(pages, ("S-1", "p. 60", "p. 61", "p. 128a", "p. 128b"), strict=True):
        assert f"C Board · Supplement 1 · {stamp}" in text
        assert " of " not in text.partition("Supplement 1 ·")[2][:12]
    for words in ("Replace", "Add", "Remove", "To file this supplement", "abababab", "Sending", "Confidential"):
        assert words in pages[0], words
    with pikepdf.open(tmp_path / "s.pdf") as pdf:
        assert [page.label for page in pdf.pages] == ["S-1", "60", "61", "128a", "128b"]
        links = [pikepdf.Page(note.Dest[0]).index for note in pdf.pages[0].obj.Annots]
        # Pages and titles of what is new lead there; what was removed leads nowhere.
        assert sorted(set(links)) == [1, 3]
        back = [pikepdf.Page(page.obj.Annots[-1].Dest[0]).index for page in list(pdf.pages)[1:]]
        assert back == [0, 0, 0, 0]
