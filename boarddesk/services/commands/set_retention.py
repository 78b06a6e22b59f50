"""Set the company's retention policy: how many days after sealing each kind of thing is let go."""

from dataclasses import dataclass
from datetime import date

from boarddesk.common.errors import UserError
from boarddesk.domain.company import ParameterValue
from boarddesk.domain.keeping import Disposable
from boarddesk.domain.record import Record
from boarddesk.domain.retention import KEEP, retention_key
from boarddesk.services.bus import Command, Transaction, handles

MOST_DAYS = 36_525


@dataclass(frozen=True, slots=True)
class SetRetention(Command):
    """Days after sealing by kind from a day on, None to keep it; with the policy or resolution that says so."""

    days: tuple[tuple[Disposable, int | None], ...]
    effective_from: date
    citation: str
    motion: str | None = None

    def label(self, record: Record) -> str:
        """“Set the retention policy”."""
        del record
        return "Set the retention policy"


@handles(SetRetention)
def set_retention(command: SetRetention, tx: Transaction) -> None:
    """One dated value a kind; a value set for the same day gives way."""
    if not command.citation.strip():
        raise UserError("The policy has no source.", what_to_do="Name the policy or the resolution.", code="no_source")
    for what, days in command.days:
        if days is not None and not 0 <= days <= MOST_DAYS:
            raise UserError(f"{days} days cannot be meant.", what_to_do="Give a smaller number.", code="days")
        key = retention_key(what)
        there = [row for row in tx.record.where(ParameterValue, "key", key)
                 if row.effective_from == command.effective_from]  # fmt: skip
        wish = f"retention-{what}-{command.effective_from.isoformat()}"
        tx.put(
            ParameterValue(
                id=there[0].id if there else tx.new_id(ParameterValue, wish),
                key=key,
                value=KEEP if days is None else str(days),
                effective_from=command.effective_from,
                citation=" ".join(command.citation.split()),
                motion=command.motion,
            )
        )
