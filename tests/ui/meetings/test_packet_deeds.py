"""What is done with a ready packet: the menu's entries and why one waits, readers and folders, what came back."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import AnnotatedCopy, PacketPlanned, Variant
from boarddesk.services.packet_editions import issuing
from boarddesk.services.packet_files import BookCopy, copy_plan
from boarddesk.services.packet_supplements import changes_now
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.annotated_copy_dialog import AnnotatedCopyDialog
from boarddesk.ui.dialogs.issue_packet_dialog import IssuePacketDialog
from boarddesk.ui.dialogs.issue_supplement_dialog import IssueSupplementDialog
from boarddesk.ui.dialogs.packet_copies_dialog import PacketCopiesDialog
from boarddesk.ui.dialogs.passwords_dialog import PasswordsDialog
from boarddesk.ui.dialogs.reading_copy_dialog import ReadingCopyDialog
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.meeting.packet_deeds import PacketDeeds
from tests.services.packet_case import MEETING, add, give, issue, meeting_of, pdf_of, with_packet


@pytest.fixture
def packed(services: Services) -> Services:
    return with_packet(services)


@pytest.fixture
def out(packed: Services) -> Services:
    """The packet is out to two directors, one file for both."""
    issue(packed, issuing(packed, MEETING, give(packed, "okoro", "sorhaug", folder=None)))
    return packed


class Tab:
    """What the deeds ask of a tab."""

    why_not = ""
    meeting_id = MEETING


def entries(services: Services, why_not: str = "") -> dict[str, tuple[bool, str]]:
    menu = QMenu()
    deeds = PacketDeeds.__new__(PacketDeeds)
    tab: Any = Tab()
    tab.services, tab.why_not = services, why_not
    deeds._tab = tab
    deeds.fill(menu)
    return {each.text(): (each.isEnabled(), each.toolTip()) for each in menu.actions() if each.text()}


def test_what_follows_a_packet_waits_for_it(qtbot: Any, packed: Services) -> None:
    found = entries(packed)
    assert found["Issue the packet, version 1…"][0]
    assert found["Issue a supplement…"] == (False, "No packet was issued yet.")
    assert found["Print a reading copy…"][0]
    issue(packed, issuing(packed, MEETING, give(packed, "okoro", folder=None)))
    found = entries(packed)
    assert found["Issue the packet, version 2…"][0]
    assert found["Issue a supplement…"][0]
    closed = entries(packed, "The meeting is over.")
    assert closed["Issue the packet, version 2…"] == (False, "The meeting is over.")
    assert closed["Copies and versions…"][0]


def test_readers_follow_the_book(qtbot: Any, packed: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = PacketPlanned(id="p", meeting=MEETING, watermark=True)
    packed.bus.run_restoring("Fixture", "Fixture", [(PacketPlanned, "p", row)], 1)
    dialog = IssuePacketDialog(packed, meeting_of(packed))
    qtbot.addWidget(dialog)
    assert len(dialog.people.value()) == 9
    assert dialog.watermark.isChecked()
    dialog.accept()
    assert "Choose a folder for the copies." in dialog.errors()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_kwargs: str(tmp_path))
    dialog.folder.choose.click()
    place = dialog._books.index((Variant.MANAGEMENT, None))
    dialog.book.set_value(place)
    assert dialog.people.value() == ()
    dialog.accept()
    assert dialog.refusal() == "Nobody is named to whom the packet goes."
    dialog.people.boxes["delacroix"].setChecked(True)
    dialog.others.setText("counsel@example.org")
    giving = dialog.command()
    assert [(one.name, one.variant) for one in giving.recipients] == [
        ("Priyanka Delacroix", Variant.MANAGEMENT), ("counsel@example.org", Variant.MANAGEMENT)
    ]  # fmt: skip
    assert (giving.folder, giving.watermark, giving.own) == (tmp_path, True, True)
    dialog.own.setChecked(False)
    assert not dialog.folder.isEnabled()
    plain = dialog.command()
    assert (plain.folder, plain.watermark, plain.own) == (None, False, False)


def test_a_supplement_asks_of_each_change_why(qtbot: Any, out: Services) -> None:
    empty = IssueSupplementDialog(out, meeting_of(out), changes_now(out, MEETING))
    qtbot.addWidget(empty)
    empty.own.setChecked(False)
    empty.accept()
    assert empty.refusal() == "Nothing has changed since the packet was issued."
    key = add(out, 3, "Late memo", "Gabbro", 1)
    dialog = IssueSupplementDialog(out, meeting_of(out), changes_now(out, MEETING))
    qtbot.addWidget(dialog)
    assert dialog.whys[key].accessibleName() == "Add 3-B Late memo"
    dialog.whys[key].setText("It came late.")
    dialog.people.boxes["0"].setChecked(False)
    dialog.own.setChecked(False)
    chosen = dialog.command()
    assert chosen.whys[key] == "It came late."
    assert len(chosen.giving.recipients) == 1


def test_copies_are_shown_and_the_book_saved_as_it_went_out(
    qtbot: Any, out: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PacketCopiesDialog(out, meeting_of(out), "")
    qtbot.addWidget(dialog)
    assert [row[1] for row in dialog.table.texts() if len(row) > 1 and row[1]] == [
        "Gareth Okoro-Llewelyn", "Ingrid Sørhaug"
    ]  # fmt: skip
    path = tmp_path / "as-issued.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(path), ""))
    dialog.save_button.click()
    assert path.read_bytes() == out.attachment(out.record.all(Issue)[0].attachment)
    assert not PacketCopiesDialog(out, meeting_of(out), "The file can only be read.").verb.isEnabled()


def test_an_annotated_copy_is_dropped_on_its_dialog(qtbot: Any, out: Services, tmp_path: Path) -> None:
    dialog = AnnotatedCopyDialog(out, meeting_of(out))
    qtbot.addWidget(dialog)
    path = tmp_path / "with notes.pdf"
    path.write_bytes(pdf_of("Zirconium", 1))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    dialog.dropEvent(
        QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                   Qt.KeyboardModifier.NoModifier)
    )  # fmt: skip
    dialog.person.set_value("okoro")
    out.bus.do(dialog.command())
    (row,) = out.record.all(AnnotatedCopy)
    assert (row.file_name, row.person, row.issue) == ("with notes.pdf", "okoro", out.record.all(Issue)[0].id)
    assert out.attachment(row.attachment or "") == path.read_bytes()


def test_a_reading_copy_has_the_numbers_that_are_out(qtbot: Any, out: Services) -> None:
    dialog = ReadingCopyDialog(out, meeting_of(out))
    qtbot.addWidget(dialog)
    dialog.two_up.setChecked(True)
    dialog.person.set_value("nakagawa")
    wanted = dialog.command()
    assert wanted == BookCopy(person="nakagawa", two_up=True)
    plan = copy_plan(out, MEETING, wanted)
    assert plan.reading.two_up
    assert plan.former
    assert plan.foot == "Copy of Josephine Nakagawa-Reyes"
    assert "4-A" in plan.withheld


def test_passwords_are_copied_whole(qtbot: Any) -> None:
    dialog = PasswordsDialog((("Ingrid Sørhaug", "3f9c1-0a7be"), ("Gareth Okoro-Llewelyn", "c41d8-55e02")))
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QApplication.clipboard().text() == "Ingrid Sørhaug\t3f9c1-0a7be\nGareth Okoro-Llewelyn\tc41d8-55e02"


def test_papers_that_are_not_in_are_told_before_it_is_issued(
    qtbot: Any, packed: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    from boarddesk.domain.papers import Paper
    from boarddesk.services.commands.papers import AddPaper

    broken = Paper(id="new", meeting=MEETING, item="d-2", title="Broken", attachment="new")
    packed.bus.do(AddPaper(broken, b"%PDF-1.7 of no use"))
    made = issuing(packed, MEETING, give(packed, "okoro", folder=None))
    assert made.lines[0].startswith("2-B Broken: ")
    asked: list[str] = []
    monkeypatch.setattr(Confirmation, "ask", lambda _parent, _question, says, *_words: bool(asked.append(says)))
    deeds = PacketDeeds.__new__(PacketDeeds)
    tab: Any = Tab()
    tab.services = packed
    deeds._tab = tab
    deeds._deliver(made, "")
    assert asked[0].startswith("2-B Broken: ")
    assert packed.record.all(Issue) == ()
    assert not made.bench.path.exists()
