"""Correct a term as director: class, seat, how, dates."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.people import Appointment, EndReason, How
from boarddesk.domain.terms import CLASSES, name_of
from boarddesk.services.bus import Command
from boarddesk.services.commands.end_term import EditTerm
from boarddesk.services.what_follows import what_follows_on_committees
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr


class EditTermDialog(RegisterDialog):
    """For a slip of the pen; a new term is made by an appointment or an election."""

    def __init__(self, services: Services, term: Appointment, parent: QWidget | None) -> None:
        question = tr("Correct a term of %1").replace("%1", name_of(services.record, term.person))
        super().__init__(services, question, tr("Save"), tr("Leave as is"), parent=parent)
        self.term = term
        self.class_ = ChoiceField([(c, c) for c in CLASSES], value=term.class_ or None, optional=True)
        self.seat = LineField(term.seat, optional=True)
        self.ends = YearField(term.term_ends_year, optional=True)
        classes = [(tr("Class"), self.class_)] if self.record.company.classified else []
        self.beside(*classes, (tr("Seat"), self.seat), (tr("Term ends at the annual meeting of"), self.ends))
        self.start = DateField(term.start)
        self.how = ChoiceField(words_for(How), value=term.how)
        self.beside((tr("From"), self.start), (tr("How"), self.how))
        self.end = DateField(term.end, optional=True)
        self.reason = ChoiceField(words_for(EndReason), value=term.end_reason, optional=True)
        self.beside((tr("First day out of office"), self.end), (tr("Why it ended"), self.reason))
        self.notice = DateField(term.notice_on, optional=True)
        self.said = DateField(term.will_not_stand_on, optional=True)
        self.beside((tr("Notice came on"), self.notice), (tr("Said they will not stand again"), self.said))
        self.note = self.field(tr("Note"), TextField(term.note, lines=2, optional=True))

    def check(self) -> None:
        """An end and its reason come together."""
        if self.reason.value() and self.end.date() is None:
            self.wrong(self.end, tr("Write the day, or take the reason away."))

    def command(self) -> EditTerm:
        """The term as it should read."""
        reason = self.reason.value()
        return EditTerm(
            msgspec.structs.replace(
                self.term,
                class_=self.class_.value() or "",
                seat=self.seat.text().strip(),
                term_ends_year=self.ends.count(),
                start=self.start.date(),
                how=How(self.how.value()),
                end=self.end.date(),
                end_reason=EndReason(reason) if reason else None,
                notice_on=self.notice.date(),
                will_not_stand_on=self.said.date(),
                note=self.note.value() or "",
            )
        )

    def brings_about(self, command: Command) -> tuple[str, ...]:
        """Which places on committees end with the term, or run on with it."""
        return what_follows_on_committees(self.services.bus, command)

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, term: Appointment) -> EditTerm | None:
        """The command the user confirmed, or None."""
        return cls(services, term, parent).asked()  # type: ignore[no-any-return]
