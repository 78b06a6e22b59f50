"""Tables pasted into an item's text, and large print: on the page, in the Word file and back."""

import io

import docx
import pytest
from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.record import Record
from boarddesk.interchange.formats import minutes_docx
from boarddesk.reports.documents.annex import annex_pdf
from boarddesk.reports.documents.minutes import minutes_pdf
from boarddesk.reports.pdf_text import pages_of
from boarddesk.reports.style import LARGE_PRINT
from boarddesk.services.minutes_blocks import minutes_blocks
from tests.reports.records import october

MEETING = "b-2026-10"
TABLE = "| Site | Plan, $ million | Actual |\n|Columbus|12.4|11.9|\n| Lyon | 3.1 | – |"


def _with(text: str, **more: str) -> Record:
    record = october(approved=False)
    return record.changed(put=[replace(record.get(AgendaItem, "i-4"), text=text, **more)])


def _words(pdf: bytes) -> str:
    return " ".join(" ".join(pages_of(pdf)).split())


@pytest.mark.parametrize("text", [f"The Board received:\n{TABLE}\nIt asked about Lyon.", TABLE, f"{TABLE}\nAfter."])
def test_a_table_is_printed_without_its_bars(text: str) -> None:
    pdf = minutes_pdf(_with(text), MEETING)
    words = _words(pdf)
    assert "|" not in words
    assert "Columbus 12.4 11.9 Lyon 3.1 –" in words
    assert pdf == minutes_pdf(_with(text), MEETING)


def test_a_wide_and_a_long_table_find_their_room() -> None:
    wide = "| " + " | ".join(f"Column {number} of a great many" for number in range(14)) + " |"
    long = "\n".join(f"| Row {number} | {'many words ' * 30}| {number} |" for number in range(80))
    words = _words(minutes_pdf(_with(f"{wide}\n{wide}\nThen.\n{long}"), MEETING))
    assert "Row 79" in words


def test_a_table_under_privilege_is_printed_in_the_annex() -> None:
    words = _words(annex_pdf(_with("Advice.", privileged=f"Counsel set out:\n{TABLE}"), MEETING))
    assert "|" not in words
    assert "Columbus 12.4 11.9" in words


@pytest.mark.parametrize("text", [f"The Board received:\n{TABLE}\nIt asked about Lyon.", TABLE, f"Before.\n{TABLE}"])
def test_a_table_is_a_table_in_word_and_comes_back_unchanged(text: str) -> None:
    record = _with(text)
    blocks = minutes_blocks(record, MEETING)
    data = minutes_docx.write(blocks, minutes_docx.Head(MEETING, "Larkfield", "Minutes", "Thursday", "Draft"))
    found = [table for table in docx.Document(io.BytesIO(data)).tables if table.cell(0, 0).text == "Site"]
    assert [[cell.text for cell in row.cells] for row in found[0].rows] == [
        ["Site", "Plan, $ million", "Actual"], ["Columbus", "12.4", "11.9"], ["Lyon", "3.1", "–"],
    ]  # fmt: skip
    edited = minutes_docx.read(data)
    assert not [block for block in edited.blocks if block.touched]
    found[0].cell(1, 1).paragraphs[0].runs[0].text = "12.5"
    out = io.BytesIO()
    found[0].part.package.save(out)
    (changed,) = [block for block in minutes_docx.read(out.getvalue()).blocks if block.touched]
    assert "| Columbus | 12.5 | 11.9 |" in changed.text
    assert not minutes_docx.read(out.getvalue()).added


def test_large_print_holds_the_same_words_in_larger_type() -> None:
    record = _with(f"The Board received:\n{TABLE}")
    usual, large = minutes_pdf(record, MEETING), minutes_pdf(record, MEETING, sheet=LARGE_PRINT)
    assert large == minutes_pdf(record, MEETING, sheet=LARGE_PRINT)
    assert _pages(large) > _pages(usual)
    assert _sizes(large) == pytest.approx((612, 792), abs=0.5)
    for block in minutes_blocks(record, MEETING):
        if block.wording and not block.rows and not block.left_out:
            line = " ".join(block.text.splitlines()[0].split())
            assert line in _words(large) or "|" in line or line not in _words(usual), block.key
    assert "Large print, for reading" in _words(large)


def test_large_print_of_final_minutes_bears_no_marks_of_a_draft() -> None:
    words = _words(minutes_pdf(october(approved=True), MEETING, sheet=LARGE_PRINT))
    assert "Large print, for reading · final" in words
    assert "DRAFT" not in words


def _pages(pdf: bytes) -> int:
    return len(pages_of(pdf))


def _sizes(pdf: bytes) -> tuple[float, float]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        size: tuple[float, float] = document[0].get_size()
    finally:
        document.close()
    return size
