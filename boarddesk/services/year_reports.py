"""The reports of a fiscal year for the committee and the proxy statement: summary, committees, related persons."""

from boarddesk.services.report_inputs import report_inputs
from boarddesk.services.workspace import Services


def summary_pdf(services: Services, year: int | None = None, *, counsel: bool = False) -> bytes:
    """One page for the Nominating and Governance Committee."""
    from boarddesk.reports.documents.committee_summary import committee_summary_pdf

    given = report_inputs(services, year)
    return committee_summary_pdf(
        services.shown, services.day, given.year, given.findings, given.clauses,
        parameters=given.parameters, counsel=counsel,
    )  # fmt: skip


def committees_pdf(services: Services, year: int | None = None, *, counsel: bool = False) -> bytes:
    """The standing committees as Regulation S-K 407(b)(3) asks."""
    from boarddesk.reports.documents.committee_table import committee_table_pdf

    given = report_inputs(services, year)
    return committee_table_pdf(
        services.shown, services.day, given.year, given.findings, parameters=given.parameters, counsel=counsel
    )


def related_pdf(services: Services, year: int | None = None, *, counsel: bool = False) -> bytes:
    """Dealings with related persons as Regulation S-K 404(a) asks, and why others are not told."""
    from boarddesk.reports.documents.related_persons import related_persons_pdf

    given = report_inputs(services, year)
    return related_persons_pdf(
        services.shown, services.day, given.year, given.findings, parameters=given.parameters, counsel=counsel
    )
