"""The agenda: items in order with their clock times, one item's form at the right, what waits for it below."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.domain.meetings import AHEAD, AgendaItem, AgendaRequest, ItemType
from boarddesk.services.agenda import AgendaLine, RequestLine, agenda_lines, whole_time
from boarddesk.services.agenda_issues import issuing
from boarddesk.services.agenda_offers import Offer
from boarddesk.services.agenda_templates import templates
from boarddesk.services.bus import Command
from boarddesk.services.commands.agenda_consent import PullOut, PutInConsent
from boarddesk.services.commands.agenda_items import AddItem, RemoveItem
from boarddesk.services.commands.agenda_move import MoveItem
from boarddesk.services.commands.agenda_take import TakeOffers
from boarddesk.ui.dialogs.add_item_dialog import AddItemDialog
from boarddesk.ui.dialogs.answer_request_dialog import AnswerRequestDialog
from boarddesk.ui.dialogs.defer_item_dialog import DeferItemDialog
from boarddesk.ui.dialogs.issue_agenda_dialog import IssueAgendaDialog
from boarddesk.ui.dialogs.log_request_dialog import LogRequestDialog
from boarddesk.ui.dialogs.time_zones_dialog import TimeZonesDialog
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.pieces import Steps
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_MIN
from boarddesk.ui.meeting.agenda_menus import AgendaMenus
from boarddesk.ui.meeting.agenda_strip import AgendaStrip
from boarddesk.ui.meeting.agenda_table import AgendaTable
from boarddesk.ui.meeting.agenda_waiting import WaitingPane
from boarddesk.ui.meeting.item_form import ItemForm
from boarddesk.ui.meeting.tab import MeetingTab, allow
from boarddesk.ui.meeting.words import tr

FORM = 344  # px wide, unless the window is narrow
BREAK_MINUTES = 15


def _widths(wide: int) -> list[int]:
    """The widths of list and form for a width of the whole."""
    theme = Theme.current()
    form = theme.px(INSPECTOR_MIN if wide < theme.px(1000) else FORM)
    return [wide - form, form]


class AgendaTab(MeetingTab):
    """Move with Alt+Up and Alt+Down or by drag; the form at the right saves when a field is left."""

    name = "agenda"

    @cached_property
    def table(self) -> AgendaTable:
        """The items in order."""
        empty = EmptyState(
            "list", tr("No items yet"), tr("Begin with last year’s agenda or a template, or add the first item."),
            action=tr("Add an item…"), on_action=self.add_item,
        )  # fmt: skip
        return AgendaTable(empty)

    @cached_property
    def form(self) -> ItemForm:
        """The item chosen."""
        return ItemForm(self.services)

    @cached_property
    def waiting(self) -> WaitingPane:
        """What waits for the agenda."""
        return WaitingPane(self.services)

    def steps(self) -> Steps:
        return [templates, lambda: self.table, lambda: self.form, lambda: self.waiting, *super().steps()]

    def build(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.moved.connect(lambda item, place: self.do(MoveItem(item, place)))
        self.table.removal_wanted.connect(lambda item: self.do(RemoveItem(item)))
        self.table.joined.connect(lambda item: self.do(PutInConsent(item)))
        self.table.left.connect(lambda item: self.do(PullOut(item)))
        self.table.break_wanted.connect(self.add_break)
        self.form.changed.connect(self.services.bus.do)
        self.table.activated.connect(lambda _line: self.form.title.setFocus())
        self._keys()
        self.consent = Button(tr("Into the consent agenda"), small=True, on_click=self._consent)
        self.defer = Button(tr("Defer…"), small=True, on_click=self.defer_item)
        self.remove = Button(tr("Remove"), small=True, icon="trash-2", on_click=self._remove)
        foot = ground(holder(row(self.consent, None, self.defer, self.remove, margins=(12, 8, 12, 8))), "surface")
        right = holder(column(self.form, Rule(), foot, gap=0))
        self.split = split = Splitter(self._left(), right, name="agenda")
        split.follow(_widths)
        split.start_with(0, FORM)
        self.body.addWidget(split, 1)
        self.begin_menu, self.print_menu = QMenu(self), QMenu(self)
        self.menus = AgendaMenus(self)
        self.begin_button = MenuButton(tr("Begin with"), self.begin_menu)
        self.print_button = MenuButton(tr("Print"), self.print_menu)
        self.add_button = Button(tr("Add an item…"), "primary", icon="plus", on_click=self.add_item)
        self.writing(self.begin_button, self.add_button)

    def _keys(self) -> None:
        edit = QShortcut(QKeySequence("F2"), self.table.view, self.form.title.setFocus)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)
        for keys, deed in (("Ctrl+Shift+T", self.waiting.take_everything), ("Ctrl+Shift+L", self._copy)):
            # While the tab is in sight: an empty agenda has nothing that could hold the focus.
            QShortcut(QKeySequence(keys), self, deed)

    def _left(self) -> QWidget:
        self.strip = AgendaStrip(self.services)
        self.strip.zones_wanted.connect(self.choose_zones)
        self.strip.issue_wanted.connect(self.issue)
        self.waiting.taken.connect(self.take)
        self.waiting.answered.connect(self.answer)
        self.waiting.logged.connect(self.log_request)
        return holder(column(self.strip, Rule(), self.table, Rule(edge=True), self.waiting, gap=0))

    def header(self) -> list[QWidget]:
        return [self.begin_button, self.print_button, self.add_button]

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting
        lines = agenda_lines(record, meeting)
        self.table.why_not = self.why_not
        self.table.set_footer(whole_time(record, meeting) if lines else "")
        self.table.set_rows(lines)
        self.strip.show_meeting(meeting, self.why_not)
        self.waiting.show_meeting(meeting, self.why_not)
        self.menus.settle()
        if self.table.current() is None and lines:
            self.table.select_first()
        self._choose(self.table.current())

    def show_place(self, kind: str, row_id: str) -> None:
        if kind == AgendaItem.table:
            self.table.select(row_id)

    def leave(self) -> None:
        self.form.commit()

    def add_item(self) -> None:
        """Ask for an item and put it after the one chosen."""
        line: AgendaLine | None = self.table.current()
        if not self.why_not:
            self._add(AddItemDialog.ask(self.services, self.meeting, line.place + 1 if line else 0, self))

    def add_break(self) -> None:
        """A break after the item chosen."""
        line: AgendaLine | None = self.table.current()
        if line is not None and not self.why_not:
            item = AgendaItem(
                id="new", meeting=self.meeting_id, position=line.place + 1, title=tr("Break"), type=ItemType.BREAK,
                minutes=BREAK_MINUTES,
            )  # fmt: skip
            self._add(AddItem(item))

    def _add(self, command: Command | None) -> None:
        """Run a command that adds an item, and choose what it added."""
        before = {line.id for line in agenda_lines(self.services.shown, self.meeting)}
        if self.do(command):
            fresh = [line.id for line in agenda_lines(self.services.shown, self.meeting) if line.id not in before]
            self.table.select(fresh[0] if fresh else "")

    def take(self, offers: tuple[Offer, ...]) -> None:
        """Put what waits on the agenda, all of it as one step."""
        if not self.why_not:
            self.do(TakeOffers(self.meeting_id, offers, self.services.today))

    def defer_item(self) -> None:
        """Put the item chosen off to another meeting."""
        line: AgendaLine | None = self.table.current()
        if line is not None:
            self.do(DeferItemDialog.ask(self.services, self.meeting, line.item, self))

    def log_request(self) -> None:
        """Log a director's request."""
        self.do(LogRequestDialog.ask(self.services, self.meeting, self))

    def answer(self, line: RequestLine | None) -> None:
        """Say what became of a request; one with an outcome is closed."""
        request = self.services.record.find(AgendaRequest, line.id) if line is not None else None
        if request is not None and request.outcome is None and not self.why_not:
            self.do(AnswerRequestDialog.ask(self.services, self.meeting, request, self))

    def choose_zones(self) -> None:
        """Ask for the time zones of the meeting."""
        self.do(TimeZonesDialog.ask(self.services, self.meeting, self))

    def issue(self) -> None:
        """Ask to whom the agenda goes, and keep the copy that goes out."""
        self.form.commit()
        chosen = IssueAgendaDialog.ask(self.services, self.meeting, self)
        if chosen is not None:
            self.do(issuing(self.services, self.meeting, chosen.people, chosen.others, chosen.note))

    def _copy(self) -> None:
        if not self.why_not:
            self.menus.copy_last_year()

    def _consent(self) -> None:
        line: AgendaLine | None = self.table.current()
        if line is not None:
            self.do(PullOut(line.id) if line.within else PutInConsent(line.id))

    def _remove(self) -> None:
        line: AgendaLine | None = self.table.current()
        if line is not None:
            self.do(RemoveItem(line.id))

    def _choose(self, line: AgendaLine | None) -> None:
        item = self.services.shown.find(AgendaItem, line.id) if line is not None else None
        self.form.show_item(item, self.why_not)
        none = tr("Choose an item first.") if item is None else ""
        over = tr("The meeting is over.") if self.meeting.state not in AHEAD and self.meeting.adjourned else ""
        allow(self.remove, self.why_not or none)
        allow(self.defer, self.why_not or none or (over if item and item.outcome else ""))
        within = line is not None and line.within
        self.consent.setText(tr("Pull out") if within else tr("Into the consent agenda"))
        self.consent.setAccessibleName(self.consent.text())
        allow(self.consent, self.why_not or none or over)
