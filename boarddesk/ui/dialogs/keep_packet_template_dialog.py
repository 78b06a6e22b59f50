"""Keep the plan of a packet as a template."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.packet_template import KeepPacketTemplate
from boarddesk.services.words import body_short
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr


class KeepPacketTemplateDialog(FormDialog):
    """Its name, and whether it is for this body alone."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Keep this plan as a template?"), tr("Keep the template"), tr("Keep none"),
            says=tr("A template of the same name is replaced."), attempt=services.bus.preview, parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        self.name: LineField = self.field(tr("Name"), LineField())
        words = tr("Only for meetings of this body: %1").replace("%1", body_short(services.record, meeting.body))
        self.own = self.tick(words, on=True)

    def command(self) -> KeepPacketTemplate:
        return KeepPacketTemplate(self._meeting.id, self.name.text().strip(), self.own.isChecked())

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> KeepPacketTemplate | None:
        """The template to be kept, or None."""
        found: KeepPacketTemplate | None = cls(services, meeting, parent).asked()
        return found
