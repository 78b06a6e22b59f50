"""The columns of a meeting's papers."""

from boarddesk.services.papers import PaperLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import tr


def paper_columns() -> tuple[Column[PaperLine], ...]:
    """Tab, title, file, pages, state."""
    return (
        Column[PaperLine](tr("Tab"), lambda p: p.tab, width=58),
        Column[PaperLine](tr("Paper"), lambda p: p.title, stretch=True, tooltip=lambda p: p.note or p.title),
        Column[PaperLine](tr("File"), lambda p: p.file_name, width=120, tooltip=lambda p: p.file_name),
        Column[PaperLine](
            tr("Pages"), lambda p: p.pages, show=lambda n: "" if n is None else str(n), width=62, align="right"
        ),
        Column[PaperLine](tr("State"), lambda p: p.state, width=136, mark=lambda p: p.mark),
    )
