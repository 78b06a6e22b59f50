"""Tables of the independence worksheet: all directors at a glance, one director's tests, the Board's own entries."""

from collections.abc import Sequence

from reportlab.platypus import Flowable, Table, TableStyle

from boarddesk.common.text import money
from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.worksheet import URGENT, WEIGHT_WORDS, Decided, Reckoned, Test, Weight, Worksheet
from boarddesk.reports import fonts
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import Text
from boarddesk.reports.marks import CROSSED, TESTED, Mark, MarkCell, MarkedWord, mark_for
from boarddesk.reports.ruled import Column, ruled_table
from boarddesk.reports.sections.judged import DAGGER
from boarddesk.reports.style import INK, Sheet, styles
from boarddesk.reports.wording import short_date

MARKS: dict[Weight, Mark] = {
    Weight.BARS: CROSSED,
    Weight.DOES_NOT_BAR: TESTED,
    Weight.CANNOT_JUDGE: mark_for("cannot_judge", "law"),
    Weight.JUDGMENT_NEEDED: mark_for("judgment_needed", "law"),
    Weight.WEIGHED: mark_for("recorded", "law"),
    Weight.NOT_ASKED: mark_for("not_applicable", "law"),
}
LETTERS = "ABCDEF"
_FIRST_OVERLAY, _FACTORS, _DECIDED = 7, 9, 10


def glance(sheets: Sequence[Worksheet], sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    """A row a director: the six lines, fees and affiliation, factors, and what the Board determined last."""
    columns = [
        Column("Director", 0.27, bold=True),
        *(Column(letter, 0.037, "center") for letter in LETTERS),
        Column("10A-3<br/>fees", 0.075, "center"),
        Column("10A-3<br/>affiliate", 0.08, "center"),
        Column("Comp.<br/>factors", 0.085, "center"),
        Column("Determined independent<br/>by the Board", 0.27),
    ]
    rows = [
        [
            escaper.sans(each.name),
            *([MarkCell(MARKS[test.weight], 8.5)] for test in each.tests),
            determined(each.decided[0], escaper),
        ]
        for each in sheets
    ]
    middle = [("RIGHTPADDING", (n, 0), (n, -1), 0) for n in range(1, _DECIDED)]
    centered = [("ALIGN", (n, 0), (n, -1), "CENTER") for n in range(1, _DECIDED)]
    flush = [("LEFTPADDING", (n, 0), (n, -1), 0) for n in (_FIRST_OVERLAY, _FACTORS)]
    table = ruled_table(columns, rows, sheet, parted=(_FIRST_OVERLAY, _FACTORS, _DECIDED), padding=3.0,
                        extra=[*middle, *centered, *flush])  # fmt: skip
    return [table, _key(sheet)]


def determined(made: Decided, escaper: Escaper) -> str | list[Flowable]:
    """“12 Feb 2026”, “No (12 Feb 2026)” or that an answer changed since."""
    if made.outcome is None or made.decided_on is None:
        return "No determination recorded"
    if made.outcome is Outcome.NOT_INDEPENDENT:
        return f"No ({escaper.sans(short_date(made.decided_on))})"
    if made.changed_on is not None:
        words = f"{short_date(made.decided_on)}; under review"
        return [MarkedWord(mark_for("judgment_needed", "practice"), words, font=fonts.SANS_BOLD)]
    return escaper.sans(short_date(made.decided_on))


def _key(sheet: Sheet) -> Table:
    """The marks and their words."""
    shown = (
        (Weight.DOES_NOT_BAR, "Does not bar"),
        (Weight.BARS, "Bars: rules out"),
        (Weight.JUDGMENT_NEEDED, "Judgment needed"),
        (Weight.CANNOT_JUDGE, "Cannot judge"),
        (Weight.WEIGHED, "Weighed, on record"),
        (Weight.NOT_ASKED, "Not a member"),
    )
    cells = [MarkedWord(MARKS[weight], words, size=8, points=8) for weight, words in shown]
    shares = (0.15, 0.16, 0.18, 0.16, 0.19, 0.16)
    table = Table([cells], colWidths=[sheet.measure * share for share in shares])
    table.setStyle(TableStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("TOPPADDING", (0, 0), (-1, -1), 6)]))
    return table


def tests_table(each: Worksheet, sheet: Sheet, escaper: Escaper) -> Table:
    """One director's tests: result, and the computation with the answers it came from."""
    s = styles(sheet)
    rows = []
    for test in each.tests:
        if test.weight is Weight.NOT_ASKED:
            continue
        name = f"{test.letter} · {test.title}" if test.letter else test.title
        title: list[Flowable] = [Text(escaper.sans(name), s.cell_bold), Text(escaper.sans(test.rule), s.fine)]
        font = fonts.SANS_BOLD if test.weight in URGENT else fonts.SANS
        result = [MarkedWord(MARKS[test.weight], WEIGHT_WORDS[test.weight], size=8.5, font=font)]
        rows.append([title, result, _computation(test, sheet, escaper)])
    columns = [Column("Test", 0.2), Column("Result", 0.17), Column("Computation, and the answer it came from", 0.63)]
    return ruled_table(columns, rows, sheet, padding=2.6)


def _computation(test: Test, sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    s = styles(sheet)
    out: list[Flowable] = [Text(escaper.sans(test.because), s.cell)]
    out += [Text(escaper.sans(_reckoned(step, test)), s.cell) for step in test.steps if _reckoned(step, test)]
    if test.missing:
        out.append(Text(f"<b>Missing:</b> {escaper.sans('; '.join(test.missing))}.", s.cell))
    if test.weight is Weight.BARS and test.clears is not None:
        out.append(Text(f"From {escaper.sans(short_date(test.clears))} on it no longer bars.", s.cell))
    daggers = [f"{used.value} {DAGGER}" for used in test.parameters if used.confidence != "confirmed"]
    told = [source.label for source in test.answers]
    relied = [used.value for used in test.parameters if used.confidence == "confirmed"]
    values = f"Values: {', '.join([*relied, *daggers])}" if relied or daggers else ""
    notes = ". ".join(part for part in ("; ".join(told), values) if part)
    if notes:
        out.append(Text(f"{escaper.sans(notes)}.", s.fine))
    return out


def _reckoned(step: Reckoned, test: Test) -> str:
    """A step in words, with its amount beside its limit; empty where the sentence above says it all."""
    amounts = ""
    if step.cents is not None and step.limit_cents is not None:
        amounts = f"{money(step.cents)} against a limit of {money(step.limit_cents)}."
    return amounts if test.says(step) else f"{step.words} {amounts}".strip()


def entries_table(sheets: Sequence[Worksheet], sheet: Sheet, escaper: Escaper) -> Table:
    """The Board's own entries, left empty: one box for independent, one for not, under each standard that is asked."""
    columns = [
        Column("Director", 0.25, bold=True),
        Column("Nasdaq Rule 5605(a)(2)", 0.27),
        Column("Rule 10A-3 (Audit)", 0.24),
        Column("Rule 10C-1 (Compensation)", 0.24),
    ]
    rows = []
    for each in sheets:
        general = _entry(each.bright, sheet, escaper)
        audit = _entry(each.overlay, sheet, escaper) if each.overlay[0].weight is not Weight.NOT_ASKED else "–"
        pay = _entry((each.factors,), sheet, escaper) if each.factors.weight is not Weight.NOT_ASKED else "–"
        rows.append([escaper.sans(each.name), general, audit, pay])
    return ruled_table(columns, rows, sheet, parted=(1, 2, 3), padding=3.4)


def _entry(tests: Sequence[Test], sheet: Sheet, escaper: Escaper) -> list[Flowable]:
    """Boxes to tick, or what rules the director out; what is still open stands below."""
    named = {weight: [test.letter or test.title for test in tests if test.weight is weight] for weight in URGENT}
    if named[Weight.BARS]:
        return [Text(f"Ruled out by {escaper.sans(', '.join(named[Weight.BARS]))}", styles(sheet).cell)]
    open_ = named[Weight.CANNOT_JUDGE]
    weighed = named[Weight.JUDGMENT_NEEDED]
    notes = [f"Cannot judge: {', '.join(open_)}"] if open_ else []
    notes += [f"To judge: {', '.join(weighed)}"] if weighed else []
    lines: list[Flowable] = [Text(escaper.sans(note), styles(sheet).fine) for note in notes]
    return [Boxes(("Independent", "Not")), *lines]


class Boxes(Flowable):  # type: ignore[misc]
    """Empty boxes side by side, each with its word."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        self.words = words

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """One line of the cell."""
        del height
        return width, 11.5

    def draw(self) -> None:
        """Draw the boxes and their words."""
        canvas, x = self.canv, 0.0
        canvas.setStrokeColor(INK)
        canvas.setFillColor(INK)
        canvas.setLineWidth(0.7)
        canvas.setFont(fonts.SANS, 8.5)
        for word in self.words:
            canvas.rect(x, 2.2, 7.2, 7.2, stroke=1, fill=0)
            canvas.drawString(x + 11, 2.9, word)
            x += 11 + fonts.width(word, fonts.SANS, 8.5) + 12


def standing_lines(each: Worksheet, escaper: Escaper) -> list[str]:
    """“Determined independent by the Board on 12 Feb 2026 (Nasdaq Rule 5605(a)(2)); Motion 2026-04”, by standard."""
    names = {
        Standard.NASDAQ: "Nasdaq Rule 5605(a)(2)",
        Standard.AUDIT: "Rule 10A-3",
        Standard.COMPENSATION: "Rule 10C-1",
    }
    found = []
    for made in each.decided:
        if made.outcome is None or made.decided_on is None:
            continue
        what = "Determined independent" if made.outcome is Outcome.INDEPENDENT else "Determined not independent"
        motion = f"; {made.motion.split(',')[0]}" if made.motion else ""
        said = f"{what} by the Board on {short_date(made.decided_on)} under {names[made.standard]}{motion}"
        if made.changed_on is not None:
            said += f"; under review, since an answer changed on {short_date(made.changed_on)}"
        found.append(escaper.sans(f"{said}."))
    return found
