"""The pane for one clause in one period: state, why, evidence, what would put it right, the law judged apart."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Evidence, Finding, Origin
from boarddesk.services.clauses import parameter_label
from boarddesk.services.compliance import Apart, ClauseRow, period_words
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import ClauseChip, StatusChip
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.text import Text
from boarddesk.ui.widgets import evidence_list
from boarddesk.ui.widgets.evidence_list import EvidenceList

ICONS = {
    "meetings": "gavel",
    "motions": "vote",
    "votes": "vote",
    "agenda_items": "list",
    "presence": "users",
    "guests": "users",
    "people": "user",
    "appointments": "users",
    "roles": "users",
    "board_sizes": "armchair",
    "committees": "users",
    "committee_seats": "users",
    "committee_chairs": "users",
    "determinations": "stamp",
    "questionnaires": "mail",
    "documents": "file-text",
    "elections": "vote",
    "related_transactions": "link",
    "parameter_values": "settings",
}
CONFIDENCE = {"confirmed": "confirmed", "partly": "partly confirmed", "unconfirmed": "unconfirmed"}


class FindingInspector(Inspector):
    """`opened` gives the evidence whose place is wanted."""

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.setAccessibleName(self.tr("Why"))
        self._row: ClauseRow | None = None
        self._findings: Sequence[Finding] = ()
        self._apart: Sequence[Apart] = ()
        self._place = 0
        self.evidence: EvidenceList | None = None

    def show_findings(self, row: ClauseRow, findings: Sequence[Finding], apart: Sequence[Apart]) -> None:
        """Show the findings of a clause in a period, the worst first; the arrows walk them."""
        self._row, self._findings, self._apart, self._place = row, findings, apart, 0
        self._show()

    def turn(self, step: int) -> None:
        """Show the finding before or after."""
        if self._findings:
            self._place = (self._place + step) % len(self._findings)
            self._show()

    def _show(self) -> None:
        row = self._row
        self.evidence = None
        if row is None:
            self.show_nothing(self.tr("Choose a clause to see why."))
            return
        self.clear()
        finding = self._findings[self._place] if self._findings else None
        origin = row.clause.origin.value
        kinds = {
            Origin.GUIDELINE: self.tr("Company guideline, per {per}"),
            Origin.LAW: self.tr("Law, per {per}"),
            Origin.PRACTICE: self.tr("Practice, per {per}"),
        }
        self.head(
            row.clause.clause,
            _subtitle(finding) if finding else self.tr("Nothing to judge in this period."),
            clause=(row.clause.chip, origin),
            about=kinds[row.clause.origin].format(per=row.clause.per),
            status=(finding.status.value, origin) if finding else None,
            right=self._arrows(),
        )
        if finding is not None:
            self._show_finding(finding)
        for apart in self._apart:
            self._show_apart(apart)

    def _arrows(self) -> list[QWidget]:
        if len(self._findings) < 2:
            return []
        count = Text(self.tr("{n} of {m}").format(n=self._place + 1, m=len(self._findings)), "small", "ink3")
        before = Button(icon="chevron-left", kind="quiet", small=True, name=self.tr("Previous finding"),
                        on_click=lambda: self.turn(-1))  # fmt: skip
        after = Button(icon="chevron-right", kind="quiet", small=True, name=self.tr("Next finding"),
                       on_click=lambda: self.turn(1))  # fmt: skip
        return [count, before, after]

    def _show_finding(self, finding: Finding) -> None:
        self.section(self.tr("Why")).say(finding.because)
        if finding.evidence or finding.missing:
            pieces = [
                evidence_list.Evidence(place, ICONS.get(piece.kind, "file"), piece.label)
                for place, piece in enumerate(finding.evidence)
            ]
            pieces += [
                evidence_list.Evidence(f"missing-{place}", "file-search", words, self.tr("missing"), opens=False)
                for place, words in enumerate(finding.missing)
            ]
            self.evidence = EvidenceList(pieces, name=self.tr("Evidence"))
            self.evidence.activated.connect(lambda place: self.opened.emit(finding.evidence[place]))
            self.section(self.tr("Evidence")).add(self.evidence)
        if finding.remedy:
            self.section(self.tr("What would put it right")).say(finding.remedy)
        if finding.parameters:
            relied = self.section(self.tr("Values relied on"))
            for used in finding.parameters:
                own = self.tr("set by the company") if used.company else self.tr(CONFIDENCE[used.confidence])
                relied.say(f"{parameter_label(used.key)}: {used.value}")
                relied.say(f"{used.citation} ({own})", "ink2", "small")
        if finding.evidence:
            first = finding.evidence[0]
            self.correction(
                self.tr("Record wrong?"),
                self.tr("Correct it with evidence"),
                lambda: self.opened.emit(first),
            )

    def _show_apart(self, apart: Apart) -> None:
        found, clause = apart.finding, apart.clause
        if clause.origin is Origin.LAW:
            self.law(self.tr("The law, judged apart"), clause.chip, found.status.value, apart.span, found.because)
            return
        origin = clause.origin.value
        section = self.section(self.tr("The guideline, judged apart"), ClauseChip(clause.chip, origin), on="inset")
        section.row(StatusChip(found.status.value, origin), Text(apart.span, "base", "ink2"))
        section.say(found.because, "ink2")

    def first_evidence(self) -> Evidence | None:
        """The first piece of evidence shown, or None."""
        finding = self._findings[self._place] if self._findings else None
        return finding.evidence[0] if finding is not None and finding.evidence else None


def _subtitle(finding: Finding) -> str:
    """“Q3 2026, Board meeting of 13 Aug”: the period and, where it is not the company, the subject."""
    period = period_words(finding.period)
    if finding.subject == "company":
        return period
    # A meeting names its own day.
    return finding.subject_label if period in finding.subject_label else f"{period}, {finding.subject_label}"
