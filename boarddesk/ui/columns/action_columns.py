"""The columns of a meeting's actions."""

from boarddesk.services.meeting_overview import ActionLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.meeting.words import tr


def action_columns() -> tuple[Column[ActionLine], ...]:
    """What is to be done, by whom, by when, and where it stands."""
    return (
        Column[ActionLine](tr("Action"), lambda a: a.text, stretch=True, tooltip=lambda a: a.text),
        Column[ActionLine](tr("Owner"), lambda a: a.owner, width=140),
        Column[ActionLine](tr("Due"), lambda a: a.due, show=show_date, width=104, align="right"),
        Column[ActionLine](
            tr("State"),
            lambda a: a.state,
            width=184,
            mark=lambda a: "done" if a.done else "overdue" if a.late else "not_yet_due",
        ),
    )
