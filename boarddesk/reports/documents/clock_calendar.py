"""The clocks of the law on one day: from which fact, which days count, which do not, when each ends, how it stands."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reportlab.platypus import Flowable, Spacer

from boarddesk.domain.finding import Finding, Origin, Status
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.record import Record
from boarddesk.reports.flowables import Text, Whole, section_heading
from boarddesk.reports.frame import build
from boarddesk.reports.marks import MarkedWord, mark_for
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.day_strip import DayStrip
from boarddesk.reports.sections.front import Front
from boarddesk.reports.sections.judged import Judged, Parameter, judged
from boarddesk.reports.sections.relied_on import relied_on
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import counted, long_date, number_word, sentence, short_date

TITLE = "Calendar of Clocks"
_LONGEST = 15
"""Days from the starting fact to the last that are drawn; longer clocks are told in words."""


@dataclass(frozen=True, slots=True)
class Counted:
    """The business days of a clock: from when, which count, and which were passed over and why."""

    starts: date
    days: tuple[date, ...]
    skipped: tuple[tuple[date, str], ...] = ()
    start_closed: str = ""


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One clock: what for, under which rule, how it counts in words, its last day, its state; `left` of one running."""

    title: str
    rule: str
    status: Status
    words: str
    due: date
    left: str = ""
    starts: date | None = None
    why: str = ""
    counted: Counted | None = None


def clock_calendar_pdf(
    record: Record,
    as_of: date,
    running: Sequence[ClockRow],
    ended: Sequence[ClockRow],
    findings: Iterable[Finding],
    *,
    parameters: Mapping[str, Parameter] | None = None,
    counsel: bool = False,
    sheet: Sheet = LETTER,
) -> bytes:
    """The report as PDF; `running` by last day, `ended` those answered in the fiscal year, `findings` behind both."""
    year = FiscalCalendar(record.company.fiscal_year_end).year_of(as_of)
    found = tuple(findings)
    data = judged(record, as_of, year, found, (), parameters or {}, sheet, counsel=counsel)
    front = Front("clocks", TITLE, f"As of {long_date(as_of)}", "clocks; deadlines")
    story = _story(data, front, running, ended, found)
    return build(story, front.furniture(data), sheet, later_top=REPORT_TOP).pdf


def _story(
    data: Judged, front: Front, running: Sequence[ClockRow], ended: Sequence[ClockRow], found: Sequence[Finding]
) -> list[Flowable]:
    s, sheet = data.styles, data.sheet
    out = [*front.opening(data), Text(_headline(data, running), s.headline)]
    if running:
        out += section_heading("Running, or run out unanswered", sheet, room=120)
        out.append(_table(data, running, "Due"))
    strips = [row for row in running if row.counted and _length(row) <= _LONGEST]
    if strips:
        out += section_heading("Day by day", sheet, room=120)
        for row in strips:
            out.append(Whole(_strip(data, row)))
    if ended:
        out += section_heading(f"Answered in fiscal year {data.year}", sheet, room=120)
        out.append(_table(data, ended, "Last day"))
    out += section_heading("Parameters relied on", sheet)
    return [*out, *relied_on(found, data.parameters, data.escaper, sheet), *glyph_note(data.escaper, s)]


def _headline(data: Judged, running: Sequence[ClockRow]) -> str:
    if not running:
        return "No clock is running on the data entered, and none ran out unanswered."
    late = sum(row.due < data.as_of for row in running)
    out = f"{number_word(late) if late else 'none'} ran out unanswered"
    first = min((row.due for row in running if row.due >= data.as_of), default=None)
    following = f"; the next ends on {long_date(first)}" if first else ""
    here = len(running) - late
    return sentence(f"{counted(here, 'clock')} {'is' if here == 1 else 'are'} running, {out}{following}")


def _table(data: Judged, rows: Sequence[ClockRow], due: str) -> Flowable:
    s = data.styles
    cells = []
    for row in rows:
        what: list[Flowable] = [Text(f"<b>{data.sans(row.title)}</b>", s.cell), Text(data.sans(row.rule), s.fine)]
        how: list[Flowable] = [Text(data.sans(row.words), s.cell)] if row.words else []
        how += [Text(data.sans(row.why), s.fine_ink if row.words else s.cell)] if row.why else []
        state: list[Flowable] = [MarkedWord(mark_for(row.status, Origin.LAW), size=8.5)]
        state += [Text(data.sans(row.left), s.fine_ink)] if row.left else []
        cells.append([what, short_date(row.starts) if row.starts else "–", how, short_date(row.due), state])
    columns = [
        Column("Clock", 0.25),
        Column("From", 0.12),
        Column("Days counted, holidays passed over", 0.32),
        Column(due, 0.13, bold=True),
        Column("State", 0.18),
    ]
    return ruled_table(columns, cells, data.sheet, padding=3)


def _length(row: ClockRow) -> int:
    return (row.due - row.counted.starts).days + 1 if row.counted else 0


def _strip(data: Judged, row: ClockRow) -> list[Flowable]:
    if row.counted is None:
        return []
    clock = row.counted
    skipped = dict(clock.skipped)
    counted_days = {day: str(number) for number, day in enumerate(clock.days, 1)}
    days = [clock.starts + timedelta(days=n) for n in range(_length(row))]
    cells = [
        (day, "start" if day == clock.starts else counted_days.get(day, ""), data.escaper.plain(skipped.get(day, "")))
        for day in days
    ]
    head = Text(f"<b>{data.sans(row.title)}</b> · {data.sans(row.rule)}", data.styles.clause)
    return [head, DayStrip(cells, data.as_of, row.due, data.sheet), Spacer(1, 4)]
