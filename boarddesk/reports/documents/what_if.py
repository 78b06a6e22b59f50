"""A what-if in print: what was supposed, its limits, and every rule whose result would be another one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from reportlab.platypus import Flowable, Spacer

from boarddesk.domain.finding import Finding, Origin
from boarddesk.domain.record import Record
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, section_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.marks import MarkedWord, mark_for
from boarddesk.reports.ruled import Cell, Column, facts_table, ruled_table, shaded
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet, Styles, styles
from boarddesk.reports.templates import template
from boarddesk.reports.wording import counted, joined, long_date, number_word, sentence, short_date

TITLE = "What If"
_JUDGED = {
    Origin.LAW: ("rule of law", "rules of law"),
    Origin.GUIDELINE: ("clause of the Company’s own guidelines", "clauses of the Company’s own guidelines"),
    Origin.PRACTICE: ("check of practice", "checks of practice"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """One result before and after; `named` is the rule's source as a person reads it, `about` whom and when."""

    named: str
    title: str
    origin: Origin
    about: str
    before: Finding | None
    after: Finding | None


@dataclass(frozen=True, slots=True)
class Question:
    """What was supposed, in words, as of which day; `groups` are headings and results, never of two origins at once.

    `counts` are the words and numbers of each origin: guidelines and law are counted apart.
    """

    title: str
    words: tuple[str, ...]
    day: date
    counts: Mapping[Origin, Mapping[str, int]]
    groups: tuple[tuple[str, tuple[Compared, ...]], ...]
    remarks: tuple[str, ...] = ()


def what_if_pdf(
    record: Record,
    printed: date,
    question: Question,
    *,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The comparison as PDF; the same record and question give the same bytes."""
    escaper, s = Escaper(), styles(sheet)
    story = _story(record, printed, question, escaper, s, sheet)
    built = build([*story, *glyph_note(escaper, s)], _furniture(record, question, escaper), sheet, REPORT_TOP)
    if unprintable is not None:
        unprintable += escaper.reported()
    return built.pdf


def _story(
    record: Record, printed: date, question: Question, escaper: Escaper, s: Styles, sheet: Sheet
) -> list[Flowable]:
    as_of = long_date(question.day)
    facts = [(f"Change {n}", words) for n, words in enumerate(question.words, 1)]
    facts += [("Judged as of", as_of), ("Printed on", long_date(printed))]
    limits: list[Flowable] = [Text(text.format(as_of=as_of), s.limits) for text in template("what_if")["limits"]]
    out: list[Flowable] = [
        Overline(escaper.plain(record.company.name or "Company not named"), bookmark=TITLE),
        Heading(TITLE, s.title, sheet),
        Text(escaper.sans(question.title), s.subtitle),
        facts_table([(name, escaper.sans(value)) for name, value in facts], sheet),
        *(Text(text, s.headline if place == 0 else s.small) for place, text in enumerate(_headlines(question))),
        *(Text(escaper.sans(text), s.small) for text in question.remarks),
        Spacer(1, 3),
        shaded(limits, "Limits", sheet),
    ]
    if not question.groups:
        return [*out, Spacer(1, 8), Text(template("what_if")["none"], s.lead)]
    for heading, rows in question.groups:
        out += section_heading(heading, sheet, room=110)
        out.append(_table(rows, escaper, s, sheet))
    return out


def _headlines(question: Question) -> Iterator[str]:
    """“Of 78 rules of law judged, one gets worse and 77 stay the same.”; guidelines and practice in lines below."""
    for origin, (one, many) in _JUDGED.items():
        counts = question.counts.get(origin, {})
        whole = sum(counts.values())
        if whole:
            parts = [f"{number_word(count)} {words}" for words, count in counts.items() if count]
            yield sentence(f"Of {counted(whole, one, many)} judged, {joined(parts)}")


def _table(rows: Sequence[Compared], escaper: Escaper, s: Styles, sheet: Sheet) -> Flowable:
    heads = template("what_if")["columns"]
    columns = [Column("Rule", 0.26), Column(heads["without"], 0.34), Column(heads["within"], 0.4)]
    return ruled_table(columns, [_row(row, escaper, s) for row in rows], sheet)


def _row(row: Compared, escaper: Escaper, s: Styles) -> list[Cell]:
    rule: list[Flowable] = [
        Text(f"<b>{escaper.sans(row.title)}</b>", s.cell),
        Text(escaper.sans(row.named), s.fine),
        Text(escaper.sans(row.about), s.fine),
    ]
    after = _side(row.after, row.origin, escaper, s)
    if row.after is not None:
        if row.after.due:
            after.append(Text(f"Due {short_date(row.after.due)}", s.fine_ink))
        if row.after.remedy:
            after.append(Text(f'<font color="#58616B">Next step</font> {escaper.sans(row.after.remedy)}', s.fine_ink))
    return [rule, _side(row.before, row.origin, escaper, s), after]


def _side(finding: Finding | None, origin: Origin, escaper: Escaper, s: Styles) -> list[Flowable]:
    if finding is None:
        return [Text("Nothing to judge", s.cell_gray)]
    return [MarkedWord(mark_for(finding.status, origin), size=8.5), Text(escaper.sans(finding.because), s.fine_ink)]


def _furniture(record: Record, question: Question, escaper: Escaper) -> Furniture:
    name = record.company.name
    return Furniture(
        title=f"{TITLE}: {question.title}, as of {long_date(question.day)}",
        author=name,
        subject=name,
        keywords=f"what if; {question.day.isoformat()}; nothing of this is part of the record",
        header_left=f"{escaper.plain(name)} · {TITLE}: {escaper.plain(question.title)}",
        header_right=f"as of {short_date(question.day)}",
        state=f"What if · judged as of {short_date(question.day)} · not part of the record",
    )
