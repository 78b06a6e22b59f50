"""Everything that was written can be found: as of the day shown, kept up with each change, without a journal row."""

import sys
from datetime import date, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import pytest
from minutes_case import OCTOBER, approve, circulate, held, seal
from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.domain.papers import Paper
from boarddesk.services import full_text
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.services.commands.minutes_word import WordBlock
from boarddesk.services.minutes_blocks import minutes_blocks
from boarddesk.services.minutes_view import block_of
from boarddesk.services.workspace import Services, open_company
from tests.services.words_read import read_all


def titles(services: Services, words: str) -> list[str]:
    return [hit.title for hit in full_text.find(services, words)]


def held_item(services: Services) -> AgendaItem:
    """An item of a meeting still ahead, so that its text may be changed."""
    record = services.record
    ahead = {m.id for m in record.all(Meeting) if m.starts > datetime(2026, 11, 20)}
    return next(item for item in record.all(AgendaItem) if item.meeting in ahead)


def test_motions_items_and_papers_are_found_where_they_stand(sample_services: Services) -> None:
    read_all(sample_services)
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
    read_all(sample_services)
    full_text.find(sample_services, "lease")
    assert sample_services.journal_size() == before
    assert sample_services.verified() == ()


def test_nothing_is_told_of_what_came_after_the_day_shown(sample_services: Services) -> None:
    read_all(sample_services)
    now = full_text.find(sample_services, "Fennimore")
    sample_services.read_on(date(2025, 6, 30))
    assert now
    assert full_text.find(sample_services, "Fennimore") == ()


def test_words_are_read_once_also_where_there_are_none(sample_services: Services) -> None:
    assert read_all(sample_services) > 0
    assert full_text.unread(sample_services) == ()
    assert read_all(sample_services) == 0


def test_a_file_that_can_only_be_read_is_searched_as_far_as_its_words_are_kept(sample_copy: Path) -> None:
    writing = open_company(sample_copy)
    read_all(writing)
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


def test_a_sealed_annex_says_that_it_is_privileged(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")
    services = held(company_path, privileged="Zirconium advice of counsel.")
    circulate(services)
    approve(services)
    seal(services)
    read_all(services)
    found = {hit.title: hit.privileged for hit in full_text.find(services, "zirconium")}
    assert found["Annex to the minutes, sealed"] is True
    assert False not in found.values()
    (open_minutes,) = [hit for hit in full_text.find(services, "described amendment") if hit.title == "Minutes, sealed"]
    assert not open_minutes.privileged
    services.close()


def test_the_secretarys_own_wording_is_found_where_it_stands(company_path: Path) -> None:
    services = held(company_path)
    block = next(block for block in minutes_blocks(services.record, OCTOBER) if block.facts and not block.fixed)
    services.bus.do(WordBlock(OCTOBER, block.key, f"{block.wording} Zirconium was mentioned."))
    (hit,) = full_text.find(services, "zirconium mentioned")
    assert hit.evidence.kind == MinutesBlock.table
    assert block_of(services.record, hit.evidence.kind, hit.evidence.id) == block.key
    assert "{" not in hit.snippet
    assert full_text.find(services, block.facts[0].name) == () or block.facts[0].name in block.text
    services.close()
