"""Dispose of what the retention policy lets go: the words leave the record, the journal, the index and the file."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import Disposable, Disposal
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.references import references
from boarddesk.services.retention import content_of, require_disposable
from boarddesk.services.words import capital, meeting_name


@dataclass(frozen=True, slots=True)
class DisposeUnderPolicy(Command):
    """One kind of thing of one meeting goes for good; what stays is that it was, and under which policy."""

    meeting: str
    what: Disposable
    on: date
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Dispose of live notes: Board, regular meeting, 22 Oct 2026”."""
        words = DISPOSABLE[self.what]
        return f"Dispose of {words[:1].lower()}{words[1:]}: {meeting_name(record, find_meeting(record, self.meeting))}"


@handles(DisposeUnderPolicy)
def dispose_under_policy(command: DisposeUnderPolicy, tx: Transaction) -> None:
    """Refuse under a hold, without a policy, or before its day; keep a row without the content."""
    meeting = find_meeting(tx.record, command.meeting)
    days = require_disposable(tx.record, meeting, command.what, command.on)
    content = content_of(tx.record, meeting.id, command.what, tx.emptied())
    if not content.count:
        raise UserError("Nothing of it is there any more.", what_to_do="Choose another.", code="nothing_there")
    for row, values in content.fields:
        tx.empty(row, values)
    for digest in content.attachments:
        if all(row in content.holders for row in _holders(tx.record, digest)):
            tx.discard(digest)
    tx.put(
        Disposal(
            id=tx.new_id(Disposal, f"{meeting.id}-{command.what}"),
            what=command.what,
            meeting=meeting.id,
            disposed_on=command.on,
            description=capital(content.words),
            count=content.count,
            policy=f"{days} days after the minutes are sealed",
        )
    )


@dataclass(frozen=True, slots=True)
class DisposeAll(Command):
    """Several disposals in one step: all of them, or none where one is refused."""

    disposals: tuple[DisposeUnderPolicy, ...]
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """That of the only one, or how many."""
        if len(self.disposals) == 1:
            return self.disposals[0].label(record)
        return f"Dispose of {len(self.disposals)} kinds of records under the policy"


@handles(DisposeAll)
def dispose_all(command: DisposeAll, tx: Transaction) -> None:
    """One after the other."""
    for disposal in command.disposals:
        dispose_under_policy(disposal, tx)


def _holders(record: Record, digest: str) -> list[Row]:
    """Every row that names an attachment."""
    return [
        row
        for kind in TABLES
        for attribute, _name, ref in references(kind)
        if ref == "attachments"
        for row in record.where(kind, attribute, digest)
    ]
