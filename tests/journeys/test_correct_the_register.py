"""Put right what was entered wrongly: a committee place, an election's outcome and day; and a director who holds over."""

from datetime import date
from typing import Any

from secretary import Secretary
from test_set_up_a_board import add_person, all_the_same, seat_the_directors, set_particulars

from boarddesk.domain.committees import CommitteeSeat
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.people import Appointment, EndReason, Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, chair_of, directors_on, is_holdover, members_on

DAY, HELD, LATER = date(2026, 11, 12), date(2026, 5, 14), date(2026, 5, 21)


def places(record: Record, person: str) -> list[tuple[str, date, date | None]]:
    return [(s.committee, s.start, s.end) for s in record.where(CommitteeSeat, "person", person)]


def test_a_mistaken_place_on_a_committee(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("committee_seats")
    fields = {"Committee": "Compensation Committee", "Who": "Mei-Lin Castellanos", "From": date(2019, 5, 16),
              "First day off the committee": date(2020, 5, 14), "Why it ended": "Ended"}  # fmt: skip
    said: list[str] = []
    desk.click("Enter a member…", then=all_the_same({"desk": desk, **fields}, said))
    assert "The board has not determined Mei-Lin Castellanos independent by 16 May 2019." in said[0]
    entered = ("compensation", date(2019, 5, 16), date(2020, 5, 14))
    assert entered in places(desk.record, "castellanos")
    row = next(s for s in desk.record.where(CommitteeSeat, "person", "castellanos") if s.start == entered[1])
    desk.select_key(row.id)
    desk.click("Change…", then=all_the_same({"desk": desk, "From": date(2019, 6, 3)}, said))
    assert ("compensation", date(2019, 6, 3), date(2020, 5, 14)) in places(desk.record, "castellanos")

    def too_soon(dialog: Any) -> None:
        desk.fill({"First day off the committee": date(2018, 1, 1)}, dialog)
        dialog.verb.click()
        assert dialog.refusal().startswith("It ends on 1 Jan 2018, before it starts on 3 Jun 2019.")
        dialog.way_out.click()

    desk.click("Change…", then=too_soon)
    desk.click("Remove…", then=lambda dialog: desk.answer(dialog, {}))
    assert desk.record.find(CommitteeSeat, row.id) is None
    desk.undo()
    assert desk.record.find(CommitteeSeat, row.id) is not None


def test_the_same_place_twice_is_refused_and_two_chairs_are_said(sample_desk: Secretary) -> None:
    desk = sample_desk
    there = next(s for s in desk.record.where(CommitteeSeat, "committee", "audit") if s.serves_on(DAY))
    name = desk.record.get(Person, there.person).name
    fields = {"Committee": "Audit Committee", "Who": name, "From": DAY}
    said: list[str] = []

    def again(dialog: Any) -> None:
        desk.fill(fields, dialog)
        dialog.verb.click()
        said.append(dialog.refusal() or dialog.warning())
        dialog.way_out.click()

    desk.register("committee_seats")
    desk.click("Enter a member…", then=again)
    desk.register("committee_chairs")
    chair = chair_of(desk.record, "audit", DAY)
    other = next(person for person in members_on(desk.record, "audit", DAY) if person != chair)
    fields["Who"] = desk.record.get(Person, other).name
    desk.click("Enter a chair…", then=again)
    assert said[0].startswith(f"{name} would be a member of the Audit Committee twice at once")
    assert "chairs the Audit Committee at the same time." in said[1]


def elect(desk: Secretary, names: dict[str, int | None], held: date = HELD) -> None:
    """An election of class III on a day, of so many shares for each; nobody is seated without a count."""

    def fill(dialog: Any) -> None:
        desk.fill({"Held on": held, "Elected": "Class III"}, dialog)
        desk.settle()
        while len(dialog.ballot.lines) < len(names):
            desk.click("Add a candidate", within=dialog)
        for number, (name, shares) in enumerate(names.items(), start=1):
            desk.fill({f"Candidate {number}": name, f"Shares for, candidate {number}": shares}, dialog)
        for number, shares in enumerate(names.values(), start=1):
            desk.fill({f"Seated, candidate {number}": shares is not None}, dialog)
        for number in range(len(names) + 1, len(dialog.ballot.lines) + 1):
            desk.fill({f"Candidate {number}": ""}, dialog)
        dialog.verb.click()
        if dialog.isVisible():
            desk.answer(dialog, {})

    desk.page("board")
    desk.click("Hold an election…", then=fill)


def a_board(desk: Secretary) -> None:
    """Five directors in six seats; Nguyễn Thị Hoa (III-1) sits on the audit committee."""
    desk.start()
    set_particulars(desk)
    seat_the_directors(desk)
    add_person(desk, "Aino Virtanen")
    desk.click(
        "Create a committee…",
        then=lambda dialog: (
            desk.fill({"Kind": "Audit", "In being from": date(2020, 1, 1), "Nguyễn Thị Hoa": True}, dialog),
            dialog.verb.click(),
            desk.answer(dialog, {}),
        ),
    )


def seats(record: Record, day: date) -> dict[str, str]:
    return {term.seat: term.person for term in record.all(Appointment) if term.serves_on(day)}


def correct(desk: Secretary, change: Any, said: list[str]) -> None:
    desk.register("elections")
    desk.select_key(desk.record.all(Election)[0].id)

    def fill(dialog: Any) -> None:
        change(dialog)
        dialog.verb.click()
        said.append(dialog.warning())
        dialog.verb.click()
        assert not dialog.isVisible(), (dialog.refusal(), dialog.errors())

    desk.click("Change…", then=fill)


def test_the_seats_follow_a_corrected_outcome(desk: Secretary) -> None:
    a_board(desk)
    ids = {person.name: person.id for person in desk.record.all(Person)}
    hoa, desmond, aino = (ids[n] for n in ("Nguyễn Thị Hoa", "Desmond O’Farrell", "Aino Virtanen"))
    elect(desk, {"Aino Virtanen": 900, "Desmond O’Farrell": 800, "Nguyễn Thị Hoa": None})
    assert seats(desk.record, DAY) | {"III-1": aino, "III-2": desmond} == seats(desk.record, DAY)
    assert members_on(desk.record, "audit", DAY) == (), "who is not elected again leaves the committees too"
    said: list[str] = []

    def hoa_was_elected(dialog: Any) -> None:
        by_person = {line.person.value(): line.seated for line in dialog.ballot.lines}
        by_person[aino].click()
        by_person[hoa].click()

    correct(desk, hoa_was_elected, said)
    assert "The term of Aino Virtanen from 14 May 2026, seat III-1, is taken out." in said[0]
    assert "Nguyễn Thị Hoa serves from 14 May 2026, seat III-1" in said[0]
    assert "Nguyễn Thị Hoa stays on the Audit Committee." in said[0]
    assert seats(desk.record, DAY)["III-1"] == hoa
    assert aino not in directors_on(desk.record, DAY)
    term = appointment_of(desk.record, hoa, DAY)
    assert term is not None
    assert (term.start, term.term_ends_year) == (HELD, 2029)
    assert members_on(desk.record, "audit", DAY) == (hoa,)
    desk.undo()
    assert seats(desk.record, DAY)["III-1"] == aino

    def only_on_paper(dialog: Any) -> None:
        hoa_was_elected(dialog)
        desk.fill({"Terms follow who was seated, and when": False}, dialog)

    correct(desk, only_on_paper, said)
    assert said[1].startswith("The terms stay as they are.")
    assert seats(desk.record, DAY)["III-1"] == aino


def test_the_day_of_an_election_is_corrected_and_the_election_taken_out(desk: Secretary) -> None:
    a_board(desk)
    ids = {person.name: person.id for person in desk.record.all(Person)}
    elect(desk, {"Aino Virtanen": 900, "Desmond O’Farrell": 800})
    said: list[str] = []
    correct(desk, lambda dialog: desk.fill({"Held on": LATER}, dialog), said)
    aino, hoa = ids["Aino Virtanen"], ids["Nguyễn Thị Hoa"]
    before = next(t for t in desk.record.where(Appointment, "person", hoa))
    assert (before.end, before.end_reason) == (LATER, EndReason.TERM_ENDED)
    assert [t.start for t in desk.record.where(Appointment, "person", aino)] == [LATER]
    assert places(desk.record, hoa) == [("audit", date(2020, 1, 1), LATER)]

    def nobody(dialog: Any) -> None:
        for line in dialog.ballot.lines:
            line.seated.click()
        desk.fill({"Note": "Neither of them qualified."}, dialog)

    correct(desk, nobody, said)
    assert set(seats(desk.record, DAY).values()) == set(ids.values()) - {aino}
    desk.click("Remove…", then=lambda dialog: desk.answer(dialog, {}))
    assert (desk.record.all(Election), desk.record.all(Nominee)) == ((), ())
    assert places(desk.record, hoa) == [("audit", date(2020, 1, 1), None)]


def test_holding_over_is_shown_until_a_successor_is_elected(desk: Secretary) -> None:
    a_board(desk)
    hoa = next(person.id for person in desk.record.all(Person) if person.name == "Nguyễn Thị Hoa")
    term = desk.record.where(Appointment, "person", hoa)[0]
    desk.register("appointments")
    desk.select_key(term.id)
    desk.click("Change…", fill={"Term ends at the annual meeting of": 2026})
    elect(desk, {"Desmond O’Farrell": 800, "Nguyễn Thị Hoa": None})
    page: Any = desk.page("board")
    cards = {card.seat.name: card.seat for card in page.seats.seats.cards()}
    assert cards["Nguyễn Thị Hoa"].role == "Holds over since 14 May 2026"
    assert cards["Nguyễn Thị Hoa"].role_tone == "amber"
    assert desk.sees("5 of 6 seats filled")
    page.show_person(hoa)
    desk.settle()
    assert desk.sees("Director, Class III, seat III-1, holds over")
    assert desk.sees("the election of a successor (holds over)")
    assert members_on(desk.record, "audit", DAY) == (hoa,)
    terms = desk.register("appointments").places.currentWidget().texts()
    assert [row[5] for row in terms if row[0] == "Nguyễn Thị Hoa"] == ["Holds over"]
    page = desk.page("board")
    page.show_history(hoa)
    desk.settle()
    assert any("holds over until a successor is elected" in row[1] for row in desk.rows())
    elect(desk, {"Aino Virtanen": 900, "Desmond O’Farrell": 800}, DAY)
    assert seats(desk.record, DAY)["III-1"] != hoa
    found = desk.record.get(Appointment, term.id)
    assert (found.end, found.end_reason, is_holdover(desk.record, found, DAY)) == (DAY, EndReason.TERM_ENDED, False)
    desk.undo()
    assert is_holdover(desk.record, desk.record.get(Appointment, term.id), DAY)
