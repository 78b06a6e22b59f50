"""Correct the words and particulars of a motion, or take it back while the minutes are open."""

from dataclasses import dataclass

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.amendments import amendments_of
from boarddesk.domain.independence import Determination
from boarddesk.domain.motions import Motion, Vote, VoteMethod
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import TABLES
from boarddesk.services.bus import Command, Transaction, handles
from boarddesk.services.meeting_checks import find_meeting, refuse_impossible, require_moment
from boarddesk.services.motion_checks import base_for, flagged, require_not_circulated, require_sound
from boarddesk.services.references import references


@dataclass(frozen=True, slots=True)
class CorrectMotion(Command):
    """The motion as it shall be; its votes stay as they were cast."""

    motion: Motion

    def label(self, record: Record) -> str:
        """“Correct motion 2026-41”."""
        del record
        return f"Correct motion {self.motion.number}"


@dataclass(frozen=True, slots=True)
class TakeBackMotion(Command):
    """Remove a motion with its votes, and with what it determined of independence, to record it anew."""

    motion: str

    def label(self, record: Record) -> str:
        """“Take back motion 2026-41”."""
        found = record.find(Motion, self.motion)
        words = f"Take back motion {found.number if found else ''}".strip()
        made = record.where(Determination, "motion", self.motion)
        return f"{words} and what it determined" if made else words


def _find(record: Record, motion: str) -> Motion:
    found = record.find(Motion, motion)
    if found is None:
        raise UserError("The motion is no longer there.", what_to_do="Look at the list anew.", code="no_motion")
    return found


@handles(CorrectMotion)
def correct_motion(command: CorrectMotion, tx: Transaction) -> None:
    """Replace all but number, place and votes."""
    there = _find(tx.record, command.motion.id)
    require_not_circulated(tx.record, there)
    motion = replace(
        command.motion, number=there.number, meeting=there.meeting, consent=there.consent, body=there.body,
        order=there.order, base=base_for(command.motion.kind, there.body),
    )  # fmt: skip
    votes = tx.record.where(Vote, "motion", there.id)
    if there.meeting is not None:
        meeting = find_meeting(tx.record, there.meeting)
        require_moment(tx.record, meeting, motion.at)
        require_sound(tx.record, meeting, motion, votes)
        motion = flagged(tx.record, meeting, motion)
    refuse_impossible(tx.record, [motion, *votes])
    tx.put(motion)


@handles(TakeBackMotion)
def take_back_motion(command: TakeBackMotion, tx: Transaction) -> None:
    """Refuse where something else of the record rests on it, or a later determination on one of its own."""
    motion = _find(tx.record, command.motion)
    made = [row.id for row in tx.record.where(Determination, "motion", motion.id)]
    if not any(row.supersedes in made and row.id not in made for row in tx.record.all(Determination)):
        tx.remove(Determination, *made)
    amended = tx.record.find(Motion, motion.amends)
    if amended is not None and not motion.waits and not amended.waits:
        raise UserError(
            f"Motion {amended.number} was put as this amendment left it.",
            what_to_do="Take that motion back first.",
            code="amended",
        )
    if amendments_of(tx.record, motion.id) and not motion.waits:
        # Its amendments rest on it: the vote is taken back, and the motion is pending again as amended.
        tx.remove(Vote, *(vote.id for vote in tx.record.where(Vote, "motion", motion.id)))
        tx.put(unput(motion))
        return
    rests = rests_on(tx.record, motion.id)
    if rests is not None:
        raise UserError(
            f"Motion {motion.number} is named elsewhere in the record ({rests.table.replace('_', ' ')}).",
            what_to_do="Remove that entry first, or record a motion that supersedes this one.",
            code="in_use",
        )
    tx.remove(Vote, *(vote.id for vote in tx.record.where(Vote, "motion", motion.id)))
    tx.remove(Motion, motion.id)


def unput(motion: Motion) -> Motion:
    """The motion as it was before it was voted on."""
    return replace(
        motion, at=None, vote_method=VoteMethod.NOT_RECORDED, count_for=None, count_against=None, count_abstain=None,
        count_recused=None, count_absent=None, result_stated=None, stated_by="", flags=(),
    )  # fmt: skip


def rests_on(record: Record, motion: str) -> Row | None:
    """A row other than its votes that names the motion, or None."""
    for kind in TABLES:
        for attribute, _name, table in references(kind):
            if table == "motions" and kind is not Vote and record.where(kind, attribute, motion):
                return record.where(kind, attribute, motion)[0]
    return None
