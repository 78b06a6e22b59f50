"""Papers dropped on a meeting: targets while dragging, one dialog for all files, versions, previews."""

from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog

from boarddesk.domain.papers import Paper
from boarddesk.ui.jobs import WindowJobs

COPY, LEFT, PLAIN = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    """A PDF of two pages, a picture, and a file that is neither."""
    pdf_of(tmp_path / "supply_agreement.pdf", 2)
    picture = QImage(60, 40, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.blue)
    picture.save(str(tmp_path / "floor-plan.png"))
    (tmp_path / "notes.pdf").write_bytes(b"these are no pages")
    return [tmp_path / name for name in ("supply_agreement.pdf", "floor-plan.png", "notes.pdf")]


def papers(tab: Any) -> list[list[str]]:
    """The rows of the papers in the list: tab, title, pages, state."""
    rows = zip(tab.lines, tab.table.texts(), strict=True)
    return [[row[0], row[1], row[3], row[5]] for line, row in rows if line.paper is not None]


def pdf_of(path: Path, pages: int) -> Path:
    pdf = pypdfium2.PdfDocument.new()
    for _page in range(pages):
        pdf.new_page(612, 792)
    pdf.save(path)
    return path


def carried(paths: list[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def drag(tab: Any, paths: list[Path]) -> QMimeData:
    data = carried(paths)
    event = QDragEnterEvent(QPointF(5, 5), COPY, data, LEFT, PLAIN)
    tab.dragEnterEvent(event)
    assert event.isAccepted()
    return data


def place_of(tab: Any, target: str) -> QPointF:
    """Where the line of a target lies on the tab."""
    view = tab.targets.table.view
    row = tab.targets.table.model.row_of(target)
    middle = QPoint(20, view.rowViewportPosition(row) + view.rowHeight(row) // 2)
    return QPointF(view.viewport().mapTo(tab, middle))


def drop(room: Any, paths: list[Path], fill: Any, target: str | None = None, verb: bool = True) -> None:
    """Drop files on a tab, on an item where one is named, and answer the dialog."""
    tab = room.tab

    def deed() -> None:
        data = drag(tab, paths) if target else carried(paths)
        at = QPointF(5, 5)
        if target:
            QApplication.processEvents()
            at = place_of(tab, target)
            move = QDragMoveEvent(at, COPY, data, LEFT, PLAIN)
            tab.dragMoveEvent(move)
            assert tab.targets.table.current().id == target
        tab.dropEvent(QDropEvent(at, COPY, data, LEFT, PLAIN))
        room.settle()

    room.answer(deed, fill, verb=verb)


def test_papers_are_dropped_read_apart_and_seen(room: Any, files: list[Path]) -> None:
    tab = room.go("special", "papers")
    tab.item.set_value("special-2")
    drop(room, files[:2], lambda _dialog: None)
    assert papers(tab) == [
        ["2-A", "Supply agreement", "2", "In"],
        ["2-B", "Floor plan", "1", "In"],
    ]
    kept = next(paper for paper in room.record.all(Paper) if paper.title == "Supply agreement")
    assert room.services.attachment(kept.attachment) == files[0].read_bytes()
    tab.table.view.setFocus()
    tab.table.select(kept.id)
    room.settle()
    assert tab.preview.pages() == 2
    room.press("Alt+Down")
    assert [row[1] for row in papers(tab)] == ["Floor plan", "Supply agreement"]
    room.press("Del")
    assert [row[1] for row in papers(tab)] == ["Floor plan"]


def test_items_show_as_targets_while_files_are_dragged(room: Any, files: list[Path]) -> None:
    tab = room.go("special", "papers")
    drag(tab, files)
    assert tab.targets.isVisible()
    assert [row[1] for row in tab.targets.table.texts()] == [
        "Where their names say", "Call to order", "Supply agreement", "Adjournment",
    ]  # fmt: skip
    tab.dragLeaveEvent(QDragLeaveEvent())
    assert tab.table.isVisible()
    drop(room, files[:2], lambda _dialog: None, target="special-3")
    assert {paper.item for paper in room.record.all(Paper)} == {"special-3"}
    assert tab.table.isVisible()


def test_each_file_is_decided_in_one_dialog(room: Any, files: list[Path]) -> None:
    room.go("special", "papers")
    seen: list[str] = []

    def fill(dialog: Any) -> None:
        table = dialog.table
        seen.extend(row[3] for row in table.texts())
        dialog.title.setText("The agreement")
        dialog.presenter.set_value("delacroix")
        dialog.confidential.setChecked(True)
        table.select(1)
        dialog.title.setText("")
        table.select(2)
        assert "It is no PDF" in room.words(dialog)
        assert not dialog.take.isEnabled()
        dialog.verb.click()
        assert "floor-plan.png" in dialog.refusal()
        assert table.current().number == 1
        dialog.take.setChecked(False)
        assert dialog.verb.text() == "Take one paper"

    drop(room, files, fill)
    assert seen == ["Taken", "Taken", "Refused"]
    [paper] = room.record.all(Paper)
    assert (paper.title, paper.item, paper.presenter, paper.confidential) == (
        "The agreement", "special-2", "delacroix", True,
    )  # fmt: skip
    assert papers(room.tab)[0][3] == "In, confidential"


def test_space_takes_or_leaves_and_the_way_out_takes_none(room: Any, files: list[Path]) -> None:
    room.go("special", "papers")

    def fill(dialog: Any) -> None:
        dialog.table.view.setFocus()
        room.press("Space", widget=dialog.table.view)
        assert dialog.table.texts()[0][3] == "Left out"
        dialog.way_out.click()

    drop(room, files[:1], fill, verb=False)
    assert not room.record.all(Paper)


def test_a_file_that_cannot_be_read_is_refused_by_name(
    room: Any, files: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args, **_kwargs: ([str(files[2])], ""))
    room.go("special", "papers")

    def fill(dialog: Any) -> None:
        assert "notes.pdf" in room.words(dialog)
        assert "It is no PDF and no picture" in room.words(dialog)
        assert not dialog.verb.isEnabled()
        dialog.way_out.click()

    room.answer(lambda: room.click("Add papers…"), fill, verb=False)
    assert not room.record.all(Paper)


def test_one_password_opens_what_it_fits(room: Any, tmp_path: Path) -> None:
    room.go("special", "papers")
    for name, word in (("Bids.pdf", "one"), ("Terms.pdf", "one"), ("Other.pdf", "two")):
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.save(tmp_path / name, encryption=pikepdf.Encryption(owner="o", user=word))

    def fill(dialog: Any) -> None:
        assert dialog.lock.open_button.text() == "Open 3 files"
        assert not dialog.verb.isEnabled()
        dialog.lock.open_button.click()
        assert dialog.lock.said() == "Write the password first."
        for word, said in (("none", "It opens none of them."), ("one", "It opened 2; the others ask for another.")):
            dialog.lock.password.setText(word)
            dialog.lock.open_button.click()
            room.qtbot.waitUntil(lambda: WindowJobs.current().running is None, timeout=8000)
            room.qtbot.waitUntil(lambda said=said: dialog.lock.said() == said, timeout=2000)
            assert dialog.lock.password.text() == ""
        assert dialog.lock.open_button.text() == "Open one file"
        assert [row[3] for row in dialog.table.texts()] == ["Taken", "Asks for a password", "Taken"]

    drop(room, sorted(tmp_path.glob("*.pdf")), fill)
    assert sorted(paper.title for paper in room.record.all(Paper)) == ["Bids", "Terms"]


def test_a_newer_version_takes_the_place_and_the_older_comes_back(
    room: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab = room.go("special", "papers")
    first, second = pdf_of(tmp_path / "Terms.pdf", 1), pdf_of(tmp_path / "Terms v2.pdf", 2)
    drop(room, [first], lambda _dialog: None)
    tab.table.select(room.record.all(Paper)[0].id)
    assert not tab.versions_button.isEnabled()
    drop(room, [second], lambda dialog: dialog.table.texts()[0][3] == "New version" or pytest.fail("not a version"))
    assert papers(tab)[0][2:] == ["2", "In, version 2"]
    copy = tmp_path / "copy.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(copy), ""))

    def fill(dialog: Any) -> None:
        assert not dialog.verb.isEnabled()
        assert [row[0] for row in dialog.table.texts()] == ["2", "1"]
        dialog.table.select(dialog.table.model.item(1).id)
        room.click("Save a copy…", dialog)

    room.answer(lambda: room.click("Versions…"), fill)
    assert copy.read_bytes() == first.read_bytes()
    assert papers(tab)[0][2:] == ["1", "In, version 1"]


def test_a_paper_is_changed(room: Any, files: list[Path]) -> None:
    tab = room.go("special", "papers")
    drop(room, files[:1], lambda _dialog: None)
    tab.table.select(room.record.all(Paper)[0].id)

    def fill(dialog: Any) -> None:
        dialog.title.setText("Terms")
        dialog.presenter_note.setText("outside counsel")
        dialog.confidential.setChecked(True)
        dialog.item.set_value("special-3")
        assert not dialog.whole.isVisible()

    room.answer(lambda: tab.change(tab.line), fill)
    [paper] = room.record.all(Paper)
    assert (paper.title, paper.presenter_note, paper.confidential, paper.item) == (
        "Terms", "outside counsel", True, "special-3",
    )  # fmt: skip
