"""The motion being put, kept in the file while it is entered: words, mover, seconders and votes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from boarddesk.services.motion_draft import MotionDraft
from boarddesk.services.motion_kept import decoded, encoded
from boarddesk.services.workspace import Services
from boarddesk.ui.meeting.drafts import Saving

if TYPE_CHECKING:
    from boarddesk.ui.meeting.live_motion import MotionPane


class MotionDrafts(QObject):
    """One draft a meeting; it goes once the motion is recorded."""

    def __init__(self, services: Services, pane: MotionPane) -> None:
        super().__init__(pane)
        self._services, self._pane = services, pane
        self.key = ""
        self._saving = Saving(self)
        self._saving.due.connect(self.keep)

    def turn_to(self, meeting: str) -> bool:
        """Whether this is another meeting, whose draft is to be shown."""
        key = f"motion/{meeting}"
        if key == self.key:
            return False
        self.keep()
        self.key = key
        return True

    def left(self) -> MotionDraft:
        """What was left unfinished at the meeting."""
        return decoded(self._services.record, self._services.store.drafts().get(self.key, ""))

    def touch(self) -> None:
        """Something was entered."""
        if self.key:
            self._saving.touch()

    def keep(self) -> None:
        """Write the draft now."""
        self._saving.stop()
        if not self.key or self._services.why_read_only:
            return
        text = encoded(self._pane.draft)
        if text != self._services.store.drafts().get(self.key, ""):
            self._services.store.save_draft(self.key, text)

    def done(self) -> None:
        """It is recorded, or is what the record holds: nothing is left to keep."""
        self._saving.stop()
        if self.key and not self._services.why_read_only and self._services.store.drafts().get(self.key):
            self._services.store.save_draft(self.key, "")
