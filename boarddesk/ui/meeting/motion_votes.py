"""The votes by name on a motion that is recorded with all its particulars: those present at the time vote."""

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Choice, Vote
from boarddesk.domain.presence import present_at, roll_taken
from boarddesk.domain.terms import members_on
from boarddesk.services.motion_checks import CAST
from boarddesk.services.unequal_votes import weighed
from boarddesk.services.workspace import Services
from boarddesk.ui.meeting.motion_fields import Begun
from boarddesk.ui.meeting.unequal_votes import UnequalVotes, weighted_name
from boarddesk.ui.meeting.words import tr
from boarddesk.ui.widgets.vote_pad import VotePad, Voter

WORDS = {Choice.RECUSED: "recused", Choice.ABSENT: "not in the room"}


class MotionVotes(QObject):
    """Owns the pad and the line on unequal votes; `at` and `body` tell when, and for which body, the vote is taken."""

    def __init__(
        self, services: Services, meeting: Meeting, begun: Begun, people: Sequence[tuple[str, str]],
        at: Callable[[], dt.datetime | None], body: Callable[[], str],
    ) -> None:  # fmt: skip
        super().__init__()
        self._record, self._meeting, self._people = services.record, meeting, people
        self._at, self._body = at, body
        self._votes = dict(begun.votes)
        self._notes: dict[str, Choice] = {}
        self._asked: list[str] = []
        self.pad = VotePad(tr("Votes"), columns=2, keys=False)
        self.pad.voted.connect(self._voted)
        self.pad.all_for.connect(self._all_for)
        self.unequal = UnequalVotes(services, meeting, begun.weights, at)
        self.unequal.changed.connect(self.show)

    def show(self) -> None:
        """Offer the members of the body; without a roll every one of them may vote."""
        stays = {stay.person: stay for stay in present_at(self._record, self._meeting, self._at())}
        known = roll_taken(self._record, self._meeting)
        members = members_on(self._record, self._body(), self._meeting.day)
        voters: list[Voter] = []
        self._notes = {}
        people = [one for one in self._people if not self._meeting.joint_with or one[0] in members]
        for person, name in people:
            stay = stays.get(person)
            if known and (stay is None or stay.recused):
                self._notes[person] = Choice.RECUSED if stay else Choice.ABSENT
            choice = self._votes.get(person)
            cast = choice.value if choice in CAST and choice else None
            note = tr(WORDS[self._notes[person]]) if person in self._notes else ""
            voters.append(Voter(person, weighted_name(name, person, self.unequal.weights), cast, note))  # type: ignore[arg-type]
        self.pad.set_voters(voters)
        self._asked = [person for person, _name in people]

    def _voted(self, person: str, vote: str | None) -> None:
        self._votes.pop(person, None)
        if vote is not None:
            self._votes[person] = Choice(vote)
        self.show()

    def _all_for(self) -> None:
        self._votes = {person: Choice.FOR for person in self._asked if person not in self._notes}
        self.show()

    def cast(self) -> tuple[Vote, ...]:
        """The votes, with those recused and those who had left marked as such."""
        was_there = {stay.person for stay in present_at(self._record, self._meeting, None)}
        others = {p: c for p, c in self._notes.items() if c is Choice.RECUSED or p in was_there}
        cast = {p: c for p, c in self._votes.items() if p not in self._notes and p in self._asked} | others
        votes = tuple(Vote(id="new", motion="new", person=p, choice=c) for p, c in cast.items())
        return weighed(self._record, self._meeting, votes, self.unequal.weights)
