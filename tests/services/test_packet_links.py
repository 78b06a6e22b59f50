"""The sample company's packet as it is built from its record: every link and bookmark of it is followed."""

import re
import shutil
from pathlib import Path

import pytest

from boarddesk.domain.meetings import BOARD, Meeting
from boarddesk.reports.packet.build import PacketReport, build_packet
from boarddesk.services.packet_plan import packet_plan
from boarddesk.services.workspace import open_company
from tests.reports.packet.links import NOWHERE, Followed, Opened, opened

STAMP = re.compile(r"· p\. (\S+) of ")
LISTED = re.compile(r"(.*) (\d+)(?:–\d+)?")
Built = tuple[PacketReport, Opened]


@pytest.fixture(scope="module")
def built(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("packet")
    shutil.copy(sample_file, folder / sample_file.name)
    services = open_company(folder / sample_file.name)
    [meeting] = [
        row for row in services.record.all(Meeting) if row.body == BOARD and f"{row.starts:%Y-%m}" == "2026-12"
    ]
    report = build_packet(packet_plan(services, meeting.id), folder / "packet.pdf")
    services.close()
    return report, opened(folder / "packet.pdf")


def first_of(report: PacketReport, label: str) -> int:
    """The page where a paper or a tab begins, from 1: in a first issue the printed number is the page's place."""
    return next(int(one.first) + (not one.pages) for one in report.placed if one.label == label)


def apart(book: Opened) -> tuple[list[Followed], list[Followed]]:
    """The stamps' links, and all others."""
    stamps = [link for link in book.links if STAMP.search(link.words)]
    return stamps, [link for link in book.links if link not in stamps]


def test_every_page_bears_its_number_and_leads_back_to_the_contents(built: Built) -> None:
    report, book = built
    stamps, _ = apart(book)
    assert [link.page for link in stamps] == list(range(3, report.pages + 1))
    assert {link.target for link in stamps} == {2}
    for number, text in enumerate(book.texts[1:], 2):
        found = STAMP.search(text)
        assert found
        assert found[1] == str(number)


def test_the_contents_lead_to_every_part(built: Built) -> None:
    report, book = built
    _, others = apart(book)
    contents = range(2, first_of(report, "agenda"))
    listed = [link for link in others if link.page in contents]
    for link in listed:
        found = LISTED.fullmatch(link.words)
        assert found, link
        assert int(found[2]) == link.target, link
    parts = [one for one in report.placed if one.label not in {"cover", "contents"}]
    assert sorted(link.target for link in listed) == sorted(first_of(report, one.label) for one in parts)


def test_tab_and_page_of_an_agenda_item_lead_to_its_tab(built: Built) -> None:
    report, book = built
    _, others = apart(book)
    agenda = first_of(report, "agenda")
    references = sorted((link.words, link.target) for link in others if link.page == agenda)
    # The tabs of the agenda's own items; those that the house adds behind them are not on it.
    tabs = [one.label for one in report.placed if one.label.isdecimal() and one.pages]
    assert len(tabs) > 5
    expected = [(words, first_of(report, tab)) for tab in tabs for words in (tab, str(first_of(report, tab)))]
    assert references == sorted(expected)


def test_dividers_lead_to_the_other_tabs_and_nothing_leads_nowhere(built: Built) -> None:
    report, book = built
    _, others = apart(book)
    assert NOWHERE not in {link.target for link in others}
    dividers = {first_of(report, one.label) for one in report.placed if one.label.isdecimal() and one.pages}
    indexed = [link for link in others if link.page in dividers]
    assert {link.page for link in indexed} == dividers
    for link in indexed:
        assert link.target == first_of(report, link.words), link
    tabs = {one.label for one in report.placed if one.label.isdecimal()}
    for page in dividers:
        assert len([link for link in indexed if link.page == page]) == len(tabs) - 1


def test_bookmarks_lead_to_every_part(built: Built) -> None:
    report, book = built
    for _, title, page in book.bookmarks:
        found = re.match(r"(?:Tab (\d+) ·|(\d+-[A-Z]) )", title)
        if found:
            assert page == first_of(report, found[1] or found[2]), title
    leading = {title for level, title, _ in book.bookmarks if level <= 1}
    for one in report.placed:
        assert any(one.title in title for title in leading) or one.label == "cover", one.title
