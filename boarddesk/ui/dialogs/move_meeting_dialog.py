"""Move a meeting to another time; its independent session moves with it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.clashes import clashes_after
from boarddesk.services.commands.move_meeting import MoveMeeting, sessions_of
from boarddesk.services.market_days import closed_days
from boarddesk.services.words import meeting_name, short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.clash_note import ClashNote
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.kit.form_dialog import FormDialog


def _tr(text: str) -> str:
    return QCoreApplication.translate("MoveMeetingDialog", text)


class MoveMeetingDialog(FormDialog):
    """Another day, hours and place; says what goes along and what has to be done again."""

    def __init__(
        self,
        services: Services,
        meeting: Meeting,
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._services, self._meeting = services, meeting
        super().__init__(
            _tr("Move {meeting}?").format(meeting=meeting_name(services.record, meeting)),
            _tr("Move the meeting"),
            _tr("Keep {day}").format(day=short_day(meeting.day)),
            says=self._says(),
            attempt=attempt,
            parent=parent,
        )
        self.day: DateField = self.field(_tr("Date"), DateField(meeting.day))
        self.starts = TimeField(meeting.starts.time())
        self.ends = TimeField(meeting.ends.time() if meeting.ends else None, optional=True)
        self.beside((_tr("From"), self.starts), (_tr("Until"), self.ends))
        self.place: LineField = self.field(_tr("Place"), LineField(meeting.place, optional=True))
        self.clashes: ClashNote = self.add(ClashNote())
        self.form.addStretch(1)
        for field in (self.day, self.starts, self.ends, self.place):
            field.changed.connect(lambda _value: self._show_clashes())
        self._show_clashes()

    def _says(self) -> str:
        said = []
        if sessions_of(self._services.record, self._meeting):
            said.append(_tr("Its independent session moves with it."))
        if self._meeting.notice_on is not None:
            given = short_day(self._meeting.notice_on)
            said.append(_tr("Notice was given on {day} for the old date; it has to be given again.").format(day=given))
        return " ".join(said)

    def _show_clashes(self) -> None:
        said: tuple[str, ...] = ()
        if self.day.date() is not None and self.starts.time() is not None:
            command = self.command()
            said = (*clashes_after(self._services, command), *closed_days([command.starts.date()]))
        self.clashes.say(said)

    def check(self) -> None:
        ends, starts = self.ends.time(), self.starts.time()
        if ends is not None and starts is not None and ends <= starts:
            self.wrong(self.ends, _tr("It would end before it starts."))

    def command(self) -> MoveMeeting:
        day, starts, ends = self.day.date(), self.starts.time(), self.ends.time()
        assert day is not None  # noqa: S101 - the fields were checked
        assert starts is not None  # noqa: S101 - the fields were checked
        return MoveMeeting(
            self._meeting.id,
            dt.datetime.combine(day, starts),
            dt.datetime.combine(day, ends) if ends is not None else None,
            self.place.text(),
        )
