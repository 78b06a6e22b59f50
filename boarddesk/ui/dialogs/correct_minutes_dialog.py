"""Draft a memorandum of correction: each place, what the minutes say there, and what they shall say."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from boarddesk.domain.meetings import Meeting
from boarddesk.domain.minute_book import Corrected, Correction
from boarddesk.services.bus import Command
from boarddesk.services.commands.minutes_correct import DraftCorrection
from boarddesk.services.minutes_compare import passages
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.card import row
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.text import Rule, Text
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr


class _Place(QWidget):
    """The fields of one place."""

    def __init__(self, place: Corrected, number: int) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().px(6))
        self.place = LineField(place.place, hint=tr("Item 6, motion 2026-34"))
        self.was = TextField(place.was, lines=2, record=True, optional=True, hint=tr("Nothing stands there"))
        self.reads = TextField(place.reads, lines=2, record=True, optional=True, hint=tr("Struck out"))
        self.drop = Button(tr("Take out"), "flat", small=True)
        for field, words in ((self.place, tr("Place")), (self.was, tr("The minutes say")),
                             (self.reads, tr("They shall say"))):  # fmt: skip
            label = Text(words, "small-medium", "ink2")
            field.setAccessibleName(f"{words} {number}" if number > 1 else words)
            head = row(label, None, self.drop) if field is self.place else row(label, None)
            column.addLayout(head)
            column.addWidget(field)
        column.addWidget(Rule())

    def value(self) -> Corrected:
        """The place as written."""
        return Corrected(place=self.place.text().strip(), was=self.was.value() or "", reads=self.reads.value() or "")


class CorrectMinutesDialog(RegisterDialog):
    """The approved minutes stay as they are; a motion at a later meeting approves the memorandum."""

    def __init__(
        self, services: Services, meeting: Meeting, correction: Correction | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            services,
            tr("Memorandum of correction: %1").replace("%1", meeting_name(services.record, meeting)),
            tr("Keep the memorandum"), tr("Keep the minutes as they are"),
            says=tr("The minutes stay byte for byte. A motion at a later meeting approves the memorandum."),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(560))
        self._correction = correction or Correction(id="new", meeting=meeting.id, made_on=services.today)
        self._places: list[_Place] = []
        self._passages = passages(services, meeting.id)
        found = [(passage, passage) for passage in dict.fromkeys(self._passages)]
        self.passage = ChoiceField(found, optional=True, hint=tr("Any word of it"))
        self.field(tr("Find the passage"), self.passage, tr("What is chosen is written below, to be corrected."))
        self.passage.changed.connect(self._take)
        self._column = QVBoxLayout()
        self._column.setSpacing(Theme.current().px(10))
        self.form.addLayout(self._column)
        for place in self._correction.places or (Corrected(place="", was="", reads=""),):
            self._add(place)
        self.more = Button(tr("Another place"), "flat", icon="plus", on_click=self.add_place)
        self.form.addLayout(row(self.more, None))
        self.reason: TextField = self.field(
            tr("Reason"), TextField(self._correction.reason, lines=2, optional=True), tr("Printed in the memorandum")
        )

    def add_place(self) -> None:
        """Room for another place."""
        self._add(Corrected(place="", was="", reads=""))
        self.grow()

    def _add(self, place: Corrected) -> None:
        made = _Place(place, len(self._places) + 1)
        made.drop.clicked.connect(lambda _checked=False: self._drop(made))
        self._places.append(made)
        self._column.addWidget(made)
        self._settle()

    def _take(self, passage: str | None) -> None:
        """Write a passage of the minutes into the first place that says nothing yet, else into the last."""
        if passage is None:
            return
        place = next((each for each in self._places if not each.was.value()), self._places[-1])
        place.was.setPlainText(passage)
        place.reads.setPlainText(passage)

    def brings_about(self, command: Command) -> tuple[str, ...]:
        if not isinstance(command, DraftCorrection):
            return ()
        text = " ".join(" ".join(self._passages).split())
        odd = [each.place for each in command.correction.places if " ".join(each.was.split()) not in text]
        return tuple(tr("“%1”: the minutes do not say that word for word.").replace("%1", place) for place in odd)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.passage.setFocus()

    def _drop(self, place: _Place) -> None:
        self._places.remove(place)
        place.hide()
        place.deleteLater()
        self._settle()

    def _settle(self) -> None:
        for place in self._places:
            place.drop.setVisible(len(self._places) > 1)

    def command(self) -> DraftCorrection:
        there = self._correction
        return DraftCorrection(
            Correction(
                id=there.id, meeting=there.meeting, number=there.number, made_on=there.made_on,
                reason=self.reason.value() or "", places=tuple(place.value() for place in self._places),
            )
        )  # fmt: skip

    @classmethod
    def ask(
        cls, services: Services, meeting: Meeting, correction: Correction | None = None, parent: QWidget | None = None
    ) -> DraftCorrection | None:
        """The command that was confirmed, or None."""
        found: DraftCorrection | None = cls(services, meeting, correction, parent).asked()
        return found
