"""Seats of the board: appointed, elected, held over, resigned; impossible facts refused, departures only said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.company import Company
from boarddesk.domain.people import Appointment, EndReason, How, Person, Role, RoleTenure
from boarddesk.domain.terms import (
    SeatState,
    appointment_of,
    authorized_size,
    directors_on,
    holder_of,
    members_on,
    seats_on,
)
from boarddesk.services.commands.add_person import AddPerson, EditPerson
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.assign_role import AssignRole
from boarddesk.services.commands.create_committee import CreateCommittee
from boarddesk.services.commands.elect_directors import Candidate, ElectDirectors
from boarddesk.services.commands.end_term import EditTerm, EndTerm, WillNotStand
from boarddesk.services.commands.remove_entry import RemoveEntry
from boarddesk.services.commands.set_board_size import SetBoardSize
from boarddesk.services.entry import warnings_before
from boarddesk.services.workspace import Services, new_company

BASE_YEARS = {"I": 2024, "II": 2025, "III": 2026}
MEETING_DAY = date(2026, 5, 14)


@pytest.fixture
def board(company_path: Path) -> Iterator[Services]:
    """Five directors in three classes; the board's size is six."""
    services = new_company(company_path, Company(id="company", name="Acme", class_base_years=BASE_YEARS))
    services.bus.do(SetBoardSize(6, date(2020, 1, 1), source="Bylaws, section 3.1"))
    names = {"I-1": "Ana Ørsted", "I-2": "Ben Li", "II-1": "Chloé Núñez", "III-1": "Dan Fox", "III-2": "Eve Roe"}
    for seat, name in names.items():
        services.bus.do(AddPerson(name))
        class_ = seat.partition("-")[0]
        start = date(BASE_YEARS[class_] - 3, 5, 20)
        services.bus.do(AppointDirector(person_id(name), class_, start, seat, How.ELECTED))
    yield services
    services.close()


def person_id(name: str) -> str:
    return {"Ana Ørsted": "ana-orsted", "Chloé Núñez": "chloe-nunez"}.get(name, name.lower().replace(" ", "-"))


def term(services: Services, person: str, day: date) -> Appointment:
    found = appointment_of(services.record, person, day)
    assert found is not None
    return found


def test_a_term_ends_with_its_class(board: Services) -> None:
    years = {row.seat: row.term_ends_year for row in board.record.all(Appointment)}
    assert years == {"I-1": 2024, "I-2": 2024, "II-1": 2025, "III-1": 2026, "III-2": 2026}


def test_an_appointee_takes_the_vacancy_and_its_term(board: Services) -> None:
    left = term(board, "chloe-nunez", date(2023, 1, 1))
    board.bus.do(EndTerm(left.id, date(2023, 6, 30), EndReason.RESIGNED, notice_on=date(2023, 6, 1)))
    board.bus.do(AddPerson("Gil Ash"))
    board.bus.do(AppointDirector("gil-ash", "II", date(2023, 9, 1), "II-1"))
    new = term(board, "gil-ash", date(2024, 1, 1))
    assert (new.term_ends_year, new.replaces, new.how) == (2025, left.id, How.APPOINTED)
    assert board.history.undo_label() == "Appoint Gil Ash to seat II-1"


def test_election_closes_and_opens_terms_in_one_step(board: Services) -> None:
    board.bus.do(AddPerson("Gil Ash"))
    board.bus.do(WillNotStand(term(board, "eve-roe", MEETING_DAY).id, date(2026, 2, 1)))
    ballot = (Candidate("dan-fox", 900, 80), Candidate("gil-ash", 800, 150))
    board.bus.do(ElectDirectors(MEETING_DAY, "III", 2, ballot, shares_present=1000, shares_outstanding=1500))
    assert set(directors_on(board.record, MEETING_DAY)) == {
        "ana-orsted", "ben-li", "chloe-nunez", "dan-fox", "gil-ash",
    }  # fmt: skip
    assert term(board, "gil-ash", MEETING_DAY).seat == "III-2"
    assert term(board, "dan-fox", MEETING_DAY).term_ends_year == 2029
    old = next(row for row in board.record.where(Appointment, "person", "eve-roe"))
    assert (old.end, old.end_reason) == (MEETING_DAY, EndReason.TERM_ENDED)
    board.history.undo()
    assert "eve-roe" in directors_on(board.record, MEETING_DAY)


def test_who_is_not_followed_holds_over(board: Services) -> None:
    ballot = (Candidate("dan-fox", 900, 80), Candidate("eve-roe", 1, 9, seated=False))
    board.bus.do(ElectDirectors(MEETING_DAY, "III", 2, ballot, note="Ms. Roe declined the seat."))
    after = date(2027, 1, 1)
    states = {seat.label: seat.state for seat in seats_on(board.record, after) if seat.label.startswith("III")}
    assert states == {"III-1": SeatState.FILLED, "III-2": SeatState.HOLDOVER}


def test_resignation_ends_committee_seats_and_director_roles(board: Services) -> None:
    board.bus.do(AssignRole("ana-orsted", Role.LEAD, date(2023, 1, 1)))
    board.bus.do(AssignRole("ana-orsted", Role.SECRETARY, date(2023, 1, 1)))
    board.bus.do(
        CreateCommittee(
            "Audit Committee", CommitteeKind.AUDIT, date(2023, 1, 1), members=("ana-orsted",), chair="ben-li"
        )
    )
    board.bus.do(EndTerm(term(board, "ana-orsted", date(2023, 1, 1)).id, date(2024, 1, 2), EndReason.RETIRED))
    roles = {row.role: row.end for row in board.record.all(RoleTenure)}
    assert roles == {Role.LEAD: date(2024, 1, 2), Role.SECRETARY: None}
    assert members_on(board.record, "audit", date(2024, 1, 2)) == ("ben-li",)
    assert [seat.state for seat in seats_on(board.record, date(2024, 2, 1)) if seat.label == "I-1"] == [
        SeatState.VACANT
    ]


def test_a_role_held_by_one_is_handed_over(board: Services) -> None:
    board.bus.do(AssignRole("ana-orsted", Role.CHAIR, date(2022, 1, 1)))
    board.bus.do(AssignRole("ben-li", Role.CHAIR, date(2023, 3, 1)))
    assert holder_of(board.record, Role.CHAIR, date(2023, 2, 28)) == "ana-orsted"
    assert holder_of(board.record, Role.CHAIR, date(2023, 3, 1)) == "ben-li"


def test_impossible_facts_are_refused_and_nothing_changes(board: Services) -> None:
    size = len(board.record.all(Appointment))
    with pytest.raises(UserError, match="classes I and II at once"):
        board.bus.do(AppointDirector("ana-orsted", "II", date(2023, 1, 1)))
    board.bus.do(AddPerson("Gil Ash"))
    with pytest.raises(UserError, match="Seat I-1 is held by Ana Ørsted"):
        board.bus.do(AppointDirector("gil-ash", "I", date(2023, 1, 1), "I-1"))
    with pytest.raises(UserError, match="before it starts"):
        board.bus.do(EndTerm(term(board, "ben-li", date(2023, 1, 1)).id, date(2020, 1, 1), EndReason.RESIGNED))
    with pytest.raises(UserError, match="Other entries rest"):
        board.bus.do(RemoveEntry("people", "ana-orsted", "Ana Ørsted"))
    assert len(board.record.all(Appointment)) == size


def test_an_old_fault_does_not_stop_other_work(board: Services) -> None:
    row = term(board, "ben-li", date(2023, 1, 1))
    board.store.db.execute("UPDATE appointments SET end = '2001-01-01' WHERE id = ?", [row.id])
    board.bus.record = board.store.record()
    board.bus.do(AssignRole("ana-orsted", Role.CHAIR, date(2022, 1, 1)))
    assert holder_of(board.record, Role.CHAIR, date(2022, 1, 2)) == "ana-orsted"


def test_departures_are_said_before_saving_and_saved(board: Services) -> None:
    board.bus.do(AddPerson("Gil Ash"))
    board.bus.do(AddPerson("Hal Roy"))
    board.bus.do(AppointDirector("gil-ash", "II", date(2024, 1, 1)))
    wish = AppointDirector("hal-roy", "II", date(2024, 1, 1), term_ends_year=2027)
    assert warnings_before(board.bus, wish) == (
        "The board would have 7 directors on 1 Jan 2024; its authorized size is 6.",
        "Class II next stands for election in 2025; this term would end in 2027.",
    )
    board.bus.do(wish)
    assert "hal-roy" in directors_on(board.record, date(2024, 1, 1))


def test_a_like_name_is_asked_about_and_never_merged(board: Services) -> None:
    assert warnings_before(board.bus, AddPerson("Ana Orsted")) == ("Did you mean Ana Ørsted, who is already there?",)
    board.bus.do(AddPerson("Ana Orsted"))
    assert [p.id for p in board.record.all(Person) if "rsted" in p.name] == ["ana-orsted", "ana-orsted-2"]


def test_a_former_name_stays_as_another_spelling(board: Services) -> None:
    person = board.record.get(Person, "ben-li")
    board.bus.do(EditPerson(Person(id=person.id, name="  Benjamin   Li ", aliases=("B. Li",))))
    assert board.record.get(Person, "ben-li").aliases == ("B. Li", "Ben Li")
    with pytest.raises(UserError, match="no name"):
        board.bus.do(EditPerson(Person(id=person.id, name=" ")))


def test_a_slip_can_be_corrected(board: Services) -> None:
    import msgspec

    row = term(board, "ben-li", date(2023, 1, 1))
    board.bus.do(EditTerm(msgspec.structs.replace(row, seat="I-3")))
    assert term(board, "ben-li", date(2023, 1, 1)).seat == "I-3"


def test_size_set_twice_for_a_day_is_one_size(board: Services) -> None:
    board.bus.do(SetBoardSize(8, date(2024, 1, 1)))
    board.bus.do(SetBoardSize(7, date(2024, 1, 1)))
    assert authorized_size(board.record, date(2024, 1, 1)) == 7
    assert authorized_size(board.record, date(2023, 1, 1)) == 6
    assert warnings_before(board.bus, SetBoardSize(3, date(2024, 6, 1))) == (
        "5 directors are in office on 1 Jun 2024, more than 3.",
    )
