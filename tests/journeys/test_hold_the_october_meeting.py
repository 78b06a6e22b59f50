"""The October meeting with the keyboard alone: late arrival, recusal, quorum lost and regained, deferral, session."""

import datetime as dt
from typing import Any

from keyboard import Keyboard, fill
from msgspec.structs import replace

from boarddesk.domain.meetings import AgendaItem, ItemOutcome, Meeting, MeetingState, Mode, PresenceKind, Purpose
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Motion, Result
from boarddesk.domain.presence import stamps_of, stays_of
from boarddesk.domain.quorum import lost_at
from boarddesk.domain.row import Row
from boarddesk.domain.votes import tally
from boarddesk.services.presiding import session_of
from tests.services.meeting_case import rows

DAY = dt.date(2026, 10, 22)
PRESENT = ("ellerbrook", "sorhaug", "kouadjane", "okoro", "vaidyalingam", "castellanos", "nakagawa")


def clock(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{DAY.isoformat()}T{text}")


def company() -> list[Row]:
    """The company of nine directors for ten seats, with an agenda for its regular meeting of October."""
    titles = ("Call to order", "Business update", "Supply agreement", "Capital plan", "Adjournment")
    items = [
        AgendaItem(
            id=f"oct-{number}", meeting="regular", position=number, title=title, minutes=20,
            presenter="delacroix" if number == 2 else None, purpose=Purpose.DECIDE if number == 3 else None,
        )
        for number, title in enumerate(titles, start=1)
    ]  # fmt: skip
    return [*rows(), *items]


def test_the_october_meeting_with_the_keyboard_alone(desk: Any) -> None:
    desk.start(company())
    keys = Keyboard(desk)
    live = keys.open("22 Oct")

    # Seven are in the room; two are not there yet.
    keys.at(live, "08:58")
    for person in PRESENT:
        keys.choose(live, person)
        keys.press("R")
    keys.at(live, "09:02")
    keys.to(live.call)
    keys.press("Space")
    assert desk.record.get(Meeting, "regular").state is MeetingState.IN_SESSION
    keys.at(live, "09:05")
    keys.press("Ctrl+Down", "Ctrl+Down")

    # A late arrival by video; Enter on her name puts the minute right.
    keys.at(live, "09:40")
    keys.choose(live, "celikbaran")
    keys.press("V")
    keys.choose(live, "celikbaran")
    keys.press("Return", then=fill({"At": "09:41"}))
    late = stamps_of(desk.record, "regular")[-1]
    assert (late.person, late.at, late.mode) == ("celikbaran", clock("09:41"), Mode.VIDEO)
    assert "Ms. Çelikbaran joined the meeting by video. Eight directors were present" in desk.words(live.item)
    keys.to(live.item.note)
    keys.type("/report rec")
    keys.press("Return")
    keys.type(" The outlook was confirmed.")
    keys.press("Return")
    keys.to(live.presence.people, "Shift+Tab")
    said = "The report of Mr. Delacroix was received. The outlook was confirmed."
    assert desk.record.get(AgendaItem, "oct-2").text == said

    # A recusal for the agreement, and the vote in a few keystrokes.
    keys.at(live, "10:10")
    keys.press("Ctrl+Down")
    keys.choose(live, "nakagawa")
    keys.press("X", then=fill({"Reason": "her brother is an officer of the supplier"}))
    assert desk.sees("Seven directors remain, constituting a quorum (6); one more may leave.", live.side)
    keys.motion(live, "RESOLVED, that the supply agreement is approved.")
    keys.at(live, "10:24")
    keys.choose(live, "okoro")
    keys.press("M")
    keys.choose(live, "sorhaug")
    keys.press("S", "Q")
    keys.type("all x castellanos abstains")
    keys.press("Return", "Ctrl+Return")
    supply = next(motion for motion in desk.record.all(Motion))
    assert (supply.mover, supply.seconders) == ("okoro", ("sorhaug",))
    count = tally(desk.record, supply)
    assert (count.result, count.votes_for, count.abstain, count.recused) == (Result.CARRIED, 6, 1, 1)
    keys.choose(live, "nakagawa")
    keys.press("K")

    # The quorum is lost, said before anybody moves anything, and regained.
    keys.at(live, "10:40")
    keys.press("Ctrl+Down")
    for person in ("vaidyalingam", "castellanos", "kouadjane"):
        keys.choose(live, person)
        keys.press("L")
    assert desk.sees("No quorum for this motion: 5 present, 6 needed.", live.motion)
    assert desk.sees("Quorum was lost at 10:40.", live.side)
    keys.at(live, "10:52")
    for person in ("castellanos", "kouadjane"):
        keys.choose(live, person)
        keys.press("K")
    assert not desk.sees("No quorum for this motion", live.motion)
    assert len(lost_at(desk.record, desk.record.get(Meeting, "regular"))) == 1

    # The capital plan is put off to the next meeting.
    keys.to(live.item.end_button)
    keys.menu(live.item.end_button, "Defer…", then=fill({"Reason": "the figures are not final"}))
    plan = desk.record.get(AgendaItem, "oct-4")
    assert (plan.outcome, plan.deferred_to) == (ItemOutcome.DEFERRED, "special")

    keys.at(live, "11:30")
    keys.to(live.adjourn)
    keys.press("Space", then=fill({}))
    assert desk.record.get(Meeting, "regular").adjourned is not None

    # The independent session begins from here: only those independent who are there, the lead presides.
    keys.to(live.session)
    keys.press("Space")
    session = session_of(desk.record, desk.record.get(Meeting, "regular"))
    assert session is not None
    there = {stay.person for stay in stays_of(desk.record, session)}
    assert there == {"sorhaug", "kouadjane", "okoro", "castellanos", "nakagawa", "celikbaran"}
    assert session.presiding == "sorhaug"
    _hold_the_session(desk, keys, session.id)

    regular = desk.record.get(Meeting, "regular")
    assert minutes_state(desk.record, regular) is MinutesState.DRAFT
    keys.open("Board, regular meeting 22 Oct", "Minutes")
    kinds = [stamp.kind for stamp in stamps_of(desk.record, "regular")]
    assert kinds.count(PresenceKind.RETURNED) == 2
    assert replace(regular, number="") == regular


def _hold_the_session(desk: Any, keys: Keyboard, session: str) -> None:
    """A report back for the Board's minutes, and the session's own end."""
    live = desk.here.view.current()
    assert live.meeting_id == session
    keys.to(live.item.note)
    while live.item.notes.kind.value() != "report":
        keys.press("Ctrl+E")
    keys.type("The independent directors support the plan.")
    keys.press("Return")
    assert desk.record.get(Meeting, session).report_back == "The independent directors support the plan."
    keys.to(live.presence.people, "Shift+Tab")
    keys.at(live, "11:55")
    keys.to(live.adjourn)
    keys.press("Space", then=fill({}))
    assert desk.record.get(Meeting, session).adjourned == clock("11:55")
