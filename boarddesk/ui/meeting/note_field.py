"""The line for a note: Enter keeps it, @ names a person, / puts in a phrase found by a few letters."""

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from boarddesk.common.text import plain
from boarddesk.services.phrases import Phrase, matching, next_gap
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.offer_list import Offer, OfferList
from boarddesk.ui.meeting.words import tr

_ASKED = re.compile(r"(?:^|(?<=\s))([/@])([^/@\n]*)$")
TALLEST = 4  # lines


class NoteField(TextField):
    """`submitted` gives the text on Enter and when the field is left."""

    submitted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            lines=1, optional=True, hint=tr("Type a note; @ for a person, / for a phrase"), tables=True, parent=parent
        )
        self.setAccessibleName(tr("Note"))
        self._people: Sequence[str] = ()
        self._phrases: tuple[Phrase, ...] = ()
        self._fill: Callable[[Phrase], str] = lambda phrase: phrase.text
        self.offers = OfferList(self)
        self.offers.taken.connect(self._take)
        self.textChanged.connect(self._look)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._settle_height())
        self._settle_height()

    def set_people(self, names: Sequence[str]) -> None:
        """The names that @ offers."""
        self._people = names

    def set_phrases(self, phrases: tuple[Phrase, ...], fill: Callable[[Phrase], str]) -> None:
        """The phrases that / offers; `fill` puts the facts of the moment in."""
        self._phrases, self._fill = phrases, fill

    def submit(self) -> None:
        """Keep what was typed."""
        self.offers.hide()
        text = self.toPlainText().strip()
        if text:
            self.submitted.emit(text)

    def _settle_height(self) -> None:
        """As high as its text, up to a few lines."""
        theme = Theme.current()
        lines = max(1, min(TALLEST, round(self.document().size().height())))
        self.setFixedHeight(theme.px(16) + lines * theme.line_height("base"))

    def _look(self) -> None:
        """Offer what fits the letters behind a slash or an at sign."""
        if not self.hasFocus():
            return
        asked = _ASKED.search(self.toPlainText()[: self.textCursor().position()])
        if asked is None:
            self.offers.hide()
        elif asked.group(1) == "@":
            wanted = plain(asked.group(2)).split()
            found = [name for name in self._people if all(word in plain(name) for word in wanted)]
            self.offers.offer([Offer(name, name) for name in found])
        else:
            found_phrases = matching(self._phrases, asked.group(2))
            filled = [(phrase.title, self._fill(phrase)) for phrase in found_phrases]
            self.offers.offer([Offer(f"{title}: {text}", text) for title, text in filled])

    def _take(self, text: str) -> None:
        """Put it in the place of what asked for it; the first gap is chosen to be typed over."""
        cursor = self.textCursor()
        asked = _ASKED.search(self.toPlainText()[: cursor.position()])
        if asked is None:
            return
        start = asked.start(1)
        cursor.setPosition(start)
        cursor.setPosition(self.textCursor().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.setTextCursor(cursor)
        self.offers.hide()
        self._to_gap(start)

    def _to_gap(self, after: int) -> bool:
        """Choose the next gap to be typed over; whether there is one."""
        gap = next_gap(self.toPlainText(), after)
        if gap is None:
            return False
        cursor = self.textCursor()
        cursor.setPosition(gap[0])
        cursor.setPosition(gap[1], QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def event(self, event: QEvent) -> bool:
        # Tab is the field's own while something is offered or a gap is left; else it goes on to the next field.
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.offers.isVisible():
            # While something is offered, Escape and Enter are for the list, not for the page.
            event.accept()
            return True
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Tab:  # type: ignore[attr-defined]
            ours = self.offers.takes(event) or self._to_gap(self.textCursor().selectionEnd())  # type: ignore[arg-type]
            return ours or super().event(event)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain_key = not event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
        if plain_key and self.offers.takes(event):
            return
        if plain_key and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.submit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.offers.isVisible():
            self._take("")  # what asked for an offer is no note
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.submit()
