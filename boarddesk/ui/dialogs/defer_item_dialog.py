"""Put an item off to another meeting."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AHEAD, AgendaItem, Meeting
from boarddesk.services.commands.agenda_outcome import DeferItem
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField
from boarddesk.ui.meeting.words import tr


class DeferItemDialog(RegisterDialog):
    """The meetings still ahead, those of the same body first."""

    def __init__(self, services: Services, meeting: Meeting, item: AgendaItem, parent: QWidget | None = None) -> None:
        super().__init__(
            services,
            tr("Defer “%1”?").replace("%1", item.title),
            tr("Defer the item"),
            tr("Keep it on this agenda"),
            says=tr("A copy of its papers, and a motion that was not put yet, go with it."),
            parent=parent,
        )
        self._item = item
        record = services.record
        later = [m for m in record.all(Meeting) if m.state in AHEAD and m.id != meeting.id and m.day >= services.day]
        later.sort(key=lambda m: (m.body != meeting.body, m.starts))
        self.to: ChoiceField = self.field(
            tr("To"),
            ChoiceField([(m.id, meeting_name(record, m)) for m in later], value=later[0].id if later else None),
        )
        self.reason: LineField = self.field(tr("Reason"), LineField(item.reason, optional=True))

    def command(self) -> DeferItem:
        return DeferItem(self._item.id, self.to.value(), self.reason.text())

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, item: AgendaItem, parent: QWidget | None = None
    ) -> DeferItem | None:
        """The deferral that was confirmed, or None."""
        found: DeferItem | None = cls(services, meeting, item, parent).asked()
        return found
