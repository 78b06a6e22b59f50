"""The columns of an agenda."""

from boarddesk.services.agenda import AgendaLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_time
from boarddesk.ui.meeting.words import OUTCOMES, PURPOSES, tr


def agenda_columns() -> tuple[Column[AgendaLine], ...]:
    """Number, start, title with its type, presenter, minutes, purpose, papers, clauses or outcome."""
    return (
        Column[AgendaLine](tr("No."), lambda i: i.number, width=44, align="right"),
        Column[AgendaLine](
            tr("Starts"),
            lambda i: i.starts,
            show=lambda at: show_time(at.time()) if at else "",
            width=64,
            align="right",
        ),
        Column[AgendaLine](
            tr("Item"),
            lambda i: i.title,
            stretch=True,
            role="medium",
            second=lambda i: i.under,
            tooltip=lambda i: i.title,
        ),
        Column[AgendaLine](tr("Presenter"), lambda i: i.presenter, width=164, tooltip=lambda i: i.presenter),
        Column[AgendaLine](
            tr("Min"), lambda i: i.minutes, show=lambda n: "" if n is None else str(n), width=48, align="right"
        ),
        Column[AgendaLine](
            tr("Purpose"),
            lambda i: tr(OUTCOMES[i.outcome]) if i.outcome else tr(PURPOSES[i.purpose]) if i.purpose else "",
            width=84,
        ),
        Column[AgendaLine](
            tr("Papers"), lambda i: i.papers, show=lambda n: str(n) if n else "", width=62, align="right"
        ),
    )
