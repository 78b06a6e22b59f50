"""Begin the plan of a packet with that of an earlier one."""

from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.packet_plan_copy import CopyPacketPlan
from boarddesk.services.packet_templates import earlier_meetings
from boarddesk.services.words import capital, meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr

MOST = 12
"""So many of the last meetings are offered: three years of quarters."""


class CopyPacketPlanDialog(FormDialog):
    """Which meeting’s plan, and whether the same papers are expected again."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("Which packet’s plan is copied?"), tr("Copy the plan"), tr("Keep the plan as it is"),
            says=tr("Order, dividers, readers and options are copied; papers are not."),
            attempt=services.bus.preview, parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        found = earlier_meetings(services.record, meeting)[:MOST]
        choices = [(one.id, capital(meeting_name(services.record, one))) for one in found]
        self.source: ChoiceField = self.field(
            tr("Meeting"), ChoiceField(choices, value=choices[0][0] if choices else None)
        )
        self.papers = QCheckBox(tr("Expect the same papers again"))
        self.papers.setAccessibleName(self.papers.text())
        self.papers.setChecked(True)
        self.add(self.papers)

    def command(self) -> CopyPacketPlan:
        return CopyPacketPlan(self._meeting.id, self.source.value(), self.papers.isChecked())

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> CopyPacketPlan | None:
        """The plan to be copied, or None."""
        found: CopyPacketPlan | None = cls(services, meeting, parent).asked()
        return found
