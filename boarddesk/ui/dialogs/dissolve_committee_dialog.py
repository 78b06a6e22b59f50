"""Dissolve a committee."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.committees import Committee
from boarddesk.services.commands.create_committee import DissolveCommittee
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.register_words import tr


class DissolveCommitteeDialog(RegisterDialog):
    """The day from which a committee is no more."""

    def __init__(self, services: Services, committee: Committee, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Dissolve the %1").replace("%1", committee.name),
            tr("Dissolve"),
            tr("Keep the committee"),
            says=tr("Its members and chair leave it on the same day; its meetings and minutes stay."),
            parent=parent,
        )
        self.committee = committee
        self.end = self.field(tr("First day without it"), DateField(services.day))

    def command(self) -> DissolveCommittee:
        """The end that the form describes."""
        return DissolveCommittee(self.committee.id, self.end.date())

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, committee: Committee) -> DissolveCommittee | None:
        """The command the user confirmed, or None."""
        return cls(services, committee, parent).asked()  # type: ignore[no-any-return]
