"""Choose who presides, and say why that person."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting, MeetingKind, PresidingBasis
from boarddesk.domain.people import Role
from boarddesk.domain.terms import chair_of, holder_of
from boarddesk.services.commands.hold_meeting_officers import ChoosePresiding
from boarddesk.services.live_people import eligible
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.meeting.words import BASES, choices, people_choices, tr


class ChoosePresidingDialog(RegisterDialog):
    """A member, on what ground, and by whom chosen where that is so (guidelines GL-3.6)."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Who presides?"), tr("Record who presides"), tr("Leave it as it is"),
            says=tr("Where neither chair nor lead is there, those present choose one of them; say so in the note."),
            parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        people = eligible(services.record, meeting)
        self.person: PersonField = self.field(
            tr("Presiding"), PersonField(people_choices(services.record, people), value=meeting.presiding)
        )
        self.basis: ChoiceField = self.field(
            tr("Ground"), ChoiceField(choices(BASES), value=meeting.presiding_basis or PresidingBasis.CHOSEN)
        )
        self.note: LineField = self.field(
            tr("Note"),
            LineField(meeting.presiding_note, optional=True, hint=tr("chosen by the independent directors present")),
        )
        self.person.changed.connect(self._settle_basis)

    def _settle_basis(self, person: object) -> None:
        record, day = self.services.record, self._meeting.day
        by_office = {holder_of(record, Role.LEAD, day): PresidingBasis.LEAD}
        if self._meeting.kind is not MeetingKind.SESSION:
            by_office[chair_of(record, self._meeting.body, day)] = PresidingBasis.CHAIR
        if isinstance(person, str):
            self.basis.set_value(by_office.get(person, PresidingBasis.CHOSEN))

    def command(self) -> ChoosePresiding:
        return ChoosePresiding(self._meeting.id, self.person.value(), self.basis.value(), self.note.text())

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> ChoosePresiding | None:
        """The choice that was confirmed, or None."""
        found: ChoosePresiding | None = cls(services, meeting, parent).asked()
        return found
