"""Values that the company supplies to the rules, dated and with their source (`law.md` 8.3)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import Fault
from boarddesk.common.years import can_be_meant
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.record import Record
from boarddesk.rules.books import built_in
from boarddesk.rules.own_book import books_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.clauses import INTERVAL
from boarddesk.services.entry import refuse
from boarddesk.services.people import tidy
from boarddesk.services.settings import FRACTIONS, NOTICE, asks_reason, readable


@dataclass(frozen=True, slots=True)
class SetParameter(Command):
    """A value in force from a day on, with the provision it comes from; one set for the same day is replaced.

    `title` is what the parameter is called for a person.
    """

    key: str
    value: str
    effective_from: date
    citation: str
    reason: str = ""
    motion: str | None = None
    title: str = ""

    def label(self, record: Record) -> str:
        """“Set board quorum”."""
        del record
        return f"Set {self.title or 'a value of the company'}"


def faults_of_value(command: SetParameter, record: Record) -> Iterator[Fault]:
    """What stands against a value; `where` names the field of the command."""
    key = command.key
    books = built_in().parameters
    if key.startswith(INTERVAL):
        known = key.removeprefix(INTERVAL) in books_of(record, built_in()).by_id
    else:
        known = key in FRACTIONS or key in NOTICE or key in books
    if not known:
        yield Fault("The rules know no such value.", "key", "Choose one of those listed under Rules.")
        return
    if key in books and key not in FRACTIONS and not books[key].may_be_set:
        citation = books[key].values[-1].citation
        yield Fault(f"This value is fixed by its rule ({citation}).", "key", "The company cannot set it.")
        return
    if not command.value.strip():
        yield Fault("No value is given.", "value", "Write the value, or leave the standard one in force.")
    elif not readable(key, command.value.strip()):
        yield Fault(f"“{command.value.strip()}” cannot be read.", "value", "Write it as the note beside it says.")
    if not can_be_meant(command.effective_from.year):
        yield Fault(f"The year {command.effective_from.year} cannot be meant.", "effective_from", "Correct the date.")
    if not command.citation.strip():
        yield Fault("The value has no source.", "citation", "Cite the bylaw, certificate or resolution.")
    if asks_reason(key) and not command.reason.strip():
        yield Fault("The override has no reason.", "reason", "Say why the value of the books does not hold here.")


@handles(SetParameter)
def set_parameter(command: SetParameter, tx: Transaction) -> None:
    """Write the value."""
    refuse(*faults_of_value(command, tx.record))
    there = tx.record.where(ParameterValue, "key", command.key)
    same_day = [row for row in there if row.effective_from == command.effective_from]
    wish = f"{command.key}-{command.effective_from.isoformat()}"
    tx.put(
        ParameterValue(
            id=same_day[0].id if same_day else tx.new_id(ParameterValue, wish),
            key=command.key,
            value=command.value.strip(),
            effective_from=command.effective_from,
            citation=tidy(command.citation),
            reason=command.reason.strip(),
            motion=command.motion,
        )
    )
