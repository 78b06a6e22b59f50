"""Attendance of each director in one fiscal year, as Regulation S-K 407(b)(1) counts it, meeting by meeting."""

from datetime import date
from fractions import Fraction

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether

from boarddesk.domain.attendance import Attendance, forecast
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.meetings import Meeting
from boarddesk.domain.record import Record
from boarddesk.domain.terms import body_name, name_of
from boarddesk.reports.flowables import Heading, Overline, Text, section_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.judged import Judged, judged
from boarddesk.reports.sections.tables import attendance_rows, attendance_table
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import long_date, short_date

TITLE = "Attendance of Directors"
_WHOLE = 25
"""Meetings of one director that are kept on one page."""


def attendance_pdf(
    record: Record,
    as_of: date,
    year: int,
    *,
    threshold: Fraction | None = None,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The report as PDF; `threshold` (75 % for S-K 407(b)(1)) draws the mark and tells where the year is heading."""
    data = judged(record, as_of, year, (), (), {}, sheet)
    built = build(_story(data, attendance_rows(data), threshold), _furniture(data), sheet, later_top=REPORT_TOP)
    if unprintable is not None:
        unprintable += data.escaper.reported()
    return built.pdf


def _story(data: Judged, people: tuple[Attendance, ...], threshold: Fraction | None) -> list[Flowable]:
    s, sheet = data.styles, data.sheet
    calendar = FiscalCalendar(data.record.company.fiscal_year_end)
    first, last = calendar.year_starts(data.year), calendar.year_ends(data.year)
    lead = (
        f"{long_date(first)} to {long_date(min(last, data.as_of))}. One combined fraction: meetings of the Board held "
        "while a director and of committees held while a member. Independent sessions and written consents are no "
        "meetings and are not counted."
    )
    out: list[Flowable] = [
        Overline(data.escaper.plain(data.record.company.name or "Company not named")),
        Heading(TITLE, s.title, sheet, bookmark=TITLE),
        Text(f"Fiscal year {data.year}, as of {long_date(data.as_of)}", s.subtitle),
        Text(lead, s.lead),
    ]
    if not people:
        return [*out, Text("No director was in office in this year.", s.small)]
    out.append(attendance_table(data, people, threshold))
    out += section_heading("Meeting by meeting", sheet)
    for person in people:
        out += _meetings(data, person, threshold)
    return [*out, *glyph_note(data.escaper, s)]


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
        out.append(ruled_table(columns, rows, data.sheet, padding=2))
    if threshold is not None and person.serving and person.ahead:
        out.append(Text(data.sans(forecast(data.record, person, threshold)), s.note))
    return [KeepTogether(out)] if len(rows) <= _WHOLE else [CondPageBreak(70), *out]


def _meeting(data: Judged, meeting: Meeting) -> str:
    return f"{body_name(data.record, meeting.body)}, {meeting.kind} meeting"


def _furniture(data: Judged) -> Furniture:
    name = data.record.company.name
    return Furniture(
        title=f"{TITLE}, fiscal year {data.year}, as of {long_date(data.as_of)}",
        author=name,
        subject=name,
        keywords=f"attendance; directors; {data.as_of.isoformat()}; FY{data.year}",
        header_left=f"{data.escaper.plain(name)} · {TITLE}",
        header_right=f"FY {data.year} as of {short_date(data.as_of)}",
        state=f"As of {short_date(data.as_of)}",
    )
