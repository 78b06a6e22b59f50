"""What can be done about the notice of a meeting: give it, log what came of it, print it, invite by calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.common import clock
from boarddesk.domain.meetings import AHEAD, BEGUN, CALLED_OFF, STOCKHOLDERS, Meeting
from boarddesk.domain.notices import NoticeKind
from boarddesk.services.commands.notices_log import TakeBackNotice
from boarddesk.services.files import save
from boarddesk.services.invitations import invitation, sent_words
from boarddesk.services.meetings import why_not
from boarddesk.services.notice_printing import emergency_kit_pdf, notice_pdf, notice_record_pdf, waiver_pdf
from boarddesk.services.notice_view import DONE, IssuedLine, NoticeView, PersonNotice, everybodys_notice
from boarddesk.ui import files
from boarddesk.ui.dialogs.describe_meeting_dialog import DescribeMeetingDialog
from boarddesk.ui.dialogs.give_notice_dialog import GiveNoticeDialog
from boarddesk.ui.dialogs.log_notice_dialog import LogNoticeDialog
from boarddesk.ui.dialogs.phone_round_dialog import PhoneRoundDialog
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.form_dialog import Confirmation
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from boarddesk.ui.meeting.notice_tab import NoticeTab

PDF, ICS = "PDF files (*.pdf)", "Calendars (*.ics)"
INVITE = {"REQUEST": "Write the invitation…", "UPDATE": "Write an update…", "CANCEL": "Write the cancellation…"}


class NoticeDeeds(QObject):
    """Buttons of the header and of the log; what writes is allowed after the meeting too, as waivers may come then."""

    def __init__(self, tab: NoticeTab) -> None:
        super().__init__(tab)
        self._tab, self._services = tab, tab.services
        menu = QMenu(tab)
        self._notice = self._print(menu, tr("The notice…"), self.print_notice)
        self._waivers = self._print(menu, tr("Forms of waiver…"), self.print_waivers)
        self._record = self._print(menu, tr("The secretary’s record of notice…"), self.print_record)
        self._kit = self._print(menu, tr("The sheet for a meeting by telephone…"), self.print_kit)
        self.prints = MenuButton(tr("Print"), menu)
        self.describe = Button(tr("Purpose, joining…"), on_click=self.say_what_for)
        self.invite = Button(tr("Write the invitation…"), icon="calendar-days", on_click=self.write_invitation)
        self.give = Button(tr("Give notice…"), "primary", icon="mail", on_click=self.give_notice)
        tab.writing(self.describe, self.give)
        self.waive = Button(tr("Waiver…"), "flat", small=True, on_click=lambda: self.log(NoticeKind.WAIVED))
        self.fail = Button(tr("Failure notice…"), "flat", small=True, on_click=lambda: self.log(NoticeKind.FAILED))
        self.object = Button(tr("Objection…"), "flat", small=True, on_click=lambda: self.log(NoticeKind.OBJECTED))
        self.told = Button(tr("Told of it…"), "flat", small=True, on_click=lambda: self.log(NoticeKind.CANCELLED))
        self.phone = Button(tr("By telephone…"), "flat", small=True, icon="phone", on_click=self.call_round)

    def _print(self, menu: QMenu, words: str, deed: Callable[[], object]) -> QAction:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: deed())
        return action

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is on record now."""
        return self._services.record.get(Meeting, self._tab.meeting_id)

    def buttons(self) -> list[QWidget]:
        """The buttons of the header."""
        return [self.prints, self.describe, self.invite, self.give]

    def log_buttons(self) -> list[QWidget]:
        """The buttons over the log."""
        return [self.phone, self.waive, self.fail, self.object, self.told]

    def settle(self, view: NoticeView) -> None:
        """Show what can be done in the meeting's state."""
        meeting, one_by_one = self._tab.meeting, view.one_by_one
        ahead, off = meeting.state in AHEAD, meeting.state in CALLED_OFF
        self.give.setVisible(ahead)
        self.describe.setVisible(ahead)
        self.invite.setVisible(bool(view.deed))
        self.invite.setText(tr(INVITE.get(view.deed, "Write the invitation…")))
        self.phone.setVisible(one_by_one and ahead)
        self.waive.setVisible(one_by_one and not off)
        self.fail.setVisible(one_by_one and ahead)
        self.object.setVisible(one_by_one and meeting.state in BEGUN)
        self.told.setVisible(one_by_one and off)
        for action, there in (
            (self._waivers, one_by_one),
            (self._record, one_by_one),
            (self._kit, one_by_one and ahead),
        ):
            action.setVisible(there)
        self.prints.setVisible(one_by_one or meeting.body == STOCKHOLDERS)
        # What is told or signed later is logged later: minutes that are out do not close the log to it.
        for button in (self.waive, self.object, self.told, self.fail, self.phone, self.invite):
            allow(button, why_not(self._services))

    # --- the log

    def give_notice(self) -> None:
        """Record that notice was given."""
        GiveNoticeDialog(self._services, self.meeting, attempt=self._services.bus.do, parent=self._tab).asked()

    def call_round(self) -> None:
        """Count who is reached by telephone, and record it."""
        self._tab.do(PhoneRoundDialog.ask(self._services, self.meeting, self._tab))

    def log(self, kind: NoticeKind) -> None:
        """Log a waiver, a failure notice, an objection, or who was told of a cancellation."""
        self._tab.do(LogNoticeDialog.ask(self._services, self.meeting, kind, self._tab))

    def say_what_for(self) -> None:
        """Purpose, caller, way of joining."""
        self._tab.do(DescribeMeetingDialog.ask(self._services, self.meeting, self._tab))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete takes back the last line of the person selected."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Delete:
            self.take_back(self._tab.people.current())
            return True
        return super().eventFilter(watched, event)

    def take_back(self, line: PersonNotice | None) -> None:
        """Take the latest line of a person out, which was entered by mistake."""
        if line is None or not line.last or why_not(self._services):
            return
        question = tr("Take the last line of %1 back?").replace("%1", line.name)
        says = tr("Only where it was entered by mistake; the journal keeps it.")
        if Confirmation.ask(self._tab, question, says, tr("Take it back"), tr("Keep the line")):
            self._tab.do(TakeBackNotice(line.last))

    # --- documents

    def print_notice(self) -> None:
        """Save the notice as PDF."""
        self._save(tr("Save the notice"), "notice", lambda: notice_pdf(self._services, self._tab.meeting_id))

    def print_waivers(self) -> None:
        """Save forms of waiver for those who have neither notice in time nor waived it, else one for everybody."""
        everybody = everybodys_notice(self._services.shown, self._tab.meeting)
        people = tuple(one.person for one in everybody if one.standing not in DONE) or tuple(
            one.person for one in everybody
        )
        meeting = self._tab.meeting_id
        self._save(tr("Save the forms of waiver"), "waivers", lambda: waiver_pdf(self._services, meeting, people))

    def print_record(self) -> None:
        """Save the secretary's record of notice."""
        meeting, now = self._tab.meeting_id, self._services.now
        title = tr("Save the record of notice")
        self._save(title, "record of notice", lambda: notice_record_pdf(self._services, meeting, now))

    def print_kit(self) -> None:
        """Save the sheet for a meeting by telephone."""
        meeting = self._tab.meeting_id
        self._save(tr("Save the sheet"), "by telephone", lambda: emergency_kit_pdf(self._services, meeting))

    def _save(self, title: str, what: str, make: Callable[[], bytes]) -> None:
        name = f"{self._tab.meeting.day.isoformat()} {what}.pdf"
        path = files.ask_save(self._tab, title, name, PDF)
        if path is not None:
            save(path, make())
            Toast.say(self._tab.window(), tr("Saved: %1").replace("%1", path.name))

    def write_invitation(self) -> None:
        """Write the calendar file for those invited, and remember that it was issued."""
        made = invitation(self._services, self._tab.meeting_id, clock.now())
        path = files.ask_save(self._tab, tr("Save the calendar file"), made.name, ICS)
        if path is not None:
            save(path, made.data)
            self._services.bus.do(made.issued())
            Toast.say(self._tab.window(), sent_words(made))

    def save_issued(self, line: IssuedLine) -> None:
        """Save a copy of a document as it was issued."""
        kinds = ICS if line.ending == ".ics" else PDF
        name = f"{self._tab.meeting.day.isoformat()} {line.words.split(',')[0].lower()}{line.ending}"
        path = files.ask_save(self._tab, tr("Save a copy"), name, kinds)
        if path is not None:
            save(path, self._services.attachment(line.attachment))

    def open_waiver(self, line: PersonNotice) -> None:
        """Save a copy of a signed waiver."""
        name = tr("waiver of %1").replace("%1", line.name)
        path = files.ask_save(self._tab, tr("Save the signed waiver"), f"{name}.pdf", PDF)
        if path is not None:
            save(path, self._services.attachment(line.waiver_file))
