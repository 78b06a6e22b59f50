"""The line above the live meeting that says, at that minute, that the quorum was lost and what is still possible."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import MeetingState
from boarddesk.services.live import LiveView
from boarddesk.services.meeting_checks import RUNNING
from boarddesk.services.words import clock_time
from boarddesk.ui.kit.banner import Banner
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.meeting.words import tr


class LostQuorum(QWidget):
    """Shown only while the meeting runs without a quorum; `recess_wanted` is its button."""

    recess_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._said = ("", "", False)
        self._line = QVBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def show_view(self, view: LiveView, why_not: str) -> None:
        """Say it as long as it is so."""
        gone = view.meeting.state in RUNNING and view.quorum.met is False
        at = view.lost[-1] if view.lost else None
        strong = tr("Quorum lost at %1.").replace("%1", clock_time(at)) if at else tr("There is no quorum.")
        offered = not why_not and view.meeting.state is MeetingState.IN_SESSION
        said = (strong, view.sentence, offered) if gone else ("", "", False)
        if said != self._said:
            self._said = said
            clear(self._line)
            if gone:
                action = tr("Recess") if offered else ""
                banner = Banner("error", strong, view.sentence, action=action, on_action=self.recess_wanted.emit)
                self._line.addWidget(banner)
        self.setVisible(gone)
