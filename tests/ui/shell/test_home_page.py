"""Home: what is asked for, grouped by urgency or body, each line with its deed; the next meeting; the strip."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from boarddesk.domain.committees import Committee
from boarddesk.domain.finding import Evidence
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import AgendaRequest, Meeting, MeetingState
from boarddesk.domain.motions import Action, Consent, ConsentSignature
from boarddesk.domain.row import Row
from boarddesk.services import home
from boarddesk.services.home import needs_of, time_left
from boarddesk.services.workspace import Services
from boarddesk.ui.main_window import MainWindow

DAY = date(2026, 11, 12)


def put(services: Services, *rows: Row) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)


def waiting(services: Services) -> dict[str, home.Need]:
    return {need.clause: need for need in needs_of(services) if isinstance(need.target, Evidence)}


def test_time_left_in_words() -> None:
    assert time_left(date(2026, 12, 3), DAY) == ("21 days", False)
    assert time_left(date(2026, 11, 13), DAY) == ("1 day", False)
    assert time_left(DAY, DAY) == ("today", False)
    assert time_left(date(2026, 10, 23), DAY) == ("20 days late", True)
    assert time_left(None, DAY) == ("", False)


def test_a_new_file_is_told_what_to_begin_with(services: Services) -> None:
    begun = [(need.title, need.page) for need in needs_of(services) if need.group == home.BEGIN]
    assert begun == [("The committees", "board")]
    put(services, Committee(id="audit", name="Audit Committee", start=date(2024, 5, 1)))
    assert [need for need in needs_of(services) if need.group == home.BEGIN] == []
    services.close()


def test_what_waits_for_others_comes_from_the_record(services: Services) -> None:
    held = Meeting(
        id="2026-10-22-board", body="board", starts=datetime.combine(date(2026, 10, 22), time(9)),
        state=MeetingState.HELD, minutes_circulated_on=date(2026, 11, 4),
    )  # fmt: skip
    put(
        services,
        held,
        Questionnaire(id="q-ada", person="ada", year=2026, sent_on=date(2026, 11, 2), received_on=date(2026, 11, 6)),
        Questionnaire(id="q-ben", person="ben", year=2026, sent_on=date(2026, 11, 2)),
        Consent(id="c", number="2026-07", body="board", circulated_on=date(2026, 11, 9)),
        ConsentSignature(
            id="s", consent="c", person="ada",
            signed_at=datetime.combine(DAY, time(9)), delivered_at=datetime.combine(DAY, time(10)),
        ),
        AgendaRequest(id="r", person="ben", requested_on=date(2026, 11, 1), text="Cyber insurance"),
        Action(id="a", meeting=held.id, text="Send the plan", owner="ada", due=date(2026, 11, 1)),
    )  # fmt: skip
    found = waiting(services)
    assert found["Minutes"].second == "Circulated on 4 Nov 2026; not approved yet"
    assert found["Minutes"].left == "8 days waiting"
    assert found["Q 2026"].second == "1 of 2 back; Okafor due"
    assert found["§ 141(f)"].second == "1 of 2 signed and delivered; effective when all have"
    assert found["Request"].second == "Cyber insurance"
    assert (found["Action"].group, found["Action"].left) == (home.LATE, "11 days late")
    assert all(need.group == home.WAITING for clause, need in found.items() if clause != "Action")
    services.close()


def test_answered_and_done_things_do_not_wait(services: Services) -> None:
    put(
        services,
        AgendaRequest(id="r", person="ben", requested_on=DAY, text="Cyber", outcome="placed"),  # type: ignore[arg-type]
        Action(id="a", meeting="2026-12-03-board", text="Send the plan", done_on=DAY),
        Consent(id="c", body="board", circulated_on=DAY, withdrawn_on=DAY),
        Questionnaire(id="q", person="ben", year=2026, sent_on=DAY, received_on=DAY),
    )
    assert waiting(services) == {}
    services.close()


def test_a_new_year_does_not_end_the_chase_of_the_one_before(services: Services) -> None:
    put(
        services,
        Questionnaire(id="q-25", person="ada", year=2025, sent_on=date(2026, 1, 5)),
        Questionnaire(id="q-ada", person="ada", year=2026, sent_on=date(2026, 11, 2), received_on=date(2026, 11, 6)),
        Questionnaire(id="q-ben", person="ben", year=2026, sent_on=date(2026, 11, 2)),
        Questionnaire(id="q-new", person="ada", year=2027, sent_on=DAY),
    )
    found = waiting(services)
    assert found["Q 2026"].second == "1 of 2 back; Okafor due"
    assert found["Q 2027"].second.startswith("0 of 1 back")
    assert "Q 2025" not in found, "she answered a later one"
    services.close()


def test_enter_opens_the_place(open_window: MainWindow, settle: Callable[[], None]) -> None:
    desk = open_window.desk
    assert desk is not None
    page: Any = desk.page("home")
    gone: list[tuple[str, object]] = []
    page.wanted.disconnect()
    page.wanted.connect(lambda name, target: gone.append((name, target)))
    first = page.table.model.item(1)
    page.table.select(first.id)
    page.table.view.setFocus()
    QTest.keyClick(page.table.view, Qt.Key.Key_Return)
    settle()
    assert gone == [("board", None)]


def test_lines_stand_under_their_body_when_asked(open_window: MainWindow, settle: Callable[[], None]) -> None:
    desk = open_window.desk
    assert desk is not None
    page: Any = desk.page("home")
    by_urgency = [line.heading for line in page.table.model.lines if line.is_heading]
    assert by_urgency == [group for group in home.GROUPS if group in by_urgency]
    page.sorting.choose("body")
    page.sorting.chosen.emit("body")
    settle()
    headings = [line.heading for line in page.table.model.lines if line.is_heading]
    assert headings == sorted(headings)
    assert "The secretary" in headings


def test_the_strip_shows_the_meeting_and_opens_it(open_window: MainWindow, settle: Callable[[], None]) -> None:
    desk = open_window.desk
    assert desk is not None
    page: Any = desk.page("home")
    assert [spot.key for spot in page.strip.spots] == ["2026-12-03-board"]
    gone: list[tuple[str, Any]] = []
    page.wanted.disconnect()
    page.wanted.connect(lambda name, target: gone.append((name, target)))
    page.strip.activated.emit("2026-12-03-board")
    assert (gone[0][0], gone[0][1].id) == ("meetings", "2026-12-03-board")
