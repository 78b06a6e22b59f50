"""The calendar's pane for one meeting: when, where, where it stands, clashes, and what can be done with it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AHEAD, Meeting
from boarddesk.domain.terms import body_name
from boarddesk.services.calendar_views import body_row, entry_name
from boarddesk.services.clashes import clashes_of
from boarddesk.services.clocks import ClockLine, clock_lines
from boarddesk.services.due_days import due_lines
from boarddesk.services.next_meeting import when_words
from boarddesk.services.words import meeting_name, meeting_title, short_day
from boarddesk.services.workspace import Services
from boarddesk.ui.clock_list import ClockList
from boarddesk.ui.columns.meeting_day_columns import STATES
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.following import open_sheet_of
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import BodyToken
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.inspector import Inspector


class MeetingInspector(Inspector):
    """`opened` gives the id of the meeting whose page is wanted, `wanted` another page with its target."""

    opened = Signal(str)
    wanted = Signal(str, object)

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.setAccessibleName(self.tr("The meeting chosen"))
        self.services = self._services = services

    def show_meeting(self, meeting: Meeting | None, key: str = "") -> None:
        """Show a meeting, else the clock that `key` names, or that nothing is chosen; and the clocks that run."""
        if meeting is None:
            self._show_clock(next((line for line in due_lines(self._services) if line.key == key), None))
            return
        self.clear()
        record = self._services.shown
        row = body_row(record, meeting.body)
        self.head(
            meeting_title(record, meeting),
            when_words(meeting),
            about=body_name(record, meeting.body),
            right=[BodyToken(row.letter, "outline", round_ends=False, name=row.name)],
        )
        facts = self.section()
        facts.facts(self._facts(meeting))
        ahead = meeting.state in AHEAD
        said = clashes_of(record, meeting) if ahead else ()
        if said:
            clashing = self.section(self.tr("Clashes"))
            for sentence in said:
                clashing.say(sentence, "amber")
        if ahead and not why_not_editable(self._services):
            deeds = self.section(self.tr("What can be done"))
            deeds.link(self.tr("Move…"), lambda: self._ask("move", meeting))
            if meeting.parent is None:
                deeds.link(self.tr("Record the notice…"), lambda: self._ask("notice", meeting))
            deeds.link(self.tr("Cancel or postpone…"), lambda: self._ask("call_off", meeting))
        self._show_clocks(clock_lines(self._services))
        opens = Button(
            self.tr("Open the meeting"),
            name=self.tr("Open {meeting}").format(meeting=entry_name(record, meeting)),
            on_click=lambda: self.opened.emit(meeting.id),
        )
        self.buttons(opens)

    def _show_clock(self, line: ClockLine | None) -> None:
        if line is None:
            self.show_nothing(self.tr("Choose a meeting to see it here."))
            self._show_clocks(clock_lines(self._services))
            return
        self.clear()
        self.head(line.title, line.left, clause=(line.clause, line.origin), status=(line.status, line.origin))
        section = self.section(self.tr("How it counts"))
        section.say(line.words)
        section.facts([(self.tr("Due"), show_date(line.due, weekday=True))])
        if line.fact:
            self.buttons(Button(self.tr("What follows…"), on_click=lambda: open_sheet_of(self, line.fact)))

    def _show_clocks(self, lines: tuple[ClockLine, ...]) -> None:
        if lines:
            shown = ClockList(lines, margin=0)
            shown.followed.connect(lambda key: open_sheet_of(self, str(key)))
            self.section(self.tr("Clocks")).add(shown)

    def _facts(self, meeting: Meeting) -> list[tuple[str, str]]:
        record = self._services.shown
        facts = [(self.tr("State"), self.tr(STATES[meeting.state.value]))]
        if meeting.reason:
            facts.append((self.tr("Reason"), meeting.reason))
        if meeting.place:
            facts.append((self.tr("Place"), meeting.place))
        if meeting.notice_on is not None:
            manner = f", {meeting.notice_manner}" if meeting.notice_manner else ""
            facts.append((self.tr("Notice"), f"{short_day(meeting.notice_on)}{manner}"))
        sessions = record.where(Meeting, "parent", meeting.id)
        facts += [(self.tr("Session"), when_words(session)) for session in sessions]
        parent = record.find(Meeting, meeting.parent)
        if parent is not None:
            facts.append((self.tr("After"), meeting_name(record, parent)))
        later = record.find(Meeting, meeting.moved_to)
        if later is not None:
            facts.append((self.tr("Now on"), when_words(later)))
        if meeting.note:
            facts.append((self.tr("Note"), meeting.note))
        return facts

    def _ask(self, deed: str, meeting: Meeting) -> None:
        from boarddesk.ui.dialogs.cancel_meeting_dialog import CancelMeetingDialog
        from boarddesk.ui.dialogs.give_notice_dialog import GiveNoticeDialog
        from boarddesk.ui.dialogs.move_meeting_dialog import MoveMeetingDialog

        dialogs: dict[str, Any] = {
            "move": MoveMeetingDialog,
            "notice": GiveNoticeDialog,
            "call_off": CancelMeetingDialog,
        }
        dialogs[deed](self._services, meeting, attempt=self._services.bus.do, parent=self).asked()
