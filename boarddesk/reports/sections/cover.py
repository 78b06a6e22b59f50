"""First page of the compliance report: facts, headline, limits before any result, counts, contents."""

from datetime import date

from reportlab.platypus import Flowable, KeepTogether, Spacer, Table, TableStyle

from boarddesk.domain.documents import Document, DocumentKind
from boarddesk.domain.finding import Origin, Status
from boarddesk.domain.people import Role
from boarddesk.domain.terms import SeatState, authorized_size, holder_of, name_of, seats_on
from boarddesk.reports.flowables import Heading, Overline, Text
from boarddesk.reports.marks import Mark, MarkCell, mark_for
from boarddesk.reports.ruled import HAIR, RULE, facts_table, shaded
from boarddesk.reports.sections.determinations import standing
from boarddesk.reports.sections.front import counsel_line, of_year
from boarddesk.reports.sections.judged import DAGGER, Judged
from boarddesk.reports.style import GRAY, HAIRLINE, INK
from boarddesk.reports.templates import template
from boarddesk.reports.wording import counted, joined, long_date, number_word, short_date

_MANY = 16
"""Rows from which the table of results is set closer, so that the contents stay on the first page."""
TITLE = "Governance Compliance Report"
_ROWS: tuple[tuple[tuple[Status, ...], str, str], ...] = (
    # statuses of the row, its words, and "g", "l" or "gl": the sides on which it can occur
    ((Status.NOT_MET,), "Shortfall (law)", "l"),
    ((Status.CURE_EXPIRED,), "Cure expired (law)", "l?"),
    ((Status.IN_CURE,), "In cure (law)", "l"),
    ((Status.IN_PHASE_IN,), "In phase-in (law)", "l?"),
    ((Status.NOT_MET,), "Departs (guidelines)", "g"),
    ((Status.OVERDUE,), "Overdue", "gl"),
    ((Status.NOT_RECORDED,), "Not recorded", "gl?"),
    ((Status.CANNOT_JUDGE,), "Cannot judge", "gl"),
    ((Status.JUDGMENT_NEEDED,), "Judgment needed", "gl"),
    ((Status.DISCLOSURE_REQUIRED,), "To be disclosed (law)", "l"),
    ((Status.SAFE_HARBOR_NOT_SHOWN,), "Not shown (law)", "l?"),
    ((Status.DUE_SOON,), "Due soon", "gl"),
    ((Status.NOT_YET_DUE,), "Not yet due", "gl"),
    ((Status.RECORDED,), "Recorded", "gl"),
    ((Status.MET,), "Followed · No shortfall found", "gl"),
    ((Status.EXCEPTION_RELIED_ON, Status.EXEMPT), "Exempt, exception", "l?"),
    ((Status.INFORMATION,), "Information", "gl"),
    ((Status.NOT_APPLICABLE,), "Not applicable", "gl"),
)


def cover(data: Judged, contents: list[tuple[str, str, int]]) -> list[Flowable]:
    """The first page; `contents` are title, key and page of each section."""
    s, sheet, company = data.styles, data.sheet, data.record.company
    name = data.escaper.plain(company.name or "Company not named")
    out: list[Flowable] = [
        Overline(name, bookmark="Summary"),
        Heading(TITLE, s.title, sheet),
        Text(of_year(data), s.subtitle),
        *counsel_line(s, counsel=data.counsel),
        facts_table([(key, data.sans(value)) for key, value in _facts(data)], sheet),
        Text(law_sentence(data), s.headline),
        Text(guidelines_sentence(data), s.small),
        Spacer(1, 3),
    ]
    fields = {"as_of": long_date(data.as_of)}
    limits: list[Flowable] = [Text(text.format(**fields), s.limits) for text in template("compliance_report")["limits"]]
    out += [shaded(limits, "Limits", sheet), Spacer(1, 8), _counts(data)]
    return [*out, KeepTogether([Text("In this report", s.block), _contents(data, contents)])]


def _facts(data: Judged) -> list[tuple[str, str]]:
    company, day = data.record.company, data.as_of
    listed = f"; {company.exchange}: {company.ticker}" if company.ticker else ""
    state = f", a {company.state} corporation" if company.state else ""
    end = long_date(date(2024, int(company.fiscal_year_end[:2]), int(company.fiscal_year_end[3:]))).rpartition(",")[0]
    facts = [("Company", f"{company.name}{state}{listed}; fiscal year ends {end}")]
    guidelines = [d for d in data.record.where(Document, "kind", DocumentKind.GUIDELINES) if d.in_force_on(day)]
    if guidelines:
        newest = max(guidelines, key=lambda d: d.effective_from or day)
        since = f", version of {long_date(newest.effective_from)}" if newest.effective_from else ""
        facts.append(("Guidelines", f"{newest.title}{since}"))
    else:
        facts.append(("Guidelines", "No guidelines in force are recorded"))
    facts += [("Law", template("compliance_report")["law"]), ("Board", _board(data))]
    secretary = holder_of(data.record, Role.SECRETARY, day)
    if secretary:
        facts.append(("Prepared by", f"{name_of(data.record, secretary)}, Corporate Secretary"))
    return facts


def _board(data: Judged) -> str:
    record, day, stands = data.record, data.day, standing(data)
    size = authorized_size(record, day)
    vacant = [seat.label for seat in seats_on(record, day) if seat.state is SeatState.VACANT]
    seats = f"{number_word(size, capital=True)} seats" if size is not None else "Number of seats not recorded"
    labels = ", ".join(label for label in vacant if label)
    empty = f", {counted(len(vacant), 'vacancy', 'vacancies')}{f' ({labels})' if labels else ''}" if vacant else ""
    words = f"{number_word(len(stands.independent), capital=True)} determined independent by the Board"
    if stands.reviewed:
        words += f", {counted(len(stands.reviewed), 'determination')} under review"
    when = f" (on {long_date(day)})" if day != data.as_of else ""
    return f"{seats}, {counted(len(stands.directors), 'director')}{empty}. {words}{when}"


def law_sentence(data: Judged) -> str:
    """How many rules of law were tested and what they returned; never a conclusion."""
    counts = data.counts(Origin.LAW)
    total = sum(counts.values())
    if not total:
        return "No rule of law was tested for this year. This is not a conclusion that the Company complies."
    short = counts[Status.NOT_MET] + counts[Status.CURE_EXPIRED]
    returned = f"{number_word(short) if short else 'none'} returned a shortfall"
    cure = counts[Status.IN_CURE]
    cured = f", and {number_word(cure)} {'is' if cure == 1 else 'are'} in a cure period" if cure else ""
    dagger = DAGGER if any(data.unconfirmed(clause) for clause in data.of(Origin.LAW)) else ""
    rules = counted(total, "rule", capital=True)
    unknown = counts[Status.CANNOT_JUDGE]
    unjudged = f" {number_word(unknown, capital=True)} cannot be judged." if unknown else ""
    return (
        f"{rules} of law {'was' if total == 1 else 'were'} tested on the data entered; {returned}{cured}.{dagger}"
        f"{unjudged} This is not a conclusion that the Company complies."
    )


def guidelines_sentence(data: Judged) -> str:
    """How many of the Company’s own clauses depart, are overdue, or are undecided."""
    counts = data.counts(Origin.GUIDELINE)
    total = sum(counts.values())
    if not total:
        return "No clause of the Company’s own guidelines was judged for this year."
    departs = counts[Status.NOT_MET]
    parts = [f"{number_word(departs) if departs else 'none'} {'depart' if departs > 1 else 'departs'}"]
    for status, one, many in (
        (
            Status.OVERDUE,
            "is overdue by an interval the Company adopted",
            "are overdue by adopted intervals",
        ),
        (Status.NOT_RECORDED, "is not recorded", "are not recorded"),
        (Status.CANNOT_JUDGE, "cannot be judged", "cannot be judged"),
        (Status.JUDGMENT_NEEDED, "calls for judgment", "call for judgment"),
    ):
        if count := counts[status]:
            parts.append(f"{number_word(count)} {one if count == 1 else many}")
    of = f"Of {counted(total, 'clause')} of the Company’s own guidelines, {joined(parts)}."
    return f"{of} The guidelines are the Company’s own: they and the law are counted apart."


def _counts(data: Judged) -> Table:
    """Results by side, each with its mark; a dash where a result cannot occur on that side."""
    s = data.styles
    guideline, law = data.counts(Origin.GUIDELINE), data.counts(Origin.LAW)
    most = max([1, *guideline.values(), *law.values()])
    heads = (f"Guidelines ({sum(guideline.values())} clauses)", f"Law ({sum(law.values())} rules)")
    rows = [[Text("Result", s.head), "", Text(heads[0], s.head), "", Text(heads[1], s.head), ""]]
    for statuses, words, sides in _ROWS:
        left = sum(guideline[status] for status in statuses) if "g" in sides else None
        right = sum(law[status] for status in statuses) if "l" in sides else None
        if "?" in sides and not left and not right:
            continue
        mark = mark_for(statuses[0], "law" if "g" not in sides else "guideline")
        cells = [x for count in (left, right) for x in (_count(count), _Bar(count or 0, most, mark))]
        rows.append([MarkCell(mark, 9.5), words, *cells])
    high = 14.4 if len(rows) < _MANY else 12.8
    measure = data.sheet.measure
    shares = (0.038, 0.342, 0.045, 0.275, 0.045, 0.255)
    table = Table(rows, colWidths=[measure * share for share in shares], rowHeights=[16.5, *[high] * (len(rows) - 1)])
    table.setStyle(TableStyle(_count_style(rows)))
    return table


def _count_style(rows: list[list[object]]) -> list[tuple[object, ...]]:
    style: list[tuple[object, ...]] = [
        ("FONTSIZE", (0, 0), (-1, -1), 8.5),
        ("TEXTCOLOR", (0, 0), (-1, -1), INK),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("ALIGN", (2, 1), (2, -1), "RIGHT"),
        ("ALIGN", (4, 1), (4, -1), "RIGHT"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (2, 1), (2, -1), 8),
        ("RIGHTPADDING", (4, 1), (4, -1), 8),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
        ("SPAN", (0, 0), (1, 0)),
        ("SPAN", (2, 0), (3, 0)),
        ("SPAN", (4, 0), (5, 0)),
        ("LINEBELOW", (0, 0), (-1, 0), RULE, INK),
        ("LINEBELOW", (0, 1), (-1, -2), HAIR, HAIRLINE),
        ("LINEBELOW", (0, -1), (-1, -1), RULE, INK),
    ]
    for number, row in enumerate(rows[1:], start=1):
        for column in (2, 4):
            if row[column] in ("0", "–"):
                style.append(("TEXTCOLOR", (column, number), (column, number), GRAY))
            else:
                style.append(("FONTNAME", (column, number), (column, number), "Sans-Semibold"))
    return style


def _count(count: int | None) -> str:
    return "–" if count is None else str(count)


class _Bar(Flowable):  # type: ignore[misc]
    """A small bar that repeats a count, in the color of its mark where it asks for attention."""

    def __init__(self, count: int, most: int, mark: Mark) -> None:
        super().__init__()
        self.count, self.most, self.mark = count, most, mark

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Its share of the cell."""
        del height
        self.width = min(width - 10, max(3.0, 3.2 * self.count, (width - 12) * self.count / max(self.most, 40)))
        return self.width, 6.4

    def draw(self) -> None:
        """Draw it, if there is anything to count."""
        if self.count:
            quiet = self.mark.color == GRAY or self.mark.word in ("Recorded", "Followed", "No shortfall found")
            self.canv.setFillColor(HAIRLINE if quiet else self.mark.color)
            self.canv.rect(0, 0, self.width, 6.4, stroke=0, fill=1)


def _contents(data: Judged, contents: list[tuple[str, str, int]]) -> Table:
    s = data.styles
    lines = [
        (
            Text(f'<a href="#{key}">{title}</a>' if page else title, s.cell),
            Text(str(page) if page else "", s.cell_right),
        )
        for title, key, page in contents
    ]
    high = -(-len(lines) // 3)
    blank = ("", "")
    columns = [[*lines[n * high : (n + 1) * high], *[blank] * high][:high] for n in range(3)]
    rows = [[*a, "", *b, "", *c] for a, b, c in zip(*columns, strict=True)]
    measure = data.sheet.measure
    table = Table(
        rows, colWidths=[measure * share for share in (0.255, 0.05, 0.0425, 0.255, 0.05, 0.0425, 0.255, 0.05)]
    )
    style: list[tuple[object, ...]] = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2.6),
    ]
    for number, column in enumerate(columns):
        filled = sum(line is not blank for line in column)
        if filled:
            style.append(("LINEBELOW", (3 * number, 0), (3 * number + 1, filled - 1), HAIR, HAIRLINE))
    table.setStyle(TableStyle(style))
    return table


def as_of_words(data: Judged) -> str:
    """What the header says of the year and the day."""
    return f"FY {data.year} as of {short_date(data.as_of)}"
