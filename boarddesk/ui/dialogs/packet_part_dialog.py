"""Who gets a part of the packet, and how it stands there."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import PacketPart, PartKind
from boarddesk.domain.terms import committees_on
from boarddesk.services.commands.packet_arrange import ChangePart
from boarddesk.services.packet_parts import title_of
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr


class PacketPartDialog(FormDialog):
    """In or out, its divider, whether management’s book has it, the committees whose book carries it."""

    def __init__(self, services: Services, meeting: Meeting, part: PacketPart, parent: QWidget | None = None) -> None:
        record = services.record
        question = tr("“%1” in the packet").replace("%1", title_of(record, part))
        super().__init__(question, tr("Keep"), tr("Leave it as it is"), attempt=services.bus.preview, parent=parent)
        self._part = part
        self.included = self.tick(tr("In the packet"), on=part.included)
        self.divider = self.tick(tr("A divider before it"), on=part.divider)
        self.divider.setVisible(part.kind is not PartKind.AGENDA)
        self.confidential = self.tick(tr("Confidential: not in management’s book"), on=part.confidential)
        self.confidential.setVisible(part.kind is not PartKind.AGENDA)
        own = part.title or ""
        self.title = LineField(own, optional=True, hint=title_of(record, replace(part, title="")))
        self.bodies = PeopleChecks([(c.id, c.name) for c in committees_on(record, meeting.day)], part.bodies,
                                   optional=True)  # fmt: skip
        if part.kind is not PartKind.AGENDA:
            self.field(tr("Heading in the packet"), self.title)
            self.field(tr("In the books of these committees"), self.bodies)

    def command(self) -> ChangePart:
        return ChangePart(
            replace(
                self._part,
                included=self.included.isChecked(),
                divider=self.divider.isChecked(),
                confidential=self.confidential.isChecked(),
                title=self.title.text().strip(),
                bodies=self.bodies.value(),
            )
        )

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, part: PacketPart, parent: QWidget | None = None
    ) -> ChangePart | None:
        """The change that was confirmed, or None."""
        found: ChangePart | None = cls(services, meeting, part, parent).asked()
        return found
