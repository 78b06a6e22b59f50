"""Rule on one record of a set: produce it, withhold it, or produce it in part, with the words of the log."""

from PySide6.QtWidgets import QWidget

from boarddesk.domain.document_room import ProductionRuling, Ruling, WithholdingGround
from boarddesk.services.commands.productions_rule import RuleOnRecord
from boarddesk.services.kind_words import choices_of
from boarddesk.services.production_view import RecordLine
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.fields import LineField, TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr


class RuleOnRecordDialog(RegisterDialog):
    """What is privileged stays withheld; its words in the log can still be written here."""

    def __init__(self, services: Services, production: str, line: RecordLine, parent: QWidget | None) -> None:
        says = tr("It is marked as privileged and stays withheld. The log describes it without telling it.")
        super().__init__(
            services, line.title, tr("Rule so"), tr("Leave as it is"), says=says if line.fixed else "", parent=parent
        )
        self.setMinimumWidth(Theme.current().px(560))
        self.production, self.line = production, line
        there = self._there()
        rulings = [(value, words) for value, words in choices_of(Ruling) if not line.fixed or value is Ruling.WITHHOLD]
        self.ruling: ChoiceField = self.field(tr("What becomes of it"), ChoiceField(rulings, value=there.ruling))
        self.ground: ChoiceField = self.field(
            tr("Ground"), ChoiceField(choices_of(WithholdingGround), value=there.ground, optional=True, hint=tr("none"))
        )
        self.described: TextField = self.field(
            tr("How the log describes it"), TextField(there.described, lines=2, optional=True),
            tr("The other side reads this."),
        )  # fmt: skip
        self.pages: LineField = self.field(
            tr("Pages withheld"), LineField(there.pages, optional=True, hint="3, 5–7"),
            tr("The record’s own pages, from 1. A page stands for them in the set."),
        )  # fmt: skip
        self.passages: TextField = self.field(
            tr("Words blacked out"), TextField("\n".join(there.passages), lines=3, optional=True),
            tr("Each on a line of its own, as the record has them. Their pages become pictures."),
        )  # fmt: skip
        self.note: TextField = self.field(tr("Note for ourselves"), TextField(there.note, lines=2, optional=True))
        self.ruling.changed.connect(lambda _value: self._settle())
        self._settle()

    def _there(self) -> ProductionRuling:
        """The ruling entered, or what holds without one."""
        of_set = self.record.where(ProductionRuling, "production", self.production)
        found = next((row for row in of_set if row.source == self.line.source), None)
        if found is not None:
            return found
        ruling = Ruling.WITHHOLD if self.line.fixed else Ruling.PRODUCE
        ground = WithholdingGround.PRIVILEGE if self.line.fixed else None
        return ProductionRuling(id="new", production=self.production, source=self.line.source, ruling=ruling,
                                ground=ground, described=self.line.described)  # fmt: skip

    def _settle(self) -> None:
        """A ground where something is withheld; pages and words where it is produced in part."""
        ruling = self.ruling.value()
        self.ground.setEnabled(ruling is not Ruling.PRODUCE)
        self.described.setEnabled(ruling is not Ruling.PRODUCE)
        self.pages.setEnabled(ruling is Ruling.REDACT)
        self.passages.setEnabled(ruling is Ruling.REDACT)

    def command(self) -> RuleOnRecord:
        ruling = self.ruling.value() or Ruling.PRODUCE
        part, apart = ruling is Ruling.REDACT, ruling is not Ruling.PRODUCE
        passages = (" ".join(words.split()) for words in (self.passages.value() or "").splitlines())
        return RuleOnRecord(
            ProductionRuling(
                id="new", production=self.production, source=self.line.source, ruling=ruling,
                ground=self.ground.value() if apart else None,
                described=(self.described.value() or "") if apart else "",
                pages=self.pages.text().strip() if part else "",
                passages=tuple(words for words in passages if words) if part else (), note=self.note.value() or "",
            )
        )  # fmt: skip

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, production: str, line: RecordLine) -> RuleOnRecord | None:
        """The ruling that was confirmed, or None."""
        found: RuleOnRecord | None = cls(services, production, line, parent).asked()
        return found
