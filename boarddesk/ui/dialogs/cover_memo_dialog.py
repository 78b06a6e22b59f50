"""The cover memo before a tab: what is asked of the body, and why."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.packets import CoverMemo
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.packet_memo import WriteMemo
from boarddesk.services.packet_parts import NEW
from boarddesk.services.workspace import Services
from boarddesk.ui.kit.choice_field import PersonField
from boarddesk.ui.kit.fields import TextField
from boarddesk.ui.kit.form_dialog import FormDialog
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.meeting.words import tr

WIDE = 620


class CoverMemoDialog(FormDialog):
    """Ask, background, options, risk, recommendation; parts without words are not printed."""

    def __init__(self, services: Services, item: AgendaItem, parent: QWidget | None = None) -> None:
        self._there = next(iter(services.record.where(CoverMemo, "item", item.id)), None)
        question = tr("Cover memo of “%1”").replace("%1", item.title)
        way_out = tr("Leave it as it is") if self._there else tr("No memo")
        super().__init__(question, tr("Keep the memo"), way_out, attempt=services.bus.preview, parent=parent)
        self._item = item
        self.setMinimumWidth(Theme.current().px(WIDE))
        memo = self._there or CoverMemo(id=NEW, meeting=item.meeting, item=item.id, author=item.presenter)
        people = people_choices(services.record)
        self.author: PersonField = self.field(tr("From"), PersonField(people, value=memo.author, optional=True))
        self.ask_field = self._text(tr("What is asked"), memo.ask, 2)
        self.background = self._text(tr("Background"), memo.background, 3)
        self.options = self._text(tr("Options"), memo.options, 2)
        self.risk = self._text(tr("Risk"), memo.risk, 2)
        self.recommendation = self._text(tr("Recommendation"), memo.recommendation, 2)

    def _text(self, label: str, words: str, lines: int) -> TextField:
        found: TextField = self.field(label, TextField(words, lines=lines, record=True, optional=True))
        return found

    def check(self) -> None:
        fields = (self.ask_field, self.background, self.options, self.risk, self.recommendation)
        if self._there is None and not any(field.toPlainText().strip() for field in fields):
            self.refuse(tr("The memo has no words yet."))

    def command(self) -> WriteMemo:
        return WriteMemo(
            CoverMemo(
                id=NEW,
                meeting=self._item.meeting,
                item=self._item.id,
                author=self.author.value(),
                ask=self.ask_field.toPlainText(),
                background=self.background.toPlainText(),
                options=self.options.toPlainText(),
                risk=self.risk.toPlainText(),
                recommendation=self.recommendation.toPlainText(),
            )
        )

    @classmethod
    def ask(cls, services: Services, item: AgendaItem, parent: QWidget | None = None) -> WriteMemo | None:
        """The memo that was confirmed, or None."""
        found: WriteMemo | None = cls(services, item, parent).asked()
        return found
