"""The independent directors' session of a regular board meeting: opened here, held and printed as its own record."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD, BEGUN, Meeting
from boarddesk.domain.terms import name_of
from boarddesk.services.agenda import agenda_lines
from boarddesk.services.commands.hold_meeting_notes import WriteReportBack
from boarddesk.services.commands.hold_meeting_session import BeginSession, OpenSession
from boarddesk.services.live_people import eligible
from boarddesk.services.meeting_overview import BASIS_NAMES, attendance
from boarddesk.services.meetings import STATE_NAMES, why_not
from boarddesk.services.words import clock_time, joined, weekday_day
from boarddesk.ui.dialogs.choose_presiding_dialog import ChoosePresidingDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.inspector import Section
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.drafts import DraftKeeper
from boarddesk.ui.meeting.moments import begin_moment
from boarddesk.ui.meeting.tab import MeetingTab, allow
from boarddesk.ui.meeting.words import tr


class SessionTab(MeetingTab):
    """A record of its own, never a meeting of the Board: outside the quarterly count and the attendance fraction."""

    name = "session"

    def build(self) -> None:
        self.open_session = EmptyState(
            "users", tr("No independent session on record for this meeting"),
            tr("The guidelines schedule one after each regular meeting of the Board."),
            action=tr("Open the session"), on_action=self.make,
        )  # fmt: skip
        self.stack = QStackedWidget()
        self.stack.addWidget(self.open_session)
        held = QWidget()
        outer = QVBoxLayout(held)
        outer.setContentsMargins(*[Theme.current().px(16)] * 4)
        self._column = QVBoxLayout()
        outer.addLayout(self._column)
        outer.addWidget(self._report())
        outer.addStretch(1)
        self.stack.addWidget(held)
        self.body.addWidget(self.stack, 1)
        self.begin = Button(tr("Begin with those here"), "primary", icon="users", on_click=self.begin_session)
        self.go = Button(tr("Go to the session"), "primary", icon="play", on_click=lambda: self._to("live"))
        self.topics = Button(tr("Topics"), icon="list", on_click=lambda: self._to("agenda"))
        self.minutes = Button(tr("Its minutes"), icon="file-text", on_click=lambda: self._to("minutes"))
        self.presider = Button(tr("Who presides…"), icon="gavel", on_click=self.choose_presider)

    def _report(self) -> QWidget:
        """What the session reports, which the Board's minutes print."""
        self.report = TextField(lines=3, optional=True, hint=tr("The session reported no matter for the Board."))
        self.report.setAccessibleName(tr("Report to the Board"))
        self.report_drafts = DraftKeeper(self.services, self.report)
        self.keep = Button(tr("Keep the report"), small=True, on_click=self.keep_report)
        self.report.changed.connect(lambda _text: self._settle_report())
        self.report_card = Card(tr("Report to the Board"), self.keep)
        held = holder(column(self.report, Text(tr("One line a matter; the Board’s minutes print it."), "small", "ink3"),
                             gap=4, margins=(16, 8, 16, 10)))  # fmt: skip
        self.report_card.body.addWidget(held)
        return self.report_card

    def header(self) -> list[QWidget]:
        return [self.presider, self.topics, self.minutes, self.go, self.begin]

    @property
    def session(self) -> Meeting | None:
        """The session's own record, or None."""
        return self.services.shown.find(Meeting, self.head.session) if self.head and self.head.session else None

    def refresh(self) -> None:
        session = self.session
        self.stack.setCurrentIndex(0 if session is None else 1)
        for button in (self.go, self.topics, self.minutes, self.presider, self.begin):
            button.setVisible(session is not None)
        if self.open_session.action is not None:
            allow(self.open_session.action, self.why_not)
        if session is None:
            return
        due = session.state in AHEAD and self.meeting.state in BEGUN and self.meeting.called_to_order is not None
        self.begin.setVisible(due)
        self.go.setVisible(not due and (session.state in AHEAD or session.adjourned is None))
        self.minutes.setVisible(session.state in BEGUN)
        for button in (self.presider, self.begin):
            allow(button, self.why_not)
        clear(self._column)
        self._column.addWidget(self._card(session))
        key = f"report/{session.id}"
        if self.report_drafts.key != key or not self.report.hasFocus():
            self.report_drafts.show(key, session.report_back)
        self._settle_report()

    def _settle_report(self) -> None:
        session = self.session
        same = session is None or self.report.toPlainText().strip() == session.report_back
        why = self._why_not_of_session()
        allow(self.report, why)
        allow(self.keep, why or (tr("Nothing has been changed.") if same else ""))

    def _why_not_of_session(self) -> str:
        """The session's record is open as long as its own minutes, and the Board's, were not circulated."""
        session = self.session
        return self.why_not or (why_not(self.services, session) if session is not None else "")

    def keep_report(self) -> None:
        """Keep what was written."""
        if self.session is not None and not self._why_not_of_session():
            text = self.report.toPlainText()
            self.report_drafts.done()
            self.do(WriteReportBack(self.session.id, text))

    def leave(self) -> None:
        if self._built:
            self.report_drafts.keep()

    def _card(self, session: Meeting) -> Card:
        record = self.services.shown
        card = Card()
        facts = Section(tr("Session of the independent directors"))
        facts.facts(self._facts(session))
        card.body.addWidget(facts)
        present = [line for line in attendance(record, session) if line.there]
        here = Section(tr("Present"))
        here.say(joined([line.name for line in present]) if present else tr("Not recorded yet."))
        card.body.addWidget(here)
        topics = Section(tr("Topics"))
        lines = agenda_lines(record, session)
        for line in lines:
            topics.body.addWidget(
                holder(row(Text(f"{line.number}", "base", "ink3"), Text(line.title, elide=True), None))
            )
        if not lines:
            topics.say(tr("No topics recorded. Time and those present are enough."), "ink3")
        card.body.addWidget(topics)
        law = Section(on="inset", bar="slate")
        law.say(
            tr("Counted apart: the session is no meeting of the Board and stands outside its quarterly count and the "
               "75% attendance fraction. It needs one continuous interval with only independent directors present."),
            "ink2",
        )  # fmt: skip
        card.body.addWidget(law)
        return card

    def _facts(self, session: Meeting) -> list[tuple[str, str]]:
        record = self.services.shown
        begun, ended = session.called_to_order, session.adjourned
        hours = clock_time(session.starts) if not session.all_day else ""
        if begun is not None:
            hours = f"{clock_time(begun)} {tr('to')} {clock_time(ended)}" if ended else clock_time(begun)
        basis = BASIS_NAMES[session.presiding_basis]
        presiding = ", ".join(
            part for part in (name_of(record, session.presiding), basis, session.presiding_note) if part
        )
        may = eligible(record, session)
        return [
            (tr("When"), f"{weekday_day(session.day)}{f', {hours}' if hours else ''}"),
            (tr("State"), STATE_NAMES[session.state]),
            (tr("Presiding"), presiding or tr("nobody chosen yet")),
            (tr("May attend"), tr("%1 independent on that date").replace("%1", directors(len(may)))),
        ]

    def make(self) -> None:
        """Open the session's record."""
        self.do(OpenSession(self.meeting_id))

    def begin_session(self) -> None:
        """The session begins with the independent directors of the meeting; where needed, ask who presides."""
        session = self.session
        if session is None:
            return
        at = begin_moment(self.services, self.meeting)
        if session.presiding is None:
            chosen = ChoosePresidingDialog.ask(self.services, session, self)
            if chosen is None:
                return
            command = BeginSession(self.meeting_id, at, chosen.person, chosen.basis, chosen.note)
        else:
            command = BeginSession(self.meeting_id, at)
        if self.do(command):
            self._to("live")

    def choose_presider(self) -> None:
        """Choose who presides over the session."""
        if self.session is not None:
            self.do(ChoosePresidingDialog.ask(self.services, self.session, self))

    def _to(self, tab: str) -> None:
        if self.session is not None:
            self.wanted.emit("meetings", (self.session.id, tab))


def directors(count: int) -> str:
    """“8 directors”."""
    return tr("1 director") if count == 1 else tr("%1 directors").replace("%1", str(count))
