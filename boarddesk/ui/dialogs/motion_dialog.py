"""One motion to be read: its words, its votes by name, its result with the rule; to be corrected or taken back."""

from typing import Literal

from PySide6.QtWidgets import QGridLayout, QWidget

from boarddesk.domain.motions import Choice, Motion
from boarddesk.domain.noticed import noticed
from boarddesk.domain.terms import name_of
from boarddesk.domain.votes import tally, votes_of
from boarddesk.services.meeting_overview import supersession
from boarddesk.services.motion_words import KIND_NAMES, counted_words, rule_words, vote_words
from boarddesk.services.rulings import left_undetermined
from boarddesk.services.words import capital, joined
from boarddesk.services.workspace import Services
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

Deed = Literal["correct", "supersede", "take back", "determine"]
WORDS = {
    Choice.FOR: "For",
    Choice.AGAINST: "Against",
    Choice.ABSTAIN: "Abstained",
    Choice.RECUSED: "Recused",
    Choice.ABSENT: "Not in the room",
}


class MotionDialog(FormDialog):
    """Ends with what is wished next: to correct the motion, to take it back, or nothing."""

    def __init__(
        self, services: Services, motion: Motion, why_not: str, parent: QWidget | None = None, *, closed: bool = False
    ) -> None:
        super().__init__(tr("Motion %1").replace("%1", motion.number), tr("Correct…"), tr("Close"), parent=parent)
        self.setMinimumWidth(Theme.current().px(560))
        self._deed: Deed = "supersede" if closed else "correct"
        if closed:
            # The minutes were circulated: the old entry stays, a new motion supersedes it.
            self.verb.setText(tr("Supersede…"))
        record = services.shown
        count = tally(record, motion)
        self.add(Text(motion.text, "record", wrap=True))
        self.add(Text(f"{counted_words(count)}. {rule_words(motion, count)}.", "strong", wrap=True))
        self.add(Text(f"{tr(KIND_NAMES[motion.kind])}. {vote_words(count)}.", "base", "ink2", wrap=True))
        movers = [tr("Moved by %1").replace("%1", name_of(record, motion.mover))] if motion.mover else []
        if motion.seconders:
            names = joined([name_of(record, person) for person in motion.seconders])
            movers.append(tr("seconded by %1").replace("%1", names))
        if movers:
            self.add(Text(f"{capital(', '.join(movers))}.", "base", "ink2", wrap=True))
        for flag in (*supersession(record, motion), *noticed(record, motion)):
            self.add(Text(flag, "base", "amber", wrap=True))
        self._show_votes(services, motion)
        self.back = Button(tr("Take it back"), on_click=self._take_back)
        self.aside.insertWidget(0, self.back)
        allow(self.back, why_not)
        if left_undetermined(record, motion):
            # The determinations are the Board's and no part of the minutes: they may be entered after these closed.
            self.determine = Button(tr("Record what it determined…"), on_click=self._determine)
            allow(self.determine, why_not_editable(services))
            self.aside.insertWidget(1, self.determine)
        allow(self.verb, "" if closed else why_not)

    def _show_votes(self, services: Services, motion: Motion) -> None:
        votes = votes_of(services.shown, motion.id)
        if not votes:
            return
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Theme.current().px(16))
        half = -(-len(votes) // 2)
        for number, vote in enumerate(votes):
            column = 0 if number < half else 2
            grid.addWidget(Text(name_of(services.shown, vote.person)), number % half, column)
            tone = "green" if vote.choice is Choice.FOR else "red" if vote.choice is Choice.AGAINST else "ink2"
            many = f" ×{vote.weight}" if vote.weight is not None else ""
            grid.addWidget(Text(f"{tr(WORDS[vote.choice])}{many}", "medium", tone), number % half, column + 1)
        cited = next((vote.weight_citation for vote in votes if vote.weight is not None), "")
        if cited:
            said = tr("Unequal votes under %1; they count in the quorum too (8 Del. C. §141(d)).")
            self.add(Text(said.replace("%1", cited), "base", "ink2", wrap=True))
        self.add(held)

    def _take_back(self) -> None:
        self._deed = "take back"
        self.accept()

    def _determine(self) -> None:
        self._deed = "determine"
        self.accept()

    def command(self) -> Deed:
        return self._deed

    @classmethod
    def ask(
        cls, services: Services, motion: Motion, why_not: str, parent: QWidget | None = None, *, closed: bool = False
    ) -> Deed | None:
        """What is wished next, or None."""
        found: Deed | None = cls(services, motion, why_not, parent, closed=closed).asked()
        return found
