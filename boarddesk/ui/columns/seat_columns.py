"""The columns of the register of directors' terms."""

from boarddesk.services.register_lines import TermLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def seat_columns() -> tuple[Column[TermLine], ...]:
    """Who, which seat, how and from when, until when and why."""
    return (
        Column[TermLine](tr("Director"), lambda line: line.name, width=220, role="medium", stretch=True),
        Column[TermLine](tr("Class"), lambda line: line.class_, width=70),
        Column[TermLine](tr("Seat"), lambda line: line.seat, width=80),
        Column[TermLine](tr("How"), lambda line: line.how, width=120),
        Column[TermLine](tr("From"), lambda line: line.start, show=show_date, align="right", width=110),
        Column[TermLine](tr("Until"), lambda line: line.until, width=170),
        Column[TermLine](tr("Why it ended"), lambda line: line.why, width=120),
    )
