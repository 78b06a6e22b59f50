"""A what-if kept as a note: what was supposed, as of which day it was judged, and why somebody asked."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.governance import Change, WhatIf
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import required


@dataclass(frozen=True, slots=True)
class KeepWhatIf(Command):
    """A note; with the `id` of one that is kept already, that one is written anew. It changes nothing else."""

    title: str
    made_on: date
    as_of: date
    changes: tuple[Change, ...]
    note: str = ""
    id: str = ""

    def label(self, record: Record) -> str:
        """“Keep the what-if “Gareth Okoro-Llewelyn leaves the Board””."""
        del record
        return f"Keep the what-if “{self.title}”"


@handles(KeepWhatIf)
def keep_what_if(command: KeepWhatIf, tx: Transaction) -> None:
    """Write the note."""
    title = required(command.title, "The note has no title.", "Write what was asked.")
    if not command.changes:
        raise UserError("Nothing is supposed.", what_to_do="Say what happens first.", code="missing")
    tx.put(
        WhatIf(
            id=command.id or tx.new_id(WhatIf, title),
            title=title,
            made_on=command.made_on,
            as_of=command.as_of,
            changes=command.changes,
            note=command.note.strip(),
        )
    )
