"""What can be done from a meeting's overview: agenda, packet, papers of the day; motions, actions, officers, times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.domain.meetings import AHEAD, BEGUN
from boarddesk.domain.motions import Action, Motion
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.meetings import why_not
from boarddesk.ui.dialogs.action_dialog import ActionDialog
from boarddesk.ui.dialogs.choose_presiding_dialog import ChoosePresidingDialog
from boarddesk.ui.dialogs.choose_recording_dialog import ChooseRecordingDialog
from boarddesk.ui.dialogs.meeting_times_dialog import MeetingTimesDialog
from boarddesk.ui.dialogs.motion_determinations_dialog import MotionDeterminationsDialog
from boarddesk.ui.dialogs.motion_dialog import MotionDialog
from boarddesk.ui.dialogs.record_motion_dialog import RecordMotionDialog
from boarddesk.ui.dialogs.take_roll_dialog import TakeRollDialog
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.meeting.moments import clock_moment, is_now
from boarddesk.ui.meeting.motion_fields import Begun
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.overview_tab import OverviewTab


class OverviewDeeds:
    """Buttons of the header and the deeds behind the cards' small buttons."""

    def __init__(self, tab: OverviewTab) -> None:
        self._tab = tab
        self._services = tab.services
        menu = QMenu(tab)
        self._officers = menu.addAction(tr("Who presides…"))
        self._recorder = menu.addAction(tr("Who records…"))
        self._times = menu.addAction(tr("Correct the times…"))
        self._officers.triggered.connect(lambda _checked=False: self.choose_presiding())
        self._recorder.triggered.connect(lambda _checked=False: self.choose_recording())
        self._times.triggered.connect(lambda _checked=False: self.correct_times())
        self._more = MenuButton(tr("Correct"), menu)
        self._live = Button(tr("Go to the meeting"), "primary", icon="play", on_click=lambda: self.go("live"))
        self._minutes = Button(tr("Open minutes"), icon="file-text", on_click=lambda: self.go("minutes"))
        tab.writing(self._more)

    def buttons(self) -> list[QWidget]:
        """The buttons of the header."""
        return [self._more, self._minutes, self._live]

    def settle(self) -> None:
        """Show what can be done in the meeting's state."""
        meeting = self._tab.meeting
        begun = meeting.state in BEGUN
        self._minutes.setVisible(begun)
        coming = meeting.state in AHEAD or meeting.state in RUNNING
        self._live.setVisible(coming)
        self._minutes.set_kind("default" if coming else "primary")
        self._times.setEnabled(begun)

    def go(self, tab: str) -> None:
        """Show another tab."""
        self._tab.tab_wanted.emit(tab)

    def record_motion(self) -> None:
        """Record a motion after the event."""
        self._tab.do(RecordMotionDialog.ask(self._services, self._tab.meeting, parent=self._tab))

    def show_motion(self, motion: str) -> None:
        """Read a motion; correct it or take it back."""
        row = self._services.shown.find(Motion, motion)
        if row is None:
            return
        closed = self._tab.meeting.minutes_circulated_on is not None and not why_not(self._services)
        wish = MotionDialog.ask(self._services, row, self._tab.why_not, self._tab, closed=closed)
        if wish == "correct":
            self._tab.do(RecordMotionDialog.ask(self._services, self._tab.meeting, Begun(row), self._tab))
        elif wish == "supersede":
            fresh = replace(row, id="new", number="", supersedes=row.id, at=self._tab.meeting.adjourned, flags=())
            self._tab.do(RecordMotionDialog.ask(self._services, self._tab.meeting, Begun(fresh), self._tab))
        elif wish == "take back":
            self._tab.do(TakeBackMotion(row.id))
        elif wish == "determine":
            self._tab.do(MotionDeterminationsDialog.ask(self._tab, self._services, self._tab.meeting, row))

    def add_action(self) -> None:
        """Add an action."""
        self._tab.do(ActionDialog.ask(self._services, self._tab.meeting, parent=self._tab))

    def change_action(self, action: str) -> None:
        """Change, carry or finish an action."""
        row = self._services.record.find(Action, action)
        if row is not None:
            self._tab.do(ActionDialog.ask(self._services, self._tab.meeting, row, parent=self._tab))

    def take_roll(self) -> None:
        """Take the roll in one step."""
        meeting = self._tab.meeting
        at = (
            clock_moment(self._services, meeting) if is_now(self._services, meeting) and not meeting.adjourned else None
        )
        self._tab.do(TakeRollDialog.ask(self._services, meeting, at, self._tab))

    def choose_presiding(self) -> None:
        """Choose who presides."""
        self._tab.do(ChoosePresidingDialog.ask(self._services, self._tab.meeting, self._tab))

    def choose_recording(self) -> None:
        """Choose who records."""
        self._tab.do(ChooseRecordingDialog.ask(self._services, self._tab.meeting, self._tab))

    def correct_times(self) -> None:
        """Correct the times of the meeting."""
        self._tab.do(MeetingTimesDialog.ask(self._services, self._tab.meeting, self._tab))
