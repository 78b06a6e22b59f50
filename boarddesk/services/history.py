"""History to be read: what happened on which day, and who entered what when."""

from collections.abc import Iterator
from datetime import datetime, time

import msgspec

from boarddesk.common.text import plain
from boarddesk.domain.committees import CommitteeChair, CommitteeSeat
from boarddesk.domain.elections import Nominee
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.domain.people import Appointment, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.services.dated_facts import facts_of
from boarddesk.services.workspace import Services
from boarddesk.storage import journal

HAPPENED, ENTERED = "What happened", "What was entered"
OF_PEOPLE: tuple[type[Row], ...] = (
    Appointment, RoleTenure, CommitteeSeat, CommitteeChair, Determination, Questionnaire, Nominee,
)  # fmt: skip
LIMIT = 5000
"""Entries of the journal shown at once, the newest."""


class HistoryLine(msgspec.Struct, frozen=True):
    """One line; a moment at midnight is a day without a time, `who` is empty for what happened."""

    id: str
    group: str
    moment: datetime
    what: str
    who: str = ""


def history_of(services: Services, kind: str, person: str | None = None) -> tuple[HistoryLine, ...]:
    """Dated facts up to the chosen day, or the journal, newest first; of one person or of the whole register."""
    if kind == ENTERED:
        return tuple(_entries(services, person))
    shown = services.day
    facts = [
        HistoryLine(f"fact-{number}", HAPPENED, datetime.combine(day, time()), what)
        for number, (day, what) in enumerate(facts_of(services.shown, person))
        if day <= shown
    ]
    facts.sort(key=lambda line: line.moment, reverse=True)
    return tuple(facts)


def _entries(services: Services, person: str | None) -> Iterator[HistoryLine]:
    db, record = services.store.db, services.record
    wanted = None if person is None else {person, *_ids_of(record, person)}
    found = [entry for entry in journal.entries(db) if wanted is None or wanted & set(entry.ids)]
    for entry in found[: -LIMIT - 1 : -1]:
        label = journal.label_of(db, entry.seq)
        if label is None:
            continue
        verb = {"Undo": "Undone: ", "Redo": "Done again: "}.get(entry.command, "")
        moment = datetime.fromisoformat(entry.at).astimezone()
        yield HistoryLine(f"entry-{entry.seq}", ENTERED, moment.replace(tzinfo=None), f"{verb}{label}", entry.who)
    if len(found) > LIMIT:
        oldest = datetime.fromisoformat(found[-LIMIT].at).astimezone().replace(tzinfo=None)
        yield HistoryLine("older", ENTERED, oldest, f"{len(found) - LIMIT:,} earlier entries are kept, not listed here")


def _ids_of(record: Record, person: str) -> Iterator[str]:
    for kind in OF_PEOPLE:
        for row in record.where(kind, "person", person):
            yield row.id


def people_with_history(record: Record) -> tuple[Person, ...]:
    """Everybody of whom something dated is on record, by surname."""
    named = {getattr(row, "person", None) for kind in OF_PEOPLE for row in record.all(kind)}
    return tuple(sorted((p for p in record.all(Person) if p.id in named), key=lambda p: (plain(p.last), p.id)))
