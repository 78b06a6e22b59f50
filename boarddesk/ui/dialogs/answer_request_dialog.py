"""Say what became of a director's request for an agenda item."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AHEAD, AgendaRequest, Meeting, RequestOutcome
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.requests import AnswerRequest
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.meeting.words import REQUESTS, choices, tr


class AnswerRequestDialog(RegisterDialog):
    """Placed on an agenda, declined with a reason, or withdrawn."""

    def __init__(
        self, services: Services, meeting: Meeting, request: AgendaRequest, parent: QWidget | None = None
    ) -> None:
        record = services.record
        super().__init__(
            services,
            tr("What became of the request of %1?").replace("%1", name_of(record, request.person)),
            tr("Record the outcome"),
            tr("Leave it open"),
            says=request.text,
            parent=parent,
        )
        self._request = request
        self.outcome: ChoiceField = self.field(
            tr("Outcome"), ChoiceField(choices(REQUESTS), value=RequestOutcome.PLACED)
        )
        ahead = sorted((m for m in record.all(Meeting) if m.state in AHEAD), key=lambda m: m.starts)
        there = [meeting, *(m for m in ahead if m.id != meeting.id)]
        self.meeting: ChoiceField = self.field(
            tr("Agenda"), ChoiceField([(m.id, meeting_name(record, m)) for m in there], value=meeting.id)
        )
        self.day: DateField = self.field(tr("Decided on"), DateField(services.today))
        self.reason: LineField = self.field(tr("Reason"), LineField(optional=True))
        self.outcome.changed.connect(lambda value: self.meeting.setEnabled(value is RequestOutcome.PLACED))

    def command(self) -> AnswerRequest:
        placed = self.outcome.value() is RequestOutcome.PLACED
        return AnswerRequest(
            self._request.id,
            self.outcome.value(),
            self.day.date() or self.services.today,
            self.reason.text(),
            self.meeting.value() if placed else None,
        )

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, request: AgendaRequest, parent: QWidget | None = None
    ) -> AnswerRequest | None:
        """The outcome that was confirmed, or None."""
        found: AnswerRequest | None = cls(services, meeting, request, parent).asked()
        return found
