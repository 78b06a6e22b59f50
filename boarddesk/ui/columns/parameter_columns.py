"""The columns of the values that the company supplies to the rules."""

from boarddesk.services.settings import ParameterLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.register_words import tr


def parameter_columns() -> tuple[Column[ParameterLine], ...]:
    """What, the value in force, its source."""
    return (
        Column[ParameterLine](
            tr("Value for the rules"), lambda line: line.title, stretch=True,
            width=300, tooltip=lambda line: f"{line.title}: {line.source}",
        ),
        Column[ParameterLine](
            tr("In force"), lambda line: line.value, width=140, role="medium",
            tone=lambda line: "ink" if line.own else "ink2", tooltip=lambda line: line.value,
        ),
        Column[ParameterLine](tr("Source"), lambda line: line.source, width=230, tooltip=lambda line: line.source),
        Column[ParameterLine](tr("Action"), lambda _line: tr("Set…"), look="action", align="right", width=70),
    )  # fmt: skip
