"""A written consent is withdrawn before it took effect, or filed with the minutes once it has (8 Del. C. §141(f))."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.consents import find_consent, standing
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class WithdrawConsent(Command):
    """The consent is given up before it took effect."""

    consent: str
    on: date
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """The deed in words."""
        return f"Withdraw consent {find_consent(record, self.consent).number}"


@dataclass(frozen=True, slots=True)
class FileConsent(Command):
    """The consent is filed with the minutes of the proceedings; None takes the filing back."""

    consent: str
    on: date | None

    def label(self, record: Record) -> str:
        """“File consent 2026-07 with the minutes”."""
        return f"File consent {find_consent(record, self.consent).number} with the minutes"


@handles(WithdrawConsent)
def withdraw_consent(command: WithdrawConsent, tx: Transaction) -> None:
    """Refuse once it is in effect."""
    consent = find_consent(tx.record, command.consent)
    effective = standing(tx.record, consent).effective_at
    if effective is not None:
        raise UserError(
            f"The consent took effect on {short_day(effective.date())}.",
            what_to_do="Record a new decision that supersedes it.",
            code="effective",
        )
    tx.put(replace(consent, withdrawn_on=command.on))


@handles(FileConsent)
def file_consent(command: FileConsent, tx: Transaction) -> None:
    """Only what took effect is filed, and not before it did."""
    consent = find_consent(tx.record, command.consent)
    effective = standing(tx.record, consent).effective_at
    if command.on is not None and (effective is None or command.on < effective.date()):
        said = f"The consent takes effect on {short_day(effective.date())}." if effective else "It is not in effect."
        raise UserError(said, what_to_do="File it once it has taken effect.", code="not_effective")
    tx.put(replace(consent, filed_on=command.on))
