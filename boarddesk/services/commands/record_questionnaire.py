"""Questionnaires: when they went out and came back, and whether an answer changed."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.independence import Questionnaire
from boarddesk.domain.people import Person
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class RecordQuestionnaires(Command):
    """The same step for one or several people; `changed` is None while nobody has compared the answers."""

    people: tuple[str, ...]
    year: int
    sent_on: date | None = None
    received_on: date | None = None
    changed: bool | None = None
    change_note: str = ""

    def label(self, record: Record) -> str:
        """“Questionnaire 2026 of Ingrid Sørhaug”, or of several."""
        one = name_of(record, self.people[0]) if len(self.people) == 1 else f"{len(self.people)} people"
        return f"Questionnaire {self.year} of {one}"


@handles(RecordQuestionnaires)
def record_questionnaires(command: RecordQuestionnaires, tx: Transaction) -> None:
    """Write one row a person."""
    for person in command.people:
        row = Questionnaire(
            id=tx.new_id(Questionnaire, f"{person}-{command.year}"),
            person=person,
            year=command.year,
            sent_on=command.sent_on,
            received_on=command.received_on,
            changed=command.changed,
            change_note=command.change_note.strip(),
        )
        require_order(row)
        tx.put(row)


@dataclass(frozen=True, slots=True)
class EditQuestionnaire(Command):
    """A questionnaire as it stands now: it came back, or its answers were compared."""

    questionnaire: Questionnaire

    def label(self, record: Record) -> str:
        """“Questionnaire 2026 of Ingrid Sørhaug”."""
        who = record.find(Person, self.questionnaire.person)
        return f"Questionnaire {self.questionnaire.year} of {who.name if who else ''}"


@handles(EditQuestionnaire)
def edit_questionnaire(command: EditQuestionnaire, tx: Transaction) -> None:
    """Replace the questionnaire's row."""
    require_order(command.questionnaire)
    tx.put(command.questionnaire)


def require_order(row: Questionnaire) -> None:
    """Refuse a questionnaire that came back before it went out."""
    if row.sent_on and row.received_on and row.received_on < row.sent_on:
        raise UserError(
            f"It came back on {short_day(row.received_on)}, before it went out on {short_day(row.sent_on)}.",
            what_to_do="Correct one of the two dates.",
            code="impossible",
        )
