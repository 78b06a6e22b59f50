"""The pane at the left: what is supposed, change by change, the day it is judged on, remedies and kept notes."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from boarddesk.common.errors import UserError
from boarddesk.domain.record import Record
from boarddesk.services.remedies import Remedy
from boarddesk.services.suppositions import Supposed
from boarddesk.services.what_if import day_to_judge, supposed_record
from boarddesk.services.what_if_notes import kept_notes
from boarddesk.services.workspace import Services
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import column, row
from boarddesk.ui.kit.fields import DateField
from boarddesk.ui.kit.pieces import Pieces
from boarddesk.ui.kit.text import Rule, Text, ground
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.what_if.change_card import ChangeCard
from boarddesk.ui.what_if.offers import NoteList, RemedyList
from boarddesk.ui.what_if.words import tr

LEAST = 216


class ChangesPane(QScrollArea):
    """`changed` after every edit of a change or of the day; remedies are added here, notes are opened here."""

    changed = Signal()

    def __init__(self, services: Services) -> None:
        super().__init__()
        theme = Theme.current()
        self.services = services
        self.cards: list[ChangeCard] = []
        self._steps = Pieces(self)
        self._day_by_hand = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumWidth(theme.px(LEAST))
        self.setAccessibleName(tr("What is supposed"))
        inner = ground(QWidget(), "surface")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, theme.px(11), 0, theme.px(11))
        self._column.setSpacing(theme.px(11))
        self._cards = self._block()
        more = Button(tr("Add another change"), "flat", icon="plus", on_click=self.add_change)
        self.day = DateField(services.day)
        self.day.setAccessibleName(tr("Judged as of"))
        self.day.changed.connect(lambda _day: self._take_day())
        day_block = self._block()
        day_block.addLayout(row(more, None))
        said = Text(tr("Judged as of"), "small", "ink2")
        said.setBuddy(self.day)
        day_block.addLayout(column(said, self.day, gap=3))
        self.remedies = RemedyList()
        self.notes = NoteList()
        self.remedies.wanted.connect(self.take)
        for part in (self.remedies, self.notes):
            self._column.addWidget(Rule())
            self._column.addWidget(part)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.add_change()

    def _block(self) -> QVBoxLayout:
        theme = Theme.current()
        block = QVBoxLayout()
        block.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        block.setSpacing(theme.px(9))
        self._column.addLayout(block)
        return block

    def changes(self) -> tuple[Supposed, ...]:
        """The changes up to the first one that is not whole yet."""
        self._steps.finish()
        found: list[Supposed] = []
        for card in self.cards:
            value = card.value()
            if value is None:
                break
            found.append(value)
        return tuple(found)

    def add_change(self) -> ChangeCard:
        """Another change, after the others."""
        card = self._new_card()
        card.offer(self._record_after(self.changes()))
        self._number()
        card.say_unfinished(card.value() is None)
        card.kind.setFocus()
        return card

    def take(self, remedy: Remedy) -> None:
        """Suppose a remedy with the changes."""
        self.show_changes(remedy.changes)

    def show_changes(self, changes: Sequence[Supposed], day: date | None = None) -> None:
        """Show other changes, each in a turn of its own, and the day they are judged on."""
        steps = [lambda place=place: self._show_one(changes, place) for place in range(len(changes))]
        self._steps.begin(*steps, lambda: self._shown(len(changes), day))

    def _show_one(self, changes: Sequence[Supposed], place: int) -> None:
        card = self.cards[place] if place < len(self.cards) else self._new_card()
        card.offer(self._record_after(changes[:place]))
        card.show_change(changes[place])

    def _shown(self, count: int, day: date | None) -> None:
        for card in self.cards[max(1, count) :]:
            self._drop(card)
        del self.cards[max(1, count) :]
        self._number()
        self._day_by_hand = day is not None
        if day is not None:
            self._set_day(day)
        self._edited()

    def judged_on(self) -> date:
        """The day as of which the changes are judged."""
        return self.day.date() or self.services.day

    def refresh(self) -> None:
        """The record changed: offer what can be chosen now, and list the notes anew."""
        self._offer_from(0)
        self.show_notes()

    def show_notes(self) -> None:
        """List the notes that are kept."""
        self.notes.show_notes(kept_notes(self.services), why_not_editable(self.services))

    def say_wrong(self, place: int, sentence: str) -> None:
        """Say under one change why it cannot be; the others are cleared."""
        for number, card in enumerate(self.cards):
            card.say_wrong(sentence if number == place else "")

    def _new_card(self) -> ChangeCard:
        card = ChangeCard(self.services)
        card.changed.connect(lambda: self._edited(card))
        card.removed.connect(lambda: self._remove(card))
        self.cards.append(card)
        self._cards.addWidget(card)
        return card

    def _remove(self, card: ChangeCard) -> None:
        self.cards.remove(card)
        self._drop(card)
        self._number()
        self._edited()
        self.cards[-1].kind.setFocus()

    def _drop(self, card: ChangeCard) -> None:
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()

    def _number(self) -> None:
        for place, card in enumerate(self.cards, 1):
            card.number(place, alone=len(self.cards) == 1)

    def _edited(self, card: ChangeCard | None = None) -> None:
        if card in self.cards:
            self._offer_from(self.cards.index(card) + 1)
        changes = self.changes()
        for place, each in enumerate(self.cards):
            each.say_unfinished(place >= len(changes) and len(self.cards) > 1)
        if not self._day_by_hand and changes:
            self._set_day(day_to_judge(self.services, changes))
        self.changed.emit()

    def _offer_from(self, first: int) -> None:
        changes = self.changes()
        for place in range(first, len(self.cards)):
            self.cards[place].offer(self._record_after(changes[:place]))

    def _record_after(self, changes: Sequence[Supposed]) -> Record:
        try:
            return supposed_record(self.services, changes)
        except UserError:
            return self.services.record

    def _take_day(self) -> None:
        # An emptied field goes back to the day that the changes themselves ask for.
        self._day_by_hand = self.day.date() is not None
        self._edited()

    def _set_day(self, day: date) -> None:
        with QSignalBlocker(self.day):
            self.day.set_date(day)
