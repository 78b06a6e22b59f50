"""Note a comment on circulated minutes."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import MinutesComment
from boarddesk.domain.minutes import versions_of
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.minutes_comments import ReceiveComment
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.words import meeting_name, short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.meeting.words import tr


class ReceiveCommentDialog(RegisterDialog):
    """Whose it is, on which version, on which place, and in which words."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        record = services.record
        super().__init__(
            services, tr("Note a comment: %1").replace("%1", meeting_name(record, meeting)), tr("Note the comment"),
            tr("Note nothing"), parent=parent,
        )  # fmt: skip
        versions = tuple(reversed(versions_of(record, meeting.id)))
        sent = dict.fromkeys((*(p for v in versions for p in v.people), *readers(record, meeting, services.today)))
        people = [(person, name_of(record, person)) for person in sent]
        self.person: PersonField = self.field(tr("From"), PersonField(people, optional=True))
        self.author: LineField = self.field(
            tr("Or somebody else"), LineField(optional=True), tr("Such as counsel, by name")
        )
        offered = [(v.id, tr("Version %1, %2").replace("%1", str(v.number)).replace("%2", short_day(v.circulated_on)))
                   for v in versions]  # fmt: skip
        self.version = ChoiceField(offered, value=offered[0][0] if offered else None)
        self.received = DateField(services.today)
        self.beside((tr("On"), self.version), (tr("Received"), self.received), of=2)
        self.place: LineField = self.field(
            tr("Place"), LineField(optional=True, hint=tr("page 3, line 15")), tr("Page and line of the draft")
        )
        self.words: TextField = self.field(tr("Comment"), TextField(lines=4))

    def check(self) -> None:
        if self.person.value() is None and not self.author.text().strip():
            self.wrong(self.person, tr("Say whose comment it is."))

    def command(self) -> ReceiveComment:
        return ReceiveComment(
            MinutesComment(
                id="new", version=self.version.value(), person=self.person.value(), author=self.author.text().strip(),
                received_on=self.received.date() or self.services.today, place=self.place.text().strip(),
                text=self.words.value() or "",
            )
        )  # fmt: skip

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> ReceiveComment | None:
        """The command that was confirmed, or None."""
        found: ReceiveComment | None = cls(services, meeting, parent).asked()
        return found
