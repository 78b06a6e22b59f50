"""A line that says who has unequal votes, and the button that asks; for motions at meetings and votes between them."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.unequal_votes import EQUAL, Between, Weights, effect_words, weights_words
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.unequal_votes_dialog import UnequalVotesDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.text import Text
from boarddesk.ui.meeting.words import tr


def weighted_name(name: str, person: str, weights: Weights) -> str:
    """“Ellerbrook ×2” where a member has another number of votes than one."""
    return f"{name} ×{weights.votes[person]}" if person in weights.votes else name


class UnequalVotes(QWidget):
    """`changed` comes after the votes were asked for; `weights` are those in force."""

    changed = Signal()

    def __init__(
        self, services: Services, meeting: Meeting | Between, weights: Weights, at: Callable[[], datetime | None]
    ) -> None:
        super().__init__()
        self._services, self.meeting, self._at = services, meeting, at
        self.weights = weights
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        self._said = Text("", "small", "ink2", wrap=True)
        self.button = Button(tr("Unequal votes…"), "flat", small=True, on_click=self.ask)
        line.addWidget(self._said, 1)
        line.addWidget(self.button)
        self._show()

    def ask(self) -> None:
        """Ask who has more or less than one vote."""
        found = UnequalVotesDialog.ask(self._services, self.meeting, self.weights, self._at(), self)
        if found is not None:
            self.weights = found
            self._show()
            self.changed.emit()

    def vote_elsewhere(self, meeting: Between) -> None:
        """Another body or day was chosen: whose votes they are is asked anew where the body differs."""
        if meeting.body != self.meeting.body:
            self.weights = EQUAL
        self.meeting = meeting
        self._show()

    def _show(self) -> None:
        record = self._services.record
        words = weights_words(record, self.weights)
        effect = effect_words(record, self.meeting, self._at(), self.weights)
        self._said.setText(f"{words}. {effect}" if words else tr("Every member has one vote."))
