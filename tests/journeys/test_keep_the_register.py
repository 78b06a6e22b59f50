"""Keep the register through the window: a resignation, a removal, a death, an election, a charter, and read them back."""

import re
from datetime import date
from typing import Any

from secretary import Secretary

from boarddesk.domain.committees import Committee
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting
from boarddesk.domain.people import Appointment, EndReason, Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import appointment_of, directors_on, members_on
from boarddesk.services.history import ENTERED, HAPPENED, history_of

DAY, ELECTED = date(2026, 11, 12), date(2027, 5, 13)
RAW = re.compile(r"\d{4}-\d\d-|[a-z]_[a-z]|None|True|False|[0-9a-f]{16}")


def of(desk: Secretary, person: str, deed: str, fields: dict[str, Any]) -> None:
    """Choose a person on the Board page and an entry of the pane's menu."""
    page: Any = desk.page("board")
    page.show_person(person)
    desk.settle()
    more = desk.find_button(f"More for {desk.record.get(Person, person).name}", page.person_pane)
    action = next(each for each in more.menu().actions() if each.text() == deed)
    desk._doing(action.trigger, lambda dialog: desk.answer(dialog, fields))


def ended(record: Record, person: str) -> tuple[EndReason | None, date | None, date | None]:
    term = max((t for t in record.all(Appointment) if t.person == person), key=lambda t: t.start)
    return term.end_reason, term.end, term.notice_on


def test_directors_leave(sample_desk: Secretary) -> None:
    desk = sample_desk
    of(desk, "vaidyalingam", "Leaves the board…", {"Why": "Resigned", "Notice came on": date(2026, 11, 10)})
    of(desk, "okoro-llewelyn", "Leaves the board…", {"Why": "Removed"})
    of(desk, "castellanos", "Leaves the board…", {"Why": "Died"})
    assert ended(desk.record, "vaidyalingam") == (EndReason.RESIGNED, DAY, date(2026, 11, 10))
    assert ended(desk.record, "okoro-llewelyn") == (EndReason.REMOVED, DAY, None)
    assert ended(desk.record, "castellanos") == (EndReason.DIED, DAY, None)
    assert members_on(desk.record, "audit", DAY) == ()
    assert desk.sees("6 of 10 seats filled")
    page: Any = desk.page("board")
    vacant = {card.seat.name for card in page.seats.seats.cards() if card.seat.vacant}
    assert vacant == {"Vacant seat I-2", "Vacant seat II-1", "Vacant seat II-2", "Vacant seat II-4"}
    page.show_view("history")
    said = [line[1] for line in desk.rows()]
    for words in ("Rohan Vaidyalingam left the board: resigned", "Gareth Okoro-Llewelyn left the board: removed",
                  "Mei-Lin Castellanos left the board: died"):  # fmt: skip
        assert words in said


def test_an_election_with_its_count(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.page("board")
    desk.click("Add a person…", fill={"Name as they sign": "Aino Virtanen"})
    desk.click("Hold an election…", then=lambda dialog: count(desk, dialog))
    record = desk.record
    election = next(e for e in record.all(Election) if e.held_on == ELECTED)
    nominees = record.where(Nominee, "election", election.id)
    assert record.get(Meeting, election.meeting or "").body == STOCKHOLDERS
    ballot = {n.person: (n.shares_for, n.withheld, n.seated) for n in nominees}
    assert ballot == {
        "sorhaug": (60_000_000, 1_000_000, True),
        "vaidyalingam": (59_000_000, 2_000_000, True),
        "aino-virtanen": (58_000_000, 3_000_000, True),
    }
    terms = {person: appointment_of(record, person, ELECTED) for person in ballot}
    assert {p: (t.seat, t.term_ends_year) for p, t in terms.items() if t} == {
        "sorhaug": ("I-1", 2030),
        "vaidyalingam": ("I-2", 2030),
        "aino-virtanen": ("I-3", 2030),
    }
    assert "kouadjane" not in directors_on(record, ELECTED)


def count(desk: Secretary, dialog: Any) -> None:
    meetings = dialog.meeting
    offered = [meetings.itemText(number) for number in range(meetings.count())]
    meetings.setEditText(next(words for words in offered if "13 May 2027" in words))
    assert dialog.class_.value() == "I", "the class whose terms end that year is proposed"
    assert dialog.seats.count() == 3
    dialog.ballot.more.click()
    desk.settle()
    desk.fill(
        {
            "Candidate 3": "Aino Virtanen", "Shares for, candidate 1": 60_000_000, "Withheld, candidate 1": 1_000_000,
            "Shares for, candidate 2": 59_000_000, "Withheld, candidate 2": 2_000_000,
            "Shares for, candidate 3": 58_000_000, "Withheld, candidate 3": 3_000_000,
        },
        dialog,
    )  # fmt: skip
    dialog.verb.click()
    if dialog.isVisible():
        assert not dialog.errors(), dialog.errors()
        assert not dialog.refusal(), dialog.refusal()
        dialog.verb.click()
    assert not dialog.isVisible()


def compared(dialog: Any) -> None:
    """The comparison of a questionnaire that came back, on the last step of its form."""
    dialog.index.select("closing")
    dialog.closing.changed.set_value(True)
    dialog.closing.note.setPlainText("A new seat on another board")
    dialog.verb.click()
    assert not dialog.isVisible(), dialog.refusal() or dialog.errors()


def test_a_charter_and_a_questionnaire(sample_desk: Secretary) -> None:
    desk = sample_desk
    desk.register("documents")
    desk.click(
        "Keep a document…",
        fill={"Kind": "Committee charter", "Of the committee": "Audit Committee", "Title": "Audit Committee Charter",
              "Version": "3", "Adopted on": DAY, "In force from": DAY},
    )  # fmt: skip
    charters = [d for d in desk.record.all(Document) if d.title == "Audit Committee Charter"]
    assert [d.version for d in charters if d.in_force_on(DAY)] == ["3"]
    desk.page("board")
    desk.click(
        "Send questionnaires…",
        fill={"Year": 2027, "Sent on": DAY},
    )
    sent = desk.record.where(Questionnaire, "year", 2027)
    assert {row.sent_on for row in sent} == {DAY}
    assert {row.person for row in sent} >= set(directors_on(desk.record, DAY))
    desk.register("questionnaires")
    desk.select_key("q-2026-ellerbrook")
    desk.click("Change…", then=compared)
    assert desk.record.get(Committee, "audit").name == "Audit Committee"
    page: Any = desk.page("board")
    page.show_history("ellerbrook")
    desk.settle()
    said = [line[1] for line in desk.rows()]
    assert any("came back, an answer changed: A new seat on another board" in words for words in said)
    lines = [line for kind in (HAPPENED, ENTERED) for line in history_of(desk.services, kind)]
    assert [line.what for line in lines if RAW.search(line.what)] == []
