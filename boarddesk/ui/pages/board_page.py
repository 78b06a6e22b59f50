"""Board: seats by class, committees and history as of any day, with a pane for what is chosen."""

from collections.abc import Callable
from functools import cached_property
from typing import Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeSeat
from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.people import BoardSize, Person
from boarddesk.domain.tables import BY_NAME
from boarddesk.services.board import board_view
from boarddesk.services.choices import people_choices
from boarddesk.services.committees import committee_lines, committee_view, member_lines
from boarddesk.services.history import history_of, people_with_history
from boarddesk.services.person_page import person_view
from boarddesk.services.words import meeting_name
from boarddesk.ui.board.actions import BoardActions
from boarddesk.ui.board.committees_view import CommitteeInspector, CommitteesView
from boarddesk.ui.board.editing import hold, menu_button
from boarddesk.ui.board.history_view import HistoryView
from boarddesk.ui.board.person_inspector import PersonInspector
from boarddesk.ui.board.seats_view import SeatsView, filled_words
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.page import Page
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_MIN, INSPECTOR_WIDTH

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
        self._paned: dict[QWidget, tuple[object, ...]] = {}
        self.pieces = Pieces(self)
        self.views, self.panes = QStackedWidget(), QStackedWidget()
        self.panes.setMinimumWidth(Theme.current().px(INSPECTOR_MIN))
        self.split = Splitter(self.views, self.panes, name="board")
        self.body.addWidget(self.split, 1)
        pane = INSPECTOR_WIDTH + SCROLL_BAR if self.width() > Theme.current().px(WIDE) else NARROW_PANE
        self.split.start_with(0, pane)

    def _build_header(self) -> None:
        self.view = SegmentedControl(
            [(SEATS, self.tr("Seats")), (COMMITTEES, self.tr("Committees")), (HISTORY, self.tr("History"))],
            name=self.tr("View"),
        )
        self.view.chosen.connect(self._turn)
        self.add_header_widget(self.view)
        self.more = menu_button(self.tr("More"), self.deeds.of_the_board(), self.tr("More for the board"))
        self.add_header_widget(self.more)
        self.elect = self.add_action(self.tr("Hold an election…"), self.deeds.elect, icon="vote")
        self.appoint = self.add_action(self.tr("Appoint a director…"), self.deeds.appoint, icon="plus")

    @cached_property
    def seats(self) -> SeatsView:
        """The first view."""
        made = SeatsView()
        made.person.connect(self.show_person)
        made.opened.connect(self._turn_to_history)
        made.seat.connect(lambda seat: None if self.why else self.deeds.appoint(seat))
        made.begun.connect(self.deeds.set_size)
        made.committee.connect(self._turn_to_committee)
        self.views.addWidget(made)
        return made

    @cached_property
    def person_pane(self) -> PersonInspector:
        """The pane of the first view and of the third."""
        made = PersonInspector(self.deeds)
        made.meeting.connect(self._open_meeting)
        made.history.connect(self._turn_to_history)
        self.panes.addWidget(made)
        return made

    @cached_property
    def committees(self) -> CommitteesView:
        """The second view, made when it is first wanted."""
        made = CommitteesView()
        made.committee.connect(self._show_committee)
        made.opened.connect(self._open_person)
        self.views.addWidget(made)
        return made

    @cached_property
    def history(self) -> HistoryView:
        """The third view, made when it is first wanted."""
        made = HistoryView()
        made.person.connect(self._choose_history)
        self.views.addWidget(made)
        return made

    @cached_property
    def committee_pane(self) -> CommitteeInspector:
        """The pane of the second view."""
        made = CommitteeInspector(self.deeds)
        made.entry.connect(self._open_entry)
        self.panes.addWidget(made)
        return made

    def refresh(self) -> None:
        """Read the record as of the chosen day, one part after the other."""
        self.why = why_not_editable(self.services)
        hold([self.more, self.elect, self.appoint], self.why)
        self._paned.clear()
        steps = (lambda: self.seats, self._show_board, self._show_committees)
        self.pieces.begin(*steps, *self._steps_of(self.view.value()))

    def _show_board(self) -> None:
        board = board_view(self.services)
        self.set_subtitle(filled_words(board))
        self.seats.show_board(board, may_fill=not self.why)
        if self.services.shown.find(Person, self._person) is None:
            self._person = self.seats.first_person()
        self.seats.choose(self._person)

    def _show_committees(self) -> None:
        self.seats.show_committees(committee_lines(self.services))

    def show_view(self, view: Any) -> None:
        """Turn to seats, committees or history."""
        self._turn(view)
        self.pieces.finish()

    def _turn(self, view: Any) -> None:
        """Turn to a view, one part after the other; what hides is filled when it is turned to."""
        self.pieces.finish()
        self.view.choose(view)
        self.pieces.begin(*self._steps_of(view))

    def _steps_of(self, view: Any) -> tuple[Callable[[], object], ...]:
        if view == SEATS:
            return (lambda: self.views.setCurrentWidget(self.seats), self._show_pane)
        if view == COMMITTEES:
            return (lambda: self.committees, self._show_members, self._show_pane)
        return (lambda: self.history, lambda: self._show_history(self.history.who.value()), self._show_pane)

    def _show_members(self) -> None:
        view = self.committees
        view.show_members(member_lines(self.services))
        self.views.setCurrentWidget(view)
        if self._committee is None:
            view.table.select_first()
        elif view.chosen() != self._committee:
            view.choose(self._committee)

    def show_person(self, person: str) -> None:
        """Show a person in the pane."""
        self.pieces.finish()
        self._person = person
        self.seats.choose(person)
        self._show_pane()

    def show_committee(self, committee: str) -> None:
        """Turn to a committee."""
        self._turn_to_committee(committee)
        self.pieces.finish()

    def _turn_to_committee(self, committee: str) -> None:
        self._committee = committee
        self._turn(COMMITTEES)

    def show_history(self, person: str) -> None:
        """Turn to a person's history."""
        self._turn_to_history(person)
        self.pieces.finish()

    def _turn_to_history(self, person: str) -> None:
        self.pieces.finish()
        self._person = person
        self.seats.choose(person)
        self.view.choose(HISTORY)
        self.pieces.begin(lambda: self.history, lambda: self._show_history(person), self._show_pane)

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
        else:
            self.show_view(SEATS)
            if row is not None and not isinstance(row, BoardSize):
                self.show_person(getattr(row, "person", row.id))

    def _show_pane(self) -> None:
        """Fill the pane of this view, unless it says already what it is to say."""
        committee = self.view.value() == COMMITTEES
        pane: QWidget = self.committee_pane if committee else self.person_pane
        wanted = (self._committee if committee else self._person, self.services.day, self.why)
        self.panes.setCurrentWidget(pane)
        if self._paned.get(pane) == wanted:
            return
        self._paned[pane] = wanted
        if committee:
            body = committee_view(self.services, self._committee) if self._committee else None
            self.committee_pane.show_committee(body, self.why)
        else:
            shown = person_view(self.services, self._person) if self._person else None
            self.person_pane.show_person(shown, self.why)

    def _show_committee(self, committee: str) -> None:
        self._committee = committee
        self.pieces.begin(self._show_pane)

    def _open_person(self, person: str) -> None:
        self._turn(SEATS)
        self.show_person(person)

    def _show_history(self, person: str | None) -> None:
        record = self.services.shown
        people = people_choices(record, people_with_history(record))
        self.history.show_history(people, person, lambda kind: history_of(self.services, kind, person))
        self.views.setCurrentWidget(self.history)

    def _choose_history(self, person: str | None) -> None:
        self._show_history(person)
        if person and person != self._person:
            self.show_person(person)

    def _open_meeting(self, meeting: str) -> None:
        found = self.services.shown.find(Meeting, meeting)
        if found is not None:
            self.wanted.emit("meetings", Evidence(Meeting.table, found.id, meeting_name(self.services.shown, found)))

    def _open_entry(self, table: str, entry: str) -> None:
        self.wanted.emit("registers", Evidence(table, entry, ""))
