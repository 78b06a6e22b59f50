"""The columns of the registers of committees' members and chairs."""

from boarddesk.services.register_lines import PlaceLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def chair_columns() -> tuple[Column[PlaceLine], ...]:
    """Committee, who chaired it, from and until."""
    return (
        Column[PlaceLine](tr("Committee"), lambda line: line.committee, width=220, role="medium", stretch=True),
        Column[PlaceLine](tr("Chair"), lambda line: line.name, width=210),
        Column[PlaceLine](tr("From"), lambda line: line.start, show=show_date, align="right", width=110),
        Column[PlaceLine](tr("Until"), lambda line: line.end, show=show_date, align="right", width=110),
    )


def member_place_columns() -> tuple[Column[PlaceLine], ...]:
    """Committee, member, from and until, and why it ended."""
    return (
        Column[PlaceLine](tr("Committee"), lambda line: line.committee, width=220, role="medium", stretch=True),
        Column[PlaceLine](tr("Member"), lambda line: line.name, width=200),
        Column[PlaceLine](tr("From"), lambda line: line.start, show=show_date, align="right", width=110),
        Column[PlaceLine](tr("Until"), lambda line: line.end, show=show_date, align="right", width=110),
        Column[PlaceLine](tr("Why it ended"), lambda line: line.why, width=120),
    )
