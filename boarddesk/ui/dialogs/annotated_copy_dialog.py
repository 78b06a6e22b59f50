"""An annotated copy came back: whose, of which packet, and its file where there is one; what the policy says first."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import AnnotatedCopy
from boarddesk.services.annotated_copies import copies_out, warnings_of
from boarddesk.services.commands.annotated_copy import TakeBackCopy
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.packet_issues import BOOKS, issue_title, issues_of
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import people_choices, tr


class AnnotatedCopyDialog(FormDialog):
    """A file may be chosen or dropped; without one only the return of the paper copy is noted."""

    def __init__(
        self, services: Services, meeting: Meeting, parent: QWidget | None = None, *, path: Path | None = None
    ) -> None:
        record = services.record
        super().__init__(
            tr("An annotated copy came back: %1").replace("%1", meeting_name(record, meeting)),
            tr("Note it"), tr("Note nothing"), attempt=services.bus.preview, parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        for sentence in warnings_of(record, meeting, services.today):
            self.add(Text(sentence, "base", "amber", wrap=True))
        people = dict.fromkeys((*(copy.person for _issue, copy in copies_out(record, meeting.id) if copy.person),
                                *readers(record, meeting, meeting.day)))  # fmt: skip
        self.person: PersonField = self.field(tr("Whose copy"), PersonField(people_choices(record, tuple(people))))
        books = [(one.id, issue_title(record, one)) for one in issues_of(record, meeting.id) if one.kind in BOOKS]
        self.issue: ChoiceField = self.field(
            tr("Copy of"), ChoiceField(books, value=books[-1][0] if books else None, optional=True)
        )
        self.on = DateField(services.today)
        self.beside((tr("Came back on"), self.on))
        self.file: FileField = self.field(
            tr("File"), FileField(kept=False), tr("Choose or drop it; leave it out where a paper copy was destroyed.")
        )
        self.note: TextField = self.field(tr("Note"), TextField(lines=2, optional=True))
        self.setAcceptDrops(True)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Take a file that was dropped."""
        self.file.take_from(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.take(Path(event.mimeData().urls()[0].toLocalFile()))
        event.acceptProposedAction()

    def command(self) -> TakeBackCopy:
        person = self.person.value()
        day = self.on.date()
        if person is None or day is None:
            raise UserError(tr("It is not said whose copy it is."), what_to_do=tr("Choose the director."))
        row = AnnotatedCopy(
            id="new", meeting=self._meeting.id, issue=self.issue.value(), person=person, returned_on=day,
            file_name=self.file.file_name, note=(self.note.value() or "").strip(),
        )  # fmt: skip
        return TakeBackCopy(row, self.file.data or b"", self.file.media_type)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, parent: QWidget | None = None, *, path: Path | None = None
    ) -> TakeBackCopy | None:
        """The command that notes it, or None."""
        found: TakeBackCopy | None = cls(services, meeting, parent, path=path).asked()
        return found
