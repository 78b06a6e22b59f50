"""The signed pages of a written consent, and their certificates of completion, kept with the signatures."""

from dataclasses import dataclass, field

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import ConsentSignature
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.consents import find_consent

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class KeepSignedPage(Command):
    """The signed PDF of a signature that is on record, and its certificate of completion, one or both."""

    consent: str
    person: str
    data: bytes | None = field(default=None, repr=False)
    certificate: bytes | None = field(default=None, repr=False)

    def label(self, record: Record) -> str:
        """“Keep the signature page of Ingrid Sørhaug”."""
        return f"Keep the signature page of {name_of(record, self.person)}"


def signature_of(record: Record, consent: str, person: str) -> ConsentSignature | None:
    """A member's signature that was not taken back; None while there is none."""
    signatures = record.where(ConsentSignature, "consent", consent)
    return next((s for s in signatures if s.person == person and s.revoked_at is None), None)


def with_files(
    tx: Transaction, row: ConsentSignature, data: bytes | None, certificate: bytes | None
) -> ConsentSignature:
    """The signature with the files given, those it has already otherwise."""
    return replace(
        row,
        attachment=row.attachment if data is None else tx.keep(data, PDF),
        certificate=row.certificate if certificate is None else tx.keep(certificate, PDF),
    )


@handles(KeepSignedPage)
def keep_signed_page(command: KeepSignedPage, tx: Transaction) -> None:
    """Also once the consent is in effect: the paper often comes later than the act."""
    there = signature_of(tx.record, find_consent(tx.record, command.consent).id, command.person)
    if there is None or there.signed_at is None:
        raise UserError(
            f"No signature of {name_of(tx.record, command.person)} is on record.",
            what_to_do="Record the signature with its date first.",
            code="not_signed",
        )
    tx.put(with_files(tx, there, command.data, command.certificate))
