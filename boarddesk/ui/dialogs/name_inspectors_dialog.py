"""Name the inspectors of election of a meeting of stockholders."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.describe_meeting import NameInspectors
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.meeting.words import tr


class NameInspectorsDialog(RegisterDialog):
    """One name a line; they may be people of another company."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Who inspects the election at %1?").replace("%1", meeting_name(services.record, meeting)),
            tr("Name them"), tr("Leave as is"), parent=parent,
            says=tr("They are appointed before the meeting, or at it where none of them can act (8 Del. C. §231)."),
        )  # fmt: skip
        self._meeting = meeting
        self.names: TextField = self.field(
            tr("Inspectors"), TextField("\n".join(meeting.inspectors), lines=3), tr("One name a line.")
        )

    def command(self) -> NameInspectors:
        return NameInspectors(self._meeting.id, tuple((self.names.value() or "").splitlines()))

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> NameInspectors | None:
        """The command that was confirmed, or None."""
        found: NameInspectors | None = cls(services, meeting, parent).asked()
        return found
