"""The columns of the Documents page's list."""

from PySide6.QtCore import QCoreApplication

from boarddesk.services.documents_list import Printable
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date

ICONS = {
    "compliance": "scale",
    "attendance": "users",
    "independence": "shield-check",
    "summary": "list-checks",
    "committees": "armchair",
    "related": "link",
    "clocks": "timer",
    "packet": "book-open",
    "agenda": "list",
    "script": "message-square-text",
    "minutes": "scroll-text",
    "roster": "users",
    "actions": "square-check",
    "completeness": "file-search",
    "resolutions": "list",
    "minute-book": "book-marked",
    "consent": "pen-line",
    "binder": "archive",
    "attended": "users",
    "authorities": "pen-line",
}


def packet_columns() -> tuple[Column[Printable], ...]:
    """What it is, of which day, and its state or size."""

    def tr(text: str) -> str:
        return QCoreApplication.translate("packet_columns", text)

    return (
        Column[Printable](
            tr("Document"),
            lambda row: row.title,
            stretch=True,
            role="medium",
            icon=lambda row: ICONS[row.kind],
            tooltip=lambda row: f"{row.title}, {row.detail}".rstrip(", "),
        ),
        Column[Printable](tr("Date"), lambda row: row.day, show=show_date, align="right", width=104),
        Column[Printable](tr("State"), lambda row: row.state, width=142, tooltip=lambda row: row.state),
    )
