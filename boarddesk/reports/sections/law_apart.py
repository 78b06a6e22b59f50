"""What a disclosure rule of law came to in the year: its mark, why, what is missing, and by when."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from boarddesk.domain.finding import Finding, Origin
from boarddesk.reports.flowables import Text, section_heading
from boarddesk.reports.marks import MarkedWord, mark_for
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.folded import missing_words
from boarddesk.reports.sections.judged import Judged
from boarddesk.reports.wording import short_date


def law_lines(data: Judged, clauses: Iterable[str]) -> list[Flowable]:
    """A row a finding on the company as a whole, under the heading “What the rule asks”; empty where none was made."""
    found = [f for clause in clauses for f in data.by_clause.get(clause, ()) if f.subject == "company"]
    if not found:
        return []
    rows = [
        [[MarkedWord(mark_for(f.status, Origin.LAW), size=8.5)], finding_words(data, f)]
        for f in sorted(found, key=lambda f: f.clause)
    ]
    columns = [Column("Result", 0.2), Column("Why", 0.8)]
    head = section_heading("What is on record for the proxy statement", data.sheet, room=90)
    return [*head, ruled_table(columns, rows, data.sheet, padding=2.4)]


def finding_words(data: Judged, finding: Finding) -> list[Flowable]:
    """The reason, what is missing, the due day and the next step of a finding."""
    s = data.styles
    out: list[Flowable] = [Text(data.sans(finding.because), s.cell)]
    if any(text not in finding.because for text in finding.missing):
        out.append(Text(f"<b>Missing</b> {data.sans(missing_words(finding.missing))}.", s.fine_ink))
    if finding.due:
        out.append(Text(f"<b>Due</b> {short_date(finding.due)}", s.fine_ink))
    if finding.remedy:
        out.append(Text(f'<font color="#58616B">Next step</font> {data.sans(finding.remedy)}', s.fine_ink))
    return out
