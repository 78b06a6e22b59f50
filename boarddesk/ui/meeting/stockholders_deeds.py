"""What can be done about a meeting of stockholders: what it rests on, its nominees, counts, matters, the report."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from boarddesk.domain.elections import Election
from boarddesk.domain.happenings import Matter
from boarddesk.domain.meetings import AHEAD, BEGUN, Meeting
from boarddesk.services.books_of_company import MATTERS, STOCKHOLDER_MEETINGS
from boarddesk.services.files import save
from boarddesk.services.meetings import why_not
from boarddesk.services.notice_printing import inspectors_report_pdf
from boarddesk.services.stockholder_facts import inspectors_closed
from boarddesk.services.stockholder_view import StockholderView
from boarddesk.ui import files
from boarddesk.ui.dialogs.entry_dialog import EntryDialog
from boarddesk.ui.dialogs.hold_election_dialog import HoldElectionDialog
from boarddesk.ui.dialogs.name_inspectors_dialog import NameInspectorsDialog
from boarddesk.ui.dialogs.name_nominees_dialog import NameNomineesDialog
from boarddesk.ui.following import open_sheet_of
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.toast import Toast
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

if TYPE_CHECKING:
    from boarddesk.ui.meeting.stockholders_tab import StockholdersTab

PDF = "PDF files (*.pdf)"


class StockholdersDeeds:
    """No minutes tell these facts alone: they may be entered after the minutes were circulated too."""

    def __init__(self, tab: StockholdersTab) -> None:
        self._tab, self._services = tab, tab.services
        self.minutes = Button(tr("Open minutes"), icon="file-text", on_click=lambda: tab.tab_wanted.emit("minutes"))
        self.report = Button(tr("Inspectors’ report…"), icon="printer", on_click=self.print_report)
        self.notice = Button(tr("Notice…"), icon="mail", on_click=lambda: tab.tab_wanted.emit("notice"))
        self.counting = Button(tr("Enter the count…"), "primary", icon="vote", on_click=self.count_next)
        self.name = Button(tr("Name nominees…"), "flat", small=True, on_click=self.name_nominees)
        self.hold = Button(tr("Another class…"), "flat", small=True, on_click=self.hold_election)
        self.matter = Button(tr("Add a matter…"), "flat", small=True, on_click=self.enter_matter)
        self.facts = Button(tr("Change…"), "flat", small=True, name=tr("Change what it rests on"),
                            on_click=self.change_facts)  # fmt: skip
        self.inspectors = Button(tr("Inspectors…"), "flat", small=True, on_click=self.name_inspectors)
        self._uncounted: tuple[str, ...] = ()

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is on record now, not as it stood on the day shown."""
        return self._services.record.get(Meeting, self._tab.meeting_id)

    def buttons(self) -> list[QWidget]:
        """The buttons of the header."""
        return [self.report, self.notice, self.minutes, self.counting]

    def election_buttons(self) -> list[QWidget]:
        """Over the nominees."""
        return [self.hold, self.name]

    def matter_buttons(self) -> list[QWidget]:
        """Over the matters."""
        return [self.matter]

    def fact_buttons(self) -> tuple[QWidget, ...]:
        """Over what the meeting rests on."""
        return (self.inspectors, self.facts)

    def settle(self, view: StockholderView) -> None:
        """Show what can be done in the meeting's state."""
        meeting = self._tab.meeting
        ahead, begun = meeting.state in AHEAD, meeting.state in BEGUN
        self._uncounted = view.uncounted
        self.notice.setVisible(ahead)
        self.minutes.setVisible(begun)
        self.report.setVisible(begun and bool(view.nominees or view.matters))
        self.counting.setVisible(begun and bool(view.uncounted or not view.nominees))
        self.name.setVisible(ahead or (bool(view.uncounted) and begun))
        self.hold.setVisible(begun and bool(view.nominees))
        writing = (self.counting, self.name, self.hold, self.matter, self.facts)
        for button in writing:
            allow(button, why_not(self._services))
        closed = inspectors_closed(self._services.record, meeting)
        allow(self.inspectors, why_not(self._services) or tr(closed) or self._tab.why_not)

    def change_facts(self) -> None:
        """Record date, designated day, shares and proxies."""
        self._tab.do(EntryDialog.ask(self._tab, self._services, STOCKHOLDER_MEETINGS, self.meeting))

    def name_inspectors(self) -> None:
        """The inspectors of election."""
        self._tab.do(NameInspectorsDialog.ask(self._services, self.meeting, self._tab))

    def name_nominees(self) -> None:
        """The slate, before anything is counted."""
        self._tab.do(NameNomineesDialog.ask(self._services, self.meeting, self._tab))

    def count_next(self) -> None:
        """Enter the votes of the first class that has none; of a class not yet named, with its nominees."""
        if self._uncounted:
            self.count(self._uncounted[0])
        else:
            self.hold_election()

    def hold_election(self) -> None:
        """The ballot of a class whose nominees were not named before."""
        self._tab.do(HoldElectionDialog.ask(self._tab, self._services, meeting=self.meeting))

    def count(self, election: str) -> None:
        """Enter or correct the votes of an election; before the meeting its nominees are named."""
        row = self._services.record.find(Election, election)
        if row is None or why_not(self._services):
            return
        if self._tab.meeting.state in AHEAD:
            self.name_nominees()
        else:
            self._tab.do(HoldElectionDialog.ask(self._tab, self._services, row))

    def enter_matter(self) -> None:
        """A matter put to the stockholders beside the election, with its tally once it is counted."""
        self._tab.do(EntryDialog.ask(self._tab, self._services, MATTERS, given={"meeting": self._tab.meeting.id}))

    def change_matter(self, matter: str) -> None:
        """Its tally, the result stated, or its words."""
        row = self._services.record.find(Matter, matter)
        if row is not None and not why_not(self._services):
            self._tab.do(EntryDialog.ask(self._tab, self._services, MATTERS, row))

    def follow(self, fact: str) -> None:
        """What follows from the votes: the sheet with the filing."""
        open_sheet_of(self._tab, str(fact))

    def print_report(self) -> None:
        """Save the inspectors' report as PDF."""
        name = f"{self._tab.meeting.day.isoformat()} inspectors of election.pdf"
        path = files.ask_save(self._tab, tr("Save the inspectors’ report"), name, PDF)
        if path is not None:
            save(path, inspectors_report_pdf(self._services, self._tab.meeting_id))
            Toast.say(self._tab.window(), tr("Saved: %1").replace("%1", path.name))
