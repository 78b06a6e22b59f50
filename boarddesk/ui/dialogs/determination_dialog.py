"""The board's determination of independence, for one director or several at once."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.independence import Standard
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.services.choices import board_meeting_choices, director_choices
from boarddesk.services.commands.record_determination import RecordDeterminations
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.outcomes_field import Outcomes
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class DeterminationDialog(RegisterDialog):
    """One standard, one day, one motion; a later determination supersedes an earlier one, which stays."""

    def __init__(
        self, services: Services, person: str | None, parent: QWidget | None, considered: tuple[str, ...] = ()
    ) -> None:
        super().__init__(
            services,
            tr("Record determinations of independence"),
            tr("Record"),
            tr("Record none"),
            says=tr("A recorded determination is never changed; a later one supersedes it."),
            parent=parent,
        )
        self.setMinimumWidth(Theme.current().px(600))
        self.standard = ChoiceField(words_for(Standard), value=Standard.NASDAQ)
        self.day = DateField(services.day)
        self.beside((tr("Standard"), self.standard), (tr("Decided on"), self.day))
        self.meeting = self.field(
            tr("Meeting of the board"), ChoiceField(board_meeting_choices(self.record), optional=True)
        )
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.DETERMINE_INDEPENDENCE)
        directors = director_choices(self.record, services.day)
        self.outcomes = self.field(tr("Directors"), Outcomes(directors, person))
        self.rationale = self.field(tr("Why"), TextField(lines=2, optional=True))
        self.considered = self.field(
            tr("Relationships considered"),
            TextField("\n".join(considered), lines=2, optional=True),
            tr("One a line; Item 407(a)(3) of Regulation S-K asks for them."),
        )
        self.meeting.changed.connect(self._take_meeting)
        self.motion.changed.connect(self._take_motion)

    def _take_meeting(self, meeting: str | None) -> None:
        found = self.record.find(Meeting, meeting)
        if found is not None:
            self.day.set_date(found.day)

    def _take_motion(self, motion: str | None) -> None:
        found = self.record.find(Motion, motion)
        if found is not None and found.meeting is not None:
            self.meeting.set_value(found.meeting)

    def command(self) -> RecordDeterminations:
        """The determinations that the form describes."""
        return RecordDeterminations(
            standard=Standard(self.standard.value()),
            decided_on=self.day.date(),  # type: ignore[arg-type]
            outcomes=self.outcomes.value(),
            meeting=self.meeting.value(),
            motion=self.motion.value(),
            rationale=self.rationale.value() or "",
            considered=tuple(line.strip() for line in (self.considered.value() or "").splitlines() if line.strip()),
        )

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        services: Services,
        person: str | None = None,
        considered: tuple[str, ...] = (),
    ) -> RecordDeterminations | None:
        """The command confirmed, or None; `person` is the director to begin with, `considered` what was told."""
        return cls(services, person, parent, considered).asked()  # type: ignore[no-any-return]
