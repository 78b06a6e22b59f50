"""Directors' requests for agenda items, and what became of them (guidelines GL-3.2)."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, AgendaRequest, Purpose, RequestOutcome
from boarddesk.domain.record import Record
from boarddesk.domain.terms import directors_on, name_of
from boarddesk.services.agenda_laying import insert, new_item_id
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import short_day

MINUTES = 10
"""Minutes planned for an item that a director asked for."""
TITLE = 400
"""What was asked for becomes the item's title, which is one line."""


@dataclass(frozen=True, slots=True)
class LogRequest(Command):
    """A director asked on a day that an item be put on an agenda."""

    person: str
    requested_on: date
    text: str
    meeting: str | None = None

    def label(self, record: Record) -> str:
        """“Log a request by Ingrid Sørhaug”."""
        return f"Log a request by {name_of(record, self.person)}"


@handles(LogRequest)
def log_request(command: LogRequest, tx: Transaction) -> None:
    """Any director may ask; nobody else does under this heading."""
    if not command.text.strip():
        raise UserError("The request has no words.", what_to_do="Say what was asked for.", code="no_text")
    if command.person not in directors_on(tx.record, command.requested_on):
        raise UserError(
            f"{name_of(tx.record, command.person)} is not a director on {short_day(command.requested_on)}.",
            what_to_do="Choose a director, or correct the date.",
            code="not_director",
        )
    tx.put(
        AgendaRequest(
            id=tx.new_id(AgendaRequest, f"request-{command.requested_on}"),
            person=command.person,
            requested_on=command.requested_on,
            text=command.text.strip(),
            meeting=command.meeting,
        )
    )


@dataclass(frozen=True, slots=True)
class AnswerRequest(Command):
    """The outcome of a request on a day: placed on the agenda of `meeting`, declined with a reason, or withdrawn."""

    request: str
    outcome: RequestOutcome
    decided_on: date
    reason: str = ""
    meeting: str | None = None

    def label(self, record: Record) -> str:
        """“Request placed on the agenda”."""
        del record
        words = {RequestOutcome.PLACED: "placed on the agenda", RequestOutcome.DECLINED: "declined"}
        return f"Request {words.get(self.outcome, 'withdrawn')}"


@handles(AnswerRequest)
def answer_request(command: AnswerRequest, tx: Transaction) -> None:
    """A placed request becomes an item; a declined one has a reason."""
    request = tx.record.get(AgendaRequest, command.request)
    if command.decided_on < request.requested_on:
        raise UserError(
            f"It was asked for on {short_day(request.requested_on)}, later than that.",
            what_to_do="Correct the date.",
            code="order",
        )
    if command.outcome is RequestOutcome.DECLINED and not command.reason.strip():
        raise UserError("A request is declined for a reason.", what_to_do="Say why.", code="no_reason")
    answered = replace(request, outcome=command.outcome, decided_on=command.decided_on, reason=command.reason.strip())
    if command.outcome is RequestOutcome.PLACED:
        meeting = find_meeting(tx.record, command.meeting or request.meeting or "")
        item = AgendaItem(
            id=new_item_id(tx, tx.record, meeting.id),
            meeting=meeting.id,
            position=0,
            title=" ".join(request.text.split())[:TITLE],
            presenter=request.person,
            minutes=MINUTES,
            purpose=Purpose.DISCUSS,
            request=request.id,
        )
        insert(tx, item)
        answered = replace(answered, meeting=meeting.id, item=item.id)
    tx.put(answered)
