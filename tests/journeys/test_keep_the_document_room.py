"""She keeps new bylaws by dropping the file, reads what changed as a redline, and exports the records as folders."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from secretary import Secretary, pdf_text

from boarddesk.domain.documents import Document
from boarddesk.services.document_room import used_by
from boarddesk.ui.pages.compliance_page import CompliancePage
from boarddesk.ui.pages.documents_page import ROOM, DocumentsPage
from boarddesk.ui.pages.meetings_page import MeetingsPage
from tests.reports.documents_to_compare import docx_of, pdf_of

OLD = ["AMENDED AND RESTATED BYLAWS", "Section 3.6. Notice of regular meetings is given ten days before.",
       "Section 3.7. A majority of the total number of directors is a quorum."]  # fmt: skip
NEW = [OLD[0], "Section 3.6. Notice of regular meetings is given five days before, by e-mail.", OLD[2]]
GUIDELINES = "guidelines-2026"


def room_of(desk: Secretary) -> DocumentsPage:
    page = desk.page("documents")
    assert isinstance(page, DocumentsPage)
    page.faces.setCurrentIndex(1)
    assert page.face == ROOM
    return page


def drop(page: DocumentsPage, paths: list[Path]) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(50, 50), copy, data, left, Qt.KeyboardModifier.NoModifier)
    page.room.dropEvent(event)


def kept(desk: Secretary, file_name: str) -> list[Document]:
    return [row for row in desk.record.all(Document) if row.file_name == file_name]


def test_new_bylaws_from_the_file_to_the_redline(sample_desk: Secretary, monkeypatch: pytest.MonkeyPatch) -> None:
    from boarddesk.ui.dialogs.document_dialog import DocumentDialog

    desk = sample_desk
    page = room_of(desk)
    asked: list[Any] = []

    def keep(cls: Any, parent: Any, services: Any, document: Any, draft: Any) -> Any:
        dialog = cls(services, document, parent, draft)
        asked.append((dialog.kind.value(), dialog.title.text(), dialog.before.value()))
        dialog.version.setText(draft.read.file.name[-8:-4])
        dialog.start.set_date(date(int(dialog.version.text()), 1, 1))
        return dialog.command()

    monkeypatch.setattr(DocumentDialog, "ask", classmethod(keep))
    paths = [desk.folder / "Bylaws 2027.pdf", desk.folder / "Bylaws 2028.pdf"]
    for path, text in zip(paths, (OLD, NEW), strict=True):
        path.write_bytes(pdf_of(text))
    drop(page, paths[:1])
    desk.wait(lambda: bool(kept(desk, paths[0].name)))
    drop(page, paths[1:])
    desk.wait(lambda: bool(kept(desk, paths[1].name)))
    (one,), (two,) = kept(desk, paths[0].name), kept(desk, paths[1].name)
    assert asked[0][:2] == ("bylaws", "Amended and Restated Bylaws")
    assert (two.version, two.kind) == ("2028", one.kind)
    page.room.show_document(two.id)
    desk.wait(lambda: page.room.pane.preview.pages() == 1)

    desk.click(
        "Redline…", {"Earlier": "Amended and Restated Bylaws, 2027", "Later": "Amended and Restated Bylaws, 2028"}
    )
    desk.wait(lambda: "Redline" in page.room.pane.preview.accessibleName())
    out = desk.folder / "redline.pdf"
    desk.files = [out]
    desk.press("Ctrl+S", page.room)
    desk.wait(out.is_file)
    assert "given ten five days before, by e-mail." in " ".join(pdf_text(out).split())
    desk.undo()
    assert not kept(desk, paths[1].name)


def test_from_a_document_to_its_motion_and_its_clauses(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = room_of(desk)
    page.room.show_document(GUIDELINES)
    clauses = used_by(desk.services.findings(), GUIDELINES)
    desk.wait(lambda: len(page.room.pane.lists) == 3)
    adopted, versions, evidence = page.room.pane.lists
    assert [spot.key for spot in versions.lay_out()] == ["guidelines-2024", "guidelines-2019"]
    assert [spot.key for spot in evidence.lay_out()] == [each.clause for each in clauses]
    versions.activated.emit("guidelines-2024")
    assert page.room.document is not None
    assert page.room.document.id == "guidelines-2024"
    page.room.show_document(GUIDELINES)
    evidence.activated.emit(clauses[0].clause)
    assert isinstance(desk.here, CompliancePage)
    assert desk.here.map.place()[0] == clauses[0].clause
    adopted.activated.emit(adopted.lay_out()[0].key)
    assert isinstance(desk.here, MeetingsPage)


def test_a_word_file_without_pages_says_so_and_is_saved_as_it_came(
    sample_desk: Secretary, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boarddesk.reports.packet import office

    monkeypatch.setattr(office, "office_program", lambda: None)
    desk = sample_desk
    page = room_of(desk)
    path = desk.folder / "Treasury policy.docx"
    path.write_bytes(docx_of(NEW))
    desk.files = [path]

    def describe(dialog: Any) -> None:
        dialog.choose.click()
        desk.answer(dialog, {"Kind": "Policy", "Title": "Cash policy"})

    desk.click("Keep a document…", then=describe)
    desk.wait(lambda: bool(kept(desk, path.name)))
    page.room.show_document(kept(desk, path.name)[0].id)
    desk.settle()
    assert desk.sees("Its file has no pages to show. Save a copy to open it in its own program.")
    out = desk.folder / "copy.docx"
    desk.files = [out]
    desk.click("Save the file…")
    assert out.read_bytes() == path.read_bytes()


def test_the_records_are_exported_as_folders(sample_desk: Secretary, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = sample_desk
    room_of(desk)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args: str(desk.folder))

    def export(dialog: Any) -> None:
        dialog.place.choose.click()
        desk.answer(dialog, {"Name of the folder": "records"})

    desk.click("Export folders…", then=export)
    desk.wait((desk.folder / "records" / "Index.pdf").is_file)
    desk.wait(lambda: desk.toast().endswith("left out, named in the index"))
    assert "Corporate Governance Guidelines" in pdf_text(desk.folder / "records" / "Index.pdf")


def test_a_review_leads_from_home_to_its_document(sample_desk: Secretary) -> None:
    desk = sample_desk
    page = room_of(desk)
    page.room.show_document("code-of-conduct-2022")
    desk.click("Change…", {"Review due": date(2026, 12, 1)})
    home: Any = desk.page("home")
    line = next(need for need in home.table.model.lines if not need.is_heading and need.item.clause == "Review")
    home.table.activated.emit(line.item)
    assert desk.here is page
    assert page.room.document is not None
    assert page.room.document.id == "code-of-conduct-2022"
