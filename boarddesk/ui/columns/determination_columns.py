"""The columns of the register of determinations."""

from boarddesk.services.register_lines import DeterminationLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def determination_columns() -> tuple[Column[DeterminationLine], ...]:
    """Who, under which standard, when, what the board decided."""
    return (
        Column[DeterminationLine](tr("Director"), lambda line: line.name, width=206, role="medium",
                                  tone=lambda line: "ink3" if line.superseded else "ink"),
        Column[DeterminationLine](tr("Standard"), lambda line: line.standard, width=184),
        Column[DeterminationLine](tr("Decided"), lambda line: line.decided, show=show_date, align="right", width=105),
        Column[DeterminationLine](
            tr("Outcome"),
            lambda line: tr("Independent") if line.independent else tr("Not independent"),
            width=152,
            mark=lambda line: "recorded" if line.independent else "not_independent",
            tone=lambda line: "green" if line.independent else "grey",
        ),
        Column[DeterminationLine](
            tr("Reasons"), lambda line: line.rationale, stretch=True,
            tooltip=lambda line: line.rationale,
        ),
        Column[DeterminationLine](
            tr("State"),
            lambda line: line.superseded,
            show=lambda old: tr("Superseded") if old else tr("In force"),
            width=95,
            tone=lambda line: "ink3" if line.superseded else "ink",
        ),
    )  # fmt: skip
