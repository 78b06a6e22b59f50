"""Sealing: what a seal says, the PDF that bears it, and the signature by certificate beneath it."""

from dataclasses import dataclass
from datetime import datetime

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import (
    Correction,
    MinutesSignature,
    Seal,
    SealedPart,
    SignatureMethod,
    SigningCapacity,
)
from boarddesk.domain.minutes import corrections_of
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.services.bus import free_id
from boarddesk.services.commands.minutes_seal import (
    NUMBER,
    Sealed,
    SealMinutes,
    require_correction_sealable,
    require_sealable,
)
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.minutes_blocks import settled_wording
from boarddesk.services.minutes_circulation import PENDING
from boarddesk.services.minutes_printing import has_annex, printed, printed_annex, printed_correction
from boarddesk.services.minutes_record import correction_sha256, record_sha256
from boarddesk.services.words import meeting_name, short_day
from boarddesk.services.workspace import Services


@dataclass(frozen=True, slots=True)
class Certificate:
    """A PKCS#12 file and its passphrase; used once and never kept."""

    data: bytes
    passphrase: str


def sealing(
    services: Services, meeting_id: str, certificate: Certificate | None = None, at: datetime | None = None
) -> SealMinutes:
    """The command that seals approved minutes and their annex; the PDFs are made, and signed where asked.

    Meant to run off the window's thread; UserError where they may not be sealed.
    """
    record = services.record
    meeting = find_meeting(record, meeting_id)
    require_sealable(record, meeting)
    when = at or services.now
    signature = None
    record = record.changed(put=settled_wording(record, meeting.id))
    if certificate is not None:
        signature = _signature(record, meeting, certificate, when)
        record = record.changed(put=[signature])
    parts = [SealedPart.MINUTES, *([SealedPart.ANNEX] if has_annex(record, meeting.id) else [])]
    seals = [_seal(services, meeting.id, record_sha256(record, meeting.id, part), part, when) for part in parts]
    record = record.changed(put=seals)
    pdfs = [
        printed_annex(record, meeting.id) if s.part is SealedPart.ANNEX else printed(record, meeting.id) for s in seals
    ]
    if certificate is not None:
        pdfs = [_signed(record, meeting, pdf, certificate, when) for pdf in pdfs]
    return SealMinutes(meeting.id, tuple(Sealed(seal, pdf) for seal, pdf in zip(seals, pdfs, strict=True)), signature)


def correction_sealing(services: Services, correction: Correction, at: datetime | None = None) -> SealMinutes:
    """The command that seals an approved memorandum of correction."""
    record = services.record
    require_correction_sealable(record, correction)
    digest = correction_sha256(record, correction)
    seal = _seal(services, correction.meeting, digest, SealedPart.CORRECTION, at or services.now, correction.id)
    pdf = printed_correction(record.changed(put=[seal]), correction)
    return SealMinutes(correction.meeting, (Sealed(seal, pdf),))


def _seal(
    services: Services, meeting: str, digest: str, part: SealedPart, at: datetime, correction: str | None = None
) -> Seal:
    entry, head = services.journal_size()
    return Seal(
        id=free_id(services.record, Seal, f"pending-{part}"),
        meeting=meeting,
        part=part,
        number=digest[:NUMBER],
        record_sha256=digest,
        pdf_sha256=PENDING,
        attachment=PENDING,
        sealed_at=at.replace(microsecond=0),
        journal_head=head,
        journal_entry=entry,
        correction=correction,
    )


def certificate_holder(certificate: Certificate) -> str:
    """Whom a certificate names; UserError where it cannot be opened with its passphrase."""
    from boarddesk.reports import signing

    return signing.holder_of(certificate.data, certificate.passphrase).words


def signer_of(record: Record, meeting: Meeting) -> str | None:
    """Who signs for the minutes: who recorded them, else the secretary of the day."""
    return meeting.recording or holder_of(record, Role.SECRETARY, meeting.day)


def _signature(record: Record, meeting: Meeting, certificate: Certificate, at: datetime) -> MinutesSignature:
    from boarddesk.reports import signing

    person = signer_of(record, meeting)
    if person is None:
        raise UserError(
            "It is not on record who recorded these minutes.",
            what_to_do="Name the secretary first.",
            code="no_secretary",
        )
    given = record.where(MinutesSignature, "meeting", meeting.id)
    if any(row.capacity is SigningCapacity.RECORDING for row in given):
        raise UserError(
            f"{name_of(record, person)} signed in ink already.",
            what_to_do="Seal the minutes without a certificate.",
            code="signed",
        )
    holder = signing.holder_of(certificate.data, certificate.passphrase)
    return MinutesSignature(
        id=free_id(record, MinutesSignature, f"{meeting.id}-{SigningCapacity.RECORDING}"),
        meeting=meeting.id,
        person=person,
        signed_on=at.date(),
        method=SignatureMethod.CERTIFICATE,
        certificate=holder.words,
    )


def _signed(record: Record, meeting: Meeting, pdf: bytes, certificate: Certificate, at: datetime) -> bytes:
    from boarddesk.reports import signing
    from boarddesk.reports.sections.sealed import SPOT

    reason = f"Minutes: {meeting_name(record, meeting)}, signed {short_day(at.date())}"
    spot = f"{SPOT}{SigningCapacity.RECORDING}"
    return signing.sign(pdf, certificate.data, certificate.passphrase, spot, at, reason)


def correction_numbered(record: Record, meeting: str, number: int) -> Correction:
    """A memorandum of correction by its number; UserError where there is none."""
    found = next((row for row in corrections_of(record, meeting) if row.number == number), None)
    if found is None:
        raise UserError(f"There is no memorandum of correction {number}.", code="no_correction")
    return found
