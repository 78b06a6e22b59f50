"""She plans a year of meetings, moves one, calls one off, gives notice, and exports the calendar."""

from datetime import date, datetime
from typing import Any

import icalendar
from secretary import Secretary

from boarddesk.domain.meetings import Meeting, MeetingState
from boarddesk.ui.dialogs.plan_year_dialog import PlanYearDialog


def planned(desk: Secretary, year: int) -> list[Meeting]:
    found = [meeting for meeting in desk.record.all(Meeting) if meeting.day.year == year]
    return sorted(found, key=lambda meeting: (meeting.starts, meeting.id))


def regular(desk: Secretary, year: int) -> list[Meeting]:
    return [meeting for meeting in planned(desk, year) if meeting.body == "board"]


def test_a_year_is_proposed_changed_accepted_and_undone_as_one_step(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    desk.click("Later")
    desk.click("Later")
    assert desk.sees("no board meeting on the calendar")

    def change(dialog: PlanYearDialog) -> None:
        desk.select("Board, regular meeting")
        desk.fill({"New date": date(2028, 2, 21)})
        desk.click("Change the date")
        assert "21 Feb 2028 is a market holiday: Washington’s Birthday." in dialog.clashes.text().replace("'", "’")
        desk.fill({"New date": date(2027, 2, 25)})
        desk.click("Change the date")
        assert dialog.clashes.text() == "25 Feb 2027 is not in 2028."
        desk.fill({"New date": date(2028, 2, 24)})
        desk.press("Return", dialog.day)
        assert dialog.isVisible(), "Enter changes the date and accepts nothing"
        assert dialog.clashes.text() == ""
        desk.answer(dialog, {})

    desk.click("Plan 2028…", then=change)
    boards = regular(desk, 2028)
    assert len(boards) == 4
    assert boards[0].day == date(2028, 2, 24)
    for board in boards:
        sessions = [m for m in planned(desk, 2028) if m.parent == board.id]
        assert [m.day for m in sessions] == [board.day]
        assert sessions[0].starts >= (board.ends or board.starts)
    assert all(meeting.day.weekday() < 5 for meeting in planned(desk, 2028))
    assert sum(meeting.body == "stockholders" for meeting in planned(desk, 2028)) == 1
    assert desk.sees("4 board meetings: 4 regular")
    desk.undo()
    assert planned(desk, 2028) == []
    assert desk.toast().startswith("Undone: Plan 2028")
    desk.redo()
    assert len(regular(desk, 2028)) == 4


def test_a_moved_meeting_takes_its_session_along_and_needs_new_notice(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    desk.click("List")
    row = next(row for row in desk.rows() if row[0] == "Thu 3 Dec 2026" and row[3] == "Board, regular meeting")
    meeting = next(m for m in regular(desk, 2026) if m.day == date(2026, 12, 3))
    desk.select_key(meeting.id)
    assert row[1] == "09:00"
    desk.click("Record the notice…", {"By": "by e-mail to each director"})
    noticed = desk.record.get(Meeting, meeting.id)
    assert (noticed.state, noticed.notice_on) == (MeetingState.NOTICED, date(2026, 11, 12))

    def move(dialog: Any) -> None:
        assert "Notice was given on 12 Nov 2026 for the old date; it has to be given again." in desk.words(dialog)
        assert "Its independent session moves with it." in desk.words(dialog)
        desk.answer(dialog, {"Date": date(2026, 12, 10)})

    session = next(m for m in desk.record.where(Meeting, "parent", meeting.id))
    desk.click("Move…", then=move)
    moved = desk.record.get(Meeting, meeting.id)
    assert (moved.day, moved.state, moved.notice_on) == (date(2026, 12, 10), MeetingState.PLANNED, None)
    gap = session.starts - (meeting.ends or meeting.starts)
    assert desk.record.get(Meeting, session.id).starts == (moved.ends or moved.starts) + gap
    assert moved.sequence == meeting.sequence + 1


def test_a_meeting_is_called_off_for_a_reason_and_stays_on_the_calendar(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    desk.click("List")
    meeting = next(m for m in regular(desk, 2026) if m.day == date(2026, 12, 3))
    desk.select_key(meeting.id)
    desk.click(
        "Cancel or postpone…",
        {
            "Postponed: it will be held later": True,
            "New date, if known": date(2026, 12, 17),
            "Reason": "The auditors need two more weeks.",
        },
    )
    old = desk.record.get(Meeting, meeting.id)
    assert (old.state, old.reason) == (MeetingState.POSTPONED, "The auditors need two more weeks.")
    new = desk.record.get(Meeting, old.moved_to)
    assert new.starts == datetime.combine(date(2026, 12, 17), meeting.starts.time())
    assert [m.day for m in desk.record.where(Meeting, "parent", new.id)] == [date(2026, 12, 17)]
    desk.undo()
    back = desk.record.get(Meeting, meeting.id)
    assert (back.state, back.starts, back.reason) == (meeting.state, meeting.starts, "")
    assert back.sequence > old.sequence, "calendars take the meeting that stands again for the newest"
    assert desk.record.find(Meeting, new.id) is None


def test_the_calendar_is_written_for_other_programs(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    desk.files = [desk.folder / "larkfield.ics"]
    desk.click("Export…")
    desk.wait((desk.folder / "larkfield.ics").is_file)
    events = icalendar.Calendar.from_ical((desk.folder / "larkfield.ics").read_bytes()).walk("VEVENT")
    assert len(events) == len(planned(desk, 2026))
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert all(event["DTSTART"].dt.tzinfo is not None for event in events)


def test_a_meeting_is_scheduled_from_the_menu_with_its_clashes_shown(sample_desk: Secretary) -> None:
    desk = sample_desk
    seen: list[str] = []

    def schedule(dialog: Any) -> None:
        desk.fill({"Date": date(2026, 12, 3), "From": "10:00", "Until": "11:00", "Kind": "Special meeting"}, dialog)
        seen.append(dialog.clashes.text())
        desk.answer(dialog, {"Date": date(2026, 12, 8)})

    before = len(desk.record.all(Meeting))
    desk.click("Schedule a meeting…", then=schedule)
    assert "Board at 10:00 and Board at 09:00" in seen[0]
    added = [m for m in desk.record.all(Meeting) if m.day == date(2026, 12, 8)]
    assert len(desk.record.all(Meeting)) == before + 1
    assert (added[0].body, added[0].kind.value, added[0].scheduled_on) == ("board", "special", date(2026, 11, 12))


def test_calendars_that_were_sent_take_every_export_for_newer(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("calendar")
    desk.click("List")

    def sent(name: str) -> dict[str, tuple[int, date]]:
        desk.files = [desk.folder / name]
        desk.click("Export…")
        desk.wait((desk.folder / name).is_file)
        events = icalendar.Calendar.from_ical((desk.folder / name).read_bytes()).walk("VEVENT")
        return {str(e["UID"]).split("@")[0]: (int(e["SEQUENCE"]), e["DTSTART"].dt.date()) for e in events}

    ids, third, tenth = ("2026-12-03-board", "2026-12-03-session"), date(2026, 12, 3), date(2026, 12, 10)
    desk.select_key(ids[0])
    desk.click("Move…", {"Date": tenth})
    moved = sent("moved.ics")
    desk.undo()
    undone = sent("undone.ics")
    desk.redo()
    again = sent("again.ics")
    assert [moved[i] for i in ids] == [(1, tenth)] * 2
    assert [undone[i] for i in ids] == [(2, third)] * 2
    assert [again[i] for i in ids] == [(3, tenth)] * 2
    untouched = moved.keys() - set(ids)
    assert all(moved[i] == undone[i] == again[i] for i in untouched)


def test_the_month_names_the_markets_holidays(sample_desk: Secretary) -> None:
    desk = sample_desk
    page: Any = desk.page("calendar")
    desk.click("Month")
    assert page.months._view.notes == ((date(2026, 11, 26), "Thanksgiving Day"),)
    desk.click("Later")
    assert page.months._view.notes == ((date(2026, 12, 25), "Christmas Day"),)


def test_on_another_day_the_calendar_is_only_read(sample_desk: Secretary) -> None:
    desk = sample_desk
    page: Any = desk.page("calendar")
    desk.click("List")
    desk.window.desk.read_on(date(2026, 6, 30))
    desk.settle()
    desk.select_key("2026-08-13-board")
    assert not desk.sees("What can be done")
    assert not page._schedule.isEnabled()
    desk.click("Back to today")
    assert page._schedule.isEnabled()


def test_habits_without_any_committee_are_not_taken(sample_desk: Secretary) -> None:
    desk = sample_desk
    habits = desk.record.company.habits
    said: list[str] = []

    def untick(dialog: Any) -> None:
        for box in dialog.committees.boxes.values():
            desk.fill({box.accessibleName(): False}, dialog)
        desk.click(dialog.verb.text(), within=dialog)
        said.extend(dialog.errors())
        dialog.reject()

    desk.page("settings")
    desk.click("Change how the company meets", then=untick)
    assert said == ["Tick one at least; the plan of a year lets you leave out any meeting."]
    assert desk.record.company.habits == habits
