"""The columns of Home's list of what is asked for."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication

from boarddesk.services.home import Need
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import MONTHS, WEEKDAYS


def due_words(day: date | None, today: date) -> str:
    """A due date with its weekday, since one must act on it; the year only where it is another."""
    if day is None:
        return ""
    words = f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
    return words if day.year == today.year else f"{words} {day.year}"


def duty_columns(today: Callable[[], date]) -> tuple[Column[Need], ...]:
    """What, under which clause, until when, and the one action; `today` gives the as-of day."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("duty_columns", text)

    return (
        Column[Need](
            tr("What needs you"),
            lambda need: need.title,
            width=260,
            stretch=True,
            mark=lambda need: (need.status, need.origin) if need.status else None,
            icon=lambda need: "" if need.status else "mail",
            second=lambda need: need.second,
            tooltip=lambda need: need.second,
            role="medium",
        ),
        Column[Need](tr("Clause"), lambda need: need.clause, look="clause", law=lambda need: need.law, width=116),
        Column[Need](
            tr("Due"),
            lambda need: need.due or date.max,
            show=lambda day: due_words(None if day == date.max else day, today()),
            align="right",
            width=128,
            second=lambda need: need.left,
            second_tone=lambda need: "orange" if need.late else "ink2",
        ),
        Column[Need](tr("Action"), lambda need: need.action, look="action", align="right", width=136),
    )
