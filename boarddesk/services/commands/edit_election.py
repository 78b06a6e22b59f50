"""Correct the count of an election; the terms it opened stay."""

from dataclasses import dataclass

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.elect_directors import ballot_words
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class EditElection(Command):
    """The election and its ballot as they should read."""

    election: Election
    nominees: tuple[Nominee, ...]

    def label(self, record: Record) -> str:
        """“Correct the election of class I on 14 May 2026”."""
        del record
        return f"Correct the election of {ballot_words(self.election.class_)} on {short_day(self.election.held_on)}"


@handles(EditElection)
def edit_election(command: EditElection, tx: Transaction) -> None:
    """Replace the rows; candidates that are no longer named go."""
    kept = {nominee.id for nominee in command.nominees}
    there = tx.record.where(Nominee, "election", command.election.id)
    tx.put(command.election, *command.nominees)
    tx.remove(Nominee, *(nominee.id for nominee in there if nominee.id not in kept))
