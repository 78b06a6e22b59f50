"""The company's own phrases for notes and minutes."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.common.text import slug
from boarddesk.domain.keeping import Wording
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.phrases import OWN


@dataclass(frozen=True, slots=True)
class KeepPhrase(Command):
    """A phrase under its title; one of the same title is replaced."""

    title: str
    text: str

    def label(self, record: Record) -> str:
        """“Keep the phrase “Report received””."""
        del record
        return f"Keep the phrase “{self.title.strip()}”"


@handles(KeepPhrase)
def keep_phrase(command: KeepPhrase, tx: Transaction) -> None:
    """It needs a title to be found by, and words."""
    title, text = " ".join(command.title.split()), " ".join(command.text.split())
    if not title or not text:
        raise UserError("The phrase has no title or no words.", what_to_do="Write both.", code="no_text")
    key = f"{OWN}{slug(title).replace('-', '_')}"
    there = next((row for row in tx.record.where(Wording, "key", key)), None)
    fresh = Wording(id=tx.new_id(Wording, key), key=key, title=title, text=text)
    tx.put(fresh if there is None else replace(there, title=title, text=text))


@dataclass(frozen=True, slots=True)
class RemovePhrase(Command):
    """Take one of the company's own phrases out."""

    key: str

    def label(self, record: Record) -> str:
        """“Remove the phrase “Report received””."""
        found = next((row for row in record.where(Wording, "key", OWN + self.key)), None)
        return f"Remove the phrase “{found.title if found else self.key}”"


@handles(RemovePhrase)
def remove_phrase(command: RemovePhrase, tx: Transaction) -> None:
    """Nothing happens to what was written with it."""
    rows = tx.record.where(Wording, "key", OWN + command.key)
    if not rows:
        raise UserError("There is no such phrase.", what_to_do="Look at the list anew.", code="no_phrase")
    tx.remove(Wording, *(row.id for row in rows))
