"""Issue the agenda: to whom it goes; the copy that went out is kept."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.agenda_issues import issued_agendas
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.presiding import default_recorder
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.readers_form import ReadersForm
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.meeting.words import tr


class Issuing(msgspec.Struct, frozen=True):
    """What was chosen: people of the record, others, a note."""

    people: tuple[str, ...]
    others: tuple[str, ...]
    note: str


class IssueAgendaDialog(ReadersForm):
    """Nothing is sent by the program: the PDF is kept as it is now, and who got it is noted."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        record = services.record
        number = len(issued_agendas(record, meeting.id)) + 1
        which = tr("Issue agenda %1: %2") if number > 1 else tr("Issue the agenda: %2")
        says = tr("The PDF is kept as it is now and shown from now on. Later changes go out as a new issue.")
        super().__init__(
            which.replace("%1", str(number)).replace("%2", meeting_name(record, meeting)), tr("Issue the agenda"),
            tr("Keep as a working copy"), says=says, parent=parent,
        )  # fmt: skip
        recorder = meeting.recording or default_recorder(record, meeting)
        self.ask_readers(record, readers(record, meeting, meeting.day), recorder)
        self.note: TextField = self.field(tr("Note"), TextField(lines=2, optional=True))

    def check(self) -> None:
        self.require_readers(tr("Nobody is named to whom the agenda goes."))

    def command(self) -> Issuing:
        return Issuing(self.people.value(), self.others_named(), self.note.value() or "")

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> Issuing | None:
        """What was chosen, or None."""
        found: Issuing | None = cls(services, meeting, parent).asked()
        return found
