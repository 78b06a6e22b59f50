"""Presence and quorum for many motions of many meetings: each meeting's stays are worked out once."""

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING

from boarddesk.domain.meetings import BOARD, Meeting, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Motion, Result, VoteMethod
from boarddesk.domain.presence import Stay, moment_of, stays_of
from boarddesk.domain.quorum import Quorum, needed_of, quorum_fraction
from boarddesk.domain.votes import as_voted, quorum_for
from boarddesk.rules.words import at

if TYPE_CHECKING:
    from boarddesk.rules.case import Case

STEADY = frozenset({PresenceKind.PRESENT, PresenceKind.ABSENT, PresenceKind.EXCUSED})


class Quorums:
    """The quorum of any meeting at any moment, as `domain.quorum.quorum_at` gives it, with the work shared."""

    def __init__(self, case: "Case") -> None:
        self._case = case

    def rolled(self, meeting: Meeting) -> bool:
        """Whether anybody's presence or absence is on record."""
        return bool(self._case.record.where(PresenceStamp, "meeting", meeting.id))

    def members(self, body: str, day: date) -> tuple[str, ...]:
        """The members of a body on a day."""
        return self._case.members_on(body, day)

    def stays(self, meeting: Meeting) -> tuple[Stay, ...]:
        """Every stretch of presence at a meeting."""
        record = self._case.record
        return record.once(("stays", meeting.id), partial(stays_of, record, meeting))

    def steady(self, meeting: Meeting) -> bool:
        """Whether the same people were present from the call to order to the end."""
        return self._throughout(meeting) is not None

    def _throughout(self, meeting: Meeting) -> Quorum | None:
        """The one quorum of a meeting at which nobody came or went; None of others."""
        return self._case.record.once(("steady", meeting.id, meeting.body), partial(self._if_steady, meeting))

    def _if_steady(self, meeting: Meeting) -> Quorum | None:
        opening = meeting.called_to_order or meeting.starts
        stamps = self._case.record.where(PresenceStamp, "meeting", meeting.id)
        if not all(s.kind in STEADY and (s.at is None or s.at <= opening) for s in stamps):
            return None
        members = self._case.members_on(meeting.body, meeting.starts.date())
        present = {s.person: None for s in stamps if s.kind is PresenceKind.PRESENT and s.person in members}
        return self._quorum(meeting, members, tuple(present), (), ())

    def at(self, meeting: Meeting, moment: datetime | None = None) -> Quorum:
        """The quorum at a moment; None asks for the call to order."""
        steady = self._throughout(meeting)
        if steady is not None:
            return steady
        members = self._case.members_on(meeting.body, meeting.starts.date())
        when = moment_of(meeting, moment)
        now = [stay for stay in self.stays(meeting) if stay.covers(when) and stay.person in members]
        return self._quorum(
            meeting,
            members,
            tuple(stay.person for stay in now if stay.counts),
            tuple(stay.person for stay in now if stay.recused == "out"),
            tuple(stay.person for stay in now if stay.recused == "in"),
        )

    def came(self, meeting: Meeting) -> frozenset[str]:
        """The members who were there at some time."""
        if self.steady(meeting):
            return frozenset(self.at(meeting).present)
        members = self._case.members_on(meeting.body, meeting.starts.date())
        return frozenset(stay.person for stay in self.stays(meeting) if stay.person in members)

    def of(self, meeting: Meeting, motion: Motion) -> Quorum | None:
        """The quorum at the vote on a motion of the meeting, as it counts for it.

        None without a roll, or where it cannot be told for want of the hour.
        """
        return self._case.record.once(("vote", motion.id), partial(self._at_vote, meeting, motion))

    def _at_vote(self, meeting: Meeting, motion: Motion) -> Quorum | None:
        own = motion.body not in meeting.joint_with
        if own and self.rolled(meeting) and self.steady(meeting):
            return as_voted(self._case.record, motion, meeting, self.at(meeting, motion.at))
        return quorum_for(self._case.record, motion, meeting)

    def _quorum(
        self,
        meeting: Meeting,
        members: tuple[str, ...],
        present: tuple[str, ...],
        out: tuple[str, ...],
        kept: tuple[str, ...],
    ) -> Quorum:
        size = self._case.size_on(meeting.starts.date())
        base = (size.size if size else None) if meeting.body == BOARD else len(members)
        needed = None if base is None else needed_of(base, quorum_fraction(self._case.record, meeting))
        return Quorum(present, base, needed, len(members), out, kept)


def acted(motion: Motion) -> bool:
    """Whether the record says that the board acted: a stated result, or votes that were taken."""
    if motion.result_stated is not None:
        return motion.result_stated is not Result.NO_ACTION
    return motion.vote_method is not VoteMethod.NOT_RECORDED


def vote_words(motion: Motion, quorum: Quorum | None) -> str:
    """“motion 2026-34 was put to the vote at 11:40 with five present”."""
    name = f"motion {motion.number}" if motion.number else "a motion"
    hour = f" at {at(motion.at)}" if motion.at else ""
    return f"{name} was put to the vote{hour} with {quorum.votes_present if quorum else 0} present"
