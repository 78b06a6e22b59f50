"""Meetings: the list of all of them, and one of them in its tabs."""

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.meetings import meeting_of_target
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.meeting.between_list import BetweenList
from boarddesk.ui.meeting.meeting_list import MeetingList
from boarddesk.ui.meeting.meeting_view import NAMES, MeetingView

TAB_OF_TABLE = {
    "agenda_items": "agenda", "agenda_requests": "agenda", "papers": "papers", "presence": "overview",
    "guests": "overview", "motions": "overview", "votes": "overview", "actions": "overview",
}  # fmt: skip


class MeetingsPage(Page):
    """The list, or one meeting; `show_target` takes a meeting's id, evidence, or a pair of id and tab."""

    title = "Meetings"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        self.set_title(self.tr("Meetings"))
        self.back = Button(icon="chevron-left", kind="quiet", name=self.tr("All meetings"), on_click=self.show_list)
        self.back.hide()
        line = self.header.layout()
        if isinstance(line, QHBoxLayout):
            line.insertWidget(0, self.back)
        self.list = MeetingList(self.services)
        self.between = BetweenList(self.services)
        self.view = MeetingView(self.services)
        self.stack = QStackedWidget()
        for part in (self.list, self.between, self.view):
            self.stack.addWidget(part)
        self.parts = SegmentedControl(
            [("meetings", self.tr("Meetings")), ("between", self.tr("Between meetings"))],
            name=self.tr("What is listed"),
        )
        self.parts.chosen.connect(lambda _part: self.show_list())
        self.lists = holder(row(self.parts, self.between.vote_button, self.between.consent_button))
        self.add_header_widget(self.lists)
        self.body.addWidget(self.stack, 1)
        self.list.opened.connect(self.show_meeting)
        self.list.calendar_wanted.connect(lambda: self.wanted.emit("calendar", None))
        self.view.opened.connect(self.show_meeting)
        self.view.wanted.connect(self._elsewhere)
        self.view.changed.connect(self._settle_header)
        escape = QShortcut(QKeySequence("Escape"), self, self._escape)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        if self.stack.currentWidget() is not self.view:
            self._read_list()
        elif not self.view.refresh():
            self.show_list()
        self._settle_header()

    def _read_list(self) -> None:
        """Read the list shown; while a meeting is shown it waits."""
        (self.between if self.stack.currentWidget() is self.between else self.list).refresh()

    def show_list(self) -> None:
        """Show the list, the meeting just shown selected in it."""
        self.view.leave()
        between = self.parts.value() == "between"
        self.stack.setCurrentWidget(self.between if between else self.list)
        self._read_list()
        if self.view.meeting_id:
            self.list.select(self.view.meeting_id)
        self._settle_header()
        (self.between if between else self.list).table.view.setFocus()

    def show_meeting(self, meeting: str, tab: str = "overview") -> None:
        """Show one meeting in a tab."""
        if self.view.show_meeting(meeting, tab):
            self.stack.setCurrentWidget(self.view)
            self._settle_header()
            self.view.row.setFocus()

    def show_target(self, target: object) -> None:
        """Show what another page asks for."""
        self.ensure_built()
        tab = "overview"
        if isinstance(target, Evidence) and target.kind == "consents":
            self.parts.choose("between")
            self.show_list()
            self.between.table.select(target.id)
            return
        if isinstance(target, Evidence):
            tab = TAB_OF_TABLE.get(target.kind, tab)
            target = meeting_of_target(self.services.shown, target.kind, target.id)
        if isinstance(target, tuple) and len(target) == 2:
            target, tab = target
        if isinstance(target, str) and tab in NAMES:
            self.show_meeting(target, tab)

    def _elsewhere(self, page: str, target: object) -> None:
        if page == "meetings":
            self.show_target(target)
        else:
            self.wanted.emit(page, target)

    def ensure_built(self) -> None:
        """Build and read the page where it has not been shown yet."""
        if not self.built:
            self._settle()

    def _settle_header(self) -> None:
        one = self.stack.currentWidget() is self.view
        self.back.setVisible(one)
        self.lists.setVisible(not one)
        between = self.stack.currentWidget() is self.between
        self.between.vote_button.setVisible(between)
        self.between.consent_button.setVisible(between)
        shown = self.view.header() if one else None
        # What goes is hidden first: shown side by side the rows would widen the window.
        for widget in self.view.headers():
            if widget is not shown:
                widget.hide()
        if shown is not None:
            if shown.parentWidget() is not self.header:
                self.add_header_widget(shown)
            shown.show()
        head = self.view.head
        if one and head is not None:
            self.set_title(head.title, head.subtitle)
            return
        count = len(self.services.shown.all(Meeting))
        words = self.tr("%1 on record") if count != 1 else self.tr("1 on record")
        self.set_title(self.tr("Meetings"), words.replace("%1", str(count)))

    def _escape(self) -> None:
        if self.stack.currentWidget() is self.view:
            self.show_list()

    def _find(self) -> None:
        if self.stack.currentWidget() is self.list:
            self.list.words.setFocus()
            self.list.words.selectAll()
