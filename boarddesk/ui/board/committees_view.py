"""The second view of the Board page: who serves on which committee, and one committee in its own pane."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.committees import CommitteeView, MemberLine
from boarddesk.services.person_page import Pairs
from boarddesk.ui.board.actions import BoardActions
from boarddesk.ui.board.editing import hold, menu_button
from boarddesk.ui.columns.committee_columns import member_columns, verdict_word
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card
from boarddesk.ui.kit.chips import StatusChip
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import PAGE_MARGIN, ROW_LIST
from boarddesk.ui.register_words import tr

NARROW = 740
CLASS_COLUMN = 3
NEWEST = 8
"""Lines of the past that a pane shows; more are a register's business."""


class CommitteesView(QWidget):
    """`committee` gives the committee of the member chosen, `opened` the person."""

    committee = Signal(str)
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), theme.px(12))
        self.table = Table(
            member_columns(), name=tr("Members of committees"), row_height=ROW_LIST, sortable=False,
            group=lambda line: line.committee, keys=[("Enter", tr("show the person"))],
            empty=EmptyState("users", tr("No committees yet"), tr("A committee has members, a chair and a charter.")),
        )  # fmt: skip
        self.table.selected.connect(self._tell)
        self.table.activated.connect(self._open)
        card = Card()
        card.body.addWidget(self.table)
        layout.addWidget(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.view.setColumnHidden(CLASS_COLUMN, self.width() < Theme.current().px(NARROW))

    def show_members(self, lines: tuple[MemberLine, ...]) -> None:
        """Show the members as of another day; nobody has chosen anything by that."""
        self.blockSignals(True)
        self.table.set_rows(lines)
        self.blockSignals(False)

    def chosen(self) -> str:
        """The committee of the member selected; empty where none is."""
        line = self.table.current()
        return line.committee_id if line is not None else ""

    def choose(self, committee: str) -> None:
        """Select the first member of a committee."""
        for line in self.table.model.lines:
            if not line.is_heading and line.item.committee_id == committee:
                self.table.select(line.item.id)
                return

    def _open(self, line: MemberLine) -> None:
        if line.person:
            self.opened.emit(line.person)

    def _tell(self, line: MemberLine | None) -> None:
        if line is not None:
            self.committee.emit(line.committee_id)


class CommitteeInspector(Inspector):
    """The pane for one committee: what it is for, charter, chairs and members over time, and what can be done."""

    entry = Signal(str, str)
    """The table and the id of an entry to be shown in its register."""

    def __init__(self, deeds: BoardActions, parent: QWidget | None = None) -> None:
        super().__init__(name=tr("The committee chosen"), parent=parent)
        self.deeds = deeds

    def _show_newest(self, title: str, pairs: Pairs, table: str, newest: str) -> None:
        """The newest few of what may be a long list; its register holds them all."""
        if not pairs:
            return
        section = self.section(title)
        section.facts(pairs[:NEWEST])
        if len(pairs) > NEWEST:
            said = tr("All %1 in Registers").replace("%1", str(len(pairs)))
            section.link(said, lambda: self.entry.emit(table, newest))

    def show_committee(self, view: CommitteeView | None, why: str) -> None:
        """Show a committee, or that none is chosen; `why` says why nothing can be changed."""
        if view is None:
            self.show_nothing(tr("Choose a member to see the committee."))
            return
        self.clear()
        edit = Button(tr("Edit…"), small=True, name=tr("Edit the %1").replace("%1", view.name),
                      on_click=lambda: self.deeds.edit_committee(view.id))  # fmt: skip
        self.head(view.name, view.subtitle, serif=True).row(edit)
        if view.mandate:
            self.section(tr("What it is for")).say(view.mandate)
        for verdict in view.verdicts:
            title = tr("Guideline") if verdict.origin == "guideline" else tr("Law")
            chip = StatusChip(verdict.status, verdict.origin, verdict_word(verdict))
            on, bar = ("inset", "slate") if verdict.origin == "law" else ("surface", "")
            self.section(title, chip, on=on, bar=bar).say(verdict.because, "ink2")
        charter = self.section(tr("Charter"))
        if view.charter:
            charter.facts(view.charter)
        else:
            charter.say(tr("No charter in force is on record."), "ink2")
        if view.charter_id:
            charter.link(tr("Show it in Registers"), lambda: self.entry.emit("documents", view.charter_id))
        if view.members:
            self.section(tr("Members")).facts(view.members)
        self._show_newest(tr("Chairs"), view.chairs, "committee_chairs", view.newest_chair)
        self._show_newest(tr("Former members"), view.former, "committee_seats", view.newest_seat)
        change = Button(tr("Change the members…"), on_click=lambda: self.deeds.change_members(view.id))
        more = menu_button(
            tr("More"),
            ((tr("Dissolve the committee…"), lambda: self.deeds.dissolve(view.id)),),
            tr("More for the %1").replace("%1", view.name),
        )
        self.buttons(change, more)
        hold([edit, change, more], why)
