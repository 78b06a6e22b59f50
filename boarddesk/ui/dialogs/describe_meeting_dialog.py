"""What a meeting is called for, by whom, and how to take part in it from elsewhere."""

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import STOCKHOLDERS, Meeting, MeetingKind
from boarddesk.domain.terms import directors_on, name_of, roles_on
from boarddesk.services.commands.describe_meeting import DescribeMeeting
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr


def callers(services: Services, meeting: Meeting) -> list[tuple[str, str]]:
    """Who may be named as calling a meeting: the directors and the officers of the day."""
    record = services.record
    people = dict.fromkeys(
        (*directors_on(record, meeting.day), *(tenure.person for tenure in roles_on(record, meeting.day)))
    )
    return [(person, name_of(record, person)) for person in people]


class DescribeMeetingDialog(FormDialog):
    """Purpose, caller and way of joining, as the notice says them."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("What is %1 called for?").replace("%1", meeting_name(services.record, meeting)), tr("Save"),
            tr("Leave as is"), says=tr("The notice says it. How to join stands in no minutes."), parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        special, holders = meeting.kind is MeetingKind.SPECIAL, meeting.body == STOCKHOLDERS
        asked = tr("Begin with “To …”. State it where certificate or bylaws ask for it.")
        if holders:
            asked = tr("Begin with “To …”. The notice states it (8 Del. C. §222(a)).")
        self.purpose: TextField = self.field(
            tr("Purpose"), TextField(meeting.purpose, lines=3, optional=True),
            asked if special else "",
        )  # fmt: skip
        choices = callers(services, meeting)
        self.caller: PersonField = self.field(
            tr("Called by"), PersonField(choices, value=meeting.caller, optional=True)
        )
        self.dial_in: LineField = self.field(
            tr("How to join"), LineField(meeting.dial_in, optional=True, hint=tr("number and code, or a link"))
        )
        self.emergency = QCheckBox(tr("Called in an emergency"))
        self.emergency.setAccessibleName(self.emergency.text())
        self.emergency.setChecked(meeting.emergency)
        self.emergency.setVisible(special and not holders)
        self.add(self.emergency)
        self.form.addStretch(1)

    def command(self) -> DescribeMeeting:
        return DescribeMeeting(
            self._meeting.id, self.purpose.value() or "", self.caller.value(), self.dial_in.text(),
            self.emergency.isChecked(),
        )  # fmt: skip

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> DescribeMeeting | None:
        """The command that was confirmed, or None."""
        found: DescribeMeeting | None = cls(services, meeting, parent).asked()
        return found
