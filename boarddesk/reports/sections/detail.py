"""Every clause judged in the year in dense tables: status, period and why; what needs attention is told above."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import cast

from reportlab.platypus import CondPageBreak, Flowable, Table, TableStyle

from boarddesk.domain.finding import RANK, Finding, Origin
from boarddesk.domain.people import Person
from boarddesk.reports import fonts
from boarddesk.reports.flowables import Heading, Text, section_heading
from boarddesk.reports.marks import MarkedWord
from boarddesk.reports.ruled import HAIR, RULE
from boarddesk.reports.sections.determinations import by_seat
from boarddesk.reports.sections.findings import is_ahead
from boarddesk.reports.sections.folded import Fold, folded, missing_words, plain
from boarddesk.reports.sections.judged import ATTENTION, Clause, Judged
from boarddesk.reports.sections.told import Told, by_period, told
from boarddesk.reports.style import HAIRLINE, INK
from boarddesk.reports.wording import short_date

_LABEL = '<font color="#58616B">{}</font>'
_WIDTHS = (0.235, 0.17, 0.595)
_MOST_OF_A_ROW = 900
"""Characters from which the results of one status may break over pages."""
_ROWS = TableStyle(
    [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-2, -1), 8),
        ("RIGHTPADDING", (-1, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.6),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.9),
        ("LINEBELOW", (0, -1), (-1, -1), HAIR, HAIRLINE),
    ]
)
_HEADING = {
    Origin.GUIDELINE: "Guidelines: the Company’s own",
    Origin.LAW: "Law, judged apart",
    Origin.PRACTICE: "Practice: counted with neither",
}
LEAD = (
    "Where no period is named, the result is for the fiscal year. What needs attention is told under Findings and "
    "Dates ahead. Alike: the same sentence, with that name and day. The evidence of each result is kept at its "
    "clause in the Company’s record."
)

REWORDED = (
    "The Company amended the words of this clause from {} on; the program’s rule is unchanged. Read the result against "
    "them."
)


class _ClauseTable(Table):  # type: ignore[misc]
    """The results of one clause; where they go on over a page, the clause is named again."""

    label: Flowable

    def split(self, width: float, height: float) -> list[Flowable]:
        """Two tables, the second led by the clause too."""
        parts = cast("list[Flowable]", super().split(width, height))
        for part in parts:
            part.label = self.label
            part._cellvalues[0][0] = [self.label]
        return parts


def detail_section(data: Judged) -> list[Flowable]:
    """Every clause judged in the year, guidelines, law and practice each in a part of its own."""
    out = section_heading("Clause detail", data.sheet, key="detail", room=210)
    out.append(Text(LEAD, data.styles.lead))
    places = {person: place for place, person in enumerate(by_seat(data, tuple(p.id for p in data.record.all(Person))))}
    for origin, title in _HEADING.items():
        clauses = data.of(origin)
        if not clauses:
            continue
        out += [CondPageBreak(90), Heading(title, data.styles.part, data.sheet, bookmark=title, level=1)]
        out.append(_rule(data))
        for section, group in groupby(clauses, key=lambda clause: clause.section):
            if section and section != origin.value.capitalize():
                out += [CondPageBreak(60), Text(f"<b>{data.sans(section)}</b>", data.styles.fine_head)]
            for clause in group:
                out.append(_clause(data, clause, places))
    return out


def _rule(data: Judged) -> Table:
    s = data.styles
    heads = [Text(words, s.head) for words in ("Clause", "Result", "Why")]
    table = Table([heads], colWidths=[data.sheet.measure * part for part in _WIDTHS])
    table.setStyle(TableStyle([*_ROWS.getCommands(), ("LINEBELOW", (0, 0), (-1, 0), RULE, INK)]))
    return table


def _clause(data: Judged, clause: Clause, places: Mapping[str, int]) -> Table:
    """One clause: a row a status, the most urgent first."""
    s = data.styles
    label = Text(f"<b>{data.sans(data.label(clause))}</b> · {data.sans(clause.title)}", s.fine_ink)
    found = sorted(data.by_clause[clause.id], key=lambda f: (f.period, places.get(f.subject, -1), f.subject))
    rows: list[list[object]] = []
    longest = 0
    for status in sorted({f.status for f in found}, key=RANK.__getitem__):
        lines = list(_lines(data, [f for f in found if f.status is status]))
        if clause.reworded is not None and not rows:
            lines.append(_LABEL.format(data.sans(REWORDED.format(short_date(clause.reworded)))))
        longest = max(longest, sum(map(len, lines)))
        font = fonts.SANS_BOLD if status in ATTENTION else fonts.SANS
        mark = MarkedWord(data.mark(clause, status), size=7.5, font=font, points=7.5)
        rows.append([[label] if not rows else "", [mark], [Text(line, s.fine_ink) for line in lines]])
    # A row is kept whole, unless no page could hold it.
    splits = int(longest > _MOST_OF_A_ROW)
    table = _ClauseTable(rows, colWidths=[data.sheet.measure * part for part in _WIDTHS], splitInRow=splits)
    table.label = label
    table.setStyle(_ROWS)
    return table


def _lines(data: Judged, found: list[Finding]) -> Iterator[str]:
    """What is said of the results of one status: quiet ones whole, urgent ones by where they are told."""
    if found[0].status in ATTENTION:
        for row in told(found):
            key, title = ("dates", "Dates ahead") if is_ahead(row) else ("findings", "Findings")
            about = ", ".join(part for part in (_period(data, row), row.subject_words) if part)
            yield f'{data.sans(about or "The year")}: see <a href="#{key}"><u>{title}</u></a>'
        return
    for fold in folded(by_period(found)):
        yield _told(data, fold)


def _told(data: Judged, fold: Fold) -> str:
    row, finding = fold.first, fold.finding
    parts = []
    if about := _about(data, row):
        parts.append(_LABEL.format(f"{data.sans(about)}:"))
    parts.append(data.sans(row.because))
    if any(text not in row.because for text in finding.missing):
        parts.append(f"{_LABEL.format('Missing')} {data.sans(missing_words(finding.missing))}.")
    if finding.due and plain(short_date(finding.due)) not in row.because:
        parts.append(f"{_LABEL.format('Due')} {data.sans(short_date(finding.due))}.")
    if finding.remedy:
        parts.append(f"{_LABEL.format('Next step')} {data.sans(finding.remedy)}")
    if fold.others:
        parts.append(f"{_LABEL.format('Alike:')} {data.sans('; '.join(fold.others))}.")
    return " ".join(parts)


def _period(data: Judged, row: Told) -> str:
    """The period for a person; empty where it is the year."""
    return "" if row.periods == (f"FY{data.year}",) else row.period_words


def _about(data: Judged, row: Told) -> str:
    """Period and subject, as far as the sentence does not name them itself."""
    said = plain(row.because).casefold()
    subject = "" if row.subject_words.casefold() in said else row.subject_words
    period = _period(data, row)
    named = not period.startswith("Q") and plain(period).casefold() in f"{said} {subject.casefold()}"
    return ", ".join(part for part in ("" if named else period, subject) if part)
