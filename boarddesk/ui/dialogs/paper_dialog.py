"""Rename a paper, or put it under another item."""

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services.agenda_order import items_of
from boarddesk.services.bus import Command
from boarddesk.services.commands.papers_change import ChangePaper, MovePaper
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.meeting.words import tr

LAST = 999


class PaperDialog(FormDialog):
    """Title, item and place; the file itself stays as it was received."""

    def __init__(self, services: Services, meeting: Meeting, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(tr("Change the paper"), tr("Change"), tr("Leave it as it is"), parent=parent)
        self._paper = paper
        self.title: LineField = self.field(tr("Title"), LineField(paper.title))
        items = [(item.id, f"{item.position} {item.title}") for item in items_of(services.record, meeting.id)]
        self.item: ChoiceField = self.field(
            tr("Under item"), ChoiceField(items, value=paper.item, optional=True, hint=tr("Other papers"))
        )
        self.place: CountField = self.field(tr("Place under the item"), CountField(paper.position, least=1, most=LAST))
        self.confidential = QCheckBox(tr("Confidential"))
        self.confidential.setAccessibleName(tr("Confidential"))
        self.confidential.setChecked(paper.confidential)
        self.add(self.confidential)
        self.item.changed.connect(self._settle_place)

    def _settle_place(self, item: object) -> None:
        self.place.set_value(self._paper.position if item == self._paper.item else LAST)

    def command(self) -> tuple[Command, ...]:
        paper = self._paper
        changed = replace(paper, title=self.title.text().strip(), confidential=self.confidential.isChecked())
        commands: list[Command] = [ChangePaper(changed)] if changed != paper else []
        item, place = self.item.value(), self.place.count() or LAST
        if (item, place) != (paper.item, paper.position):
            commands.append(MovePaper(paper.id, item, place))
        return tuple(commands)

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, paper: Paper, parent: QWidget | None = None
    ) -> tuple[Command, ...] | None:
        """The changes that were confirmed, or None."""
        found: tuple[Command, ...] | None = cls(services, meeting, paper, parent).asked()
        return found
