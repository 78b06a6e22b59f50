"""Issue the packet: whose book, to whom, with which marks; or give further copies of the version that is out."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import Variant
from boarddesk.services.packet_copies import Giving, recipients_of
from boarddesk.services.packet_issues import book_out, book_words, readers_of, variants_for
from boarddesk.services.packet_notes import before_issuing, possible_readers
from boarddesk.services.packet_parts import plan_of
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.copies_form import CopiesForm
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import tr


class IssuePacketDialog(CopiesForm):
    """A new version of the book, kept as it goes out; with `further`, copies of the version that is out."""

    def __init__(
        self, services: Services, meeting: Meeting, parent: QWidget | None = None, *, further: bool = False
    ) -> None:
        record = services.record
        last = book_out(record, meeting.id)
        number = last.number + (not further) if last is not None else 1
        asks = tr("Give copies of version %1: %2") if further else tr("Issue the packet, version %1: %2")
        super().__init__(
            asks.replace("%1", str(number)).replace("%2", meeting_name(record, meeting)),
            tr("Make the copies") if further else tr("Issue the packet"),
            tr("Give none") if further else tr("Keep as a working copy"),
            says=tr("The copies are files that you send. Who got which, and its hash, is kept.") if further
            else tr("The book is kept as it is now. Later changes go out as a supplement that moves no page number."),
            parent=parent,
        )  # fmt: skip
        self._record, self._meeting = record, meeting
        self._books = variants_for(record, meeting)
        for sentence in () if further else before_issuing(record, meeting):
            self.add(Text(sentence, "base", "amber", wrap=True))
        self._further = further
        planned = plan_of(record, meeting.id)
        left, right = self.halves()
        self.fill(left, self._ask_whom)
        self.fill(right, lambda: self.ask_how(watermark=planned.watermark, encrypted=planned.encrypted))
        self.book.changed.connect(self._choose_book)

    def _ask_whom(self) -> None:
        record, meeting = self._record, self._meeting
        names = [(place, book_words(record, *book)) for place, book in enumerate(self._books)]
        self.book: ChoiceField = self.field(tr("Book"), ChoiceField(names, value=0))
        ticked = () if self._further else readers_of(record, meeting, *self._books[0])
        self.ask_people(record, possible_readers(record, meeting), ticked)

    def _choose_book(self, place: object) -> None:
        """Tick those whose book it is."""
        if isinstance(place, int) and not self._further:
            readers = readers_of(self._record, self._meeting, *self._books[place])
            for person, box in self.people.boxes.items():
                box.setChecked(person in readers)

    @property
    def chosen(self) -> tuple[Variant, str | None]:
        """The book of which copies are given."""
        place = self.book.value()
        return self._books[place if isinstance(place, int) else 0]

    def check(self) -> None:
        if not self.people.value() and not self.others_named():
            self.refuse(tr("Nobody is named to whom the packet goes."))

    def command(self) -> Giving:
        return self.giving(recipients_of(self._record, self.people.value(), self.others_named(), *self.chosen))

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, parent: QWidget | None = None, *, further: bool = False
    ) -> Giving | None:
        """What was chosen, or None."""
        found: Giving | None = cls(services, meeting, parent, further=further).asked()
        return found
