"""A director says that they will not stand again."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.people import Appointment
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.end_term import WillNotStand
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.register_words import tr


class WillNotStandDialog(RegisterDialog):
    """The day a director said so; the term runs on to its annual meeting."""

    def __init__(self, services: Services, term: Appointment, parent: QWidget | None) -> None:
        question = tr("%1 will not stand again").replace("%1", name_of(services.record, term.person))
        super().__init__(
            services,
            question,
            tr("Record it"),
            tr("Leave it open"),
            says=tr("The term runs on to its annual meeting. A Form 8-K clock may run from the day notice came."),
            parent=parent,
        )
        self.term = term
        self.said = self.field(tr("Notice came on"), DateField(term.will_not_stand_on or services.day))

    def command(self) -> WillNotStand:
        """The note on the term."""
        return WillNotStand(self.term.id, self.said.date())

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, term: Appointment) -> WillNotStand | None:
        """The command the user confirmed, or None."""
        return cls(services, term, parent).asked()  # type: ignore[no-any-return]
