"""Calendar: the year by bodies, a month, or a list; what is chosen is worked on at the right."""

import datetime as dt
from collections.abc import Callable
from typing import ClassVar

from boarddesk.domain.finding import Evidence
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.calendar_views import CalendarYear, Entry, calendar_year, year_words
from boarddesk.services.compliance import findings_for
from boarddesk.services.market_days import closing_names
from boarddesk.ui import files, jobs
from boarddesk.ui.calendar_lower import CalendarHalves, CalendarLower, scrolled
from boarddesk.ui.calendar_pictures import day_word, month_view, year_view
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, row
from boarddesk.ui.kit.dates import MONTHS
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.widgets.year_grid import YearGrid

LONG_MONTHS = 12


class CalendarPage(Page):
    """Year, month and list show the same meetings; the one chosen stays chosen."""

    title = "Calendar"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        self.year = self._fiscal.year_of(self.services.day)
        self.month = self.services.day.replace(day=1)
        self._chosen = ""
        self._closings: dict[int, dict[dt.date, str]] = {}
        self._build_header()
        # From the outside in: a tree of widgets that is put into its parent last is styled again at each level.
        self._year_card, self._lower = Card(), CalendarLower(self.services)
        self._halves = CalendarHalves(self._year_card, self._lower)
        self.body.addLayout(row(self._halves, margins=(16, 0, 16, 12)), 1)
        self.grid = YearGrid(name=self.tr("Meetings of the year"))
        self._year_card.body.addWidget(scrolled(self.grid))
        self.grid.chosen.connect(lambda key: self.ask_for(str(key)))
        self.grid.activated.connect(lambda key: self.open_meeting(str(key)))
        self.pieces = Pieces(self)
        self._filled = False

    def _build_lower(self) -> None:
        """What stands below the year: the month or the list, and the meeting chosen."""
        lower = self._lower
        lower.build()
        self.months, self.table, self.inspector, self.views = lower.months, lower.table, lower.inspector, lower.views
        lower.chosen.connect(self.ask_for)
        lower.opened.connect(self.open_meeting)
        lower.day_wanted.connect(self.schedule)
        lower.wanted.connect(self.wanted)
        lower.plan_in_sight.connect(self._show_plan)

    def _build_header(self) -> None:
        for icon, name, step in (("chevron-left", self.tr("Earlier"), -1), ("chevron-right", self.tr("Later"), 1)):
            turn: Callable[[], None] = lambda step=step: self.turn(step)  # type: ignore[misc] # noqa: E731
            self.add_beside_title(Button(icon=icon, kind="quiet", name=name, on_click=turn))
        self.shown_as = SegmentedControl(
            [("year", self.tr("Year")), ("month", self.tr("Month")), ("list", self.tr("List"))], name=self.tr("View")
        )
        self.shown_as.chosen.connect(lambda _value: self.refresh())
        self.add_header_widget(self.shown_as)
        self.add_action(self.tr("Export…"), self.export, icon="upload")
        self._schedule = self.add_action(self.tr("Schedule…"), self.schedule, icon="calendar-plus")
        self._plan = self.add_action(self.tr("Plan a year…"), self.plan, primary=True, icon="calendar-days")

    @property
    def _fiscal(self) -> FiscalCalendar:
        return FiscalCalendar(self.services.record.company.fiscal_year_end)

    def refresh(self) -> None:
        """Read the record as of the chosen day; when the page is first shown, one part after the other."""
        self.pieces.finish()
        self._show_head()
        self._show_year()
        if self._filled:
            self._show_lower()
            self.pieces.begin(self._judge, self._show_plan)
        else:
            self._filled = True
            self.pieces.begin(self._build_lower, self._lower.build_plan, self._show_lower, self._judge, self._show_plan)

    def _judge(self) -> None:
        """Judge the year, in a turn of its own: one that is long past was not judged before."""
        if self._lower.shows_plan:
            findings_for(self.services, self.year)

    def _show_plan(self) -> None:
        """The work plan of the year, where it is in sight."""
        plan = self._lower.plan
        if plan is not None and self._lower.shows_plan:
            plan.show_year(self.year)

    def _show_head(self) -> None:
        planned = year_words(self.services.record, self.year_to_plan())
        self._plan.setText(self.tr("Plan {year}…").format(year=planned))
        self._plan.setAccessibleName(self._plan.text())
        why = why_not_editable(self.services)
        for button in (self._plan, self._schedule):
            button.setEnabled(not why)
            button.setToolTip(why)

    def _show_year(self) -> None:
        self._view = calendar_year(self.services, self.year)
        self._entries = {entry.meeting.id: entry for entry in self._view.entries}
        self.set_title(year_words(self.services.record, self.year), self._view.counts)
        self.grid.set_view(year_view(self._view, self.services.day, day_word(self.services)))
        self._year_card.setMaximumHeight(self._year_card.sizeHint().height())
        self._halves.fit()

    def _show_lower(self) -> None:
        shown = self.shown_as.value()
        self._year_card.setVisible(shown == "year")
        self._lower.show_as(shown)
        self._lower.set_entries(self._view.entries)
        if shown == "month":
            self._show_month()
        if self._chosen not in self._entries:
            self._chosen = self._nearest(self._view)
        self._choose(self._chosen)

    def _show_month(self) -> None:
        self._learn_closings(self.month.year)
        view, count, entries = month_view(self.services, self.month, self._closings[self.month.year], self.tr)
        self._entries = {entry.meeting.id: entry for entry in entries}
        words = self.tr("{n} meeting") if count == 1 else self.tr("{n} meetings")
        self.set_title(f"{MONTHS[self.month.month - 1]} {self.month.year}", words.format(n=count))
        self.months.set_view(view)

    def _learn_closings(self, year: int) -> None:
        """Ask for the market's holidays of a year off the window's thread, where the first asking takes a while."""

        def learned(names: dict[dt.date, str]) -> None:
            self._closings[year] = names
            if self.shown_as.value() == "month" and self.month.year == year:
                self._show_month()

        if year not in self._closings:
            self._closings[year] = {}
            jobs.start(self, self.tr("Reading the market’s holidays"), lambda _progress: closing_names(year), learned)

    def _nearest(self, view: CalendarYear) -> str:
        """The next meeting from the as-of day on, else the last one."""
        entries = list(self._entries.values()) or list(view.entries)
        ahead = [entry for entry in entries if entry.meeting.day >= self.services.day]
        nearest = next(iter(ahead or entries[-1:]), None)
        return nearest.meeting.id if nearest is not None else ""

    def year_to_plan(self) -> int:
        """The fiscal year that the plan button offers: the one shown, or the next when that is well under way."""
        present = self._fiscal.year_of(self.services.today)
        late = self.services.today > self._fiscal.quarter_ends(self._fiscal.quarters(present)[2])
        return max(self.year, present + 1 if late else present)

    def turn(self, step: int) -> None:
        """Show the year, or the month, before or after."""
        if self.shown_as.value() == "month":
            number = self.month.year * LONG_MONTHS + self.month.month - 1 + step
            self.month = dt.date(number // LONG_MONTHS, number % LONG_MONTHS + 1, 1)
            self.year = self._fiscal.year_of(self.month)
        else:
            self.year += step
            self.month = self._fiscal.year_starts(self.year).replace(day=1)
        self.refresh()

    def choose(self, meeting_id: str) -> None:
        """Choose a meeting in every view and show it at the right."""
        self.pieces.finish()
        self._choose(meeting_id)

    def _choose(self, meeting_id: str) -> None:
        entry: Entry | None = self._entries.get(meeting_id)
        self._chosen = meeting_id if entry else ""
        self.grid.choose(meeting_id)
        self._lower.show_meeting(entry.meeting if entry else None, meeting_id)

    def ask_for(self, meeting_id: str) -> None:
        """Choose a meeting or a clock that somebody pointed at, and show it beside the work plan."""
        self.choose(meeting_id)
        self._lower.ask(asked=bool(meeting_id))

    def show_target(self, target: object) -> None:
        """Show the year of a meeting and choose it."""
        found = target.id if isinstance(target, Evidence) else str(target)
        meeting = self.services.shown.find(Meeting, found)
        if meeting is not None:
            self.year = self._fiscal.year_of(meeting.day)
            self.month = meeting.day.replace(day=1)
            self._chosen = meeting.id
            self.refresh()
            self.ask_for(meeting.id)

    def open_meeting(self, meeting_id: str) -> None:
        """Go to the Meetings page with this meeting."""
        if entry := self._entries.get(meeting_id):
            self.wanted.emit("meetings", Evidence(Meeting.table, meeting_id, entry.name))

    def schedule(self, day: dt.date | None = None) -> None:
        """Ask for a meeting and put it on the calendar."""
        from boarddesk.ui.dialogs.schedule_meeting_dialog import ScheduleMeetingDialog

        if why := why_not_editable(self.services):
            self.said.emit(why)
            return
        ScheduleMeetingDialog(self.services, day, attempt=self.services.bus.do, parent=self).asked()

    def plan(self) -> None:
        """Propose a year, and put what is accepted on the calendar as one step."""
        from boarddesk.ui.dialogs.plan_year_dialog import PlanYearDialog

        year = self.year_to_plan()
        if PlanYearDialog(self.services, year, attempt=self.services.bus.do, parent=self).asked() is not None:
            self.year = year
            self.refresh()

    def export(self) -> None:
        """Write the year shown as an iCalendar file."""
        name = f"{self.services.path.stem}-{self.year}.ics"
        path = files.ask_save(self, self.tr("Export to a calendar"), name, self.tr("Calendars (*.ics)"))
        if path is None:
            return
        from boarddesk.services.calendar import ics_of_year
        from boarddesk.services.files import save

        services, year = self.services, self.year
        said = self.tr("Calendar of {year} written to {name}").format(year=year, name=path.name)
        jobs.start(
            self,
            self.tr("Writing the calendar"),
            lambda _progress: save(path, ics_of_year(services, year)),
            lambda _value: self.said.emit(said),
        )
