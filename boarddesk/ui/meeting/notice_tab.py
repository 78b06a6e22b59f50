"""The notice of a meeting: until when and how, who had it, who waived it, and what was issued."""

from functools import cached_property

from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import AHEAD, CALLED_OFF
from boarddesk.services.notice_terms import purpose_lacks
from boarddesk.services.notice_view import IssuedLine, NoticeView, PersonNotice, notice_view
from boarddesk.ui.columns.notice_columns import notice_columns
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import Card, column, holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.facts_grid import facts_grid
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.pieces import Steps
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.meeting.notice_deeds import NoticeDeeds
from boarddesk.ui.meeting.tab import MeetingTab
from boarddesk.ui.meeting.words import tr


class NoticeTab(MeetingTab):
    """The log of notice at the left, what is due and what was issued at the right."""

    name = "notice"

    @cached_property
    def people(self) -> Table:
        """Who was given notice, when and how."""
        return Table(
            notice_columns(), name=tr("Log of notice"), row_height=ROW_TWO_LINES,
            keys=[("Enter", tr("open the waiver")), ("Del", tr("take a line back"))],
            empty=EmptyState("mail", tr("Not logged person by person"),
                             tr("Notice to stockholders is recorded by its day and manner.")),
        )  # fmt: skip

    def steps(self) -> Steps:
        return [lambda: self.people, *super().steps()]

    def build(self) -> None:
        self.deeds = NoticeDeeds(self)
        self.headline = Text("", "strong", wrap=True)
        self.deadline = Text("", "base", "ink2", wrap=True)
        self.facts = QVBoxLayout()
        self.issued = QVBoxLayout()
        self.people.activated.connect(self._open)
        self.people.view.installEventFilter(self.deeds)
        log = Card(tr("Who had notice"), *self.deeds.log_buttons())
        log.body.addWidget(self.people)
        due = self._card(tr("The notice"), self.headline, self.deadline, self.facts)
        kept = self._card(tr("Issued"), self.issued)
        right = column(due, kept, None, gap=12)
        both = row(log, right, gap=12, margins=(16, 12, 16, 16))
        both.setStretch(0, 5)
        both.setStretch(1, 2)
        self.body.addWidget(holder(both), 1)

    def _card(self, title: str, *parts: QWidget | QVBoxLayout) -> Card:
        card = Card(title)
        card.body.addLayout(column(*parts, gap=6, margins=(12, 8, 12, 10)))
        return card

    def header(self) -> list[QWidget]:
        return self.deeds.buttons()

    def refresh(self) -> None:
        view = notice_view(self.services.shown, self.meeting, self.services.now)
        self.people.set_rows(view.lines)
        self.people.set_footer(view.headline if view.lines else "")
        self._show_due(view)
        self._show_issued(view)
        self.deeds.settle(view)

    def _show_due(self, view: NoticeView) -> None:
        self.headline.setText(view.headline)
        self.deadline.setText(view.deadline)
        self.deadline.setVisible(bool(view.deadline))
        meeting = self.meeting
        pairs = [(tr("Period"), view.period), (tr("By"), view.manner), (tr("Purpose"), meeting.purpose),
                 (tr("To join"), meeting.dial_in)]  # fmt: skip
        clear(self.facts)
        self.facts.addLayout(facts_grid([pair for pair in pairs if pair[1]]))
        if lacks := purpose_lacks(meeting) if meeting.state in AHEAD else "":
            self.facts.addWidget(Text(tr(lacks), "small", "amber", wrap=True))
        if view.late:
            words = tr("The last moment has passed. Those who neither waive notice nor attend had none in time.")
            self.facts.addWidget(Text(words, "small", "amber", wrap=True))

    def _show_issued(self, view: NoticeView) -> None:
        clear(self.issued)
        for line in view.issued:
            self.issued.addWidget(self._issued(line))
        if not view.issued:
            off = self.meeting.state not in AHEAD | CALLED_OFF
            words = tr("Nothing was kept as it was issued.") if off else tr("Nothing was issued yet.")
            self.issued.addWidget(Text(words, "base", "ink3", wrap=True))

    def _issued(self, line: IssuedLine) -> QWidget:
        save = Button(
            icon="download", kind="quiet", small=True, name=tr("Save a copy: %1").replace("%1", line.words),
            on_click=lambda: self.deeds.save_issued(line),
        )  # fmt: skip
        held = row(Text(line.words, wrap=True), save)
        held.setStretch(0, 1)
        return holder(held)

    def _open(self, line: PersonNotice | None) -> None:
        if line is not None and line.waiver_file:
            self.deeds.open_waiver(line)
