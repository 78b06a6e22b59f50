"""Name the motion, already on record, that approved minutes or a memorandum of correction."""

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import Correction
from boarddesk.services.approving_motions import approving_choices
from boarddesk.services.bus import Command
from boarddesk.services.commands.minutes_approve import ApproveMinutes
from boarddesk.services.commands.minutes_correct_place import ApproveCorrection
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr


class NameApprovalDialog(RegisterDialog):
    """For what was decided before the minutes were here: the motion's words and votes stay as they were recorded."""

    def __init__(
        self, services: Services, meeting: Meeting, correction: Correction | None = None, parent: QWidget | None = None
    ) -> None:
        what = tr("Which motion approved the minutes: %1?") if correction is None else tr(
            "Which motion approved the correction: %1?"
        )  # fmt: skip
        super().__init__(
            services, what.replace("%1", meeting_name(services.record, meeting)), tr("Name it"), tr("Not approved yet"),
            says=tr("A carried motion of a later meeting of this body, or of a written consent in effect."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(600))
        self._meeting, self._correction = meeting, correction
        choices = approving_choices(services.record, meeting)
        self.motion: ChoiceField = self.field(tr("Motion"), ChoiceField(choices, hint=tr("Any word of it")))
        self.corrected = QCheckBox(tr("Approved as corrected at that meeting"))
        self.corrected.setAccessibleName(self.corrected.text())
        if correction is None:
            self.add(self.corrected)

    def command(self) -> Command:
        if self._correction is not None:
            return ApproveCorrection(self._correction.id, self.motion.value())
        return ApproveMinutes(self._meeting.id, self.motion.value(), self.corrected.isChecked())

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, correction: Correction | None = None, parent: QWidget | None = None
    ) -> Command | None:
        """The command that was confirmed, or None."""
        found: Command | None = cls(services, meeting, correction, parent).asked()
        return found
