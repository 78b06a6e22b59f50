"""How the packet of a meeting is made, and by when it is to be with its readers."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.packets import PacketSheet
from boarddesk.services.commands.packet_arrange import PlanPacket
from boarddesk.services.kind_words import choices_of
from boarddesk.services.packet_parts import plan_of
from boarddesk.services.packet_view import CLEAR_DAYS, clear_before
from boarddesk.services.words import weekday_day
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr


class PacketOptionsDialog(FormDialog):
    """Size of the pages, dividers, watermark, encryption, and the day by which it is out."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            tr("How is the packet made?"), tr("Keep"), tr("Leave it as it is"), attempt=services.bus.preview,
            parent=parent,
        )  # fmt: skip
        self._plan = plan_of(services.record, meeting.id)
        plan = self._plan
        usual = tr("Five clear business days before the meeting: %1.").replace(
            "%1", weekday_day(clear_before(meeting.day, CLEAR_DAYS))
        )
        self.due: DateField = self.field(tr("Out by"), DateField(plan.due, optional=True), usual)
        self.sheet: ChoiceField = self.field(
            tr("Size of pages"), ChoiceField(choices_of(PacketSheet), value=plan.sheet)
        )
        self.dividers = self.tick(tr("A divider before each tab"), on=plan.dividers)
        self.watermark = self.tick(tr("Each copy bears its reader’s name across every page"), on=plan.watermark)
        self.encrypted = self.tick(tr("Each copy asks for a password of its reader’s own"), on=plan.encrypted)
        self.note: LineField = self.field(tr("Note"), LineField(plan.note, optional=True))

    def command(self) -> PlanPacket:
        return PlanPacket(
            replace(
                self._plan,
                due=self.due.date(),
                sheet=self.sheet.value(),
                dividers=self.dividers.isChecked(),
                watermark=self.watermark.isChecked(),
                encrypted=self.encrypted.isChecked(),
                note=self.note.text(),
            )
        )

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> PlanPacket | None:
        """The options that were confirmed, or None."""
        found: PlanPacket | None = cls(services, meeting, parent).asked()
        return found
