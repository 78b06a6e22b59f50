"""The agenda: items in order with their clock times, one item's form at the right, requests of directors."""

from functools import cached_property

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.domain.meetings import AHEAD, AgendaItem, AgendaRequest
from boarddesk.services.agenda import AgendaLine, RequestLine, agenda_lines, request_lines, whole_time
from boarddesk.services.agenda_templates import templates, templates_for
from boarddesk.services.commands.agenda_items import RemoveItem
from boarddesk.services.commands.agenda_move import MoveItem
from boarddesk.services.commands.agenda_template import UseAgendaTemplate
from boarddesk.ui.dialogs.add_item_dialog import AddItemDialog
from boarddesk.ui.dialogs.answer_request_dialog import AnswerRequestDialog
from boarddesk.ui.dialogs.defer_item_dialog import DeferItemDialog
from boarddesk.ui.dialogs.log_request_dialog import LogRequestDialog
from boarddesk.ui.kit.button import Button, MenuButton
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.pieces import Steps
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_MIN
from boarddesk.ui.meeting.agenda_table import AgendaTable
from boarddesk.ui.meeting.item_form import ItemForm
from boarddesk.ui.meeting.tab import MeetingTab, allow
from boarddesk.ui.meeting.words import tr

FORM = 344  # px wide, unless the window is narrow


def request_columns() -> tuple[Column[RequestLine], ...]:
    """Who asked for what and when, and what became of it."""
    return (
        Column[RequestLine](tr("Asked by"), lambda r: r.who, width=180),
        Column[RequestLine](tr("On"), lambda r: r.asked, show=show_date, width=108),
        Column[RequestLine](tr("Asked for"), lambda r: r.text, stretch=True, tooltip=lambda r: r.text),
        Column[RequestLine](
            tr("Outcome"), lambda r: r.words, width=208, mark=lambda r: "done" if r.outcome else "not_yet_due",
            tooltip=lambda r: r.words,
        ),
    )  # fmt: skip


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
            "list", tr("No items yet"), tr("Begin with a template, or add the first item."),
            action=tr("Add an item…"), on_action=self.add_item,
        )  # fmt: skip
        return AgendaTable(empty)

    @cached_property
    def form(self) -> ItemForm:
        """The item chosen."""
        return ItemForm(self.services)

    def steps(self) -> Steps:
        return [templates, lambda: self.table, lambda: self.form, *super().steps()]

    def build(self) -> None:
        self.table.selected.connect(self._choose)
        self.table.moved.connect(lambda item, place: self.do(MoveItem(item, place)))
        self.table.removal_wanted.connect(lambda item: self.do(RemoveItem(item)))
        self.form.changed.connect(self.services.bus.do)
        self.table.activated.connect(lambda _line: self.form.title.setFocus())
        edit = QShortcut(QKeySequence("F2"), self.table.view, self.form.title.setFocus)
        edit.setContext(Qt.ShortcutContext.WidgetShortcut)
        self.defer = Button(tr("Defer…"), small=True, on_click=self.defer_item)
        self.remove = Button(tr("Remove"), small=True, icon="trash-2", on_click=self._remove)
        foot = ground(holder(row(self.defer, None, self.remove, margins=(16, 8, 16, 8))), "surface")
        right = holder(column(self.form, Rule(), foot, gap=0))
        self.split = split = Splitter(self._left(), right, name="agenda")
        split.follow(_widths)
        split.start_with(0, FORM)
        self.body.addWidget(split, 1)
        self.templates = QMenu(self)
        self.template_button = MenuButton(tr("From a template"), self.templates)
        self.add_button = Button(tr("Add an item…"), "primary", icon="plus", on_click=self.add_item)
        self.writing(self.template_button, self.add_button)

    def _left(self) -> QWidget:
        self.log = Button(tr("Log a request…"), "flat", small=True, on_click=self.log_request)
        self.writing(self.log)
        title = Text(tr("Requests of directors"), "small-strong", "ink2")
        head = ground(holder(row(title, None, self.log, margins=(12, 4, 12, 4))), "inset")
        self.requests = Table(
            request_columns(), name=tr("Requests of directors"), sortable=False, footer=False,
            empty=EmptyState("message-square-text", tr("No director asked for an item")),
        )  # fmt: skip
        self.requests.setFixedHeight(Theme.current().px(118))
        self.requests.activated.connect(self.answer)
        return holder(column(self.table, Rule(edge=True), head, Rule(), self.requests, gap=0))

    def header(self) -> list[QWidget]:
        return [self.template_button, self.add_button]

    def refresh(self) -> None:
        record, meeting = self.services.shown, self.meeting
        lines = agenda_lines(record, meeting)
        self.table.why_not = self.why_not
        self.table.set_footer(whole_time(lines) if lines else "")
        self.table.set_rows(lines)
        self.requests.set_rows(request_lines(record, meeting))
        self.templates.clear()
        for key, words in templates_for(record, meeting):
            action = self.templates.addAction(words)
            action.triggered.connect(lambda _checked=False, key=key: self.do(UseAgendaTemplate(self.meeting_id, key)))
        if self.table.current() is None and lines:
            self.table.select_first()
        self._choose(self.table.current())

    def leave(self) -> None:
        self.form.commit()

    def add_item(self) -> None:
        """Ask for an item and put it after the one chosen."""
        line: AgendaLine | None = self.table.current()
        if not self.why_not and self.do(
            AddItemDialog.ask(self.services, self.meeting, line.number + 1 if line else 0, self)
        ):
            place = line.number + 1 if line else 1
            lines = agenda_lines(self.services.shown, self.meeting)
            self.table.select(lines[min(place, len(lines)) - 1].id)

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
