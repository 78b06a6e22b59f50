"""Place a legal hold: what it is about, and what it covers."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.keeping import LegalHold
from boarddesk.domain.people import Role
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.legal_hold import PlaceHold
from boarddesk.services.row_words import body_choices
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class PlaceHoldDialog(RegisterDialog):
    """Nothing that it covers is disposed of until its release; without bodies, people and days it covers all."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(
            services, tr("What must be kept?"), tr("Place the hold"), tr("Place none"),
            says=tr("While the hold lasts nothing that it covers is disposed of. It is ended by a release with its "
                    "reason, and never undone."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(560))
        record, day = services.record, services.today
        secretary = holder_of(record, Role.SECRETARY, day)
        self.matter: LineField = self.field(tr("Matter"), LineField(hint=tr("Inquiry of 2 November 2026")))
        self.reason: TextField = self.field(tr("Why"), TextField(lines=2, optional=True))
        self.bodies: PeopleChecks = self.field(
            tr("Bodies; none ticked means all"), PeopleChecks(body_choices(record), optional=True)
        )
        self.first, self.last = DateField(None, optional=True), DateField(None, optional=True)
        self.beside((tr("Meetings from"), self.first), (tr("until"), self.last))
        people = people_choices(record)
        self.people = [PersonField(people, optional=True) for _number in range(3)]
        self.beside(*((tr("Person %1").replace("%1", str(n)), field) for n, field in enumerate(self.people, 1)), of=3)
        self.add(Text(tr("A person’s meetings are those where that person was a member, was there or was talked of."),
                      "small", "ink3", wrap=True))  # fmt: skip
        self.placed, self.by = DateField(day), LineField(name_of(record, secretary), optional=True)
        self.beside((tr("Placed on"), self.placed), (tr("By"), self.by), of=2)

    def command(self) -> PlaceHold:
        hold = LegalHold(
            id="new", matter=self.matter.text().strip(), reason=self.reason.value() or "",
            people=tuple(dict.fromkeys(field.value() for field in self.people if field.value())),
            bodies=self.bodies.value(), first=self.first.date(), last=self.last.date(),
            placed_on=self.placed.date() or self.services.today, placed_by=self.by.text().strip(),
        )  # fmt: skip
        return PlaceHold(hold)

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> PlaceHold | None:
        """The hold that was confirmed, or None."""
        found: PlaceHold | None = cls(services, parent).asked()
        return found
