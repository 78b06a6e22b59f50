"""Every report that can be printed, as the window's menus, the list of documents and the command line name it."""

from collections.abc import Callable
from datetime import date

import msgspec

from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.services import documents
from boarddesk.services.clock_report import clocks_pdf
from boarddesk.services.worksheet_print import worksheet_pdf
from boarddesk.services.workspace import Services
from boarddesk.services.year_reports import committees_pdf, related_pdf, summary_pdf


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """One report: its name for the command line, its title, what it is; of a fiscal year, or as of a day."""

    name: str
    title: str
    what: str
    yearly: bool = True
    make: Callable[[Services, int | None, bool], bytes]
    """From the services, the fiscal year (None: the present one; no matter to one as of a day), counsel's line."""

    def id_for(self, year: int, day: date) -> str:
        """How the list of documents knows it: “compliance-2026”, “clocks-2026-11-12”."""
        return f"{self.name}-{year if self.yearly else day}"


REPORTS = (
    Report(
        name="compliance",
        title="Compliance report",
        what="every clause with its status and why; evidence and next step of what needs attention",
        make=lambda services, year, counsel: documents.compliance_pdf(services, year, counsel=counsel),
    ),
    Report(
        name="summary",
        title="Committee summary",
        what="one page for the Nominating and Governance Committee",
        make=lambda services, year, counsel: summary_pdf(services, year, counsel=counsel),
    ),
    Report(
        name="independence",
        title="Independence worksheet",
        what="each director’s tests as of a day, for the board to adopt",
        yearly=False,
        make=lambda services, _year, counsel: worksheet_pdf(services, counsel=counsel),
    ),
    Report(
        name="attendance",
        title="Attendance of directors",
        what="board and committee meetings in one fraction, and the annual meeting (S-K 407(b)(1), (2))",
        make=lambda services, year, counsel: documents.attendance_pdf(services, year, counsel=counsel),
    ),
    Report(
        name="committees",
        title="Committee table",
        what="members, chair, functions, meetings and charter of each standing committee (S-K 407(b)(3))",
        make=lambda services, year, counsel: committees_pdf(services, year, counsel=counsel),
    ),
    Report(
        name="related",
        title="Related-person table",
        what="dealings with related persons to be disclosed, and why others are not (S-K 404(a))",
        make=lambda services, year, counsel: related_pdf(services, year, counsel=counsel),
    ),
    Report(
        name="clocks",
        title="Calendar of clocks",
        what="each clock as of a day: from when, which days count, which holidays do not, its last day, its state",
        yearly=False,
        make=lambda services, _year, counsel: clocks_pdf(services, counsel=counsel),
    ),
)
BY_NAME = {report.name: report for report in REPORTS}


def present_year(services: Services) -> int:
    """The fiscal year of the day shown."""
    return FiscalCalendar(services.record.company.fiscal_year_end).year_of(services.day)
