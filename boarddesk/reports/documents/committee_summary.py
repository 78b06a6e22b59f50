"""One page for the Nominating and Governance Committee: the counts, what needs attention, by whom and by when."""

from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from reportlab.platypus import Flowable, Spacer

from boarddesk.domain.committees import CommitteeKind
from boarddesk.domain.finding import RANK, Finding, Origin, UsedParameter
from boarddesk.domain.record import Record
from boarddesk.domain.terms import committee_of_kind
from boarddesk.reports.flowables import Heading, Text
from boarddesk.reports.frame import Built, build
from boarddesk.reports.marks import MarkCell, mark_for
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.cover import guidelines_sentence, law_sentence
from boarddesk.reports.sections.front import Front, of_year
from boarddesk.reports.sections.judged import DAGGER, Clause, Judged, Parameter, judged
from boarddesk.reports.sections.told import Told
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet
from boarddesk.reports.wording import counted, number_word, short_date

TITLE = "Governance Summary"
_NAMED = 4
"""Subjects of one rule that are named; more are counted."""
_PARTS = {
    Origin.GUIDELINE: "Guidelines: the Company’s own",
    Origin.LAW: "Law, judged apart",
    Origin.PRACTICE: "Practice: counted with neither",
}


def committee_summary_pdf(
    record: Record,
    as_of: date,
    year: int,
    findings: Iterable[Finding],
    clauses: Iterable[Clause],
    *,
    parameters: Mapping[str, Parameter] | None = None,
    counsel: bool = False,
    sheet: Sheet = LETTER,
) -> bytes:
    """The page as PDF: with next steps where they fit, else without; what still does not fit is counted."""
    found, listed = tuple(findings), tuple(clauses)

    def attempt(most: int | None, *, steps: bool) -> Built:
        data = judged(record, as_of, year, found, listed, parameters or {}, sheet, counsel=counsel)
        front = Front("summary", TITLE, f"For the {_committee(data)} · {of_year(data)}", "summary; compliance")
        return build(_story(data, front, most, steps=steps), front.furniture(data), sheet, later_top=REPORT_TOP)

    for steps in (True, False):
        built = attempt(None, steps=steps)
        if built.pages == 1:
            return built.pdf
    rows = range(len(_together(judged(record, as_of, year, found, listed, {}, sheet).urgent())))
    too_many = bisect(rows, 1, key=lambda most: attempt(most, steps=False).pages)
    return attempt(max(0, too_many - 1), steps=False).pdf


def _story(data: Judged, front: Front, most: int | None, *, steps: bool) -> list[Flowable]:
    s = data.styles
    urgent = _together(data.urgent())
    shown = urgent if most is None else _most_urgent(urgent, most)
    out = [
        *front.opening(data),
        Text(law_sentence(data), s.finding_title),
        Spacer(1, 3),
        Text(guidelines_sentence(data), s.small),
    ]
    seen: list[Origin] = []
    for origin, title in _PARTS.items():
        rows = [row for row in shown if row.finding.origin is origin]
        if rows:
            headed = not any(row.finding.origin is before for before in seen for row in shown)
            out += [Heading(title, s.label, data.sheet, bookmark=title), _table(data, rows, steps=steps, headed=headed)]
        seen.append(origin)
    if not urgent:
        out.append(Text("Nothing needs attention on the data entered.", s.small))
    if len(shown) < len(urgent):
        left = counted(len(urgent) - len(shown), "further finding", capital=True)
        out.append(Text(f"{left} in the compliance report.", s.note))
    return [*out, Text(_values(data, shown), s.note), *glyph_note(data.escaper, s)]


def _committee(data: Judged) -> str:
    """The committee whose page it is, as the record names it."""
    found = committee_of_kind(data.record, CommitteeKind.NOMINATING, data.day)
    return found.name if found is not None else "Nominating and Governance Committee"


def _together(rows: Iterable[Told]) -> list[Told]:
    """The findings of one rule with one status, one due day and one body responsible in one row."""
    kept: dict[tuple[object, ...], Told] = {}
    for row in rows:
        f = row.finding
        key = (f.clause, f.status, f.due, f.responsible, row.periods, bool(row.subjects))
        before = kept.get(key)
        kept[key] = replace(before, subjects=(*before.subjects, *row.subjects)) if before else row
    return list(kept.values())


def _most_urgent(rows: Sequence[Told], most: int) -> list[Told]:
    """So many of the rows in their order: of equal status those due first."""
    ranked = sorted(rows, key=lambda row: (RANK[row.finding.status], row.finding.due or date.max))
    kept = {id(row) for row in ranked[:most]}
    return [row for row in rows if id(row) in kept]


def _values(data: Judged, shown: Sequence[Told]) -> str:
    """The values these findings relied on that are not confirmed, and those the Company set, by name."""
    used = {(p.key, p.value): p for row in shown for p in row.finding.parameters}
    unsure = [p for p in used.values() if p.confidence != "confirmed"]
    own = [p for p in used.values() if p.company]
    words = [
        f"{head}: {'; '.join(_named(data, p) for p in found)}."
        for head, found in ((f"{DAGGER} Not fully confirmed", unsure), ("Set by the Company", own))
        if found
    ]
    return data.sans(" ".join([*words, "Every parameter relied on is named in the compliance report."]))


def _named(data: Judged, parameter: UsedParameter) -> str:
    known = data.parameters.get(parameter.key)
    return f"{known.name if known else parameter.key.replace('_', ' ')} ({parameter.value})"


def _table(data: Judged, rows: Sequence[Told], *, steps: bool, headed: bool) -> Flowable:
    s = data.styles
    cells = []
    for row in rows:
        finding, clause = row.finding, data.clause(row.finding)
        dagger = f" {DAGGER}" if any(p.confidence != "confirmed" for p in finding.parameters) else ""
        few = len(row.subjects) <= _NAMED
        names = data.sans(f": {row.subject_words if few else number_word(len(row.subjects)) + ' in all'}") * bool(
            row.subjects
        )
        what = [Text(f"<b>{data.sans(clause.words)}{dagger}</b> · {data.sans(clause.title)}{names}", s.fine_ink)]
        if steps and finding.remedy:
            what.append(Text(data.sans(finding.remedy), s.fine))
        when = short_date(finding.due) if finding.due else data.sans(row.period_words)
        mark = mark_for(finding.status, finding.origin)
        word = Text(f"<b>{mark.word}</b>", s.fine_ink)
        who = Text(data.sans(finding.responsible or "–"), s.fine_ink)
        cells.append([MarkCell(mark, 8.5, align="LEFT"), word, what, Text(when, s.fine_ink), who])
    heads = ("Result", "Rule", "Due or period", "Responsible") if headed else ("",) * 4
    shares = (0.14, 0.54, 0.115, 0.17)
    columns = [Column("", 0.035), *(Column(head, share) for head, share in zip(heads, shares, strict=True))]
    return ruled_table(columns, cells, data.sheet, padding=1.3)
