"""The columns of the registers of legal holds and of disposals."""

from boarddesk.services.keeping_lines import DisposalLine, HoldLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def hold_columns() -> tuple[Column[HoldLine], ...]:
    """The matter, what is covered, since when, by whom, and whether it stands."""
    return (
        Column[HoldLine](tr("Matter"), lambda line: line.matter, width=220, tooltip=lambda line: line.matter),
        Column[HoldLine](tr("Covers"), lambda line: line.covers, stretch=True, tooltip=lambda line: line.covers),
        Column[HoldLine](tr("Placed"), lambda line: line.placed, show=show_date, align="right", width=105),
        Column[HoldLine](tr("By"), lambda line: line.placed_by, width=168),
        Column[HoldLine](tr("State"), lambda line: line.state, width=156, tone=lambda line: line.tone),
    )


def disposal_columns() -> tuple[Column[DisposalLine], ...]:
    """When, what, of which meeting, how much of it, under which policy."""
    return (
        Column[DisposalLine](tr("On"), lambda line: line.disposed, show=show_date, align="right", width=105),
        Column[DisposalLine](tr("What"), lambda line: line.what, width=210),
        Column[DisposalLine](tr("Of"), lambda line: line.of, stretch=True, tooltip=lambda line: line.of),
        Column[DisposalLine](tr("How much"), lambda line: line.description, width=190),
        Column[DisposalLine](tr("Policy"), lambda line: line.policy, width=230),
    )
