"""The columns of the history: when, what, by whom."""

from datetime import datetime, time

from boarddesk.services.history import HistoryLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date, show_time
from boarddesk.ui.register_words import tr

MIDNIGHT = time()


def _when(moment: datetime) -> str:
    """A day alone where it has no time of day."""
    day = show_date(moment.date())
    return day if moment.time() == MIDNIGHT else f"{day}, {show_time(moment.time())}"


def history_columns() -> tuple[Column[HistoryLine], ...]:
    """Facts by their day, entries by the moment they were made."""
    return (
        Column[HistoryLine](tr("When"), lambda line: line.moment, show=_when, align="right", width=150),
        Column[HistoryLine](tr("What"), lambda line: line.what, stretch=True, tooltip=lambda line: line.what),
        Column[HistoryLine](tr("By whom"), lambda line: line.who, width=110),
    )
