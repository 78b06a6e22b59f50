"""Call off a meeting: cancelled, or postponed with or without a new date; always with the reason."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QRadioButton, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.clashes import clashes_after
from boarddesk.services.commands.cancel_meeting import CancelMeeting, PostponeMeeting
from boarddesk.services.commands.move_meeting import sessions_of
from boarddesk.services.market_days import closed_days
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.clash_note import ClashNote
from boarddesk.ui.kit.fields import DateField, TextField, TimeField
from boarddesk.ui.kit.form_dialog import FormDialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("CancelMeetingDialog", text)


class CancelMeetingDialog(FormDialog):
    """The meeting stays on record as cancelled or postponed; calendars that were sent get the change."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting,
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        along = bool(sessions_of(services.record, meeting))
        super().__init__(
            _tr("Call off {meeting}?").format(meeting=meeting_name(services.record, meeting)),
            _tr("Call it off"),
            _tr("Keep the meeting"),
            says=_tr("Its independent session is called off with it.") if along else "",
            attempt=attempt,
            parent=parent,
        )
        self._services, self._meeting = services, meeting
        self.cancelled = QRadioButton(_tr("Cancelled: it will not be held"))
        self.postponed = QRadioButton(_tr("Postponed: it will be held later"))
        for choice in (self.cancelled, self.postponed):
            choice.setAccessibleName(choice.text())
            self.add(choice)
        self.cancelled.setChecked(True)
        self.day, self.starts = DateField(optional=True), TimeField(meeting.starts.time(), optional=True)
        self.beside((_tr("New date, if known"), self.day), (_tr("New time"), self.starts))
        self.clashes: ClashNote = self.add(ClashNote())
        self.reason: TextField = self.field(_tr("Reason"), TextField(lines=2))
        self.decided: DateField = self.field(_tr("Decided on"), DateField(services.today))
        self.form.addStretch(1)
        self.postponed.toggled.connect(self._settle)
        for field in (self.day, self.starts):
            field.changed.connect(lambda _value: self._show_clashes())
        self._settle(on=False)
        self.reason.setFocus()

    def _settle(self, on: bool) -> None:
        self.day.setEnabled(on)
        self.starts.setEnabled(on)
        self._show_clashes()

    def _show_clashes(self) -> None:
        """What the new date collides with; the reason may still be to be written."""
        said: tuple[str, ...] = ()
        later = self._later()
        if later is not None:
            command = PostponeMeeting(self._meeting.id, "?", self._services.today, later)
            said = (*clashes_after(self._services, command), *closed_days([later.date()]))
        self.clashes.say(said)

    def check(self) -> None:
        if self.postponed.isChecked() and self.day.date() is not None and self.starts.time() is None:
            self.wrong(self.starts, _tr("Nothing is written here yet."))

    def command(self) -> CancelMeeting | PostponeMeeting:
        reason, decided = self.reason.value() or "", self.decided.date() or self._services.today
        if self.cancelled.isChecked():
            return CancelMeeting(self._meeting.id, reason, decided)
        return PostponeMeeting(self._meeting.id, reason, decided, self._later())

    def _later(self) -> dt.datetime | None:
        """The new date and time of a postponed meeting, where they are given."""
        day, starts = self.day.date(), self.starts.time()
        if day is None or starts is None or not self.postponed.isChecked():
            return None
        return dt.datetime.combine(day, starts)
