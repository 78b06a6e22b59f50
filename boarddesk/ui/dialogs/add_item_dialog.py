"""Put an item on an agenda."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting, Purpose
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.agenda_items import AddItem
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField, LineField
from boarddesk.ui.meeting.words import PURPOSES, TYPES, choices, tr


class AddItemDialog(RegisterDialog):
    """Title, type, presenter, minutes, purpose; the rest in the inspector. It comes after the item chosen."""

    def __init__(self, services: Services, meeting: Meeting, position: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("What shall be on the agenda?"), tr("Add the item"), tr("Leave the agenda as it is"),
            parent=parent,
        )  # fmt: skip
        self._meeting, self._position = meeting, position
        self.title: LineField = self.field(tr("Item"), LineField(hint=tr("Amendment of the credit facility")))
        self.type: ChoiceField = self.field(tr("Type"), ChoiceField(choices(TYPES), value=ItemType.OTHER))
        self.presenter: PersonField = self.field(
            tr("Presenter"), PersonField(people_choices(services.record), optional=True)
        )
        self.minutes = CountField(10, optional=True, most=1440)
        self.purpose = ChoiceField(choices(PURPOSES), value=Purpose.DISCUSS, optional=True)
        self.beside((tr("Minutes planned"), self.minutes), (tr("Purpose"), self.purpose))
        self.type.changed.connect(self._settle_title)

    def _settle_title(self, kind: object) -> None:
        known = {tr(words) for words in TYPES.values()}
        if isinstance(kind, ItemType) and kind is not ItemType.OTHER and self.title.text() in {"", *known}:
            self.title.setText(tr(TYPES[kind]))

    def command(self) -> AddItem:
        return AddItem(
            AgendaItem(
                id="new", meeting=self._meeting.id, position=self._position, title=self.title.text().strip(),
                type=self.type.value(), presenter=self.presenter.value(), minutes=self.minutes.count(),
                purpose=self.purpose.value(),
            )
        )  # fmt: skip

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, position: int = 0, parent: QWidget | None = None
    ) -> AddItem | None:
        """The item that was confirmed, or None."""
        found: AddItem | None = cls(services, meeting, position, parent).asked()
        return found
