"""The secretary circulates the December packet, sends a supplement, and gives management and a committee theirs."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog
from secretary import Secretary, pdf_text

from boarddesk.domain.notices import Issue, IssuedKind
from boarddesk.domain.packets import AnnotatedCopy, PacketCopy, Variant
from boarddesk.services.packet_issues import book_out, books_of, copies_of, supplements_of
from tests.services.packet_case import labels_of, page_with, pdf_of

MEETING = "2026-12-03-board"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the copies go, as the system's dialog would answer."""
    made = tmp_path / "copies"
    made.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: str(made))
    return made


def papers(desk: Secretary) -> Any:
    """The Papers tab of the December meeting."""
    page: Any = desk.page("Meetings")
    page.show_target((MEETING, "papers"))
    desk.settle()
    return page.view.current()


def drop(desk: Secretary, tab: Any, name: str, words: str, pages: int) -> None:
    """Drop a paper on the tab and take it as its name says."""
    path = desk.folder / name
    path.write_bytes(pdf_of(words, pages))
    desk._doing(lambda: tab.add_files([path]), lambda dialog: desk.answer(dialog, {}))


def only(dialog: Any, *names: str) -> None:
    """Tick these readers and no others."""
    for box in dialog.people.findChildren(QCheckBox):
        box.setChecked(box.accessibleName() in names)


def packet(desk: Secretary, tab: Any, words: str, then: Any) -> None:
    """Choose an entry of the packet's menu, and answer its dialog."""
    tab.packet_menu.aboutToShow.emit()
    desk.click(words, then=then)
    desk.settle()


def give(dialog: Any, desk: Secretary, *names: str, **fields: Any) -> None:
    """Choose the folder and the readers, and confirm."""
    only(dialog, *names)
    desk.click("Choose a folder…", within=dialog)
    desk.answer(dialog, {"By": "e-mail", **fields})


def test_build_circulate_supplement_and_replace(sample_desk: Secretary, folder: Path) -> None:
    desk = sample_desk
    tab = papers(desk)
    drop(desk, tab, "4 Liquidity memo.pdf", "Quarzite", 3)
    before = desk.services.attachments()
    two = ("Ingrid Sørhaug", "Josephine Nakagawa-Reyes")
    packet(desk, tab, "Issue the packet, version 1…", lambda dialog: give(dialog, desk, *two))
    assert desk.toast() == "The packet is issued; 2 files written"
    out = book_out(desk.record, MEETING)
    assert out is not None
    assert len(desk.services.attachments()) == len(before) + 1
    assert [copy.manner for copy in copies_of(desk.record, out.id)] == ["e-mail", "e-mail"]
    whole = desk.services.attachment(out.attachment)
    quarzite = page_with(whole, "Quarzite 1")
    last = labels_of(whole)[-1]

    # A changed paper and a late one: two days later nobody's page numbers move.
    drop(desk, tab, "4 Liquidity memo.pdf", "Rhyolite", 4)
    drop(desk, tab, "2 Late paper.pdf", "Gabbro", 1)
    sheets: list[str] = []

    def supplement(dialog: Any) -> None:
        sheets.append(desk.words(dialog))
        field = next(field for field in dialog.whys.values() if "Liquidity memo" in field.accessibleName())
        field.setText("The covenant was misread.")
        desk.click("Choose a folder…", within=dialog)
        desk.answer(dialog, {"By": "e-mail"})

    packet(desk, tab, "Issue a supplement…", supplement)
    assert "Notes on earlier copies are not carried over" in sheets[0]
    assert desk.toast() == "The supplement is issued; 4 files written"
    (sheet,) = supplements_of(desk.record, MEETING)
    replaced = book_out(desk.record, MEETING)
    assert replaced is not None
    assert (replaced.number, replaced.kind, replaced.base) == (2, IssuedKind.REPLACEMENT, out.id)
    words = pdf_text(desk.services.attachment(sheet.attachment))
    assert "The covenant was misread." in words
    assert labels_of(desk.services.attachment(sheet.attachment))[0] == "S-1"
    book = desk.services.attachment(replaced.attachment)
    assert page_with(book, "Rhyolite 1") == quarzite
    assert page_with(book, "Rhyolite 4") == f"{int(quarzite) + 2}a"
    assert page_with(book, "Gabbro 1").endswith("a")
    assert labels_of(book)[-1] == last
    assert desk.services.attachment(out.attachment) == whole

    # What was issued and who has it is on record, and shown.
    def copies(dialog: Any) -> None:
        rows = dialog.table.texts()
        assert sum("Ingrid Sørhaug" in row for row in rows) == 3, rows
        dialog.reject()

    packet(desk, tab, "Copies and versions…", copies)
    assert len(desk.record.all(PacketCopy)) == 6


def test_management_and_a_committee_get_their_own_books(sample_desk: Secretary, folder: Path) -> None:
    desk = sample_desk
    tab = papers(desk)
    packet(desk, tab, "Issue the packet, version 1…", lambda dialog: give(dialog, desk, "Ingrid Sørhaug"))
    committee = "Audit Committee book"
    packet(desk, tab, "Give further copies…", lambda d: give(d, desk, "Gareth Okoro-Llewelyn", Book=committee))
    packet(desk, tab, "Give further copies…", lambda d: give(d, desk, "Priyanka Delacroix", Book="Management’s book"))
    (audit,) = books_of(desk.record, MEETING, Variant.COMMITTEE, "audit")
    (management,) = books_of(desk.record, MEETING, Variant.MANAGEMENT)
    assert (audit.number, management.number) == (1, 1)
    directors = pdf_text(next(folder.glob("*Ingrid*")))
    for path, left_out in ((next(folder.glob("*Gareth*")), "Financial plan"), (next(folder.glob("*Priyanka*")), "")):
        words = pdf_text(path)
        assert "Not in this book" in words
        assert left_out in directors
        assert len(words) < len(directors)
    assert len(desk.record.all(Issue)) >= 3


def test_an_annotated_copy_is_kept_apart(sample_desk: Secretary, folder: Path) -> None:
    desk = sample_desk
    tab = papers(desk)
    packet(desk, tab, "Issue the packet, version 1…", lambda dialog: give(dialog, desk, "Ingrid Sørhaug"))
    notes = desk.folder / "Sørhaug, with notes.pdf"
    notes.write_bytes(pdf_of("Zirconium", 2))
    desk.files = [notes]
    said: list[str] = []

    def take(dialog: Any) -> None:
        said.append(desk.words(dialog))
        desk.click("Choose a file…", within=dialog)
        desk.answer(dialog, {"Whose copy": "Ingrid Sørhaug"})

    packet(desk, tab, "An annotated copy came back…", take)
    assert "its notes are carried over into nothing" in said[0]
    (row,) = desk.record.all(AnnotatedCopy)
    assert (row.person, row.file_name) == ("sorhaug", "Sørhaug, with notes.pdf")
