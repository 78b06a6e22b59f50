"""Take circulated minutes back to draft, with the reason."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.minutes_circulate import TakeBackMinutes
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr


class TakeBackMinutesDialog(FormDialog):
    """The versions that went out stay; the next one takes the next number."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Take back to draft: %1?").replace("%1", meeting_name(services.record, meeting)),
            tr("Take the minutes back"), tr("Leave them circulated"),
            says=tr("Text and record can be corrected again. What went out is kept with its comments."), parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        self.reason: TextField = self.field(tr("Reason"), TextField(lines=2), tr("It stands in the history."))

    def command(self) -> TakeBackMinutes:
        return TakeBackMinutes(self._meeting.id, self.reason.value() or "")

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> TakeBackMinutes | None:
        """The command that was confirmed, or None."""
        found: TakeBackMinutes | None = cls(services, meeting, parent).asked()
        return found
