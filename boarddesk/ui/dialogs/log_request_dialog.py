"""Log a director's request for an agenda item."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.choices import director_choices
from boarddesk.services.commands.requests import LogRequest
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.meeting.words import tr


class LogRequestDialog(RegisterDialog):
    """Who asked for what, and when (guidelines GL-3.2)."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Which director asked for an item?"), tr("Log the request"), tr("Nothing was asked for"),
            parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        self.person: PersonField = self.field(
            tr("Director"), PersonField(director_choices(services.record, services.today))
        )
        self.day: DateField = self.field(tr("Asked on"), DateField(services.today))
        self.text: TextField = self.field(tr("Asked for"), TextField(lines=2))

    def command(self) -> LogRequest:
        return LogRequest(
            self.person.value(), self.day.date() or self.services.today, self.text.toPlainText(), self._meeting.id
        )

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> LogRequest | None:
        """The request that was confirmed, or None."""
        found: LogRequest | None = cls(services, meeting, parent).asked()
        return found
