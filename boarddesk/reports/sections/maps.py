"""Guidelines × quarters and law × quarters, shown apart, each with the key of its marks."""

from reportlab.platypus import Flowable

from boarddesk.domain.finding import Origin, Status
from boarddesk.reports.flowables import Text, section_heading
from boarddesk.reports.heat_map import HeatMap, MapHeads, MapRow, MarkKey
from boarddesk.reports.marks import mark_for
from boarddesk.reports.sections.judged import ATTENTION, DAGGER, Clause, Judged
from boarddesk.reports.style import REPORT_TOP

_ORDER, _ORIGINS = tuple(Status), tuple(Origin)
_KINDS = "Kinds: R computed rule · D periodic duty · X recorded decision · G register · P policy statement."


def guidelines_map(data: Judged) -> list[Flowable]:
    """The Company's own clauses by quarter."""
    clauses = data.of(Origin.GUIDELINE)
    if not clauses:
        return []
    chart = HeatMap(_rows(data, clauses), MapHeads("Clause", "Kind", _columns(data), 48), data.sheet)
    out = section_heading("Guidelines by quarter", data.sheet, key="guidelines", room=_room(data, chart))
    out.append(Text(f"{_KINDS} Empty: no duty in that quarter.", data.styles.lead))
    return [*out, chart, _key(data, clauses)]


def _room(data: Judged, chart: HeatMap) -> float:
    """The whole map on one page, where a page can hold it."""
    return min(chart.room, data.sheet.height - REPORT_TOP - data.sheet.bottom - 4)


def law_map(data: Judged) -> list[Flowable]:
    """Rules of law by quarter, practice beneath them, counted with neither."""
    clauses, practice = data.of(Origin.LAW), data.of(Origin.PRACTICE)
    if not clauses and not practice:
        return []
    lead = "Shown apart from the guidelines. Empty: no duty in that quarter."
    if any(data.unconfirmed(clause) for clause in (*clauses, *practice)):
        lead += f" {DAGGER} Relies on a value not fully confirmed (see Parameters relied on)."
    rows = _rows(data, clauses)
    if practice:
        plain = [row for row in _rows(data, practice) if row.cells]
        rows += [MapRow("Practice (counted with neither)"), *plain]
    chart = HeatMap(rows, MapHeads("Rule", "Kind", _columns(data), 108), data.sheet)
    out = section_heading("Law by quarter", data.sheet, key="law", room=_room(data, chart))
    return [*out, Text(lead, data.styles.lead), chart, _key(data, [*clauses, *practice])]


def _columns(data: Judged) -> tuple[str, ...]:
    return "Q1", "Q2", "Q3", "Q4", str(data.year)


def _rows(data: Judged, clauses: list[Clause]) -> list[MapRow]:
    rows: list[MapRow] = []
    section = ""
    for clause in clauses:
        if clause.section and clause.section != section:
            section = clause.section
            rows.append(MapRow(data.escaper.plain(section)))
        cells = tuple(None if status is None else data.mark(clause, status) for status in data.cells(clause))
        bold = data.outcome(clause) in ATTENTION
        label, title = data.escaper.plain(data.label(clause)), data.escaper.plain(clause.title)
        rows.append(MapRow(label, title, clause.kind, cells, bold))
    return rows


def _key(data: Judged, clauses: list[Clause]) -> MarkKey:
    used = {(status, clause.origin) for clause in clauses for status in data.cells(clause) if status is not None}
    ordered = sorted(used, key=lambda pair: (_ORDER.index(pair[0]), _ORIGINS.index(pair[1])))
    marks = [mark_for(status, origin) for status, origin in ordered]
    return MarkKey(list(dict.fromkeys(marks)), data.sheet)
