"""The October minutes: circulated, commented on, approved in January with one correction, sealed; a byte altered."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any

import pytest
from secretary import pdf_text

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

import meeting_case
from minutes_case import OCTOBER, october

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import BOARD, AgendaItem, ItemType, Meeting, MeetingState
from boarddesk.domain.minute_book import CommentOutcome, MinutesComment, MinutesVersion
from boarddesk.domain.minutes import MinutesState, approving_motion, minutes_state, seal_of
from boarddesk.domain.motions import Motion
from boarddesk.ui.dialogs.verify_pdf_dialog import VerifyPdfDialog

JANUARY = "january"
DAY = dt.date(2027, 1, 14)


@pytest.fixture
def january(desk, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The company on the day of its January meeting, the October minutes still a draft."""
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    rows = meeting_case.rows()
    held = next(row for row in rows if isinstance(row, Meeting) and row.id == OCTOBER)
    rows += october(held)
    rows += [
        Meeting(id=JANUARY, body=BOARD, starts=dt.datetime(2027, 1, 14, 9), place="Boardroom"),
        AgendaItem(id="jan-1", meeting=JANUARY, position=1, title="Call to order", type=ItemType.CALL_TO_ORDER),
    ]
    name = "Larkfield Systems, Inc."
    desk.start(rows, Company(id="company", name=name, short_name="Larkfield", read_as_of=DAY))
    return desk


def _state(desk: Any) -> MinutesState:
    return minutes_state(desk.record, desk.record.get(Meeting, OCTOBER))


def _open(desk: Any, meeting: str, tab: str) -> Any:
    page = desk.page("Meetings")
    page.show_target((meeting, tab))
    desk.settle()
    return page.view.current()


def test_from_draft_to_the_seal_and_one_altered_byte(january) -> None:
    desk = january
    tab = _open(desk, OCTOBER, "minutes")
    desk.click("Circulate version 1…", fill={"Others": "counsel@example.org"})
    assert _state(desk) is MinutesState.CIRCULATED
    assert desk.sees("version 1, 14 Jan, sent to 10", tab.state_bar)

    desk.click("Note a comment…", fill={"From": "Mei-Lin Castellanos", "Comment": "It was Mr. Ellerbrook."})
    assert desk.sees("It was Mr. Ellerbrook.", tab.state_bar)
    desk.click("Answer…", fill={"Outcome": "Taken"})
    assert desk.record.all(MinutesComment)[0].outcome is CommentOutcome.TAKEN

    # One click puts them on the next agenda.
    desk.click("Put on the agenda of 14 Jan")
    assert desk.sees("on the agenda of 14 Jan 2027", tab.state_bar)
    motion = next(row for row in desk.record.all(Motion) if row.approves_minutes_of == OCTOBER)
    assert (motion.meeting, motion.text.endswith("approved as circulated.")) == (JANUARY, True)

    _hold_the_january_meeting(desk)
    approval = approving_motion(desk.record, desk.record.get(Meeting, OCTOBER))
    assert approval is not None
    assert (approval.id, approval.as_corrected, approval.minutes_version) == (motion.id, True, f"{OCTOBER}-v2")
    assert _state(desk) is MinutesState.APPROVED

    tab = _open(desk, OCTOBER, "minutes")
    assert desk.sees("by the Board, 14 Jan, as corrected", tab.state_bar)
    desk.click("Seal…", fill={})
    assert _state(desk) is MinutesState.SEALED
    seal = seal_of(desk.record, OCTOBER)
    assert seal is not None
    assert desk.sees(f"14 Jan, {seal.number}", tab.state_bar)
    _verified_and_altered(desk, tab, seal.number)


def _hold_the_january_meeting(desk: Any) -> None:
    """The roll, the call to order, the correction handed round, the vote."""
    live = _open(desk, JANUARY, "live")
    live.clock.by_hand()
    live.clock.field.set_time(dt.time(8, 58))
    desk.click("All in the room")
    live.clock.field.set_time(dt.time(9, 2))
    desk.click("Call to order")
    assert desk.record.get(Meeting, JANUARY).state is MeetingState.IN_SESSION

    _open(desk, OCTOBER, "minutes")
    desk.click("Take back to draft…", fill={"Reason": "Mr. Ellerbrook presented."})
    assert _state(desk) is MinutesState.DRAFT
    agenda = _open(desk, OCTOBER, "agenda")
    desk.select("Credit facility", agenda)
    agenda.form.text.setPlainText("Mr. Ellerbrook described the amendment.")
    _open(desk, OCTOBER, "minutes")
    assert desk.record.get(AgendaItem, "oct-2").text == "Mr. Ellerbrook described the amendment."
    desk.click("Circulate version 2…", fill={})
    first, second = (pdf_text_of(desk, number) for number in (1, 2))
    assert "Ms. Delacroix described" in first
    assert "Mr. Ellerbrook described" in second

    live = _open(desk, JANUARY, "live")
    live.presence.people.setFocus()
    desk.press("Ctrl+Down")
    assert desk.sees("Approve minutes of the regular meeting of October 22, 2026", live.item)
    assert live.motion.text.toPlainText().endswith("approved as corrected.")
    for field, name in ((live.motion.mover, "Okoro-Llewelyn"), (live.motion.seconder, "Sørhaug")):
        field.setFocus()
        desk.type(name)
    live.presence.people.setFocus()
    desk.press("A")
    desk.press("Ctrl+Return")


def pdf_text_of(desk: Any, number: int) -> str:
    """The words of a version as it is kept."""
    version = desk.record.get(MinutesVersion, f"{OCTOBER}-v{number}")
    path = desk.folder / f"v{number}.pdf"
    path.write_bytes(desk.services.attachment(version.attachment))
    return " ".join(pdf_text(path).split())


def _verified_and_altered(desk: Any, tab: Any, number: str) -> None:
    """The saved copy is the sealed one; with one byte altered it is found out."""
    target, altered = desk.folder / "october.pdf", desk.folder / "altered.pdf"
    desk.files.append(target)
    desk.click("Save a copy…", within=tab.header_row)
    data = bytearray(target.read_bytes())
    assert f"seal {number}" in pdf_text(target)
    data[len(data) // 3] ^= 1
    altered.write_bytes(data)

    found: list[str] = []

    def look(dialog: VerifyPdfDialog) -> None:
        for path in (target, altered):
            desk.files.append(path)
            desk.click("Choose a PDF…", within=dialog)
            assert dialog.verdict is not None
            found.append(dialog.sentence.text())
        dialog.accept()

    desk.click("Verify a PDF…", then=look)
    assert found[0].startswith("This is the sealed copy of the minutes of Board, regular meeting, 22 Oct 2026")
    assert found[1].startswith(f"Altered: it carries the number {number}")
