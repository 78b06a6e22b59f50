"""Agendas: from a template, in order, with requests; and their course at the meeting."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import at, begin, put_to_vote
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import (
    AgendaItem,
    AgendaRequest,
    ItemOutcome,
    ItemType,
    Meeting,
    MeetingState,
    Purpose,
    RequestOutcome,
)
from boarddesk.services.agenda_order import current_item, items_of
from boarddesk.services.agenda_templates import templates, templates_for
from boarddesk.services.commands.agenda_course import FinishItem, StartItem, WriteItemText
from boarddesk.services.commands.agenda_items import AddItem, ChangeItem, RemoveItem
from boarddesk.services.commands.agenda_move import MoveItem
from boarddesk.services.commands.agenda_outcome import CloseItem, DeferItem
from boarddesk.services.commands.agenda_template import UseAgendaTemplate
from boarddesk.services.commands.requests import AnswerRequest, LogRequest
from boarddesk.services.workspace import Services


def titles(services: Services, meeting: str = "special") -> list[str]:
    items = items_of(services.record, meeting)
    assert [item.position for item in items] == list(range(1, len(items) + 1))
    return [item.title for item in items]


def test_a_regular_boards_template_is_made_out_for_the_meeting(services: Services) -> None:
    held = replace(services.record.get(Meeting, "regular"), state=MeetingState.HELD)
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, held.id, held)], 1)
    services.bus.do(UseAgendaTemplate("december", "board_regular"))
    items = {item.type: item for item in items_of(services.record, "december")}
    assert items[ItemType.MINUTES].title == "Approve minutes of the regular meeting of October 22, 2026"
    assert items[ItemType.BUSINESS_UPDATE].presenter == "ellerbrook"
    assert items[ItemType.FINANCE_UPDATE].clauses == ("GL-1.3",)
    assert items[ItemType.COMMITTEE_REPORT].title == "Report of the Audit Committee"
    services.history.undo()
    assert titles(services, "december") == []


def test_templates_suit_their_body(services: Services) -> None:
    def offered(name: str) -> list[str]:
        return [key for key, _ in templates_for(services.record, services.record.get(Meeting, name))]

    assert offered("december")[0] == "board_regular"
    assert offered("special")[0] == "board_special"
    assert offered("audit-nov")[0] == "committee_audit"
    assert {found.body for found in templates().values()} == {"board", "committee", "independent"}


def test_items_are_added_moved_changed_and_removed(services: Services) -> None:
    fresh = AgendaItem(
        id="new", meeting="special", position=2, title=" Seat II-4 ", type=ItemType.NOMINATION, minutes=10,
        presenter="sorhaug", purpose=Purpose.DISCUSS, clauses=("GL-2.2b",),
    )  # fmt: skip
    services.bus.do(AddItem(fresh))
    assert titles(services) == ["Call to order", "Seat II-4", "Supply agreement", "Adjournment"]
    services.bus.do(MoveItem("special-3", 1))
    assert titles(services)[0] == "Adjournment"
    services.bus.do(MoveItem("special-3", 99))
    assert titles(services)[-1] == "Adjournment"
    added = items_of(services.record, "special")[1]
    services.bus.do(ChangeItem(replace(added, title="Seat II-4: search", position=77)))
    assert titles(services)[1] == "Seat II-4: search"
    services.bus.do(RemoveItem(added.id))
    assert titles(services) == ["Call to order", "Supply agreement", "Adjournment"]
    with pytest.raises(UserError, match="no title"):
        services.bus.do(ChangeItem(replace(added, id="special-1", title=" ")))


def test_an_item_with_a_motion_stays(services: Services) -> None:
    begin(services)
    put_to_vote(services, item="special-2")
    with pytest.raises(UserError, match="A motion belongs to “Supply agreement”"):
        services.bus.do(RemoveItem("special-2"))


def test_the_next_item_ends_the_one_before(services: Services) -> None:
    with pytest.raises(UserError, match="Call it to order first"):
        services.bus.do(StartItem("special-1", at("14:05")))
    begin(services)
    services.bus.do(StartItem("special-1", at("14:05")))
    services.bus.do(StartItem("special-2", at("14:21")))
    assert services.record.get(AgendaItem, "special-1").ended == at("14:21")
    now = current_item(services.record, services.record.get(Meeting, "special"))
    assert now is not None
    assert now.id == "special-2"
    with pytest.raises(UserError, match="was begun at 14:21"):
        services.bus.do(FinishItem("special-2", at("14:20")))
    services.bus.do(FinishItem("special-2", at("14:40"), ItemOutcome.DISCUSSED))
    services.bus.do(WriteItemText("special-2", " Ms. Delacroix presented.\n\nDirectors asked. "))
    done = services.record.get(AgendaItem, "special-2")
    assert (done.text, done.outcome) == ("Ms. Delacroix presented.\nDirectors asked.", ItemOutcome.DISCUSSED)
    services.bus.do(CloseItem("special-2", ItemOutcome.RECEIVED))
    assert services.record.get(AgendaItem, "special-2").outcome is ItemOutcome.RECEIVED


def test_a_deferred_item_stands_on_the_other_agenda(services: Services) -> None:
    services.bus.do(DeferItem("special-2", "december", "time ran out"))
    item = services.record.get(AgendaItem, "special-2")
    assert (item.outcome, item.deferred_to, item.reason) == (ItemOutcome.DEFERRED, "december", "time ran out")
    assert [(i.title, i.carried_from) for i in items_of(services.record, "december")] == [
        ("Supply agreement", "special-2")
    ]
    with pytest.raises(UserError, match="still ahead"):
        services.bus.do(DeferItem("special-3", "special"))


def test_requests_are_logged_with_their_outcome(services: Services) -> None:
    services.bus.do(LogRequest("sorhaug", date(2026, 11, 3), "Board succession"))
    asked = services.record.all(AgendaRequest)[0]
    services.bus.do(AnswerRequest(asked.id, RequestOutcome.PLACED, date(2026, 11, 5), meeting="december"))
    placed = services.record.get(AgendaRequest, asked.id)
    item = services.record.get(AgendaItem, placed.item or "")
    assert (item.title, item.request, item.presenter) == ("Board succession", asked.id, "sorhaug")
    services.bus.do(LogRequest("okoro", date(2026, 11, 3), "Cyber risk"))
    other = services.record.all(AgendaRequest)[1]
    with pytest.raises(UserError, match="declined for a reason"):
        services.bus.do(AnswerRequest(other.id, RequestOutcome.DECLINED, date(2026, 11, 5)))
    with pytest.raises(UserError, match="later than that"):
        services.bus.do(AnswerRequest(other.id, RequestOutcome.WITHDRAWN, date(2026, 11, 1)))
    services.bus.do(AnswerRequest(other.id, RequestOutcome.DECLINED, date(2026, 11, 5), "Audit committee has it."))
    with pytest.raises(UserError, match="is not a director"):
        services.bus.do(LogRequest("delacroix", date(2026, 11, 3), "Budget"))
