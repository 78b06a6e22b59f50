"""Live: quorum over time and its loss, unequal votes, ending an item, actions, what superseded what."""

import datetime as dt
from typing import Any

from live_hands import key, live, set_clock
from meeting_case import EVERYONE, at, begin
from PySide6.QtWidgets import QMenu

from boarddesk.domain.meetings import AgendaItem, ItemOutcome, Meeting, MeetingState, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Action, Motion, Result, Vote, VoteMethod
from boarddesk.domain.votes import tally
from boarddesk.services.meeting_overview import motion_lines
from boarddesk.services.quorum_strip import quorum_strip
from boarddesk.ui.dialogs.unequal_votes_dialog import UnequalVotesDialog

ARTICLE = "Certificate of Incorporation, Article VI"


def choose(menu: QMenu, words: str) -> None:
    """Take an entry of a menu as a click does."""
    next(action for action in menu.actions() if action.text() == words).trigger()


def test_the_quorum_is_said_lost_at_that_minute_and_drawn_over_time(room: Any) -> None:
    tab = live(room, *EVERYONE[:6], clock="14:10")
    assert not tab.lost.isVisible()
    assert [box.height() > 0 for box, _stretch in tab.side.bar.boxes()] == [True]
    room.press(key(room, "okoro"), "L")
    assert tab.lost.isVisible()
    assert "Quorum lost at 14:10." in room.words(tab.lost)
    assert "Five directors remain; a quorum needs 6." in room.words(tab.lost)
    set_clock(room, "14:20")
    room.press(key(room, "okoro"), "R")
    assert not tab.lost.isVisible()
    set_clock(room, "14:30")
    strip = quorum_strip(room.record, room.record.get(Meeting, "special"), at("14:30"))
    assert strip is not None
    assert [(s.count, s.met) for s in strip.stretches] == [(6, True), (5, False), (6, True)]
    assert strip.sentence == "No quorum from 14:10 to 14:20."
    assert tab.side.bar.accessibleName() == "Quorum over time. No quorum from 14:10 to 14:20."
    room.go("special", "overview")
    assert room.tab.quorum.isVisible()


def test_recess_is_offered_when_the_quorum_is_lost(room: Any) -> None:
    tab = live(room, *EVERYONE[:6])
    room.press(key(room, "okoro"), "L")
    room.click("Recess", tab.lost)
    assert room.record.get(Meeting, "special").state is MeetingState.RECESSED


def test_a_committee_counts_the_members_then_serving(room: Any) -> None:
    tab = room.go("audit-nov", "live")
    room.click("All in the room")
    assert "Counted of the 3 members then serving." in room.words(tab.side)


def test_unequal_votes_need_the_certificate_and_count_in_the_quorum(room: Any) -> None:
    tab = live(room, *EVERYONE[:6])
    tab.motion.text.setPlainText("RESOLVED, that the lease is approved.")

    def bare(dialog: UnequalVotesDialog) -> None:
        dialog.votes["ellerbrook"].setText("3")
        dialog.verb.click()
        assert dialog.errors() == ["Without the certificate every director has one vote. Cite the provision."]
        dialog.citation.setText(ARTICLE)
        assert "Quorum in votes: 8 of 12 present, 7 needed." in room.words(dialog)

    room.answer(lambda: choose(tab.motion.more.menu(), "Unequal votes…"), bare)
    assert "Quorum in votes: 8 of 12 present, 7 needed." in room.words(tab.side)
    tab.presence.people.setFocus()
    # Three for, three against: the chair's three votes decide.
    room.press("A", *(step for who in ("okoro", "vaidyalingam", "castellanos") for step in (key(room, who), "N")))
    assert "Ellerbrook ×3" in room.words(tab.motion)
    assert "Majority of 8 votes present" in room.words(tab.motion)
    assert "5, needs 5" in room.words(tab.motion)
    room.press("Ctrl+Return")
    motion = room.record.all(Motion)[0]
    counted = tally(room.record, motion)
    assert (counted.votes_for, counted.against, counted.result) == (5, 3, Result.CARRIED)
    weights = {v.person: (v.weight, v.weight_citation) for v in room.record.all(Vote) if v.weight is not None}
    assert weights == {"ellerbrook": (3, ARTICLE)}
    assert not tab.motion.draft.weights


def test_the_dialog_of_a_motion_asks_for_unequal_votes_too(room: Any) -> None:
    live(room, *EVERYONE[:6])
    tab = room.go("special", "overview")

    def fill(dialog: Any) -> None:
        dialog.text.setPlainText("RESOLVED, that the lease is approved.")
        dialog.time.set_time(dt.time(14, 30))
        dialog.pad.all_for.emit()
        dialog.pad.voted.emit("okoro", None)

        def weigh(inner: UnequalVotesDialog) -> None:
            inner.votes["ellerbrook"].setText("2")
            inner.citation.setText(ARTICLE)

        room.answer(dialog.unequal.ask, weigh)
        assert "Quorum in votes: 7 of 11 present, 6 needed." in room.words(dialog)
        dialog.verb.click()
        assert "Okoro" in dialog.warning()

    room.answer(lambda: room.click("Record a motion…", tab), fill)
    assert tally(room.record, room.record.all(Motion)[0]).votes_for == 6


def test_an_item_is_ended_with_what_came_of_it(room: Any) -> None:
    tab = live(room)
    assert not tab.item.end_button.isVisible()
    room.press("Ctrl+Down", "Ctrl+Down")
    assert tab.view.now.id == "special-2"
    set_clock(room, "14:50")
    choose(tab.item.end_button.menu(), "Discussed")
    room.settle()
    item = room.record.get(AgendaItem, "special-2")
    assert (item.outcome, item.ended) == (ItemOutcome.DISCUSSED, at("14:50"))
    assert "No item has been begun" in room.words(tab.item)
    assert not tab.item.end_button.isVisible()


def test_an_action_is_entered_from_the_item(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    room.answer(lambda: room.click("Add an action…", tab.item), lambda dialog: dialog.text.setPlainText("Ask for bids"))
    action = room.record.all(Action)[0]
    assert (action.text, action.item, action.meeting) == ("Ask for bids", "special-1", "special")


def test_who_is_recused_for_one_item_is_called_back_at_the_next(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down", key(room, "wisniewolski"))
    room.answer(lambda: room.press("X"), lambda _dialog: None)
    assert "left the room" in tab.view.script
    stamp = max(room.record.all(PresenceStamp), key=lambda s: s.order)
    assert (stamp.kind, stamp.item) == (PresenceKind.RECUSED_OUT, "special-2")
    tab.deeds.begin_item("special-1")
    assert "Mr. Wiśniewolski, recused for another item, may take part again." in tab.view.script


def test_a_superseded_motion_says_so_beside_its_successor(room: Any) -> None:
    begin(room.services)
    old = Motion(id="m-old", number="2026-01", body="board", meeting="special", text="RESOLVED, that A.", order=1,
                 vote_method=VoteMethod.NOT_RECORDED, result_stated=Result.CARRIED, stated_by="the minutes")  # fmt: skip
    new = Motion(id="m-new", number="2026-02", body="board", meeting="special", text="RESOLVED, that B.", order=2,
                 vote_method=VoteMethod.NOT_RECORDED, result_stated=Result.CARRIED, stated_by="the minutes",
                 supersedes="m-old")  # fmt: skip
    room.services.bus.run_restoring("Fixture", "Fixture", [(Motion, row.id, row) for row in (old, new)], 1)
    first, second = motion_lines(room.record, room.record.get(Meeting, "special"))
    assert (first.words, first.votes) == ("Superseded by 2026-02", "Carried as stated")
    assert second.flags[0] == "Supersedes motion 2026-01 of 12 Nov 2026."
    tab = room.go("special", "overview")
    assert "Superseded by 2026-02" in [cell for row in tab.motions.texts() for cell in row]


def test_a_meeting_imported_without_times_says_that_they_are_not_recorded(room: Any) -> None:
    held = Meeting(id="old", body="board", starts=dt.datetime(2021, 5, 3), all_day=True, state=MeetingState.HELD)
    room.services.bus.run_restoring("Fixture", "Fixture", [(Meeting, held.id, held)], 1)
    tab = room.go("old", "live")
    words = room.words()
    assert "The times of this meeting are not recorded" in words
    assert "00:00" not in words
    assert not tab.motion.isVisible()
    assert not tab.clock.isVisible()
    room.press("1", "R")
    assert not room.record.where(PresenceStamp, "meeting", "old")
    tab = room.go("old", "overview")
    assert "not recorded" in room.words(tab)
    assert "00:00" not in room.words()
