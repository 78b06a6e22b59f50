"""Every dated fact of the register in words: what happened, on which day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.independence import Determination, Questionnaire
from boarddesk.domain.motions import RelatedTransaction
from boarddesk.domain.people import Appointment, BoardSize, EndReason, RoleTenure
from boarddesk.domain.record import Record
from boarddesk.domain.terms import election_day, name_of
from boarddesk.services.people import WORDS, ballot_count, role_title
from boarddesk.services.person_page import outcome_words
from boarddesk.services.settings import parameter_words

Fact = tuple[date, str]
UNDATED = frozenset({DocumentKind.LETTER, DocumentKind.OTHER})
"""Kinds of documents that have a day, but are not in force."""


def facts_of(record: Record, person: str | None = None) -> Iterator[Fact]:
    """Day and words of each fact, in no order; of one person, or of the whole register."""
    for term in record.all(Appointment):
        if person in {None, term.person}:
            yield from _of_term(record, term)
    yield from _of_roles(record, person)
    yield from _of_committees(record, person)
    yield from _of_independence(record, person)
    yield from _of_ballots(record, person)
    yield from _of_dealings(record, person)
    if person is None:
        yield from _of_the_board(record)
        yield from _of_documents(record)
        yield from _of_mailings(record)


def _of_term(record: Record, term: Appointment) -> Iterator[Fact]:
    who = name_of(record, term.person)
    places = (f"class {term.class_}" if term.class_ else "", f"seat {term.seat}" if term.seat else "")
    place = ", ".join(part for part in places if part)
    yield term.start, f"{who} {WORDS[term.how].lower()}{': ' + place if place else ''}"
    elected = election_day(record, term.class_, term.term_ends_year) if term.term_ends_year else None
    if elected is not None and (term.end is None or term.end > elected):
        yield elected, f"The term of {who} ended; {who} holds over until a successor is elected"
    if term.notice_on is not None:
        yield term.notice_on, f"Notice from {who} of leaving the board"
    if term.will_not_stand_on is not None:
        yield term.will_not_stand_on, f"{who} said that they will not stand again"
    if term.end is not None and term.end_reason is not EndReason.TERM_ENDED:
        yield term.end, f"{who} left the board: {WORDS[term.end_reason].lower() if term.end_reason else 'ended'}"
    elif term.end is not None:
        yield term.end, f"A term of {who} ended"


def _of_roles(record: Record, person: str | None) -> Iterator[Fact]:
    for role in record.all(RoleTenure):
        if person in {None, role.person}:
            who = name_of(record, role.person)
            yield role.start, f"{who} became {role_title(role)}"
            if role.end is not None:
                yield role.end, f"{who} ceased to be {role_title(role)}"


def _of_committees(record: Record, person: str | None) -> Iterator[Fact]:
    for seat in record.all(CommitteeSeat):
        if person in {None, seat.person}:
            who, body = name_of(record, seat.person), record.get(Committee, seat.committee).name
            yield seat.start, f"{who} joined the {body}"
            if seat.end is not None:
                why = f": {WORDS[seat.end_reason].lower()}" if seat.end_reason not in {None, EndReason.OTHER} else ""
                yield seat.end, f"{who} left the {body}{why}"
    for chair in record.all(CommitteeChair):
        if person in {None, chair.person}:
            who, body = name_of(record, chair.person), record.get(Committee, chair.committee).name
            yield chair.start, f"{who} became chair of the {body}"
            if chair.end is not None:
                yield chair.end, f"{who} ceased to chair the {body}"


def _of_independence(record: Record, person: str | None) -> Iterator[Fact]:
    for found in record.all(Determination):
        if person in {None, found.person}:
            who, standard = name_of(record, found.person), WORDS[found.standard]
            yield found.decided_on, f"The board determined {who} {outcome_words(found.outcome)}: {standard}"
    for answers in record.all(Questionnaire):
        if person in {None, answers.person}:
            who = f"questionnaire {answers.year} of {name_of(record, answers.person)}"
            if answers.sent_on is not None and person is not None:
                yield answers.sent_on, f"The {who} was sent"
            if answers.received_on is not None:
                changed = {True: "an answer changed", False: "no change", None: "not compared yet"}[answers.changed]
                note = f": {answers.change_note}" if answers.changed and answers.change_note else ""
                yield answers.received_on, f"The {who} came back, {changed}{note}"


def _of_mailings(record: Record) -> Iterator[Fact]:
    """What was sent to many on one day is one line."""
    sent = Counter((row.sent_on, row.year) for row in record.all(Questionnaire) if row.sent_on is not None)
    for (day, year), count in sent.items():
        if day is not None:
            yield day, f"Questionnaires {year} were sent to {count} {'person' if count == 1 else 'people'}"


def _of_ballots(record: Record, person: str | None) -> Iterator[Fact]:
    for nominee in record.all(Nominee):
        election = record.find(Election, nominee.election)
        if election is not None and person in {None, nominee.person}:
            where = f" in class {election.class_}" if election.class_ else ""
            said = f"{name_of(record, nominee.person)} stood for election{where}: {ballot_count(nominee)}"
            yield election.held_on, said


def _of_dealings(record: Record, person: str | None) -> Iterator[Fact]:
    for dealing in record.all(RelatedTransaction):
        if dealing.effective_on is not None and person in {None, dealing.person}:
            who = name_of(record, dealing.person) or dealing.related_name
            yield dealing.effective_on, f"Related-person transaction with {dealing.counterparty} began: {who}"


def _of_the_board(record: Record) -> Iterator[Fact]:
    for size in record.all(BoardSize):
        yield size.effective_from, f"The board’s size became {size.size}{f' ({size.source})' if size.source else ''}"
    for committee in record.all(Committee):
        yield committee.start, f"The {committee.name} was created"
        if committee.end is not None:
            yield committee.end, f"The {committee.name} was dissolved"
    for election in record.all(Election):
        present = f"; {election.shares_present:,} shares present" if election.shares_present is not None else ""
        elected = f"class {election.class_}" if election.class_ else "directors"
        yield election.held_on, f"Election of {elected}, {election.seats} {_seats(election.seats)}{present}"
    for value in record.all(ParameterValue):
        title, words = parameter_words(record, value)
        yield value.effective_from, f"{title} became {words}"


def _seats(count: int) -> str:
    return "seat" if count == 1 else "seats"


def _of_documents(record: Record) -> Iterator[Fact]:
    for document in record.all(Document):
        title = f"{document.title}{f' ({document.version})' if document.version else ''}"
        if document.adopted_on is not None:
            yield document.adopted_on, f"Adopted: {title}"
        if document.effective_from is not None and document.kind in UNDATED:
            yield document.effective_from, title
        elif document.effective_from is not None and document.effective_from != document.adopted_on:
            yield document.effective_from, f"In force: {title}"
        if document.effective_to is not None:
            yield document.effective_to, f"No longer in force: {title}"
