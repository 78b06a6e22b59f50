"""Call an emergency meeting: when, what for, by whom; what the bylaws allow is said while one types."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import BOARD, INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.domain.people import Role
from boarddesk.domain.terms import holder_of
from boarddesk.services.calendar_views import bodies_between
from boarddesk.services.commands.call_emergency import CallEmergencyMeeting
from boarddesk.services.emergency import phone_quorum, shortest_words
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.describe_meeting_dialog import callers
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField, TimeField
from boarddesk.ui.kit.text import Text, restyle
from boarddesk.ui.meeting.words import tr

SOON = dt.timedelta(hours=2)


class EmergencyMeetingDialog(RegisterDialog):
    """The shortest lawful notice of the body, and how many make a quorum, beside the form."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Call an emergency meeting"), tr("Call it"), tr("Call none"),
            says=tr("A special meeting, by telephone unless a place is named. Notice is recorded next, as people are "
                    "reached."),
            parent=parent,
        )  # fmt: skip
        at = (services.now + SOON).replace(minute=0, second=0)
        not_asked = {INDEPENDENT, STOCKHOLDERS}
        bodies = [
            body for body in bodies_between(services.record, services.day, dt.date.max) if body.id not in not_asked
        ]
        choices = [(body.id, body_short(services.record, body.id)) for body in bodies]
        self.body: ChoiceField = self.field(tr("Body"), ChoiceField(choices, value=BOARD))
        self.day, self.starts = DateField(at.date()), TimeField(at.time())
        self.beside((tr("Date"), self.day), (tr("From"), self.starts))
        self.notice: Text = self.add(Text("", "small", "ink2", wrap=True))
        self.quorum: Text = self.add(Text("", "small", "ink2", wrap=True))
        self.purpose: TextField = self.field(tr("Purpose"), TextField(lines=2), tr("Begin with “To …”."))
        meeting = Meeting(id="new", body=BOARD, starts=at)
        chair = holder_of(services.record, Role.CHAIR, at.date())
        self.caller: PersonField = self.field(
            tr("Called by"), PersonField(callers(services, meeting), value=chair, optional=True)
        )
        self.dial_in: LineField = self.field(
            tr("How to join"), LineField(optional=True, hint=tr("number and code, or a link"))
        )
        self.place: LineField = self.field(tr("Place"), LineField(optional=True, hint=tr("none: by telephone")))
        for field in (self.body, self.day, self.starts):
            field.changed.connect(lambda _value: self._say())
        self._say()

    def _moment(self) -> dt.datetime | None:
        day, at = self.day.date(), self.starts.time()
        return dt.datetime.combine(day, at) if day is not None and at is not None else None

    def _say(self) -> None:
        """What the bylaws allow for that body at that time."""
        starts, body = self._moment(), self.body.value()
        if body is None:
            return
        words, short = shortest_words(self.record, body, starts, self.services.now)
        self.notice.setText(words)
        self.notice.setProperty("tone", "amber" if short else "ink2")
        restyle(self.notice)
        meeting = Meeting(id="new", body=body, starts=starts or self.services.now)
        self.quorum.setText(phone_quorum(self.record, meeting, 0)[0])
        if self.isVisible():
            self.grow()

    def command(self) -> CallEmergencyMeeting:
        starts = self._moment()
        assert starts is not None  # noqa: S101 - the fields were checked
        return CallEmergencyMeeting(
            self.body.value(), starts, self.services.today, self.purpose.value() or "", self.caller.value(),
            self.dial_in.text(), self.place.text(),
        )  # fmt: skip

    @classmethod
    def ask(cls, services: Services, parent: QWidget | None = None) -> CallEmergencyMeeting | None:
        """The command that was confirmed, or None."""
        found: CallEmergencyMeeting | None = cls(services, parent).asked()
        return found
