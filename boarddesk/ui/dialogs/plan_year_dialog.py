"""Plan a year: what is proposed, each date to be changed or left out, accepted as one step."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.planning import Proposal, move
from boarddesk.services.calendar import propose_year
from boarddesk.services.calendar_views import BodyRow, body_row, year_words
from boarddesk.services.clashes import clash_sentences
from boarddesk.services.commands.accept_plan import AcceptPlan
from boarddesk.services.market_days import closed_days
from boarddesk.services.words import meeting_title
from boarddesk.services.workspace import Services
from boarddesk.ui.clash_note import ClashNote
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, row
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date, show_time
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import DateField, TimeField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme

WIDTH, LIST, LEAST = 730, 330, 180


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanYearDialog", text)


class Line(msgspec.Struct, frozen=True):
    """One proposed meeting as the table shows it."""

    meeting: Meeting
    body: BodyRow
    title: str

    @property
    def id(self) -> str:
        """The key of the row."""
        return self.meeting.id


def line_columns() -> tuple[Column[Line], ...]:
    """Day, hour, body, what it is."""
    return (
        Column[Line](_tr("Date"), lambda line: line.meeting.starts, width=140, align="right",
                     show=lambda starts: show_date(starts.date(), weekday=True)),
        Column[Line](_tr("From"), lambda line: line.meeting.starts.time(), show=show_time, align="right", width=60),
        Column[Line](_tr("Body"), lambda line: line.body.letter, look="token", width=56),
        Column[Line](_tr("Meeting"), lambda line: line.title, stretch=True, role="medium"),
    )  # fmt: skip


class PlanYearDialog(FormDialog):
    """Nothing is written before it is accepted; a session moves with its board meeting."""

    def __init__(
        self,
        services: Services,
        year: int,
        *,
        attempt: Callable[[Any], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            _tr("Plan {year}").format(year=year_words(services.record, year)),
            _tr("Put them on the calendar"),
            _tr("Keep the calendar as it is"),
            says=_tr(
                "Proposed from the company’s habits, clear of market holidays. Change any date, or leave one out."
            ),
            attempt=attempt,
            parent=parent,
        )
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self._services, self._year = services, year
        proposal: Proposal = propose_year(services, year)
        self.meetings = proposal.meetings
        empty = EmptyState("calendar-days", _tr("Nothing is missing in this year"), _tr("Every quarter is planned."))
        self.table = Table(
            line_columns(), name=_tr("Proposed meetings"), sortable=False, keys=[("Del", _tr("leave out"))], empty=empty
        )
        self.table.setMinimumHeight(Theme.current().px(LIST))
        card = Card()
        card.body.addWidget(self.table)
        self.form.addWidget(card, 1)
        self.day, self.starts = DateField(), TimeField()
        self.change = Button(_tr("Change the date"), on_click=self._move)
        self.leave_out = Button(_tr("Leave it out"), on_click=self._leave_out)
        self.leave_out.setShortcut("Del")
        for field, name in ((self.day, _tr("New date")), (self.starts, _tr("New time"))):
            field.setAccessibleName(name)
            field.returnPressed.connect(self._move)
        label = QLabel(_tr("Selected:"))
        self.form.addLayout(row(label, self.day, self.starts, self.change, self.leave_out, None))
        self.notes: Text = self.add(Text("\n".join(proposal.notes), "small", "ink2", wrap=True))
        self.notes.setVisible(bool(proposal.notes))
        self.clashes: ClashNote = self.add(ClashNote())
        self.table.selected.connect(self._show_line)
        self._show()
        self.table.select_first()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # From here on the list gives way to what has to be said of a date.
        self.table.setMinimumHeight(Theme.current().px(LEAST))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Enter in a field of the line below changes that date; it does not accept the plan as well.
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if not (enter and self.focusWidget() in (self.day, self.starts)):
            super().keyPressEvent(event)

    def _show(self) -> None:
        record = self._services.record
        lines = [
            Line(meeting, body_row(record, meeting.body), meeting_title(record, meeting)) for meeting in self.meetings
        ]
        self.table.set_rows(sorted(lines, key=lambda line: (line.meeting.starts, line.id)))
        self.table.set_footer(_tr("{n} meetings").format(n=len(lines)))
        days = {meeting.day for meeting in self.meetings}
        self.clashes.say([*clash_sentences(record, self.meetings), *closed_days(days), *self._outside(days)])
        self.verb.setEnabled(bool(lines))

    def _outside(self, days: set[dt.date]) -> list[str]:
        """A date chosen by hand may be another year's."""
        record = self._services.record
        fiscal, words = FiscalCalendar(record.company.fiscal_year_end), year_words(record, self._year)
        others = sorted(day for day in days if fiscal.year_of(day) != self._year)
        return [_tr("{day} is not in {year}.").format(day=show_date(day), year=words) for day in others]

    def _show_line(self, line: Line | None) -> None:
        chosen = line is not None
        for widget in (self.day, self.starts, self.change, self.leave_out):
            widget.setEnabled(chosen)
        if line is not None:
            self.day.set_date(line.meeting.day)
            self.starts.set_time(line.meeting.starts.time())

    def _move(self) -> None:
        line: Line | None = self.table.current()
        day, at = self.day.date(), self.starts.time()
        if line is None or day is None or at is None:
            self.refuse(self.day.problem() or self.starts.problem())
            return
        self.refuse("")
        self.meetings = move(self.meetings, line.meeting.id, dt.datetime.combine(day, at))
        self._show()

    def _leave_out(self) -> None:
        line: Line | None = self.table.current()
        if line is not None:
            gone = line.meeting.id
            self.meetings = tuple(m for m in self.meetings if gone not in {m.id, m.parent})
            self._show()
            self.table.select_first()

    def command(self) -> AcceptPlan:
        ordered = sorted(self.meetings, key=lambda meeting: (meeting.starts, meeting.id))
        return AcceptPlan(self._year, tuple(replace(meeting, sequence=0) for meeting in ordered))
