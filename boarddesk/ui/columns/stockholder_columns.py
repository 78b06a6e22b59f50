"""The columns of a meeting of stockholders: nominees with their tallies, matters with theirs."""

from boarddesk.services.stockholder_view import MatterLine, NomineeLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.fields import show_count
from boarddesk.ui.meeting.words import tr


def nominee_columns() -> tuple[Column[NomineeLine], ...]:
    """Who, for, withheld, broker non-votes, the share, the result."""
    return (
        Column[NomineeLine](tr("Nominee"), lambda n: n.name, stretch=True, role="medium", second=lambda n: n.nominated,
                            tooltip=lambda n: n.name),
        Column[NomineeLine](tr("For"), lambda n: n.shares_for, show=show_count, align="right", width=96),
        Column[NomineeLine](tr("Withheld"), lambda n: n.withheld, show=show_count, align="right", width=92),
        Column[NomineeLine](tr("Broker non-votes"), lambda n: n.broker_non_votes, show=show_count, align="right",
                            width=116),
        Column[NomineeLine](tr("% for"), lambda n: n.share, align="right", width=58),
        Column[NomineeLine](tr("Result"), lambda n: n.result, width=172, mark=lambda n: n.mark,
                            tooltip=lambda n: n.result),
    )  # fmt: skip


def matter_columns() -> tuple[Column[MatterLine], ...]:
    """Which, its tally, the result with its sum."""
    return (
        Column[MatterLine](tr("No."), lambda m: m.number, width=40),
        Column[MatterLine](tr("Matter"), lambda m: m.title, stretch=True, role="medium", second=lambda m: m.kind,
                           tooltip=lambda m: m.title),
        Column[MatterLine](tr("For"), lambda m: m.shares_for, show=show_count, align="right", width=96),
        Column[MatterLine](tr("Against"), lambda m: m.against, show=show_count, align="right", width=86),
        Column[MatterLine](tr("Abstained"), lambda m: m.abstained, show=show_count, align="right", width=82),
        Column[MatterLine](tr("Broker non-votes"), lambda m: m.broker_non_votes, show=show_count, align="right",
                           width=120),
        Column[MatterLine](tr("Result"), lambda m: m.result, width=178, mark=lambda m: m.mark, second=lambda m: m.sum,
                           tooltip=lambda m: f"{m.result}. {m.sum}"),
    )  # fmt: skip
