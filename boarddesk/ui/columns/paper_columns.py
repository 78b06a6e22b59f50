"""The columns of a meeting's papers."""

from boarddesk.services.papers import PaperLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import tr


def _particulars(paper: PaperLine) -> str:
    return "\n".join(part for part in (paper.title, paper.file_name, paper.note) if part)


def paper_columns() -> tuple[Column[PaperLine], ...]:
    """Tab, title, file, pages, state."""
    return (
        Column[PaperLine](tr("Tab"), lambda p: p.tab, width=58),
        Column[PaperLine](tr("Paper"), lambda p: p.title, stretch=True, tooltip=_particulars),
        Column[PaperLine](
            tr("Pages"), lambda p: p.pages, show=lambda n: "" if n is None else str(n), width=62, align="right"
        ),
        Column[PaperLine](tr("State"), lambda p: p.state, width=164, mark=lambda p: p.mark, tooltip=lambda p: p.state),
    )
