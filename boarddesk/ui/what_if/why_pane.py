"""The pane at the right: one rule today and if it so happens, what must then be done, and its source."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from boarddesk.domain.finding import Finding
from boarddesk.services.clauses import parameter_label
from boarddesk.services.what_if import Difference
from boarddesk.services.what_if_rules import TURNS, RuleTurn, about, sets_off
from boarddesk.ui.columns.duty_columns import due_words
from boarddesk.ui.finding_inspector import CONFIDENCE
from boarddesk.ui.kit import icons
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import StatusChip
from boarddesk.ui.kit.inspector import Inspector, Section
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.what_if.words import tr


class Task(QWidget):
    """One thing that must be done: an icon, and words that wrap beside it."""

    def __init__(self, icon: str, words: str) -> None:
        super().__init__()
        theme = Theme.current()
        self._icon, self._picture = icon, QLabel()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.px(8))
        held = QWidget()
        inner = QHBoxLayout(held)
        inner.setContentsMargins(0, theme.px(1), 0, 0)
        inner.addWidget(self._picture)
        held.setMaximumHeight(theme.px(18))
        line.addWidget(held, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(words, wrap=True), 1)
        theme.changed.connect(self._draw)
        self._draw()

    def _draw(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, "ink3"))


class WhyPane(Inspector):
    """`wanted` gives the clause that is to be seen in the record as it is."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(name=tr("Before and after"))
        self._rule: RuleTurn | None = None
        self._head = ""
        self._place = 0

    def show_rule(self, rule: RuleTurn | None, head: str) -> None:
        """Show a rule; `head` says what is supposed: “If Okoro-Llewelyn leaves”."""
        self._rule, self._head, self._place = rule, head, 0
        self._show()

    def turn(self, step: int) -> None:
        """Show the result before or after."""
        if self._rule is not None:
            self._place = (self._place + step) % len(self._told())
            self._show()

    def _told(self) -> list[Difference]:
        """The results that move, or all of them where none does."""
        if self._rule is None:
            return []
        moving = [difference for difference in self._rule.differences if difference.altered]
        return moving or list(self._rule.differences)

    def _show(self) -> None:
        rule = self._rule
        if rule is None:
            self.show_nothing(tr("Choose a rule to see it before and after."))
            return
        self.clear()
        told = self._told()
        difference = told[self._place]
        self.head(
            rule.text,
            clause=(rule.chip, rule.origin.value),
            about="" if len(told) > 1 else tr(TURNS[difference.turn]),
            right=self._arrows(len(told)),
        )
        self._side(self.section(tr("Today")), difference.before, about(difference), "ink2")
        then = self.section(self._head, on="violet-t", bar="violet")
        self._side(then, difference.after, "" if difference.after is None else about(difference), "ink")
        self._must(difference)
        self._source(rule, difference)

    def _arrows(self, count: int) -> list[QWidget]:
        if count < 2:
            return []
        where = Text(tr("%1 of %2").replace("%1", str(self._place + 1)).replace("%2", str(count)), "small", "ink3")
        before = Button(
            icon="chevron-left", kind="quiet", small=True, name=tr("Previous result"), on_click=lambda: self.turn(-1)
        )
        after = Button(
            icon="chevron-right", kind="quiet", small=True, name=tr("Next result"), on_click=lambda: self.turn(1)
        )
        return [where, before, after]

    def _side(self, section: Section, finding: Finding | None, subject: str, tone: str) -> None:
        if finding is None:
            section.say(tr("Nothing to judge."), tone)
            return
        origin = finding.origin.value
        section.row(StatusChip(finding.status.value, origin))
        if subject:
            section.say(subject, tone, "small")
        section.say(finding.because, tone)

    def _must(self, difference: Difference) -> None:
        """The finding's own remedy, day and what is missing, and what a listing rule not followed sets off."""
        after = difference.after
        section = self.section(tr("Then you must"))
        tasks: list[tuple[str, str]] = []
        if after is not None:
            if after.remedy:
                tasks.append(("list-checks", after.remedy))
            if after.due is not None:
                tasks.append(("clock", tr("By %1").replace("%1", due_words(after.due, date.min))))
            tasks += [("send", words) for words in sets_off(difference)]
            tasks += [("file-search", tr("Missing: %1").replace("%1", words)) for words in after.missing]
        for icon, words in tasks:
            section.add(Task(icon, words))
        if not tasks:
            section.say(tr("Nothing more than today.") if after else tr("Nothing: there is nothing to judge."), "ink2")

    def _source(self, rule: RuleTurn, difference: Difference) -> None:
        section = self.section(tr("Source"))
        if rule.source:
            section.say(rule.source, "ink2")
        for used in difference.finding.parameters:
            own = tr("set by the company") if used.company else tr(CONFIDENCE[used.confidence])
            section.say(f"{parameter_label(used.key)}: {used.value}. {used.citation} ({own})", "ink2", "small")
        section.link(tr("Leave and see it as it is"), lambda: self.wanted.emit(rule.clause))
