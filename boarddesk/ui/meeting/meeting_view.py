"""One meeting in its tabs, each made when it is first shown."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boarddesk.domain.meetings import STOCKHOLDERS
from boarddesk.services.meetings import MeetingHead, meeting_head
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.tab_row import TabRow
from boarddesk.ui.meeting.tab import MeetingTab
from boarddesk.ui.meeting.tabs import NAMES, TABS, tab_class
from boarddesk.ui.meeting.words import tr


class MeetingView(QWidget):
    """`changed` says that another meeting or tab is shown, `opened` and `wanted` ask to go elsewhere."""

    changed = Signal()
    opened = Signal(str)
    wanted = Signal(str, object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self.meeting_id = ""
        self.head: MeetingHead | None = None
        self._tabs: dict[str, MeetingTab] = {}
        self.row = TabRow([tr(title) for _name, title, _kind in TABS], name=tr("Parts of the meeting"))
        self.stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(self.stack, 1)
        self.row.currentChanged.connect(lambda _number: self._show())
        self.row.tabBarClicked.connect(lambda _number: QTimer.singleShot(0, self, self._take_keys))

    def _take_keys(self) -> None:
        """A tab that was clicked gets the keyboard where it has keys of its own; the arrows go on to the next tab."""
        tab = self.current()
        if tab is not None:
            tab.take_keys()

    @property
    def tab(self) -> str:
        """The name of the tab shown."""
        return NAMES[self.row.currentIndex()]

    def current(self) -> MeetingTab | None:
        """The tab shown, once it is made."""
        return self._tabs.get(self.tab)

    def header(self) -> QWidget | None:
        """The widgets of the tab shown for the page's header."""
        tab = self.current()
        return tab.header_row if tab is not None else None

    def headers(self) -> tuple[QWidget, ...]:
        """The header widgets of every tab made so far."""
        return tuple(tab.header_row for tab in self._tabs.values() if tab.header_row is not None)

    def show_meeting(self, meeting: str, tab: str = "") -> bool:
        """Show a meeting, in the tab named or the one shown before; False where it is not there."""
        self.leave()
        head = meeting_head(self._services, meeting)
        if head is None:
            return False
        self.meeting_id, self.head = meeting, head
        wanted = tab or self.tab
        blocked = self.row.blockSignals(True)
        self._settle_tabs(head)
        self.row.setCurrentIndex(max(n for n in self.row.shown() if n <= NAMES.index(wanted)))
        self.row.blockSignals(blocked)
        self._show(leaving=False)
        return True

    def refresh(self) -> bool:
        """Read the meeting again; False where it is no longer there."""
        head = meeting_head(self._services, self.meeting_id)
        if head is None:
            return False
        self.head = head
        self._settle_tabs(head)
        self._show(leaving=False)
        return True

    def leave(self) -> None:
        """Let typed text become a command before something else is shown."""
        shown = self.stack.currentWidget()
        if isinstance(shown, MeetingTab):
            shown.leave()

    def _settle_tabs(self, head: MeetingHead) -> None:
        """Show the tabs that the meeting has; one that goes out of sight leaves its place to the overview."""
        there = {"session": head.has_session, "stockholders": head.meeting.body == STOCKHOLDERS}
        for name, has in there.items():
            self.row.setTabVisible(NAMES.index(name), has)
        if not self.row.isTabVisible(self.row.currentIndex()):
            self.row.setCurrentIndex(0)

    def _show(self, *, leaving: bool = True) -> None:
        if leaving:
            self.leave()
        tab = self.made(self.tab)
        tab.show_meeting(self.meeting_id)
        self.stack.setCurrentWidget(tab)
        self.changed.emit()

    def made(self, name: str) -> MeetingTab:
        """A tab by name, made on first asking."""
        if name not in self._tabs:
            tab = tab_class(name)(self._services)
            tab.opened.connect(self.opened)
            tab.wanted.connect(self.wanted)
            tab.tab_wanted.connect(lambda to: self.row.setCurrentIndex(NAMES.index(to)))
            self._tabs[name] = tab
            self.stack.addWidget(tab)
        return self._tabs[name]
