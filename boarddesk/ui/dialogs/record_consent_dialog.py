"""Circulate a unanimous written consent (8 Del. C. §141(f))."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import BOARD
from boarddesk.domain.motions import Motion
from boarddesk.services.choices import committee_choices
from boarddesk.services.commands.consents_circulate import CirculateConsent
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.meeting.words import kind_choices, tr


class RecordConsentDialog(RegisterDialog):
    """Body, day, the resolution with its kind; it takes effect when every member has signed and delivered."""

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("What shall be decided without a meeting?"), tr("Circulate the consent"), tr("Not yet"),
            says=tr("It takes effect once every member then in office has signed and delivered. "
                    "Circulating cannot be undone; the consent can be withdrawn until then."),
            parent=parent,
        )  # fmt: skip
        record, day = services.record, services.today
        bodies = [(BOARD, body_short(record, BOARD)), *committee_choices(record, day)]
        self.body: ChoiceField = self.field(tr("Body"), ChoiceField(bodies, value=BOARD))
        self.day: DateField = self.field(tr("Circulated on"), DateField(day))
        self.kind: ChoiceField = self.field(tr("Kind"), ChoiceField(kind_choices(), value=kind_choices()[0][0]))
        self.text: TextField = self.field(
            tr("Resolution"), TextField(lines=4, record=True, hint=tr("RESOLVED, that …"))
        )
        self.note: LineField = self.field(tr("Note"), LineField(optional=True))

    def command(self) -> CirculateConsent:
        body = self.body.value()
        motion = Motion(id="new", body=body, text=self.text.toPlainText(), kind=self.kind.value())
        return CirculateConsent(body, self.day.date() or self.services.today, (), (motion,), self.note.text())

    @classmethod
    def ask(cls, services: Services, parent: QWidget | None = None) -> CirculateConsent | None:
        """The consent that was confirmed, or None."""
        found: CirculateConsent | None = cls(services, parent).asked()
        return found
