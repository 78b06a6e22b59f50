"""The clock of a live meeting: now, or a time set by hand for what is entered afterwards."""

import datetime as dt

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.live_order import last_entry
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.sittings import paused_minutes
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.dates import show_time
from boarddesk.ui.kit.fields import TimeField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.moments import clock_moment, is_now, typed_moment
from boarddesk.ui.meeting.words import tr

BEAT_MS = 5000


class LiveClock(QWidget):
    """`moment` is the time that the next entry gets; `ticked` comes with every change of it."""

    ticked = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._by_hand = False
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Theme.current().px(8))
        self._now = Text("", "number")
        self._since = Text("", "base", "ink2")
        self.field = TimeField(optional=True)
        self.field.setAccessibleName(tr("Time of what is entered"))
        self.field.setToolTip(tr("Time of what is entered (T); Enter goes back to the people"))
        self.field.setMaximumWidth(Theme.current().px(72))
        self._label = Text(tr("Time of entries"), "base", "ink2")
        self.set_time = Button(tr("Set the time"), "quiet", small=True, icon="clock", on_click=self.by_hand)
        self.back = Button(tr("Now"), "quiet", small=True, icon="clock", on_click=self.by_clock)
        for widget in (self._label, self.field, self.back, self._now, self._since, self.set_time):
            line.addWidget(widget)
        self.field.changed.connect(lambda _value: self.ticked.emit())
        self._timer = QTimer(self, interval=BEAT_MS)
        self._timer.timeout.connect(self._tick)

    def show_meeting(self, meeting: Meeting) -> None:
        """Follow a meeting: today's by the clock, another one from its last entry on."""
        new = self._meeting is None or self._meeting.id != meeting.id
        self._meeting = meeting
        if new:
            self._by_hand = False
        if not is_now(self._services, meeting) or meeting.adjourned is not None:
            if new or not self._by_hand:
                last = meeting.adjourned or last_entry(self._services.record, meeting) or meeting.starts
                self.field.set_time(last.time())
            self._by_hand = True
        self._settle()

    def by_hand(self) -> None:
        """Let the time be typed."""
        if not self._by_hand:
            self.field.set_time(self.moment().time())
        self._by_hand = True
        self._settle()
        self.field.setFocus()
        self.field.selectAll()

    def by_clock(self) -> None:
        """Go back to the clock."""
        self._by_hand = False
        self._settle()

    def moment(self) -> dt.datetime:
        """The time that the next entry gets, on the meeting's day.

        Entries of one minute set by hand are a second apart, so that a vote is not mixed up with a
        departure just after it.
        """
        assert self._meeting is not None  # noqa: S101 - shown only with a meeting
        if not self._by_hand:
            return clock_moment(self._services, self._meeting)
        typed = typed_moment(self._services, self._meeting, self.field.time())
        last = last_entry(self._services.record, self._meeting)
        if last is not None and last.replace(second=0) == typed and self._meeting.adjourned is None:
            return last + dt.timedelta(seconds=1)
        return typed

    def _settle(self) -> None:
        meeting = self._meeting
        if meeting is None:
            return
        can_follow = is_now(self._services, meeting) and meeting.adjourned is None
        typed = {self._label: True, self.field: True, self.back: can_follow}
        read = {self._now: True, self._since: True, self.set_time: True}
        going, coming = (read, typed) if self._by_hand else (typed, read)
        # What goes is hidden first: shown side by side both would widen the window.
        for part in going:
            part.hide()
        for part, on in coming.items():
            part.setVisible(on)
        if can_follow and meeting.state in RUNNING:
            self._timer.start()
        else:
            self._timer.stop()
        self._tick()

    def _tick(self) -> None:
        if self._meeting is None:
            return
        now = self.moment()
        self._now.setText(show_time(now.time()))
        begun = self._meeting.called_to_order
        minutes = int((now - begun).total_seconds() // 60) if begun else 0
        if begun and minutes >= 0:
            minutes -= paused_minutes(self._services.record, self._meeting, begun, now)
        self._since.setText(tr("%1 min in").replace("%1", str(minutes)) if begun and minutes >= 0 else "")
        self.ticked.emit()
