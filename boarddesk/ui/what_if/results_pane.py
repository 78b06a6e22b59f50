"""The pane in the middle: how many rules move which way, the rules in groups, what stays folded away."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.what_if import Turn
from boarddesk.services.what_if_answer import Answer
from boarddesk.services.what_if_rules import TURNS, RuleTurn
from boarddesk.ui.columns.what_if_columns import what_if_columns
from boarddesk.ui.flow import FlowLayout
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import ROW_TWO_LINES
from boarddesk.ui.what_if.words import tr

HUES = {Turn.WORSE: "red", Turn.STARTS: "amber", Turn.BETTER: "green", Turn.ENDS: "ink2", Turn.SAME: "ink2"}
ARROW = 34
NARROWEST, WIDEST = 118, 196
SHARE = 0.262


class ResultsPane(QWidget):
    """`selected` gives the rule chosen, or None; `unfolded` that all rules are wanted."""

    selected = Signal(object)
    unfolded = Signal()

    def __init__(self) -> None:
        super().__init__()
        theme = Theme.current()
        ground(self, "surface")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        numbers = QWidget()
        self._flow = FlowLayout(theme.px(16), numbers)
        self._counts = holder(row(numbers, margins=(14, 14, 14, 12)))
        self.empty = EmptyState(
            "git-compare-arrows",
            tr("Say at the left what happens"),
            tr("Every rule is judged again as if it had happened. The record stays as it is."),
        )
        self.table = Table(
            what_if_columns(tr("If so")),
            key=lambda rule: rule.id,
            group=lambda rule: tr(TURNS[rule.turn]),
            row_height=ROW_TWO_LINES,
            sortable=False,
            footer=False,
        )
        self.table.view.setAccessibleName(tr("Rules before and after"))
        self.table.selected.connect(self.selected.emit)
        self.fold = Button("", "quiet", icon="chevron-right", on_click=self.unfolded.emit)
        self._fold = ground(holder(row(self.fold, None, margins=(4, 0, 4, 0))), "inset")
        self._note = Text("", "small", "ink2", wrap=True)
        self._noted = holder(row(self._note, margins=(14, 7, 14, 7)))
        for part in (self._counts, Rule(), self.empty):
            outer.addWidget(part)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._fold)
        outer.addWidget(Rule())
        outer.addWidget(self._noted)
        outer.setStretch(outer.indexOf(self.empty), 1)
        self._rules: tuple[RuleTurn, ...] = ()
        self.clear()

    def clear(self) -> None:
        """Nothing is supposed yet."""
        self._rules = ()
        self.table.set_rows(())
        for part in (self.table, self._fold, self._counts, self._noted):
            part.hide()
        self.empty.show()
        self.selected.emit(None)

    def show_counts(self, answer: Answer) -> None:
        """The numbers, and what the changes do to the quorum."""
        words = {
            Turn.WORSE: tr("get worse") if answer.counts[Turn.WORSE] != 1 else tr("gets worse"),
            Turn.STARTS: tr("start") if answer.counts[Turn.STARTS] != 1 else tr("starts"),
            Turn.BETTER: tr("get better") if answer.counts[Turn.BETTER] != 1 else tr("gets better"),
            Turn.ENDS: tr("end") if answer.counts[Turn.ENDS] != 1 else tr("ends"),
            Turn.SAME: tr("stay the same") if answer.counts[Turn.SAME] != 1 else tr("stays the same"),
        }
        clear(self._flow)
        for turn, word in words.items():
            count = answer.counts[turn]
            number = Text(str(count), "number", HUES[turn] if count else "ink3")
            each = holder(row(number, Text(word, "base", "ink2"), gap=7))
            each.setAccessibleName(f"{count} {word}")
            self._flow.addWidget(each)
            each.show()
        self._counts.show()
        self._note.setText(answer.note)
        self._noted.setVisible(bool(answer.note))
        self.empty.hide()

    def show_rules(self, answer: Answer, *, whole: bool) -> None:
        """The rules in their groups; those that stay the same only where the whole is wanted."""
        self._rules = answer.rules
        self.table.model.columns = what_if_columns(answer.head)
        self.table.view.horizontalHeader().viewport().update()
        shown = [rule for rule in answer.rules if whole or rule.turn is not Turn.SAME]
        self.table.show()
        self.table.set_rows(shown)
        staying = tr("Stays the same: %1").replace("%1", str(answer.counts[Turn.SAME]))
        other = tr("%1 of them for another reason").replace("%1", str(answer.altered))
        self.fold.setText(f"{staying}, {other}" if answer.altered else staying)
        self.fold.setAccessibleName(self.fold.text())
        self._fold.setVisible(not whole)

    def choose(self) -> None:
        """Stay at the rule chosen, or go to the first."""
        if self.table.current() is None:
            self.table.select_first()
        else:
            self.selected.emit(self.table.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Both results keep one width, which gives way to the rule's name where room is short."""
        super().resizeEvent(event)
        theme = Theme.current()
        wide = round(min(theme.px(WIDEST), max(theme.px(NARROWEST), self.width() * SHARE)))
        header = self.table.view.horizontalHeader()
        for place, size in ((1, wide), (2, theme.px(ARROW)), (3, wide)):
            header.resizeSection(place, size)
