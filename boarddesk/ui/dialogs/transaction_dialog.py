"""A dealing with a related person (S-K 404(a); Nasdaq Rule 5630)."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.motions import MotionKind, RelatedTransaction
from boarddesk.services.choices import people_choices
from boarddesk.services.commands.record_transaction import RecordTransaction
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, MoneyField, TextField
from boarddesk.ui.register_words import tr


class TransactionDialog(RegisterDialog):
    """Who is related and how, the other side, the amount over its life, and who approved it."""

    def __init__(self, services: Services, dealing: RelatedTransaction | None, parent: QWidget | None) -> None:
        question = tr("Change a related-person transaction") if dealing else tr("Record a related-person transaction")
        verb, back = (tr("Save"), tr("Leave as is")) if dealing else (tr("Record"), tr("Record none"))
        super().__init__(services, question, verb, back, parent=parent)
        self.dealing = there = dealing or RelatedTransaction(id="new", counterparty="", effective_on=services.day)
        self.person = PersonField(people_choices(self.record), value=there.person, optional=True)
        self.related = LineField(there.related_name, optional=True, hint=tr("a relative or firm"))
        self.field(tr("Director or officer"), self.person)
        self.relation = LineField(there.relation, optional=True, hint=tr("director; spouse of a director"))
        self.counterparty = LineField(there.counterparty)
        self.field(tr("Relation"), self.relation)
        self.beside((tr("Related person, if another"), self.related), (tr("Counterparty"), self.counterparty))
        self.description = self.field(tr("What it is"), TextField(there.description, lines=2, optional=True))
        self.interest = self.field(tr("Interest of the related person"), LineField(there.interest, optional=True))
        self.amount, self.paid = (
            MoneyField(there.amount_cents, optional=True),
            MoneyField(there.paid_cents, optional=True),
        )
        self.beside(
            (tr("Amount over its life, with similar ones, US$"), self.amount), (tr("Paid so far, US$"), self.paid)
        )
        self.start, self.end = DateField(there.effective_on, optional=True), DateField(there.ends_on, optional=True)
        answers = [(True, tr("Required")), (False, tr("Not required"))]
        self.required = ChoiceField(answers, value=there.approval_required, optional=True, hint=tr("not assessed"))
        self.beside((tr("Effective on"), self.start), (tr("Ends on"), self.end), (tr("Approval"), self.required))
        self.motion = self.motion_field(tr("Approved by"), MotionKind.RELATED_PERSON, value=there.approved_by)
        self.note = self.field(tr("Note"), TextField(there.note, lines=2, optional=True))

    def command(self) -> RecordTransaction:
        """The dealing that the form describes."""
        return RecordTransaction(
            msgspec.structs.replace(
                self.dealing,
                person=self.person.value(),
                related_name=self.related.text().strip(),
                relation=self.relation.text().strip(),
                counterparty=self.counterparty.text(),
                description=self.description.value() or "",
                interest=self.interest.text().strip(),
                amount_cents=self.amount.cents(),
                paid_cents=self.paid.cents(),
                effective_on=self.start.date(),
                ends_on=self.end.date(),
                approval_required=self.required.value(),
                approved_by=self.motion.value(),
                note=self.note.value() or "",
            )
        )

    @classmethod
    def ask(
        cls, parent: QWidget | None, services: Services, dealing: RelatedTransaction | None = None
    ) -> RecordTransaction | None:
        """The command the user confirmed, or None."""
        return cls(services, dealing, parent).asked()  # type: ignore[no-any-return]
