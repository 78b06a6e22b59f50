"""An item's course at the meeting: begun, noted, ended, deferred."""

from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import ItemOutcome
from boarddesk.domain.record import Record
from boarddesk.services.agenda_laying import pass_on
from boarddesk.services.agenda_order import find_item, items_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.hold_meeting_notes import paragraphs
from boarddesk.services.meeting_checks import find_meeting, require_begun, require_moment


@dataclass(frozen=True, slots=True)
class StartItem(Command):
    """The meeting turns to an item at `at`; the one before it ends then."""

    item: str
    at: datetime

    def label(self, record: Record) -> str:
        """“Begin “Credit facility””."""
        return f"Begin “{find_item(record, self.item).title}”"


@handles(StartItem)
def start_item(command: StartItem, tx: Transaction) -> None:
    """An item taken up again goes on where it was."""
    item = find_item(tx.record, command.item)
    meeting = find_meeting(tx.record, item.meeting)
    require_begun(meeting)
    require_moment(tx.record, meeting, command.at)
    for other in items_of(tx.record, meeting.id):
        if other.id != item.id and other.started is not None and other.ended is None:
            _require_after(other.started, command.at)
            tx.put(replace(other, ended=command.at))
    tx.put(replace(item, started=item.started or command.at, ended=None))


@dataclass(frozen=True, slots=True)
class FinishItem(Command):
    """An item ends at `at`, with what came of it."""

    item: str
    at: datetime
    outcome: ItemOutcome | None = None

    def label(self, record: Record) -> str:
        """“End “Credit facility””."""
        return f"End “{find_item(record, self.item).title}”"


@handles(FinishItem)
def finish_item(command: FinishItem, tx: Transaction) -> None:
    """Only an item that was begun ends."""
    item = find_item(tx.record, command.item)
    meeting = find_meeting(tx.record, item.meeting)
    require_begun(meeting)
    require_moment(tx.record, meeting, command.at)
    if item.started is None:
        raise UserError("The item was not begun.", what_to_do="Begin it first.", code="not_begun")
    _require_after(item.started, command.at)
    done = replace(item, ended=command.at, outcome=command.outcome or item.outcome)
    tx.put(done)
    pass_on(tx, done)


def _require_after(started: datetime, at: datetime) -> None:
    if at < started:
        raise UserError(
            f"The item was begun at {started:%H:%M}, after {at:%H:%M}.", what_to_do="Give a later time.", code="order"
        )


@dataclass(frozen=True, slots=True)
class WriteItemText(Command):
    """What the minutes say of an item, one paragraph a line."""

    item: str
    text: str

    def label(self, record: Record) -> str:
        """“Note under “Credit facility””."""
        return f"Note under “{find_item(record, self.item).title}”"


@handles(WriteItemText)
def write_item_text(command: WriteItemText, tx: Transaction) -> None:
    """Blank lines are dropped."""
    tx.put(replace(find_item(tx.record, command.item), text=paragraphs(command.text)))
