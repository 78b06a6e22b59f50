"""What needs attention, most urgent first; the dates ahead; every clause with status, why and evidence."""

from reportlab.platypus import CondPageBreak, Flowable, Table, TableStyle

from boarddesk.domain.finding import Finding, Origin, Status
from boarddesk.reports.flowables import Heading, Text, section_heading
from boarddesk.reports.marks import MarkCell, MarkedWord
from boarddesk.reports.ruled import HAIR, RULE, Column, ruled_table
from boarddesk.reports.sections.judged import DAGGER, Clause, Judged, merged, subject_words
from boarddesk.reports.style import HAIRLINE, INK
from boarddesk.reports.wording import short_date

_QUIET = [("LINEABOVE", (0, 0), (-1, 0), 0.5, INK), ("LINEBELOW", (0, -1), (-1, -1), HAIR, HAIRLINE)]
ORIGIN_WORDS = {Origin.GUIDELINE: "Guidelines", Origin.LAW: "Law", Origin.PRACTICE: "Practice"}


def findings_section(data: Judged) -> list[Flowable]:
    """Every finding that needs attention: mark, clause, reason, evidence, next step; each kept whole."""
    s = data.styles
    out = section_heading("Findings", data.sheet, key="findings")
    urgent = [finding for finding in data.urgent() if not _is_ahead(finding)]
    if not urgent:
        return [*out, Text("Nothing needs attention on the data entered.", s.lead)]
    out.append(Text("Most urgent first. Every other clause and rule is in the maps and under Clause detail.", s.lead))
    rows = [_finding(data, finding) for finding in urgent]
    measure = data.sheet.measure
    table = Table(rows, colWidths=[76, measure - 76 - 84, 84])
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


def _is_ahead(finding: Finding) -> bool:
    return finding.status is Status.DUE_SOON and finding.due is not None


def _finding(data: Judged, finding: Finding) -> list[list[Flowable]]:
    s, clause = data.styles, data.clause(finding)
    mark = data.mark(clause, finding.status)
    subject = subject_words(finding)
    dagger = f" {DAGGER}" if _relies(finding) else ""
    title = data.sans(clause.title or finding.title) + (f": {data.sans(subject)}" if subject else "")
    text: list[Flowable] = [
        Text(f"<b>{data.sans(clause.words)}{dagger}</b> · {title}", s.finding_title),
        Text(data.sans(finding.because), s.finding),
    ]
    text += [Text(line, s.finding_small) for line in _support(data, finding)]
    when = f"Due {short_date(finding.due)}" if finding.due else ""
    side = [
        Text(f"<b>{ORIGIN_WORDS[finding.origin]}</b>", s.finding_side),
        Text(data.sans(data.period_words(finding)), s.finding_side),
        *([Text(when, s.finding_side)] if when else []),
        *([Text(data.sans(finding.responsible), s.finding_side)] if finding.responsible else []),
    ]
    return [[MarkCell(mark, 13, align="LEFT"), Text(f"<b>{mark.word}</b>", s.finding_side)], text, side]


def _relies(finding: Finding) -> bool:
    return any(parameter.confidence != "confirmed" for parameter in finding.parameters)


def _support(data: Judged, finding: Finding) -> list[str]:
    """The lines of evidence, of what is missing, and of the next step."""
    labels = list(dict.fromkeys(evidence.label for evidence in finding.evidence))
    evidence = "; ".join(labels)
    missing = "; ".join(finding.missing)
    lines = []
    if evidence or missing:
        both = [data.sans(evidence)] if evidence else []
        both += [f"missing: {data.sans(missing)}"] if missing else []
        lines.append(f'<font color="#58616B">Evidence</font> {"; ".join(both)}')
    if finding.remedy:
        lines.append(f'<font color="#58616B">Next step</font> {data.sans(finding.remedy)}')
    return lines


def dates_section(data: Judged) -> list[Flowable]:
    """What is due soon, by its date."""
    ahead = sorted((f for f in data.urgent() if _is_ahead(f)), key=lambda f: (str(f.due), f.clause))
    if not ahead:
        return []
    s = data.styles
    rows = []
    for finding in ahead:
        clause = data.clause(finding)
        subject = subject_words(finding)
        duty = data.sans(clause.title or finding.title) + (f": {data.sans(subject)}" if subject else "")
        rows.append(
            [
                MarkCell(data.mark(clause, finding.status), 9, align="LEFT"),
                data.sans(clause.words),
                ORIGIN_WORDS[finding.origin],
                [Text(duty, s.cell), Text(data.sans(finding.because), s.fine)],
                f"<b>{short_date(finding.due)}</b>" if finding.due else "–",
                data.sans(finding.responsible) or "–",
            ]
        )
    columns = [
        Column("", 0.045),
        Column("Rule", 0.15),
        Column("Origin", 0.115),
        Column("Duty", 0.4),
        Column("Due", 0.13),
        Column("Before", 0.16),
    ]
    return [*section_heading("Dates ahead", data.sheet, key="dates"), ruled_table(columns, rows, data.sheet)]


def detail_section(data: Judged) -> list[Flowable]:
    """Every clause judged in the year, guidelines, law and practice each in a part of its own."""
    out = section_heading("Clause detail", data.sheet, key="detail")
    words = {
        Origin.GUIDELINE: "Guidelines: the Company’s own",
        Origin.LAW: "Law, judged apart",
        Origin.PRACTICE: "Practice: counted with neither",
    }
    for origin, title in words.items():
        clauses = data.of(origin)
        if not clauses:
            continue
        out += [CondPageBreak(90), Heading(title, data.styles.part, data.sheet, bookmark=title, level=1)]
        for clause in clauses:
            out += _clause(data, clause)
    return out


def _clause(data: Judged, clause: Clause) -> list[Flowable]:
    s = data.styles
    rows = []
    found = merged(sorted(data.by_clause[clause.id], key=lambda f: (f.period, f.subject)))
    for finding in found:
        why: list[Flowable] = [Text(data.sans(finding.because), s.cell)]
        why += [Text(line, s.fine_ink) for line in _support(data, finding)]
        period = [Text(data.sans(data.period_words(finding)), s.cell)]
        subject = subject_words(finding)
        period += [Text(data.sans(subject), s.fine)] if subject else []
        mark = MarkedWord(data.mark(clause, finding.status), size=8.5)
        rows.append([[mark], period, why])
    source = f' <font color="#58616B">{data.sans(clause.source)}</font>' if clause.source else ""
    heading = Text(f"<b>{data.sans(data.label(clause))}</b> · {data.sans(clause.title)}{source}", s.clause)
    columns = [Column("", 0.225), Column("", 0.185), Column("", 0.59)]
    table = ruled_table(columns, rows, data.sheet, padding=2.6, foot=False, extra=_QUIET)
    return [CondPageBreak(64), heading, table]
