"""Name the nominees of one class before the meeting: who, by which motion approved, since when consenting."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import MotionKind
from boarddesk.domain.terms import CLASSES, appointments_on, expiry_year, seats_on
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.name_nominees import Named, NameNominees
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import CountField, DateField
from boarddesk.ui.meeting.words import tr

MOST = 6
"""Lines for nominees; a slate for one class is seldom longer, and a contested one fits."""


class NameNomineesDialog(RegisterDialog):
    """It begins with the incumbents of the class who stand again; nobody is seated by it."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("Who is nominated for %1?").replace("%1", meeting_name(services.record, meeting)),
            tr("Name them"), tr("Leave as is"), says=tr("The votes are entered after the meeting."), parent=parent,
        )  # fmt: skip
        self._meeting = meeting
        classified = self.record.company.classified
        classes = [(c, tr("Class %1").replace("%1", c)) for c in CLASSES] if classified else []
        self.class_ = ChoiceField(classes, value=self._due() if classified else None, optional=not classified)
        self.seats = CountField(None, least=1, most=99)
        self.beside(*([(tr("Class"), self.class_)] if classified else []), (tr("Seats"), self.seats))
        people = people_choices(self.record)
        self.nominees = [PersonField(people, optional=True) for _number in range(MOST)]
        for number in range(0, MOST, 2):
            self.beside(*(
                (tr("Nominee %1").replace("%1", str(n + 1)), self.nominees[n]) for n in (number, number + 1)
            ))  # fmt: skip
        self.motion = self.motion_field(tr("Approved by the motion"), MotionKind.NOMINATE)
        self.consented: DateField = self.field(
            tr("Consents to serve in hand on"),
            DateField(optional=True),
            tr("Each nominee’s written consent (S-K 401)."),
        )
        self.class_.changed.connect(lambda _value: self._begin())
        self._begin()

    def _due(self) -> str:
        """The class whose terms end at the meeting."""
        eve = self._meeting.scheduled_on or self.services.day
        due = (c for c in CLASSES if expiry_year(self.record, c, eve) == self._meeting.day.year)
        return next(due, CLASSES[0])

    def _begin(self) -> None:
        """The slate on record, else the incumbents who stand again."""
        class_ = self.class_.value() or ""
        held = self.record.where(Election, "meeting", self._meeting.id)
        there = next((row for row in held if row.class_ == class_), None)
        if there is not None:
            rows = self.record.where(Nominee, "election", there.id)
            people, seats = [row.person for row in rows], there.seats
            self.motion.set_value(next((row.nominated_by for row in rows if row.nominated_by), None))
            self.consented.set_date(max((row.consented_on for row in rows if row.consented_on), default=None))
        else:
            day = self._meeting.day
            terms = [term for term in appointments_on(self.record, day) if term.class_ == class_]
            people = [term.person for term in terms if term.will_not_stand_on is None]
            seats = len([seat for seat in seats_on(self.record, day) if seat.class_ == class_])
        self.seats.set_value(seats or None)
        for number, field in enumerate(self.nominees):
            field.set_value(people[number] if number < len(people) else None)

    def named(self) -> list[str]:
        """The people chosen."""
        return [person for field in self.nominees if (person := field.value()) is not None]

    def check(self) -> None:
        people = self.named()
        if not people:
            self.wrong(self.nominees[0], tr("Nobody is named yet."))
        elif len(set(people)) < len(people):
            self.refuse(tr("A nominee stands twice. Keep one of the two."))

    def command(self) -> NameNominees:
        motion, day = self.motion.value(), self.consented.date()
        return NameNominees(
            self._meeting.id, self.class_.value() or "", self.seats.count() or 0,
            tuple(Named(person, nominated_by=motion, consented_on=day) for person in self.named()),
        )  # fmt: skip

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> NameNominees | None:
        """The command that was confirmed, or None."""
        found: NameNominees | None = cls(services, meeting, parent).asked()
        return found
