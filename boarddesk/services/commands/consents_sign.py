"""Signatures on a consent: dated, delivered, and revocable until it takes effect (8 Del. C. §141(f))."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Consent, ConsentKind, ConsentSignature
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.consents_pages import signature_of, with_files
from boarddesk.services.consents import find_consent, standing
from boarddesk.services.words import short_day


@dataclass(frozen=True, slots=True)
class SignConsent(Command):
    """One member's signature: when signed and when delivered; either may still be to come.

    `effective_at` is a later time from which the signer wants it to count; `data` the signed PDF, `certificate` its
    certificate of completion.
    """

    consent: str
    person: str
    signed_at: datetime | None
    delivered_at: datetime | None = None
    effective_at: datetime | None = None
    method: str = ""
    data: bytes | None = field(default=None, repr=False)
    certificate: bytes | None = field(default=None, repr=False)
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Signature of Ingrid Sørhaug”."""
        return f"Signature of {name_of(record, self.person)}"


@dataclass(frozen=True, slots=True)
class RevokeSignature(Command):
    """A member takes the consent back before it took effect."""

    consent: str
    person: str
    at: datetime
    undoable: ClassVar[bool] = False

    def label(self, record: Record) -> str:
        """“Ingrid Sørhaug revokes the consent”."""
        return f"{name_of(record, self.person)} revokes the consent"


def _open(record: Record, consent: str) -> Consent:
    found = find_consent(record, consent)
    if found.kind is not ConsentKind.UNANIMOUS:
        raise UserError("This is no written consent.", what_to_do="Record its votes instead.", code="not_consent")
    if found.withdrawn_on is not None:
        raise UserError(
            f"The consent was withdrawn on {short_day(found.withdrawn_on)}.",
            what_to_do="Circulate a new one.",
            code="withdrawn",
        )
    effective = standing(record, found).effective_at
    if effective is not None:
        raise UserError(
            f"The consent took effect on {short_day(effective.date())}.",
            what_to_do="Record a new decision that supersedes it.",
            code="effective",
        )
    return found


@handles(SignConsent)
def sign_consent(command: SignConsent, tx: Transaction) -> None:
    """A signature may be given by someone who is not yet a member, who must be one when it takes effect."""
    consent = _open(tx.record, command.consent)
    if command.signed_at is None or (command.delivered_at is not None and command.delivered_at < command.signed_at):
        raise UserError(
            "A signature has its date, and is delivered after it was given.",
            what_to_do="Give the day it was signed, and a delivery on or after it.",
            code="order",
        )
    there = signature_of(tx.record, consent.id, command.person)
    row = there or ConsentSignature(
        id=tx.new_id(ConsentSignature, f"{consent.id}-{command.person}"), consent=consent.id, person=command.person
    )
    _require_later(command)
    tx.put(
        replace(
            with_files(tx, row, command.data, command.certificate),
            signed_at=command.signed_at,
            delivered_at=command.delivered_at,
            effective_at=command.effective_at,
            method=command.method.strip() or row.method,
        )
    )


def _require_later(command: SignConsent) -> None:
    if command.effective_at and command.signed_at and command.effective_at <= command.signed_at:
        raise UserError("It would count before it was signed.", what_to_do="Give a later time, or none.", code="order")


@handles(RevokeSignature)
def revoke_signature(command: RevokeSignature, tx: Transaction) -> None:
    """Only a signature that was given can be revoked."""
    consent = _open(tx.record, command.consent)
    there = signature_of(tx.record, consent.id, command.person)
    if there is None:
        raise UserError(
            f"{name_of(tx.record, command.person)} has not signed.",
            what_to_do="Choose another.",
            code="not_signed",
        )
    tx.put(replace(there, revoked_at=command.at))
