"""The secretary prints the minutes of a board meeting and of its independent session, and reads them back."""

from secretary import pdf_text

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.domain.people import Person
from boarddesk.domain.presence import attendees

MEETING = "2026-10-22-board"


def test_the_minutes_of_a_regular_meeting_are_saved(sample_desk) -> None:
    desk = sample_desk
    page = desk.page("Meetings")
    page.show_target((MEETING, "minutes"))
    desk.settle()
    tab = page.view.current()
    assert tab.preview.pages() > 3
    target = desk.folder / "october.pdf"
    desk.files.append(target)
    desk.click("Save a copy…", within=tab.header_row)
    text = pdf_text(target)
    record = desk.record
    meeting = record.get(Meeting, MEETING)
    for person in attendees(record, meeting):
        assert record.get(Person, person).name in text
    for motion in record.where(Motion, "meeting", MEETING):
        assert motion.number in text
    assert "independent" in text


def test_the_minutes_of_its_session_are_a_document_of_their_own(sample_desk) -> None:
    desk = sample_desk
    page = desk.page("Meetings")
    page.show_target((MEETING, "session"))
    desk.settle()
    desk.click("Its minutes")
    tab = page.view.current()
    assert page.view.head.title == "Independent session"
    target = desk.folder / "session.pdf"
    desk.files.append(target)
    desk.click("Save a copy…", within=tab.header_row)
    text = pdf_text(target)
    assert "Ingrid Sørhaug" in text
    assert "Marcus Ellerbrook" not in text.split("Presiding")[1][:200]


def test_a_meeting_not_held_has_no_minutes(sample_desk) -> None:
    desk = sample_desk
    page = desk.page("Meetings")
    page.show_target(("2026-12-03-board", "minutes"))
    desk.settle()
    assert desk.sees("there are no minutes to print")
    assert not page.view.current().print_button.isEnabled()
