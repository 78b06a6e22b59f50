"""Building an agenda: copied, from templates of the company's own, with what waits, breaks and a consent agenda."""

import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import at, begin
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.agenda import timetable, zones_beside
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
from boarddesk.domain.motions import Action, Motion, MotionKind
from boarddesk.services.agenda import agenda_lines, beyond_end, whole_time, zone_words
from boarddesk.services.agenda_copy import models
from boarddesk.services.agenda_offers import OfferKind, offers
from boarddesk.services.agenda_order import items_of
from boarddesk.services.agenda_templates import is_own, template_from, templates, templates_for, templates_of
from boarddesk.services.commands.agenda_consent import PullOut, PutInConsent
from boarddesk.services.commands.agenda_copy import CopyAgenda
from boarddesk.services.commands.agenda_items import AddItem, ChangeItem, RemoveItem
from boarddesk.services.commands.agenda_move import MoveItem
from boarddesk.services.commands.agenda_outcome import CloseItem
from boarddesk.services.commands.agenda_take import TakeOffers
from boarddesk.services.commands.agenda_template import UseAgendaTemplate
from boarddesk.services.commands.agenda_template_keep import KeepTemplate, RemoveTemplate
from boarddesk.services.commands.agenda_zones import SetTimeZones
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.requests import LogRequest
from boarddesk.services.workspace import Services


def meeting(services: Services, name: str) -> Meeting:
    return services.record.get(Meeting, name)


def put(services: Services, *rows: object) -> None:
    services.bus.run_restoring("Fixture", "Fixture", [(type(row), row.id, row) for row in rows], 1)  # type: ignore[attr-defined,misc]


def told(services: Services, name: str) -> list[str]:
    return [f"{line.number}{'*' if line.within else ''} {line.title}".strip() for line in lines(services, name)]


def lines(services: Services, name: str) -> tuple:
    return agenda_lines(services.record, meeting(services, name))


def last_year(services: Services) -> None:
    """The board's meeting of December 2025, held, with a break, a consent agenda and things of that day alone."""
    old = Meeting(id="old", body="board", starts=at("09:00", date(2025, 12, 4)), state=MeetingState.HELD)
    rows = [
        AgendaItem(id="o1", meeting="old", position=1, title="Call to order", type=ItemType.CALL_TO_ORDER, minutes=5),
        AgendaItem(id="o2", meeting="old", position=2, title="Minutes", type=ItemType.MINUTES, minutes=5),
        AgendaItem(id="o3", meeting="old", position=3, title="Consent agenda", type=ItemType.CONSENT, minutes=5),
        AgendaItem(id="o4", meeting="old", position=4, title="Signing authority 2026", within="o3"),
        AgendaItem(id="o5", meeting="old", position=5, title="Plan for 2026", type=ItemType.ANNUAL_PLAN, minutes=40,
                   fiscal_year=2026, presenter="delacroix", purpose=Purpose.DECIDE, text="It was adopted."),
        AgendaItem(id="zz", meeting="old", position=5, title="Break", type=ItemType.BREAK, minutes=15),
        AgendaItem(id="o6", meeting="old", position=6, title="A wish", request="r-old", minutes=10),
        AgendaItem(id="o7", meeting="old", position=7, title="Adjournment", type=ItemType.ADJOURNMENT),
    ]  # fmt: skip
    asked = AgendaRequest(id="r-old", person="okoro", requested_on=date(2025, 11, 1), text="A wish", item="o6",
                          outcome=RequestOutcome.PLACED, decided_on=date(2025, 11, 2))  # fmt: skip
    put(services, old, asked, *rows)


def test_last_years_agenda_is_copied_with_what_recurs(services: Services) -> None:
    last_year(services)
    found = models(services.record, meeting(services, "december"))
    assert [model.words for model in found] == ["Last year’s: 4 Dec 2025"]
    services.bus.do(CopyAgenda("december", "old"))
    assert told(services, "december") == [
        "1 Call to order", "2 Approve minutes of the regular meeting of December 4, 2025", "3 Consent agenda",
        "4* Signing authority 2027", "5 Plan for 2027", "Break", "6 Adjournment",
    ]  # fmt: skip
    plan = next(line.item for line in lines(services, "december") if line.number == "5")
    assert (plan.fiscal_year, plan.presenter, plan.text, plan.outcome) == (2027, "delacroix", "", None)
    waiting = services.record.where(Motion, "meeting", "december")
    assert [motion.kind for motion in waiting] == [MotionKind.APPROVE_MINUTES]
    services.history.undo()
    assert items_of(services.record, "december") == ()


def test_times_run_over_breaks_and_leave_the_parts_out(services: Services) -> None:
    last_year(services)
    services.bus.do(CopyAgenda("december", "old"))
    slots = timetable(services.record, meeting(services, "december"))
    spans = [(s.number, f"{s.starts:%H:%M}" if s.starts else "", f"{s.ends:%H:%M}" if s.ends else "") for s in slots]
    assert spans == [
        ("1", "09:00", "09:05"), ("2", "09:05", "09:10"), ("3", "09:10", "09:15"), ("4", "", ""),
        ("5", "09:15", "09:55"), ("", "09:55", "10:10"), ("6", "10:10", "10:10"),
    ]  # fmt: skip
    december = meeting(services, "december")
    assert whole_time(services.record, december) == "6 items, 1 h 10 min, ends 10:10"
    put(services, replace(december, ends=at("10:00", date(2026, 12, 3))))
    assert beyond_end(services.record, meeting(services, "december")) == "10 min past the end planned for 10:00"
    plan = next(line.item for line in lines(services, "december") if line.number == "5")
    services.bus.do(ChangeItem(replace(plan, minutes=None)))
    assert whole_time(services.record, meeting(services, "december")).endswith("; an item has no minutes yet")


def test_the_consent_agenda_moves_as_one_and_lets_an_item_go(services: Services) -> None:
    for title in ("Budget", "Leases", "Signing authority"):
        item = AgendaItem(id="new", meeting="december", position=0, title=title, minutes=10, purpose=Purpose.DECIDE)
        services.bus.do(AddItem(item))
    ids = {line.title: line.id for line in lines(services, "december")}
    services.bus.do(PutInConsent(ids["Leases"]))
    services.bus.do(PutInConsent(ids["Signing authority"]))
    assert told(services, "december") == ["1 Consent agenda", "2* Leases", "3* Signing authority", "4 Budget"]
    consent = lines(services, "december")[0].id
    services.bus.do(MoveItem(consent, 2))
    assert told(services, "december") == ["1 Budget", "2 Consent agenda", "3* Leases", "4* Signing authority"]
    services.bus.do(MoveItem(ids["Budget"], 2))
    assert told(services, "december")[-1] == "4 Budget", "no other item comes between the parts"
    services.bus.do(MoveItem(ids["Leases"], 9))
    assert told(services, "december")[1:3] == ["2* Signing authority", "3* Leases"]
    services.bus.do(PullOut(ids["Signing authority"]))
    assert told(services, "december") == ["1 Consent agenda", "2* Leases", "3 Signing authority", "4 Budget"]
    with pytest.raises(UserError, match="no part of the consent agenda"):
        services.bus.do(PullOut(ids["Budget"]))
    services.bus.do(CloseItem(consent, ItemOutcome.DECIDED))
    assert services.record.get(AgendaItem, ids["Leases"]).outcome is ItemOutcome.DECIDED
    assert services.record.get(AgendaItem, ids["Signing authority"]).outcome is None
    services.bus.do(RemoveItem(consent))
    assert told(services, "december")[0] == "1 Leases"


def test_the_call_to_order_is_no_part_of_a_consent_agenda(services: Services) -> None:
    opening = AgendaItem(id="new", meeting="december", position=1, title="Call", type=ItemType.CALL_TO_ORDER)
    services.bus.do(AddItem(opening))
    with pytest.raises(UserError, match="cannot be a part"):
        services.bus.do(PutInConsent(lines(services, "december")[0].id))


def test_what_waits_is_taken_in_one_step(services: Services) -> None:
    held = replace(meeting(services, "regular"), state=MeetingState.HELD)
    put(
        services, held,
        AgendaItem(id="r1", meeting="regular", position=1, title="Lease", outcome=ItemOutcome.DEFERRED, minutes=20),
        Action(id="a1", meeting="regular", text="Report on suppliers", owner="delacroix"),
        Action(id="a2", meeting="regular", text="Done", done_on=date(2026, 11, 1)),
    )  # fmt: skip
    services.bus.do(LogRequest("okoro", date(2026, 11, 3), "Cyber risk"))
    services.bus.do(UseAgendaTemplate("december", "board_special"))
    services.history.undo()
    found = offers(services.record, meeting(services, "december"))
    kinds = [offer.kind for offer in found]
    assert kinds[:4] == [OfferKind.MINUTES, OfferKind.REQUEST, OfferKind.CARRIED, OfferKind.ACTION]
    assert set(kinds[4:]) == {OfferKind.STANDING}
    services.bus.do(TakeOffers("december", found, services.today))
    titles = [line.title for line in lines(services, "december")]
    assert {"Cyber risk", "Lease", "Open actions", "Business update"} <= set(titles)
    assert services.record.get(Action, "a1").carried_to == "december"
    assert services.record.get(AgendaItem, "r1").deferred_to == "december"
    assert services.record.all(AgendaRequest)[0].outcome is RequestOutcome.PLACED
    assert offers(services.record, meeting(services, "december")) == ()
    assert offers(services.record, meeting(services, "special")) == (), "a special meeting has its own business"
    services.history.undo()
    assert items_of(services.record, "december") == ()


def test_an_agenda_becomes_a_template_of_the_companys_own(services: Services) -> None:
    last_year(services)
    services.bus.do(CopyAgenda("december", "old"))
    kept = template_from(services.record, meeting(services, "december"), "Our December")
    assert [item.presenter for item in kept.items if item.title.startswith("Plan")] == ["cfo"]
    services.bus.do(KeepTemplate(kept))
    assert templates_for(services.record, meeting(services, "december"))[0] == ("our_december", "Our December")
    assert not any(
        name == "Our December" for _key, name in templates_for(services.record, meeting(services, "audit-nov"))
    )
    shorter = replace(templates()["board_regular"], items=templates()["board_regular"].items[:2])
    services.bus.do(KeepTemplate(shorter, "board_regular"))
    assert len(templates_of(services.record)["board_regular"].items) == 2
    services.bus.do(RemoveTemplate("board_regular"))
    assert not is_own(services.record, "board_regular")
    assert templates_of(services.record)["board_regular"] == templates()["board_regular"]
    with pytest.raises(UserError, match="ships with the program"):
        services.bus.do(RemoveTemplate("board_regular"))
    with pytest.raises(UserError, match="no items"):
        services.bus.do(KeepTemplate(replace(shorter, items=())))


def test_zones_stand_beside_where_clocks_differ(services: Services) -> None:
    services.bus.do(SetTimeZones("december", "America/Los_Angeles", ("Europe/Prague", "America/Detroit")))
    december = meeting(services, "december")
    assert zones_beside(services.record, december) == ("America/New_York", "Europe/Prague", "America/Detroit")
    assert zone_words(services.record, december).startswith("Pacific Time; 12:00 Eastern Time; 18:00 Prague time")
    assert december.starts.hour == 9
    services.bus.do(SetTimeZones("december", "America/New_York"))
    assert (meeting(services, "december").time_zone, zone_words(services.record, meeting(services, "december"))) == (
        "", "Eastern Time")  # fmt: skip
    with pytest.raises(UserError, match="no time zone"):
        services.bus.do(SetTimeZones("december", "America/New_York", ("Mars/Base",)))


def test_a_meeting_that_ends_puts_its_minutes_on_the_next_agenda(services: Services) -> None:
    services.bus.do(UseAgendaTemplate("december", "board_special"))
    begin(services)
    services.bus.do(AdjournMeeting("special", at("14:50")))
    assert lines(services, "december")[1].title == "Approve minutes of the special meeting of November 12, 2026"
    waiting = services.record.where(Motion, "approves_minutes_of", "special")
    assert [motion.meeting for motion in waiting] == ["december"]
    services.history.undo()
    assert services.record.where(Motion, "approves_minutes_of", "special") == ()
