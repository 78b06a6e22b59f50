"""Seal approved minutes, their annex or a memorandum of correction: the PDF is kept under two hashes."""

import hashlib
from dataclasses import dataclass
from typing import ClassVar

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import Correction, MinutesSignature, Seal, SealedPart
from boarddesk.domain.minutes import MinutesState, correcting_motion, minutes_state, seal_of
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.minutes_blocks import settled_wording
from boarddesk.services.minutes_record import covered_sha256
from boarddesk.services.words import meeting_name

PDF = "application/pdf"
NUMBER = 8
"""Hexadecimal digits of the record's hash that make the seal's number."""


@dataclass(frozen=True, slots=True)
class Sealed:
    """A seal and the finished PDF that it is on."""

    seal: Seal
    pdf: bytes


@dataclass(frozen=True, slots=True)
class SealMinutes(Command):
    """Seals with their finished PDFs, and the signature by certificate that the minutes' PDF carries, if any."""

    undoable: ClassVar[bool] = False

    meeting: str
    sealed: tuple[Sealed, ...]
    signature: MinutesSignature | None = None

    def label(self, record: Record) -> str:
        """“Seal the minutes: Board, regular meeting, 22 Oct 2026”."""
        of = self.sealed[0].seal.part if self.sealed else SealedPart.MINUTES
        what = "the memorandum of correction" if of is SealedPart.CORRECTION else "the minutes"
        return f"Seal {what}: {meeting_name(record, find_meeting(record, self.meeting))}"


def require_sealable(record: Record, meeting: Meeting) -> None:
    """Refuse what is not approved, and to seal twice."""
    state = minutes_state(record, meeting)
    if state is MinutesState.SEALED:
        seal = seal_of(record, meeting.id)
        raise UserError(f"These minutes are sealed already (seal {seal.number if seal else ''}).", code="sealed")
    if state is not MinutesState.APPROVED:
        raise UserError(
            "These minutes are not approved yet.",
            what_to_do="A motion at a later meeting, or a consent, approves them.",
            code="not_approved",
        )


def require_correction_sealable(record: Record, correction: Correction) -> None:
    """Refuse a memorandum that no motion approved, and to seal it twice."""
    if record.where(Seal, "correction", correction.id):
        raise UserError("This memorandum of correction is sealed already.", code="sealed")
    if correcting_motion(record, correction) is None:
        raise UserError(
            "No motion has approved this memorandum yet.",
            what_to_do="Put it on the next agenda; once the motion carries it can be sealed.",
            code="not_approved",
        )


@handles(SealMinutes)
def seal_minutes(command: SealMinutes, tx: Transaction) -> None:
    """Refuse where the record or the journal has moved on since the PDF was made."""
    meeting = find_meeting(tx.record, command.meeting)
    correction = next((s.seal.correction for s in command.sealed if s.seal.part is SealedPart.CORRECTION), None)
    if correction is None:
        require_sealable(tx.record, meeting)
        # Wording of patterns that the company may change one day; the minutes are closed to `put`.
        tx.add(settled_wording(tx.record, meeting.id))
    else:
        require_correction_sealable(tx.record, tx.record.get(Correction, correction))
    if command.signature is not None:
        tx.put(command.signature)
    for each in command.sealed:
        seal = each.seal
        if (
            covered_sha256(tx.record, seal) != seal.record_sha256
            or (seal.journal_entry, seal.journal_head) != tx.head()
        ):
            raise UserError("The record has changed meanwhile.", what_to_do="Seal it again.", code="changed")
        digest = hashlib.sha256(each.pdf).hexdigest()
        tx.keep(each.pdf, PDF)
        wish = f"{correction or meeting.id}-{'seal' if seal.part is not SealedPart.ANNEX else 'annex-seal'}"
        tx.put(replace(seal, id=tx.new_id(Seal, wish), pdf_sha256=digest, attachment=digest))
