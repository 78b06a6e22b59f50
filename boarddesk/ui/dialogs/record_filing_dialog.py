"""Record what was filed, sent or published, as the answer to a step of what follows."""

from msgspec.structs import replace
from PySide6.QtWidgets import QCheckBox, QWidget

from boarddesk.domain.happenings import Filing, FilingKind
from boarddesk.services.commands.record_filing import RecordFiling
from boarddesk.services.event_steps import Step
from boarddesk.services.evidence_choices import document_choices, filing_choices
from boarddesk.services.kind_words import choices_of
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.register_words import tr


class RecordFilingDialog(RegisterDialog):
    """What, on which day, under which items; whom and what it is about is known from the step."""

    def __init__(self, services: Services, step: Step, parent: QWidget | None) -> None:
        says = step.words or step.second
        super().__init__(
            services, tr("Record what was filed: %1").replace("%1", step.title), tr("Record the filing"),
            tr("Nothing was filed yet"), says=says, parent=parent,
        )  # fmt: skip
        self.step = step
        draft = step.files or Filing(id="new", kind=FilingKind.FORM_8K, made_on=services.day)
        self.draft = draft
        self.kind = ChoiceField(choices_of(FilingKind), value=draft.kind)
        self.made_on = DateField(services.day)
        self.beside((tr("What was filed"), self.kind), (tr("Filed on"), self.made_on))
        self.items: LineField = self.field(
            tr("Items"),
            LineField("; ".join(draft.items), optional=draft.kind is not FilingKind.FORM_8K),
            hint=tr("As the form numbers them, parted by semicolons: 5.02(b); 9.01."),
        )
        hint = tr("Only where it amends an earlier one")
        self.amends = ChoiceField(filing_choices(self.record), value=draft.amends, optional=True, hint=tr("None"))
        self.field(tr("Amends"), self.amends, hint=hint)
        self.document: ChoiceField = self.field(
            tr("Its text, among the documents"),
            ChoiceField(document_choices(self.record), value=draft.document, optional=True, hint=tr("None recorded")),
        )
        self.material = QCheckBox(tr("It tells of material noncompliance: Form 8-K, Item 3.01 runs from this day"))
        self.material.setAccessibleName(self.material.text())
        self.material.setVisible(bool(step.notice_of))
        self.add(self.material)
        self.note = self.field(tr("Note"), TextField(lines=2, optional=True))
        self.kind.changed.connect(lambda _kind: self._settle_items())

    def _settle_items(self) -> None:
        self.items.optional = self.kind.value() is not FilingKind.FORM_8K
        self.material.setVisible(bool(self.step.notice_of) and self.kind.value() is FilingKind.EXCHANGE_NOTICE)
        self.grow()

    def check(self) -> None:
        """What was filed was filed by today."""
        day, today = self.made_on.date(), self.services.today
        if day is not None and day > today:
            self.wrong(
                self.made_on, tr("That is after %1. Record it once it was filed.").replace("%1", show_date(today))
            )

    def command(self) -> RecordFiling:
        """The filing that the form describes."""
        filing = replace(
            self.draft, kind=FilingKind(self.kind.value()), made_on=self.made_on.date() or self.services.day,
            items=tuple(item.strip() for item in self.items.text().replace(",", ";").split(";") if item.strip()),
            amends=self.amends.value(), document=self.document.value(), note=self.note.value() or "",
        )  # fmt: skip
        material = self.material.isVisibleTo(self) and self.material.isChecked()
        return RecordFiling(filing, self.step.fact, self.step.key, self.step.notice_of if material else "")

    @classmethod
    def ask(cls, parent: QWidget | None, services: Services, step: Step) -> RecordFiling | None:
        """The command the user confirmed, or None."""
        return cls(services, step, parent).asked()  # type: ignore[no-any-return]
