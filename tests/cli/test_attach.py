"""`boarddesk attach`: one line for each paper, with what became of it and why."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import BOARD, AgendaItem, Meeting
from boarddesk.domain.papers import Paper, PaperVersion
from boarddesk.reports.packet import office
from boarddesk.services.workspace import new_company, open_company

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """A company with one meeting of three items."""
    from datetime import datetime

    path = tmp_path / "acme.boarddesk"
    services = new_company(path, Company(id="company", name="Acme, Inc."))
    rows: list[Any] = [Meeting(id="m", body=BOARD, starts=datetime(2026, 12, 3, 9))]
    titles = ("Call to order", "Supply agreement", "Financial report")
    rows += [AgendaItem(id=f"i{n}", meeting="m", position=n, title=title) for n, title in enumerate(titles, 1)]
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    services.close()
    return path


def pdf(path: Path, pages: int = 1, **save: object) -> Path:
    path.parent.mkdir(exist_ok=True)
    with pikepdf.new() as made:
        for _page in range(pages):
            made.add_blank_page(page_size=(612, 792))
        made.save(path, **save)  # type: ignore[arg-type]
    return path


def papers(path: Path) -> list[tuple[str, str | None, int | None, int]]:
    services = open_company(path, write=False)
    found = [(p.title, p.item, p.pages, p.version) for p in services.record.all(Paper)]
    services.close()
    return sorted(found)


def test_a_folder_is_laid_under_the_items_that_names_tell(boarddesk: Run, company: Path, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    pdf(folder / "3-A Finance report.pdf", 2)
    pdf(folder / "supply_agreement.pdf")
    (folder / "notes.txt").write_text("Notes.", encoding="utf-8")
    code, out, _err = boarddesk("attach", company, "m", folder)
    assert code == 0
    assert out.splitlines() == [
        "3-A Finance report.pdf: used, 2 pages",
        "notes.txt: used, 1 page",
        "supply_agreement.pdf: used, 1 page",
    ]
    assert papers(company) == [
        ("Finance report", "i3", 2, 1),
        ("Notes", None, 1, 1),
        ("Supply agreement", "i2", 1, 1),
    ]
    pdf(folder / "new" / "Finance report v2.pdf", 5)
    assert boarddesk("attach", company, "m", folder / "new" / "Finance report v2.pdf")[:2] == (
        0,
        "Finance report v2.pdf: used, 5 pages; version 2 of “Finance report”\n",
    )
    services = open_company(company, write=False)
    assert [version.pages for version in services.record.all(PaperVersion)] == [2]
    services.close()


def test_what_e_mails_enclose_is_named_or_taken(boarddesk: Run, company: Path, tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "Terms"
    message.set_content("They follow.")
    message.add_attachment(
        pdf(tmp_path / "x.pdf", 3).read_bytes(), maintype="application", subtype="pdf", filename="A.pdf"
    )
    (tmp_path / "mail.eml").write_bytes(bytes(message))
    code, out, _err = boarddesk("attach", company, "m", tmp_path / "mail.eml", "--item", "2")
    assert (code, out) == (0, "mail.eml: used, 1 page; it encloses A.pdf: attach them with --enclosed\n")
    code, out, _err = boarddesk("attach", company, "m", tmp_path / "mail.eml", "--enclosed", "--item", "2")
    assert code == 0
    assert out.splitlines() == ["mail.eml: used: it is there already, as 2-A", "A.pdf: used, 3 pages"]
    assert papers(company) == [("A", "i2", 3, 1), ("Mail", "i2", 1, 1)]


def test_an_office_file_without_libreoffice_is_kept_and_the_packet_is_built(
    boarddesk: Run, company: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "office_program", lambda: None)
    (tmp_path / "plan.docx").write_bytes(b"PK\x03\x04 a Word file")
    code, out, _err = boarddesk("attach", company, "m", tmp_path / "plan.docx")
    assert code == 0
    assert out.startswith("plan.docx: used: Kept as an attachment, without pages in the packet. LibreOffice")
    code, out, _err = boarddesk("packet", company, "m", "-o", tmp_path / "packet.pdf")
    assert code == 0
    assert "4-A Plan: refused: It is an Office or zip file" in out


def test_a_password_is_kept_nowhere(boarddesk: Run, company: Path, tmp_path: Path) -> None:
    word = "zq7-Larkspur"
    locked = pdf(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user=word))
    assert boarddesk("attach", company, "m", locked)[:2] == (
        1,
        "locked.pdf: refused: It asks for a password. Attach it again together with its password.\n",
    )
    assert boarddesk("attach", company, "m", locked, "--password", "no")[0] == 1
    assert boarddesk("attach", company, "m", locked, "--password", word)[0] == 0
    for path in tmp_path.iterdir():
        assert word.encode() not in path.read_bytes() or path == locked
    assert papers(company) == [("Locked", None, 1, 1)]
