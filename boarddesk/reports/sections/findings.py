"""What needs attention, most urgent first, each with its evidence and next step; the dates ahead."""

from reportlab.platypus import Flowable, Table, TableStyle

from boarddesk.domain.finding import Origin, Status
from boarddesk.reports.flowables import Text, section_heading
from boarddesk.reports.marks import MarkCell
from boarddesk.reports.ruled import HAIR, RULE, Column, ruled_table
from boarddesk.reports.sections.judged import DAGGER, Judged
from boarddesk.reports.sections.told import Told, evidence_words
from boarddesk.reports.style import HAIRLINE, INK
from boarddesk.reports.wording import short_date

_MOST_OF_A_ROW = 3000
"""Characters from which a finding may break over pages."""
_WHOLE = 5
"""Dates ahead that are kept on one page with their heading."""
ORIGIN_WORDS = {Origin.GUIDELINE: "Guidelines", Origin.LAW: "Law", Origin.PRACTICE: "Practice"}


def findings_section(data: Judged) -> list[Flowable]:
    """Every finding that needs attention: mark, clause, reason, evidence, next step; each kept whole."""
    s = data.styles
    out = section_heading("Findings", data.sheet, key="findings")
    urgent = [row for row in data.urgent() if not is_ahead(row)]
    if not urgent:
        return [*out, Text("Nothing needs attention on the data entered.", s.lead)]
    out.append(Text("Most urgent first. Every other clause and rule is in the maps and under Clause detail.", s.lead))
    rows = [_finding(data, row) for row in urgent]
    measure = data.sheet.measure
    longest = max(len(row.because) + sum(map(len, _support(data, row))) for row in urgent)
    # A finding is kept whole, unless no page could hold it.
    table = Table(rows, colWidths=[76, measure - 76 - 84, 84], splitInRow=int(longest > _MOST_OF_A_ROW))
    table.setStyle(
        TableStyle(
            [
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("LEFTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (0, 0), (-1, -1), 0),
                ("RIGHTPADDING", (1, 0), (1, -1), 14),
                ("TOPPADDING", (0, 0), (-1, -1), 4.5),
                ("BOTTOMPADDING", (0, 0), (-1, -1), 5.5),
                ("LINEABOVE", (0, 0), (-1, 0), RULE, INK),
                ("LINEBELOW", (0, 0), (-1, -2), HAIR, HAIRLINE),
                ("LINEBELOW", (0, -1), (-1, -1), RULE, INK),
            ]
        )
    )
    return [*out, table]


def is_ahead(row: Told) -> bool:
    """Whether a finding is told among the dates ahead."""
    return row.finding.status is Status.DUE_SOON and row.finding.due is not None


def _finding(data: Judged, row: Told) -> list[list[Flowable]]:
    s, finding, clause = data.styles, row.finding, data.clause(row.finding)
    mark = data.mark(clause, finding.status)
    dagger = f" {DAGGER}" if _relies(row) else ""
    text: list[Flowable] = [
        Text(f"<b>{data.sans(clause.words)}{dagger}</b> · {_title(data, row)}", s.finding_title),
        Text(data.sans(row.because), s.finding),
    ]
    text += [Text(line, s.finding_small) for line in _support(data, row)]
    when = f"Due {short_date(finding.due)}" if finding.due else ""
    side = [
        Text(f"<b>{ORIGIN_WORDS[finding.origin]}</b>", s.finding_side),
        Text(data.sans(row.period_words), s.finding_side),
        *([Text(when, s.finding_side)] if when else []),
        *([Text(data.sans(finding.responsible), s.finding_side)] if finding.responsible else []),
    ]
    return [[MarkCell(mark, 13, align="LEFT"), Text(f"<b>{mark.word}</b>", s.finding_side)], text, side]


def _title(data: Judged, row: Told) -> str:
    title = data.sans(data.clause(row.finding).title or row.finding.title)
    return title + (f": {data.sans(row.subject_words)}" if row.subjects else "")


def _relies(row: Told) -> bool:
    return any(parameter.confidence != "confirmed" for parameter in row.finding.parameters)


def _support(data: Judged, row: Told) -> list[str]:
    """The lines of evidence, of what is missing, and of the next step."""
    evidence = evidence_words(row.evidence)
    missing = "; ".join(row.finding.missing)
    lines = []
    if evidence or missing:
        both = [data.sans(evidence)] if evidence else []
        both += [f"missing: {data.sans(missing)}"] if missing else []
        lines.append(f'<font color="#58616B">Evidence</font> {"; ".join(both)}')
    if row.finding.remedy:
        lines.append(f'<font color="#58616B">Next step</font> {data.sans(row.finding.remedy)}')
    return lines


def dates_section(data: Judged) -> list[Flowable]:
    """What is due soon, by its date."""
    ahead = sorted(
        (row for row in data.urgent() if is_ahead(row)), key=lambda r: (str(r.finding.due), r.finding.clause)
    )
    if not ahead:
        return []
    s = data.styles
    rows = []
    for row in ahead:
        finding, clause = row.finding, data.clause(row.finding)
        rows.append(
            [
                MarkCell(data.mark(clause, finding.status), 9, align="LEFT"),
                data.sans(clause.words),
                ORIGIN_WORDS[finding.origin],
                [Text(_title(data, row), s.cell), Text(data.sans(row.because), s.fine)],
                f"<b>{short_date(finding.due)}</b>" if finding.due else "–",
                data.sans(finding.responsible) or "–",
            ]
        )
    columns = [
        Column("", 0.045),
        Column("Rule", 0.13),
        Column("Origin", 0.105),
        Column("Duty", 0.43),
        Column("Due", 0.13),
        Column("Before", 0.16),
    ]
    room = 55.0 + 42.0 * min(len(rows), _WHOLE)
    return [*section_heading("Dates ahead", data.sheet, key="dates", room=room), ruled_table(columns, rows, data.sheet)]
