"""Independence worksheet for the Board to adopt: each director's tests with their numbers, and a form to complete."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from reportlab.platypus import Flowable, Spacer

from boarddesk.domain.finding import UsedParameter
from boarddesk.domain.people import Role
from boarddesk.domain.record import Record
from boarddesk.domain.terms import holder_of, name_of
from boarddesk.domain.worksheet import Weight, Worksheet
from boarddesk.reports.escape import Escaper
from boarddesk.reports.flowables import HashBlock, Heading, Overline, Text, Whole, section_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.ruled import Column, facts_table, ruled_table, shaded
from boarddesk.reports.sections.closing import glyph_note
from boarddesk.reports.sections.front import counsel_line, state_words
from boarddesk.reports.sections.judged import DAGGER
from boarddesk.reports.sections.order import roll_order
from boarddesk.reports.sections.worksheet_tables import entries_table, glance, standing_lines, tests_table
from boarddesk.reports.style import LETTER, REPORT_TOP, Sheet, styles
from boarddesk.reports.templates import template
from boarddesk.reports.wording import counted, joined, long_date, number_word, short_date

TITLE = "Independence Worksheet"
CONFIDENCE = {"confirmed": "Confirmed", "partly": "Partly confirmed", "unconfirmed": "Unconfirmed"}


def worksheet_digest(sheets: Iterable[Worksheet]) -> str:
    """SHA-256 over the worksheets, as printed in the footer; hexadecimal."""
    return hashlib.sha256(msgspec.json.encode(list(sheets))).hexdigest()


def independence_pdf(
    record: Record,
    as_of: date,
    worksheets: Iterable[Worksheet],
    labels: dict[str, str],
    *,
    counsel: bool = False,
    sheet: Sheet = LETTER,
    unprintable: list[str] | None = None,
) -> bytes:
    """The worksheets of one director or of all; `labels` are the names of the parameters. Same input, same bytes."""
    found = {each.person: each for each in worksheets}
    ordered = [found[person] for person in roll_order(record, found, as_of, holder_of(record, Role.CHAIR, as_of))]
    escaper = Escaper()
    digest = worksheet_digest(ordered)
    page = _Page(record, as_of, tuple(ordered), labels, sheet, escaper, digest, counsel)
    built = build(page.story(), page.furniture(), sheet, later_top=REPORT_TOP)
    if unprintable is not None:
        unprintable += escaper.reported()
    return built.pdf


class _Page(msgspec.Struct, frozen=True):
    """What the document is made from."""

    record: Record
    as_of: date
    sheets: Sequence[Worksheet]
    labels: dict[str, str]
    sheet: Sheet
    escaper: Escaper
    digest: str
    counsel: bool

    def story(self) -> list[Flowable]:
        """First page, each director, the form for the Board, values and digest."""
        out = self._first()
        for each in self.sheets:
            out += self._director(each)
        out += self._form() if self.sheets else []
        out += self._values()
        covers = (
            f"Covers the worksheets of {counted(len(self.sheets), 'director')} and the day they were made for.",
            "The same record and the same rule tables give the same value. To check: print the worksheet again.",
        )
        return [*out, Whole([HashBlock("Worksheet", self.digest, covers, self.sheet)]),
                *glyph_note(self.escaper, styles(self.sheet))]  # fmt: skip

    def _first(self) -> list[Flowable]:
        s, sheet, escaper = styles(self.sheet), self.sheet, self.escaper
        words = template("independence_worksheet")
        company = self.record.company.name or "Company not named"
        fields = {"as_of": long_date(self.as_of)}
        limits: list[Flowable] = [Text(text.format(**fields), s.limits) for text in words["limits"]]
        out: list[Flowable] = [
            Overline(escaper.plain(company), bookmark="Summary"),
            Heading(TITLE, s.title, sheet),
            Text(f"For determination by the Board of Directors, as of {long_date(self.as_of)}", s.subtitle),
            *counsel_line(s, counsel=self.counsel),
            facts_table([(key, escaper.sans(value)) for key, value in self._facts()], sheet),
            Text(self._headline(), s.headline),
            shaded(limits, "Limits", sheet),
            Spacer(1, 10),
        ]
        if not self.sheets:
            return [*out, Text("No director was in office on this day.", s.small)]
        return [*out, *glance(self.sheets, sheet, escaper), Text(words["letters"], s.note)]

    def _facts(self) -> list[tuple[str, str]]:
        company = self.record.company
        listed = f"; {company.exchange}: {company.ticker}" if company.ticker else ""
        state = f", a {company.state} corporation" if company.state else ""
        secretary = holder_of(self.record, Role.SECRETARY, self.as_of)
        facts = [
            ("Company", f"{company.name}{state}{listed}"),
            ("Standards", template("independence_worksheet")["standards"]),
            ("Answers", self._answers()),
        ]
        return [*facts, ("Prepared by", f"{name_of(self.record, secretary)}, Corporate Secretary")] if secretary else (
            facts)  # fmt: skip

    def _answers(self) -> str:
        out = [each.name for each in self.sheets if each.outstanding]
        none = [each.name for each in self.sheets if not each.answers]
        have = len(self.sheets) - len(none)
        said = [f"Answers of {number_word(have)} of {counted(len(self.sheets), 'director')} are on record"]
        said += [f"none of {joined(none)}"] if none else []
        is_out = "questionnaire of {} is" if len(out) == 1 else "questionnaires of {} are"
        said += [f"the newest {is_out.format(joined(out))} not back"] if out else []
        return "; ".join(said)

    def _headline(self) -> str:
        """How many the tests rule out, leave to judgment or cannot judge; no director is counted twice."""
        left = list(self.sheets)
        parts = []
        for weight, one, many in (
            (Weight.BARS, "is ruled out", "are ruled out"),
            (Weight.CANNOT_JUDGE, "cannot be judged on every test", "cannot be judged on every test"),
            (Weight.JUDGMENT_NEEDED, "calls for judgment", "call for judgment"),
        ):
            found = [each for each in left if each.weighed_as(weight)]
            left = [each for each in left if each not in found]
            if found:
                parts.append(f"{number_word(len(found))} {one if len(found) == 1 else many}")
        if not self.sheets:
            return "Nobody was tested."
        if left:
            count = "none" if len(left) == len(self.sheets) else number_word(len(left))
            parts.append("none is ruled out" if count == "none" else f"no test rules out the remaining {count}")
        tested = counted(len(self.sheets), "director", capital=True)
        were = "was" if len(self.sheets) == 1 else "were"
        return f"{tested} {were} tested: {joined(parts)}. Whether a director is independent only the Board determines."

    def _director(self, each: Worksheet) -> list[Flowable]:
        s, escaper = styles(self.sheet), self.escaper
        out = section_heading(escaper.title(each.name), self.sheet, bookmark=escaper.plain(each.name), room=0)
        said = [each.office, *(source.label for source in each.answers), each.outstanding]
        out.append(Text(escaper.sans(". ".join(part for part in said if part)), s.lead))
        out.append(tests_table(each, self.sheet, escaper))
        found: list[Flowable] = [Text("Relationships reported, for the Board to weigh", s.label)]
        lines = [escaper.sans(line) for line in each.reported] or ["The answers tell of none."]
        found += [Text(line, s.small) for line in lines]
        found.append(Text("Determinations on record", s.label))
        made = standing_lines(each, escaper) or ["No determination is recorded."]
        found += [Text(line, s.small) for line in made]
        return [Whole([*out, *found])]

    def _form(self) -> list[Flowable]:
        s, words = styles(self.sheet), template("independence_worksheet")
        out = section_heading("Determination by the Board", self.sheet, room=260)
        out.append(Text(words["resolution_note"], s.lead))
        out.append(entries_table(self.sheets, self.sheet, self.escaper))
        out.append(Spacer(1, 10))
        texts: list[Flowable] = [Text(text, s.wide) for text in words["resolutions"]]
        return [*out, Whole(texts)]

    def _values(self) -> list[Flowable]:
        used: dict[tuple[str, str], UsedParameter] = {}
        for test in (test for each in self.sheets for test in each.tests):
            for value in test.parameters:
                used.setdefault((value.key, value.value), value)
        if not used:
            return []
        sans = self.escaper.sans
        rows = [
            [sans(self.labels.get(v.key, v.key)), sans(v.value), sans(v.citation or "Not recorded"), _confidence(v)]
            for v in sorted(used.values(), key=lambda v: (v.key, v.value))
        ]
        columns = [Column("Value", 0.4, bold=True), Column("Used", 0.14), Column("Source", 0.29),
                   Column("Confidence", 0.17)]  # fmt: skip
        head = section_heading("Values relied on", self.sheet, room=120)
        return [Whole([*head, ruled_table(columns, rows, self.sheet, padding=2.2)])]

    def furniture(self) -> Furniture:
        """Header, footer and metadata."""
        name = self.record.company.name
        who = f", {self.sheets[0].name}" if len(self.sheets) == 1 else ""
        return Furniture(
            title=f"{TITLE}{who}, as of {long_date(self.as_of)}",
            author=name,
            subject=name,
            keywords=f"independence; directors; {self.as_of.isoformat()}; for determination",
            header_left=f"{self.escaper.plain(name)} · {TITLE}",
            header_right=f"As of {short_date(self.as_of)}",
            state=state_words(
                f"As of {short_date(self.as_of)} · worksheet {self.digest[:8]} · not a determination",
                counsel=self.counsel,
            ),
        )


def _confidence(value: UsedParameter) -> str:
    words = CONFIDENCE.get(value.confidence, value.confidence.capitalize())
    words = words if value.confidence == "confirmed" else f"<b>{words} {DAGGER}</b>"
    return f"<i>Set by the Company</i>, {words.lower()}" if value.company else words
