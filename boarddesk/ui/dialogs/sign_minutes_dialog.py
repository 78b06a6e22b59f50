"""Record a signature in ink on minutes, with the signed scan."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import MinutesSignature, SigningCapacity
from boarddesk.domain.minutes import seal_of
from boarddesk.domain.people import Person
from boarddesk.services.commands.minutes_sign import Scan, SignMinutes
from boarddesk.services.minutes_circulation import readers
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.file_field import FileField
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.meeting.words import choices, people_choices, tr

CAPACITIES = {SigningCapacity.RECORDING: "Who recorded", SigningCapacity.PRESIDING: "Who presided"}


class SignMinutesDialog(RegisterDialog):
    """A signature by certificate is made when the minutes are sealed; here the one in ink is recorded."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        record = services.record
        sealed = seal_of(record, meeting.id) is not None
        super().__init__(
            services, tr("Record a signature: %1").replace("%1", meeting_name(record, meeting)),
            tr("Record the signature"), tr("Not signed yet"),
            says=tr("The minutes are sealed: the sealed copy stays as it is, and the signed paper is kept beside it.")
            if sealed else tr("The sealed copy will show it as “/s/ Name” with its day."),
            parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        given = {row.capacity for row in record.where(MinutesSignature, "meeting", meeting.id)}
        free = {capacity: words for capacity, words in CAPACITIES.items() if capacity not in given} or CAPACITIES
        self.capacity: ChoiceField = self.field(tr("Line"), ChoiceField(choices(free), value=next(iter(free))))
        near = (meeting.recording, meeting.presiding, *readers(record, meeting, meeting.day))
        people = dict.fromkeys(p for p in near if p and record.find(Person, p))
        self.person: PersonField = self.field(tr("Signed by"), PersonField(people_choices(record, list(people))))
        self.day = DateField(services.today)
        self.beside((tr("Signed on"), self.day))
        self.scan: FileField = self.field(
            tr("Signed scan"), FileField(kept=False, kinds=tr("Scans (*.pdf *.png *.jpg)")),
            tr("It can also be added later."),
        )  # fmt: skip
        self.capacity.changed.connect(lambda _value: self._propose())
        self._propose()

    def _propose(self) -> None:
        meeting = self._meeting
        recorded = self.capacity.value() is SigningCapacity.RECORDING
        self.person.set_value(meeting.recording if recorded else meeting.presiding)

    def command(self) -> SignMinutes:
        signature = MinutesSignature(
            id="new", meeting=self._meeting.id, person=self.person.value(), capacity=self.capacity.value(),
            signed_on=self.day.date() or self.services.today,
        )  # fmt: skip
        scan = Scan(self.scan.data, self.scan.media_type) if self.scan.data is not None else None
        return SignMinutes(signature, scan)

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> SignMinutes | None:
        """The command that was confirmed, or None."""
        found: SignMinutes | None = cls(services, meeting, parent).asked()
        return found
