"""Meetings: the list of all of them, and one of them in its tabs."""

from __future__ import annotations

from functools import cached_property, partial
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget

from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import Meeting, PresenceStamp
from boarddesk.domain.motions import Motion, Vote
from boarddesk.domain.tables import BY_NAME
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import InTurn, Steps
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.meeting.places import place_of
from boarddesk.ui.meeting.tabs import LARGE, NAMES, tab_class

if TYPE_CHECKING:
    from boarddesk.ui.meeting.between_list import BetweenList
    from boarddesk.ui.meeting.meeting_list import MeetingList
    from boarddesk.ui.meeting.meeting_view import MeetingView

FEW = 300  # meetings: so many are listed at once


class MeetingsPage(Page):
    """The list, or one meeting; `show_target` takes a meeting's id, evidence, or a pair of id and tab.

    What a first look does not need is read and made in steps after it: tables of the record, then the tabs.
    """

    title = "Meetings"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        self.set_title(self.tr("Meetings"))
        self.back = Button(icon="chevron-left", kind="quiet", name=self.tr("All meetings"), on_click=self.show_list)
        self.back.hide()
        line = self.header.layout()
        if isinstance(line, QHBoxLayout):
            line.insertWidget(0, self.back)
        self._later = InTurn(self)
        self._begun = False
        self.stack = QStackedWidget()
        self.parts = SegmentedControl(
            [("meetings", self.tr("Meetings")), ("between", self.tr("Between meetings"))],
            name=self.tr("What is listed"),
        )
        self.parts.chosen.connect(lambda _part: self.show_list())
        self._lists = row(self.parts)
        self.lists = holder(self._lists)
        self.add_header_widget(self.lists)
        self.body.addWidget(self.stack, 1)
        escape = QShortcut(QKeySequence("Escape"), self, self._escape)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find = QShortcut(QKeySequence("Ctrl+F"), self, self._find)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    @cached_property
    def list(self) -> MeetingList:
        """All meetings."""
        from boarddesk.ui.meeting.meeting_list import MeetingList

        made = MeetingList(self.services)
        made.opened.connect(self.show_meeting)
        made.called.connect(self.show_meeting)
        made.calendar_wanted.connect(lambda: self.wanted.emit("calendar", None))
        self.stack.addWidget(made)
        return made

    @cached_property
    def between(self) -> BetweenList:
        """The decisions between meetings."""
        from boarddesk.ui.meeting.between_list import BetweenList

        made = BetweenList(self.services)
        for button in made.buttons:
            self._lists.addWidget(button)
            button.hide()
        self.stack.addWidget(made)
        return made

    @cached_property
    def view(self) -> MeetingView:
        """One meeting in its tabs."""
        from boarddesk.ui.meeting.meeting_view import MeetingView

        made = MeetingView(self.services)
        made.opened.connect(self.show_meeting)
        made.wanted.connect(self._elsewhere)
        made.changed.connect(self._settle_header)
        self.stack.addWidget(made)
        return made

    @property
    def one(self) -> bool:
        """Whether one meeting is shown, not a list."""
        return "view" in self.__dict__ and self.stack.currentWidget() is self.view

    def _begin(self) -> None:
        """Read the list, of many meetings step by step; then make what is likely wanted next."""
        touched = [partial(self._touch, kind) for kind in (Motion, PresenceStamp)]
        listed: Steps = [*touched, lambda: self.list, self._read_lines, self._read_list]
        if len(self.services.shown.all(Meeting)) <= FEW:
            for step in listed:
                step()
            listed = []
        tabs: Steps = [self._ask_viewport, *(partial(import_module, name) for name in LARGE)]
        tabs += [partial(self._index, kind) for kind in (Motion, PresenceStamp)]
        tabs += [partial(self.services.record.all, Vote), lambda: self.services.record.where(Vote, "motion", "")]
        tabs += [partial(step, name) for name in NAMES for step in (tab_class, self._prepare)]
        self._later.add([*listed, *tabs, lambda: self.between])

    def _touch(self, kind: type[Motion | PresenceStamp]) -> None:
        self.services.shown.all(kind)
        self.services.shown.where(kind, "meeting", "")

    def _index(self, kind: type[Motion | PresenceStamp]) -> None:
        self.services.record.where(kind, "meeting", "")

    def _ask_viewport(self) -> None:
        # Qt's binding makes the types that a view may return when one is first asked for.
        self.list.table.view.viewport()

    def _prepare(self, name: str) -> None:
        self._later.put_first(self.view.made(name).steps())

    def refresh(self) -> None:
        if not self._begun:
            self._begun = True
            self._begin()
        elif not self.one:
            self._read_list()
        elif not self.view.refresh():
            self.show_list()
        self._settle_header()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._later.go_on()

    def _read_lines(self) -> None:
        self.list.read()

    def _read_list(self) -> None:
        """Read the list shown; while a meeting is shown it waits."""
        (self.between if self.parts.value() == "between" else self.list).refresh()

    def show_list(self) -> None:
        """Show the list, the meeting just shown selected in it."""
        shown = self.between if self.parts.value() == "between" else self.list
        if self.one:
            self.view.leave()
        self.stack.setCurrentWidget(shown)
        self._read_list()
        if self.view.meeting_id:
            self.list.select(self.view.meeting_id)
        self._settle_header()
        shown.table.view.setFocus()

    def show_meeting(self, meeting: str, tab: str = "overview") -> None:
        """Show one meeting in a tab."""
        if self.view.show_meeting(meeting, tab):
            self.stack.setCurrentWidget(self.view)
            self._settle_header()
            self.view.row.setFocus()

    def show_target(self, target: object) -> None:
        """Show what another page asks for."""
        self.ensure_built()
        tab, place = "overview", None
        if isinstance(target, Evidence) and target.kind == "consents":
            self.parts.choose("between")
            self.show_list()
            self.between.table.select(target.id)
            return
        if isinstance(target, Evidence):
            place = target
            target, tab = place_of(self.services.shown, place)
            if target is None:
                self.show_list()
        if isinstance(target, tuple) and len(target) == 2:
            target, tab = target
        if isinstance(target, str) and tab in NAMES:
            self.show_meeting(target, tab)
            shown = self.view.current()
            if place is not None and shown is not None:
                shown.show_place(place.kind, place.id)

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
        one = self.one
        self.back.setVisible(one)
        self.lists.setVisible(not one)
        if "between" in self.__dict__:
            for button in self.between.buttons:
                button.setVisible(self.stack.currentWidget() is self.between)
        shown = self.view.header() if one else None
        # What goes is hidden first: shown side by side the rows would widen the window.
        for widget in self.view.headers() if "view" in self.__dict__ else ():
            if widget is not shown:
                widget.hide()
        if shown is not None:
            if shown.parentWidget() is not self.header:
                self.add_header_widget(shown)
            shown.show()
        head = self.view.head if one else None
        if head is not None:
            self.set_title(head.title, head.subtitle)
            return
        count = len(self.services.shown.all(Meeting))
        words = self.tr("%1 on record") if count != 1 else self.tr("1 on record")
        self.set_title(self.tr("Meetings"), words.replace("%1", str(count)))

    def _escape(self) -> None:
        if self.one:
            self.show_list()

    def _find(self) -> None:
        if self.stack.currentWidget() is self.list:
            self.list.words.setFocus()
            self.list.words.selectAll()
