"""Retire a clause of the company's guidelines from a day on."""

from PySide6.QtWidgets import QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.governance import GuidelineClause
from boarddesk.domain.motions import MotionKind
from boarddesk.services.bus import Command
from boarddesk.services.clauses import Clause
from boarddesk.services.commands.guideline_clauses import RetireClause
from boarddesk.services.guideline_checks import warnings_of_version
from boarddesk.services.guideline_versions import retirement
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.register_words import tr


class GuidelineClauseRetireDialog(RegisterDialog):
    """The day, the motion and the reason; the clause judges the days before."""

    def __init__(self, services: Services, guideline: Clause, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Retire %1, %2?").replace("%1", guideline.chip).replace("%2", guideline.title),
            tr("Retire"),
            tr("Keep it in force"),
            says=tr("Nothing is judged by it from that day on. The days before it stay judged as they were."),
            parent=parent,
        )
        self.clause = guideline
        self.start = self.field(tr("Not in force from"), DateField(services.day))
        self.motion = self.motion_field(tr("Decided by"), MotionKind.ADOPT_DOCUMENT)
        self.reason = self.field(tr("Why"), TextField(lines=2, optional=True))

    def check(self) -> None:
        """A clause that is not in force then cannot be retired."""
        if self.errors():
            return
        try:
            self.services.bus.preview(self.command())
        except UserError as refused:
            self.wrong(self.start, f"{refused.what} {refused.what_to_do}".strip())

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """The Board retires a clause by a motion; what is missing or odd there is asked."""
        del command
        return tuple(warnings_of_version(self.record, self._row()))

    def _row(self) -> GuidelineClause:
        return retirement(self.record, self.clause.id, self.start.date(), self.motion.value())

    def command(self) -> RetireClause:
        """The retirement that the form describes."""
        return RetireClause(self.clause.id, self.start.date(), self.motion.value(), self.reason.value() or "")

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, guideline: Clause) -> RetireClause | None:
        """The command the user confirmed, or None."""
        return cls(services, guideline, parent).asked()  # type: ignore[no-any-return]
