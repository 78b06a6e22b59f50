"""What changed since the last answers: old beside new, each in full."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from boarddesk.services.questionnaire_words import ASKED
from boarddesk.services.questionnaires import Difference
from boarddesk.ui.kit.text import Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class ChangesList(QScrollArea):
    """Two columns, last year and now; with `titled` the question stands before them."""

    def __init__(self, name: str, height: int, *, titled: bool = False) -> None:
        super().__init__()
        self._titled = titled
        self.setAccessibleName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(Theme.current().px(height))

    def show_changes(self, changes: Sequence[Difference]) -> None:
        """Show these changes."""
        theme = Theme.current()
        held = ground(QWidget(), "inset")
        grid = QGridLayout(held)
        grid.setContentsMargins(*[theme.px(8)] * 4)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        first = 1 if self._titled else 0
        grid.setColumnStretch(first, 2)
        grid.setColumnStretch(first + 1, 3)
        heads = [tr("Question"), tr("Last year"), tr("Now")][0 if self._titled else 1 :]
        for place, head in enumerate(heads):
            grid.addWidget(Text(head, "small-medium", "ink2"), 0, place)
        for number, change in enumerate(changes, start=1):
            tone = "ink2" if change.routine else "violet"
            old = Text(change.old or tr("Nothing"), "small", "ink2", wrap=True)
            cells = [old, Text(change.new or tr("No longer"), "small", tone, wrap=True)]
            titles = [Text(tr(ASKED[change.question].title), "small", "ink2")] if self._titled else []
            for place, cell in enumerate([*titles, *cells]):
                grid.addWidget(cell, number, place, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(len(changes) + 1, 1)
        self.setWidget(held)

    def words(self) -> list[str]:
        """Every text shown, heads first."""
        held = self.widget()
        return [text.text() for text in held.findChildren(Text)] if held is not None else []
