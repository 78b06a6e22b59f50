"""Printed documents around the notice of a meeting: the notice, waivers, the record of notice, the emergency kit."""

from collections.abc import Sequence
from datetime import date, datetime

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import INDEPENDENT, STOCKHOLDERS, Meeting
from boarddesk.services.notice_terms import notice_period
from boarddesk.services.words import meeting_name
from boarddesk.services.workspace import Services


def notice_pdf(services: Services, meeting: str, dated: date | None = None, *, a4: bool = False) -> bytes:
    """The notice of a meeting, dated as it was given, else today."""
    from boarddesk.reports.documents.notice import notice_pdf as print_notice
    from boarddesk.reports.style import A4, LETTER

    row = services.shown.get(Meeting, meeting)
    day = dated or row.notice_on or services.day
    period = notice_period(services.shown, row)
    return print_notice(services.shown, meeting, day, period, sheet=A4 if a4 else LETTER)


def notice_as_given(services: Services, meeting: Meeting, manner: str, day: date) -> bytes:
    """The notice as it is given now, by a manner and on a day that the record does not have yet."""
    from boarddesk.reports.documents.notice import notice_pdf as print_notice

    told = replace(meeting, notice_manner=manner.strip(), notice_on=day)
    return print_notice(services.record.changed(put=[told]), meeting.id, day, notice_period(services.record, told))


def waiver_pdf(services: Services, meeting: str, people: Sequence[str] = (), *, a4: bool = False) -> bytes:
    """Forms of waiver: one for each of some people, else one to be filled in."""
    from boarddesk.reports.documents.waiver import waiver_pdf as print_waiver
    from boarddesk.reports.style import A4, LETTER

    row = _of_directors(services, meeting, "Stockholders’ waivers are drawn up by counsel.")
    return print_waiver(services.shown, meeting, people, row.notice_on, sheet=A4 if a4 else LETTER)


def notice_record_pdf(services: Services, meeting: str, at: datetime, *, a4: bool = False) -> bytes:
    """The secretary's record of notice as of a moment."""
    from boarddesk.reports.documents.notice_record import notice_record_pdf as print_record
    from boarddesk.reports.style import A4, LETTER

    row = _of_directors(services, meeting, "Notice to stockholders is proved by the agent who mailed it.")
    period = notice_period(services.shown, row)
    return print_record(services.shown, meeting, at, period, sheet=A4 if a4 else LETTER)


def emergency_kit_pdf(services: Services, meeting: str, *, a4: bool = False) -> bytes:
    """The one-page sheet for an emergency meeting by telephone."""
    from boarddesk.reports.documents.emergency_kit import emergency_kit_pdf as print_kit
    from boarddesk.reports.style import A4, LETTER

    row = _of_directors(services, meeting, "Stockholders do not meet in an emergency.")
    return print_kit(services.shown, meeting, notice_period(services.shown, row), sheet=A4 if a4 else LETTER)


def inspectors_report_pdf(services: Services, meeting: str, *, a4: bool = False) -> bytes:
    """The inspectors' report on a meeting of stockholders."""
    from boarddesk.reports.documents.inspectors_report import inspectors_report_pdf as print_report
    from boarddesk.reports.style import A4, LETTER

    return print_report(services.shown, meeting, sheet=A4 if a4 else LETTER)


def _of_directors(services: Services, meeting: str, what_to_do: str) -> Meeting:
    row = services.shown.get(Meeting, meeting)
    if row.body in {STOCKHOLDERS, INDEPENDENT}:
        why = "It is for meetings of the Board and its committees."
        raise UserError(why, meeting_name(services.shown, row), what_to_do, code="not_directors")
    return row
