"""What is offered below the changes: remedies with their effect, and the what-ifs that were kept."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.services.remedies import Remedy
from boarddesk.services.what_if_notes import KeptNote
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, row
from boarddesk.ui.kit.layouts import clear
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.what_if.words import tr


class _Listed(QWidget):
    """A heading, then one row an offer, or a line that says why there is none."""

    def __init__(self, title: str) -> None:
        super().__init__()
        theme = Theme.current()
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
        outer.setSpacing(theme.px(6))
        outer.addWidget(Text(title, "strong"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(6))
        outer.addLayout(self._rows)

    def _show(self, rows: Sequence[QWidget], otherwise: str) -> None:
        clear(self._rows)
        for place, each in enumerate(rows):
            if place:
                self._rows.addWidget(Rule())
            self._rows.addWidget(each)
        if not rows:
            self._rows.addWidget(Text(otherwise, "small", "ink2", wrap=True))


def _row(title: str, tone: str, detail: str, *buttons: Button) -> QWidget:
    theme = Theme.current()
    words = column(Text(title, "medium", tone, wrap=True), Text(detail, "small", "ink2", wrap=True), gap=1)
    line = row(gap=2)
    line.addLayout(words, 1)
    for button in buttons:
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    held = QWidget()
    held.setLayout(line)
    held.setMinimumHeight(theme.px(36))
    return held


class RemedyList(_Listed):
    """Remedies; `wanted` gives the one to be supposed as well."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Try a remedy"))
        self.found: tuple[Remedy, ...] = ()
        self.say(tr("Remedies are looked for where a rule gets worse."))

    def say(self, text: str) -> None:
        """Why there are none."""
        self.found = ()
        self._show((), text)

    def show_remedies(self, found: Sequence[Remedy]) -> None:
        """Show what would help, each with its effect."""
        self.found = tuple(found)
        self._show([self._row(remedy) for remedy in found], tr("None was found that helps."))

    def _row(self, remedy: Remedy) -> QWidget:
        add = Button(
            icon="plus",
            kind="quiet",
            small=True,
            name=tr("Suppose it too: %1").replace("%1", remedy.words),
            on_click=lambda: self.wanted.emit(remedy),
        )
        return _row(remedy.words, "accent", effect_words(remedy), add)


def effect_words(remedy: Remedy) -> str:
    """“4 better, 1 remains”."""
    better = tr("%1 better").replace("%1", str(remedy.better))
    if not remedy.remain:
        return better
    left = tr("%1 remains") if remedy.remain == 1 else tr("%1 remain")
    return f"{better}, {left.replace('%1', str(remedy.remain))}"


class NoteList(_Listed):
    """Kept notes; `opened` and `removed` give the note."""

    opened = Signal(object)
    removed = Signal(object)

    def __init__(self) -> None:
        super().__init__(tr("Kept notes"))

    def show_notes(self, notes: Sequence[KeptNote], why_not: str) -> None:
        """List the notes; `why_not` says why none can be taken away."""
        rows = [self._row(note, why_not) for note in notes]
        self._show(rows, tr("A question kept as a note is found here again."))

    def _row(self, note: KeptNote, why_not: str) -> QWidget:
        opening = Button(
            icon="folder-open",
            kind="quiet",
            small=True,
            name=tr("Open the note “%1”").replace("%1", note.title),
            on_click=lambda: self.opened.emit(note),
        )
        away = Button(
            icon="trash-2",
            kind="quiet",
            small=True,
            name=tr("Remove the note “%1”").replace("%1", note.title),
            on_click=lambda: self.removed.emit(note),
        )
        away.setEnabled(not why_not)
        if why_not:
            away.setToolTip(why_not)
        detail = f"{note.detail}. {note.note}" if note.note else note.detail
        return _row(note.title, "ink", detail, opening, away)
