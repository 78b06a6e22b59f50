"""Print a reading copy of the packet: whose book, two pages to a sheet, tabs on right-hand pages."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.packet_files import BookCopy
from boarddesk.services.packet_issues import book_words, variants_for
from boarddesk.services.packet_notes import possible_readers
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import people_choices, tr


class ReadingCopyDialog(FormDialog):
    """The system's own dialog follows, with the printer and the pages."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        record = services.record
        super().__init__(
            tr("Print a reading copy: %1").replace("%1", meeting_name(record, meeting)), tr("Print…"),
            tr("Print nothing"), says=tr("The packet as it is now, made for paper."), parent=parent,
        )  # fmt: skip
        self._books = variants_for(record, meeting)
        names = [(place, book_words(record, *book)) for place, book in enumerate(self._books)]
        self.book: ChoiceField = self.field(tr("Book"), ChoiceField(names, value=0))
        people = people_choices(record, possible_readers(record, meeting))
        self.person: PersonField = self.field(
            tr("For"), PersonField(people, optional=True), tr("Their copy leaves out the papers withheld from them.")
        )
        self.two_up = self.tick(tr("Two pages side by side on a sheet"))
        self.right_hand = self.tick(tr("Tabs begin on a right-hand page; blank pages fill up"))

    def command(self) -> BookCopy:
        place = self.book.value()
        book = self._books[place if isinstance(place, int) else 0]
        return BookCopy(
            *book, self.person.value(), two_up=self.two_up.isChecked(), right_hand=self.right_hand.isChecked()
        )

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> BookCopy | None:
        """What was chosen, or None."""
        found: BookCopy | None = cls(services, meeting, parent).asked()
        return found
