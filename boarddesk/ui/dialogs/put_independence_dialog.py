"""Put the independence of directors to the board: the meeting, the item, the directors, the words."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.domain.terms import directors_on
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.put_independence import PutIndependence
from boarddesk.services.people import people_named
from boarddesk.services.rulings import meetings_to_come, proposed, resolution
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class PutIndependenceDialog(RegisterDialog):
    """Ticked are those whom no test bars; the words follow the ticks until they are written by hand."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        says = tr("A motion goes on the agenda. What it determines is recorded with the vote.")
        super().__init__(
            services, tr("Put independence to the Board"), tr("Put it on the agenda"), tr("Put nothing"), says=says,
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(640))
        serving = set(directors_on(self.record, services.day))
        people = [person.id for person in people_named(self.record) if person.id in serving]
        self.found = proposed(services, people, services.day)
        meetings = meetings_to_come(self.record)
        self.meeting = ChoiceField(meetings, value=meetings[0][0] if meetings else None,
                                   hint=tr("No meeting of the Board is planned"))  # fmt: skip
        self.item = ChoiceField((), optional=True, hint=tr("An item of its own"))
        self.beside((tr("Meeting of the Board"), self.meeting), (tr("Item"), self.item), of=2)
        names = {each.person: each.name for each in self.found}
        ticked = {each.person for each in self.found if each.outcome is not None}
        self.people: PeopleChecks = self.field(tr("Directors"), PeopleChecks(tuple(names.items()), ticked))
        against = dict.fromkeys(f"{each.name}: {each.why_not}." for each in self.found if each.person not in ticked)
        if against:
            self.add(Text("\n".join((tr("Not proposed by the worksheet:"), *against)), "small", "amber", wrap=True))
        waited = dict.fromkeys(f"{each.name}: {each.caution}." for each in self.found if each.caution)
        if waited:
            self.add(Text("\n".join(waited), "small", "ink2", wrap=True))
        self.text: TextField = self.field(tr("Motion"), TextField(lines=8, record=True))
        self._own = ""
        self.meeting.changed.connect(lambda _meeting: self._offer_items())
        self.people.changed.connect(lambda _people: self._write())
        self._offer_items()
        self._write()

    def _offer_items(self) -> None:
        """The items of the meeting that such a motion belongs under."""
        meeting = self.meeting.value()
        items: list[AgendaItem] = list(items_of(self.record, meeting)) if meeting else []
        self.item.set_choices([(item.id, f"{item.position} {item.title}") for item in items])
        self.item.set_value(next((item.id for item in items if item.type is ItemType.DETERMINATION), None))

    def _write(self) -> None:
        """The words of the motion, as long as nobody has changed them."""
        if self.text.toPlainText() == self._own:
            chosen = self.people.value()
            self._own = resolution([p for p in self.found if p.person in chosen], self.services.day)
            self.text.setPlainText(self._own)

    def command(self) -> PutIndependence:
        """The motion that the form describes."""
        return PutIndependence(
            self.meeting.value(), self.people.value(), self.text.toPlainText().strip(), self.item.value()
        )

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> PutIndependence | None:
        """The command the user confirmed, or None."""
        return cls(services, parent).asked()  # type: ignore[no-any-return]
