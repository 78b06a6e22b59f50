"""What calendars show: bodies, letters, states, counts, and the steps of the next meeting."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from boarddesk.domain.committees import Committee
from boarddesk.domain.company import Company
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingKind, MeetingState
from boarddesk.domain.record import Record
from boarddesk.services.calendar_views import bodies_between, calendar_year, entries_between, letter_of
from boarddesk.services.next_meeting import meetings_of_today, next_meeting
from boarddesk.services.waiting import waits
from boarddesk.services.workspace import Services, new_company

DAY = date(2026, 11, 12)


def at(day: date, hour: int = 9) -> datetime:
    return datetime.combine(day, time(hour))


def board(day: date, state: MeetingState = MeetingState.PLANNED, **fields: object) -> Meeting:
    return Meeting(id=f"{day}-board", body="board", starts=at(day), state=state, **fields)  # type: ignore[arg-type]


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    company = Company(id="company", name="Acme, Inc.", fiscal_year_end="06-30")
    made = new_company(tmp_path / "acme.boarddesk", company)
    yield made
    made.close()


def test_letters_come_from_the_committee_or_its_name() -> None:
    record = Record.of(
        [
            Committee(id="audit", name="Audit Committee", letter="A", start=date(2020, 1, 1)),
            Committee(id="risk", name="Risk Committee", start=date(2020, 1, 1), end=date(2024, 1, 1)),
        ]
    )
    assert [letter_of(record, body) for body in ("board", "independent", "stockholders", "audit", "risk")] == list(
        "BISAR"
    )
    names = [body.name for body in bodies_between(record, date(2026, 1, 1), date(2026, 12, 31))]
    assert names == ["Board", "Independent session", "Audit", "Stockholders"]


def test_states_and_counts_of_a_fiscal_year(services: Services) -> None:
    rows = [
        board(date(2026, 8, 6), MeetingState.HELD),
        board(date(2026, 11, 5), MeetingState.CANCELLED, reason="No business", decided_on=date(2026, 11, 1)),
        board(date(2026, 12, 3)),
        board(date(2027, 6, 30), kind=MeetingKind.SPECIAL),
        board(date(2027, 7, 1)),
    ]
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, row.id, row) for row in rows], 1)
    view = calendar_year(services, 2027)
    assert (view.first, view.last) == (date(2026, 7, 1), date(2027, 6, 30))
    # A regular meeting held without the independent session after it departs from the guidelines.
    assert [entry.shown for entry in view.entries] == ["departs", "cancelled", "planned", "planned"]
    assert view.counts == "3 board meetings: 2 regular, 1 special (round)"
    assert view.entries[1].name == "Board, regular meeting, 5 Nov 2026, 09:00, cancelled"


def test_sessions_are_entries_of_their_own() -> None:
    meeting = board(date(2026, 12, 3))
    session = Meeting(
        id="s", body="independent", kind=MeetingKind.SESSION, starts=at(meeting.day, 14), parent=meeting.id
    )
    entries = entries_between(Record.of([meeting, session]), date(2026, 12, 1), date(2026, 12, 31))
    assert [entry.body.letter for entry in entries] == ["B", "I"]


def test_the_next_meeting_says_what_is_done() -> None:
    meeting = board(date(2026, 12, 3), scheduled_on=date(2026, 1, 5))
    items = [AgendaItem(id="i1", meeting=meeting.id, position=1, title="Minutes", presenter_note="Chair")]
    items.append(AgendaItem(id="i2", meeting=meeting.id, position=2, title="Plan"))
    found = next_meeting(Record.of([meeting, *items]), DAY)
    assert found is not None
    assert found.left == "in 21 days"
    steps = {step.words: step.done for step in found.steps}
    assert steps == {
        "On the calendar": True,
        "Notice given": False,
        "Agenda: 2 items": True,
        "Presenters named: 1 of 2": False,
        "Papers in: 0": False,
        "Independent session after it": False,
    }


def test_todays_meeting_stands_apart_from_the_next() -> None:
    record = Record.of([board(DAY), board(date(2026, 11, 13))])
    assert [meeting.day for meeting in meetings_of_today(record, DAY)] == [DAY]
    found = next_meeting(record, DAY)
    assert found is not None
    assert (found.meeting.day, found.left) == (date(2026, 11, 13), "tomorrow")


def test_a_meeting_whose_day_has_passed_is_asked_about() -> None:
    found = list(waits(Record.of([board(date(2026, 10, 22))]), DAY))
    assert [(wait.what, wait.due) for wait in found] == [("Meeting", date(2026, 10, 22))]
    assert found[0].title == "Was it held? Board, regular meeting, 22 Oct 2026"


def test_minutes_wait_from_their_circulation_on() -> None:
    held = board(date(2026, 10, 22), MeetingState.HELD, minutes_circulated_on=date(2026, 11, 4))
    found = [wait for wait in waits(Record.of([held, board(date(2026, 12, 3))]), DAY) if wait.what == "Minutes"]
    assert [(wait.since, wait.due) for wait in found] == [(date(2026, 11, 4), date(2026, 12, 3))]
