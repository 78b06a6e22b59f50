"""Any steps, undone and done again in any order, leave the record as it was; so do refused ones.

The sequence numbers of meetings alone go on, so that calendars take what was put back for the newest.
"""

import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from meeting_case import DAY, EVERYONE, STANDING, at, begin, company, motion_of

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import BOARD, CALLED_OFF, AgendaItem, Meeting, MeetingKind, Mode, PresenceKind
from boarddesk.domain.papers import Paper
from boarddesk.domain.people import Appointment, EndReason, Person
from boarddesk.domain.record import Record
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.bus import Command
from boarddesk.services.commands.add_person import AddPerson, EditPerson
from boarddesk.services.commands.agenda_items import AddItem, RemoveItem
from boarddesk.services.commands.agenda_move import MoveItem
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.commands.cancel_meeting import CancelMeeting
from boarddesk.services.commands.end_term import EndTerm
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.move_meeting import MoveMeeting
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.workspace import Services

Make = Callable[[Record, int], Command]


def _item(record: Record, number: int) -> AgendaItem:
    items = record.where(AgendaItem, "meeting", "special")
    return items[number % len(items)]


def _person(number: int) -> str:
    return EVERYONE[number % len(EVERYONE)]


def _add_paper(record: Record, number: int) -> Command:
    data = b"%%PDF-1.7 %d" % number
    paper = Paper(id="new", meeting="special", title=f"Paper {number}", attachment="0" * 64, file_name="a.pdf")
    return AddPaper(paper, data)


def _vote(record: Record, number: int) -> Command:
    return RecordMotion(*motion_of(f"14:{number % 40 + 10}"))


STEPS: tuple[Make, ...] = (
    lambda _r, n: AddPerson(f"Newcomer {n}"),
    lambda r, n: EditPerson(msgspec.structs.replace(r.get(Person, _person(n)), note=f"note {n}\0 é")),
    lambda r, n: EditPerson(msgspec.structs.replace(r.get(Person, _person(n)), name=f"Renamed {n}")),
    lambda _r, n: AppointDirector("tashiro", "I", date(2026, 1, 1 + n % 20)),
    lambda r, n: EndTerm(r.all(Appointment)[n % 9].id, DAY, EndReason.RESIGNED),
    lambda _r, n: AddItem(AgendaItem(id="new", meeting="special", position=n % 5 + 1, title=f"Item {n}")),
    lambda r, n: MoveItem(_item(r, n).id, n % 4 + 1),
    lambda r, n: RemoveItem(_item(r, n).id),
    lambda _r, n: StampPresence("special", _person(n), list(PresenceKind)[n % 7], at(f"15:{n % 60:02}"), Mode.PHONE),
    _vote,
    _add_paper,
    lambda _r, n: ScheduleMeeting(BOARD, MeetingKind.SPECIAL, at("10:00", date(2027, 1, 1 + n % 28)), DAY),
    lambda _r, n: MoveMeeting("december", at("08:00", date(2026, 12, 1 + n % 28))),
    lambda _r, _n: CancelMeeting("december", "No business", DAY),
    lambda _r, n: ImportRecord(Document((Person(id=f"imported-{n}", name="Imported"),), (), ""), "people.json"),
    lambda _r, n: ImportRecord(
        Document((Appointment(id="bad", person="okoro", class_="I", start=STANDING),), (), ""), f"bad-{n}.json"
    ),
)
UNDO, REDO = "undo", "redo"

steps = st.lists(
    st.one_of(
        st.tuples(st.integers(0, len(STEPS) - 1), st.integers(0, 99)),
        st.sampled_from([UNDO, UNDO, REDO]),
    ),
    min_size=4,
    max_size=14,
)


def told(services: Services) -> bytes:
    """All that the record says, the sequence numbers of meetings aside."""
    document = msgspec.json.decode(services.exported())
    for meeting in document["meetings"]:
        meeting.pop("sequence", None)
    return msgspec.json.encode(document)


class Subscriber:
    """A calendar program: it takes an entry for newer only where its sequence number is higher."""

    def __init__(self) -> None:
        self.entries: dict[str, tuple[int, object]] = {}

    def read(self, record: Record) -> None:
        for meeting in record.all(Meeting):
            shown = (meeting.starts, meeting.ends, meeting.place, meeting.state in CALLED_OFF)
            known, before = self.entries.get(meeting.id, (-1, None))
            assert meeting.sequence >= known
            assert meeting.sequence > known or shown == before
            self.entries[meeting.id] = meeting.sequence, shown


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps)
def test_undo_and_redo_lead_back_to_the_same_record(walk: list[tuple[int, int] | str]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        services = company(Path(folder) / "acme.boarddesk")
        begin(services)
        subscriber = Subscriber()
        past, future = [told(services)], []
        for step in walk:
            try:
                if step == UNDO and len(past) > 1:
                    services.history.undo()
                    future.append(past.pop())
                elif step == REDO and future:
                    services.history.redo()
                    past.append(future.pop())
                elif not isinstance(step, str):
                    make = STEPS[step[0]]
                    if services.bus.do(make(services.record, step[1])).tables:
                        past.append(told(services))
                        future.clear()
            except UserError:
                pass
            assert told(services) == past[-1]
            subscriber.read(services.record)
        while len(past) > 1:
            services.history.undo()
            past.pop()
            assert told(services) == past[-1]
            subscriber.read(services.record)
        assert services.verified() == ()
        services.close()
