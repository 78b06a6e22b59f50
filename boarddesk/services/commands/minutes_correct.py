"""Memoranda of correction: drafted from approved minutes, place by place."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.minute_book import Corrected, Correction
from boarddesk.domain.minutes import FINAL, corrections_of, minutes_state
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting
from boarddesk.services.words import meeting_name


@dataclass(frozen=True, slots=True)
class DraftCorrection(Command):
    """A new memorandum, whose id and number are given anew, or another text of one that no motion has approved."""

    correction: Correction

    def label(self, record: Record) -> str:
        """“Draft a memorandum of correction: Board, regular meeting, 22 Oct 2026”."""
        meeting = find_meeting(record, self.correction.meeting)
        return f"Draft a memorandum of correction: {meeting_name(record, meeting)}"


def _sound(places: tuple[Corrected, ...]) -> tuple[Corrected, ...]:
    kept = tuple(replace(p, place=p.place.strip(), was=p.was.strip(), reads=p.reads.strip()) for p in places)
    if not kept or any(not place.place or not (place.was or place.reads) for place in kept):
        raise UserError(
            "A correction needs its place, what it says, and what it shall say.",
            what_to_do="Fill in each line, or take it out.",
            code="no_text",
        )
    same = next((place for place in kept if place.was == place.reads), None)
    if same is not None:
        raise UserError(f"“{same.place}” would read as before.", what_to_do="Write what it shall say.", code="same")
    return kept


@handles(DraftCorrection)
def draft_correction(command: DraftCorrection, tx: Transaction) -> None:
    """Only of approved minutes: what is still a draft is simply corrected."""
    correction = command.correction
    meeting = find_meeting(tx.record, correction.meeting)
    if minutes_state(tx.record, meeting) not in FINAL:
        raise UserError("These minutes are not approved yet.", what_to_do="Correct the text itself.", code="draft")
    there = tx.record.find(Correction, correction.id)
    number = len(corrections_of(tx.record, meeting.id)) + 1
    new_id = there.id if there else tx.new_id(Correction, f"{meeting.id}-correction-{number}")
    fresh = replace(correction, id=new_id, number=there.number if there else number, places=_sound(correction.places))
    tx.put(fresh)
