"""The company's own wording of the patterns of minutes, or of the chair's script, and the house wording beneath."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from boarddesk.domain.keeping import MINUTES, SCRIPT
from boarddesk.services.commands.minutes_word import WordPattern
from boarddesk.services.minutes_patterns import PatternLine, find_pattern, pattern_lines, shown_as
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import holder, row
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.text import Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDTH = 640
ASKED = {
    MINUTES: (
        "How shall the minutes word it?",
        "Facts of the record stand in braces. They stay; the words around them are the company’s.",
    ),
    SCRIPT: (
        "How shall the chair’s script word it?",
        "Facts of the record stand in braces and may be left out. The last lines are what the chair reads on Live.",
    ),
}


class MinutesPatternsDialog(RegisterDialog):
    """A pattern is chosen in the list and worded below; each change is its own step to undo."""

    def __init__(self, services: Services, parent: QWidget | None = None, *, document: str = MINUTES) -> None:
        question, says = ASKED[document]
        super().__init__(
            services, tr(question), tr("Keep this wording"), tr("Leave it as it is"), says=tr(says), parent=parent
        )
        theme = Theme.current()
        self.setMinimumWidth(theme.px(WIDTH))
        self._lines: tuple[PatternLine, ...] = pattern_lines(services.record, document)
        self.list = QListWidget()
        self.list.setMinimumHeight(theme.px(210))
        self.list.setSpacing(2)
        edge = theme.palette.hex("field")
        self.list.setStyleSheet(f"QListWidget {{ border: 1px solid {edge}; border-radius: 4px; }}")
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for line in self._lines:
            own = tr("%1 (own wording)") if line.own else "%1"
            QListWidgetItem(own.replace("%1", line.title), self.list)
        self.field(tr("Pattern"), self.list)
        self.text: TextField = self.field(tr("Wording"), TextField(lines=3, record=True))
        self.facts = self.add(Text("", "small", "ink2", wrap=True))
        self.house = self.add(Text("", "small", "ink2", wrap=True))
        self.reset = Button(tr("Set back to the house wording"), "flat", small=True, on_click=self.set_back)
        self.add(holder(row(self.reset, None)))
        self.list.currentRowChanged.connect(lambda _row: self._show_line())
        self.list.setCurrentRow(0)

    @property
    def line(self) -> PatternLine:
        """The pattern chosen."""
        return self._lines[max(0, self.list.currentRow())]

    def _show_line(self) -> None:
        line = self.line
        self.wrong(self.text, line.fault)
        self.text.setPlainText(line.text)
        named = ", ".join(f"{{{fact}}}" for fact in line.facts)
        self.facts.setText(tr("Facts: %1").replace("%1", named) if named else tr("This pattern holds no facts."))
        self.house.setText(tr("House wording: %1").replace("%1", shown_as(line.house, line.facts)))
        self.reset.setEnabled(line.text != line.house)

    def set_back(self) -> None:
        """Put the house wording into the field; it counts once it is kept."""
        self.text.setPlainText(self.line.house)

    def check(self) -> None:
        fault = find_pattern(self.line.name).fault(self.text.toPlainText())
        if fault:
            self.wrong(self.text, fault)

    def command(self) -> WordPattern:
        text = self.text.toPlainText().strip()
        return WordPattern(self.line.name, None if text == self.line.house else text)

    @classmethod
    def ask(cls, services: Services, parent: QWidget | None = None, *, document: str = MINUTES) -> WordPattern | None:
        """The wording that was kept, or None."""
        found: WordPattern | None = cls(services, parent, document=document).asked()
        return found
