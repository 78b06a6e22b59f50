"""Appoint a director to a vacant or new seat, or enter one who is in office already."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import MotionKind
from boarddesk.domain.people import How
from boarddesk.domain.terms import CLASSES
from boarddesk.services.board import may_join, next_label, seats_offered
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.appoint_director import AppointDirector
from boarddesk.services.people import people_named, term_end_year
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog, words_for
from boarddesk.ui.dialogs.year_field import YearField
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr


class AppointDirectorDialog(RegisterDialog):
    """The seat gives the class, and the class the year in which the term ends; both can be written over."""

    def __init__(self, services: Services, seat: str, parent: QWidget | None) -> None:
        says = tr("Who fills a vacancy serves to the next election of the class of the seat.")
        if not services.record.company.classified:
            says = tr("Who fills a vacancy serves to the next annual meeting.")
        question, verb, back = tr("Appoint a director"), tr("Appoint"), tr("Leave the board as it is")
        super().__init__(services, question, verb, back, says=says, parent=parent)
        day = services.day
        outside = {person.id for person in may_join(self.record, day)}
        people = tuple(person for person in people_named(self.record) if person.id in outside)
        self.offers = {offer.label or offer.class_: offer for offer in seats_offered(self.record, day)}
        hint = "" if people else tr("Everybody on record is a director. Add the person first.")
        self.person = self.field(tr("Who"), PersonField(people_choices(self.record, people)), hint)
        seats = [(key, offer.words) for key, offer in self.offers.items()]
        self.vacancy = ChoiceField(seats, optional=True, hint=tr("A new seat"))
        if seats:
            self.field(tr("Vacant seat"), self.vacancy)
        self.class_ = ChoiceField([(c, c) for c in CLASSES], optional=not self.record.company.classified)
        self.seat = LineField(optional=True, hint=tr("none"))
        self.ends = YearField(optional=not self.record.company.classified)
        classes = [(tr("Class"), self.class_)] if self.record.company.classified else []
        self.beside(*classes, (tr("Seat"), self.seat), (tr("Term ends at the annual meeting of"), self.ends))
        self.start = DateField(day)
        self.how = ChoiceField(words_for((How.APPOINTED, How.INITIAL, How.ELECTED)), value=How.APPOINTED)
        self.beside((tr("From"), self.start), (tr("How"), self.how))
        self.motion = self.motion_field(tr("Motion of the board"), MotionKind.FILL_VACANCY)
        self.note = self.field(tr("Note"), TextField(lines=2, optional=True))
        self.vacancy.changed.connect(lambda _value: self._take_seat())
        for widget in (self.class_, self.start, self.how):
            widget.changed.connect(lambda _value: self._work_out_end())
        self.class_.changed.connect(lambda _value: self._propose_label())
        only = next(iter(self.offers)) if len(self.offers) == 1 else ""
        self.vacancy.set_value(next((key for key in (seat, only) if key in self.offers), None))
        self._work_out_end()

    def _take_seat(self) -> None:
        offer = self.offers.get(self.vacancy.value() or "")
        if offer is not None:
            self.class_.set_value(offer.class_)
            self.seat.setText(offer.label)

    def _propose_label(self) -> None:
        if self.vacancy.value() is None and self.class_.value():
            self.seat.setText(next_label(self.record, self.class_.value()))

    def _work_out_end(self) -> None:
        class_, start, how = self.class_.value(), self.start.date(), self.how.value()
        if start and how and (class_ or not self.record.company.classified):
            # Who is in office already serves to the class's next election from today on.
            begins = max(start, self.services.day) if how == How.INITIAL else start
            self.ends.set_value(term_end_year(self.record, class_ or "", begins, How(how)))

    def command(self) -> AppointDirector:
        """The appointment that the form describes."""
        return AppointDirector(
            person=self.person.value(),
            class_=self.class_.value() or "",
            start=self.start.date(),  # type: ignore[arg-type]
            seat=self.seat.text(),
            how=How(self.how.value()),
            term_ends_year=self.ends.count(),
            motion=self.motion.value(),
            note=self.note.value() or "",
        )

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, seat: str = "") -> AppointDirector | None:
        """The command the user confirmed, or None; `seat` is the vacant seat to begin with."""
        return cls(services, seat, parent).asked()  # type: ignore[no-any-return]
