"""Paragraphs out of files: what repeats around the pages is left out, and other line ends are no change."""

import io

import pikepdf

from boarddesk.reports.documents.redline import Redline, RedlineVersion, redline_pdf
from boarddesk.reports.redline.compare import compared, counted
from boarddesk.reports.redline.reading import read
from tests.reports.documents_to_compare import docx_of, pdf_of
from tests.reports.reading import flat

SENTENCE = "The {} committee reports to the Board after each of its meetings and keeps minutes of its proceedings, which are open to every director who is not interested in the matter."
BYLAWS = [
    "AMENDED AND RESTATED BYLAWS",
    *(f"Section {number}. {SENTENCE.format(word)}" for number, word in enumerate(
        ("audit", "compensation", "nominating", "finance", "risk", "technology", "safety", "strategy", "pension",
         "disclosure", "executive", "special", "science", "health", "quality", "credit", "building", "welfare",
         "litigation", "pricing", "ethics", "patent", "export", "tax"), start=1,
    )),
    "Section 25. These bylaws may be amended by the Board.",
]  # fmt: skip


def texts(data: bytes) -> list[str]:
    return [one.text for one in read(data) if not one.around]


def test_the_paragraphs_of_a_pdf_are_those_that_were_written() -> None:
    assert texts(pdf_of(BYLAWS, header="Larkfield Systems, Inc.", footer="Page")) == BYLAWS


def test_other_pages_other_headers_and_smaller_letters_are_no_change() -> None:
    one = read(pdf_of(BYLAWS, header="Larkfield Systems, Inc.", footer="Page"))
    other = read(pdf_of(BYLAWS, shape="narrow", header="Bylaws as of 2026", footer="–", size=9))
    counts = counted(compared(one, other))
    assert (counts.changed, counts.inserted, counts.deleted) == (0, 0, 0)
    assert {word.text for word in other if word.around} >= {"Bylaws as of 2026", "– 1", "– 2"}


def test_a_word_file_and_its_pdf_are_the_same() -> None:
    counts = counted(compared(read(docx_of(BYLAWS)), read(pdf_of(BYLAWS, header="H", footer="F"))))
    assert counts.same == len(BYLAWS)
    assert counts.changed + counts.inserted + counts.deleted == 0


def test_tracked_changes_of_a_word_file_are_read_as_taken() -> None:
    data = docx_of(["The Board meets four times a year."], tracked=(0, "four times", "six times"))
    assert texts(data) == ["The Board meets six times a year."]
    assert [one.text for one in read(data) if one.around] == ["Draft of counsel"]


def redline(old: list[str], new: list[str], *, whole: bool = True) -> bytes:
    changes = compared(read(pdf_of(old)), read(pdf_of(new)))
    version = RedlineVersion("Bylaws, 2024", "In force", "ab" * 32)
    return redline_pdf(
        Redline("Larkfield Systems, Inc.", "Redline: Bylaws", "2026 compared with 2024", version, version, changes,
                ("Larkfield bylaws",), "Compared on 12 Nov 2026"), whole=whole,
    )  # fmt: skip


def test_the_redline_holds_both_texts_and_says_how_to_read_it() -> None:
    new = [*BYLAWS[:-1], "Section 25. These bylaws may be amended by the Board or by the stockholders."]
    pdf = redline(BYLAWS, new)
    said = flat(pdf)
    assert "Words put in are underlined; words struck out are struck through." in said
    assert "1 changed, 0 put in, 0 struck out, 25 without change" in said
    assert "4 put in, 0 struck out" in said
    assert "“Larkfield bylaws”" in said
    assert "amended by the Board or by the stockholders." in said
    assert all(section in said for section in BYLAWS[:-1])
    assert pdf == redline(BYLAWS, new)


def test_only_what_changed_can_be_printed() -> None:
    new = [*BYLAWS[:-1], "Section 25. These bylaws may be amended by the Board or by the stockholders."]
    said = flat(redline(BYLAWS, new, whole=False))
    assert "24 paragraphs without change" in said
    assert BYLAWS[1] not in said
    assert BYLAWS[-2] in said


def test_a_change_is_seen_without_color() -> None:
    """Every row of struck words has a line of its own, within the text and not at the margin."""
    gone = [*BYLAWS[:5], *BYLAWS[6:]]
    with pikepdf.open(io.BytesIO(redline(BYLAWS, gone))) as document:
        lines = [line for page in document.pages for line in red_lines(page)]
    assert len(lines) >= 3
    assert all(left >= 60 + 92 + 16 for left, _right in lines)


def red_lines(page: pikepdf.Page) -> list[tuple[float, float]]:
    """From where to where the lines in the color of struck words go, in points."""
    found: list[tuple[float, float]] = []
    shift, start, red = 0.0, 0.0, False
    stack: list[float] = []
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator), step.operands:
            case "q", _:
                stack.append(shift)
            case "Q", _:
                shift = stack.pop()
            case "cm", numbers:
                shift += float(numbers[4])
            case "RG", numbers:
                red = float(numbers[0]) > 0.5 > float(numbers[1])
            case "m", numbers:
                start = shift + float(numbers[0])
            case "l", numbers if red:
                found.append((start, shift + float(numbers[0])))
    return found
