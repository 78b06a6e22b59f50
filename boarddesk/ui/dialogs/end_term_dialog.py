"""A director leaves the board."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.people import Appointment, EndReason
from boarddesk.domain.terms import name_of
from boarddesk.services.commands.end_term import EndTerm
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, TextField
from boarddesk.ui.register_words import tr

REASONS = (EndReason.RESIGNED, EndReason.RETIRED, EndReason.REMOVED, EndReason.DIED, EndReason.OTHER)


class EndTermDialog(RegisterDialog):
    """Why, the day notice came, and the day from which the seat is vacant."""

    def __init__(self, services: Services, term: Appointment, parent: QWidget | None) -> None:
        question = tr("%1 leaves the board").replace("%1", name_of(services.record, term.person))
        super().__init__(
            services,
            question,
            tr("Record it"),
            tr("Stays on the board"),
            says=tr("Places on committees and the roles of a director end on the same day."),
            parent=parent,
        )
        self.term = term
        self.reason = self.field(
            tr("Why"), ChoiceField(words_for(REASONS), value=term.end_reason or EndReason.RESIGNED)
        )
        self.notice = DateField(term.notice_on, optional=True)
        self.end = DateField(term.end or services.day)
        self.beside((tr("Notice came on"), self.notice), (tr("First day out of office"), self.end))
        self.note = self.field(tr("Note"), TextField(lines=2, optional=True))
        self.reason.changed.connect(lambda _value: self._settle_notice())

    def _settle_notice(self) -> None:
        self.notice.setEnabled(self.reason.value() not in {EndReason.DIED, EndReason.REMOVED})

    def check(self) -> None:
        """A notice comes before it takes effect."""
        notice, end = self.notice.date(), self.end.date()
        if self.notice.isEnabled() and notice and end and notice > end:
            self.wrong(self.notice, tr("It takes effect before it came. Correct one of the two dates."))

    def command(self) -> EndTerm:
        """The end that the form describes."""
        notice = self.notice.date() if self.notice.isEnabled() else None
        end, reason = self.end.date(), EndReason(self.reason.value())
        return EndTerm(self.term.id, end, reason, notice, self.note.value() or "")  # type: ignore[arg-type]

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, term: Appointment) -> EndTerm | None:
        """The command the user confirmed, or None."""
        return cls(services, term, parent).asked()  # type: ignore[no-any-return]
