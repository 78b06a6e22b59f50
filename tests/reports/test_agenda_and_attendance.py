from collections.abc import Callable
from datetime import date
from fractions import Fraction

import msgspec

from boarddesk.domain.meetings import AgendaItem, Purpose
from boarddesk.reports.documents.agenda import InBook, agenda_pdf
from boarddesk.reports.documents.attendance import attendance_pdf
from tests.reports.reading import flat, fonts_of
from tests.reports.records import october

DAY = date(2026, 11, 12)


def _agenda_record() -> object:
    record = october()
    items = record.where(AgendaItem, "meeting", "b-2026-10")
    changed = msgspec.structs.replace(items[3], purpose=Purpose.DECIDE, clauses=("GL-1.9", "GL-3.5", "LAW-X"))
    return record.changed([changed, msgspec.structs.replace(items[5], minutes=None)])


def test_the_agenda_reads_as_the_golden_text(golden: Callable[[str, bytes], None]) -> None:
    golden("agenda", agenda_pdf(_agenda_record(), "b-2026-10", clauses={"LAW-X": "§141(b)"}))


def test_times_are_worked_out_until_an_item_has_no_minutes() -> None:
    text = flat(agenda_pdf(_agenda_record(), "b-2026-10"))
    assert "9:50–10:10 2 Minutes of the prior meeting" in text
    assert "11:10 6 Executive succession" in text
    assert "11:30" not in text
    assert "GL-1.9, 3.5" in text
    assert "LAW-X" not in text


def test_in_a_book_the_agenda_has_book_pages_and_no_page_number_of_its_own() -> None:
    pdf = agenda_pdf(_agenda_record(), "b-2026-10", book=InBook({"i-4": "14"}, "Confidential · copy 2 of 11"))
    page = flat(pdf)
    assert "Confidential · copy 2 of 11" in page
    assert "Page 1 of" not in page
    assert "10:30–10:50 4 Amendment of the credit facility Ms. Delacroix Decide 20 GL-1.9, 3.5 14" in page
    assert "9:30–9:50 1 Call to order, notice and quorum Discuss 20 –" in page


def test_a_presenters_name_is_not_broken_within_a_word() -> None:
    record = october()
    item = msgspec.structs.replace(record.get(AgendaItem, "i-4"), presenter=None, presenter_note="Mr. Okoro-Llewelyn")
    book = InBook({"i-4": 14}, "Confidential")
    assert "Mr. Okoro-Llewelyn" in flat(agenda_pdf(record.changed([item]), "b-2026-10", book=book))


def test_attendance_reads_as_the_golden_text(golden: Callable[[str, bytes], None]) -> None:
    golden("attendance", attendance_pdf(october(), DAY, 2026, threshold=Fraction(3, 4)))


def test_both_are_stable_and_embed_their_fonts() -> None:
    for make in (lambda: agenda_pdf(october(), "b-2026-10"), lambda: attendance_pdf(october(), DAY, 2026)):
        assert make() == make()
        assert all(fonts_of(make()).values())
