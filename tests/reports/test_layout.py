import io
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest

from boarddesk.reports.flowables import HashBlock, Text, item_heading
from boarddesk.reports.frame import Furniture, build
from boarddesk.reports.rail import RailClear
from boarddesk.reports.strip import ticks
from boarddesk.reports.style import A4, LETTER, Sheet, styles
from tests.reports.reading import pages_of, text_of
from tests.reports.records import at

FURNITURE = Furniture(title="T", author="A", state="State", header_left="Left", header_right="Right")


def _bottom_and_top(pdf: bytes, words: str) -> tuple[float, float]:
    """Lower and upper edge of the first letter of `words` on the first page."""
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text = page.get_textpage()
    found = text.search(words).get_next()
    assert found, words
    _, bottom, _, top = text.get_charbox(found[0])
    text.close()
    page.close()
    document.close()
    return bottom, top


@pytest.mark.parametrize("sheet", [LETTER, A4])
def test_rail_notes_move_down_rather_than_collide(sheet: Sheet) -> None:
    body = styles(sheet).body
    story = [
        Text(f"One line {name}.", body, sheet, rail=[f"{name}{n}" for n in range(4)]) for name in ("alpha", "beta")
    ]
    pdf = build(story, FURNITURE, sheet).pdf
    assert _bottom_and_top(pdf, "alpha3")[0] > _bottom_and_top(pdf, "beta0")[1]


def test_a_heading_waits_until_the_rail_note_above_it_has_ended() -> None:
    story = [Text("One line.", styles().body, LETTER, rail=["a", "b", "c", "lowest"])]
    story += [*item_heading("Heading", LETTER, "7", "7. Heading"), RailClear()]
    pdf = build(story, FURNITURE).pdf
    assert _bottom_and_top(pdf, "lowest")[0] > _bottom_and_top(pdf, "Heading")[1]


def _line_numbers(pdf: bytes) -> list[list[float]]:
    """The heights at which each page's line numbers stand, as drawn."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = []
        for page in document.pages:
            heights, inside = [], False
            for operands, operator in pikepdf.parse_content_stream(page):
                inside = (inside or str(operator) == "BDC") and str(operator) != "EMC"
                if inside and str(operator) == "Tm":
                    heights.append(float(operands[5]))
            pages.append(heights)
        return pages


def test_every_fifth_line_of_a_draft_is_numbered_afresh_on_each_page() -> None:
    flagged = Furniture(title="T", author="A", flag="DRAFT")
    story = [Text("Many words make a long paragraph. " * 120, styles().body, LETTER)]
    first, second = _line_numbers(build(story, flagged).pdf)
    leading = styles().body.leading
    assert first[0] == pytest.approx(LETTER.height - LETTER.first_top - styles().body.fontSize - 4 * leading, abs=0.1)
    assert second[0] == pytest.approx(LETTER.height - LETTER.top - styles().body.fontSize - 4 * leading, abs=0.1)
    assert {round(a - b) for a, b in pairwise(first)} == {5 * leading}


def test_line_numbers_do_not_part_the_words_of_a_draft() -> None:
    sentence = " ".join(f"word{n}" for n in range(400))
    flagged = Furniture(title="T", author="A", flag="DRAFT")
    assert sentence in " ".join(pages_of(build([Text(sentence, styles().body, LETTER)], flagged).pdf)[0].split())


def test_no_line_is_numbered_in_a_final_document() -> None:
    story = [Text("Many words make a long paragraph. " * 60, styles().body, LETTER)]
    assert not [word for word in text_of(build(story, FURNITURE).pdf).split() if word in ("5", "10", "15")]


def test_the_first_page_has_no_header_and_every_page_its_number() -> None:
    story = [Text("Words. " * 400, styles().body, LETTER) for _ in range(6)]
    built = build(story, FURNITURE)
    pages = pages_of(built.pdf)
    assert built.pages == len(pages)
    assert "Right" not in pages[0]
    assert all("Left" in page and "Right" in page for page in pages[1:])
    assert all(f"Page {n} of {len(pages)}" in page for n, page in enumerate(pages, start=1))


def test_a_digest_stands_in_two_lines_of_four_groups() -> None:
    digest = "0123456789abcdef" * 4
    text = text_of(build([HashBlock("Findings", digest, ["Covers all."], LETTER)], FURNITURE).pdf)
    assert "01234567 89abcdef 01234567 89abcdef\n" in text


@pytest.mark.parametrize(
    ("start", "end", "first", "count"),
    [("09:32", "12:12", "09:30", 6), ("12:20", "12:55", "12:20", 4), ("09:00", "09:04", "09:00", 1)],
)
def test_ticks_are_round_times_and_few(start: str, end: str, first: str, count: int) -> None:
    found = ticks(at(start), at(end))
    assert found[0] == at(first)
    assert len(found) == count
