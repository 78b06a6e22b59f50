"""The pane for one clause in one period: state, why, evidence, what would put it right, the law judged apart."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from boarddesk.domain.finding import Evidence, Finding, Origin, UsedParameter
from boarddesk.services.by_hand import Attested, Parts, parts_of, result_words
from boarddesk.services.clauses import parameter_label
from boarddesk.services.compliance import Apart, ClauseRow
from boarddesk.services.guideline_checks import reworded_since
from boarddesk.services.row_words import row_words
from boarddesk.ui.board.editing import hold
from boarddesk.ui.editable import why_not_editable
from boarddesk.ui.evidence_deeds import EvidenceDeeds
from boarddesk.ui.kit.button import Button
from boarddesk.ui.kit.chips import ClauseChip, StatusChip
from boarddesk.ui.kit.dates import show_date
from boarddesk.ui.kit.inspector import Inspector
from boarddesk.ui.kit.text import Text
from boarddesk.ui.widgets import evidence_list
from boarddesk.ui.widgets.evidence_list import EvidenceList

# What a register lists has the icon here that it has there.
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
    "papers": "file-text",
    "notices": "mail",
    "consents": "pen-line",
    "consent_signatures": "pen-line",
    "actions": "list-checks",
    "agenda_requests": "message-square-text",
    "planned_duties": "calendar-clock",
    "recesses": "circle-pause",
    "seals": "stamp",
    "corrections": "pen-line",
    "skills": "list-checks",
    "designations": "shield-check",
    "delegations": "arrow-right",
    "nominees": "user-plus",
    "matters": "square-check",
    "biographies": "scroll-text",
    "director_pay": "list",
    "company": "building-2",
    "company_years": "building-2",
    "events": "flag",
    "filings": "send",
    "engagements": "message-square-text",
    "access_requests": "door-open",
    "contacts": "phone",
    "attestations": "stamp",
    "evidence_links": "link",
    "signing_authorities": "pen-line",
    "productions": "folder-open",
    "production_rulings": "folder-open",
    "legal_holds": "archive",
    "disposals": "trash-2",
}
CONFIDENCE = {"confirmed": "confirmed", "partly": "partly confirmed", "unconfirmed": "unconfirmed"}


class FindingInspector(Inspector):
    """`opened` gives the evidence whose place is wanted."""

    opened = Signal(object)

    def __init__(self, deeds: EvidenceDeeds, parent: QWidget | None = None) -> None:
        super().__init__(name="", parent=parent)
        self.deeds = deeds
        self.setAccessibleName(self.tr("Why"))
        self._row: ClauseRow | None = None
        self._findings: Sequence[Finding] = ()
        self._apart: Sequence[Apart] = ()
        self._place = 0
        self.lists: list[EvidenceList] = []

    def show_findings(self, row: ClauseRow, findings: Sequence[Finding], apart: Sequence[Apart]) -> None:
        """Show the findings of a clause in a period, the worst first; the arrows walk them.

        The one that was shown stays in sight where it is judged anew.
        """
        was = _about(self._findings[self._place]) if self._findings else None
        self._row, self._findings, self._apart = row, findings, apart
        self._place = next((place for place, found in enumerate(findings) if _about(found) == was), 0)
        self._show()

    def turn(self, step: int) -> None:
        """Show the finding before or after."""
        if self._findings:
            self._place = (self._place + step) % len(self._findings)
            self._show()

    def _show(self) -> None:
        row = self._row
        self.lists = []
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
            result_words(finding) if finding else self.tr("Nothing to judge in this period."),
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
        why = self.section(self.tr("Why"))
        why.say(finding.because)
        reworded = reworded_since(self._row.clause) if self._row is not None else None
        if reworded is not None:
            said = self.tr("The company amended these words from %1 on; the program’s rule is unchanged.")
            said = f"{said} {self.tr('Read the result against them.')}"
            why.say(said.replace("%1", show_date(reworded)), "amber", "small")
        facts = [(self.tr("Responsible"), finding.responsible)] if finding.responsible else []
        facts += [(self.tr("Due"), show_date(finding.due))] if finding.due else []
        if facts:
            why.facts(facts)
        parts = parts_of(self.deeds.services.record, finding)
        self._show_evidence(finding, parts)
        self._show_by_hand(parts)
        if finding.remedy:
            self.section(self.tr("What would put it right")).say(finding.remedy)
        if finding.parameters:
            self._show_values(finding.parameters)
        if parts.found:
            first = parts.found[0]
            self.correction(
                self.tr("Record wrong?"),
                self.tr("Correct it with evidence"),
                lambda: self.opened.emit(first),
            )
        link = Button(self.tr("Link evidence…"), icon="link", on_click=lambda: self.deeds.link(finding))
        attest = Button(self.tr("Attest…"), icon="pen-line", on_click=lambda: self.deeds.attest(finding))
        hold([link, attest], why_not_editable(self.deeds.services))
        self.buttons(link, attest)

    def _show_evidence(self, finding: Finding, parts: Parts) -> None:
        """What the rule found, each piece of which opens its place, and what is missing."""
        pieces = [evidence_list.Evidence(piece, ICONS.get(piece.kind, "file"), piece.label) for piece in parts.found]
        pieces += [
            evidence_list.Evidence(f"missing-{place}", "file-search", words, self.tr("missing"), opens=False)
            for place, words in enumerate(finding.missing)
        ]
        if pieces:
            self.section(self.tr("Evidence")).add(self._list(pieces, self.tr("Evidence")))

    def _list(self, pieces: Sequence[evidence_list.Evidence], name: str) -> EvidenceList:
        made = EvidenceList(pieces, name=name)
        made.activated.connect(self.opened.emit)
        self.lists.append(made)
        return made

    def _show_by_hand(self, parts: Parts) -> None:
        """What people put beside the result, with who and when; none of it is a computed result."""
        why_not = why_not_editable(self.deeds.services)
        for each in parts.linked:
            section = self.section(self.tr("Linked by hand"), Text(show_date(each.link.linked_on), "small", "ink3"))
            piece = evidence_list.Evidence(each.evidence, ICONS.get(each.evidence.kind, "file"), each.evidence.label)
            section.add(self._list([piece], self.tr("Linked by hand")))
            if each.link.note:
                section.say(each.link.note, "ink2")
            remove = section.link(self.tr("Remove the link…"), partial(self.deeds.unlink, each.link))
            hold([remove], why_not)
        for said in parts.attested:
            self._show_attested(said, why_not)

    def _show_attested(self, said: Attested, why_not: str) -> None:
        row = said.attestation
        section = self.section(self.tr("Attested, not computed"))
        who = said.evidence.label.removesuffix(f": {row.text}")
        pieces = [evidence_list.Evidence(said.evidence, "pen-line", who)]
        if row.document:
            paper = Evidence(
                "documents", row.document, row_words(self.deeds.services.record, "documents", row.document)
            )
            pieces.append(evidence_list.Evidence(paper, "file-text", paper.label))
        section.add(self._list(pieces, self.tr("Attested")))
        section.say(row.text)
        supersede = Button(self.tr("Supersede…"), "flat", small=True, on_click=partial(self.deeds.supersede, row))
        withdraw = Button(self.tr("Withdraw…"), "flat", small=True, on_click=partial(self.deeds.withdraw, row))
        hold([supersede, withdraw], why_not)
        section.row(supersede, withdraw)

    def _show_values(self, used: Sequence[UsedParameter]) -> None:
        """Every value relied on; what the company set and what is not fully confirmed stands out."""
        relied = self.section(self.tr("Values relied on"))
        for value in used:
            own = self.tr("set by the company") if value.company else self.tr(CONFIDENCE[value.confidence])
            relied.say(f"{parameter_label(value.key)}: {value.value}")
            doubtful = value.company or value.confidence != "confirmed"
            relied.say(f"{value.citation} ({own})", "amber" if doubtful else "ink2", "small")

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


def _about(finding: Finding) -> tuple[str, str, str]:
    """What a finding judges: clause, subject and period."""
    return finding.clause, finding.subject, finding.period
