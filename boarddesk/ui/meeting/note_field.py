"""The line for a note: Enter keeps it, @ names a person, / offers a wording."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WORDINGS = (
    "The report was received.",
    "Directors asked questions, which management answered.",
    "Management presented the matter from the materials sent before the meeting.",
    "The alternatives, their risks and their costs were considered.",
    "After discussion no action was taken.",
    "The directors requested a further report at the next meeting.",
)


class NoteField(TextField):
    """`submitted` gives the text on Enter and when the field is left."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(lines=1, optional=True, hint=tr("Type a note; @ for a person, / for a wording"), parent=parent)
        self.setFixedHeight(Theme.current().px(34))
        self.setAccessibleName(tr("Note"))
        self._people: Sequence[str] = ()
        self.menu: QMenu | None = None

    def set_people(self, names: Sequence[str]) -> None:
        """The names that @ offers."""
        self._people = names

    def submit(self) -> None:
        """Keep what was typed."""
        text = self.toPlainText().strip()
        if text:
            self.submitted.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        elif event.text() == "@" and self._people:
            self._offer(self._people)
        elif event.text() == "/" and not self.toPlainText().strip():
            self._offer([tr(words) for words in WORDINGS])
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.submit()

    def _offer(self, texts: Sequence[str]) -> None:
        menu = QMenu(self)
        for text in texts:
            menu.addAction(text).triggered.connect(lambda _checked=False, text=text: self.insertPlainText(text))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.cursorRect().bottomLeft() + QPoint(0, 4)))
        self.menu = menu
