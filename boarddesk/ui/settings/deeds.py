"""What the settings can do: each verb opens its dialog and runs the command that comes back."""

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.governance import GuidelineClause
from boarddesk.services.bus import Command
from boarddesk.services.clauses import Clause
from boarddesk.services.commands.remove_entry import RemoveEntry
from boarddesk.services.files import save
from boarddesk.services.guideline_book import row_of
from boarddesk.services.guideline_yaml import export_book
from boarddesk.services.settings import ParameterLine
from boarddesk.services.workspace import Services
from boarddesk.ui import files
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.register_words import tr

KINDS = "Books of guidelines (*.yaml)"


class SettingsDeeds(QObject):
    """`said` tells what was written to a file; changes of the record tell themselves."""

    said = Signal(str)

    def __init__(self, services: Services, page: QWidget) -> None:
        super().__init__(page)
        self.services, self._page = services, page

    def _do(self, command: Command | None) -> None:
        if command is not None:
            self.services.bus.do(command)

    def change_company(self) -> None:
        """The company's particulars."""
        from boarddesk.ui.dialogs.company_dialog import CompanyDialog

        self._do(CompanyDialog.ask(self._page, self.services))

    def change_habits(self) -> None:
        """How the company meets."""
        from boarddesk.ui.dialogs.habits_dialog import HabitsDialog

        self._do(HabitsDialog.ask(self._page, self.services))

    def set_value(self, line: ParameterLine) -> None:
        """A value of the rules."""
        from boarddesk.ui.dialogs.parameter_dialog import ParameterDialog

        self._do(ParameterDialog.ask(self._page, self.services, line))

    def adopt(self) -> None:
        """A new clause."""
        self._ask_clause(None)

    def amend(self, clause: Clause) -> None:
        """Other words from a day on, from which the form begins."""
        row = row_of(clause, self.services.day)
        self._ask_clause(replace(row, id=""))

    def readopt(self, clause: Clause) -> None:
        """A clause that was retired, in the words it had."""
        self.amend(clause)

    def correct(self, row: str) -> None:
        """A version as it was adopted."""
        self._ask_clause(self.services.record.get(GuidelineClause, row))

    def _ask_clause(self, version: GuidelineClause | None) -> None:
        from boarddesk.ui.dialogs.guideline_clause_dialog import GuidelineClauseDialog

        self._do(GuidelineClauseDialog.ask(self._page, self.services, version))

    def retire(self, clause: Clause) -> None:
        """A clause that is no longer in force."""
        from boarddesk.ui.dialogs.guideline_clause_retire_dialog import GuidelineClauseRetireDialog

        self._do(GuidelineClauseRetireDialog.ask(self._page, self.services, clause))

    def take_out(self, version: str) -> None:
        """A version that was never adopted."""
        row = self.services.record.get(GuidelineClause, version)
        question = tr("Take out the version of %1 from %2?")
        question = question.replace("%1", row.clause).replace("%2", show_date(row.effective_from))
        says = tr("Only for what the Board never adopted; a clause that ended is retired. It can be undone.")
        if Confirmation.ask(self._page, question, says, tr("Take it out"), tr("Keep it")):
            what = f"the version of {row.clause} from {show_date(row.effective_from)}"
            self._do(RemoveEntry(GuidelineClause.table, row.id, what))

    def import_book(self) -> None:
        """A book from a file, what would change being shown first."""
        from boarddesk.ui.dialogs.guidelines_import_dialog import GuidelinesImportDialog

        self._do(GuidelinesImportDialog.ask(self._page, self.services))

    def export_book(self) -> None:
        """The book as a file."""
        path = files.ask_save(self._page, tr("Export the guidelines"), "guidelines.yaml", tr(KINDS))
        if path is not None:
            save(path, export_book(self.services))
            self.said.emit(tr("Guidelines written to %1").replace("%1", path.name))
