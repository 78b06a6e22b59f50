"""What the printed reports of a fiscal year are made from: the findings of the window, the clauses, the parameters."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.services.clauses import INTERVAL, books_shown, clauses_listed, parameter_label
from boarddesk.services.compliance import findings_for
from boarddesk.services.guideline_checks import reworded_since
from boarddesk.services.workspace import Services

if TYPE_CHECKING:
    from boarddesk.reports.sections.judged import Clause, Parameter


@dataclass(frozen=True, slots=True)
class ReportInputs:
    """The fiscal year, every finding judged for it (and for its neighbors), the clauses listed, names of values."""

    year: int
    findings: tuple[Finding, ...]
    clauses: "tuple[Clause, ...]"
    parameters: "dict[str, Parameter]"


def report_inputs(services: Services, year: int | None = None) -> ReportInputs:
    """The very findings that the Compliance page shows for a fiscal year (default: that of the day shown)."""
    from boarddesk.reports.sections.judged import Clause, Parameter

    which = year or FiscalCalendar(services.record.company.fiscal_year_end).year_of(services.day)
    findings = findings_for(services, which)
    books = books_shown(services.shown, services.day)
    listed = clauses_listed(services.shown, services.day, frozenset(finding.clause for finding in findings))
    clauses = tuple(
        Clause(c.id, c.title, c.origin, c.kind, c.chip, c.heading, c.source, reworded_since(c)) for c in listed
    )
    parameters = {
        key: Parameter(parameter.label, max((v.as_of for v in parameter.values), default=None))
        for key, parameter in books.parameters.items()
    }
    used = {parameter.key for finding in findings for parameter in finding.parameters}
    parameters |= {key: Parameter(parameter_label(key)) for key in used if key.startswith(INTERVAL)}
    return ReportInputs(which, findings, clauses, parameters)
