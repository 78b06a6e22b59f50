"""Minutes as a Word file: real styles, keys that survive editing, and counsel's edits back, block by block."""

import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import docx
import msgspec
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.domain.papers import Paper
from boarddesk.services.commands.minutes_take_edits import TakeEdits
from boarddesk.services.minutes_blocks import minutes_blocks
from boarddesk.services.minutes_word_file import Difference, differences, word_file
from boarddesk.services.workspace import Services, new_company
from tests.reports.records import october

MEETING = "b-2026-10"


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    record = october(approved=False).with_tables({Paper: ()})
    opened = new_company(company_path, record.company)
    rows = [(kind, row.id, row) for kind, table in record._rows.items() for row in table.values()]
    opened.bus.run_restoring("Fixture", "Fixture", rows, 1)
    draft = msgspec.structs.replace(opened.record.get(Meeting, MEETING), minutes_circulated_on=None)
    opened.bus.run_restoring("Fixture", "Fixture", [(Meeting, MEETING, draft)], 1)
    yield opened
    opened.close()


def paragraph(document: Any, beginning: str) -> Any:
    return next(p for p in document.paragraphs if p.text.replace("\u00a0", " ").startswith(beginning))


def edited(services: Services, change: Callable[[Any], object]) -> tuple[Difference, ...]:
    document = docx.Document(io.BytesIO(word_file(services, MEETING)))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return differences(services.record, MEETING, out.getvalue())


def test_the_file_has_real_headings_styles_and_the_words_of_the_page(services: Services) -> None:
    document = docx.Document(io.BytesIO(word_file(services, MEETING)))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads[3] == "4  Amendment of the credit facility"
    assert paragraph(document, "WHEREAS, the Board has received").style.name == "Resolution"
    assert paragraph(document, "At 9:41 a.m. Ms. Castellanos").style.name == "Body Text"
    facts = [run.text for run in paragraph(document, "At 9:41 a.m.").runs if run.style.name == "Fact"]
    assert facts[1] == "Ms. Castellanos"
    words = "\n".join(p.text for p in document.paragraphs)
    for block in minutes_blocks(services.record, MEETING):
        assert not block.wording or block.rows or all(line in words for line in block.text.splitlines()), block.key
    assert document.tables[0].rows[0].cells[0].text == "Time"
    heads = [bool(table.rows[0]._tr.xpath("w:trPr/w:tblHeader")) for table in document.tables]
    assert any(heads)
    assert not heads[0]
    assert document.core_properties.title.startswith("Minutes of a Regular Meeting")


def test_every_part_of_the_file_is_sound_xml_and_every_bookmark_closes(services: Services) -> None:
    with zipfile.ZipFile(io.BytesIO(word_file(services, MEETING))) as packed:
        assert packed.testzip() is None
        parts = {name: packed.read(name) for name in packed.namelist()}
    assert {"[Content_Types].xml", "word/document.xml", "word/styles.xml", "_rels/.rels"} <= set(parts)
    trees = {name: ET.fromstring(data) for name, data in parts.items() if name.endswith((".xml", ".rels"))}  # noqa: S314 - our own file
    body = trees["word/document.xml"]
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    starts = [each.get(f"{w}id") for each in body.iter(f"{w}bookmarkStart")]
    ends = [each.get(f"{w}id") for each in body.iter(f"{w}bookmarkEnd")]
    assert starts == ends
    assert len(set(starts)) == len(starts)
    names = [each.get(f"{w}name") or "" for each in body.iter(f"{w}bookmarkStart")]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 40 for name in names)
    declared = {each.get(f"{w}styleId") for each in trees["word/styles.xml"].iter(f"{w}style")}
    used = {each.get(f"{w}val") for tag in ("pStyle", "rStyle", "tblStyle") for each in body.iter(f"{w}{tag}")}
    assert used <= declared


def test_a_file_sent_back_as_it_was_differs_nowhere(services: Services) -> None:
    assert edited(services, lambda _document: None) == ()


def test_marks_as_libreoffice_writes_them_again_are_one_mark(services: Services) -> None:
    """It begins a mark over several paragraphs once more in the last of them, under an id of its own."""
    again = 0

    def save(document: Any) -> None:
        nonlocal again
        body = document.element.body
        for end in list(body.iter(qn("w:bookmarkEnd"))):
            [start] = [each for each in body.iter(qn("w:bookmarkStart")) if each.get(qn("w:id")) == end.get(qn("w:id"))]
            if start.getparent() is not end.getparent():
                twin = OxmlElement("w:bookmarkStart")
                twin.set(qn("w:name"), start.get(qn("w:name")))
                twin.set(qn("w:id"), end.get(qn("w:id")))
                start.set(qn("w:id"), str(9000 + again))
                end.getparent().insert(1, twin)
                again += 1

    assert edited(services, save) == ()
    assert again


def test_counsels_words_are_taken_and_the_facts_stay_placeholders(services: Services) -> None:
    def change(document: Any) -> None:
        runs = paragraph(document, "At 9:41 a.m.").runs
        next(run for run in runs if "joined" in run.text).text = " entered the "

    (found,) = edited(services, change)
    assert found.title == "2 Minutes of the prior meeting"
    assert (found.why_not, found.facts) == ("", ())
    services.bus.do(TakeEdits(MEETING, ((found.key, found.wording),)))
    (row,) = services.record.all(MinutesBlock)
    assert row.text == "At {at} {names} entered the {meeting}{how}. {present} {were} then present."
    services.history.undo()
    assert not services.record.all(MinutesBlock)


def test_an_items_text_is_taken_into_the_item(services: Services) -> None:
    (found,) = edited(
        services,
        lambda d: setattr(paragraph(d, "Ms. Delacroix described").runs[0], "text", "Ms. Delacroix set out the terms."),
    )
    services.bus.do(TakeEdits(MEETING, ((found.key, found.wording),)))
    assert services.record.get(AgendaItem, "i-4").text == "Ms. Delacroix set out the terms."


def test_a_fact_changed_by_counsel_cannot_be_taken(services: Services) -> None:
    def change(document: Any) -> None:
        runs = paragraph(document, "At 11:05 a.m.").runs
        next(run for run in runs if run.text.startswith("11:05")).text = "11:15 a.m."

    (found,) = edited(services, change)
    assert [(fact.name, fact.reads) for fact in found.facts] == [("at", "11:15 a.m.")]
    assert found.why_not.startswith("This comes from the record.")


def test_words_beside_a_changed_fact_can_be_taken_without_it(services: Services) -> None:
    def change(document: Any) -> None:
        runs = paragraph(document, "At 11:05 a.m.").runs
        next(run for run in runs if run.text.startswith("11:05")).text = "11:15 a.m."
        runs[-1].text = ". The Chair thanked no one."

    (found,) = edited(services, change)
    assert found.why_not == ""
    assert found.wording.startswith("At {at} {names} left")
    assert found.wording.endswith("{quorum}. The Chair thanked no one.")
    assert [fact.was.replace("\u00a0", " ") for fact in found.facts] == ["11:05 a.m."]


def test_a_resolution_edited_in_the_file_cannot_be_taken(services: Services) -> None:
    (found,) = edited(services, lambda d: paragraph(d, "RESOLVED, that the Agreement").add_run(" Amen."))
    assert found.why_not.startswith("This comes from the record.")


def test_tracked_changes_are_read_as_made(services: Services) -> None:
    def change(document: Any) -> None:
        run = paragraph(document, "Ms. Delacroix described").runs[0]._r
        inserted, deleted = OxmlElement("w:ins"), OxmlElement("w:del")
        for element in (inserted, deleted):
            element.set(qn("w:id"), "900")
            element.set(qn("w:author"), "Counsel")
        new, text = OxmlElement("w:r"), OxmlElement("w:t")
        text.text = "Ms. Delacroix laid the terms out."
        new.append(text)
        inserted.append(new)
        run.addnext(inserted)
        gone = OxmlElement("w:delText")
        gone.text = run.text
        run.getparent().replace(run, deleted)
        again = OxmlElement("w:r")
        again.append(gone)
        deleted.append(again)

    (found,) = edited(services, change)
    assert found.reads == "Ms. Delacroix laid the terms out."


def test_a_paragraph_put_in_goes_to_the_item_it_stands_under(services: Services) -> None:
    def change(document: Any) -> None:
        new = document.add_paragraph("The Board compared two other banks.")
        paragraph(document, "Ms. Delacroix described")._p.addnext(new._p)

    (found,) = edited(services, change)
    assert (found.key, found.now) == ("item:i-4:text", "")
    services.bus.do(TakeEdits(MEETING, ((found.key, found.wording),)))
    assert services.record.get(AgendaItem, "i-4").text.splitlines()[-1] == "The Board compared two other banks."


def test_a_block_taken_out_is_left_out_and_a_resolution_is_not(services: Services) -> None:
    def change(document: Any) -> None:
        for beginning in ("Mr. Ellerbrook presented this item", "RESOLVED, that the Agreement"):
            gone = paragraph(document, beginning)._p
            gone.getparent().remove(gone)

    resolution, stock = edited(services, change)
    assert resolution.why_not.startswith("This comes from the record.")
    assert (stock.key, stock.wording, stock.why_not) == ("item:i-6:stock", "", "")


def test_a_record_changed_since_is_not_taken_for_counsels_edit(services: Services) -> None:
    data = word_file(services, MEETING)
    item = services.record.get(AgendaItem, "i-4")
    later = services.record.changed([msgspec.structs.replace(item, text="Other words meanwhile.")])
    assert differences(later, MEETING, data) == ()


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.7"])
def test_what_is_no_word_file_is_refused(services: Services, data: bytes) -> None:
    with pytest.raises(UserError, match="cannot be read"):
        differences(services.record, MEETING, data)


def test_a_file_of_other_minutes_is_refused(services: Services) -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    with pytest.raises(UserError, match="no minutes written here"):
        differences(services.record, MEETING, out.getvalue())
    with pytest.raises(UserError, match="another meeting"):
        differences(services.record, MEETING, word_file(services, "is-2026-10"))


def test_a_file_that_unpacks_to_no_end_is_refused(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("boarddesk.interchange.formats.minutes_docx.MOST_BYTES", 1000)
    with pytest.raises(UserError, match="too large"):
        differences(services.record, MEETING, word_file(services, MEETING))
