"""Record a motion with all its particulars, or correct one."""

import datetime as dt
from typing import Any

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, Meeting, MeetingKind
from boarddesk.domain.motions import Choice, Motion, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.presence import present_at, roll_taken
from boarddesk.domain.quorum import sitting_body
from boarddesk.domain.terms import members_on
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_correct import CorrectMotion
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.entry import warnings_before
from boarddesk.services.live_people import eligible
from boarddesk.services.motion_checks import CAST
from boarddesk.services.motion_warnings import motion_warnings
from boarddesk.services.proposals import is_proposed
from boarddesk.services.unequal_votes import EQUAL, weighed
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.motion_determinations_dialog import require_determinations
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import TextField, TimeField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting import motion_fields as groups
from boarddesk.ui.meeting.moments import DayChoice, optional_moment
from boarddesk.ui.meeting.motion_fields import Begun
from boarddesk.ui.meeting.unequal_votes import UnequalVotes, weighted_name
from boarddesk.ui.meeting.words import METHODS, choices, kind_choices, people_choices, tr
from boarddesk.ui.widgets.vote_pad import VotePad, Voter

WORDS = {Choice.RECUSED: "recused", Choice.ABSENT: "not in the room"}


class RecordMotionDialog(RegisterDialog):
    """Text, kind, mover and seconders; votes by name, by counts, or none with the result as a source states it."""

    def __init__(
        self, services: Services, meeting: Meeting, begun: Begun | None = None, parent: QWidget | None = None
    ) -> None:
        motion = begun.motion if begun else Motion(id="new", body=meeting.body, meeting=meeting.id, text="")
        there = services.record.find(Motion, motion.id)
        put = motion.at is not None and there is not None and is_proposed(services.record, there)
        self.old = motion.id != "new" and not put
        self.ahead = meeting.state in AHEAD
        question, verb = tr("Record a motion"), tr("Record the motion")
        if self.old:
            question, verb = tr("Correct motion %1").replace("%1", motion.number), tr("Correct the motion")
        elif self.ahead:
            question, verb = tr("Propose a motion"), tr("Propose the motion")
        way_out = tr("Leave it as it is") if self.old else tr("Record nothing")
        super().__init__(services, question, verb, way_out, parent=parent)
        self._meeting, self._motion = meeting, motion
        self._votes = dict(begun.votes) if begun else {}
        self._weights = begun.weights if begun else EQUAL
        self._notes: dict[str, Choice] = {}
        self._asked: tuple[Any, ...] = ()
        self._whole: RecordMotion | None = None
        self.setMinimumWidth(Theme.current().px(640))
        self._main_fields()
        self._vote_fields()
        self._groups()
        self.kind.changed.connect(lambda _value: self._settle())
        self.method.changed.connect(lambda _value: self._settle())
        self.time.changed.connect(lambda _value: self._show_voters())
        self._settle()
        self._show_voters()

    def _main_fields(self) -> None:
        record, meeting, motion = self.record, self._meeting, self._motion
        self.text: TextField = self.field(tr("Motion"), TextField(motion.text, lines=4, record=True))
        self.kind = ChoiceField(kind_choices(), value=motion.kind)
        self.time = TimeField(motion.at.time() if motion.at else None, optional=True)
        self.time.setMaximumWidth(Theme.current().px(120))
        self.day = DayChoice(record, meeting, motion.at)
        days = ((tr("On"), self.day),) if self.day.several else ()
        self.beside((tr("Kind"), self.kind), (tr("At"), self.time), *days)
        sitting = [(body, body_short(record, body)) for body in meeting.bodies]
        self.body = ChoiceField(sitting, value=sitting_body(meeting, motion.body))
        if meeting.joint_with:
            self.field(tr("Motion of"), self.body)
            self.body.setEnabled(not self.old)
            self.body.changed.connect(lambda _value: self._show_voters())
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(record, meeting.id)]
        self.item: ChoiceField = self.field(tr("Item"), ChoiceField(items, value=motion.item, optional=True))
        self.people = people_choices(record, eligible(record, meeting))
        self.mover = self.field(tr("Moved by"), PersonField(self.people, value=motion.mover, optional=True))
        self.seconders = self.field(tr("Seconded by"), PeopleChecks(self.people, motion.seconders, optional=True))

    def _vote_fields(self) -> None:
        method = self._motion.vote_method if self.old or self._motion.text else VoteMethod.BY_NAME
        method = VoteMethod.NOT_RECORDED if self.ahead else method
        if self._meeting.kind is MeetingKind.ANNUAL:
            method = VoteMethod.BY_COUNTS
        self.method: ChoiceField = self.field(tr("Vote"), ChoiceField(choices(METHODS), value=method))
        self.pad = VotePad(tr("Votes"), columns=2, keys=False)
        self.pad.voted.connect(self._voted)
        self.pad.all_for.connect(self._all_for)
        self.add(self.pad)
        self.unequal = UnequalVotes(self.services, self._meeting, self._weights, self._at)
        self.unequal.changed.connect(self._show_voters)
        self.add(self.unequal)
        self.method.setEnabled(not self.old and not self.ahead)

    def _groups(self) -> None:
        record, motion = self.record, self._motion
        self.counts = groups.count_group(self, motion)
        self.stated = groups.stated_group(self, motion)
        self.about = groups.people_group(self, record, motion, self.people)
        self.pay = groups.pay_group(self, motion)
        self.year = groups.year_group(self, motion)
        self.minutes = groups.minutes_group(self, record, self._meeting, motion)
        self.matter = groups.matter_group(self, record, motion)
        self.rule = groups.rule_group(self, motion)

    def _settle(self) -> None:
        kind, method = self.kind.value(), self.method.value()
        for part in (self.pad, self.unequal):
            part.setVisible(method is VoteMethod.BY_NAME and not self.old and not self.ahead)
        self.counts.show(on=method is VoteMethod.BY_COUNTS and not self.ahead)
        self.stated.show(on=not self.ahead)
        self.time.setEnabled(not self.ahead)
        self.about.show(on=kind in groups.OF_PEOPLE)
        self.pay.show(on=kind is MotionKind.EXECUTIVE_PAY)
        self.year.show(on=kind in groups.OF_YEARS)
        self.minutes.show(on=kind is MotionKind.APPROVE_MINUTES)
        self.matter.show(on=kind in {MotionKind.RELATED_PERSON, MotionKind.ADOPT_DOCUMENT})

    def _at(self) -> dt.datetime | None:
        return optional_moment(self._meeting, self.time.time(), self._motion.at, self.day.day())

    def _show_voters(self) -> None:
        """Those present at the time vote; without a roll every member may."""
        stays = {stay.person: stay for stay in present_at(self.record, self._meeting, self._at())}
        known = roll_taken(self.record, self._meeting)
        voters = []
        self._notes = {}
        members = members_on(self.record, self.body.value() or self._meeting.body, self._meeting.day)
        for person, name in self.people:
            if self._meeting.joint_with and person not in members:
                continue
            stay = stays.get(person)
            if known and (stay is None or stay.recused):
                self._notes[person] = Choice.RECUSED if stay else Choice.ABSENT
            choice = self._votes.get(person)
            cast = choice.value if choice in CAST and choice else None
            note = tr(WORDS[self._notes[person]]) if person in self._notes else ""
            voters.append(Voter(person, weighted_name(name, person, self.unequal.weights), cast, note))  # type: ignore[arg-type]
        self.pad.set_voters(voters)
        self._asked = tuple(voter.key for voter in voters)

    def _voted(self, person: str, vote: str | None) -> None:
        self._votes.pop(person, None)
        if vote is not None:
            self._votes[person] = Choice(vote)
        self._show_voters()

    def _all_for(self) -> None:
        self._votes = {person: Choice.FOR for person in self._asked if person not in self._notes}
        self._show_voters()

    def _motion_now(self) -> Motion:
        values = groups.values_of(
            (self.counts, self.stated, self.about, self.pay, self.year, self.minutes, self.matter, self.rule)
        )
        return replace(
            self._motion, text=self.text.toPlainText().strip(), kind=self.kind.value(), item=self.item.value(),
            body=self.body.value() or self._meeting.body,
            mover=self.mover.value(), seconders=self.seconders.value(), vote_method=self.method.value(), at=self._at(),
            **values,
        )  # fmt: skip

    def command(self) -> RecordMotion | CorrectMotion | ProposeMotion:
        motion = self._motion_now()
        if self.old or self.ahead:
            return CorrectMotion(motion) if self.old else ProposeMotion(motion)
        votes: tuple[Vote, ...] = ()
        if motion.vote_method is VoteMethod.BY_NAME and motion.result_stated is not Result.NO_ACTION:
            was_there = {stay.person for stay in present_at(self.record, self._meeting, None)}
            others = {p: c for p, c in self._notes.items() if c is Choice.RECUSED or p in was_there}
            cast = {p: c for p, c in self._votes.items() if p not in self._notes and p in self._asked} | others
            votes = tuple(Vote(id="new", motion="new", person=p, choice=c) for p, c in cast.items())
            votes = weighed(self.record, self._meeting, votes, self.unequal.weights)
        elif motion.result_stated is Result.NO_ACTION:
            motion = replace(motion, vote_method=VoteMethod.NOT_RECORDED)
        return RecordMotion(motion, votes)

    def _try(self, command: RecordMotion | CorrectMotion | ProposeMotion) -> None:  # type: ignore[override]
        if not isinstance(command, RecordMotion):
            super()._try(command)
            return
        said = motion_warnings(self.record, self._meeting, command.motion, command.votes)
        said = (*said, *warnings_before(self.services.bus, command))
        new, self._warned = said != self._warned, said
        self._warning.setText("\n".join(said))
        self._warning.setVisible(bool(said))
        if said and new:
            self.verb.setText(tr("Record all the same"))
            raise UserError("", code="warned")
        self._whole = require_determinations(self.services, self._meeting, command, self)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, begun: Begun | None = None, parent: QWidget | None = None
    ) -> RecordMotion | CorrectMotion | ProposeMotion | None:
        """The motion that was confirmed, or None."""
        dialog = cls(services, meeting, begun, parent)
        found: RecordMotion | CorrectMotion | ProposeMotion | None = dialog.asked()
        return dialog._whole or found
