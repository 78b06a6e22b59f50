"""The columns of the Calendar page's list of meetings."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from boarddesk.domain.record import Record
from boarddesk.services.calendar_views import Entry
from boarddesk.services.words import meeting_title
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date, show_time

STATES = {
    "planned": "Planned",
    "noticed": "Notice given",
    "in_session": "In session",
    "recessed": "In recess",
    "held": "Held",
    "adjourned": "Adjourned to a later date",
    "postponed": "Postponed",
    "cancelled": "Cancelled",
    "failed_quorum": "Failed for want of a quorum",
}
MARKS = {"planned": "planned", "noticed": "planned", "held": "met", "in_session": "planned", "recessed": "planned"}


def state_words(entry: Entry) -> str:
    """Where a meeting stands, for a person."""
    words = QCoreApplication.translate("meeting_states", STATES[entry.meeting.state.value])
    departs = QCoreApplication.translate("meeting_states", "departs")
    return f"{words}, {departs}" if entry.shown == "departs" else words


def meeting_day_columns(record: Callable[[], Record]) -> tuple[Column[Entry], ...]:
    """Day, time, body, what it is, where it stands; `record` gives the record shown."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("meeting_day_columns", text)

    return (
        Column[Entry](
            tr("Date"),
            lambda entry: entry.meeting.starts,
            show=lambda starts: show_date(starts.date(), weekday=True),
            align="right",
            width=138,
        ),
        Column[Entry](
            tr("Time"),
            lambda entry: None if entry.meeting.all_day else entry.meeting.starts.time(),
            show=show_time,
            align="right",
            width=56,
        ),
        Column[Entry](tr("Body"), lambda entry: entry.body.letter, look="token", width=52),
        Column[Entry](tr("Meeting"), lambda entry: meeting_title(record(), entry.meeting), stretch=True, role="medium"),
        Column[Entry](
            tr("State"),
            state_words,
            mark=lambda entry: (
                "not_met" if entry.shown == "departs" else MARKS.get(entry.meeting.state.value, "exempt")
            ),
            width=140,
        ),
    )
