"""Values that the company supplies to the rules, dated and with their source (`law.md` 8.3)."""

from dataclasses import dataclass
from datetime import date

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.entry import required


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


@handles(SetParameter)
def set_parameter(command: SetParameter, tx: Transaction) -> None:
    """Write the value."""
    value = required(command.value, "No value is given.", "Write the value, or leave the standard one in force.")
    citation = required(command.citation, "The value has no source.", "Cite the bylaw, certificate or resolution.")
    there = tx.record.where(ParameterValue, "key", command.key)
    same_day = [row for row in there if row.effective_from == command.effective_from]
    wish = f"{command.key}-{command.effective_from.isoformat()}"
    tx.put(
        ParameterValue(
            id=same_day[0].id if same_day else tx.new_id(ParameterValue, wish),
            key=command.key,
            value=value,
            effective_from=command.effective_from,
            citation=citation,
            reason=command.reason.strip(),
            motion=command.motion,
        )
    )
