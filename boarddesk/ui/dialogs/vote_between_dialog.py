"""Record a vote taken between meetings that is no unanimous written consent; it is kept, and flagged."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Choice, Motion, Vote, VoteMethod
from boarddesk.domain.terms import members_on
from boarddesk.services.choices import committee_choices
from boarddesk.services.commands.consents_vote import RecordVoteBetweenMeetings
from boarddesk.services.unequal_votes import EQUAL, Between, weighed
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TextField, TimeField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.unequal_votes import UnequalVotes, weighted_name
from boarddesk.ui.meeting.words import people_choices, result_choices, tr
from boarddesk.ui.widgets.vote_pad import VotePad, Voter


class VoteBetweenDialog(RegisterDialog):
    """What was voted on, when, by whom how, and the result as its source states it."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("What was voted on between meetings?"), tr("Record the vote"), tr("Record nothing"),
            says=tr("Without the signatures of all members it is no action of the body (8 Del. C. §141(f)); "
                    "it is kept as what it is, and flagged."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(680))
        record = services.record
        self._votes: dict[str, Choice] = {}
        bodies = [(BOARD, body_short(record, BOARD)), *committee_choices(record, services.today)]
        self.body: ChoiceField = self.field(tr("Body"), ChoiceField(bodies, value=BOARD))
        self.day, self.time = DateField(services.today), TimeField(dt.time(12))
        self.beside((tr("On"), self.day), (tr("At"), self.time))
        self.text: TextField = self.field(tr("Motion"), TextField(lines=3, record=True))
        self.pad = VotePad(tr("Votes"), columns=2, keys=False)
        self.pad.voted.connect(self._voted)
        self.pad.all_for.connect(self._all_for)
        self.add(self.pad)
        self.unequal = UnequalVotes(services, self._between(), EQUAL, lambda: None)
        self.unequal.changed.connect(self._show_voters)
        self.add(self.unequal)
        self.stated: ChoiceField = self.field(tr("Stated result"), ChoiceField(result_choices()))
        self.source: LineField = self.field(tr("Stated by"), LineField(hint=tr("mail list of the board")))
        self.body.changed.connect(lambda _value: self._settle())
        self.day.changed.connect(lambda _value: self._settle())
        self._show_voters()

    def _between(self) -> Between:
        return Between(self.body.value() or BOARD, self.day.date() or self.services.today)

    def _people(self) -> list[tuple[str, str]]:
        asked = self._between()
        return people_choices(self.record, members_on(self.record, asked.body, asked.day))

    def _settle(self) -> None:
        self.unequal.vote_elsewhere(self._between())
        self._show_voters()

    def _show_voters(self) -> None:
        shown = {key: choice.value for key, choice in self._votes.items()}
        self.pad.set_voters([
            Voter(key, weighted_name(name, key, self.unequal.weights), shown.get(key))  # type: ignore[arg-type]
            for key, name in self._people()
        ])  # fmt: skip

    def _voted(self, person: str, vote: str | None) -> None:
        self._votes.pop(person, None)
        if vote is not None:
            self._votes[person] = Choice(vote)
        self._show_voters()

    def _all_for(self) -> None:
        self._votes = {key: Choice.FOR for key, _name in self._people()}
        self._show_voters()

    def command(self) -> RecordVoteBetweenMeetings:
        at = dt.datetime.combine(self.day.date() or self.services.today, self.time.time() or dt.time(12))
        people = {key for key, _name in self._people()}
        votes = tuple(
            Vote(id="new", motion="new", person=key, choice=choice)
            for key, choice in self._votes.items()
            if key in people
        )
        votes = weighed(self.record, self._between(), votes, self.unequal.weights)
        motion = Motion(
            id="new", body=self.body.value(), text=self.text.toPlainText().strip(),
            vote_method=VoteMethod.BY_NAME if votes else VoteMethod.NOT_RECORDED,
            result_stated=self.stated.value(), stated_by=self.source.text().strip(),
        )  # fmt: skip
        return RecordVoteBetweenMeetings(motion, at, votes, self.source.text())

    @classmethod
    def ask(cls, services: Services, parent: QWidget | None = None) -> RecordVoteBetweenMeetings | None:
        """The vote that was confirmed, or None."""
        found: RecordVoteBetweenMeetings | None = cls(services, parent).asked()
        return found
