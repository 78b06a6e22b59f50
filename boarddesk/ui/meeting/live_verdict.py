"""What would come of the motion now: word and votes, the rule and its sum, warnings, and the button that records it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from boarddesk.services.motion_draft import MotionDraft, Verdict
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.inspector import Section
from boarddesk.ui.kit.text import KeyCap, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr

WIDEST = 16_777_215  # what Qt calls no limit
BESIDE = 228  # px


class VerdictPane(QWidget):
    """Beside the votes, or under them where there is little width; `record_wanted` is its button."""

    record_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        upper = QVBoxLayout()
        upper.setContentsMargins(*[theme.px(side) for side in (14, 6, 14, 6)])
        upper.setSpacing(theme.px(2))
        self._word = Text("", "number")
        self._votes = Text("", "small", "ink2", wrap=True)
        self._rule, self._sum = Text("", "small", wrap=True), Text("", "small-strong")
        # Where the votes have the whole width, word, count and button share one line under them.
        self._said = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._said.setSpacing(theme.px(2))
        self._said.addWidget(self._word)
        self._said.addWidget(self._votes, 1)
        self.record = Button(tr("Record the vote"), "primary", on_click=self.record_wanted.emit)
        self.record.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._key = KeyCap("Ctrl Enter")
        self._deed = holder(row(self.record, self._key))
        upper.addLayout(self._said)
        line = row(self._rule, self._sum)
        line.setStretch(0, 1)
        upper.addLayout(line)
        self._in_votes = Text("", "small", "ink2", wrap=True)
        self._silent = Text("", "small", "ink2", wrap=True)
        self._warnings = Text("", "small", "amber", wrap=True)
        for words in (self._in_votes, self._silent, self._warnings):
            upper.addWidget(words)
        outer.addLayout(upper)
        self._aside = Section(on="inset", bar="slate")
        self._aside_text = self._aside.say("", "ink2", "small")
        outer.addWidget(self._aside)
        outer.addStretch(1)
        self._foot = row(self._deed, margins=(14, 4, 14, 10))
        outer.addLayout(self._foot)

    def set_tight(self, tight: bool) -> None:
        """Stand under the votes, in one line, where there is little width."""
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        width = Theme.current().px(BESIDE)
        self.setMinimumWidth(0 if tight else width)
        self.setMaximumWidth(WIDEST if tight else width)
        self._said.setDirection(beside if tight else down)
        self._said.setSpacing(Theme.current().px(10 if tight else 2))
        self._foot.setContentsMargins(*[Theme.current().px(side) for side in ((0,) * 4 if tight else (14, 4, 14, 10))])
        (self._said if tight else self._foot).addWidget(self._deed)

    def show_verdict(self, found: Verdict, warnings: tuple[str, ...], draft: MotionDraft, why_not: str) -> None:
        """Show what would come of the motion; without words or votes it cannot be recorded yet."""
        self._word.setText(found.word)
        self._word.set_tone(found.hue)
        self._votes.setText(found.votes)
        self._votes.setVisible(bool(found.votes))
        self._rule.setText(found.rule)
        self._sum.setText(found.sum)
        self._in_votes.setText(found.in_votes)
        self._in_votes.setVisible(bool(found.in_votes))
        silent = (
            tr("1 has not voted") if found.silent == 1 else tr("%1 have not voted").replace("%1", str(found.silent))
        )
        self._silent.setText(silent)
        self._silent.setVisible(found.silent > 0 and bool(found.votes))
        # Said before any vote in the motion's head, and by the silent above.
        known = ("No vote is recorded for", "There was no quorum")
        said = [warning for warning in warnings if not warning.startswith(known)]
        self._warnings.setText("\n".join(said))
        self._warnings.setVisible(bool(said) and not draft.empty)
        lost = found.word == "No quorum"
        self._aside.setVisible(bool(found.aside) and not lost)
        self._aside_text.setText(tr("§144, no condition of carrying. %1").replace("%1", found.aside))
        self.record.setText(tr("Record as not acted on") if lost else tr("Record the vote"))
        self._key.setVisible(not lost)  # the words need its room
        missing = tr("Write the motion first.") if not draft.text.strip() else ""
        missing = missing or (tr("Nobody has voted yet.") if not found.votes else "")
        allow(self.record, why_not or missing)
