"""Circulate a version of minutes, or take the minutes back to draft."""

from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import MinutesBlock, MinutesVersion
from boarddesk.domain.minutes import FINAL, MinutesState, minutes_state, versions_of
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import RUNNING, find_meeting, require_begun
from boarddesk.services.minutes_blocks import settled_wording, unsettled_wording
from boarddesk.services.minutes_checks import require_not_final
from boarddesk.services.minutes_record import record_sha256
from boarddesk.services.prior_minutes import approval_text, waiting_motion
from boarddesk.services.words import meeting_name

PDF = "application/pdf"


@dataclass(frozen=True, slots=True)
class CirculateMinutes(Command):
    """A version with its PDF, made from the record whose hash is `covers`; ids are given anew.

    The privileged annex has its own PDF and goes only to those who may see it.
    """

    version: MinutesVersion
    pdf: bytes
    annex: bytes | None
    covers: str

    def label(self, record: Record) -> str:
        """“Circulate version 2 of the minutes: Board, regular meeting, 22 Oct 2026”."""
        meeting = find_meeting(record, self.version.meeting)
        return f"Circulate version {self.version.number} of the minutes: {meeting_name(record, meeting)}"


@dataclass(frozen=True, slots=True)
class TakeBackMinutes(Command):
    """Circulated minutes become a draft again, so that text and facts can be corrected; the versions stay."""

    meeting: str
    reason: str

    def label(self, record: Record) -> str:
        """“Take the minutes back to draft (Board, regular meeting, 22 Oct 2026): the time of arrival was wrong”."""
        meeting = find_meeting(record, self.meeting)
        return f"Take the minutes back to draft ({meeting_name(record, meeting)}): {self.reason.strip().rstrip('.')}"


def is_without_version(record: Record, meeting: Meeting, day: date) -> bool:
    """Whether minutes were noted as circulated on that day, and no version of them is kept."""
    circulated = minutes_state(record, meeting) is MinutesState.CIRCULATED and meeting.minutes_circulated_on == day
    return circulated and not versions_of(record, meeting.id)


@handles(CirculateMinutes)
def circulate_minutes(command: CirculateMinutes, tx: Transaction) -> None:
    """Keep the PDF; a motion that waits to approve the minutes names the version that is out."""
    meeting = find_meeting(tx.record, command.version.meeting)
    require_begun(meeting)
    out = meeting.minutes_circulated_on is not None or minutes_state(tx.record, meeting) in FINAL
    if out and not is_without_version(tx.record, meeting, command.version.circulated_on):
        raise UserError(
            "These minutes are out already.", what_to_do="Take them back to draft first.", code="circulated"
        )
    # From now on a pattern that the company changes leaves these minutes as they went out.
    tx.put(*settled_wording(tx.record, meeting.id))
    number = len(versions_of(tx.record, meeting.id)) + 1
    if command.version.number != number or record_sha256(tx.record, meeting.id) != command.covers:
        raise UserError("The record has changed meanwhile.", what_to_do="Circulate the minutes again.", code="changed")
    version = replace(
        command.version,
        id=tx.new_id(MinutesVersion, f"{meeting.id}-v{number}"),
        attachment=tx.keep(command.pdf, PDF),
        annex=tx.keep(command.annex, PDF) if command.annex is not None else None,
    )
    waiting = waiting_motion(tx.record, meeting)
    before = {approval_text(tx.record, meeting, corrected=corrected) for corrected in (False, True)}
    tx.put(version, replace(meeting, minutes_circulated_on=version.circulated_on))
    if waiting is not None:
        # A second version handed round while the meeting sits is the text as that meeting corrected it.
        at = tx.record.find(Meeting, waiting.meeting)
        corrected = at is not None and at.state in RUNNING and number > 1
        text = approval_text(tx.record, meeting, corrected=corrected)
        own = waiting.text if waiting.text not in before else text
        tx.put(replace(waiting, minutes_version=version.id, as_corrected=corrected, text=own))


@handles(TakeBackMinutes)
def take_back_minutes(command: TakeBackMinutes, tx: Transaction) -> None:
    """Only while no motion has approved them; the reason stands in the history."""
    meeting = find_meeting(tx.record, command.meeting)
    require_not_final(tx.record, meeting)
    if meeting.minutes_circulated_on is None:
        raise UserError("These minutes are a draft already.", code="draft")
    if not command.reason.strip():
        raise UserError("No reason is given.", what_to_do="Say what is to be corrected.", code="no_reason")
    tx.put(replace(meeting, minutes_circulated_on=None))
    tx.remove(MinutesBlock, *unsettled_wording(tx.record, meeting.id))
