"""What committees recommended to the Board: where each stands, and putting one to a meeting of the Board."""

from typing import Any

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.motions import Motion
from boarddesk.services.commands.recommend import PutToBoard
from boarddesk.services.recommendations import (
    RecommendationLine,
    board_meetings_ahead,
    recommendation_lines,
)
from boarddesk.services.words import capital, meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.meeting.words import tr


def recommendation_columns() -> tuple[Column[RecommendationLine], ...]:
    """The committee and day, what it recommends, and what came of it."""
    return (
        Column[RecommendationLine](
            tr("Committee"), lambda r: r.committee, width=184, role="medium",
            second=lambda r: show_date(r.decided.date()) if r.decided else "",
        ),
        Column[RecommendationLine](tr("Recommends"), lambda r: r.what, stretch=True, tooltip=lambda r: r.what),
        Column[RecommendationLine](
            tr("To the Board"),
            lambda r: capital(r.words.rpartition(": ")[2]),
            second=lambda r: r.words.rpartition(": ")[0],
            width=236,
            tooltip=lambda r: r.words,
            mark=lambda r: "due_soon" if r.waits else "done",
        ),
    )  # fmt: skip


class RecommendationsDialog(RegisterDialog):
    """Those that wait come first; Enter on a line that does not wait opens its meeting."""

    def __init__(self, services: Services, meeting: Meeting, parent: QWidget | None = None) -> None:
        super().__init__(
            services, tr("What did committees recommend to the Board?"), tr("Put it to the Board"), tr("Close"),
            parent=parent,
        )  # fmt: skip
        theme = Theme.current()
        self.setMinimumWidth(theme.px(760))
        self._meeting = meeting
        self.opens = ""
        empty = EmptyState("gavel", tr("No committee recommended anything to the Board yet"))
        self.table = Table(
            recommendation_columns(), name=tr("Recommendations"), row_height=ROW_TWO_LINES, sortable=False, empty=empty,
            keys=[("Enter", tr("open its meeting"))],
        )  # fmt: skip
        self.table.setMinimumHeight(theme.px(300))
        self.table.set_rows(recommendation_lines(services.record))
        self.add(self.table)
        self.at: ChoiceField = self.field(tr("Meeting of the Board"), ChoiceField((), optional=True))
        self.table.selected.connect(self._choose)
        self.table.activated.connect(self._open)
        self.table.select_first()
        self._choose(self.table.current())

    def _choose(self, line: RecommendationLine | None) -> None:
        motion = self.record.find(Motion, line.id) if line is not None else None
        ahead = board_meetings_ahead(self.record, motion) if motion is not None else ()
        waits = line is not None and line.waits
        self.at.set_choices([(each.id, meeting_name(self.record, each)) for each in ahead])
        ids = [each.id for each in ahead]
        self.at.set_value((self._meeting.id if self._meeting.id in ids else next(iter(ids), None)) if waits else None)
        self.at.setEnabled(waits)
        self.verb.setEnabled(waits and bool(ids))

    def _open(self, line: RecommendationLine | None) -> None:
        if line is not None and line.meeting:
            self.opens = line.meeting
            self.reject()

    def command(self) -> PutToBoard:
        line: Any = self.table.current()
        return PutToBoard(line.id, self.at.value())

    def check(self) -> None:
        if self.at.value() is None:
            self.wrong(self.at, tr("Choose the meeting at which it is put."))

    @classmethod
    def ask(cls, services: Services, meeting: Meeting, parent: QWidget | None = None) -> PutToBoard | str | None:
        """The command confirmed, the id of a meeting to open, or None."""
        dialog = cls(services, meeting, parent)
        found: PutToBoard | None = dialog.asked()
        return found or dialog.opens or None
