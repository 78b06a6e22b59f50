"""Go on after a recess, overnight too: when, and who came back."""

import datetime as dt

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.presence import present_at
from boarddesk.services.commands.hold_meeting_recess import ResumeMeeting
from boarddesk.services.sittings import open_recess, time_at
from boarddesk.services.words import meeting_title
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField, TimeField
from boarddesk.ui.meeting.words import people_choices, tr


class ResumeMeetingDialog(RegisterDialog):
    """Whoever is not ticked left with the recess; they may still arrive later."""

    def __init__(self, services: Services, meeting: Meeting, at: dt.datetime, parent: QWidget | None = None) -> None:
        pause = open_recess(services.record, meeting)
        since = pause.start if pause else at
        super().__init__(
            services, tr("Resume %1?").replace("%1", meeting_title(services.record, meeting)), tr("Resume"),
            tr("Stay in recess"),
            says=tr("In recess since %1. Whoever did not come back is taken to have left then.").replace(
                "%1", time_at(meeting, since)),
            parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        self.day, self.time = DateField(at.date()), TimeField(at.time())
        self.beside((tr("On"), self.day), (tr("At"), self.time))
        here = [stay.person for stay in present_at(services.record, meeting, since)]
        self._here = tuple(dict.fromkeys(here))
        self.people = PeopleChecks(people_choices(services.record, self._here), self._here, optional=True)
        self.field(tr("Back after the recess"), self.people)

    def command(self) -> ResumeMeeting:
        day, time = self.day.date(), self.time.time()
        assert day is not None  # noqa: S101 - the fields were checked
        assert time is not None  # noqa: S101 - the fields were checked
        back = set(self.people.value())
        gone = tuple(person for person in self._here if person not in back)
        return ResumeMeeting(self._meeting.id, dt.datetime.combine(day, time), gone)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, at: dt.datetime, parent: QWidget | None = None
    ) -> ResumeMeeting | None:
        """The resumption that was confirmed, or None."""
        found: ResumeMeeting | None = cls(services, meeting, at, parent).asked()
        return found
