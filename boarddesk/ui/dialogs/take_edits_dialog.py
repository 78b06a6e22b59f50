"""The differences of an edited Word file, block by block; each is taken or left."""

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.services.commands.minutes_take_edits import TakeEdits
from boarddesk.services.minutes_word_file import Difference
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.card import Card, column
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.block_edit import name_of
from boarddesk.ui.meeting.words import tr

WIDTH = 680


class TakeEditsDialog(RegisterDialog):
    """What each block says and what the file says; facts of the record stay, and say so."""

    def __init__(
        self, services: Services, meeting: Meeting, edits: tuple[Difference, ...], parent: QWidget | None = None
    ) -> None:
        count = len(edits)
        words = tr("1 block differs") if count == 1 else tr("%1 blocks differ").replace("%1", str(count))
        super().__init__(
            services,
            tr("Take these edits?") if edits else tr("Nothing was changed in this file"),
            tr("Take those chosen"),
            tr("Leave the minutes as they are"),
            says=words if edits else tr("Every block reads as the minutes do."),
            parent=parent,
        )
        self.setMinimumWidth(Theme.current().px(WIDTH))
        self._meeting = meeting.id
        self.boxes: list[tuple[Difference, QCheckBox]] = []
        for difference in edits:
            self.add(self._card(difference))
        self.verb.setVisible(any(box.isEnabled() for _difference, box in self.boxes))

    def _card(self, difference: Difference) -> Card:
        box = QCheckBox(tr("Take this edit"))
        box.setAccessibleName(tr("Take the edit under “%1”").replace("%1", difference.title))
        box.setEnabled(not difference.why_not)
        box.setChecked(not difference.why_not)
        self.boxes.append((difference, box))
        card = Card(difference.title, box, margins=12)
        lines: list[QVBoxLayout] = []
        if difference.now:
            lines.append(_said(tr("Minutes"), difference.now, "ink2"))
        reads = difference.reads or tr("The block is taken out.")
        lines.append(_said(tr("File"), reads, "ink"))
        for line in lines:
            card.body.addLayout(line)
        for fact in difference.facts:
            reads = fact.reads or tr("nothing")
            words = tr("Cannot be taken: %1, “%2” in the file, comes from the record: “%3”. Correct the record.")
            words = words.replace("%1", name_of(fact.name)).replace("%2", reads).replace("%3", fact.was)
            card.body.addWidget(Text(words, "small", "red", wrap=True))
        if difference.why_not and not difference.facts:
            words = tr("Cannot be taken: %1").replace("%1", difference.why_not)
            card.body.addWidget(Text(words, "small", "red", wrap=True))
        return card

    def check(self) -> None:
        if not any(box.isChecked() for _difference, box in self.boxes):
            self.refuse(tr("No edit is chosen."))

    def command(self) -> TakeEdits:
        chosen = [difference for difference, box in self.boxes if box.isEnabled() and box.isChecked()]
        return TakeEdits(self._meeting, tuple((difference.key, difference.wording) for difference in chosen))

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, edits: tuple[Difference, ...], parent: QWidget | None = None
    ) -> TakeEdits | None:
        """The edits chosen, or None."""
        chosen: TakeEdits | None = cls(services, meeting, edits, parent).asked()
        return chosen


def _said(label: str, words: str, tone: str) -> QVBoxLayout:
    label_line, text = Text(label, "small-medium", "ink3"), Text(words, "record", tone, wrap=True)
    return column(label_line, text, gap=2, margins=(0, 0, 0, 6))
