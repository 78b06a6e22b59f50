"""Home: what needs the secretary, the next meeting and its preparation, the next twelve months."""

from typing import ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.tables import BY_NAME
from boarddesk.services import home, next_meeting
from boarddesk.services.calendar_views import BodyRow
from boarddesk.services.clocks import ClockLine, clock_lines
from boarddesk.services.home import Need
from boarddesk.services.words import meeting_title
from boarddesk.ui.calendar_pictures import day_word
from boarddesk.ui.clock_list import ClockList
from boarddesk.ui.columns.duty_columns import duty_columns
from boarddesk.ui.following import open_sheet, open_sheet_of
from boarddesk.ui.kit.bar import Bar
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, holder, row
from boarddesk.ui.kit.chips import BodyToken, StatusMark
from boarddesk.ui.kit.dates import show_time
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.navigation import page_of
from boarddesk.ui.strip_of_year import strip_months
from boarddesk.ui.widgets.year_strip import YearStrip

RIGHT, RIGHT_LEAST, CLOCKS = 362, 296, 4


class HomePage(Page):
    """Rows act: Enter, a double click or the row's action opens the place where it is done."""

    title = "What needs you"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)
    counted = Signal(int)

    def build(self) -> None:
        self.sorting = SegmentedControl(
            [("urgency", self.tr("By urgency")), ("body", self.tr("By body"))], name=self.tr("Order")
        )
        self.sorting.chosen.connect(lambda _value: self.refresh())
        self.add_header_widget(self.sorting)
        self.add_action(self.tr("What follows…"), lambda: open_sheet(self), icon="list-checks")
        self.table = Table(
            duty_columns(lambda: self.services.day),
            name=self.tr("What needs you"),
            group=lambda need: need.group,
            row_height=ROW_TWO_LINES,
            sortable=False,
            keys=[("Enter", self.tr("do it"))],
            empty=EmptyState(
                "circle-check",
                self.tr("Nothing is overdue, due soon or waiting"),
                self.tr("Only the data entered was tested."),
            ),
        )
        self.table.view.horizontalHeader().hide()
        self.table.activated.connect(self.act)
        card = Card()
        card.body.addWidget(self.table)
        held, right = QWidget(), QScrollArea()
        right.setWidgetResizable(True)
        right.setFrameShape(QFrame.Shape.NoFrame)
        right.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        right.setAccessibleName(self.tr("Meetings and clocks"))
        right.setMinimumWidth(Theme.current().px(RIGHT_LEAST))
        right.setMaximumWidth(Theme.current().px(RIGHT))
        right.setWidget(ground(held, "window"))
        self._right = QVBoxLayout(held)
        self._right.setContentsMargins(0, 0, 0, 0)
        self._right.setSpacing(Theme.current().px(12))
        upper = row(gap=12, margins=(16, 0, 16, 12))
        upper.addWidget(card, 2)
        upper.addWidget(right, 1)
        self.body.addLayout(upper, 1)
        self._build_strip()

    def _build_strip(self) -> None:
        self.strip = YearStrip(name=self.tr("Next twelve months"))
        self.strip.activated.connect(lambda key: self._open_meeting(str(key)))
        self._legend = row(gap=14)
        self._strip_card = Card(self.tr("Next twelve months"), holder(self._legend))
        self._strip_card.body.addWidget(self.strip)
        self.body.addLayout(row(self._strip_card, margins=(16, 0, 16, 12)))

    def refresh(self) -> None:
        day = self.services.day
        self.set_subtitle(f"{day:%A} {day.day} {day:%B} {day.year}")
        needs = home.needs_of(self.services)
        self.counted.emit(sum(need.group == home.LATE for need in needs))
        scheduled = home.on_schedule(self.services, needs)
        self.table.set_rows(needs if self.sorting.value() == "urgency" else home.by_body(needs))
        words = (
            self.tr("{n} further clauses ask for nothing now") if needs else self.tr("{n} clauses ask for nothing now")
        )
        self.table.set_footer(words.format(n=scheduled))
        if self.table.current() is None:
            self.table.select_first()
        self._show_right()
        months, bodies = strip_months(self.services)
        self.strip.set_months(months, day_word(self.services))
        self._show_legend(bodies)

    def act(self, need: Need | None) -> None:
        """Open the place where a line is done."""
        if need is None:
            return
        if need.sheet:
            open_sheet(self, need.sheet)
            return
        page, target = home.place_of(need)
        self.wanted.emit(page or page_of(target), target)  # type: ignore[arg-type]

    def _open_meeting(self, meeting_id: str) -> None:
        meeting = self.services.shown.find(Meeting, meeting_id)
        if meeting is not None:
            name = meeting_title(self.services.shown, meeting)
            self.wanted.emit("meetings", Evidence(Meeting.table, meeting.id, name))

    def _show_right(self) -> None:
        clear(self._right)
        record, day = self.services.shown, self.services.day
        for meeting in next_meeting.meetings_of_today(record, day):
            self._right.addWidget(self._today_card(meeting))
        following = next_meeting.next_meeting(record, day)
        self._right.addWidget(self._meeting_card(following) if following else self._no_meeting())
        clocks = clock_lines(self.services)
        if clocks:
            self._right.addWidget(self._clocks_card(clocks))
        self._right.addStretch(1)

    def _today_card(self, meeting: Meeting) -> QWidget:
        name = meeting_title(self.services.shown, meeting)
        at = (
            self.tr("Today")
            if meeting.all_day
            else self.tr("Today {time}").format(time=show_time(meeting.starts.time()))
        )
        go = Button(
            self.tr("Open"),
            small=True,
            name=self.tr("Open {meeting}").format(meeting=name),
            on_click=lambda: self._open_meeting(meeting.id),
        )
        line = row(StatusMark("planned", bare=True), Text(at, "strong"), margins=(12, 4, 6, 4))
        line.addWidget(Text(name, elide=True), 1)
        line.addWidget(go)
        card = Card()
        card.body.addWidget(ground(holder(line), "sel"))
        return card

    def _meeting_card(self, following: next_meeting.NextMeeting) -> QWidget:
        left = Text(following.left, "small", "ink2")
        card = Card(following.title, left)
        theme = Theme.current()
        inner = QVBoxLayout()
        inner.setContentsMargins(theme.px(12), theme.px(10), theme.px(12), theme.px(10))
        inner.setSpacing(theme.px(6))
        when = Text(following.when, "base", "ink2", elide=True)
        when.setToolTip(following.meeting.place)
        inner.addWidget(when)
        done, total = following.done, len(following.steps)
        progress = row(gap=10)
        progress.addWidget(Bar(done / total if total else 0.0, name=self.tr("Steps done")), 1)
        progress.addWidget(Text(self.tr("{n} of {m} steps done").format(n=done, m=total), "small", "ink2"))
        inner.addLayout(progress)
        for step in following.steps:
            mark = StatusMark("met" if step.done else "not_yet_due", bare=True, size=15)
            mark.setAccessibleName(self.tr("Done") if step.done else self.tr("Not done yet"))
            mark.setToolTip(mark.accessibleName())
            line = row(mark, gap=8)
            line.addWidget(Text(step.words, "base", "ink2" if step.done else "ink", elide=True), 1)
            line.addWidget(Text(step.when, "small", "ink3"))
            inner.addLayout(line)
        opens = Button(self.tr("Open the meeting"), "flat", small=True,
                       on_click=lambda: self._open_meeting(following.meeting.id))  # fmt: skip
        inner.addLayout(row(opens, None))
        card.body.addLayout(inner)
        return card

    def _no_meeting(self) -> QWidget:
        card = Card(self.tr("Next meeting"))
        card.body.addWidget(
            EmptyState(
                "calendar-plus",
                self.tr("No meeting is on the calendar"),
                self.tr("Plan a year, or schedule a single meeting."),
                action=self.tr("Open the calendar"),
                on_action=lambda: self.wanted.emit("calendar", None),
            )
        )
        return card

    def _clocks_card(self, clocks: tuple[ClockLine, ...]) -> QWidget:
        card = Card(
            self.tr("Clocks"), Text(self.tr("business days as the SEC counts them"), "small", "ink2", elide=True)
        )
        shown = ClockList(clocks[:CLOCKS])
        shown.followed.connect(lambda key: open_sheet_of(self, str(key)))
        card.body.addWidget(shown)
        if len(clocks) > CLOCKS:
            every = self.tr("All {n} in the calendar").format(n=len(clocks))
            link = Button(every, "flat", small=True, on_click=lambda: self.wanted.emit("calendar", None))
            card.body.addLayout(row(link, None, margins=(12, 0, 12, 6)))
        return card

    def _show_legend(self, bodies: tuple[BodyRow, ...]) -> None:
        clear(self._legend)
        for body in bodies:
            token = BodyToken(body.letter, "solid" if body.id == "board" else "outline", name=body.name)
            self._legend.addWidget(holder(row(token, Text(body.name, "small", "ink2"), gap=6)))
