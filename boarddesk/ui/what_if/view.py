"""The Compliance page turned into what-if mode: changes at the left, results in the middle, why at the right."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from boarddesk.domain.finding import Finding
from boarddesk.domain.record import Record
from boarddesk.services.jobs import Job
from boarddesk.services.remedies import Remedy, remedies
from boarddesk.services.suppositions import Supposed
from boarddesk.services.what_if_answer import Answer, Refusal, answer
from boarddesk.services.what_if_notes import KeptNote, removing
from boarddesk.services.what_if_rules import RuleTurn
from boarddesk.services.workspace import Services
from boarddesk.ui import jobs
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.splitter import Splitter
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import INSPECTOR_MIN, PAGE_HEADER, PAGE_MARGIN
from boarddesk.ui.what_if.changes_pane import LEAST, ChangesPane
from boarddesk.ui.what_if.deeds import WhatIfDeeds
from boarddesk.ui.what_if.results_pane import ResultsPane
from boarddesk.ui.what_if.why_pane import WhyPane
from boarddesk.ui.what_if.words import tr

REST_MS = 200
PAINTED_MS = 150
NARROW = 1100
"""Widths of the page, in px at text scale 1, below which the panes at the sides give way."""
Question = tuple[Record, tuple[Supposed, ...], date]


class WhatIfView(QWidget):
    """`turned` says that the day or what can be done has changed, `left` that the mode is over, at a clause or none."""

    turned = Signal()
    left = Signal(str)
    said = Signal(str)

    def __init__(self, services: Services, changes: ChangesPane, pieces: Pieces) -> None:
        super().__init__()
        ground(self, "window")
        self.services, self.pieces = services, pieces
        self.answer: Answer | None = None
        self._asked: Question | None = None
        self._job: Job | None = None
        self._before: tuple[Record, date, tuple[Finding, ...]] | None = None
        self.changes = changes
        self.results = ResultsPane()
        self.why = WhyPane()
        self.stack = QStackedWidget()
        inner = Splitter(self.results, self.why, name="what-if-results")
        inner.start_with(0, 304)
        inner.follow(_results_and_why)
        self.stack.addWidget(inner)
        split = Splitter(self.changes, self.stack, name="what-if")
        split.start_with(244, 0)
        split.follow(_changes_and_rest)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.deeds = WhatIfDeeds(self)
        for part in (self._header(), Rule()):
            outer.addWidget(part)
        outer.addWidget(split, 1)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._judge)
        self._soon = QTimer(self, singleShot=True, interval=PAINTED_MS)
        self._soon.timeout.connect(self._look_for_remedies)
        self._listen()
        self._offer()

    def _header(self) -> QWidget:
        theme = Theme.current()
        self.title = Text(tr("What if"), "title", elide=True)
        self.shown = SegmentedControl([(False, tr("Changed")), (True, tr("All"))], name=tr("Rules shown"))
        self.shown.chosen.connect(lambda _whole: self._show_again())
        self.print = Button(tr("Print comparison"), icon="printer", on_click=self.deeds.print_comparison)
        self.print.setShortcut(QKeySequence("Ctrl+P"))
        self.real = Button(tr("Turn into real entries…"), on_click=self.deeds.carry_out)
        header = QWidget()
        header.setFixedHeight(theme.px(PAGE_HEADER))
        line = row(margins=(PAGE_MARGIN, 0, PAGE_MARGIN, 0))
        line.addWidget(self.title, 1)
        for widget in (self.shown, self.print, self.real):
            line.addWidget(widget)
        header.setLayout(line)
        return header

    def _listen(self) -> None:
        self.changes.changed.connect(self._edited)
        self.changes.notes.opened.connect(self.open_note)
        self.changes.notes.removed.connect(lambda note: self.services.bus.do(removing(note)))
        self.results.selected.connect(self._choose)
        self.results.unfolded.connect(self._unfold)
        self.why.wanted.connect(self.left.emit)
        escape = QShortcut(QKeySequence("Escape"), self, self.deeds.close_preview)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def refresh(self) -> None:
        """The record changed, or another day is shown: offer and judge anew."""
        self.changes.refresh()
        self._edited()

    def open_note(self, note: KeptNote) -> None:
        """Ask again what a note asked, as of the day it asked for."""
        self.changes.show_changes(note.changes, note.as_of)

    def day(self) -> date:
        """The day as of which findings are judged."""
        return self.changes.judged_on()

    def _edited(self) -> None:
        self.deeds.close_preview()
        self._rest.start()
        self.turned.emit()

    def ask_now(self) -> None:
        """Judge without waiting for a pause in typing."""
        self._rest.stop()
        self._judge()

    def forget(self) -> None:
        """The mode is over: nothing that is under way is wanted any more."""
        self._rest.stop()
        self._stop()

    @property
    def resting(self) -> bool:
        """Whether all that was asked for is there, remedies included."""
        waits = self._rest.isActive() or self._soon.isActive() or self.pieces.pending
        return not waits and self._job is None

    def _stop(self) -> None:
        self._asked = None
        self._soon.stop()
        if self._job is not None:
            self._job.stop()
            self._job = None

    def _judge(self) -> None:
        self._stop()
        changes, day, services = self.changes.changes(), self.day(), self.services
        if not changes:
            self._show_nothing()
            return
        asked = self._asked = (services.record, changes, day)
        known = self._before
        before = known[2] if known is not None and known[0] is asked[0] and known[1] == day else None
        self._job = jobs.start(
            self,
            tr("Judging the what-if"),
            lambda _progress: answer(services, changes, day, before),
            lambda found: self._take(asked, found),
        )

    def _show_nothing(self) -> None:
        self.answer = None
        self.changes.say_wrong(-1, "")
        self.title.setText(tr("What if"))
        self.results.clear()
        self.changes.remedies.say(tr("Remedies are looked for where a rule gets worse."))
        self._offer()

    def _take(self, asked: Question, found: Answer | Refusal) -> None:
        if asked is not self._asked:
            return
        self._job = None
        if isinstance(found, Refusal):
            self._show_nothing()
            self.changes.say_wrong(found.place, f"{found.error.what} {found.error.what_to_do}".strip())
            return
        self.answer = found
        self._before = (asked[0], found.day, found.before)
        # Remedies are many judgments: they begin once the results are painted, and not beside it.
        self.pieces.begin(self._show_counts, self._show_rules, self.results.choose, self._soon.start)

    def _show_counts(self) -> None:
        found = self.answer
        if found is None:
            return
        self.changes.say_wrong(-1, "")
        self.title.setText(found.title)
        self.shown.set_text(False, tr("Changed %1").replace("%1", str(found.changed)))
        self.shown.set_text(True, tr("All %1").replace("%1", str(len(found.rules))))
        self.results.show_counts(found)
        self._offer()

    def _show_rules(self) -> None:
        if self.answer is not None:
            # Where nothing moves, what stands for another reason is all there is to see.
            whole = self.shown.value() or not self.answer.changed
            self.results.show_rules(self.answer, whole=whole)

    def _show_again(self) -> None:
        self._show_rules()
        self.results.choose()

    def _unfold(self) -> None:
        self.shown.choose(True)
        self._show_again()

    def _choose(self, rule: RuleTurn | None) -> None:
        self.why.show_rule(rule, self.answer.head if self.answer is not None else "")

    def _look_for_remedies(self) -> None:
        asked, found, services = self._asked, self.answer, self.services
        if asked is None or found is None:
            return
        self.changes.remedies.say(tr("Looking for remedies."))
        self._job = jobs.start(
            self,
            tr("Trying remedies"),
            lambda progress: remedies(services, asked[1], found.comparison, found.before, progress),
            lambda offers: self._show_remedies(asked, found, offers),
        )

    def _show_remedies(self, asked: Question, found: Answer, offers: tuple[Remedy, ...]) -> None:
        if asked is not self._asked:
            return
        self._job = None
        if any(rule.lead.turn == "worse" for rule in found.rules):
            self.changes.remedies.show_remedies(offers)
        else:
            self.changes.remedies.say(tr("Nothing gets worse."))

    def _offer(self) -> None:
        """Switch on what can be done with the answer."""
        self.print.setEnabled(self.answer is not None)
        why = self.why_not_write()
        self.real.setEnabled(not why)
        self.real.setToolTip(why)
        self.turned.emit()

    def why_not_write(self) -> str:
        """Why the question can be neither kept nor made real now; empty where it can."""
        return why_not_editable(self.services) or ("" if self.answer is not None else tr("Say first what happens."))


def _changes_and_rest(width: int) -> tuple[int, int]:
    """The changes at the left, as wide as a date and a name need."""
    theme = Theme.current()
    left = theme.px(LEAST if width < theme.px(NARROW) else 244)
    return left, max(0, width - left)


def _results_and_why(width: int) -> tuple[int, int]:
    """The results, and why at the right."""
    theme = Theme.current()
    right = theme.px(INSPECTOR_MIN if width < theme.px(NARROW - 244) else 304)
    return max(0, width - right), right
