"""The columns of what may be linked to a clause."""

from boarddesk.services.by_hand import Linkable
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def linkable_columns() -> tuple[Column[Linkable], ...]:
    """The day it shows, what it is, and the words a person knows it by."""
    return (
        Column[Linkable](tr("Day"), lambda row: row.day, show=lambda day: show_date(day) if day else "",
                         width=104, align="right"),
        Column[Linkable](tr("What"), lambda row: tr(row.what), width=150),
        Column[Linkable](tr("Evidence"), lambda row: row.words, stretch=True, role="medium",
                         tooltip=lambda row: row.words),
    )  # fmt: skip
