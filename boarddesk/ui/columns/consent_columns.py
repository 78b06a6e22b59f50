"""The columns of the register of decisions between meetings."""

from boarddesk.services.register_lines import ConsentLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def consent_columns(body: int = 200) -> tuple[Column[ConsentLine], ...]:
    """When it was circulated, by whom it is decided (a column `body` px wide), what, and where it stands."""
    return (
        Column[ConsentLine](tr("Circulated"), lambda line: line.circulated, show=show_date, align="right", width=105),
        Column[ConsentLine](tr("Body"), lambda line: line.body, width=body, tooltip=lambda line: line.body),
        Column[ConsentLine](tr("Decision"), lambda line: line.what, stretch=True, tooltip=lambda line: line.what),
        Column[ConsentLine](tr("Form"), lambda line: line.kind, width=165),
        Column[ConsentLine](
            tr("State"), lambda line: line.state, width=194, tone=lambda line: line.tone,
            tooltip=lambda line: line.state,
        ),
    )  # fmt: skip
