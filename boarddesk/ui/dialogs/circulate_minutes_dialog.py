"""Circulate the next version of minutes: to whom, and until when comments are taken."""

from datetime import date, timedelta

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minutes import versions_of
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.minutes_printing import has_annex
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.readers_form import ReadersForm
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.meeting.words import tr

DAYS_FOR_COMMENTS = 7


class Circulating(msgspec.Struct, frozen=True):
    """What was chosen: people of the record, others, the last day for comments, a note."""

    people: tuple[str, ...]
    others: tuple[str, ...]
    due: date | None
    note: str


class CirculateMinutesDialog(ReadersForm):
    """Nothing is sent by the program: the PDF is kept, and who got it is noted."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        record = services.record
        number = len(versions_of(record, meeting.id)) + 1
        says = tr("The PDF is kept here, and the record of the meeting is closed until the minutes are taken back.")
        if has_annex(record, meeting.id):
            says += " " + tr("The privileged annex is kept beside it, in a file of its own.")
        question = tr("Circulate version %1 of the minutes: %2").replace("%1", str(number))
        super().__init__(
            question.replace("%2", meeting_name(record, meeting)), tr("Circulate the minutes"), tr("Keep as a draft"),
            says=says, parent=parent,
        )  # fmt: skip
        self.ask_readers(record, readers(record, meeting, services.today), meeting.recording)
        self.due = DateField(services.today + timedelta(days=DAYS_FOR_COMMENTS), optional=True)
        self.beside((tr("Comments by"), self.due))
        self.note: TextField = self.field(tr("Note"), TextField(lines=2, optional=True))
        self._today = services.today

    def check(self) -> None:
        due = self.due.date()
        if due is not None and due < self._today:
            self.wrong(self.due, tr("That day is past."))
        self.require_readers(tr("Nobody is named to whom the minutes go."))

    def command(self) -> Circulating:
        return Circulating(self.people.value(), self.others_named(), self.due.date(), self.note.value() or "")

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> Circulating | None:
        """What was chosen, or None."""
        found: Circulating | None = cls(services, meeting, parent).asked()
        return found
