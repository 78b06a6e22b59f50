"""Correct when a meeting was called to order and adjourned."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.hold_meeting_times import CorrectTimes
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import TimeField
from boarddesk.ui.meeting.moments import day_for, optional_moment
from boarddesk.ui.meeting.words import tr


class MeetingTimesDialog(RegisterDialog):
    """Both times; an empty one is printed as not recorded."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("When was the meeting?"), tr("Correct the times"), tr("Leave them as they are"),
            says=tr("An empty time is printed as not recorded."), parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        begun, ended = meeting.called_to_order, meeting.adjourned
        self.begun: TimeField = self.field(
            tr("Called to order"), TimeField(begun.time() if begun else None, optional=True)
        )
        self.ended: TimeField = self.field(tr("Adjourned"), TimeField(ended.time() if ended else None, optional=True))
        self.ended.setEnabled(meeting.state not in RUNNING)

    def command(self) -> CorrectTimes:
        meeting = self._meeting
        return CorrectTimes(
            meeting.id,
            optional_moment(meeting, self.begun.time(), meeting.called_to_order),
            optional_moment(
                meeting, self.ended.time(), meeting.adjourned, day_for(self.record, meeting, meeting.adjourned)
            )
            if self.ended.isEnabled()
            else None,
        )

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> CorrectTimes | None:
        """The times that were confirmed, or None."""
        found: CorrectTimes | None = cls(services, meeting, parent).asked()
        return found
