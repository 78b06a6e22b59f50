"""Below the agenda: what waits for it, directors' requests with what became of them, and the work plan's proposals."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.agenda import RequestLine, request_lines
from boarddesk.services.agenda_offers import Offer, OfferKind, duty_offers, offers
from boarddesk.services.workspace import Services
from boarddesk.ui.columns.agenda_columns import offer_columns
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, holder, row
from boarddesk.ui.kit.columns import Column
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

LEAST, MOST = 118, 224  # px of the pane, head included
ROWS = 5
"""So many lines are in sight at most; the agenda above has the room."""
WAITING, REQUESTS, PLAN = "waiting", "requests", "plan"


def request_columns() -> tuple[Column[RequestLine], ...]:
    """Who asked for what and when, and what became of it."""
    return (
        Column[RequestLine](tr("Asked by"), lambda r: r.who, width=168),
        Column[RequestLine](tr("On"), lambda r: r.asked, show=show_date, width=100),
        Column[RequestLine](tr("Asked for"), lambda r: r.text, stretch=True, tooltip=lambda r: r.text),
        Column[RequestLine](
            tr("Outcome"), lambda r: r.words, width=208, mark=lambda r: "done" if r.outcome else "not_yet_due",
            tooltip=lambda r: r.words,
        ),
    )  # fmt: skip


class WaitingPane(QWidget):
    """`taken` gives offers for the agenda, `answered` a request to be answered, `logged` asks for a new one."""

    taken = Signal(object)
    answered = Signal(object)
    logged = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._meeting: Meeting | None = None
        self._why_not = ""
        self.part = SegmentedControl(
            [(WAITING, tr("Waiting")), (REQUESTS, tr("Requests")), (PLAN, tr("Work plan"))], name=tr("What is shown")
        )
        self.part.chosen.connect(lambda _part: self._show_part())
        self.take_all = Button(tr("Take all"), small=True, on_click=self._take_all)
        self.take_all.setToolTip(tr("Ctrl+Shift+T"))
        self.log = Button(tr("Log a request…"), "flat", small=True, on_click=self.logged.emit)
        keys = [("Enter", tr("take")), ("D", tr("answer a request"))]
        empty = EmptyState("circle-check", tr("Nothing waits for this agenda"))
        self.offers = Table(offer_columns(), name=tr("What waits"), sortable=False, keys=keys, empty=empty)
        nothing = EmptyState("circle-check", tr("The work plan proposes nothing more for this meeting"))
        self.duties = Table(offer_columns(), name=tr("Duties proposed"), sortable=False, empty=nothing, footer=False)
        none = EmptyState("message-square-text", tr("No director asked for an item"))
        self.requests = Table(
            request_columns(), name=tr("Requests of directors"), sortable=False, footer=False, empty=none
        )
        self.tables = {WAITING: self.offers, REQUESTS: self.requests, PLAN: self.duties}
        head = ground(holder(row(self.part, None, self.log, self.take_all, margins=(12, 5, 12, 5))), "inset")
        layout = column(head, Rule(), *self.tables.values(), gap=0)
        self.setLayout(layout)
        for table in (self.offers, self.duties):
            table.activated.connect(self._take)
        self.requests.activated.connect(self.answered.emit)
        answer = QShortcut(QKeySequence("D"), self.offers.view, self._answer)
        answer.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._show_part()

    def show_meeting(self, meeting: Meeting, why_not: str) -> None:
        """What waits for a meeting's agenda; the work plan is asked only while it is shown."""
        self._meeting, self._why_not = meeting, why_not
        record = self._services.shown
        found, asked = offers(record, meeting), request_lines(record, meeting)
        self.offers.set_rows(found)
        self.requests.set_rows(asked)
        self.part.set_text(WAITING, tr("Waiting %1").replace("%1", str(len(found))))
        self.part.set_text(REQUESTS, tr("Requests %1").replace("%1", str(len(asked))))
        allow(self.log, why_not)
        self._show_part()

    def _show_part(self) -> None:
        shown = self.part.value()
        for part, table in self.tables.items():
            table.setVisible(part == shown)
        self.log.setVisible(shown == REQUESTS)
        self.take_all.setVisible(shown != REQUESTS)
        if shown == PLAN and self._meeting is not None:
            self.duties.set_rows(duty_offers(self._services, self._meeting))
        none = "" if self._lines() else tr("Nothing waits for this agenda.")
        allow(self.take_all, self._why_not or none)
        rows = min(ROWS, len(self.tables[shown].model.lines))
        self.setFixedHeight(Theme.current().px(LEAST + (MOST - LEAST) * rows // ROWS))

    def _lines(self) -> tuple[Offer, ...]:
        table = self.duties if self.part.value() == PLAN else self.offers
        return tuple(line.item for line in table.model.lines if not line.is_heading)

    def _take(self, offer: Offer | None) -> None:
        if offer is not None and not self._why_not:
            self.taken.emit((offer,))

    def _take_all(self) -> None:
        if self._lines() and not self._why_not:
            self.taken.emit(self._lines())

    def take_everything(self) -> None:
        """All that waits, whichever part is shown; duties only while the work plan is."""
        if self.part.value() == REQUESTS:
            self.part.choose(WAITING)
            self._show_part()
        self._take_all()

    def _answer(self) -> None:
        """Decline the request chosen, or say otherwise what became of it."""
        offer: Offer | None = self.offers.current()
        if offer is not None and offer.kind is OfferKind.REQUEST:
            lines = [line.item for line in self.requests.model.lines if not line.is_heading]
            self.answered.emit(next((line for line in lines if line.id == offer.row), None))
