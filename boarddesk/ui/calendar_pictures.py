"""The calendar's meetings as the year grid and the month grid draw them."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from boarddesk.services.calendar_views import CalendarYear, Entry, entries_between
from boarddesk.services.clocks import ClockLine
from boarddesk.services.due_days import due_between
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.widgets.month_grid import MonthEntry, MonthView
from boarddesk.ui.widgets.year_grid import GridEntry, YearView

WEEKDAYS = ("Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")


def day_word(services: Services) -> str:
    """What stands beside the line of the as-of day: “today”, or “30 Jun” where another day is shown."""
    if services.day == services.today:
        return QCoreApplication.translate("calendar", "today")
    return show_date(services.day).rsplit(" ", 1)[0]


def year_view(view: CalendarYear, day: dt.date, today_word: str) -> YearView:
    """A fiscal year by bodies; sessions hang below their board meeting."""
    rows = {body.id: place for place, body in enumerate(view.bodies)}
    ends = [QCoreApplication.translate("calendar", "Due")] if view.dues else []
    dues = tuple(_due_entry(line, len(rows)) for line in view.dues)
    return YearView(
        first=view.first,
        rows=(*(body.name for body in view.bodies), *ends),
        entries=(*(_grid_entry(entry, rows) for entry in view.entries if entry.body.id in rows), *dues),
        quarters=tuple(f"Q{quarter.number}" for quarter in view.quarters),  # type: ignore[arg-type]
        today=day if view.first <= day <= view.last else None,
        today_word=today_word,
    )


def due_name(line: ClockLine) -> str:
    """A clock's last day in words: tooltip and what a screen reader says."""
    words = QCoreApplication.translate("calendar", "{title}, {clause}, due {day}. {told}")
    return words.format(title=line.title, clause=line.clause, day=show_date(line.due), told=line.words)


def _due_entry(line: ClockLine, row: int) -> GridEntry:
    return GridEntry(
        key=line.key, row=row, day=line.due, state="planned", name=due_name(line), mark=line.status, note=line.clause
    )


def _due_of_month(line: ClockLine) -> MonthEntry:
    letter = QCoreApplication.translate("calendar", "D")
    return MonthEntry(line.key, line.due, letter, line.clause, "proposed", due_name(line), special=True)


def _grid_entry(entry: Entry, rows: dict[str, int]) -> GridEntry:
    meeting = entry.meeting
    return GridEntry(
        key=meeting.id,
        row=rows[entry.body.id],
        day=meeting.day,
        state=entry.shown,
        name=entry.name,
        special=entry.special,
        linked_to=meeting.parent,
        mark="not_met" if entry.shown == "departs" else "",
        note=entry.note,
    )


def month_view(
    services: Services, first: dt.date, closings: Mapping[dt.date, str], tr: Callable[[str], str]
) -> tuple[MonthView, int, tuple[Entry, ...]]:
    """One month with its meetings and the market's holidays (`closings`); how many meetings there are."""
    last = first.replace(day=monthrange(first.year, first.month)[1])
    entries = entries_between(services.shown, first, last, services.findings())
    dues = due_between(services, first, last)
    notes = tuple((day, name) for day, name in closings.items() if first <= day <= last)
    view = MonthView(
        first=first,
        weekdays=tuple(tr(word) for word in WEEKDAYS),
        entries=tuple(
            MonthEntry(
                entry.meeting.id,
                entry.meeting.day,
                entry.body.letter,
                entry.body.name if entry.meeting.all_day else f"{entry.meeting.starts:%H:%M} {entry.body.name}",
                entry.shown,
                entry.name,
                entry.special,
                "" if entry.meeting.all_day else f"{entry.meeting.starts:%H:%M}",
            )
            for entry in entries
        )
        + tuple(_due_of_month(line) for line in dues),
        today=services.day if first <= services.day <= last else None,
        notes=notes,
    )
    return view, len(entries), entries
