"""Calendar files of one meeting: request, update, cancel, with one UID; and what undoing leaves of a meeting sent."""

import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar, Event

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import DAY, EVERYONE, at, company
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, MeetingKind
from boarddesk.domain.notices import Issue
from boarddesk.domain.people import Person
from boarddesk.services.calendar import ics_of_year
from boarddesk.services.commands.cancel_meeting import CancelMeeting
from boarddesk.services.commands.describe_meeting import DescribeMeeting
from boarddesk.services.commands.move_meeting import MoveMeeting
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.invitations import deed_of, invitation, sent_words
from boarddesk.services.workspace import Services

NOW = at("15:00")


@pytest.fixture
def services(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    made = company(company_path)
    people = [replace(p, email=f"{p.id}@acme.example") for p in made.record.all(Person) if p.id != "celikbaran"]
    made.bus.run_restoring("Fixture", "Fixture", [(Person, person.id, person) for person in people], 1)
    yield made
    made.close()


def issue(services: Services, meeting: str = "december", when: datetime = NOW) -> tuple[Calendar, Event]:
    made = invitation(services, meeting, when)
    services.bus.do(made.issued())
    calendar = Calendar.from_ical(made.data)
    return calendar, next(iter(calendar.walk("VEVENT")))


def test_request_update_and_cancel_are_one_entry_for_every_calendar(services: Services) -> None:
    services.bus.do(DescribeMeeting("december", dial_in="+1 555 0100, code 4411#"))
    calendar, first = issue(services)
    assert str(calendar["method"]) == "REQUEST"
    assert str(first["organizer"]) == "mailto:tashiro@acme.example"
    attendees = {str(each): each.params for each in first["attendee"]}
    assert set(attendees) == {f"mailto:{person}@acme.example" for person in EVERYONE if person != "celikbaran"}
    assert {params["PARTSTAT"] for params in attendees.values()} == {"NEEDS-ACTION"}
    assert "+1 555 0100" in str(first["description"])
    assert str(first["status"]) == "CONFIRMED"

    later = datetime(2026, 12, 10, 9, 0)
    services.bus.do(MoveMeeting("december", later))
    calendar, second = issue(services, when=NOW + timedelta(hours=1))
    assert str(calendar["method"]) == "REQUEST"
    services.bus.do(CancelMeeting("december", "No business", DAY))
    calendar, third = issue(services, when=NOW + timedelta(hours=2))
    assert (str(calendar["method"]), str(third["status"])) == ("CANCEL", "CANCELLED")
    assert {str(event["uid"]) for event in (first, second, third)} == {str(first["uid"])}
    numbers = [int(event["sequence"]) for event in (first, second, third)]
    assert numbers == sorted(set(numbers))
    stamps = [event.decoded("dtstamp") for event in (first, second, third)]
    assert stamps == sorted(set(stamps))
    rows = sorted(services.record.all(Issue), key=lambda row: row.number)
    assert [(row.number, row.variant) for row in rows] == [(1, "invitation"), (2, "invitation"), (3, "invitation")]


def test_who_has_no_address_is_said(services: Services) -> None:
    made = invitation(services, "december", NOW)
    assert sent_words(made) == ("The invitation is for 8 people. No e-mail address of Aylin Çelikbaran is on record.")


def test_there_is_nothing_to_cancel_that_was_never_sent(services: Services) -> None:
    services.bus.do(CancelMeeting("december", "No business", DAY))
    assert deed_of(services.record, services.record.get(Meeting, "december")) == ""
    with pytest.raises(UserError) as refusal:
        invitation(services, "december", NOW)
    assert refusal.value.code == "no_invitation"


def test_what_was_sent_is_called_off_and_not_undone(services: Services) -> None:
    services.bus.do(ScheduleMeeting("audit", MeetingKind.SPECIAL, at("09:00", date(2026, 11, 20)), DAY))
    meeting = "2026-11-20-audit"
    issue(services, meeting)
    with pytest.raises(UserError) as refusal:
        services.history.undo()
    assert refusal.value.code == "not_undoable"
    assert services.record.find(Meeting, meeting) is not None
    services.bus.do(CancelMeeting(meeting, "No business", DAY))
    calendar, event = issue(services, meeting)
    assert str(calendar["method"]) == "CANCEL"
    assert len(event["attendee"]) == 3


def test_the_years_file_calls_off_what_undoing_took_away(services: Services) -> None:
    services.bus.do(ScheduleMeeting("audit", MeetingKind.SPECIAL, at("09:00", date(2026, 11, 20)), DAY))
    uid = next(u for u in _events(services) if u.startswith("2026-11-20-audit@"))
    first = _events(services)[uid]
    services.history.undo()
    gone = _events(services)[uid]
    assert str(gone["status"]) == "CANCELLED"
    assert int(gone["sequence"]) > int(first["sequence"])
    services.history.redo()
    back = _events(services)[uid]
    assert str(back["status"]) == "TENTATIVE"
    assert int(back["sequence"]) > int(gone["sequence"])


def _events(services: Services) -> dict[str, Event]:
    calendar = Calendar.from_ical(ics_of_year(services, 2026))
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}
