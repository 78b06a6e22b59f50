"""Set up the board of a new company: size, people, classes, roles, determinations, committees, then read it."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import QApplication
from secretary import Secretary

from boarddesk.domain.committees import Committee
from boarddesk.domain.people import Appointment, Person, Role
from boarddesk.domain.terms import authorized_size, chair_of, directors_on, holder_of, members_on

DAY = date(2026, 11, 12)
BOARD = (
    ("Ingunn Bråten", "I", "I-1", date(2018, 5, 17)),
    ("Łukasz Żółtowski", "II", "II-1", date(2019, 5, 16)),
    ("María-José Ibáñez", "II", "II-2", date(2022, 5, 19)),
    ("Nguyễn Thị Hoa", "III", "III-1", date(2017, 5, 18)),
    ("Desmond O’Farrell", "III", "III-2", date(2014, 5, 15)),
)
ENDS = {"I": 2027, "II": 2028, "III": 2029}


def set_particulars(desk: Secretary) -> None:
    desk.page("settings")
    years = {f"Class {class_} was elected in": year for class_, year in (("I", 2024), ("II", 2025), ("III", 2026))}
    desk.click("Change the company’s particulars", fill={"Fiscal year ends on": "30 Jun", **years})


def add_person(desk: Secretary, name: str) -> None:
    """Paste the name: test keys know no letters beyond Latin-1."""

    def paste(dialog: Any) -> None:
        QApplication.clipboard().setText(name)
        dialog.name.setFocus()
        desk.press("Ctrl+V", dialog.name)
        desk.answer(dialog, {})

    desk.click("Add a person…", then=paste)


def seat_the_directors(desk: Secretary) -> None:
    desk.page("board")
    desk.click(
        "Set the board’s size…", fill={"Directors": 6, "From": date(2014, 1, 1), "Set by": "Bylaws, section 3.1"}
    )
    for name, class_, seat, since in BOARD:
        add_person(desk, name)
        desk.click(
            "Appoint a director…",
            fill={
                "Who": name,
                "Class": class_,
                "From": since,
                "How": "In office from the beginning",
                "Seat": seat,
                "Term ends at the annual meeting of": ENDS[class_],
            },
        )


def all_the_same(fields: dict[str, Any], said: list[str]) -> Any:
    """Fill a dialog, read the warning, and confirm it."""

    def answer(dialog: Any) -> None:
        dialog_secretary.fill(fields, dialog)
        dialog.verb.click()
        said.append(dialog.warning())
        assert dialog.isVisible(), "a departure is said before it is saved"
        dialog.verb.click()

    dialog_secretary = fields.pop("desk")
    return answer


def test_set_up_a_board(desk: Secretary) -> None:
    desk.start()
    set_particulars(desk)
    seat_the_directors(desk)
    for name, role in (
        ("Nguyễn Thị Hoa", "Chair"),
        ("Desmond O’Farrell", "Chief executive officer"),
        ("Ingunn Bråten", "Secretary"),
    ):
        desk.click("Assign a role…", fill={"Who": name, "Role": role, "From": date(2020, 1, 1)})
    desk.click("Record determinations…", then=lambda dialog: determine(desk, dialog))
    desk.click(
        "Create a committee…",
        fill={"Kind": "Audit", "In being from": DAY, "Ingunn Bråten": True, "Łukasz Żółtowski": True,
              "Chair": "Łukasz Żółtowski"},
    )  # fmt: skip
    said: list[str] = []
    fields = {"desk": desk, "Kind": "Compensation", "Desmond O’Farrell": True}
    desk.click("Create a committee…", then=all_the_same(fields, said))
    assert "The board has not determined Desmond O’Farrell independent by 12 Nov 2026." in said[0]
    read_the_record(desk)
    read_the_page(desk)


def determine(desk: Secretary, dialog: Any) -> None:
    for control in dialog.outcomes.controls.values():
        if control.accessibleName() != "Desmond O’Farrell":
            control.findChildren(type(control._group.button(1)))[1].click()
    desk.answer(dialog, {})


def read_the_record(desk: Secretary) -> None:
    record = desk.record
    ids = {person.name: person.id for person in record.all(Person)}
    assert set(ids) == {name for name, *_rest in BOARD}
    assert authorized_size(record, DAY) == 6
    assert set(directors_on(record, DAY)) == set(ids.values())
    ends = {term.seat: term.term_ends_year for term in record.all(Appointment)}
    assert ends == {"I-1": 2027, "II-1": 2028, "II-2": 2028, "III-1": 2029, "III-2": 2029}
    assert holder_of(record, Role.CEO, DAY) == ids["Desmond O’Farrell"]
    assert members_on(record, "audit", DAY) == (ids["Ingunn Bråten"], ids["Łukasz Żółtowski"])
    assert chair_of(record, "audit", DAY) == ids["Łukasz Żółtowski"]
    assert {committee.name for committee in record.all(Committee)} == {"Audit Committee", "Compensation Committee"}
    assert record.company.fiscal_year_end == "06-30"


def read_the_page(desk: Secretary) -> None:
    page: Any = desk.page("board")
    assert desk.sees("5 of 6 seats filled")
    assert desk.sees("4 of 6 seats")
    cards = [card.seat for card in page.seats.seats.cards()]
    assert {card.name for card in cards if not card.vacant} == {name for name, *_rest in BOARD}
    assert {card.name: card.status_word for card in cards}["Desmond O’Farrell"] == "Not independent"
    assert desk.rows()[0][1:3] == ["Audit", "Żółtowski (chair), Bråten"]
    desk.undo()
    assert [row[1] for row in desk.rows()] == ["Audit"]
    desk.redo()
    assert [row[1] for row in desk.rows()] == ["Audit", "Compensation"]


def test_an_impossible_appointment_stays_in_the_dialog(desk: Secretary) -> None:
    desk.start()
    set_particulars(desk)
    seat_the_directors(desk)
    add_person(desk, "Aino Virtanen")

    def try_a_taken_seat(dialog: Any) -> None:
        desk.fill({"Who": "Aino Virtanen", "Class": "I", "From": DAY, "Seat": "I-1"}, dialog)
        dialog.verb.click()
        assert dialog.refusal().startswith("Seat I-1 is held by Ingunn Bråten.")
        dialog.way_out.click()

    desk.click("Appoint a director…", then=try_a_taken_seat)
    assert len(desk.record.all(Appointment)) == len(BOARD)
    said: list[str] = []
    fields = {"desk": desk, "Name as they sign": "Ingunn Braten"}
    desk.click("Add a person…", then=all_the_same(fields, said))
    assert said == ["Did you mean Ingunn Bråten, who is already there?"]
    assert len(desk.record.all(Person)) == len(BOARD) + 2
