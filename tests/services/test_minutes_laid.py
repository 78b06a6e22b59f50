"""Which earlier minutes an item of the agenda lays before the meeting."""

from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, ItemType, Meeting
from boarddesk.domain.motions import Motion, MotionKind
from boarddesk.domain.record import Record
from boarddesk.services.agenda_order import items_of
from boarddesk.services.papers import paper_lines
from boarddesk.services.prior_minutes import minutes_laid, prior_minutes
from boarddesk.services.workspace import Services

TAKEN_OVER, LAST = "2004-11-18-board", "2026-10-22-board"


def _item(record: Record, meeting: str) -> AgendaItem:
    return next(item for item in items_of(record, meeting) if item.type is ItemType.MINUTES)


def _laid(record: Record, item: AgendaItem) -> list[str]:
    return [one.id for one in minutes_laid(record, record.get(Meeting, item.meeting), item)]


def test_an_item_that_names_a_day_lays_the_minutes_of_that_day_alone(sample_services: Services) -> None:
    record = sample_services.shown
    meeting = record.get(Meeting, "2026-12-03-board")
    assert {TAKEN_OVER, LAST} <= {one.id for one in prior_minutes(record, meeting)}
    assert _laid(record, _item(record, meeting.id)) == [LAST]
    assert [line.minutes_of for line in paper_lines(record, meeting) if line.minutes_of] == [LAST]


def test_its_motions_say_more_than_its_title(sample_services: Services) -> None:
    record = sample_services.shown
    item = _item(record, "2026-12-03-board")
    motion = Motion(
        id="approves", body="board", meeting=item.meeting, item=item.id, text="RESOLVED, that they be approved.",
        kind=MotionKind.APPROVE_MINUTES, approves_minutes_of=TAKEN_OVER,
    )  # fmt: skip
    assert _laid(record.changed([motion]), item) == [TAKEN_OVER]


def test_no_old_book_comes_under_an_item_that_names_nothing(sample_services: Services) -> None:
    record = sample_services.shown
    item = replace(_item(record, "2026-12-03-board"), title="Minutes of prior meetings")
    assert _laid(record.changed([item]), item) == [LAST]


def test_other_items_lay_no_minutes(sample_services: Services) -> None:
    record = sample_services.shown
    others = [item for item in items_of(record, "2026-12-03-board") if item.type is not ItemType.MINUTES]
    assert others
    assert not any(_laid(record, item) for item in others)
