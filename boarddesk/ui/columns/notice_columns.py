"""The columns of the log of notice."""

from boarddesk.services.notice_view import PersonNotice
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.meeting.words import tr


def notice_columns() -> tuple[Column[PersonNotice], ...]:
    """Who, given when and how, what is known of it, the waiver, where that leaves them."""
    return (
        Column[PersonNotice](tr("Person"), lambda n: n.name, width=206, role="medium"),
        Column[PersonNotice](tr("Notice"), lambda n: n.given, stretch=True, second=lambda n: n.how,
                             tooltip=lambda n: f"{n.given}, {n.how}".strip(", ")),
        Column[PersonNotice](tr("Known of it"), lambda n: n.result, width=146, tooltip=lambda n: n.result),
        Column[PersonNotice](tr("Waiver"), lambda n: n.waiver, width=128,
                             icon=lambda n: "paperclip" if n.waiver_file else "",
                             tooltip=lambda n: tr("Enter opens the signed waiver") if n.waiver_file else ""),
        Column[PersonNotice](tr("Standing"), lambda n: n.standing, width=104, mark=lambda n: n.mark or None),
    )  # fmt: skip
