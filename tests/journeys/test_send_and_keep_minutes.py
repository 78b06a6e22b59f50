"""Minutes on their way out and back: a pasted table, the message to the readers, a scan, a correction by consent."""

import datetime as dt
from email import message_from_bytes
from email.policy import default
from typing import Any

import docx
from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QColor, QImage, QTextCursor
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from secretary import Secretary, pdf_text

from boarddesk.domain.consents import asked_on
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minutes import MinutesState, minutes_state, seal_of
from boarddesk.domain.motions import Consent
from boarddesk.services.commands.consents_sign import SignConsent
from boarddesk.services.commands.hold_meeting_notes import WritePrivileged
from boarddesk.services.commands.minutes_circulate import TakeBackMinutes
from boarddesk.services.commands.minutes_word import WordBlock
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.main_window import MainWindow

AUDIT, OCTOBER, AUGUST, MAY = "2026-11-10-audit", "2026-10-22-board", "2026-08-13-board", "2026-05-14-board"
COPIED = (
    "<html><head><style>td {color: red}</style></head><body><p>From the paper:</p><table><tr><th>Year</th>"
    "<th>Encoders</th></tr><tr><td><p>2025</p></td><td>1,200</td></tr><tr><td>2026</td><td>1,310</td></tr></table>"
)


def minutes_of(desk: Secretary, meeting: str) -> Any:
    page = desk.page("Meetings")
    page.show_target((meeting, "minutes"))
    desk.settle()
    return page.view.current()


def state(desk: Secretary, meeting: str) -> MinutesState:
    return minutes_state(desk.record, desk.record.get(Meeting, meeting))


def test_a_table_of_a_web_page_is_pasted_and_printed(sample_desk: Secretary) -> None:
    desk = sample_desk
    tab = minutes_of(desk, AUDIT)
    field = tab.list.rows[f"item:{AUDIT}-3:text"].edit
    field.setFocus()
    field.moveCursor(QTextCursor.MoveOperation.End)
    copied = QMimeData()
    copied.setHtml(COPIED)
    copied.setText("what a web page gives besides")
    QApplication.clipboard().setMimeData(copied)
    desk.press("Ctrl+V", field)
    desk.press("Ctrl+Return", field)
    lines = desk.record.get(AgendaItem, f"{AUDIT}-3").text.splitlines()
    assert lines[-4:] == ["From the paper:", "| Year | Encoders |", "| 2025 | 1,200 |", "| 2026 | 1,310 |"]
    for entry, name in (("Save in large print…", "large.pdf"), ("Save as a Word file…", "minutes.docx")):
        desk.files.append(desk.folder / name)
        desk.click(entry)
    assert "Year Encoders 2025 1,200 2026 1,310" in pdf_text(desk.folder / "large.pdf")
    tables = docx.Document(str(desk.folder / "minutes.docx")).tables
    (found,) = [table for table in tables if table.cell(0, 0).text == "Year"]
    assert [[cell.text for cell in row.cells] for row in found.rows][1:] == [["2025", "1,200"], ["2026", "1,310"]]


def test_circulated_minutes_are_offered_as_a_message_and_taken_back_and_forth(sample_desk: Secretary) -> None:
    desk = sample_desk
    tab = minutes_of(desk, AUDIT)
    desk.click("Circulate version 1…", fill={"Others": "counsel@example.org"})
    assert tab.state_bar.trail.isVisible()
    assert "nothing was sent" in desk.toast()
    desk.files.append(desk.folder / "version.eml")
    desk.click("E-mail draft…")
    assert desk.toast().startswith("The draft is written, to 3 readers")
    assert len([toast for toast in desk.window.findChildren(Toast) if toast.isVisible()]) == 1
    message = message_from_bytes((desk.folder / "version.eml").read_bytes(), policy=default)
    assert "counsel@example.org" in str(message["To"])
    seen: list[int] = []

    def look(dialog: Any) -> None:
        desk.wait(lambda: dialog.preview.pages() > 0)
        seen.append(dialog.preview.pages())
        dialog.accept()

    desk.click("Open", within=tab.state_bar.trail, then=look)
    assert seen == [2]
    desk.click("Take back to draft…", fill={"Reason": "A figure was wrong."})
    assert state(desk, AUDIT) is MinutesState.DRAFT
    desk.undo()
    assert state(desk, AUDIT) is MinutesState.CIRCULATED
    desk.redo()
    assert state(desk, AUDIT) is MinutesState.DRAFT


def test_a_correction_of_sealed_minutes_is_approved_by_consent_and_sealed(sample_desk: Secretary) -> None:
    desk = sample_desk
    tab = minutes_of(desk, AUGUST)
    trail = tab.state_bar.trail
    seal = seal_of(desk.record, AUGUST)
    assert seal is not None
    desk.click("Draft a memorandum of correction…", fill={
        "Place": "Item 1", "The minutes say": "Nine directors were present", "They shall say": "Nine were present",
    })  # fmt: skip
    tab.state_bar.toggle()
    assert desk.sees("draft", trail)
    desk.click("Ask by written consent…", fill={})
    consent = max(desk.record.all(Consent), key=lambda row: row.number)
    assert desk.sees(f"in consent {consent.number}, waiting for 9 signatures", trail)
    for minute, person in enumerate(asked_on(desk.record, consent, dt.date(2026, 11, 12))):
        at = dt.datetime(2026, 11, 12, 10, minute)
        desk.services.bus.do(SignConsent(consent.id, person, at, at))
    desk.settle()
    assert desk.sees("approved by consent on 12 Nov 2026", trail)
    # Every line has its room: what was put in while the pane was open counts too.
    desk.wait(lambda: trail.height() > 100)
    desk.click("Seal", within=trail)
    assert desk.sees("sealed, ", trail)
    assert seal_of(desk.record, AUGUST) == seal
    assert desk.services.verified() == ()
    desk.click("What approves it", within=trail)
    said: list[str] = []

    def read(dialog: Any) -> None:
        said.append(desk.words(dialog))
        dialog.reject()

    desk.press("Return", desk.here.between.table.view, then=read)
    assert "Approves: Memorandum of correction 1 to the minutes of Board, regular meeting, 13 Aug 2026" in said[0]


def test_a_picture_of_the_signed_page_is_kept_shown_and_saved_as_it_is(sample_desk: Secretary) -> None:
    desk = sample_desk
    scan = desk.folder / "scan.png"
    picture = QImage(300, 400, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    picture.save(str(scan))
    tab = minutes_of(desk, MAY)

    def sign(dialog: Any) -> None:
        desk.files.append(scan)
        desk.click("Choose a file…", within=dialog)
        desk.answer(dialog, {})

    desk.click("Record a signature…", then=sign)
    if not tab.state_bar.trail.isVisible():
        tab.state_bar.toggle()

    def look(dialog: Any) -> None:
        desk.wait(lambda: dialog.preview.pages() == 1)
        desk.files.append(desk.folder / "copy")
        desk.click("Save a copy…", within=dialog)
        desk.settle()
        dialog.accept()

    desk.click("Open the scan", within=tab.state_bar.trail, then=look)
    assert (desk.folder / "copy.png").read_bytes() == scan.read_bytes()


def test_each_kind_of_hint_leads_to_its_words(sample_desk: Secretary) -> None:
    desk, do = sample_desk, sample_desk.services.bus.do
    do(TakeBackMinutes(OCTOBER, "To look at the hints."))
    items = {item.position: item.id for item in desk.record.where(AgendaItem, "meeting", OCTOBER)}
    do(
        WritePrivileged(
            items[7], "Counsel expects that the claim of the lender will fail before the court of chancery."
        )
    )
    texts = {
        4: "The matter was discussed at length. [name] asked.",
        5: "Ms. Sørhaug said “this is far too dear for us now”. Ms. Delacroix gave an excellent report. It was felt that "
        "fees are high. Mr. Vosslander presented the plan.",
        6: "RESOLVED, that the loan be refused.\nFrom 11:12 a.m. to 11:04 a.m. it was read. Nine directors voted for.",
        10: "The claim of the lender will fail, it was said.",
    }
    do(WordBlock(OCTOBER, "notice_quorum", ""))
    for place, text in texts.items():
        do(WordBlock(OCTOBER, f"item:{items[place]}:text", text))
    tab = minutes_of(desk, OCTOBER)
    hints = tab.view.hints.open
    assert {hint.rule for hint in hints} == {
        "no_quorum", "gap", "at_length", "absent_named", "quotation", "adjective", "tentative", "resolution_text",
        "time_backwards", "privileged", "vote_count",
    }  # fmt: skip
    for hint in hints:
        desk.press("F8", desk.window)
        edit = tab.list.rows[hint.place].edit
        assert edit.hasFocus()
        assert edit.textCursor().selectedText() == hint.words
        desk.wait(lambda edit=edit: not edit.visibleRegion().isEmpty())
    count = len(hints)
    tab.parts.chosen.emit(1)
    desk.click("Set aside…", {"Reason": "So the policy is named."}, within=tab.hints)
    assert len(tab.view.hints.open) == count - 1
    assert desk.sees("Set aside: So the policy is named.", tab.hints)


class _Windows(QObject):
    """Notes every window that is shown and is no dialog, menu or the window itself."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        flashes = event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        if flashes and not isinstance(watched, QDialog | QMenu | MainWindow):
            self.shown.append(type(watched).__name__)
        return False


def test_nothing_flashes_as_a_window_of_its_own(sample_desk: Secretary) -> None:
    desk, watch = sample_desk, _Windows()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    try:
        for meeting in (OCTOBER, AUGUST, AUDIT):
            tab = minutes_of(desk, meeting)
            tab.state_bar.toggle()
            desk.settle()
    finally:
        app.removeEventFilter(watch)
    assert watch.shown == []
