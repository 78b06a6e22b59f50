"""The Notice tab: what is due, who had notice, what can be done in which state, and files as they are asked for."""

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from meeting_case import EVERYONE, NAMES, at, begin
from msgspec.structs import replace

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.notices import Issue, IssuedKind, Notice, NoticeKind
from boarddesk.domain.people import Person
from boarddesk.services.commands.cancel_meeting import CancelMeeting
from boarddesk.ui import files
from boarddesk.ui.meeting.tabs import NAMES as TABS


def put(room: Any, *rows: Any) -> None:
    room.services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)
    room.settle()


def hours(room: Any, value: str = "240") -> None:
    key = "notice_hours_board_regular"
    put(room, ParameterValue(id=key, key=key, value=value, effective_from=at("00:00").date().replace(year=2020),
                             citation="Bylaws §3.6"))  # fmt: skip


def shown(room: Any) -> set[str]:
    from PySide6.QtWidgets import QAbstractButton

    return {button.text() for button in room.page.findChildren(QAbstractButton) if button.isVisible()}


def test_the_deadline_stands_on_the_tab_the_overview_and_in_the_list(room: Any) -> None:
    hours(room)
    assert next(row[5] for row in room.page.list.table.texts() if row[0] == "Thu 3 Dec 2026") == "by Mon 23 Nov, 09:00"
    room.go("december", "overview")
    assert "by Mon 23 Nov 2026, 09:00" in room.words()
    tab = room.go("december", "notice")
    assert "By Mon 23 Nov 2026, 09:00, in 11 days" in room.words(tab)
    assert "10 days before it (Bylaws §3.6)" in room.words(tab)
    assert {row[4] for row in tab.people.texts()} == {"Not given"}


def test_a_file_read_on_a_day_of_its_own_counts_from_that_day(room: Any) -> None:
    hours(room)
    company = room.record.company
    put(room, replace(company, read_as_of=at("00:00").date().replace(month=11, day=2)))
    assert "By Mon 23 Nov 2026, 09:00, in 21 days" in room.words(room.go("december", "notice"))


def test_notice_is_given_to_some_then_to_the_rest_and_kept_as_issued(room: Any) -> None:
    hours(room)
    tab = room.go("december", "notice")

    def some(dialog: Any) -> None:
        assert set(dialog.people.value()) == set(EVERYONE)
        dialog.people.boxes["celikbaran"].setChecked(False)
        dialog.clock.setText("14:10")

    room.answer(lambda: room.click("Give notice…"), some)
    assert len(room.record.where(Notice, "meeting", "december")) == 8
    assert tab.people.footer.text() == "Eight had notice in time and one had none yet, of 9."

    def rest(dialog: Any) -> None:
        assert dialog.people.value() == ("celikbaran",)
        dialog.manner.setText("courier")

    room.answer(lambda: room.click("Give notice…"), rest)
    assert {row[4] for row in tab.people.texts()} == {"In time"}
    issued = sorted(room.record.all(Issue), key=lambda row: row.number)
    assert [(row.kind, row.number, len(row.people)) for row in issued] == [
        (IssuedKind.NOTICE, 1, 8), (IssuedKind.NOTICE, 2, 1),
    ]  # fmt: skip
    assert room.services.attachment(issued[0].attachment).startswith(b"%PDF")
    assert "Notice 1, 12 Nov 2026, 14:10, to 8" in room.words(tab)


def test_a_late_notice_is_said_before_it_is_recorded(room: Any) -> None:
    hours(room, "720")
    room.go("december", "notice")
    said: list[str] = []
    room.answer(lambda: room.click("Give notice…"), lambda dialog: said.append(dialog.late.text()))
    assert said == [
        "The last moment for it was Tue 3 Nov 2026, 09:00. Those who neither waive it nor attend had it late."
    ]
    assert {row[4] for row in room.tab.people.texts()} == {"Late"}


def test_a_failure_and_a_signed_waiver_are_logged(room: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hours(room)
    tab = room.go("december", "notice")
    room.answer(lambda: room.click("Give notice…"), lambda dialog: dialog.clock.setText("14:10"))

    def failed(dialog: Any) -> None:
        dialog.people.boxes["okoro"].setChecked(True)
        dialog.at.time.setText("14:12")

    room.answer(lambda: room.click("Failure notice…"), failed)
    line = {row[0]: row for row in tab.people.texts()}[NAMES["okoro"]]
    assert (line[2], line[4]) == ("Failure notice 14:12", "Failed")
    scan = tmp_path / "waiver.pdf"
    scan.write_bytes(b"%PDF-1.4 signed")
    monkeypatch.setattr(files, "ask_open", lambda *_args: scan)

    def waived(dialog: Any) -> None:
        dialog.people.boxes["okoro"].setChecked(True)
        dialog.file.choose.click()

    room.answer(lambda: room.click("Waiver…"), waived)
    assert {row[0]: row for row in tab.people.texts()}[NAMES["okoro"]][4] == "Waived"
    copy = tmp_path / "copy.pdf"
    monkeypatch.setattr(files, "ask_save", lambda *_args: copy)
    tab.people.select("okoro")
    tab.people.view.setFocus()
    room.press("Return", widget=tab.people.view)
    assert copy.read_bytes() == b"%PDF-1.4 signed"
    room.answer(lambda: room.press("Delete", widget=tab.people.view), lambda _dialog: None)
    left = {row.kind for row in room.record.where(Notice, "person", "okoro")}
    assert left == {NoticeKind.GIVEN, NoticeKind.FAILED}


def test_a_waiver_may_still_come_when_the_minutes_are_out_but_nothing_else_changes(room: Any) -> None:
    begin(room.services, *EVERYONE[:8])
    room.services.bus.do(_adjourned())
    put(room, replace(room.record.get(Meeting, "special"), minutes_circulated_on=at("18:00").date()))
    room.go("special", "notice")
    there = shown(room)
    assert {"Waiver…", "Objection…", "Print"} <= there
    assert not {"Give notice…", "Purpose, joining…", "By telephone…", "Failure notice…"} & there
    room.answer(lambda: room.click("Waiver…"), lambda dialog: dialog.people.boxes["celikbaran"].setChecked(True))
    assert {row[0]: row[4] for row in room.tab.people.texts()}[NAMES["celikbaran"]] == "Waived"


def _adjourned() -> Any:
    from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting

    return AdjournMeeting("special", at("15:12"))


def test_the_invitation_its_update_and_its_cancellation(
    room: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(room, *(replace(person, email=f"{person.id}@acme.example") for person in room.record.all(Person)))
    room.go("december", "notice")
    written: list[Path] = []

    def ask(*_args: object) -> Path:
        written.append(tmp_path / f"{len(written)}.ics")
        return written[-1]

    monkeypatch.setattr(files, "ask_save", ask)
    room.click("Write the invitation…")
    room.click("Write an update…")
    room.services.bus.do(CancelMeeting("december", "No business", at("00:00").date()))
    room.settle()
    room.click("Write the cancellation…")
    methods = [str(Calendar.from_ical(path.read_bytes())["method"]) for path in written]
    assert methods == ["REQUEST", "REQUEST", "CANCEL"]
    assert len(room.record.all(Issue)) == 3
    assert "Invitation 3" in room.words(room.tab)
    room.answer(lambda: room.click("Told of it…"), lambda dialog: dialog.people.boxes["okoro"].setChecked(True))
    assert {row[0]: row[4] for row in room.tab.people.texts()}[NAMES["okoro"]] == "Told"


def test_only_meetings_of_stockholders_have_their_tab(room: Any) -> None:
    annual = Meeting(id="annual", body=STOCKHOLDERS, kind=MeetingKind.ANNUAL, starts=at("16:00"))
    put(room, annual)
    room.go("december", "stockholders")
    assert room.page.view.tab == "notice"
    tab = room.go("annual", "stockholders")
    assert room.page.view.tab == "stockholders"
    assert "session" not in [TABS[number] for number in room.page.view.row.shown()]
    assert "none named yet" in room.words(tab)
    room.go("annual", "notice")
    assert "Give notice…" in shown(room)
    assert not {"By telephone…", "Waiver…", "Write the invitation…"} & shown(room)
