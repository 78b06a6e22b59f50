"""Enter a demand for books and records: whose, for what purpose, and what it reaches."""

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from boarddesk.domain.document_room import FormalRecord, Production
from boarddesk.services.commands.productions import EnterDemand
from boarddesk.services.kind_words import choices_of
from boarddesk.services.production_view import next_number
from boarddesk.services.row_words import body_choices
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import CountField, DateField, LineField, TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

PREFIX = 3
"""So many letters of the company's short name are offered as prefix where it has no ticker."""


class DemandDialog(RegisterDialog):
    """What it reaches is searched anew each time; nothing is produced from here."""

    def __init__(self, services: Services, row: Production | None, parent: QWidget | None) -> None:
        verb, back = (tr("Save"), tr("Leave as is")) if row else (tr("Enter the demand"), tr("Enter none"))
        super().__init__(
            services, tr("Change the demand") if row else tr("What is demanded?"), verb, back,
            says=tr("A demand for books and records (8 Del. C. §220) is answered in five business days, and what it "
                    "may reach is kept: place a legal hold."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(640))
        company = self.record.company
        prefix = (company.ticker or company.brief)[:PREFIX].upper()
        self.row = row or Production(id="new", title="", received_on=services.today, prefix=prefix,
                                     first_number=next_number(services, prefix))  # fmt: skip
        there = self.row
        self.title: LineField = self.field(tr("Demand"), LineField(there.title, hint=tr("Demand of Fennel Ridge LP")))
        self.by = LineField(there.demanded_by, optional=True)
        self.received = DateField(there.received_on)
        self.beside((tr("Of whom"), self.by), (tr("Received on"), self.received), of=2)
        self.purpose: TextField = self.field(tr("Purpose stated"), TextField(there.purpose, lines=2, optional=True))
        self.kinds: PeopleChecks = self.field(
            tr("Records; none ticked means all"), PeopleChecks(choices_of(FormalRecord), there.kinds, optional=True)
        )
        self.bodies: PeopleChecks = self.field(
            tr("Bodies; none ticked means all"), PeopleChecks(body_choices(self.record), there.bodies, optional=True)
        )
        self.first, self.last = DateField(there.first, optional=True), DateField(there.last, optional=True)
        self.prefix, self.number = LineField(there.prefix), CountField(there.first_number)
        self.beside((tr("From"), self.first), (tr("until"), self.last), (tr("Prefix of the page numbers"), self.prefix),
                    (tr("First number"), self.number), of=4)  # fmt: skip
        self.note: TextField = self.field(tr("Note"), TextField(there.note, lines=2, optional=True))

    def command(self) -> EnterDemand:
        return EnterDemand(
            replace(
                self.row, title=self.title.text(), demanded_by=self.by.text().strip(),
                received_on=self.received.date(), purpose=self.purpose.value() or "",
                kinds=tuple(FormalRecord(kind) for kind in self.kinds.value()), bodies=self.bodies.value(),
                first=self.first.date(), last=self.last.date(), prefix=self.prefix.text().strip(),
                first_number=self.number.count() or 1, note=self.note.value() or "",
            )
        )  # fmt: skip

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, row: Production | None = None) -> EnterDemand | None:
        """The demand that was confirmed, or None."""
        found: EnterDemand | None = cls(services, row, parent).asked()
        return found
