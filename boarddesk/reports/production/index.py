"""Cover and index of a set, which lead to its records by their numbers, and the privilege log as a document."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reportlab.platypus import Flowable, Spacer

from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, section_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.packet.merge import SCHEME
from boarddesk.reports.production.plan import Placed, ProductionPlan, WithheldRecord, numbered
from boarddesk.reports.ruled import Column, facts_table, ruled_table
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet, styles

LANDSCAPE = Sheet(LETTER.height, LETTER.width)
RECORDS = (Column("No.", 0.06), Column("Record", 0.42), Column("Date", 0.13), Column("Numbers", 0.23),
           Column("Pages", 0.07, "right"))  # fmt: skip
LOG = (Column("No.", 0.04, bold=True), Column("Date", 0.09), Column("Record", 0.2), Column("Among", 0.14),
       Column("Pages", 0.12), Column("Ground", 0.13), Column("Description", 0.28))  # fmt: skip


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One entry of the privilege log: what is withheld, of whom and to whom, on what ground, described openly."""

    number: str
    day: str
    record: str
    among: str
    pages: str
    ground: str
    described: str


def front_pdf(plan: ProductionPlan, placed: Sequence[Placed], links: Mapping[str, str] | None = None) -> bytes:
    """Cover and index; each record links to its first page, or to its own file by `links`."""
    escaper, sheet = Escaper(), plan.sheet
    s = styles(sheet)
    pages = sum(each.pages for each in placed)
    last = plan.first_number + pages - 1
    numbers = f"{numbered(plan.prefix, plan.first_number)} to {numbered(plan.prefix, last)}" if pages else "None"
    filled = [(name, value.replace("{pages}", f"{pages:,}").replace("{numbers}", numbers))
              for name, value in plan.facts]  # fmt: skip
    story: list[Flowable] = [
        Overline(escaper.plain(plan.company or "Company not named"), bookmark="Cover and index"),
        Heading(escaper.title(plan.title), s.title, sheet),
        Text(escaper.title(plan.subtitle), s.subtitle),
    ]
    if filled:
        story += [facts_table([(escaper.sans(n), escaper.sans(v)) for n, v in filled], sheet), Spacer(1, 8)]
    if plan.lead:
        story.append(Text(escaper.sans(plan.lead), s.lead))
    story += _records(plan, placed, links, escaper)
    story += _told(plan, placed, escaper)
    return build(story, _furniture(plan), sheet, later_top=REPORT_TOP).pdf


def _records(
    plan: ProductionPlan, placed: Sequence[Placed], links: Mapping[str, str] | None, escaper: Escaper
) -> Iterator[Flowable]:
    there = [(each.record.heading, each) for each in placed if each.pages]
    lines: list[tuple[str, Placed | WithheldRecord]] = [*there, *((each.heading, each) for each in plan.withheld)]
    order = list(dict.fromkeys(heading for heading, _line in lines))
    lines.sort(key=lambda line: order.index(line[0]))
    number = 0
    for heading, group in groupby(lines, key=lambda line: line[0]):
        yield from section_heading(escaper.serif(heading), plan.sheet, heading)
        rows = []
        for _heading, line in group:
            number += isinstance(line, Placed)
            rows.append(_row(plan, number, line, links, escaper))
        yield ruled_table(RECORDS, rows, plan.sheet, padding=2.6)


def _row(
    plan: ProductionPlan, number: int, line: Placed | WithheldRecord, links: Mapping[str, str] | None, escaper: Escaper
) -> tuple[str, ...]:
    if isinstance(line, WithheldRecord):
        return ("–", escaper.sans(f"{line.title}. {line.remark}"), escaper.sans(line.day), "Withheld", "–")
    record = line.record
    target = links[record.key] if links is not None else f"{SCHEME}{record.key}"
    title = f"{record.title}. {record.remark}" if record.remark else record.title
    span = f'<a href="{target}">{escaper.sans(line.span(plan.prefix))}</a>'
    return str(number), escaper.sans(title), escaper.sans(record.day), span, f"{line.pages:,}"


def _told(plan: ProductionPlan, placed: Sequence[Placed], escaper: Escaper) -> Iterator[Flowable]:
    """What was asked for and is not there, what could not be put in, and what is no formal record."""
    s = styles(plan.sheet)
    refused = [(each.record.heading, each.record.title, each.refused) for each in placed if each.refused]
    missing = [*plan.missing, *refused]
    if missing:
        yield from section_heading("Asked for and not in this set", plan.sheet, "Asked for and not in this set")
        columns = (Column("Kind", 0.24), Column("Record", 0.34), Column("Why", 0.42))
        rows = [[escaper.sans(cell) for cell in row] for row in missing]
        yield ruled_table(columns, rows, plan.sheet, padding=2.6)
    if plan.left_out:
        yield from section_heading("Not formal records, and not in this set", plan.sheet, "Not formal records")
        for line in plan.left_out:
            yield Text(escaper.sans(line), s.small)


def _furniture(plan: ProductionPlan) -> Furniture:
    return Furniture(
        title=f"{plan.title}, {plan.subtitle}",
        author=plan.company,
        subject=plan.company,
        keywords=plan.keywords,
        header_left=f"{Escaper().plain(plan.company)} · {plan.title}",
        header_right="Index",
        state=plan.footer,
        page_words="Index, page {page} of {pages}",
    )


def log_pdf(plan: ProductionPlan, entries: Sequence[LogEntry]) -> bytes:
    """The privilege log, a document of its own: it quotes nothing of what is withheld."""
    escaper, sheet = Escaper(), LANDSCAPE
    s = styles(sheet)
    lead = (
        "Each record, and each part of a record, that is withheld from the set or blacked out in it. Numbers are those "
        "at the foot of the pages of the set."
    )
    story: list[Flowable] = [
        Overline(escaper.plain(plan.company or "Company not named"), bookmark="Privilege log"),
        Heading("Privilege Log", s.title, sheet),
        Text(escaper.title(plan.subtitle), s.subtitle),
        Text(escaper.sans(lead), s.lead),
    ]
    cells = [[escaper.sans(cell) for cell in (e.number, e.day, e.record, e.among, e.pages, e.ground, e.described)]
             for e in entries]  # fmt: skip
    story.append(ruled_table(LOG, cells, sheet, padding=3.2) if cells else Text("Nothing is withheld.", s.small))
    furniture = Furniture(
        title=f"Privilege Log, {plan.subtitle}", author=plan.company, subject=plan.company, keywords=plan.keywords,
        header_left=f"{escaper.plain(plan.company)} · Privilege Log", state=plan.footer,
    )  # fmt: skip
    return build(story, furniture, sheet, later_top=REPORT_TOP).pdf
