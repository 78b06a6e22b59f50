"""Motions at the live meeting: movers by key, votes in words, amendments, joint bodies, the warning before a vote."""

from datetime import timedelta
from typing import Any

import pytest
from live_hands import key, live, set_clock
from meeting_case import DAY, EVERYONE, at
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingKind, MeetingState, Mode
from boarddesk.domain.motions import Choice, Motion, Result, Vote
from boarddesk.domain.presence import present_at
from boarddesk.domain.votes import tally
from boarddesk.services.commands.hold_meeting_call import CallToOrder
from boarddesk.services.commands.motions_amend import MoveAmendment
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll
from boarddesk.services.commands.schedule_meeting import ScheduleMeeting
from boarddesk.ui.dialogs.amend_motion_dialog import AmendMotionDialog


def test_movers_and_seconders_by_key(room: Any) -> None:
    tab = live(room)
    tab.motion.text.setPlainText("RESOLVED, that it is so.")
    tab.presence.people.setFocus()
    room.press(key(room, "okoro"), "M", key(room, "sorhaug"), "S", key(room, "castellanos"), "S")
    assert (tab.motion.mover.value(), tab.motion.seconder.value()) == ("okoro", "sorhaug")
    assert "Castellanos" in room.words(tab.motion)
    room.press("S")
    assert tab.motion.draft.seconders == ("sorhaug",)
    room.press(key(room, "sorhaug"), "M")
    assert (tab.motion.draft.mover, tab.motion.draft.seconders) == ("sorhaug", ())


def test_all_in_favor_except(room: Any) -> None:
    tab = live(room)
    tab.motion.text.setPlainText("RESOLVED, that it is so.")
    tab.presence.people.setFocus()
    room.press("Q")
    QTest.keyClicks(tab.motion.quick, "all in favor except Castellanos")
    room.press("Return")
    assert "Say how Castellanos voted: no, or abstain." in room.words(tab.motion)
    assert tab.motion.draft.votes == {}
    QTest.keyClicks(tab.motion.quick, " abstains")
    room.press("Return")
    assert "Say how" not in room.words(tab.motion)
    assert QApplication.focusWidget() is tab.presence.people.focusProxy()
    room.press("Ctrl+Return")
    votes = {vote.person: vote.choice for vote in room.record.all(Vote)}
    assert votes == dict.fromkeys(EVERYONE, Choice.FOR) | {"castellanos": Choice.ABSTAIN}


def test_an_amendment_is_put_before_the_motion_which_then_reads_as_amended(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down")
    tab.motion.text.setPlainText("RESOLVED, that the term is three years.")
    tab.presence.people.setFocus()
    room.press(key(room, "okoro"), "M", "A")

    def amend(dialog: Any) -> None:
        assert dialog.reads.toPlainText() == "RESOLVED, that the term is three years."
        dialog.text.setPlainText("to strike “three” and insert “two”")
        dialog.reads.setPlainText("RESOLVED, that the term is two years.")
        dialog.mover.set_value("sorhaug")

    room.answer(lambda: room.press("Ctrl+Shift+A"), amend)
    assert "Amendment 2026-02" in room.words(tab.motion)
    assert "If it carries, motion 2026-01 reads: RESOLVED, that the term is two years." in room.words(tab.motion)
    assert tab.motion.text.isReadOnly()
    assert tab.motion.draft.votes == {}
    tab.presence.people.setFocus()
    room.press("A", "Ctrl+Return")
    assert "Motion 2026-01" in room.words(tab.motion)
    assert "As amended by motion 2026-02." in room.words(tab.motion)
    assert tab.motion.text.toPlainText() == "RESOLVED, that the term is two years."
    room.press("A", "Ctrl+Return")
    main = next(motion for motion in room.record.all(Motion) if motion.amends is None)
    assert (main.text, main.mover) == ("RESOLVED, that the term is two years.", "okoro")
    assert tally(room.record, main).result is Result.CARRIED


def test_want_of_a_quorum_is_said_before_any_vote(room: Any) -> None:
    tab = live(room, *EVERYONE[:5])
    assert tab.motion.no_quorum.isVisible()
    assert tab.motion.no_quorum.text() == (
        "No quorum for this motion: 5 present, 6 needed. A vote is recorded as not acted on."
    )
    room.press(key(room, EVERYONE[5]), "R")
    assert not tab.motion.no_quorum.isVisible()


def test_votes_and_words_being_entered_survive_within_a_second(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    tab.presence.people.setFocus()
    room.press(key(room, "okoro"), "M", "A", key(room, "castellanos"), "N")
    room.qtbot.waitUntil(lambda: "motion/special" in room.services.store.drafts(), timeout=1000)
    tab.item.note.setFocus()
    typed = ""
    for number in range(24):
        # Sixty milliseconds between two keys: never a pause, and yet it is saved.
        typed += "ab "[number % 3]
        QTest.keyClicks(tab.item.note, typed[-1])
        QTest.qWait(60)
    kept = room.services.store.drafts().get("note/special-1/minutes", "")
    assert len(typed) - len(kept) <= 1000 / 60
    from boarddesk.ui.pages.meetings_page import MeetingsPage

    again = MeetingsPage(room.services)
    room.qtbot.addWidget(again)
    again.resize(1196, 732)
    again.show()
    again.show_target(("special", "live"))
    draft = again.view.current().motion.draft
    assert draft.mover == "okoro"
    assert (draft.votes["castellanos"], draft.votes["sorhaug"]) == (Choice.AGAINST, Choice.FOR)
    again.hide()


def test_notes_go_where_they_are_meant_to(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    tab.item.note.setFocus()
    for words in ("It was presented.", "ask about the price", "Counsel advised so."):
        QTest.keyClicks(tab.item.note, words)
        room.press("Return", "Ctrl+E")
    item = room.record.get(AgendaItem, "special-1")
    assert (item.text, item.notes, item.privileged) == (
        "It was presented.",
        "ask about the price",
        "Counsel advised so.",
    )
    assert "privileged, kept apart" in room.words(tab.item)
    room.press("Ctrl+E", "Ctrl+E")
    assert tab.item.notes.open_words.isVisible()
    tab.item.notes.open_words.setFocus()
    QTest.keyClicks(tab.item.notes.open_words, "Ms. Hale advised on the terms.")
    room.press("Return")
    assert room.record.get(AgendaItem, "special-1").privilege_note == "Ms. Hale advised on the terms."


def test_at_a_joint_meeting_each_motion_belongs_to_one_body(room: Any) -> None:
    both = ScheduleMeeting("board", MeetingKind.SPECIAL, at("10:00"), DAY, joint_with=("audit",))
    room.services.bus.do(both)
    meeting = next(m for m in room.record.all(Meeting) if m.joint_with)
    here = tuple(RollEntry(person, mode=Mode.ROOM) for person in ("okoro", "castellanos", "sorhaug"))
    room.services.bus.do(TakeRoll(meeting.id, here, at("10:00")))
    room.services.bus.do(CallToOrder(meeting.id, at("10:02"), "okoro"))
    tab = room.go(meeting.id, "live")
    assert "Quorum of the Board" in room.words(tab.side)
    assert "Audit Committee: 2 present, 2 needed of 3" in room.words(tab.side)
    assert tab.motion.no_quorum.isVisible()
    tab.motion.body.set_value("audit")
    room.settle()
    assert "Quorum of the Audit Committee" in room.words(tab.side)
    assert not tab.motion.no_quorum.isVisible()
    tab.motion.text.setPlainText("RESOLVED, that the audit plan is approved.")
    tab.presence.people.setFocus()
    room.press("A", "Ctrl+Return")
    motion = room.record.all(Motion)[0]
    assert motion.body == "audit"
    assert {vote.person for vote in room.record.all(Vote) if vote.choice is Choice.FOR} == {"okoro", "castellanos"}
    assert tally(room.record, motion).result is Result.CARRIED


def test_on_the_second_day_whoever_does_not_come_back_is_left_out(room: Any) -> None:
    tab = live(room)
    set_clock(room, "17:30")
    room.click("Recess")
    assert room.record.get(Meeting, "special").state is MeetingState.RECESSED
    set_clock(room, "09:05")
    assert tab.moment() == at("09:05", DAY + timedelta(days=1))
    room.answer(lambda: room.click("Resume"), lambda dialog: dialog.people.boxes["celikbaran"].setChecked(False))
    there = present_at(room.record, room.record.get(Meeting, "special"), at("09:10", DAY + timedelta(days=1)))
    assert {stay.person for stay in there} == set(EVERYONE) - {"celikbaran"}
    set_clock(room, "09:20")
    tab.presence.people.setFocus()
    room.press(key(room, "celikbaran"), "K")
    assert tab.side.entries.names()[0].startswith("13 Nov, 09:20, Çelikbaran returned")


def test_a_refused_amendment_leaves_what_was_typed(room: Any, monkeypatch: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down")
    tab.motion.text.setPlainText("RESOLVED, that the term is three years.")
    tab.presence.people.setFocus()
    room.press(key(room, "okoro"), "M", "A")
    draft = tab.motion.draft

    def refused(_command: object) -> None:
        raise UserError("The meeting is in recess.", code="refused")

    def amended(*_args: object) -> MoveAmendment:
        motion = Motion(id="new", body="board", meeting="special", text=draft.text)
        return MoveAmendment(motion, motion)

    monkeypatch.setattr(AmendMotionDialog, "ask", amended)
    with monkeypatch.context() as held:
        held.setattr(room.services.bus, "do", refused)
        with pytest.raises(UserError):
            tab.deeds.amend()
    assert tab.motion.draft == draft
    assert tab.motion.text.toPlainText() == "RESOLVED, that the term is three years."
    tab.motion.drafts.keep()
    assert "three years" in room.services.store.drafts()["motion/special"]
