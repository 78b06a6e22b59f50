"""The columns of what importing a table would do."""

from boarddesk.services.import_preview import ASK, FAULT, NEW, PreviewLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.register_words import tr

TONES = {NEW: "green", FAULT: "red", ASK: "amber"}


def import_columns() -> tuple[Column[PreviewLine], ...]:
    """What would become of each row of the file, and what the row says."""
    return (
        Column[PreviewLine](
            tr("Outcome"), lambda line: line.state, show=tr, width=110,
            tone=lambda line: TONES.get(line.state, "ink3"),
        ),
        Column[PreviewLine](tr("Entry"), lambda line: line.what, width=260, tooltip=lambda line: line.what),
        Column[PreviewLine](
            tr("What it says"), lambda line: line.detail, stretch=True, tooltip=lambda line: line.detail
        ),
    )  # fmt: skip
