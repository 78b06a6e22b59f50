"""Record that notice of a meeting was given."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.give_notice import GiveNotice
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("GiveNoticeDialog", text)


class GiveNoticeDialog(FormDialog):
    """Day and manner; a notice cannot be undone, only corrected by a later entry."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting,
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _tr("Record the notice of {meeting}?").format(meeting=meeting_name(services.record, meeting)),
            _tr("Record the notice"),
            _tr("Not given yet"),
            says=_tr("A notice cannot be undone; a later entry corrects it."),
            attempt=attempt,
            parent=parent,
        )
        self._services, self._meeting = services, meeting
        self.day: DateField = self.field(_tr("Given on"), DateField(meeting.notice_on or services.today))
        manner = LineField(meeting.notice_manner, optional=True, hint=_tr("by e-mail to each director"))
        self.manner: LineField = self.field(_tr("How"), manner)
        self.form.addStretch(1)

    def check(self) -> None:
        day = self.day.date()
        if day is not None and day > self._meeting.day:
            self.wrong(self.day, _tr("The meeting would be over by then."))

    def command(self) -> GiveNotice:
        return GiveNotice(self._meeting.id, self.day.date() or self._services.today, self.manner.text())
