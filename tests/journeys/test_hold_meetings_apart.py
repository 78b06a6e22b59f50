"""A joint meeting, one that fails, and one of two days with an amendment and a substitute: with the keyboard alone."""

import datetime as dt
from typing import Any

from keyboard import Keyboard, fill

from boarddesk.domain.meetings import BOARD, AgendaItem, Meeting, MeetingKind, MeetingState, Recess
from boarddesk.domain.minutes import MinutesState, minutes_state
from boarddesk.domain.motions import Choice, Motion, Result, Vote
from boarddesk.domain.row import Row
from boarddesk.domain.votes import tally
from boarddesk.services.sittings import sitting_days
from tests.services.meeting_case import EVERYONE, rows

DAY = dt.date(2026, 11, 11)
NEXT = dt.date(2026, 11, 12)


def at(clock: str, day: dt.date = DAY) -> dt.datetime:
    return dt.datetime.fromisoformat(f"{day.isoformat()}T{clock}")


def company(*, joint: bool = False) -> list[Row]:
    """The company of nine directors for ten seats, with a meeting on 11 November."""
    meeting = Meeting(
        id="eleventh", body=BOARD, kind=MeetingKind.SPECIAL, starts=at("16:00"), joint_with=("audit",) if joint else ()
    )
    titles = ("Call to order", "Lease of the new plant", "Adjournment")
    items = [
        AgendaItem(id=f"e-{place}", meeting="eleventh", position=place, title=title, minutes=20)
        for place, title in enumerate(titles, start=1)
    ]
    return [*rows(), meeting, *items]


def begin(keys: Keyboard, live: Any, *present: str, clock: str = "16:02") -> None:
    """The roll by digits, then the call to order."""
    keys.at(live, "15:58")
    for person in present:
        keys.choose(live, person)
        keys.press("R")
    keys.at(live, clock)
    keys.to(live.call)
    keys.press("Space")
    keys.to(live.presence.people)


def test_a_joint_meeting(desk: Any) -> None:
    desk.start(company(joint=True))
    keys = Keyboard(desk)
    live = keys.open("11 Nov")
    assert desk.sees("Board and Audit Committee, joint special meeting")
    begin(keys, live, "ellerbrook", "sorhaug", "okoro", "castellanos")
    keys.press("Ctrl+Down", "Ctrl+Down")

    # Four of ten are no quorum of the Board; two of three are one of the committee.
    assert desk.sees("No quorum of the Board for this motion: 4 present, 6 needed.", live.motion)
    keys.motion(live, "RESOLVED, that the audit plan is approved.")
    keys.to(live.motion.body)
    keys.press("Ctrl+A")
    keys.type("Audit Committee")
    keys.press("Return")
    assert desk.sees("Quorum of the Audit Committee", live.side)
    assert not desk.sees("No quorum of the", live.motion)
    keys.to(live.presence.people, "Shift+Tab")
    keys.choose(live, "okoro")
    keys.press("M")
    keys.choose(live, "castellanos")
    keys.press("S", "A", "Ctrl+Return")
    motion = desk.record.all(Motion)[0]
    assert (motion.body, motion.mover) == ("audit", "okoro")
    assert {vote.person for vote in desk.record.all(Vote)} == {"okoro", "castellanos"}
    assert tally(desk.record, motion).result is Result.CARRIED

    # Two more directors make the Board quorate too; its motion is its own.
    for person in ("kouadjane", "nakagawa"):
        keys.choose(live, person)
        keys.press("V")
    keys.motion(live, "RESOLVED, that the lease is approved.")
    keys.press("A", "Ctrl+Return")
    of_board = max(desk.record.all(Motion), key=lambda one: one.order)
    count = tally(desk.record, of_board)
    assert (of_board.body, count.result, count.votes_for, count.base) == (BOARD, Result.CARRIED, 6, 6)
    keys.to(live.adjourn)
    keys.press("Space", then=fill({}))
    assert minutes_state(desk.record, desk.record.get(Meeting, "eleventh")) is MinutesState.DRAFT


def test_a_meeting_that_fails_for_want_of_a_quorum(desk: Any) -> None:
    desk.start(company())
    keys = Keyboard(desk)
    live = keys.open("11 Nov")
    begin(keys, live, *EVERYONE[:5])
    assert desk.sees("No quorum for this motion: 5 present, 6 needed.", live.motion)
    keys.at(live, "16:40")
    keys.to(live.fail)
    keys.press("Space", then=fill({}))
    failed = desk.record.get(Meeting, "eleventh")
    assert (failed.state, failed.adjourned) == (MeetingState.FAILED_QUORUM, at("16:40"))
    assert minutes_state(desk.record, failed) is MinutesState.DRAFT
    desk.press("Ctrl+Z", desk.window)
    assert desk.record.get(Meeting, "eleventh").state is MeetingState.IN_SESSION


def test_two_days_with_an_amendment_and_a_substitute(desk: Any) -> None:
    desk.start(company())
    keys = Keyboard(desk)
    live = keys.open("11 Nov")
    begin(keys, live, *EVERYONE)
    keys.press("Ctrl+Down", "Ctrl+Down")

    # The first evening: the motion, and an amendment that carries.
    keys.at(live, "17:10")
    keys.motion(live, "RESOLVED, that the lease is approved for ten years.")
    keys.choose(live, "okoro")
    keys.press("M")
    amendment = {"Amendment": "to strike ten and insert five",
                 "The motion would read": "RESOLVED, that the lease is approved for five years."}  # fmt: skip
    keys.press("Ctrl+Shift+A", then=fill(amendment))
    keys.to(live.presence.people)
    keys.press("A", "Ctrl+Return")
    assert live.motion.text.toPlainText() == "RESOLVED, that the lease is approved for five years."
    keys.at(live, "17:30")
    keys.to(live.recess)
    keys.press("Space")

    # The next morning one does not come back; a substitute fails, and the motion carries as amended.
    keys.at(live, "09:00")
    assert live.moment() == at("09:00", NEXT)
    keys.to(live.recess)
    keys.press("Space", then=fill({"Aylin Çelikbaran": "Space"}))
    meeting = desk.record.get(Meeting, "eleventh")
    assert sitting_days(desk.record, meeting) == (DAY, NEXT)
    assert desk.record.all(Recess)[0].end == at("09:00", NEXT)
    assert desk.sees("8 of 10", live.side)
    keys.to(live.presence.people)
    instead = {"A substitute": "Space", "The motion would read": "RESOLVED, that a second offer be obtained."}
    keys.press("Ctrl+Shift+A", then=fill(instead))
    assert desk.sees("Substitute 2026-03", live.motion)
    keys.to(live.presence.people)
    keys.press("Q")
    keys.type("all against")
    keys.press("Return", "Ctrl+Return")
    keys.at(live, "09:20")
    keys.press("A")
    keys.choose(live, "castellanos")
    keys.press("N", "Ctrl+Return")
    main = next(motion for motion in desk.record.all(Motion) if motion.amends is None)
    assert main.text == "RESOLVED, that the lease is approved for five years."
    assert main.at is not None
    assert main.at.date() == NEXT
    assert tally(desk.record, main).result is Result.CARRIED
    votes = {vote.person: vote.choice for vote in desk.record.where(Vote, "motion", main.id)}
    assert (votes["castellanos"], votes["celikbaran"]) == (Choice.AGAINST, Choice.ABSENT)
    assert live.side.entries.names()[0].startswith("12 Nov, 09:20, Motion 2026-01, Carried 7 of 8, 5 needed")
    keys.at(live, "09:30")
    keys.to(live.adjourn)
    keys.press("Space", then=fill({}))
    ended = desk.record.get(Meeting, "eleventh")
    assert (ended.state, ended.adjourned) == (MeetingState.HELD, at("09:30", NEXT))
    assert minutes_state(desk.record, ended) is MinutesState.DRAFT
