"""A written consent with a signature that is missing, one that comes late, one that is revoked; then it is filed."""

from datetime import date, datetime, time

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from secretary import Asked, Secretary, pdf_text

from boarddesk.domain.consents import asked_on
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Consent, ConsentSignature
from boarddesk.services.commands.consents_sign import SignConsent
from boarddesk.services.consent_documents import circulated_pdf

LATE, TAKES_BACK = "celikbaran", "Ingrid Sørhaug"
ASKED, STATED = date(2026, 11, 9), date(2026, 11, 10)


def between(desk: Secretary):
    page = desk.page("Meetings")
    page.parts.choose("between")
    page.show_list()
    desk.settle()
    return page.between


def state(desk: Secretary) -> str:
    (row,) = (row for row in desk.rows() if "Bank accounts of Lyon" in row[2])
    return row[4]


def drop(widget, *paths) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    where = QPointF(widget.rect().center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    widget.dropEvent(QDropEvent(where, Qt.DropAction.CopyAction, data, buttons, keys))


def test_a_consent_with_a_missing_a_late_and_a_revoked_signature(sample_desk: Secretary) -> None:
    desk = sample_desk
    meetings = len(desk.record.all(Meeting))
    between(desk)
    desk.click("Circulate a consent…", {
        "Circulated on": ASKED, "Title": "Bank accounts of Lyon", "Topic 1": "Accounts",
        "Resolution of topic 1": "RESOLVED, that the accounts of the Lyon subsidiary be, and they hereby are, approved.",
        "Takes effect not before": STATED, "at (effect)": time(9),
    })  # fmt: skip
    consent = max(desk.record.all(Consent), key=lambda c: c.number)
    members = asked_on(desk.record, consent, ASKED)
    for person in members:
        if person != LATE:
            at = datetime.combine(ASKED, time(15))
            desk.services.bus.do(SignConsent(consent.id, person, at, at))
    desk.settle()
    # One is missing, though the time stated has come.
    assert state(desk) == "Waiting for 1 signature"

    # One is taken back before it took effect: nothing is decided.
    desk.select("Bank accounts of Lyon")
    desk.press("Return", then=lambda dialog: desk.answer(
        dialog, {"Member": TAKES_BACK, "Signed on": date(2026, 11, 10), "at": time(11)}, "Revoke the signature"
    ))  # fmt: skip
    assert state(desk) == "Void because Ingrid Sørhaug revoked on 10 Nov 2026"
    desk.press("Return", then=lambda dialog: desk.answer(
        dialog, {"Member": TAKES_BACK, "Signed on": date(2026, 11, 11), "at": time(9),
                 "Delivered on": date(2026, 11, 11), "delivered at": time(9, 30)}
    ))  # fmt: skip
    assert state(desk) == "Waiting for 1 signature"

    # The last page comes back late, as a PDF that is dropped on the list.
    page = desk.folder / "page.pdf"
    page.write_bytes(circulated_pdf(desk.services, consent.id, LATE))
    seen: list[str] = []

    def keep(dialog) -> None:
        seen.append(desk.words(dialog))
        desk.answer(dialog, {"Signed on": date(2026, 11, 12), "at": time(8), "Delivered on": date(2026, 11, 12),
                             "delivered at": time(8, 5)})  # fmt: skip

    asked = Asked(keep)
    drop(desk.here.between, page)
    desk.wait(lambda: asked.done)
    desk.window.activateWindow()
    desk.settle()
    assert asked.trouble is None
    assert "The seal on it is that of consent" in seen[0]
    assert state(desk) == "Effective 12 Nov 2026"
    (signature,) = (s for s in desk.record.where(ConsentSignature, "consent", consent.id) if s.person == LATE)
    assert desk.services.attachment(signature.attachment) == page.read_bytes()

    desk.select("Bank accounts of Lyon")
    said: list[str] = []

    def file(dialog) -> None:
        said.append(desk.words(dialog))
        desk.answer(dialog, {}, "File with the minutes")

    desk.press("Return", then=file)
    assert "Delivered after the stated time, 10 Nov 2026, 09:00" in said[0]
    assert state(desk) == "Effective 12 Nov 2026, filed"
    assert len(desk.record.all(Meeting)) == meetings

    documents = desk.page("Documents")
    documents.show_target(f"consent-{consent.id}")
    desk.wait(lambda: documents.preview.pages() > 1)
    target = desk.folder / "filed.pdf"
    desk.files.append(target)
    desk.click("Save a copy…", within=documents.header)
    desk.settle()
    words = pdf_text(target)
    assert words.count("/s/ ") == len(members) == 9
    assert "9 of 9" in words
    assert "Effective 12" in " ".join(words.split())


def test_an_interest_brings_a_meeting_in_its_place(sample_desk: Secretary) -> None:
    desk = sample_desk
    between(desk)
    before = len(desk.record.all(Consent))

    def instead(dialog) -> None:
        desk.fill({"Title": "Supply by Fennimore", "Topic 1": "Supply",
                   "Resolution of topic 1": "RESOLVED, that the agreement is approved."}, dialog)  # fmt: skip
        assert not dialog.meet.isVisible()
        dialog.interested.boxes["nakagawa-reyes"].setChecked(True)
        desk.click("Schedule a meeting instead…", {"Date": date(2026, 11, 20)}, within=dialog)

    desk.click("Circulate a consent…", then=instead)
    assert len(desk.record.all(Consent)) == before
    meeting = next(m for m in desk.record.all(Meeting) if m.day == date(2026, 11, 20))
    page = desk.page("Meetings")
    page.show_target((meeting.id, "agenda"))
    desk.settle()
    assert desk.sees("Supply by Fennimore")
