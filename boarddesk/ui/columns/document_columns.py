"""The columns of the register of governing documents."""

from boarddesk.services.register_lines import DocumentLine
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.register_words import tr


def document_columns() -> tuple[Column[DocumentLine], ...]:
    """Title, kind, version, the days it was adopted and is in force, and whether its file is here."""
    return (
        Column[DocumentLine](
            tr("Title"),
            lambda line: line.title,
            width=280,
            role="medium",
            stretch=True,
            tooltip=lambda line: line.title,
        ),
        Column[DocumentLine](tr("Kind"), lambda line: line.kind, width=104, tooltip=lambda line: line.kind),
        Column[DocumentLine](tr("Version"), lambda line: line.version, width=138, tooltip=lambda line: line.version),
        Column[DocumentLine](tr("Adopted"), lambda line: line.adopted, show=show_date, align="right", width=106),
        Column[DocumentLine](tr("In force from"), lambda line: line.start, show=show_date, align="right", width=106),
        Column[DocumentLine](tr("Until"), lambda line: line.end, show=show_date, align="right", width=106),
        Column[DocumentLine](
            tr("File"),
            lambda line: tr("Kept") if line.attachment else "",
            width=72,
            icon=lambda line: "paperclip" if line.attachment else "",
        ),
    )
