"""Finding words from the window: as one types, in the dialog, and on to the place where they stand."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boarddesk.domain.finding import Evidence
from boarddesk.services import full_text
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.find_dialog import FindDialog
from boarddesk.ui.jobs import WindowJobs
from boarddesk.ui.main_window import MainWindow


@pytest.fixture
def sample_window(window: MainWindow, sample_copy: Path, settle: object) -> MainWindow:
    window.open_path(sample_copy)
    return window


def wait_for_jobs(qapp: QApplication) -> None:
    for _turn in range(400):
        qapp.processEvents()
        if WindowJobs.current().running is None:
            return
        QTest.qWait(10)


def test_typing_in_the_head_finds_words_of_minutes(sample_window: MainWindow) -> None:
    desk = sample_window.desk
    assert desk is not None
    hits = desk._find("guarantee of the lease")
    assert "text" in {hit.kind for hit in hits} or "motion" in {hit.kind for hit in hits}
    every = next(hit for hit in desk._find("quorum") if hit.kind == "words")
    assert every.target == "quorum"


def test_the_dialog_reads_new_papers_and_opens_them_at_the_page(qapp: QApplication, sample_services: Services) -> None:
    dialog = FindDialog(sample_services, "", None)
    dialog.show()
    wait_for_jobs(qapp)
    assert full_text.unread(sample_services) == ()
    QTest.keyClicks(dialog.words, '"form of agreement" lorem')
    dialog.search()
    assert not dialog.verb.isEnabled()
    dialog.words.setText("Termination on notice")
    dialog.search()
    paper = next(line.item for line in dialog.table.model.lines if line.item.attachment)
    dialog.table.select((paper.evidence, paper.page))
    wait_for_jobs(qapp)
    assert dialog.preview.pages() >= paper.page
    assert dialog.preview.page() == paper.page - 1
    QTest.keyClick(dialog.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.command() == paper.evidence
    dialog.close()


def test_from_the_dialog_one_goes_to_the_place(
    sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch, settle: object
) -> None:
    desk = sample_window.desk
    assert desk is not None

    def first(dialog: FindDialog) -> object:
        return dialog.command()

    monkeypatch.setattr(FindDialog, "asked", first)
    desk.find_words("RESOLVED guarantee")
    assert desk.here == "meetings"


def test_an_item_of_old_minutes_is_brought_into_sight(
    qapp: QApplication, sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = sample_window.desk
    assert desk is not None
    sample_window.resize(1280, 800)
    sample_window.show()
    place = Evidence("agenda_items", "2025-05-15-board-5", "")
    monkeypatch.setattr(FindDialog, "asked", lambda _dialog: place)
    desk.find_words("covenants")
    wait_for_jobs(qapp)
    tab = desk.pages["meetings"].view.current()
    assert (tab.name, tab.meeting_id) == ("minutes", "2025-05-15-board")
    head = tab.list._heads[f"item:{place.id}"]
    within = head.y() - tab.list.verticalScrollBar().value()
    assert 0 <= within < tab.list.viewport().height() / 2
    sample_window.hide()
