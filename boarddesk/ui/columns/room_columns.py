"""The columns of the document room's list."""

from boarddesk.services.document_room import RoomLine
from boarddesk.ui.documents.words import tr
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date


def room_columns() -> tuple[Column[RoomLine], ...]:
    """Title and version, how it stands, until when it is to be reviewed, whether its file is here."""

    def tone(line: RoomLine) -> str:
        return "ink" if line.latest or line.in_force else "ink2"

    return (
        Column[RoomLine](
            tr("Document"),
            lambda line: line.title,
            stretch=True,
            role="medium",
            tone=tone,
            second=lambda line: line.version,
            tooltip=lambda line: line.words,
        ),
        Column[RoomLine](
            tr("State"),
            lambda line: line.state,
            width=188,
            tone=tone,
            mark=lambda line: "done" if line.in_force else None,
            tooltip=lambda line: line.state,
        ),
        Column[RoomLine](
            tr("Review"),
            lambda line: line.review_due,
            show=show_date,
            width=122,
            mark=lambda line: line.review or None,
            tooltip=lambda line: tr("To be looked at again by this day") if line.review_due else "",
        ),
        Column[RoomLine](
            "",
            lambda line: bool(line.file),
            show=lambda _kept: "",
            width=28,
            icon=lambda line: "paperclip" if line.file else "",
            tooltip=lambda line: line.file,
        ),
    )
