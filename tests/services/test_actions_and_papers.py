"""Actions are owned, carried and done; papers are kept whole in the file."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.motions import Action
from boarddesk.domain.papers import Paper
from boarddesk.services.commands.actions import AddAction, ChangeAction, RemoveAction
from boarddesk.services.commands.actions_close import CarryAction, FinishAction
from boarddesk.services.commands.agenda_items import RemoveItem
from boarddesk.services.commands.papers import AddPaper
from boarddesk.services.commands.papers_change import ChangePaper, MovePaper, RemovePaper
from boarddesk.services.packet_order import laid_under
from boarddesk.services.workspace import Services


def test_an_action_is_carried_to_the_next_meeting_and_done(services: Services) -> None:
    services.bus.do(
        AddAction(Action(id="new", meeting="special", text="Send the bids", owner="delacroix", due=date(2026, 11, 20)))
    )
    action = services.record.all(Action)[0]
    assert action.number == "1"
    services.bus.do(CarryAction(action.id, "december"))
    with pytest.raises(UserError, match="later meeting"):
        services.bus.do(CarryAction(action.id, "regular"))
    services.bus.do(ChangeAction(replace(action, text="Send all bids", carried_to="december")))
    with pytest.raises(UserError, match="given on 12 Nov 2026"):
        services.bus.do(FinishAction(action.id, date(2026, 11, 1)))
    services.bus.do(FinishAction(action.id, date(2026, 11, 18), "sent to all"))
    done = services.record.get(Action, action.id)
    assert (done.text, done.carried_to, done.outcome) == ("Send all bids", "december", "sent to all")
    with pytest.raises(UserError, match="is done"):
        services.bus.do(CarryAction(action.id, None))
    services.bus.do(RemoveAction(action.id))
    assert not services.record.all(Action)


def paper(title: str, item: str | None = "special-2") -> Paper:
    return Paper(id="new", meeting="special", item=item, title=title, file_name=f"{title}.pdf", attachment="new")


def test_papers_are_kept_whole_moved_and_taken_off(services: Services) -> None:
    for title in ("Draft agreement", "Bids", "Opinion"):
        services.bus.do(AddPaper(paper(title), title.encode()))
    assert [p.title for p in laid_under(services.record, "special", "special-2")] == [
        "Draft agreement",
        "Bids",
        "Opinion",
    ]
    bids = laid_under(services.record, "special", "special-2")[1]
    assert services.attachment(bids.attachment) == b"Bids"
    services.bus.do(MovePaper(bids.id, None, 1))
    assert [p.position for p in laid_under(services.record, "special", "special-2")] == [1, 2]
    services.bus.do(ChangePaper(replace(bids, title="Three bids", confidential=True)))
    kept = services.record.get(Paper, bids.id)
    assert (kept.title, kept.confidential, kept.item) == ("Three bids", True, None)
    services.bus.do(RemovePaper(bids.id))
    services.history.undo()
    assert services.attachment(services.record.get(Paper, bids.id).attachment) == b"Bids"
    with pytest.raises(UserError, match="A paper belongs to"):
        services.bus.do(RemoveItem("special-2"))
    with pytest.raises(UserError, match="empty"):
        services.bus.do(AddPaper(paper("Nothing"), b""))
