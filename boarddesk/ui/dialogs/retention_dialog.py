"""The company's retention policy: how many days after sealing each kind of thing is let go."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.company import ParameterValue
from boarddesk.domain.keeping import Disposable
from boarddesk.domain.retention import retention_days, retention_key
from boarddesk.services.commands.set_retention import SetRetention
from boarddesk.services.kind_words import DISPOSABLE
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import CountField, DateField, LineField
from boarddesk.ui.register_words import tr


class RetentionDialog(RegisterDialog):
    """Days by kind, from a day on, with the policy that says so; a kind without days is kept."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(
            services, tr("What does the company’s policy let go?"), tr("Set the policy"), tr("Leave it as it is"),
            says=tr("Days after the minutes are sealed. A kind without days is kept. The policy proposes; you decide "
                    "each time, and a legal hold comes before it."),
            parent=parent,
        )  # fmt: skip
        record, day = services.record, services.today
        self.days: dict[Disposable, CountField] = {
            what: self.field(tr(words), CountField(retention_days(record, what, day), optional=True))
            for what, words in DISPOSABLE.items()
        }
        for field in self.days.values():
            field.setPlaceholderText(tr("kept"))
        rows = [row for what in Disposable for row in record.where(ParameterValue, "key", retention_key(what))]
        cited = max(rows, key=lambda row: row.effective_from).citation if rows else ""
        self.start = DateField(day)
        self.citation = LineField(cited, hint=tr("Records policy, section 4"))
        self.beside((tr("In force from"), self.start), (tr("Source"), self.citation), of=2)

    def command(self) -> SetRetention:
        days = tuple((what, field.count()) for what, field in self.days.items())
        return SetRetention(days, self.start.date() or self.services.today, self.citation.text())

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> SetRetention | None:
        """The policy that was confirmed, or None."""
        found: SetRetention | None = cls(services, parent).asked()
        return found
