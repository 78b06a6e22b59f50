"""Over the agenda: when the meeting is and in which zones, how long the agenda takes, and whether it was issued."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.agenda import beyond_end, zone_words
from boarddesk.services.agenda_issues import changed_since, issued_agenda, issued_words
from boarddesk.services.agenda_order import items_of
from boarddesk.services.next_meeting import when_words
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, row
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

REST_MS = 300
"""So long after a change the agenda is compared with the one issued: that prints it anew."""


class AgendaStrip(QWidget):
    """`zones_wanted` asks for the time zones, `issue_wanted` to issue the agenda."""

    zones_wanted = Signal()
    issue_wanted = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        ground(self, "surface")
        self.when = Text("", "medium")
        self.zones = Button("", "flat", small=True, on_click=self.zones_wanted.emit)
        self.over = Text("", "base", "amber", elide=True)
        self.issued = Text("", "small", "ink2", elide=True)
        self.issue = Button(tr("Issue the agenda…"), small=True, icon="send", on_click=self.issue_wanted.emit)
        first = row(self.when, self.zones, None, self.issue, gap=8)
        self.setLayout(column(first, self.issued, self.over, gap=2, margins=(12, 6, 12, 6)))
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._compare)

    def show_meeting(self, meeting: Meeting, why_not: str) -> None:
        """The strip of one meeting; `why_not` says why nothing can be changed."""
        record = self._services.shown
        self._meeting = meeting
        self.when.setText(when_words(meeting))
        self.zones.setText(zone_words(record, meeting))
        self.zones.setAccessibleName(tr("Time zones: %1").replace("%1", zone_words(record, meeting)))
        allow(self.zones, why_not)
        over = beyond_end(record, meeting)
        self.over.setText(tr("The agenda runs %1.").replace("%1", over) if over else "")
        self.over.setVisible(bool(over))
        issue = issued_agenda(record, meeting.id)
        self.issued.setText(issued_words(record, issue) if issue else "")
        self.issued.setVisible(issue is not None)
        self.issued.set_tone("ink2")
        self.issue.setText(tr("Issue it again…") if issue else tr("Issue the agenda…"))
        none = "" if items_of(record, meeting.id) else tr("The agenda has no items yet.")
        allow(self.issue, why_not or none)
        if issue is not None:
            self._rest.start()
        else:
            self._rest.stop()

    def _compare(self) -> None:
        """Say that the agenda is no longer what went out; the copy that went out stays what it was."""
        meeting = self._meeting
        issue = issued_agenda(self._services.shown, meeting.id) if meeting is not None else None
        if meeting is None or issue is None or self._services.day != self._services.today:
            return
        if changed_since(self._services, meeting.id):
            said = issued_words(self._services.shown, issue)
            self.issued.setText(tr("%1; changed since").replace("%1", said))
            self.issued.set_tone("amber")

    def settle(self) -> None:
        """Compare now what was to be compared after a rest."""
        if self._rest.isActive():
            self._rest.stop()
            self._compare()
