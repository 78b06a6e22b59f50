"""Schedule one meeting, and the independent session after a regular board meeting."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, MeetingKind
from boarddesk.services.calendar_views import bodies_between
from boarddesk.services.clashes import clashes_after
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.services.market_days import closed_days
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.clash_note import ClashNote
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TimeField
from boarddesk.ui.kit.form_dialog import FormDialog


class ScheduleMeetingDialog(FormDialog):
    """Body, kind, day, hours, place; the session is offered where the guidelines ask for one."""

    def __init__(
        self,
        services: Services,
        day: dt.date | None = None,
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ScheduleMeetingDialog", "Schedule a meeting"),
            QCoreApplication.translate("ScheduleMeetingDialog", "Schedule"),
            QCoreApplication.translate("ScheduleMeetingDialog", "Keep the calendar as it is"),
            attempt=attempt,
            parent=parent,
        )
        self._services = services
        habits = services.record.company.habits
        starts = dt.time.fromisoformat(habits.time)
        bodies = [body for body in bodies_between(services.record, services.day, dt.date.max) if body.id != INDEPENDENT]
        choices = [(body.id, body_short(services.record, body.id)) for body in bodies]
        self.body: ChoiceField = self.field(self.tr("Body"), ChoiceField(choices, value=BOARD))
        self.kind = ChoiceField((), value=None)
        self.field(self.tr("Kind"), self.kind)
        sitting = [(body, name) for body, name in choices if body != STOCKHOLDERS]
        self.joint = PeopleChecks(sitting, (), optional=True)
        self.field(self.tr("Jointly with"), self.joint, self.tr("Each body has its own quorum and its own votes."))
        self.day: DateField = self.field(self.tr("Date"), DateField(day))
        self.starts, self.ends = TimeField(starts), TimeField(_later(starts, habits.hours), optional=True)
        self.beside((self.tr("From"), self.starts), (self.tr("Until"), self.ends))
        self.place: LineField = self.field(self.tr("Place"), LineField(habits.place, optional=True))
        self.title: LineField = self.field(
            self.tr("Title"),
            LineField(optional=True, hint=self.tr("only where it has one of its own")),
        )
        self.session = QCheckBox(
            self.tr("Independent session right after it, {n} minutes").format(n=habits.session_minutes)
        )
        self.session.setAccessibleName(self.tr("Independent session"))
        self.add(self.session)
        self.clashes: ClashNote = self.add(ClashNote())
        for field in (self.day, self.starts, self.ends, self.place):
            field.changed.connect(lambda _value: self._show_clashes())
        self.body.changed.connect(lambda _value: self._offer())
        self.kind.changed.connect(lambda _value: self._settle_session())
        self.session.toggled.connect(lambda _on: self._show_clashes())
        self.form.addStretch(1)
        self._offer()
        self.day.setFocus()

    def _offer(self) -> None:
        """The kinds of meeting that the body has."""
        body = self.body.value()
        kinds = [
            (MeetingKind.REGULAR, self.tr("Regular meeting")),
            (MeetingKind.SPECIAL, self.tr("Special meeting")),
        ]
        if body == STOCKHOLDERS:
            kinds = [(MeetingKind.ANNUAL, self.tr("Annual meeting")), (MeetingKind.SPECIAL, self.tr("Special meeting"))]
        for other, box in self.joint.boxes.items():
            alone = body in {STOCKHOLDERS, other}
            box.setEnabled(not alone)
            box.setChecked(box.isChecked() and not alone)
        kept = self.kind.value()
        self.kind.set_choices(kinds)
        self.kind.set_value(kept if kept in dict(kinds) else kinds[0][0])
        self._settle_session()
        self._show_clashes()

    def _settle_session(self) -> None:
        due = self.body.value() == BOARD and self.kind.value() == MeetingKind.REGULAR
        self.session.setVisible(self.body.value() == BOARD)
        self.session.setChecked(due)

    def _show_clashes(self) -> None:
        said: tuple[str, ...] = ()
        if self.day.date() is not None and self.starts.time() is not None and self.body.value():
            command = self.command()
            said = (*clashes_after(self._services, command), *closed_days([command.starts.date()]))
        self.clashes.say(said)

    def check(self) -> None:
        ends, starts = self.ends.time(), self.starts.time()
        if ends is not None and starts is not None and ends <= starts:
            self.wrong(self.ends, self.tr("It would end before it starts."))

    def command(self) -> ScheduleMeeting:
        day, starts, ends = self.day.date(), self.starts.time(), self.ends.time()
        assert day is not None  # noqa: S101 - the fields were checked
        assert starts is not None  # noqa: S101 - the fields were checked
        minutes = self._services.record.company.habits.session_minutes
        wanted = self.session.isChecked() and self.body.value() == BOARD
        return ScheduleMeeting(
            body=self.body.value(),
            kind=MeetingKind(self.kind.value() or MeetingKind.REGULAR),
            starts=dt.datetime.combine(day, starts),
            ends=dt.datetime.combine(day, ends) if ends is not None else None,
            place=self.place.text(),
            title=self.title.text(),
            scheduled_on=self._services.today,
            session_minutes=minutes if wanted else 0,
            joint_with=self.joint.value(),
        )


def _later(at: dt.time, hours: int) -> dt.time:
    return dt.time(min(23, at.hour + hours), at.minute)
