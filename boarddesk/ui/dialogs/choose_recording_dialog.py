"""Choose who records a meeting."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.hold_meeting_officers import ChooseRecording
from boarddesk.services.presiding import default_recorder
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.meeting.words import tr


class ChooseRecordingDialog(RegisterDialog):
    """Anybody may record; at the independent session nobody does by office."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Who records the meeting?"), tr("Record who records"), tr("Leave it as it is"), parent=parent
        )
        self._meeting = meeting
        known = meeting.recording or default_recorder(services.record, meeting)
        self.person: PersonField = self.field(
            tr("Recording"), PersonField(people_choices(services.record), value=known, optional=True)
        )

    def command(self) -> ChooseRecording:
        return ChooseRecording(self._meeting.id, self.person.value())

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> ChooseRecording | None:
        """The choice that was confirmed, or None."""
        found: ChooseRecording | None = cls(services, meeting, parent).asked()
        return found
