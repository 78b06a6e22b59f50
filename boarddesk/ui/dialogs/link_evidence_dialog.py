"""Link a row of the record to a clause as evidence: found by words and by days."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Finding
from boarddesk.services.by_hand import Linkable, days_beside, linkable, result_words
from boarddesk.services.clauses import chip_of
from boarddesk.services.commands.link_evidence import LinkEvidence
from boarddesk.services.row_words import clause_choices
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.linkable_columns import linkable_columns
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import DateField, LineField
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

WIDTH, HEIGHT = 720, 268


class LinkEvidenceDialog(RegisterDialog):
    """Beside one result, or, without one, for a clause that is chosen here."""

    def __init__(self, services: Services, finding: Finding | None, parent: QWidget | None) -> None:
        title, says = tr("Link evidence"), tr("What is linked is evidence of the clause on its own day.")
        if finding is not None:
            first, last = days_beside(services, finding)
            title = tr("Link evidence to %1, %2").replace("%1", chip_of(finding.clause))
            title = title.replace("%2", result_words(finding))
            says = tr("What is on record from %1 to %2. It is shown as linked by hand.")
            says = says.replace("%1", show_date(first)).replace("%2", show_date(last))
        super().__init__(services, title, tr("Link it"), tr("Link nothing"), says=says, parent=parent)
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self.finding = finding
        self.rows = linkable(services, finding)
        self.clause: ChoiceField | None = None
        if finding is None:
            choices = clause_choices("", every=True, record=self.record)
            self.clause = self.field(tr("Clause"), ChoiceField(choices))
        self.needle = LineField(optional=True, hint=tr("words or a name"))
        self.first, self.last = DateField(None, optional=True), DateField(None, optional=True)
        self.beside((tr("Find"), self.needle), (tr("From"), self.first), (tr("Until"), self.last), of=3)
        self.table = Table(
            linkable_columns(), name=tr("What may be linked"), key=lambda row: row.key,
            empty=EmptyState("file-search", tr("Nothing else is on record in that time")),
        )  # fmt: skip
        self.table.setMinimumHeight(Theme.current().px(HEIGHT))
        self.add(self.table)
        self.table.set_rows(self.rows)
        self.table.activated.connect(lambda _row: self.accept())
        self.note = self.field(tr("What it shows"), LineField(optional=True, hint=tr("in a few words")))
        for field in (self.needle, self.first, self.last):
            field.changed.connect(lambda _value: self._filter())

    def _filter(self) -> None:
        self.table.filter(self.needle.text(), self._within)

    def _within(self, row: Linkable) -> bool:
        first, last = self.first.date(), self.last.date()
        if first is None and last is None:
            return True
        return row.day is not None and (first is None or first <= row.day) and (last is None or row.day <= last)

    def check(self) -> None:
        """Something must be chosen."""
        if self.table.current() is None:
            self.refuse(tr("Nothing is chosen yet. Choose what is evidence."))

    def command(self) -> LinkEvidence:
        """The link that the form describes."""
        row: Linkable = self.table.current()
        clause = self.finding.clause if self.finding is not None else self.clause.value() if self.clause else ""
        return LinkEvidence(clause, row.table, row.id, self.services.today, self.note.text())

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, finding: Finding | None = None) -> LinkEvidence | None:
        """The command the user confirmed, or None; with a finding, what would stand beside it is offered."""
        return cls(services, finding, parent).asked()  # type: ignore[no-any-return]
