"""Papers laid under an item, and a motion not put yet, go along to the meeting at which it is taken up again."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState
from boarddesk.domain.motions import Motion
from boarddesk.domain.papers import Paper
from boarddesk.services.bus import Command
from boarddesk.services.commands.agenda_carry import CarryItem
from boarddesk.services.commands.agenda_outcome import DeferItem
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.commands.papers_change import RemovePaper
from boarddesk.services.commands.papers_replace import ReplacePaper
from boarddesk.services.proposals import proposal_for
from boarddesk.services.workspace import Services
from tests.services.meeting_case import DAY, at, begin

ITEM = "special-2"


@pytest.fixture
def laid(services: Services) -> Services:
    """Two papers under the supply agreement, the second of them replaced once, and one of another item."""
    begin(services)
    for title, item in (("Agreement", ITEM), ("Opinion", ITEM), ("Agenda note", "special-1")):
        paper = Paper(id="new", meeting="special", item=item, title=title, attachment="0" * 64, pages=2)
        services.bus.do(AddPaper(replace(paper, confidential=title == "Opinion"), title.encode()))
    opinion = next(paper for paper in papers(services, "special") if paper.title == "Opinion")
    services.bus.do(ReplacePaper(replace(opinion, file_name="opinion 2.pdf", added_on=DAY), b"Opinion 2"))
    return services


def papers(services: Services, meeting: str) -> list[Paper]:
    found = services.record.where(Paper, "meeting", meeting)
    return sorted(found, key=lambda paper: (paper.item or "", paper.position))


def adjourned(services: Services) -> None:
    services.bus.do(AdjournMeeting("special", at("15:00"), at("09:00", DAY.replace(day=19))))


def missed(services: Services) -> None:
    """Not reached at a meeting that ended, then carried to December."""
    services.bus.do(AdjournMeeting("special", at("15:00")))
    services.bus.do(CarryItem(ITEM, "december"))


WAYS: list[Callable[[Services], object]] = [
    adjourned, missed, lambda services: services.bus.do(DeferItem(ITEM, "december", "time ran out")),
]  # fmt: skip


@pytest.mark.parametrize("put_off", WAYS, ids=["adjourned", "carried over", "deferred"])
def test_papers_go_along_and_stay(laid: Services, put_off: Callable[[Services], object]) -> None:
    before = papers(laid, "special")
    put_off(laid)
    twin = next(item for item in laid.record.where(AgendaItem, "carried_from", ITEM))
    there = [paper for paper in papers(laid, twin.meeting) if paper.item == twin.id]
    assert [(p.title, p.position, p.version, p.confidential) for p in there] == [
        ("Agreement", 1, 1, False), ("Opinion", 2, 1, True),
    ]  # fmt: skip
    assert [laid.attachment(p.attachment) for p in there] == [b"Agreement", b"Opinion 2"]
    assert papers(laid, "special") == before


@pytest.mark.parametrize("put_off", WAYS, ids=["adjourned", "carried over", "deferred"])
def test_a_motion_that_was_not_put_waits_under_the_item_there(
    laid: Services, put_off: Callable[[Services], object]
) -> None:
    waits = Motion(id="new", body="board", meeting="special", item=ITEM, text="RESOLVED, that it is approved.")
    laid.bus.do(ProposeMotion(waits))
    put_off(laid)
    twin = next(item for item in laid.record.where(AgendaItem, "carried_from", ITEM))
    (motion,) = laid.record.all(Motion)
    assert (motion.meeting, motion.item, motion.text) == (twin.meeting, twin.id, waits.text)
    assert proposal_for(laid, laid.record.get(Meeting, twin.meeting), twin.id) == motion


def test_a_motion_in_minutes_that_are_out_stays_there(laid: Services) -> None:
    laid.bus.do(ProposeMotion(Motion(id="new", body="board", meeting="special", item=ITEM, text="RESOLVED.")))
    laid.bus.do(AdjournMeeting("special", at("15:00")))
    out = replace(laid.record.get(Meeting, "special"), minutes_circulated_on=DAY)
    laid.bus.run_restoring("Fixture", "Fixture", [(Meeting, out.id, out)], 1)
    laid.bus.do(CarryItem(ITEM, "december"))
    assert [motion.meeting for motion in laid.record.all(Motion)] == ["special"]
    assert [paper.title for paper in papers(laid, "december")] == ["Agreement", "Opinion"]


def test_undo_takes_them_back_and_a_copy_can_be_taken_off_alone(laid: Services) -> None:
    before = laid.record
    laid.bus.do(DeferItem(ITEM, "december"))
    copy = papers(laid, "december")[0]
    laid.bus.do(RemovePaper(copy.id))
    assert [paper.title for paper in papers(laid, "december")] == ["Opinion"]
    assert len(papers(laid, "special")) == 3
    laid.history.undo()
    laid.history.undo()
    assert laid.record.all(Paper) == before.all(Paper)


def test_a_meeting_called_off_hands_on_its_papers(services: Services) -> None:
    services.bus.do(AddPaper(Paper(id="new", meeting="special", item=ITEM, title="Deed", attachment="0" * 64), b"Deed"))
    off = replace(services.record.get(Meeting, "special"), state=MeetingState.CANCELLED, reason="snow")
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, off.id, off)], 1)
    carry: Command = CarryItem(ITEM, "december")
    services.bus.do(carry)
    assert [paper.title for paper in papers(services, "december")] == ["Deed"]
