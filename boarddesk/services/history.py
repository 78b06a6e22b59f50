"""History to be read: what happened on which day, and who entered what when."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.documents import Document
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.domain.people import Appointment, BoardSize, EndReason, Person, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.terms import name_of
from boarddesk.services.people import WORDS, role_title
from boarddesk.services.person_page import outcome_words, questionnaire_state
from boarddesk.services.workspace import Services
from boarddesk.storage import journal

HAPPENED, ENTERED = "What happened", "What was entered"
OF_PEOPLE: tuple[type[Row], ...] = (
    Appointment, RoleTenure, CommitteeSeat, CommitteeChair, Determination, Questionnaire, Nominee,
)  # fmt: skip
LIMIT = 500
"""Entries of the journal shown at once, the newest."""


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One line; a moment at midnight is a day without a time, `who` is empty for what happened."""

    id: str
    group: str
    moment: datetime
    what: str
    who: str = ""


def history_view(services: Services, person: str | None = None) -> tuple[HistoryLine, ...]:
    """Dated facts up to the chosen day and the journal, newest first; of one person or of the whole register."""
    facts = [
        HistoryLine(f"fact-{number}", HAPPENED, datetime.combine(day, time()), what)
        for number, (day, what) in enumerate(_facts(services.shown, person))
        if day <= services.day
    ]
    facts.sort(key=lambda line: line.moment, reverse=True)
    return (*facts, *_entries(services, person))


def _facts(record: Record, person: str | None) -> Iterator[tuple[date, str]]:
    for term in record.all(Appointment):
        if person in {None, term.person}:
            yield from _of_term(record, term)
    for role in record.all(RoleTenure):
        if person in {None, role.person}:
            who = name_of(record, role.person)
            yield role.start, f"{who} became {role_title(role)}"
            if role.end is not None:
                yield role.end, f"{who} ceased to be {role_title(role)}"
    yield from _of_committees(record, person)
    for found in record.all(Determination):
        if person in {None, found.person}:
            who, standard = name_of(record, found.person), WORDS[found.standard]
            yield found.decided_on, f"The board determined {who} {outcome_words(found.outcome)}: {standard}"
    for answers in record.all(Questionnaire):
        if person in {None, answers.person} and (day := answers.received_on or answers.sent_on) is not None:
            yield (
                day,
                f"Questionnaire {answers.year} of {name_of(record, answers.person)}: {questionnaire_state(answers)}",
            )
    if person is None:
        yield from _of_the_board(record)


def _of_term(record: Record, term: Appointment) -> Iterator[tuple[date, str]]:
    who = name_of(record, term.person)
    place = ", ".join(
        part
        for part in (f"class {term.class_}" if term.class_ else "", f"seat {term.seat}" if term.seat else "")
        if part
    )
    yield term.start, f"{who} {WORDS[term.how].lower()}{': ' + place if place else ''}"
    if term.notice_on is not None:
        yield term.notice_on, f"Notice from {who} of leaving the board"
    if term.will_not_stand_on is not None:
        yield term.will_not_stand_on, f"{who} said that they will not stand again"
    if term.end is not None and term.end_reason is not EndReason.TERM_ENDED:
        yield term.end, f"{who} left the board: {WORDS[term.end_reason].lower() if term.end_reason else 'ended'}"
    elif term.end is not None:
        yield term.end, f"A term of {who} ended"


def _of_committees(record: Record, person: str | None) -> Iterator[tuple[date, str]]:
    for seat in record.all(CommitteeSeat):
        if person in {None, seat.person}:
            who, body = name_of(record, seat.person), record.get(Committee, seat.committee).name
            yield seat.start, f"{who} joined the {body}"
            if seat.end is not None:
                yield seat.end, f"{who} left the {body}"
    for chair in record.all(CommitteeChair):
        if person in {None, chair.person}:
            who, body = name_of(record, chair.person), record.get(Committee, chair.committee).name
            yield chair.start, f"{who} became chair of the {body}"
            if chair.end is not None:
                yield chair.end, f"{who} ceased to chair the {body}"


def _of_the_board(record: Record) -> Iterator[tuple[date, str]]:
    for size in record.all(BoardSize):
        yield size.effective_from, f"The board’s size became {size.size}"
    for committee in record.all(Committee):
        yield committee.start, f"The {committee.name} was created"
        if committee.end is not None:
            yield committee.end, f"The {committee.name} was dissolved"
    for election in record.all(Election):
        yield election.held_on, f"Election of {f'class {election.class_}' if election.class_ else 'directors'}"
    for document in record.all(Document):
        if document.effective_from is not None:
            yield document.effective_from, f"{document.title} came into force"


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


def _ids_of(record: Record, person: str) -> Iterator[str]:
    for kind in OF_PEOPLE:
        for row in record.where(kind, "person", person):
            yield row.id


def people_with_history(record: Record) -> tuple[Person, ...]:
    """Everybody of whom something dated is on record, by surname."""
    named = {getattr(row, "person", None) for kind in OF_PEOPLE for row in record.all(kind)}
    return tuple(sorted((p for p in record.all(Person) if p.id in named), key=lambda p: p.last.casefold()))
