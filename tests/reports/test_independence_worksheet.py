"""The printed independence worksheet: what it says of each result, its limits, its form, and its bytes."""

from collections.abc import Callable
from datetime import date

import pytest
from msgspec.structs import replace

from boarddesk.domain.finding import Evidence, UsedParameter
from boarddesk.domain.independence import Outcome, Standard
from boarddesk.domain.worksheet import Decided, Reckoned, Test, Weight, Worksheet
from boarddesk.reports.documents.independence_worksheet import independence_pdf, worksheet_digest
from boarddesk.reports.style import A4
from tests.reports.reading import bookmarks_of, flat, fonts_of, pages_of
from tests.reports.records import october

DAY = date(2026, 11, 12)
FIRST = date(2023, 11, 12)
SOURCE = Evidence("questionnaires", "q", "Questionnaire 2026, received 2 Nov 2026")
LABELS = {"bright_line_business_floor": "Payments with an organization, at least allowed in a fiscal year"}
USED = UsedParameter("bright_line_business_floor", "$200,000", "Nasdaq Rule 5605(a)(2)(D)", "partly")


def line_of(letter: str, weight: Weight = Weight.DOES_NOT_BAR, **fields: object) -> Test:
    because = f"By the answers of 2 Nov 2026, nothing was reported that line {letter} asks about."
    plain = Test(letter, f"Title {letter}", f"Nasdaq 5605(a)(2)({letter})", weight, because, FIRST, DAY,
                 answers=(SOURCE,))  # fmt: skip
    return replace(plain, **fields)


def worksheet(person: str, name: str, *, member: bool = False, **weights: Weight) -> Worksheet:
    bright = tuple(line_of(letter, weights.get(letter, Weight.DOES_NOT_BAR)) for letter in "ABCDEF")
    overlay = replace(line_of("", Weight.DOES_NOT_BAR if member else Weight.NOT_ASKED), title="Fees from the company")
    return Worksheet(
        person=person, name=name, office="Director", day=DAY, bright=bright,
        overlay=(overlay, replace(overlay, title="Affiliation")),
        factors=replace(overlay, weight=Weight.NOT_ASKED, title="Source of pay and affiliation"),
        answers=(SOURCE,), outstanding="", reported=("Fennimore & Söhne, partner",),
        decided=(Decided(Standard.NASDAQ, Outcome.INDEPENDENT, date(2026, 2, 12), "Motion 2026-04, Board"),
                 Decided(Standard.AUDIT), Decided(Standard.COMPENSATION)),
    )  # fmt: skip


SHEETS = (
    worksheet("sorhaug", "Ingrid Sørhaug", member=True),
    worksheet("ellerbrook", "Marcus Ellerbrook", A=Weight.BARS),
    worksheet("kouadjane", "Thérèse Kouadjané", D=Weight.JUDGMENT_NEEDED),
    worksheet("castellanos", "Mei-Lin Castellanos", B=Weight.CANNOT_JUDGE),
)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return independence_pdf(october(), DAY, SHEETS, LABELS)


def test_the_first_page_counts_each_director_once_and_tells_the_limits(pdf: bytes) -> None:
    first = flat(pdf)
    assert (
        "Four directors were tested: one is ruled out, one cannot be judged on every test, one calls for judgment and "
        "no test rules out the remaining one. Whether a director is independent only the Board determines."
    ) in first
    assert "The tests can only rule a director out." in first
    assert "Where an answer is missing the result is Cannot judge, and never Does not bar." in first
    assert "This is not legal advice." in first


def test_the_form_offers_nothing_to_whom_a_line_rules_out(pdf: bytes) -> None:
    form = next(page for page in pages_of(pdf) if "Determination by the Board" in page)
    said = " ".join(form.split())
    assert "Marcus Ellerbrook Ruled out by A" in said
    assert said.count("Independent Not") == 4, "three under Nasdaq 5605(a)(2), one of them under Rule 10A-3 too"
    assert "Cannot judge: B" in said
    assert "To judge: D" in said
    assert "takes effect by the Board’s vote; the worksheet determines nothing" in " ".join(said.split())


def test_a_computation_stands_with_its_numbers_and_its_source() -> None:
    step = Reckoned("In fiscal year 2026 the company paid $188,400 to Fennimore.", Weight.DOES_NOT_BAR, 18_840_000,
                    20_000_000)  # fmt: skip
    line = line_of("D", steps=(step,), parameters=(USED,), missing=("gross revenue of Fennimore for 2026",))
    sheet = replace(SHEETS[0], bright=(*SHEETS[0].bright[:3], line, *SHEETS[0].bright[4:]))
    said = flat(independence_pdf(october(), DAY, [sheet], LABELS))
    assert "paid $188,400 to Fennimore. $188,400 against a limit of $200,000." in said
    assert "Missing: gross revenue of Fennimore for 2026." in said
    assert "Questionnaire 2026, received 2 Nov 2026. Values: $200,000 †." in said
    assert "Partly confirmed †" in said
    assert "Fennimore & Söhne, partner" in said


def test_what_changed_since_the_determination_puts_it_under_review() -> None:
    made = replace(SHEETS[0].decided[0], changed_on=date(2026, 11, 2))
    sheet = replace(SHEETS[0], decided=(made, *SHEETS[0].decided[1:]))
    said = flat(independence_pdf(october(), DAY, [sheet], LABELS))
    assert "12 Feb 2026; under review" in said
    assert "under review, since an answer changed on 2 Nov 2026." in said


def test_same_input_same_bytes_in_both_sizes(pdf: bytes) -> None:
    assert pdf == independence_pdf(october(), DAY, reversed(SHEETS), LABELS)
    a4 = independence_pdf(october(), DAY, SHEETS, LABELS, sheet=A4)
    assert a4 != pdf
    assert all(fonts_of(a4).values())
    assert worksheet_digest(SHEETS) != worksheet_digest(SHEETS[:1])


def test_every_director_has_a_bookmark(pdf: bytes) -> None:
    titles = [title.strip() for title in bookmarks_of(pdf)]
    assert {sheet.name for sheet in SHEETS} < set(titles)
    assert "Determination by the Board" in titles


def test_nobody_to_test_is_said() -> None:
    said = flat(independence_pdf(october(), DAY, (), LABELS))
    assert "Nobody was tested." in said
    assert "No director was in office on this day." in said


def test_the_whole_reads_as_agreed(pdf: bytes, golden: Callable[[str, bytes], None]) -> None:
    golden("independence-worksheet", pdf)
