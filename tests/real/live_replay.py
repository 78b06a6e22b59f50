"""Holds the meetings of a read document again, step by step, with the commands of the live page."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any, TypeVar

import msgspec
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import (
    AgendaItem,
    Guest,
    Meeting,
    MeetingKind,
    PresenceKind,
    PresenceStamp,
    PresidingBasis,
)
from boarddesk.domain.motions import Action, Choice, Consent, Motion, Result, Vote, VoteMethod
from boarddesk.domain.row import Row
from boarddesk.domain.terms import name_of
from boarddesk.services.bus import Command
from boarddesk.services.commands.actions import AddAction
from boarddesk.services.commands.agenda_course import FinishItem, StartItem, WriteItemText
from boarddesk.services.commands.agenda_items import AddItem
from boarddesk.services.commands.consents_vote import RecordVoteBetweenMeetings
from boarddesk.services.commands.guests import AddGuest
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.workspace import Services

Document = dict[str, Any]
Kind = TypeVar("Kind", bound=Row)
NOON = time(12)
UNANIMOUS = "The source says that the vote was unanimous."
REGISTER = ("boarddesk", "company", "people", "board_sizes", "appointments")
"""What is there before a meeting begins; the meetings themselves are held, not read in."""


@dataclass(frozen=True)
class Difference:
    """One thing that the record of the held meeting says otherwise than its source, and why."""

    where: str
    source: str
    record: str
    why: str


@dataclass
class Replay:
    """Holds every meeting of a document; `motions` gives the new id of each motion of the source."""

    services: Services
    document: Document
    motions: dict[str, str] = field(default_factory=dict)
    met: list[Difference] = field(default_factory=list)
    """What the live page refused as the source has it, and what was entered instead."""
    steps: int = 0

    def __post_init__(self) -> None:
        self._now = datetime.min  # noqa: DTZ901

    def rows(self, kind: type[Kind], **fields: object) -> list[Kind]:
        """The rows of one table that a source gives, those with certain values alone."""
        found = (msgspec.convert(values, kind) for values in self.document.get(kind.table, ()))
        return [row for row in found if all(getattr(row, name) == value for name, value in fields.items())]

    def hold_all(self) -> None:
        """Every meeting and every vote between meetings, in order of time."""
        for meeting in sorted(self.rows(Meeting), key=lambda meeting: meeting.starts):
            self._hold(meeting)
        for consent in self.rows(Consent):
            for motion in self.rows(Motion, consent=consent.id):
                at = datetime.combine(consent.circulated_on, NOON)
                votes = tuple(self.rows(Vote, motion=motion.id))
                self._keep(
                    motion, RecordVoteBetweenMeetings(replace(motion, consent=None), at, votes, motion.stated_by)
                )

    def _do(self, command: Command) -> frozenset[str]:
        self.steps += 1
        return self.services.bus.do(command).ids

    def _minute(self) -> datetime:
        """The next minute of the replay's own clock, since the sources give no time of day."""
        self._now += timedelta(minutes=1)
        return self._now

    def _hold(self, meeting: Meeting) -> None:
        self._now = datetime.combine(meeting.day, NOON)
        self._do(ScheduleMeeting(meeting.body, MeetingKind.REGULAR, self._now, meeting.day, title=meeting.title))
        items = sorted(self.rows(AgendaItem, meeting=meeting.id), key=lambda item: item.position)
        for item in items:
            self._do(AddItem(replace(item, position=0, text="")))
        for stamp in self.rows(PresenceStamp, meeting=meeting.id):
            self._do(StampPresence(meeting.id, stamp.person, stamp.kind, stamp.at))
        for guest in self.rows(Guest, meeting=meeting.id):
            self._do(AddGuest(guest))
        basis = PresidingBasis.OTHER if meeting.presiding else None
        self._do(CallToOrder(meeting.id, self._minute(), meeting.presiding, basis))
        for item in items:
            self._do(StartItem(item.id, self._minute()))
            if item.text.strip():
                self._do(WriteItemText(item.id, item.text))
            self._put(self.rows(Motion, meeting=meeting.id, item=item.id))
            self._do(FinishItem(item.id, self._minute()))
        self._put(self.rows(Motion, meeting=meeting.id, item=None))
        for action in self.rows(Action, meeting=meeting.id):
            self._do(AddAction(action))
        self._do(AdjournMeeting(meeting.id, self._minute()))

    def _put(self, motions: list[Motion]) -> None:
        for motion in motions:
            votes = self.rows(Vote, motion=motion.id)
            if UNANIMOUS in motion.flags:
                self._put_unanimous(motion, votes)
            else:
                self._keep(motion, RecordMotion(replace(motion, at=self._minute()), tuple(votes)))

    def _put_unanimous(self, motion: Motion, named: list[Vote]) -> None:
        """“Unanimous” is entered as the vote of each on the roll; who left the room for it is recused."""
        meeting = motion.meeting or ""
        where = f"{meeting}, {motion.text[:40]}…"
        out = [vote.person for vote in named]
        for person in out:
            self._do(StampPresence(meeting, person, PresenceKind.RECUSED_OUT, self._minute()))
            said = f"{name_of(self.services.record, person)} abstained and left the room"
            self.met.append(
                Difference(where, said, "recused, out of the room", "who is not in the room does not abstain")
            )
        roll = [stamp.person for stamp in self.rows(PresenceStamp, meeting=meeting)]
        votes = [
            Vote(id="new", motion="new", person=p, choice=Choice.RECUSED if p in out else Choice.FOR) for p in roll
        ]
        there = replace(motion, at=self._minute(), vote_method=VoteMethod.BY_NAME, result_stated=None, stated_by="")
        self._keep(motion, RecordMotion(there, tuple(votes)))
        self.met.append(
            Difference(where, "unanimous", f"{len(roll) - len(out)} votes by name", "each on the roll voted for")
        )
        for person in out:
            self._do(StampPresence(meeting, person, PresenceKind.RECUSAL_ENDED, self._minute()))

    def _keep(self, source: Motion, command: RecordMotion | RecordVoteBetweenMeetings) -> None:
        """Record it; voters whom the roll does not list are stamped as arrived first, since the page asks for it."""
        try:
            done = self._do(command)
        except UserError as refused:
            done = self._do(self._instead(source, command, refused))
        self.motions[source.id] = next(i for i in done if self.services.record.find(Motion, i) is not None)

    def _instead(
        self, source: Motion, command: RecordMotion | RecordVoteBetweenMeetings, refused: UserError
    ) -> Command:
        """What is entered where the page refuses what the source has."""
        if refused.code == "voter_absent":
            self._arrive(source, command.votes)
            return command
        if refused.code != "too_many":
            raise refused
        counted = f"{source.count_for} to {source.count_against}"
        why = "more votes are counted than the roll has voters: the result stands as the source states it"
        self.met.append(Difference(source.id, counted, refused.what, why))
        motion = replace(
            command.motion, vote_method=VoteMethod.NOT_RECORDED, result_stated=Result.CARRIED, count_for=None,
            count_against=None, count_abstain=None,
        )  # fmt: skip
        return RecordMotion(motion)

    def _arrive(self, motion: Motion, votes: tuple[Vote, ...]) -> None:
        meeting, record = motion.meeting or "", self.services.record
        here = {stamp.person for stamp in record.where(PresenceStamp, "meeting", meeting)}
        for vote in votes:
            if vote.person not in here:
                self._do(StampPresence(meeting, vote.person, PresenceKind.PRESENT, self._now))
                said = f"{name_of(record, vote.person)} is not on the roll, and votes"
                why = "directors vote in person alone, so that the page asks for the voter's presence"
                self.met.append(Difference(f"{meeting}, {motion.id}", said, "present from the vote on", why))


def printed(differences: list[Difference]) -> Iterator[str]:
    """The table of all differences, by what explains them."""
    for why in dict.fromkeys(difference.why for difference in differences):
        of_kind = [difference for difference in differences if difference.why == why]
        yield f"{len(of_kind)} × {why}:"
        yield from (f"    {d.where}: source “{d.source}”, record “{d.record}”" for d in of_kind)
