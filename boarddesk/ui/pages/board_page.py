"""Board: seats by class, committees and history as of any day, with a pane for what is chosen."""

from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import BoardSize, Person
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.board import board_view
from boarddesk.services.choices import people_choices
from boarddesk.services.committees import committee_lines, committee_view, member_lines
from boarddesk.services.history import history_view, people_with_history
from boarddesk.services.person_page import person_view
from boarddesk.services.words import meeting_name
from boarddesk.ui.board.actions import BoardActions
from boarddesk.ui.board.committees_view import CommitteeInspector, CommitteesView
from boarddesk.ui.board.editing import hold, menu_button
from boarddesk.ui.board.history_view import HistoryView
from boarddesk.ui.board.person_inspector import PersonInspector
from boarddesk.ui.board.seats_view import SeatsView
from boarddesk.ui.dialogs.register_form import why_not_editable
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_WIDTH

SCROLL_BAR, NARROW_PANE, WIDE = 10, 304, 1060
SEATS, COMMITTEES, HISTORY = "seats", "committees", "history"


class BoardPage(Page):
    """A card or a row fills the pane; Enter on a vacant seat appoints."""

    title = "Board"
    watches: ClassVar[frozenset[str]] = frozenset(BY_NAME)

    def build(self) -> None:
        """Make header, views and panes."""
        self.set_title(self.tr("Board"))
        self.deeds = BoardActions(self.services, self)
        self._person: str | None = None
        self._committee: str | None = None
        self._build_header()
        self.seats, self.committees, self.history = SeatsView(), CommitteesView(), HistoryView()
        self.views = QStackedWidget()
        for view in (self.seats, self.committees, self.history):
            self.views.addWidget(view)
        self.person_pane = PersonInspector(self.deeds)
        self.committee_pane = CommitteeInspector(self.deeds)
        self.panes = QStackedWidget()
        self.panes.addWidget(self.person_pane)
        self.panes.addWidget(self.committee_pane)
        self.split = Splitter(self.views, self.panes, name="board")
        self.body.addWidget(self.split, 1)
        wide = self.width() > Theme.current().px(WIDE)
        self.split.start_with(0, INSPECTOR_WIDTH + SCROLL_BAR if wide else NARROW_PANE)
        self._connect()

    def _build_header(self) -> None:
        self.view = SegmentedControl(
            [(SEATS, self.tr("Seats")), (COMMITTEES, self.tr("Committees")), (HISTORY, self.tr("History"))],
            name=self.tr("View"),
        )
        self.view.chosen.connect(self.show_view)
        self.add_header_widget(self.view)
        self.more = menu_button(self.tr("More"), self.deeds.of_the_board(), self.tr("More for the board"))
        self.add_header_widget(self.more)
        self.elect = self.add_action(self.tr("Hold an election…"), self.deeds.elect, icon="vote")
        self.appoint = self.add_action(self.tr("Appoint a director…"), self.deeds.appoint, icon="plus")

    def _connect(self) -> None:
        self.seats.person.connect(self.show_person)
        self.seats.opened.connect(self.show_history)
        self.seats.seat.connect(self._fill)
        self.seats.begun.connect(self.deeds.set_size)
        self.seats.committee.connect(self.show_committee)
        self.committees.committee.connect(self._show_committee)
        self.committees.opened.connect(self._open_person)
        self.history.person.connect(self._show_history)
        self.person_pane.meeting.connect(self._open_meeting)
        self.person_pane.history.connect(self.show_history)
        self.committee_pane.charter.connect(self._open_charter)

    def refresh(self) -> None:
        """Read the record as of the chosen day."""
        self.why = why_not_editable(self.services)
        hold([self.more, self.elect, self.appoint], self.why)
        board = board_view(self.services)
        size = board.filled if board.size is None else max(board.size, board.filled)
        said = self.tr("%1 of %2 seats filled") if board.size is not None else self.tr("%1 directors in office")
        self.set_subtitle(said.replace("%1", str(board.filled)).replace("%2", str(size)))
        self.seats.show_board(board, committee_lines(self.services), may_fill=not self.why)
        if self.services.shown.find(Person, self._person) is None:
            self._person = self.seats.first_person()
        self.seats.choose(self._person)
        self.committees.show_members(member_lines(self.services))
        if self.view.value() == HISTORY:
            self._show_history(self.history.who.value())
        self._show_pane()

    def show_view(self, view: Any) -> None:
        """Turn to seats, committees or history."""
        self.view.choose(view)
        self.views.setCurrentIndex((SEATS, COMMITTEES, HISTORY).index(view))
        if view == COMMITTEES and self.committees.table.current() is None:
            self.committees.table.select_first()
        if view == HISTORY:
            self._show_history(self.history.who.value())
        self._show_pane()

    def show_person(self, person: str) -> None:
        """Show a person in the pane."""
        self._person = person
        self.seats.choose(person)
        self._show_pane()

    def show_committee(self, committee: str) -> None:
        """Turn to a committee."""
        self._committee = committee
        self.show_view(COMMITTEES)
        self.committees.choose(committee)
        self._show_committee(committee)

    def show_history(self, person: str) -> None:
        """Turn to a person's history."""
        self._person = person
        self._show_history(person)
        self.show_view(HISTORY)

    def show_target(self, target: object) -> None:
        """Show the row of the record that a piece of evidence names."""
        if not isinstance(target, Evidence):
            return
        if not self.built:
            self._settle()
        row = self.services.shown.find(BY_NAME[target.kind], target.id) if target.kind in BY_NAME else None
        if isinstance(row, Committee):
            self.show_committee(row.id)
        elif isinstance(row, CommitteeSeat | CommitteeChair):
            self.show_committee(row.committee)
        elif row is not None and not isinstance(row, BoardSize):
            self.show_view(SEATS)
            self.show_person(getattr(row, "person", row.id))
        else:
            self.show_view(SEATS)

    def _show_pane(self) -> None:
        committee = self.view.value() == COMMITTEES
        self.panes.setCurrentWidget(self.committee_pane if committee else self.person_pane)
        if committee:
            view = committee_view(self.services, self._committee) if self._committee else None
            self.committee_pane.show_committee(view, self.why)
        else:
            shown = person_view(self.services, self._person) if self._person else None
            self.person_pane.show_person(shown, self.why)

    def _show_committee(self, committee: str) -> None:
        self._committee = committee
        self._show_pane()

    def _open_person(self, person: str) -> None:
        if not person:
            return
        self.show_view(SEATS)
        self.show_person(person)

    def _show_history(self, person: str | None) -> None:
        people = people_choices(self.services.shown, people_with_history(self.services.shown))
        self.history.show_history(people, person, history_view(self.services, person))
        if person and person != self._person:
            self.show_person(person)

    def _fill(self, seat: str) -> None:
        if not self.why:
            self.deeds.appoint(seat)

    def _open_meeting(self, meeting: str) -> None:
        found = self.services.shown.find(Meeting, meeting)
        if found is not None:
            self.wanted.emit("meetings", Evidence(Meeting.table, found.id, meeting_name(self.services.shown, found)))

    def _open_charter(self, charter: str) -> None:
        found = self.services.shown.find(Document, charter)
        if found is not None:
            self.wanted.emit("registers", Evidence(found.table, found.id, found.title))
