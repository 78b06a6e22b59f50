"""The column of what was found in minutes, motions, papers and documents."""

from PySide6.QtCore import QCoreApplication

from boarddesk.services.full_text import MARK, Hit
from boarddesk.ui.kit.columns import Column


def plain_snippet(hit: Hit) -> str:
    """The words around, on one line and without marks, from shortly before the first word found on."""
    text = hit.snippet
    first = text.find(MARK)
    start = text.rfind(" ", 0, max(0, first - LEAD)) + 1 if first > LEAD else 0
    shown = " ".join(text[start:].replace(MARK, "").split())
    return f"…{shown}" if start and not shown.startswith("…") else shown


LEAD = 30
"""Letters kept before the first word found."""


def found_columns() -> tuple[Column[Hit], ...]:
    """What it is and where it stands, with the words around below."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("found_columns", text)

    def title(hit: Hit) -> str:
        page = tr("page %1").replace("%1", str(hit.page)) if hit.page else ""
        privileged = tr("privileged") if hit.privileged else ""
        return " · ".join(
            part for part in (", ".join(p for p in (hit.title, page) if p), hit.where, privileged) if part
        )

    return (Column[Hit](tr("Found in"), title, stretch=True, role="medium", second=plain_snippet, tooltip=title),)
