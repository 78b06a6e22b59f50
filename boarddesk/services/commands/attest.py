"""Attest on a result, put another attestation in its place, or withdraw it; the reason stays in the history."""

from dataclasses import dataclass

import msgspec

from boarddesk.common import clock
from boarddesk.common.errors import UserError
from boarddesk.domain.governance import Attestation
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.by_hand import attestation_words, period_named
from boarddesk.services.clauses import chip_of, clause_of
from boarddesk.services.entry import required
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class Attest(Command):
    """What somebody vouches for beside a result; its id is given anew. It never changes the result's status."""

    attestation: Attestation

    def label(self, record: Record) -> str:
        """“Attest GL-3.1, FY 2025”."""
        del record
        return f"Attest {chip_of(self.attestation.clause)}, {period_named(self.attestation.period)}"


@handles(Attest)
def attest(command: Attest, tx: Transaction) -> None:
    """Keep it once it says who, what and when."""
    said = _sound(command.attestation, tx.record)
    tx.put(msgspec.structs.replace(said, id=tx.new_id(Attestation, f"{said.clause}-{said.period}")))


@dataclass(frozen=True, slots=True)
class SupersedeAttestation(Command):
    """Another attestation in the place of one, and why; the one before stays in the history."""

    attestation: Attestation
    reason: str

    def label(self, record: Record) -> str:
        """“Supersede the attestation of GL-3.1 by Eleanor Tashiro-Vance, FY 2025: it named the wrong meeting”."""
        there = record.find(Attestation, self.attestation.id)
        words = attestation_words(record, there) if there is not None else ""
        return f"Supersede the attestation of {words}: {' '.join(self.reason.split())}"


@handles(SupersedeAttestation)
def supersede_attestation(command: SupersedeAttestation, tx: Transaction) -> None:
    """Refuse without a reason; clause, subject and period stay."""
    there = _find(tx.record, command.attestation.id)
    required(command.reason, "No reason is given.", "Write why another one takes its place.")
    said = _sound(command.attestation, tx.record)
    if (said.clause, said.subject, said.period) != (there.clause, there.subject, there.period):
        raise UserError(
            "An attestation is superseded on the same result.", what_to_do="Withdraw it, and attest on the other.",
            code="other_result",
        )  # fmt: skip
    tx.put(said)


@dataclass(frozen=True, slots=True)
class WithdrawAttestation(Command):
    """An attestation no longer stands, and why; it stays in the history."""

    attestation: str
    reason: str

    def label(self, record: Record) -> str:
        """“Withdraw the attestation of GL-3.1 by Eleanor Tashiro-Vance, FY 2025: she was not there”."""
        there = record.find(Attestation, self.attestation)
        words = attestation_words(record, there) if there is not None else ""
        return f"Withdraw the attestation of {words}: {' '.join(self.reason.split())}"


@handles(WithdrawAttestation)
def withdraw_attestation(command: WithdrawAttestation, tx: Transaction) -> None:
    """Refuse without a reason."""
    there = _find(tx.record, command.attestation)
    required(command.reason, "No reason is given.", "Write why it no longer stands.")
    tx.remove(Attestation, there.id)


def _find(record: Record, attestation: str) -> Attestation:
    found = record.find(Attestation, attestation)
    if found is None:
        raise UserError("The attestation is no longer there.", what_to_do="Look anew.", code="no_attestation")
    return found


def _sound(said: Attestation, record: Record) -> Attestation:
    if clause_of(said.clause, record) is None:
        raise UserError("There is no such clause.", what_to_do="Choose one of the list.", code="no_clause")
    if said.by is None and not said.by_name.strip():
        raise UserError("Nobody attests.", what_to_do="Choose who attests, or write the name.", code="nobody")
    text = required(said.text, "Nothing is attested.", "Write what is attested.")
    if said.made_on > clock.today():
        raise UserError(
            f"{short_day(said.made_on)} has not come yet.", what_to_do="Give the day it was attested.", code="to_come"
        )
    return msgspec.structs.replace(said, text=text, by_name=" ".join(said.by_name.split()))
