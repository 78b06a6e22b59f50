"""Record a motion with its vote in one step."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.amendments import carried_amendments, wording
from boarddesk.domain.motions import Motion, Vote
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.commands.determine_by_motion import Ruling, counted_words, determine
from boarddesk.services.live_order import next_motion_number, next_motion_order
from boarddesk.services.meeting_checks import (
    find_meeting,
    refuse_impossible,
    require_begun,
    require_moment,
)
from boarddesk.services.motion_checks import base_for, body_for, flagged, require_order, require_sound
from boarddesk.services.proposals import is_proposed


@dataclass(frozen=True, slots=True)
class RecordMotion(Command):
    """A motion put to a meeting, with the votes by name where they were taken so; ids are given anew.

    A motion that was proposed keeps its id and number. Number, body and base follow from the meeting and
    the kind where they are left empty. `rulings` are the determinations of independence that are recorded with
    it where it carries, for one `rationale`; a motion that fails determines nothing.
    """

    motion: Motion
    votes: tuple[Vote, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    rationale: str = ""

    def label(self, record: Record) -> str:
        """“Record motion 2026-41”, or “… with 9 determinations”."""
        meeting = find_meeting(record, self.motion.meeting or "")
        words = f"Record motion {self.motion.number or next_motion_number(record, meeting.day.year)}"
        return f"{words} with {counted_words(self.rulings)}" if self.rulings else words


@handles(RecordMotion)
def record_motion(command: RecordMotion, tx: Transaction) -> None:
    """Refuse what cannot be so; the result follows from the votes, or is stated by a named source."""
    meeting = find_meeting(tx.record, command.motion.meeting or "")
    require_begun(meeting)
    require_moment(tx.record, meeting, command.motion.at)
    number = command.motion.number or next_motion_number(tx.record, meeting.day.year)
    proposed = tx.record.find(Motion, command.motion.id)
    if proposed is not None and not is_proposed(tx.record, proposed):
        raise UserError(
            f"Motion {proposed.number} has been put already.", what_to_do="Record a new motion.", code="put_already"
        )
    body = body_for(meeting, command.motion.body)
    motion = replace(
        command.motion,
        id=proposed.id if proposed else tx.new_id(Motion, f"m-{number}"),
        number=number,
        body=body,
        base=base_for(command.motion.kind, body),
        order=next_motion_order(tx.record, meeting.id),
        # It is adopted, or fails, as its amendments have made it; before them it stands in the journal.
        text=_words(tx.record, command.motion, proposed).strip(),
        subjects=command.motion.subjects or tuple(dict.fromkeys(ruling.person for ruling in command.rulings)),
    )
    require_order(tx.record, motion)
    votes = tuple(
        replace(vote, id=tx.new_id(Vote, f"{motion.id}-{vote.person}"), motion=motion.id) for vote in command.votes
    )
    require_sound(tx.record, meeting, motion, votes)
    refuse_impossible(tx.record, [motion, *votes])
    tx.put(flagged(tx.record, meeting, motion, votes), *votes)
    if command.rulings:
        determine(tx, tx.record.get(Motion, motion.id), command.rulings, command.rationale)


def _words(record: Record, motion: Motion, proposed: Motion | None) -> str:
    amended = proposed is not None and carried_amendments(record, proposed)
    return wording(record, proposed) if proposed is not None and amended else motion.text
