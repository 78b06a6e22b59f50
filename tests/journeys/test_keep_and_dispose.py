"""The secretary sets a retention policy, places a hold, releases it, disposes of notes; and certifies a resolution."""

import sys
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from minutes_case import certificate as made_key
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from secretary import Secretary, pdf_text

from boarddesk.domain.keeping import Disposable, Disposal, LegalHold
from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.minute_book import Seal, SealedPart
from boarddesk.reports import signing
from boarddesk.services.commands.hold_meeting_notes import WriteWorkingNotes
from boarddesk.services.commands.set_retention import SetRetention

NOTES = "Quetzalcoatl doubts the covenant"


def sealed_meeting(desk: Secretary) -> str:
    seals = [seal for seal in desk.record.all(Seal) if seal.part is SealedPart.MINUTES]
    return seals[0].meeting


def home_lines(desk: Secretary) -> list[list[str]]:
    desk.page("Home")
    return desk.rows()


def test_a_hold_blocks_the_disposal_until_it_is_released(sample_desk: Secretary) -> None:
    desk = sample_desk
    meeting = sealed_meeting(desk)
    item = desk.record.where(AgendaItem, "meeting", meeting)[0]
    desk.services.bus.do(WriteWorkingNotes(item.id, NOTES))
    days = ((Disposable.LIVE_NOTES, 0),)
    desk.services.bus.do(SetRetention(days, date(2026, 1, 1), "Records policy, section 4"))

    desk.register("legal_holds")
    desk.click("Place a hold…", {"Matter": "Inquiry of 2 November"})
    hold = next(hold for hold in desk.record.all(LegalHold) if hold.released_on is None)
    shown = next(table.texts() for table in desk.tables() if table.view.accessibleName() == "Legal holds")
    assert shown[0][:2] == ["Inquiry of 2 November", "Everything"]

    assert not any("may be disposed of" in " ".join(row) for row in home_lines(desk))
    desk.register("disposals")
    said: list[str] = []
    desk.click("Dispose under the policy…", then=lambda dialog: (said.append(desk.words(dialog)), dialog.reject()))
    assert "On legal hold" in said[0]
    assert "Inquiry of 2 November" in said[0]
    assert "Nothing is due today." in said[0]

    desk.register("legal_holds")
    desk.select("Inquiry of 2 November")
    desk.press("Return", then=lambda dialog: desk.answer(dialog, {"Why it ends": "Closed without action"}))
    assert desk.record.get(LegalHold, hold.id).release_reason == "Closed without action"

    path = desk.services.path
    assert NOTES.encode() in b"".join(each.read_bytes() for each in path.parent.iterdir() if each.is_file())
    assert any("1 kind of records may be disposed of under the policy" in " ".join(row) for row in home_lines(desk))
    desk.select("1 kind of records")
    desk.press("Return")
    assert desk.here.title == "Registers"
    assert desk.here.here.table == "disposals"

    def dispose(dialog) -> None:
        (box, proposal) = next(iter(dialog.boxes.values()))
        assert proposal.meeting == meeting
        box.setChecked(True)
        desk.answer(dialog, {}, "Dispose of it")

    desk.click("Dispose under the policy…", then=dispose)
    (row,) = desk.record.all(Disposal)
    assert (row.description, row.policy) == ("Notes on 1 item", "0 days after the minutes are sealed")
    assert NOTES.encode() not in b"".join(each.read_bytes() for each in path.parent.iterdir() if each.is_file())
    assert desk.toast() == "The file was written anew: what was disposed of is in no part of it"
    assert desk.services.verified() == ()
    desk.undo()
    assert "cannot be undone" in desk.banner()


def test_a_certificate_is_made_on_the_documents_page(sample_desk: Secretary) -> None:
    desk = sample_desk
    documents = desk.page("Documents")

    def certify(dialog) -> None:
        dialog.motions[0].set_value("2026-34")
        desk.answer(dialog, {"For": "Credit Agreement"})

    desk.click("Certificate…", then=certify)
    desk.wait(lambda: documents.preview.accessibleName() == "Preview of Certificate")
    target = desk.folder / "certificate.pdf"
    desk.files.append(target)
    desk.click("Save a copy…", within=documents.header)
    desk.settle()
    words = pdf_text(target)
    assert "Counter-certified" in words
    assert "RESOLVED, that the execution, delivery and performance by the Company of the Amendment" in words


def test_a_certificate_is_signed_with_a_certificate_file(sample_desk: Secretary) -> None:
    desk = sample_desk
    documents = desk.page("Documents")
    key = desk.folder / "secretary.p12"
    key.write_bytes(made_key().data)

    def sign(dialog) -> None:
        desk.files.append(key)
        desk.click("Choose a file…", within=dialog)
        dialog.passphrase.setText("wrong")
        QTest.mouseClick(dialog.verb, Qt.MouseButton.LeftButton)
        assert any("cannot be opened" in said for said in dialog.errors())
        dialog.passphrase.setText(made_key().passphrase)
        desk.answer(dialog, {})

    desk.click("Certificate…", then=sign)
    desk.wait(lambda: documents.preview.accessibleName() == "Preview of Certificate")
    target = desk.folder / "signed.pdf"
    desk.files.append(target)
    desk.click("Save a copy…", within=documents.header)
    desk.settle()
    (found,) = signing.signatures_in(target.read_bytes())
    assert found.whole
