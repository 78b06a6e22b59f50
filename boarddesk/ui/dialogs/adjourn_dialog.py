"""Adjourn a meeting: for good, or to a later date."""

import datetime as dt

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.words import meeting_title
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.meeting.moments import day_for, moment_on
from boarddesk.ui.meeting.words import tr


class AdjournDialog(RegisterDialog):
    """The time; with a later date, what was not reached goes there."""

    def __init__(self, services: Services, meeting: Meeting, at: dt.datetime, parent: QWidget | None = None) -> None:
        super().__init__(
            services,
            tr("Adjourn %1?").replace("%1", meeting_title(services.record, meeting)),
            tr("Adjourn"),
            tr("Go on with the meeting"),
            parent=parent,
        )
        self._meeting = meeting
        self._at = at
        self.time: TimeField = self.field(tr("Adjourned at"), TimeField(at.time()))
        self.later = QCheckBox(tr("It goes on at a later date"))
        self.later.setAccessibleName(tr("It goes on at a later date"))
        self.add(self.later)
        self.day, self.starts = DateField(), TimeField(meeting.starts.time())
        self.beside((tr("On"), self.day), (tr("At"), self.starts))
        self.place: LineField = self.field(tr("Place"), LineField(meeting.place, optional=True))
        self.later.toggled.connect(self._settle)
        self._settle(on=False)

    def _settle(self, on: bool) -> None:
        for field in (self.day, self.starts, self.place):
            field.setEnabled(on)

    def command(self) -> AdjournMeeting:
        at = moment_on(self._meeting, self.time.time(), self._at, day_for(self.record, self._meeting, self._at))
        day, starts = self.day.date(), self.starts.time()
        to = dt.datetime.combine(day, starts) if self.later.isChecked() and day and starts else None
        return AdjournMeeting(self._meeting.id, at, to, self.place.text().strip() if to else "")

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, at: dt.datetime, parent: QWidget | None = None
    ) -> AdjournMeeting | None:
        """The adjournment that was confirmed, or None."""
        found: AdjournMeeting | None = cls(services, meeting, at, parent).asked()
        return found
