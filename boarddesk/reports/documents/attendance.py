"""Attendance of directors in one fiscal year, as Regulation S-K 407(b)(1) and (2) count it, meeting by meeting."""

from collections.abc import Iterable, Mapping
from datetime import date
from fractions import Fraction

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from boarddesk.domain.attendance import Attendance, forecast
from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, name_of
from boarddesk.reports.flowables import Text, section_heading
from boarddesk.reports.frame import build
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.annual_meeting import annual_meeting_section, board_meetings
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.front import Front, of_year
from boarddesk.reports.sections.judged import Judged, Parameter, judged
from boarddesk.reports.sections.relied_on import relied_on
from boarddesk.reports.sections.tables import attendance_notes, attendance_rows, attendance_table
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import long_date, short_date

TITLE = "Attendance of Directors"
CLAUSES = ("LAW-SK-407b-75", "LAW-SK-407b")
_WHOLE = 25
"""Meetings of one director that are kept on one page."""


def attendance_pdf(
    record: Record,
    as_of: date,
    year: int,
    *,
    threshold: Fraction | None = None,
    findings: Iterable[Finding] = (),
    parameters: Mapping[str, Parameter] | None = None,
    counsel: bool = False,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The report as PDF; `threshold` (75 % for S-K 407(b)(1)) draws the mark and tells where the year is heading."""
    ours = [finding for finding in findings if finding.clause in CLAUSES]
    data = judged(record, as_of, year, ours, (), parameters or {}, sheet, counsel=counsel)
    front = Front("attendance", TITLE, of_year(data), "attendance; directors")
    built = build(_story(data, front, threshold), front.furniture(data), sheet, later_top=REPORT_TOP)
    if unprintable is not None:
        unprintable += data.escaper.reported()
    return built.pdf


def _story(data: Judged, front: Front, threshold: Fraction | None) -> list[Flowable]:
    s, sheet = data.styles, data.sheet
    calendar = FiscalCalendar(data.record.company.fiscal_year_end)
    first, last = calendar.year_starts(data.year), calendar.year_ends(data.year)
    facts = [("Period", f"{long_date(first)} to {long_date(min(last, data.as_of))}"), *board_meetings(data)]
    people = attendance_rows(data)
    out = [
        *front.opening(data, facts),
        *section_heading("Board and committee meetings: S-K 407(b)(1)", sheet),
    ]
    if not people:
        return [*out, Text("No director was in office in this year.", s.small), *annual_meeting_section(data)]
    out.append(attendance_table(data, people, threshold))
    out += attendance_notes(data, people)
    out += annual_meeting_section(data)
    out += section_heading("Meeting by meeting", sheet, room=250)
    for person in people:
        out += _meetings(data, person, threshold)
    out += section_heading("Parameters relied on", sheet)
    return [*out, *relied_on(data.findings, data.parameters, data.escaper, sheet), *glyph_note(data.escaper, s)]


def _meetings(data: Judged, person: Attendance, threshold: Fraction | None) -> list[Flowable]:
    s = data.styles
    words = {m.id: "Attended" for m in person.attended} | {m.id: "<b>Missed</b>" for m in person.missed}
    words |= {m.id: "Attendance not recorded; not counted" for m in person.no_roll}
    words |= {m.id: "Still to come" for m in person.ahead}
    name = data.sans(name_of(data.record, person.person))
    count = f"{len(person.attended)} of {person.held}{f', {person.percent}' if person.percent else ''}"
    out: list[Flowable] = [Text(f"<b>{name}</b> · {count}", s.clause)]
    rows = [[short_date(m.day), data.sans(_meeting(data, m)), words[m.id]] for m in person.sittings]
    if rows:
        columns = [Column("Date", 0.17), Column("Meeting", 0.43), Column("Attendance", 0.4)]
        out.append(ruled_table(columns, rows, data.sheet, padding=1.2))
    if threshold is not None and person.serving and person.ahead:
        out.append(Text(data.sans(forecast(data.record, person, threshold)), s.note))
    return [KeepTogether(out)] if len(rows) <= _WHOLE else [CondPageBreak(70), *out]


def _meeting(data: Judged, meeting: Meeting) -> str:
    return f"{body_name(data.record, meeting.body)}, {meeting.kind} meeting"
