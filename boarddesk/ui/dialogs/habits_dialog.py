"""How the company likes to meet: what *Plan a year* begins with."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.services.choices import committee_choices
from boarddesk.services.commands.create_company import ChangeCompany
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.people_checks import PeopleChecks
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.dates import read_time, show_time
from boarddesk.ui.kit.fields import CountField, LineField, TimeField
from boarddesk.ui.register_words import tr

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class HabitsDialog(RegisterDialog):
    """Weeks after the quarter, weekday, times, place, committees, the quarter of the annual meeting."""

    def __init__(self, services: Services, parent: QWidget | None) -> None:
        super().__init__(
            services,
            tr("Change how the company meets"),
            tr("Save"),
            tr("Leave as is"),
            says=tr("A plan for a year begins with these; every date in it can still be changed."),
            parent=parent,
        )
        there = services.record.company.habits
        self.weeks = CountField(there.weeks_after_quarter_end, most=13)
        self.weekday = ChoiceField([(n, tr(day)) for n, day in enumerate(DAYS)], value=there.weekday)
        self.beside((tr("Weeks after the quarter ends"), self.weeks), (tr("Weekday of the board"), self.weekday))
        self.time = TimeField(read_time(there.time))
        self.hours = CountField(there.hours, least=1, most=24)
        self.session = CountField(there.session_minutes, least=5, most=600)
        self.beside(
            (tr("Board begins at"), self.time), (tr("Hours"), self.hours),
            (tr("Independent session, minutes"), self.session),
        )  # fmt: skip
        self.place = self.field(tr("Place"), LineField(there.place, optional=True))
        self.committee_time = TimeField(read_time(there.committee_time))
        self.before = CountField(there.committees_days_before, most=30)
        self.beside((tr("Committees begin at"), self.committee_time), (tr("Days before the board"), self.before))
        committees = committee_choices(self.record, services.day)
        self.committees = PeopleChecks(
            committees, there.committees or tuple(c for c, _name in committees), optional=True
        )
        if committees:
            self.field(tr("Committees that meet before each regular board meeting"), self.committees)
        self.quarter = CountField(there.annual_meeting_quarter, least=1, most=4)
        self.annual_time = TimeField(read_time(there.annual_meeting_time))
        self.beside((tr("Annual meeting in quarter"), self.quarter), (tr("Annual meeting begins at"), self.annual_time))

    def check(self) -> None:
        if self.committees.boxes and not self.committees.value():
            self.wrong(self.committees, tr("Tick one at least; the plan of a year lets you leave out any meeting."))

    def command(self) -> ChangeCompany:
        """The company with these habits."""
        company, ticked = self.services.record.company, self.committees.value()
        everyone = len(ticked) == len(self.committees.boxes)
        habits = msgspec.structs.replace(
            company.habits,
            weeks_after_quarter_end=self.weeks.count(),
            weekday=self.weekday.value(),
            time=show_time(self.time.time()),
            hours=self.hours.count(),
            session_minutes=self.session.count(),
            place=self.place.text().strip(),
            committee_time=show_time(self.committee_time.time()),
            committees_days_before=self.before.count(),
            committees=() if everyone else ticked,
            annual_meeting_quarter=self.quarter.count(),
            annual_meeting_time=show_time(self.annual_time.time()),
        )
        return ChangeCompany(msgspec.structs.replace(company, habits=habits))

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services) -> ChangeCompany | None:
        """The command the user confirmed, or None."""
        return cls(services, parent).asked()  # type: ignore[no-any-return]
