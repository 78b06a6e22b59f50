"""The columns of the register of elections."""

from boarddesk.services.register_lines import ElectionLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.fields import show_count
from boarddesk.ui.register_words import tr


def election_columns() -> tuple[Column[ElectionLine], ...]:
    """When, which class, how many seats, the ballot, shares, quorum."""
    return (
        Column[ElectionLine](tr("Held on"), lambda line: line.held, show=show_date, align="right", width=105),
        Column[ElectionLine](tr("Class"), lambda line: line.class_, width=60),
        Column[ElectionLine](tr("Seats"), lambda line: line.seats, align="right", width=60),
        Column[ElectionLine](tr("Ballot"), lambda line: line.ballot, stretch=True, tooltip=lambda line: line.count),
        Column[ElectionLine](
            tr("Shares present"), lambda line: line.present, show=show_count, align="right", width=125
        ),
        Column[ElectionLine](
            tr("Outstanding"), lambda line: line.outstanding, show=show_count, align="right", width=125
        ),
        Column[ElectionLine](
            tr("Quorum"),
            lambda line: line.quorum,
            show=lambda quorum: {True: tr("Present"), False: tr("None")}.get(quorum, tr("Not recorded")),
            width=105,
        ),
    )
