"""Impossible facts, whichever road they come in by."""

from datetime import date, datetime

import pytest

from boarddesk.domain.checks import impossible
from boarddesk.domain.committees import Committee
from boarddesk.domain.meetings import AgendaItem, Guest, Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Consent, Motion
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row

NINE = datetime(2026, 3, 5, 9)


def meeting(name: str = "m", **fields: object) -> Meeting:
    return Meeting(id=name, body="board", starts=NINE, **fields)  # type: ignore[arg-type]


def motion(name: str = "mo", body: str = "board", **fields: object) -> Motion:
    return Motion(id=name, body=body, text="RESOLVED.", **fields)  # type: ignore[arg-type]


def term(name: str, class_: str, start: date, end: date | None = None) -> Appointment:
    return Appointment(id=name, person="ann", class_=class_, start=start, end=end)


AUDIT = Committee(id="audit", name="Audit Committee", start=date(2020, 1, 1))
CONSENT = Consent(id="c", body="audit", circulated_on=date(2026, 1, 1))
ITEM = AgendaItem(id="i", meeting="other", position=1, title="Item")


@pytest.mark.parametrize(
    ("rows", "where"),
    [
        ([meeting(parent="m")], "meetings m, field parent"),
        ([meeting(parent="b"), meeting("b", parent="a"), meeting("a", parent="b")], "meetings a, field parent"),
        ([motion(supersedes="mo")], "motions mo, field supersedes"),
        ([AgendaItem(id="i", meeting="m", position=1, title="x", carried_from="i")], "agenda_items i, field carried_from"),
        ([meeting(), AUDIT, motion(body="audit", meeting="m")], "motions mo, field body"),
        ([AUDIT, CONSENT, motion(consent="c")], "motions mo, field body"),
        ([meeting(), AUDIT, CONSENT, motion(meeting="m", consent="c")], "motions mo, field consent"),
        ([motion(mover="ann", seconders=("ann",))], "motions mo, field seconders"),
        ([motion(seconders=("ann", "ann"))], "motions mo, field seconders"),
        ([meeting(), ITEM, motion(meeting="m", item="i")], "motions mo, field item"),
        ([ITEM, PresenceStamp(id="p", meeting="m", person="ann", kind=PresenceKind.LEFT, item="i")], "presence p, field item"),
        ([ITEM, Guest(id="g", meeting="m", name="Guest", items=("i",))], "guests g, field items"),
        (
            [term("a", "I", date(2020, 1, 1)), term("b", "I", date(2020, 1, 1), date(2020, 1, 1)), term("c", "II", date(2023, 1, 1))],
            "appointments c, field start",
        ),
    ],
)  # fmt: skip
def test_each_names_its_row_and_field(rows: list[Row], where: str) -> None:
    found = impossible(Record.of([Person(id="ann", name="Ann"), *rows]))
    assert [fault.where for fault in found] == [where]


def test_terms_that_follow_one_another_are_in_order() -> None:
    terms = [term("a", "I", date(2020, 1, 1), date(2023, 5, 1)), term("b", "II", date(2023, 5, 1))]
    assert impossible(Record.of(terms)) == ()


def test_one_session_after_another_meeting_is_no_circle() -> None:
    assert impossible(Record.of([meeting("a"), meeting("b", parent="a"), meeting("c", parent="a")])) == ()
