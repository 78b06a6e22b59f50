"""The columns of the register of the board's sizes."""

from boarddesk.services.register_lines import SizeLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def size_columns() -> tuple[Column[SizeLine], ...]:
    """From when, how many seats, what set it."""
    return (
        Column[SizeLine](tr("From"), lambda line: line.start, show=show_date, align="right", width=110),
        Column[SizeLine](tr("Directors"), lambda line: line.size, align="right", width=90, role="medium"),
        Column[SizeLine](tr("Set by"), lambda line: line.source, stretch=True, tooltip=lambda line: line.source),
        Column[SizeLine](tr("Motion"), lambda line: line.motion, width=280, tooltip=lambda line: line.motion),
    )
