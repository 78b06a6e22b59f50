"""The company's own phrases for notes and minutes: write one, change it, take it out."""

from PySide6.QtWidgets import QWidget

from boarddesk.services.commands.keep_phrase import KeepPhrase, RemovePhrase
from boarddesk.services.phrases import FACTS, Phrase, phrases
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.tab import allow
from boarddesk.ui.meeting.words import tr


class PhrasesDialog(RegisterDialog):
    """A phrase is found by the words of its title; `text` is what it begins with."""

    def __init__(self, services: Services, text: str = "", parent: QWidget | None = None) -> None:
        facts = ", ".join(f"{{{fact}}}" for fact in FACTS)
        super().__init__(
            services, tr("Phrases of our own"), tr("Keep the phrase"), tr("Leave them as they are"),
            says=tr("Facts of the meeting in braces: %1. What is typed each time in square brackets.").replace(
                "%1", facts),
            parent=parent,
        )  # fmt: skip
        self.setMinimumWidth(Theme.current().px(560))
        self._phrases = {phrase.key: phrase for phrase in phrases(services.record)}
        choices = [(phrase.key, _shown(phrase)) for phrase in self._phrases.values()]
        self.phrase: ChoiceField = self.field(tr("Phrase"), ChoiceField(choices, optional=True, hint=tr("A new one")))
        self.title: LineField = self.field(tr("Title"), LineField(hint=tr("Report received")))
        self.text: TextField = self.field(tr("Words"), TextField(text, lines=3, record=True))
        self._removing = False
        self.remove = Button(tr("Take it out"), on_click=self._remove)
        self.aside.insertWidget(0, self.remove)
        self.phrase.changed.connect(lambda _key: self._show())
        self._settle()

    def _chosen(self) -> Phrase | None:
        return self._phrases.get(self.phrase.value() or "")

    def _show(self) -> None:
        phrase = self._chosen()
        if phrase is not None:
            self.title.setText(phrase.title)
            self.text.setPlainText(phrase.text)
        self._settle()

    def _settle(self) -> None:
        phrase = self._chosen()
        own = phrase is not None and phrase.own
        allow(self.remove, "" if own else tr("Only a phrase of our own can be taken out."))

    def _remove(self) -> None:
        self._removing = True
        self.accept()

    def command(self) -> KeepPhrase | RemovePhrase:
        phrase = self._chosen()
        if self._removing and phrase is not None:
            return RemovePhrase(phrase.key)
        return KeepPhrase(self.title.text(), self.text.toPlainText())

    @classmethod
    def ask(cls, services: Services, text: str = "", parent: QWidget | None = None) -> KeepPhrase | RemovePhrase | None:
        """What was confirmed, or None."""
        found: KeepPhrase | RemovePhrase | None = cls(services, text, parent).asked()
        return found


def _shown(phrase: Phrase) -> str:
    return f"{phrase.title}{tr(' (our own)') if phrase.own else ''}"
