"""Signatures in ink on approved minutes, and the signed scan that is tied to them."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingState
from boarddesk.domain.minute_book import MinutesSignature, SignatureMethod
from boarddesk.domain.minutes import FINAL, approving_motion, decided_on, minutes_state, seal_of
from boarddesk.domain.record import Record
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import meeting_name, short_day


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned page or document, as it was read from a file."""

    data: bytes
    media_type: str = "application/pdf"


@dataclass(frozen=True, slots=True)
class SignMinutes(Command):
    """Somebody signed approved minutes in ink; `scan` is the signed paper. Its id is given anew."""

    signature: MinutesSignature
    scan: Scan | None = None

    def label(self, record: Record) -> str:
        """“Record the signature of Eleanor Tashiro-Vance: Board, regular meeting, 22 Oct 2026”."""
        meeting = find_meeting(record, self.signature.meeting)
        return f"Record the signature of {name_of(record, self.signature.person)}: {meeting_name(record, meeting)}"


@dataclass(frozen=True, slots=True)
class AttachSignedScan(Command):
    """The signed paper, as it came back later."""

    signature: str
    scan: Scan

    def label(self, record: Record) -> str:
        """“Attach the scan signed by Eleanor Tashiro-Vance”."""
        found = record.find(MinutesSignature, self.signature)
        return f"Attach the scan signed by {name_of(record, found.person) if found else 'somebody'}"


def require_signable(record: Record, meeting: Meeting) -> None:
    """Refuse signatures on what is no final text yet; the secretary of a stockholders' meeting signs at once."""
    if minutes_state(record, meeting) in FINAL:
        return
    if meeting.body == STOCKHOLDERS and meeting.state is MeetingState.HELD:
        return
    raise UserError(
        "These minutes are not approved yet.",
        what_to_do="Signatures are for the final text; approve it first.",
        code="not_approved",
    )


def require_day(record: Record, meeting: Meeting, signature: MinutesSignature) -> None:
    """Refuse a signature from before the text was final."""
    motion = approving_motion(record, meeting)
    final = decided_on(record, motion) if motion else meeting.day
    if final is not None and signature.signed_on < final:
        raise UserError(
            f"They were final on {short_day(final)}, after that day.", what_to_do="Correct the day.", code="too_early"
        )


@handles(SignMinutes)
def sign_minutes(command: SignMinutes, tx: Transaction) -> None:
    """One signature in each capacity; one given after the seal is not covered by it."""
    meeting = find_meeting(tx.record, command.signature.meeting)
    require_signable(tx.record, meeting)
    require_day(tx.record, meeting, command.signature)
    given = tx.record.where(MinutesSignature, "meeting", meeting.id)
    if any(row.capacity is command.signature.capacity for row in given):
        raise UserError("They are signed in that capacity already.", what_to_do="Choose the other line.", code="signed")
    signature = replace(
        command.signature,
        id=tx.new_id(MinutesSignature, f"{meeting.id}-{command.signature.capacity}"),
        method=SignatureMethod.INK,
        certificate="",
        attachment=tx.keep(command.scan.data, command.scan.media_type) if command.scan else None,
        after_seal=seal_of(tx.record, meeting.id) is not None,
    )
    tx.put(signature)


@handles(AttachSignedScan)
def attach_signed_scan(command: AttachSignedScan, tx: Transaction) -> None:
    """A scan is added, never exchanged."""
    signature = tx.record.find(MinutesSignature, command.signature)
    if signature is None:
        raise UserError("The signature is no longer there.", what_to_do="Look at the list anew.", code="no_signature")
    if signature.attachment is not None:
        raise UserError("A signed scan is kept already.", code="scan_there")
    tx.put(replace(signature, attachment=tx.keep(command.scan.data, command.scan.media_type)))
