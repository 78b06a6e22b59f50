"""Propose a motion before it is put: its words go on the agenda, the vote comes at the meeting."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Motion, VoteMethod
from boarddesk.domain.record import Record
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.live_order import next_motion_number, next_motion_order
from boarddesk.services.meeting_checks import find_meeting, refuse_impossible, require_takes_place
from boarddesk.services.motion_checks import base_for, body_for


@dataclass(frozen=True, slots=True)
class ProposeMotion(Command):
    """A motion to come; id and number are given anew."""

    motion: Motion

    def label(self, record: Record) -> str:
        """“Propose motion 2026-41”."""
        meeting = find_meeting(record, self.motion.meeting or "")
        return f"Propose motion {next_motion_number(record, meeting.day.year)}"


@handles(ProposeMotion)
def propose_motion(command: ProposeMotion, tx: Transaction) -> None:
    """Nothing is said of a vote."""
    meeting = find_meeting(tx.record, command.motion.meeting or "")
    require_takes_place(meeting)
    if not command.motion.text.strip():
        raise UserError("The motion has no words.", what_to_do="Write what is to be resolved.", code="no_text")
    number = next_motion_number(tx.record, meeting.day.year)
    body = body_for(meeting, command.motion.body)
    motion = replace(
        command.motion,
        id=tx.new_id(Motion, f"m-{number}"),
        number=number,
        body=body,
        base=base_for(command.motion.kind, body),
        at=None,
        vote_method=VoteMethod.NOT_RECORDED,
        result_stated=None,
        text=command.motion.text.strip(),
        order=next_motion_order(tx.record, meeting.id),
    )
    refuse_impossible(tx.record, [motion])
    tx.put(motion)
