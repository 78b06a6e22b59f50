"""The yearly questionnaire as a form to be filled in by hand: blank, or with the answers given before."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from reportlab.platypus import Flowable, PageBreak, Spacer, Table, TableStyle

from boarddesk.domain.record import Record
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Heading, Overline, Text, Whole
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, facts_table, ruled_table, shaded
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.style import GRAY, HAIRLINE, INK, LETTER, REPORT_TOP, Sheet, styles
from boarddesk.reports.templates import template
from boarddesk.reports.wording import long_date, short_date

TITLE = "Questionnaire for Directors and Executive Officers"
BOX, LINE = 8.0, 17.5
"""Points: the side of a box to tick, the height of a line to write on."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question as it is printed: its title, what is asked, the columns to fill in, and the lines there are.

    `before` are the answers given last, one a line; None where the question was not answered then.
    """

    title: str
    ask: str
    columns: tuple[tuple[str, float], ...]
    lines: int
    ticks: tuple[str, ...] = ()
    before: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One person's questionnaire of a year; `answered_on` is when the answers printed in it were given."""

    person: str
    name: str
    office: str
    year: int
    asked: tuple[Asked, ...] = field(default=())
    answered_on: date | None = None
    return_to: str = ""


def questionnaire_pdf(
    record: Record, forms: Sequence[Form], *, sheet: Sheet = LETTER, unprintable: list[str] | None = None
) -> bytes:
    """The forms of one person or of several in one file, each from a new page; the same input gives the same bytes."""
    escaper = Escaper()
    story: list[Flowable] = []
    for number, form in enumerate(forms):
        story += [PageBreak()] if number else []
        story += _form(record, form, escaper, sheet)
    built = build([*story, *glyph_note(escaper, styles(sheet))], _furniture(record, forms, escaper), sheet, REPORT_TOP)
    if unprintable is not None:
        unprintable += escaper.reported()
    return built.pdf


def _form(record: Record, form: Form, escaper: Escaper, sheet: Sheet) -> list[Flowable]:
    s, words = styles(sheet), template("questionnaire")
    facts = [("Name", escaper.sans(form.name)), ("Office", escaper.sans(form.office or "Not recorded"))]
    if form.return_to:
        facts.append(("Return to", escaper.sans(form.return_to)))
    if form.answered_on is not None:
        facts.append(("Answers printed", escaper.sans(f"As given on {long_date(form.answered_on)}")))
    intro = [*words["intro"], *([words["prefilled"]] if form.answered_on else [])]
    out: list[Flowable] = [
        Overline(escaper.plain(record.company.name or "Company not named"), bookmark=escaper.plain(form.name)),
        Heading(f"{TITLE}, {form.year}", s.title, sheet),
        Spacer(1, 6),
        facts_table(facts, sheet),
        Spacer(1, 8),
        shaded([Text(text, s.limits) for text in intro], "How to answer", sheet),
        Spacer(1, 4),
    ]
    for number, asked in enumerate(form.asked, 1):
        out += _question(number, asked, escaper, sheet)
    return [*out, *_signature(form, escaper, sheet)]


def _question(number: int, asked: Asked, escaper: Escaper, sheet: Sheet) -> list[Flowable]:
    """Title and question, the boxes, the answers given before, and lines to write on."""
    s = styles(sheet)
    title = escaper.title(f"{number}. {asked.title}")
    out: list[Flowable] = [
        Heading(title, s.part, sheet, bookmark=escaper.plain(asked.title), level=1),
        Text(escaper.sans(asked.ask), s.small),
        Ticks(("None", *asked.ticks) if not asked.ticks else asked.ticks),
        Spacer(1, 3),
    ]
    if asked.before is not None:
        rows: list[list[object]] = [[escaper.sans(line), [Ticks(("Still so",))], ""] for line in asked.before]
        rows = rows or [[escaper.sans("None was the answer."), [Ticks(("Still so",))], ""]]
        columns = [Column("Answered before", 0.5), Column("", 0.13), Column("What changed", 0.37)]
        out += [ruled_table(columns, rows, sheet, padding=2.6), Spacer(1, 5)]
    if asked.columns:
        blank = [[[Spacer(1, LINE)], *[""] * (len(asked.columns) - 1)] for _ in range(asked.lines)]
        heads = [Column(head, weight) for head, weight in asked.columns]
        sides = [("LINEBEFORE", (n, 1), (n, -1), 0.35, HAIRLINE) for n in range(1, len(heads))]
        inset = [("LEFTPADDING", (n, 0), (n, -1), 4) for n in range(1, len(heads))]
        out.append(
            ruled_table(heads, blank, sheet, padding=0, extra=[*sides, *inset, ("BOTTOMPADDING", (0, 0), (-1, 0), 2)])
        )
    return [Whole(out)]


def _signature(form: Form, escaper: Escaper, sheet: Sheet) -> list[Flowable]:
    s = styles(sheet)
    third = sheet.measure / 3
    words = [Text(text, s.fine) for text in ("Signature", "Name in print", "Date")]
    table = Table([["", escaper.plain(form.name), ""], words], colWidths=[third * 1.2, third * 1.2, third * 0.6],
                  rowHeights=[34, None])  # fmt: skip
    rule = [("LINEBELOW", (n, 0), (n, 0), 0.6, INK) for n in range(3)]
    table.setStyle(TableStyle([
        *rule, ("LEFTPADDING", (0, 0), (-1, -1), 0), ("VALIGN", (0, 0), (-1, 0), "BOTTOM"),
        ("FONT", (0, 0), (-1, 0), s.cell.fontName, 9), ("TEXTCOLOR", (0, 0), (-1, 0), INK),
    ]))  # fmt: skip
    text = Text(template("questionnaire")["certify"], s.wide)
    return [Whole([Heading("Attestation", s.part, sheet, bookmark="Attestation", level=1), text, table])]


class Ticks(Flowable):  # type: ignore[misc]
    """Boxes to tick in a row, each with its words."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = tuple(words)

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line, the full width offered."""
        del height
        return width, 14.0

    def draw(self) -> None:
        """Draw the boxes from left to right."""
        font, size, x = styles().cell.fontName, 8.5, 0.0
        for word in self.words:
            self.canv.setStrokeColor(GRAY)
            self.canv.setLineWidth(0.7)
            self.canv.rect(x, 2.2, BOX, BOX)
            self.canv.setFont(font, size)
            self.canv.setFillColor(INK)
            self.canv.drawString(x + BOX + 5, 3.2, word)
            x += BOX + 5 + self.canv.stringWidth(word, font, size) + 22


def _furniture(record: Record, forms: Sequence[Form], escaper: Escaper) -> Furniture:
    name, years = record.company.name, sorted({form.year for form in forms})
    who = forms[0].name if len(forms) == 1 else f"{len(forms)} people"
    when = ", ".join(map(str, years))
    given = {form.answered_on for form in forms if form.answered_on}
    return Furniture(
        title=f"{TITLE}, {when}, {who}",
        author=name,
        subject=name,
        keywords=f"questionnaire; {when}; directors; executive officers",
        header_left=f"{escaper.plain(name)} · Questionnaire {when}",
        header_right=escaper.plain(who),
        state=f"Answers of {short_date(max(given))} and before, to be confirmed" if given else "To be filled in",
    )
