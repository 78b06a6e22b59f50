"""The standing committees of one fiscal year, as Regulation S-K 407(b)(3) asks: members, meetings, functions."""

from collections.abc import Iterable, Mapping
from datetime import date

from reportlab.platypus import Flowable

from boarddesk.domain.committees import Committee, CommitteeChair, CommitteeKind, CommitteeSeat
from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Finding
from boarddesk.domain.fiscal import FiscalCalendar
from boarddesk.domain.record import Record
from boarddesk.domain.terms import chair_of, committees_on, directors_on, members_on, name_of
from boarddesk.reports.flowables import Text, Whole, section_heading
from boarddesk.reports.frame import build
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.sections.annual_meeting import meetings_held
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.determinations import by_seat
from boarddesk.reports.sections.front import Front, of_year
from boarddesk.reports.sections.judged import Judged, Parameter, judged
from boarddesk.reports.sections.law_apart import law_lines
from boarddesk.reports.sections.relied_on import relied_on
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import long_date, number_word, short_date

TITLE = "Committees of the Board"
CLAUSES = ("LAW-SK-407b",)
_ORDER = (CommitteeKind.AUDIT, CommitteeKind.COMPENSATION, CommitteeKind.NOMINATING, CommitteeKind.OTHER)


def committee_table_pdf(
    record: Record,
    as_of: date,
    year: int,
    findings: Iterable[Finding],
    *,
    parameters: Mapping[str, Parameter] | None = None,
    counsel: bool = False,
    sheet: Sheet = LETTER,
) -> bytes:
    """The report as PDF, as of the as-of day or the last of a year gone by."""
    ours = [finding for finding in findings if finding.clause in CLAUSES]
    data = judged(record, as_of, year, ours, (), parameters or {}, sheet, counsel=counsel)
    front = Front("committees", TITLE, of_year(data), "committees; S-K 407(b)(3)")
    return build(_story(data, front), front.furniture(data), sheet, later_top=REPORT_TOP).pdf


def _story(data: Judged, front: Front) -> list[Flowable]:
    s = data.styles
    found = [committee for committee in committees_on(data.record, data.day) if committee.standing]
    standing = sorted(found, key=lambda committee: (_ORDER.index(committee.kind), committee.name))
    facts = [("Members as of", long_date(data.day))]
    out = [*front.opening(data, facts), *section_heading("Members", data.sheet)]
    if standing:
        out.append(_matrix(data, standing))
    out += [
        Text(f"No standing {kind} committee is on record; the proxy statement says so, and who acts instead.", s.small)
        for kind in _ORDER[:-1]
        if kind not in {committee.kind for committee in standing}
    ]
    for committee in standing:
        out += _committee(data, committee)
    out += law_lines(data, CLAUSES)
    out += section_heading("Parameters relied on", data.sheet)
    return [*out, *relied_on(data.findings, data.parameters, data.escaper, data.sheet), *glyph_note(data.escaper, s)]


def _matrix(data: Judged, standing: list[Committee]) -> Flowable:
    """A row a director, a column a committee, the number of meetings at the foot."""
    record, day = data.record, data.day
    rows = []
    for person in by_seat(data, directors_on(record, day)):
        cells = []
        for committee in standing:
            chair = chair_of(record, committee.id, day) == person
            member = person in members_on(record, committee.id, day)
            cells.append("<b>Chair</b>" if chair else "Member" if member else "–")
        rows.append([data.sans(name_of(record, person)), *cells])
    counts = [f"<b>{len(meetings_held(data, committee.id))}</b>" for committee in standing]
    rows.append([f"Meetings in {data.year}", *counts])
    width = 0.7 / max(1, len(standing))
    columns = [Column("Director", 0.3, bold=True), *(Column(data.sans(c.name), width) for c in standing)]
    return ruled_table(columns, rows, data.sheet, padding=2.4)


def _committee(data: Judged, committee: Committee) -> list[Flowable]:
    """One committee: chair, members, changes in the year, meetings, functions, charter."""
    record, day = data.record, data.day
    members = by_seat(data, members_on(record, committee.id, day))
    chair = chair_of(record, committee.id, day)
    held = meetings_held(data, committee.id)
    days = ", ".join(short_date(meeting.day) for meeting in held)
    facts = [
        ("Chair", name_of(record, chair) if chair else "Not recorded"),
        ("Members", ", ".join(name_of(record, person) for person in members) or "None on this day"),
        ("Changes in the year", "; ".join(_changes(data, committee)) or "None recorded"),
        ("Meetings", f"{number_word(len(held), capital=True)} in fiscal year {data.year}{f': {days}' if days else ''}"),
        ("Functions", committee.mandate or "Not recorded"),
        ("Charter", _charter(data, committee)),
    ]
    table = facts_table([(name, data.sans(value)) for name, value in facts], data.sheet)
    return [Whole([*section_heading(data.escaper.title(committee.name), data.sheet, room=0), table])]


def _changes(data: Judged, committee: Committee) -> list[str]:
    """Who joined, left, or took or gave up the chair in the fiscal year, in order of time."""
    first = FiscalCalendar(data.record.company.fiscal_year_end).year_starts(data.year)
    told: list[tuple[date, str]] = []
    seats = data.record.where(CommitteeSeat, "committee", committee.id)
    chairs = data.record.where(CommitteeChair, "committee", committee.id)
    held: list[tuple[tuple[CommitteeSeat | CommitteeChair, ...], str, str]] = [
        (seats, "joined", "left"),
        (chairs, "took the chair", "gave up the chair"),
    ]
    for rows, joined, left in held:
        for row in rows:
            name = name_of(data.record, row.person)
            told += [(row.start, f"{name} {joined} on {short_date(row.start)}")]
            told += [(row.end, f"{name} {left} on {short_date(row.end)}")] if row.end else []
    return [words for day, words in sorted(told) if first <= day <= data.day]


def _charter(data: Judged, committee: Committee) -> str:
    kept = data.record.where(Document, "kind", DocumentKind.COMMITTEE_CHARTER)
    found = [d for d in kept if d.committee == committee.id and d.in_force_on(data.day)]
    if not found:
        return "No charter in force is on record."
    charter = max(found, key=lambda d: (d.effective_from or data.day, d.id))
    if charter.public_on is None or charter.public_on > data.day:
        return f"{charter.title}; publication not recorded"
    where = f" at {charter.public_where}" if charter.public_where else ""
    return f"{charter.title}; published{where} since {long_date(charter.public_on)}"
