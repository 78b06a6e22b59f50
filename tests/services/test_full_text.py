"""Everything that was written can be found: as of the day shown, kept up with each change, without a journal row."""

from datetime import date, datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.papers import Paper
from boarddesk.services import full_text
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.services.workspace import Services, open_company


def titles(services: Services, words: str) -> list[str]:
    return [hit.title for hit in full_text.find(services, words)]


def held_item(services: Services) -> AgendaItem:
    """An item of a meeting still ahead, so that its text may be changed."""
    record = services.record
    ahead = {m.id for m in record.all(Meeting) if m.starts > datetime(2026, 11, 20)}
    return next(item for item in record.all(AgendaItem) if item.meeting in ahead)


def test_motions_items_and_papers_are_found_where_they_stand(sample_services: Services) -> None:
    full_text.read_all(sample_services)
    found = full_text.find(sample_services, '"Data Services Agreement"')
    assert {hit.evidence.kind for hit in found} >= {"motions", "agenda_items", "papers"}
    paper = next(hit for hit in found if hit.evidence.kind == "papers")
    assert (paper.page, bool(paper.attachment)) == (1, True)
    assert sample_services.record.get(Paper, paper.evidence.id).attachment == paper.attachment
    assert all(full_text.MARK in hit.snippet for hit in found)


def test_a_change_is_found_at_once_and_what_it_replaced_no_longer(sample_services: Services) -> None:
    item = held_item(sample_services)
    full_text.find(sample_services, "anything")
    sample_services.bus.do(ChangeItem(replace(item, title="Quasar procurement")))
    assert titles(sample_services, "quasar") == [f"Item {item.position}: Quasar procurement"]
    sample_services.history.undo()
    assert titles(sample_services, "quasar") == []


def test_finding_writes_no_journal_row_and_leaves_the_file_sound(sample_services: Services) -> None:
    before = sample_services.journal_size()
    full_text.read_all(sample_services)
    full_text.find(sample_services, "lease")
    assert sample_services.journal_size() == before
    assert sample_services.verified() == ()


def test_nothing_is_told_of_what_came_after_the_day_shown(sample_services: Services) -> None:
    full_text.read_all(sample_services)
    now = full_text.find(sample_services, "Fennimore")
    sample_services.read_on(date(2025, 6, 30))
    assert now
    assert full_text.find(sample_services, "Fennimore") == ()


def test_words_are_read_once_also_where_there_are_none(sample_services: Services) -> None:
    assert full_text.read_all(sample_services) > 0
    assert full_text.unread(sample_services) == ()
    assert full_text.read_all(sample_services) == 0


def test_a_file_that_can_only_be_read_is_searched_as_far_as_its_words_are_kept(sample_copy: Path) -> None:
    writing = open_company(sample_copy)
    full_text.read_all(writing)
    writing.close()
    before = sample_copy.read_bytes()
    reading = open_company(sample_copy, write=False)
    assert titles(reading, "Fennimore")
    assert full_text.unread(reading) == ()
    reading.close()
    assert sample_copy.read_bytes() == before


@pytest.mark.parametrize("data", [b"%PDF-1.7 nothing of a file", b"PK\x03\x04broken", b"\xff\xfe\x00"])
def test_what_cannot_be_read_holds_no_words(data: bytes) -> None:
    assert full_text.words_of([data]) == ((),)


def test_privileged_words_are_found_and_say_so(sample_services: Services) -> None:
    item = held_item(sample_services)
    sample_services.bus.do(ChangeItem(replace(item, privileged="Zirconium advice")))
    assert [hit.privileged for hit in full_text.find(sample_services, "zirconium")] == [True]
