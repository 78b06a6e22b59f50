"""What a file's name tells: title, item, presenter, confidentiality, and the paper it is newer than."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import company

from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.paper_guesses import Guess, guess, key_of
from boarddesk.services.workspace import Services


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    opened = company(tmp_path_factory.mktemp("guess") / "c.boarddesk")
    items = ("Call to order", "Supply agreement", "Financial report", "Report of the Audit Committee", "Adjournment")
    rows = [AgendaItem(id=f"item-{n}", meeting="december", position=n, title=t) for n, t in enumerate(items, 1)]
    opened.bus.run_restoring("Fixture", "Fixture", [(AgendaItem, row.id, row) for row in rows], 1)
    paper = Paper(id="new", meeting="december", title="Budget 2027", file_name="Budget 2027.pdf", attachment="new")
    opened.bus.do(AddPaper(paper, b"x"))
    yield opened
    opened.close()


def read(services: Services, name: str, *folders: str) -> Guess:
    return guess(services.record, services.record.get(Meeting, "december"), name, folders)


@pytest.mark.parametrize(
    ("name", "item", "title"),
    [
        ("3-A Finance report.pdf", "item-3", "Finance report"),
        ("3A_Finance_report.pdf", "item-3", "Finance report"),
        ("03. Outlook.pdf", "item-3", "Outlook"),
        ("Item 2 - Terms.pdf", "item-2", "Terms"),
        ("Tab 4 Findings.docx", "item-4", "Findings"),
        ("supply_agreement.pdf", "item-2", "Supply agreement"),
        ("Audit Committee report Q3.pdf", "item-4", "Audit Committee report Q3"),
        ("10-K draft.pdf", None, "10 K draft"),
        ("2026-11-03 outlook.pdf", None, "2026 11 03 outlook"),
        ("3 Nov outlook.pdf", None, "3 Nov outlook"),
        ("5-year outlook.pdf", None, "5 year outlook"),
        ("9 Outlook.pdf", None, "9 Outlook"),
        ("report.pdf", None, "Report"),
        ("scan-0001-1531897.pdf", None, "Scan 0001 1531897"),
    ],
)
def test_item_and_title(services: Services, name: str, item: str | None, title: str) -> None:
    found = read(services, name)
    assert (found.item, found.title) == (item, title)


def test_a_folder_tells_the_item_where_the_name_does_not(services: Services) -> None:
    assert read(services, "Outlook.pdf", "December", "2 Supply").item == "item-2"
    assert read(services, "3 Outlook.pdf", "December", "2 Supply").item == "item-3"
    assert read(services, "Outlook.pdf", "Confidential papers").confidential


@pytest.mark.parametrize(
    ("name", "presenter", "title"),
    [
        ("Outlook (Delacroix).pdf", "delacroix", "Outlook"),
        ("Outlook - Kouadjané.pdf", "kouadjane", "Outlook"),
        ("Outlook_Sorhaug_v2.pdf", "sorhaug", "Outlook"),
        ("Okoro outlook.pdf", "okoro", "Okoro outlook"),
        ("Outlook Delacroix Sorhaug.pdf", None, "Outlook"),
        ("Outlook.pdf", None, "Outlook"),
    ],
)
def test_presenter(services: Services, name: str, presenter: str | None, title: str) -> None:
    found = read(services, name)
    assert (found.presenter, found.title) == (presenter, title)


@pytest.mark.parametrize(
    ("name", "confidential", "title"),
    [
        ("CONFIDENTIAL - Outlook.pdf", True, "Outlook"),
        ("Outlook [attorney-client privileged].pdf", True, "Outlook"),
        ("Outlook STRICTLY CONFIDENTIAL.pdf", True, "Outlook"),
        ("Confidentiality agreement.pdf", False, "Confidentiality agreement"),
        ("Confidential.pdf", True, "Confidential"),
    ],
)
def test_confidentiality(services: Services, name: str, confidential: bool, title: str) -> None:
    found = read(services, name)
    assert (found.confidential, found.title) == (confidential, title)


def test_versions_of_one_paper_have_one_key(services: Services) -> None:
    same = (
        "3-A Finance report.pdf",
        "Finance report v2.docx",
        "finance_report_FINAL (1).pdf",
        "Finance report draft 3.pdf",
    )
    assert {key_of(name) for name in same} == {"finance report"}
    paper = services.record.where(Paper, "meeting", "december")[0]
    assert read(services, "Budget 2027 v2.pdf").replaces == paper.id
    # Another year, or another number, is another paper.
    for name in ("Budget 2026.pdf", "Budget 2027 annex 2.pdf", "v2.pdf"):
        assert read(services, name).replaces is None
