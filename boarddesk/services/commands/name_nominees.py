"""Name the nominees of one class for a meeting of stockholders that is ahead: nobody is seated by it."""

from dataclasses import dataclass
from datetime import date

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.elect_directors import ballot_words
from boarddesk.services.words import meeting_name


class Named(msgspec.Struct, frozen=True):
    """One nominee: who approved the nomination, when the consent to serve came, who put the name forward."""

    person: str
    nominated_by: str | None = None
    consented_on: date | None = None
    proposed_by: str = ""


@dataclass(frozen=True, slots=True)
class NameNominees(Command):
    """The slate for the seats of one class; naming it again replaces it, as long as nothing was counted."""

    meeting: str
    class_: str
    seats: int
    nominees: tuple[Named, ...]

    def label(self, record: Record) -> str:
        """“Nominees of class I: Stockholders, annual meeting, 13 May 2027”."""
        meeting = record.find(Meeting, self.meeting)
        what = f"Nominees of {ballot_words(self.class_)}"
        return f"{what}: {meeting_name(record, meeting)}" if meeting else what


@handles(NameNominees)
def name_nominees(command: NameNominees, tx: Transaction) -> None:
    """Write election and nominees without shares; those no longer named go."""
    meeting = tx.record.get(Meeting, command.meeting)
    people = [one.person for one in command.nominees]
    if meeting.body != STOCKHOLDERS:
        raise UserError("Directors are elected by stockholders.", code="not_stockholders")
    if not people or len(set(people)) < len(people):
        what = "Nobody is named." if not people else "A nominee is named twice."
        raise UserError(what, what_to_do="Name each nominee once.", code="nominees")
    held = tx.record.where(Election, "meeting", meeting.id)
    there = next((row for row in held if row.class_ == command.class_), None)
    before = tx.record.where(Nominee, "election", there.id) if there else ()
    if any(nominee.shares_for is not None for nominee in before):
        raise UserError(
            "The votes for this class were counted.", what_to_do="Correct the election instead.", code="counted"
        )
    if there is None:
        wish = f"{meeting.day.year}-class-{command.class_}" if command.class_ else f"{meeting.day.year}-directors"
        there = Election(id=tx.new_id(Election, wish), held_on=meeting.day, class_=command.class_, seats=command.seats,
                         meeting=meeting.id)  # fmt: skip
    tx.put(msgspec.structs.replace(there, seats=command.seats, held_on=meeting.day))
    tx.remove(Nominee, *(nominee.id for nominee in before))
    for one in command.nominees:
        tx.put(
            Nominee(
                id=tx.new_id(Nominee, f"{there.id}-{one.person}"), election=there.id, person=one.person,
                class_=command.class_, nominated_by=one.nominated_by, consented_on=one.consented_on,
                proposed_by=one.proposed_by.strip(),
            )
        )  # fmt: skip
