"""What-ifs kept as notes: the list of them, and each as the changes it was asked with."""

from collections.abc import Sequence
from datetime import date

import msgspec

from boarddesk.domain.governance import Change, WhatIf
from boarddesk.services.commands.keep_what_if import KeepWhatIf
from boarddesk.services.commands.remove_entry import RemoveEntry
from boarddesk.services.suppositions import Kind, Supposed
from boarddesk.services.words import short_day
from boarddesk.services.workspace import Services


class KeptNote(msgspec.Struct, frozen=True):
    """A note as a list shows it; `changes` leaves out kinds that this version does not know."""

    id: str
    title: str
    detail: str
    note: str
    as_of: date
    changes: tuple[Supposed, ...]


def kept_notes(services: Services) -> tuple[KeptNote, ...]:
    """The notes, the newest first."""
    rows = sorted(services.record.all(WhatIf), key=lambda row: (row.made_on, row.id), reverse=True)
    return tuple(_note(row) for row in rows)


def _note(row: WhatIf) -> KeptNote:
    known = {kind.value: kind for kind in Kind}
    changes = tuple(Supposed(known[c.kind], dict(c.values)) for c in row.changes if c.kind in known)
    detail = f"Kept on {short_day(row.made_on)}, judged as of {short_day(row.as_of)}"
    return KeptNote(row.id, row.title, detail, row.note, row.as_of, changes)


def keeping(
    services: Services, title: str, day: date, changes: Sequence[Supposed], note: str = "", note_id: str = ""
) -> KeepWhatIf:
    """The command that keeps a question as a note."""
    kept = tuple(Change(kind=change.kind.value, values=dict(change.values)) for change in changes)
    return KeepWhatIf(title, services.today, day, kept, note, note_id)


def removing(note: KeptNote) -> RemoveEntry:
    """The command that takes a note away."""
    return RemoveEntry(WhatIf.table, note.id, f"the what-if “{note.title}”")
