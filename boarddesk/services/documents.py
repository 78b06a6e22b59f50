"""Printed documents from the record as of the day shown: the same record and day give the same bytes."""

from datetime import date
from fractions import Fraction

from boarddesk.common.errors import UserError
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.services.workspace import Services

ATTENDANCE_THRESHOLD = "attendance_threshold"


def fiscal_year(services: Services, day: date | None = None) -> int:
    """The fiscal year that `day` (default: the day shown) falls in."""
    return FiscalCalendar(services.record.company.fiscal_year_end).year_of(day or services.day)


def minutes_pdf(services: Services, meeting: str, *, a4: bool = False, large_print: bool = False) -> bytes:
    """The minutes of a meeting that has begun: sealed ones as they were stored, byte for byte.

    In large print they are a copy for reading, of sealed ones too. UserError where there is nothing to print, or
    sealed minutes are wanted on another sheet.
    """
    from boarddesk.reports.documents.minutes import minutes_pdf as print_minutes
    from boarddesk.reports.style import A4, LARGE_PRINT, LETTER
    from boarddesk.services.minutes_printing import sealed_pdf

    if large_print:
        return print_minutes(services.shown, meeting, sheet=LARGE_PRINT)
    sealed = sealed_pdf(services, meeting)
    if sealed is not None and a4:
        raise UserError(
            "These minutes are sealed on Letter.", what_to_do="Write them as they were sealed.", code="sealed_as_is"
        )
    if sealed is not None:
        return sealed
    return print_minutes(services.shown, meeting, sheet=A4 if a4 else LETTER)


def agenda_pdf(services: Services, meeting: str, *, a4: bool = False, working: bool = False) -> bytes:
    """The agenda of a meeting: as it was issued last, byte for byte; a working copy where it was not, or is asked for.

    UserError where an issued agenda is wanted on another sheet.
    """
    from boarddesk.services.agenda_issues import issued_agenda, printed

    issue = None if working else issued_agenda(services.shown, meeting)
    if issue is None:
        return printed(services, meeting, a4=a4)
    if a4:
        raise UserError(
            "This agenda was issued on Letter.", what_to_do="Write it as it was issued.", code="issued_as_is"
        )
    return services.attachment(issue.attachment)


def chair_script_pdf(services: Services, meeting: str, *, a4: bool = False) -> bytes:
    """The chair's script of a meeting: the same agenda with what is said and done at each item."""
    from boarddesk.services.chair_script import script_pdf

    return script_pdf(services, meeting, a4=a4)


def compliance_pdf(services: Services, year: int | None = None, *, counsel: bool = False) -> bytes:
    """The compliance report of a fiscal year (default: that of the day shown)."""
    from boarddesk.reports.documents import compliance_report
    from boarddesk.services.report_inputs import report_inputs

    given = report_inputs(services, year)
    return compliance_report.compliance_pdf(
        services.shown, services.day, given.year, given.findings, given.clauses,
        parameters=given.parameters, counsel=counsel,
    )  # fmt: skip


def attendance_pdf(services: Services, year: int | None = None, *, counsel: bool = False) -> bytes:
    """Attendance over board and committee meetings and at the annual meeting (S-K 407(b)(1), (2))."""
    from boarddesk.reports.documents.attendance import attendance_pdf as print_attendance
    from boarddesk.services.report_inputs import report_inputs

    given = report_inputs(services, year)
    return print_attendance(
        services.shown, services.day, given.year, threshold=attendance_threshold(services),
        findings=given.findings, parameters=given.parameters, counsel=counsel,
    )  # fmt: skip


def attendance_threshold(services: Services) -> Fraction:
    """The share of S-K 407(b)(1) in force on the day shown, from the rule books."""
    from boarddesk.rules.books import built_in
    from boarddesk.rules.params import Parameters

    return Parameters(services.shown, built_in()).value(ATTENDANCE_THRESHOLD, services.day).fraction
