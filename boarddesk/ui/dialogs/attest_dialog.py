"""Attest on a result: who, when, what; or put another attestation in the place of one."""

import msgspec
from PySide6.QtWidgets import QWidget

from boarddesk.domain.documents import Document
from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.governance import Attestation
from boarddesk.services.by_hand import attestation_words, result_words, results_of
from boarddesk.services.choices import people_choices
from boarddesk.services.clauses import chip_of
from boarddesk.services.commands.attest import Attest, SupersedeAttestation
from boarddesk.services.row_words import clause_choices, row_words
from boarddesk.services.workspace import Services
from boarddesk.ui.dialogs.register_form import RegisterDialog
from boarddesk.ui.kit.choice_field import ChoiceField, PersonField
from boarddesk.ui.kit.fields import DateField, LineField, TextField
from boarddesk.ui.kit.theme import Theme
from boarddesk.ui.register_words import tr

Place = tuple[str, str, str]
"""Clause, subject and period: the result that an attestation stands beside."""


class AttestDialog(RegisterDialog):
    """On one result, on one chosen here, or in the place of an attestation that no longer stands as it is."""

    def __init__(
        self, services: Services, finding: Finding | None, said: Attestation | None, parent: QWidget | None
    ) -> None:
        verb, back = (tr("Supersede"), tr("Leave as is")) if said else (tr("Attest"), tr("Attest nothing"))
        says = tr("Shown as attested beside the result; the status stays as the rule computes it.")
        if said is not None:
            says = tr("The attestation before stays in the history, with the reason.")
        super().__init__(services, self._question(services, finding, said), verb, back, says=says, parent=parent)
        self.setMinimumWidth(Theme.current().px(560))
        self.said = said
        self.place: Place | None = (finding.clause, finding.subject, finding.period) if finding else None
        if said is not None:
            self.place = (said.clause, said.subject, said.period)
        self.clause: ChoiceField | None = None
        if self.place is None:
            self._result_fields()
        people, there = people_choices(self.record), said
        self.by = PersonField(people, value=there.by if there else None, optional=True)
        named = there.by_name if there and there.by is None else ""
        self.name = LineField(named, optional=True, hint=tr("not on record"))
        self.day = DateField(there.made_on if there and not said else services.day)
        self.beside((tr("Attested by"), self.by), (tr("Or by"), self.name), (tr("On"), self.day), of=3)
        self.text = self.field(tr("What is attested"), TextField(there.text if there else "", lines=3))
        papers = [(row.id, row_words(self.record, "documents", row.id)) for row in self.record.all(Document)]
        kept = there.document if there else None
        self.document = self.field(
            tr("Document"), ChoiceField(papers, value=kept, optional=True, hint=tr("None recorded"))
        )
        self.reason: LineField | None = None
        if said is not None:
            self.reason = self.field(tr("Why it takes the place of the one before"), LineField())

    @staticmethod
    def _question(services: Services, finding: Finding | None, said: Attestation | None) -> str:
        if said is not None:
            return tr("Supersede the attestation of %1").replace("%1", attestation_words(services.record, said))
        if finding is None:
            return tr("Attest on a result")
        words = tr("Attest on %1, %2").replace("%1", chip_of(finding.clause))
        return words.replace("%2", result_words(finding))

    def _result_fields(self) -> None:
        """The clause, and of its results the one that the attestation stands beside."""
        self.clause = self.field(tr("Clause"), ChoiceField(clause_choices("", every=True, record=self.record)))
        self.beside_result: ChoiceField = self.field(tr("Result"), ChoiceField(()))
        self.clause.changed.connect(self._offer)

    def _offer(self, clause: str | None) -> None:
        year = FiscalCalendar(self.record.company.fiscal_year_end).year_of(self.services.day)
        found = results_of(self.services, clause, year) if clause else ()
        self.beside_result.set_choices([((f.clause, f.subject, f.period), result_words(f)) for f in found])
        self.beside_result.set_value((found[-1].clause, found[-1].subject, found[-1].period) if found else None)

    def check(self) -> None:
        """Somebody must attest."""
        if self.by.value() is None and not self.name.text().strip():
            self.wrong(self.by, tr("Nobody is chosen yet."))

    def command(self) -> Attest | SupersedeAttestation:
        """The attestation that the form describes."""
        clause, subject, period = self.place or self.beside_result.value()
        row = Attestation(
            id="new", clause=clause, subject=subject, period=period, made_on=self.day.date(),  # type: ignore[arg-type]
            by=self.by.value(), by_name=self.name.text(), text=self.text.value() or "", document=self.document.value(),
        )  # fmt: skip
        if self.said is None or self.reason is None:
            return Attest(row)
        return SupersedeAttestation(msgspec.structs.replace(row, id=self.said.id), self.reason.text())

    @classmethod
    def ask(
        cls,
        parent: QWidget | None,
        services: Services,
        finding: Finding | None = None,
        said: Attestation | None = None,
    ) -> Attest | SupersedeAttestation | None:
        """The command the user confirmed, or None; with `said`, the one that takes its place."""
        return cls(services, finding, said, parent).asked()  # type: ignore[no-any-return]
