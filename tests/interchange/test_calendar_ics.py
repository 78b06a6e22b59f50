"""The .ics file read back: stable UIDs, sequence, zone with its definition, and what was called off."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import BOARD, INDEPENDENT, Meeting, MeetingKind, MeetingState
from boarddesk.domain.people import Person, Role, RoleTenure
from boarddesk.domain.planning import move
from boarddesk.domain.record import Record
from boarddesk.interchange.formats import calendar_ics


def at(moment: str) -> datetime:
    """Wall-clock time, as the record keeps it: without a zone."""
    return datetime.fromisoformat(moment)


AS_OF = date(2026, 11, 12)
NEW_YORK = ZoneInfo("America/New_York")
BOARD_MEETING = Meeting(
    id="2026-12-03-board",
    body=BOARD,
    starts=at("2026-12-03 09:00"),
    ends=at("2026-12-03 13:30"),
    place="Board Room; 2100 Tanner Row, Columbus",
    scheduled_on=date(2025, 12, 11),
)
SESSION = Meeting(
    id="2026-12-03-session",
    body=INDEPENDENT,
    kind=MeetingKind.SESSION,
    starts=at("2026-12-03 13:40"),
    parent=BOARD_MEETING.id,
)
SUMMER = Meeting(id="2027-08-12-board", body=BOARD, starts=at("2027-08-12 09:00"), notice_on=date(2026, 11, 2))
GONE = Meeting(
    id="gone",
    body=BOARD,
    kind=MeetingKind.SPECIAL,
    starts=at("2026-11-20 16:00"),
    state=MeetingState.CANCELLED,
    reason="The offer was withdrawn.",
    decided_on=date(2026, 11, 10),
    sequence=2,
)
PUT_OFF = Meeting(
    id="put-off", body=BOARD, starts=at("2026-11-24 09:00"), state=MeetingState.POSTPONED, moved_to=BOARD_MEETING.id
)
EVERY = (BOARD_MEETING, SESSION, SUMMER, GONE, PUT_OFF)


def record(*meetings: Meeting, name: str = "Ünïted Acme, Inc.", zone: str = "America/New_York") -> Record:
    company = Company(id="company", name=name, time_zone=zone)
    secretary = Person(id="sec", name="Eleanor T.", email="sec@acme.example")
    role = RoleTenure(id="r", person="sec", role=Role.SECRETARY, start=date(2020, 1, 1))
    return Record.of((company, secretary, role, *meetings))


def read(*meetings: Meeting, **company: str) -> Calendar:
    return Calendar.from_ical(calendar_ics.write(record(*EVERY, **company), meetings, AS_OF))


def events(*meetings: Meeting) -> dict:
    return {str(event["uid"]).split("@")[0]: event for event in read(*meetings).walk("VEVENT")}


def test_times_stand_in_the_companys_zone_which_is_defined() -> None:
    calendar = read(*EVERY)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["America/New_York"]
    found = events(*EVERY)
    assert found["2026-12-03-board"]["dtstart"].params["TZID"] == "America/New_York"
    assert found["2026-12-03-board"].decoded("dtstart") == datetime(2026, 12, 3, 9, tzinfo=NEW_YORK)
    assert found["2026-12-03-board"].decoded("dtend") == datetime(2026, 12, 3, 13, 30, tzinfo=NEW_YORK)
    assert found["2027-08-12-board"].decoded("dtstart").utcoffset() == timedelta(hours=-4)


def test_a_meeting_with_its_own_zone_keeps_it() -> None:
    abroad = Meeting(id="abroad", body=BOARD, starts=at("2026-12-01 09:00"), time_zone="Europe/Paris")
    calendar = read(abroad, BOARD_MEETING)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["America/New_York", "Europe/Paris"]


def test_a_company_on_utc_needs_no_definition() -> None:
    calendar = read(BOARD_MEETING, zone="UTC")
    assert calendar.walk("VTIMEZONE") == []
    assert calendar.walk("VEVENT")[0].to_ical().count(b"DTSTART:20261203T090000Z") == 1


def test_a_meeting_without_an_hour_is_a_whole_day() -> None:
    day = Meeting(id="day", body=BOARD, starts=at("2026-12-08 00:00"), all_day=True)
    (event,) = read(day).walk("VEVENT")
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2026, 12, 8), date(2026, 12, 9))


def test_the_uid_stays_when_the_meeting_moves_and_the_sequence_grows() -> None:
    moved = move((BOARD_MEETING, SESSION), BOARD_MEETING.id, at("2026-12-10 09:00"), published=True)
    before, after = events(BOARD_MEETING, SESSION), events(*moved)
    assert before.keys() == after.keys()
    assert all(after[uid]["uid"] == before[uid]["uid"] for uid in before)
    assert [int(after[uid]["sequence"]) for uid in after] == [1, 1]
    assert after["2026-12-03-session"].decoded("dtstart") == datetime(2026, 12, 10, 13, 40, tzinfo=NEW_YORK)


def test_the_uid_is_the_companys_own() -> None:
    assert calendar_ics.uid_of(record(), "m") == "m@united-acme-inc.boarddesk"
    assert calendar_ics.uid_of(record(name="Other"), "m") != calendar_ics.uid_of(record(), "m")


def test_what_was_called_off_says_so() -> None:
    found = events(*EVERY)
    assert {uid: str(event["status"]) for uid, event in found.items()} == {
        "2026-12-03-board": "TENTATIVE",
        "2026-12-03-session": "TENTATIVE",
        "2027-08-12-board": "CONFIRMED",
        "gone": "CANCELLED",
        "put-off": "CANCELLED",
    }
    assert found["gone"]["description"] == "Cancelled. The offer was withdrawn."
    assert found["put-off"]["description"] == "Postponed.\nMoved to Thu 3 Dec 2026."
    assert int(found["gone"]["sequence"]) == 2


@pytest.mark.parametrize(
    ("meetings", "method"), [(EVERY, "PUBLISH"), ((GONE, PUT_OFF), "CANCEL"), ((), "PUBLISH"), ((SUMMER,), "PUBLISH")]
)
def test_a_file_of_cancellations_alone_is_sent_as_one(meetings: tuple[Meeting, ...], method: str) -> None:
    assert str(read(*meetings)["method"]) == method


def test_the_session_names_its_board_meeting() -> None:
    found = events(*EVERY)
    assert found["2026-12-03-session"]["related-to"] == found["2026-12-03-board"]["uid"]
    assert str(found["2026-12-03-session"]["description"]) == "Follows the board meeting of Thu 3 Dec 2026."


def test_the_stamp_comes_from_the_record() -> None:
    found = events(*EVERY)
    assert found["gone"].decoded("dtstamp").date() == date(2026, 11, 10)
    assert found["2026-12-03-board"].decoded("dtstamp").date() == date(2025, 12, 11)
    assert found["2026-12-03-session"].decoded("dtstamp").date() == AS_OF


def test_equal_input_gives_equal_bytes_in_any_order() -> None:
    here = record(*EVERY)
    assert calendar_ics.write(here, EVERY, AS_OF) == calendar_ics.write(here, EVERY[::-1], AS_OF)


def test_text_with_commas_and_the_organizer_come_back() -> None:
    found = events(BOARD_MEETING)["2026-12-03-board"]
    assert str(found["location"]) == BOARD_MEETING.place
    assert str(found["organizer"]) == "mailto:sec@acme.example"
    assert str(found["summary"]) == "Ünïted Acme, Inc.: Board of Directors, regular meeting"


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/London", "Australia/Sydney"])
def test_the_zone_changes_at_the_moment_clocks_do(zone: str) -> None:
    (definition,) = read(BOARD_MEETING, SUMMER, zone=zone).walk("VTIMEZONE")
    changes = 0
    for part in definition.subcomponents:
        before, after = part.TZOFFSETFROM, part.TZOFFSETTO
        for onset in (part.DTSTART, *(moment.dt for moment in getattr(part.get("rdate"), "dts", ()))):
            if before == after:
                continue
            moment = (onset - before).replace(tzinfo=UTC)
            assert moment.astimezone(ZoneInfo(zone)).utcoffset() == after
            assert (moment - timedelta(seconds=1)).astimezone(ZoneInfo(zone)).utcoffset() == before
            changes += 1
    assert changes == 6, "two a year from 2026 to 2028"
