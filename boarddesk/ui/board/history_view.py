"""The third view of the Board page: what happened and what was entered, of everybody or of one person."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.history import ENTERED, HAPPENED, HistoryLine
from boarddesk.ui.columns.history_columns import history_columns
from boarddesk.ui.kit.card import Card, row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.empty_state import EmptyState
from boarddesk.ui.kit.segmented import SegmentedControl
from boarddesk.ui.kit.table import Table
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.kit.tokens import PAGE_MARGIN
from boarddesk.ui.register_words import tr

FIELD = 280
BY_WHOM = 2
Lines = Callable[[str], Sequence[HistoryLine]]


class HistoryView(QWidget):
    """`person` gives whose history is wanted; None is everybody's."""

    person = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.px(PAGE_MARGIN), 0, theme.px(PAGE_MARGIN), theme.px(12))
        layout.setSpacing(theme.px(12))
        self.who = ChoiceField(optional=True, hint=tr("Everybody"))
        self.who.setAccessibleName(tr("Whose history"))
        self.who.setFixedWidth(theme.px(FIELD))
        self.who.changed.connect(self.person)
        label = Text(tr("History of"), "base", "ink2")
        label.setBuddy(self.who)
        self.kind = SegmentedControl([(kind, tr(kind)) for kind in (HAPPENED, ENTERED)], name=tr("Which history"))
        self.kind.chosen.connect(lambda _kind: self._show())
        layout.addLayout(row(label, self.who, None, self.kind))
        self.table = Table(
            history_columns(), name=tr("History"), empty=EmptyState("history", tr("Nothing is on record yet")),
        )  # fmt: skip
        card = Card()
        card.body.addWidget(self.table)
        layout.addWidget(card, 1)
        self._lines: Lines = lambda _kind: ()

    def show_history(self, people: tuple[tuple[str, str], ...], person: str | None, lines: Lines) -> None:
        """Show another history; `people` are those who may be chosen, `lines` gives those of either kind."""
        self.who.blockSignals(True)
        self.who.set_choices(people)
        self.who.set_value(person)
        self.who.blockSignals(False)
        self._lines = lines
        self._show()

    def _show(self) -> None:
        """What happened has no author: that column is for what was entered."""
        kind = self.kind.value()
        self.table.view.setColumnHidden(BY_WHOM, kind == HAPPENED)
        self.table.set_rows(self._lines(kind))
