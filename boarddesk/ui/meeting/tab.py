"""The base of a meeting's tabs: built on first showing, refreshed on change, its buttons in the page's header."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.bus import Command
from boarddesk.services.meetings import MeetingHead, meeting_head
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.pieces import Steps


class MeetingTab(QWidget):
    """One tab of one meeting. Subclasses fill `body` in `build` and read in `refresh`.

    `opened` asks for another meeting, `wanted` for another page, `tab_wanted` for another tab by name.
    """

    name = ""
    opened = Signal(str)
    wanted = Signal(str, object)
    tab_wanted = Signal(str)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.meeting_id = ""
        self._built = False
        self.head: MeetingHead | None = None
        self.header_row: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self._writing: list[QWidget] = []

    def build(self) -> None:
        """Make the tab's widgets, once."""

    def refresh(self) -> None:
        """Read what the tab shows; `meeting` is there."""

    def header(self) -> list[QWidget]:
        """Widgets for the page's header while the tab is shown."""
        return []

    def take_keys(self) -> None:
        """Called when the tab was clicked: one that is worked with single keys takes the keyboard."""

    def leave(self) -> None:
        """Called before another tab or meeting is shown: typed text becomes a command."""

    @property
    def meeting(self) -> Meeting:
        """The meeting shown."""
        assert self.head is not None  # noqa: S101 - a tab is shown only with a meeting
        return self.head.meeting

    @property
    def why_not(self) -> str:
        """Why nothing can be changed here; empty where it can."""
        return self.head.why_not if self.head is not None else ""

    def show_meeting(self, meeting: str) -> bool:
        """Show a meeting; False where the record shown does not have it."""
        self.meeting_id = meeting
        self.head = meeting_head(self.services, meeting)
        if self.head is None:
            return False
        self.prepare()
        self.refresh()
        self.settle_writing()
        return True

    def show_place(self, kind: str, row_id: str) -> None:
        """Choose what a row of the record is shown as; nothing where the tab has no place for it."""

    def prepare(self) -> None:
        """Make the tab's widgets where they are not made yet."""
        if not self._built:
            self._built = True
            self.build()
            # Before anything is shown or hidden: a button without a parent would become a window of its own.
            self.header_row = holder(row(*self.header()))

    def steps(self) -> Steps:
        """The same in parts, for making the tab before it is asked for."""
        return [self.prepare, self.polish]

    def polish(self) -> None:
        """Style and lay out all that is in the tab, which else waits for its first showing."""
        for widget in self.findChildren(QWidget):
            widget.ensurePolished()
        if (stack := self.parentWidget()) is not None:
            self.resize(stack.size())
            self.body.activate()

    def writing(self, *widgets: QWidget) -> None:
        """Remember controls that write, so that they are disabled with the reason where nothing can be written."""
        self._writing += widgets

    def settle_writing(self) -> None:
        """Enable or disable the controls that write."""
        for widget in self._writing:
            allow(widget, self.why_not)

    def do(self, command: Command | None) -> bool:
        """Run a command where there is one; whether there was."""
        if command is None:
            return False
        self.services.bus.do(command)
        return True


def allow(widget: QWidget, why_not: str) -> None:
    """Enable a control, or disable it with the reason in its tooltip."""
    if widget.property("why") is None:
        widget.setProperty("tip", widget.toolTip())
    widget.setProperty("why", why_not)
    widget.setEnabled(not why_not)
    own = str(widget.property("tip") or "")
    widget.setToolTip(why_not or own)
    if isinstance(widget, Button):
        widget.setAccessibleDescription(why_not)
