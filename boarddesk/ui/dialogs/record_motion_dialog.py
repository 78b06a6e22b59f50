"""Record a motion with all its particulars, or correct one."""

import datetime as dt

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AHEAD, Meeting, MeetingKind
from boarddesk.domain.motions import Motion, MotionKind, Result, Vote, VoteMethod
from boarddesk.domain.quorum import sitting_body
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_correct import CorrectMotion
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.entry import warnings_before
from boarddesk.services.live_people import eligible
from boarddesk.services.motion_warnings import motion_warnings
from boarddesk.services.proposals import is_proposed
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
from boarddesk.ui.meeting.motion_votes import MotionVotes
from boarddesk.ui.meeting.unequal_votes import UnequalVotes
from boarddesk.ui.meeting.words import METHODS, choices, kind_choices, people_choices, tr
from boarddesk.ui.widgets.vote_pad import VotePad


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
        self._begun = begun or Begun(motion)
        self._whole: RecordMotion | None = None
        self.setMinimumWidth(Theme.current().px(640))
        self._main_fields()
        self._vote_fields()
        self._groups()
        self.kind.changed.connect(lambda _value: self._settle())
        self.method.changed.connect(lambda _value: self._settle())
        self.time.changed.connect(lambda _value: self.votes.show())
        self._settle()
        self.votes.show()

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
            self.body.changed.connect(lambda _value: self.votes.show())
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
        self.votes: MotionVotes = MotionVotes(
            self.services, self._meeting, self._begun, self.people, self._at, self._body
        )
        self.pad: VotePad = self.add(self.votes.pad)
        self.unequal: UnequalVotes = self.add(self.votes.unequal)
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

    def _body(self) -> str:
        """The body it belongs to: at a joint meeting one of several."""
        return self.body.value() or self._meeting.body

    def _motion_now(self) -> Motion:
        values = groups.values_of(
            (self.counts, self.stated, self.about, self.pay, self.year, self.minutes, self.matter, self.rule)
        )
        return replace(
            self._motion, text=self.text.toPlainText().strip(), kind=self.kind.value(), item=self.item.value(),
            body=self._body(),
            mover=self.mover.value(), seconders=self.seconders.value(), vote_method=self.method.value(), at=self._at(),
            **values,
        )  # fmt: skip

    def command(self) -> RecordMotion | CorrectMotion | ProposeMotion:
        motion = self._motion_now()
        if self.old or self.ahead:
            return CorrectMotion(motion) if self.old else ProposeMotion(motion)
        votes: tuple[Vote, ...] = ()
        if motion.vote_method is VoteMethod.BY_NAME and motion.result_stated is not Result.NO_ACTION:
            votes = self.votes.cast()
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
