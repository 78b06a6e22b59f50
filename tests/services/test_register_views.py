"""What the pages of the register are told: seats, counts, people, history, parameters, in words."""

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.meetings import BOARD, STOCKHOLDERS, Meeting, MeetingKind, MeetingState
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.people import Appointment, EndReason, How, Person, Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of
from boarddesk.services.board import board_view, next_label, seats_offered, serving_since
from boarddesk.services.choices import motion_choices, people_choices
from boarddesk.services.commands.add_person import AddPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.assign_role import AssignRole
from boarddesk.services.commands.elect_directors import Candidate, ElectDirectors
from boarddesk.services.commands.end_term import EndTerm, WillNotStand
from boarddesk.services.commands.import_table import read_table
from boarddesk.services.commands.record_determination import RecordDeterminations
from boarddesk.services.commands.record_questionnaire import RecordQuestionnaires
from boarddesk.services.commands.set_board_size import SetBoardSize
from boarddesk.services.commands.set_parameter import SetParameter
from boarddesk.services.history import ENTERED, HAPPENED, history_of
from boarddesk.services.importing import run_import
from boarddesk.services.people import seated_by_plurality, term_end_year
from boarddesk.services.person_page import person_view
from boarddesk.services.registers import record_shown, term_lines
from boarddesk.services.settings import parameter_lines, written
from boarddesk.services.workspace import Services, new_company

DAY = date(2026, 11, 12)
NAMES = {"ann": "Ann Gray", "bob": "Bob Hill", "cat": "Cat Dunn", "dan": "Dan Fox"}


@pytest.fixture
def board(company_path: Path) -> Iterator[Services]:
    bases = {"I": 2024, "II": 2025, "III": 2026}
    company = Company(id="company", name="Acme", class_base_years=bases, read_as_of=DAY)
    services = new_company(company_path, company)
    services.bus.do(SetBoardSize(5, date(2020, 1, 1)))
    for person, class_, seat, start in (
        ("ann-gray", "I", "I-1", date(2018, 5, 17)),
        ("bob-hill", "II", "II-1", date(2019, 5, 16)),
        ("cat-dunn", "III", "III-1", date(2023, 5, 18)),
        ("dan-fox", "III", "III-2", date(2020, 5, 14)),
    ):
        services.bus.do(AddPerson(person.replace("-", " ").title()))
        services.bus.do(AppointDirector(person, class_, start, seat, How.INITIAL, term_ends_year=2027))
    yield services
    services.close()


def facts(services: Services) -> dict[str, tuple[str, str, str]]:
    return {fact.title: (fact.status, fact.value, fact.note) for fact in board_view(services).facts}


def test_counts_above_the_seats(board: Services) -> None:
    said = facts(board)
    assert said["Independent"] == ("judgment_needed", "0, 4 not determined", "needs 3")
    assert said["Board quorum"] == ("information", "3 of 5 seats", "vacant counts")
    assert said["Directors in office"] == ("information", "4", "1 above quorum")
    three = tuple((person, Outcome.INDEPENDENT) for person in ("ann-gray", "bob-hill", "cat-dunn"))
    board.bus.do(RecordDeterminations(Standard.NASDAQ, date(2026, 2, 1), three))
    board.bus.do(RecordDeterminations(Standard.NASDAQ, date(2026, 2, 1), (("dan-fox", Outcome.NOT_INDEPENDENT),)))
    assert facts(board)["Independent"] == ("met", "3", "needs 3")
    board.bus.do(RecordQuestionnaires(("ann-gray",), 2026, received_on=date(2026, 11, 2), changed=True))
    assert facts(board)["Independent"] == ("judgment_needed", "2, 1 under review", "needs 3")
    board.bus.do(RecordDeterminations(Standard.NASDAQ, date(2026, 11, 3), (("ann-gray", Outcome.NOT_INDEPENDENT),)))
    assert facts(board)["Independent"] == ("not_met", "2", "needs 3")


def test_more_directors_than_seats_is_said(board: Services) -> None:
    board.bus.do(SetBoardSize(3, date(2026, 1, 1)))
    assert facts(board)["Directors in office"] == ("not_met", "4", "the board’s size is 3")


def test_cards_say_what_is_about_to_change(board: Services) -> None:
    ids = {term.person: term.id for term in board.record.all(Appointment)}
    board.bus.do(WillNotStand(ids["ann-gray"], DAY))
    board.bus.do(EndTerm(ids["bob-hill"], date(2026, 12, 31), EndReason.RESIGNED, notice_on=DAY))
    board.bus.do(AssignRole("cat-dunn", Role.CHAIR, date(2024, 1, 1)))
    board.bus.do(AssignRole("cat-dunn", Role.CEO, date(2024, 1, 1), executive=True))
    lines = {line.person: line for column in board_view(board).columns for line in column.seats}
    assert lines["ann-gray"].role == "Will not stand in 2027"
    assert lines["bob-hill"].role == "Leaves on 31 Dec 2026"
    assert lines["cat-dunn"].role == "Chair, chief executive officer"
    assert lines["cat-dunn"].status == "not_independent", "an office bars whatever was determined"
    assert lines["dan-fox"].note == "since 2020"
    assert lines[None].name == "Vacant seat"


def test_a_vacant_seat_names_who_left_it(board: Services) -> None:
    term = appointment_of(board.record, "dan-fox", DAY)
    assert term is not None
    board.bus.do(EndTerm(term.id, date(2026, 8, 14), EndReason.RETIRED))
    offers = {offer.label: offer for offer in seats_offered(board.record, DAY)}
    assert offers["III-2"].words == "III-2, after Dan Fox"
    assert next_label(board.record, "III") == "III-3"


def test_unbroken_service_is_counted_from_its_first_day(board: Services) -> None:
    board.bus.do(ElectDirectors(date(2024, 5, 16), "I", 1, (Candidate("ann-gray", 10, 1),)))
    assert serving_since(board.record, "ann-gray", DAY) == date(2018, 5, 17)
    view = person_view(board, "ann-gray")
    assert view is not None
    assert view.terms == (
        ("First", "17 May 2018 to 16 May 2024"),
        ("Second", "16 May 2024 to annual meeting 2027"),
        ("Votes", "10 for, 1 withheld"),
    )


def test_attendance_of_the_year_in_words(board: Services) -> None:
    view = person_view(board, "ann-gray")
    assert view is not None
    assert view.attendance is None, "no meeting, no strip"
    meeting = Meeting(id="m1", body=BOARD, starts=datetime(2026, 12, 3, 9), state=MeetingState.PLANNED)
    board.bus.run_restoring("Fixture", "Fixture", [(Meeting, meeting.id, meeting)], 1)
    view = person_view(board, "ann-gray")
    assert view is not None
    assert view.attendance is not None
    assert [(cell.letter, cell.state, cell.name) for cell in view.attendance.cells] == [
        ("B", "to_come", "Board, 3 Dec 2026, to come")
    ]


def test_history_has_facts_and_entries_newest_first(board: Services) -> None:
    lines = [*history_of(board, HAPPENED, "ann-gray"), *history_of(board, ENTERED, "ann-gray")]
    happened = [line.what for line in lines if line.group == HAPPENED]
    entered = [line.what for line in lines if line.group == ENTERED]
    assert happened == ["Ann Gray in office from the beginning: class I, seat I-1"]
    assert entered == ["Enter Ann Gray to seat I-1", "Add Ann Gray"]
    board.history.undo()
    board.history.redo()
    everything = [line.what for line in history_of(board, ENTERED)]
    assert everything[:2] == ["Done again: Enter Dan Fox to seat III-2", "Undone: Enter Dan Fox to seat III-2"]


def test_registers_show_what_lies_ahead_today_and_only_the_past_on_another_day(board: Services) -> None:
    board.bus.do(AddPerson("Eve Roe"))
    board.bus.do(AppointDirector("eve-roe", "II", date(2027, 1, 1), "II-2"))
    assert {line.name for line in term_lines(board)} >= {"Eve Roe"}
    board.read_on(date(2026, 6, 1))
    assert "Eve Roe" not in {line.name for line in term_lines(board)}
    assert record_shown(board) is board.shown


def test_parameters_say_where_they_come_from(board: Services) -> None:
    board.bus.do(SetParameter("board_quorum_fraction", "1/3", date(2021, 1, 1), "Bylaws 3.8"))
    lines = {line.key: line for line in parameter_lines(board)}
    quorum = lines["board_quorum_fraction"]
    assert (quorum.value, quorum.source, quorum.own) == ("at least 1/3", "Bylaws 3.8", True)
    assert lines["interval.GL-1.5"].value == "none adopted"
    assert lines["related_person_threshold"].value == "$120,000"
    typed = {
        "board_quorum_fraction": [("2/3", "2/3"), ("75%", "3/4"), ("0.4", "2/5"), ("4/3", None), ("half", None)],
        "interval.GL-1.5": [("Yearly", "yearly"), ("6 months", "6 months"), ("often", None)],
        "related_person_threshold": [("$120,000.00", "12000000"), ("100000", "10000000"), ("lots", None)],
        "session_before_adjournment": [("Yes", "yes"), ("maybe", None)],
        "due_soon_days": [("45", "45"), ("45 days", "45"), ("-1", None)],
    }
    for key, pairs in typed.items():
        assert [written(lines[key], text) for text, _read in pairs] == [read for _text, read in pairs]


def test_choices_can_be_told_apart() -> None:
    twins = [Person(id="a", name="Ann Gray"), Person(id="b", name="Ann Gray", email="ann@example.org")]
    meeting = Meeting(id="m", body=BOARD, starts=datetime(2026, 2, 12, 9), kind=MeetingKind.REGULAR)
    motions = [
        Motion(id="x", body=BOARD, meeting="m", text="RESOLVED, as follows"),
        Motion(id="y", body=BOARD, meeting="m", text="RESOLVED, as follows"),
        Motion(id="z", body=STOCKHOLDERS, text="Adopt " + "word " * 30, kind=MotionKind.ADOPT_DOCUMENT),
    ]
    record = Record.of([*twins, meeting, *motions])
    assert people_choices(record) == (("a", "Ann Gray"), ("b", "Ann Gray (ann@example.org)"))
    labels = [label for _id, label in motion_choices(record, MotionKind.ADOPT_DOCUMENT)]
    assert labels[0].startswith("Stockholders: Adopt word")
    assert labels[0].endswith("…")
    assert labels[1:] == ["12 Feb 2026, Board: RESOLVED, as follows", "12 Feb 2026, Board: RESOLVED, as follows (2)"]


def test_class_arithmetic() -> None:
    record = Record.of([Company(id="company", name="Acme", class_base_years={"I": 2024})])
    elected = [term_end_year(record, "I", date(year, 5, 1), How.ELECTED) for year in (2024, 2025, 2026, 2027)]
    assert elected == [2027, 2027, 2027, 2030]
    assert term_end_year(record, "I", date(2025, 5, 1), How.APPOINTED) == 2027
    assert term_end_year(record, "II", date(2025, 5, 1), How.ELECTED) == 2028


def test_plurality_seats_nobody_who_ties_for_the_last_seat() -> None:
    assert seated_by_plurality({"a": 9, "b": 5, "c": 5}, 2) == {"a"}
    assert seated_by_plurality({"a": 9, "b": 5, "c": 4}, 2) == {"a", "b"}
    assert seated_by_plurality({"a": 1, "b": 0}, 2) == {"a"}


def test_a_spreadsheet_seats_a_board_in_one_step(board: Services) -> None:
    data = b"Director,Class,Director since\nAnn Gray,I,17 May 2018\n"
    assert run_import(board, read_table(board.record, "t.csv", data, "appointments", {}), "t.csv") == (
        "appointments: 1 already there",
    )
    data = b"Director,Class,Director since\nAnn Gray,II,17 May 2018\n"
    with pytest.raises(UserError) as refused:
        run_import(board, read_table(board.record, "t.csv", data, "appointments", {}), "t.csv")
    assert refused.value.faults[0].what == "The file holds another entry of this id."
    data = b"Director,Class,Director since,How\nEve Roe,II,12 Aug 2026,appointed\n"
    said = run_import(board, read_table(board.record, "t.csv", data, "appointments", {}), "t.csv")
    assert said == ("people: 1 added", "appointments: 1 added")
    term = appointment_of(board.record, "eve-roe", DAY)
    assert term is not None
    assert term.term_ends_year == 2028
    again = run_import(board, read_table(board.record, "t.csv", data, "appointments", {}), "t.csv")
    assert again == ("appointments: 1 already there",)
