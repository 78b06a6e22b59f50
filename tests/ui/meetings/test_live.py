"""The live meeting by keyboard alone: presence, notes, motions, votes, what cannot be."""

import datetime as dt
from typing import Any

from live_hands import key, live, set_clock
from meeting_case import EVERYONE, at
from msgspec.structs import replace
from PySide6.QtWidgets import QApplication

from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState, Mode, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Choice, Motion, Result, Vote
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.votes import tally
from boarddesk.services.commands.motions_propose import ProposeMotion
from boarddesk.services.commands.presence import StampPresence
from boarddesk.services.commands.presence_roll import RollEntry, TakeRoll


def minute(moment: dt.datetime | None) -> dt.datetime | None:
    """A moment without its seconds: entries of one minute are a second apart."""
    return moment.replace(second=0) if moment else None


def latest(room: Any) -> PresenceStamp:
    return max(stamps_of(room.record, "special"), key=lambda stamp: stamp.order)


def test_the_meeting_is_called_to_order_from_the_roll(room: Any) -> None:
    tab = room.go("special", "live")
    room.click("All in the room")
    assert len(stamps_of(room.record, "special")) == 9
    room.click("Call to order")
    meeting = room.record.get(Meeting, "special")
    assert meeting.state is MeetingState.IN_SESSION
    assert meeting.presiding == "ellerbrook"
    assert tab.motion.isVisible()


def test_a_digit_then_a_letter_moves_people(room: Any) -> None:
    live(room, *EVERYONE[:8])
    nine = key(room, "celikbaran")
    room.press(nine, "V")
    assert (latest(room).person, latest(room).kind, latest(room).mode) == (
        "celikbaran",
        PresenceKind.PRESENT,
        Mode.VIDEO,
    )
    room.press(nine, "P")
    assert latest(room).kind is PresenceKind.CHANGED_MODE
    room.press(nine, "L")
    assert latest(room).kind is PresenceKind.LEFT
    room.press(nine, "R")
    assert (latest(room).kind, latest(room).mode) == (PresenceKind.RETURNED, Mode.ROOM)
    assert minute(latest(room).at) == at("14:38")


def test_single_letters_are_only_letters_in_text_fields(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+M")
    assert QApplication.focusWidget() is tab.motion.text
    before = len(stamps_of(room.record, "special"))
    room.press("1", "L", "A", "V")
    assert tab.motion.text.toPlainText().lower() == "1lav"
    assert len(stamps_of(room.record, "special")) == before
    assert tab.motion.draft.votes == {}


def test_recusal_asks_out_of_the_room_or_in(room: Any) -> None:
    tab = live(room)
    room.press(key(room, "wisniewolski"))
    room.answer(lambda: room.press("X"), lambda dialog: dialog.reason.setText("his sister’s firm"))
    assert (latest(room).kind, latest(room).reason) == (PresenceKind.RECUSED_OUT, "his sister’s firm")
    assert "8 of 10" in room.words(tab.side)
    room.press(key(room, "okoro"))
    room.answer(lambda: room.press("X"), lambda dialog: dialog.stays.click())
    assert latest(room).kind is PresenceKind.RECUSED_IN
    assert "8 of 10" in room.words(tab.side)
    room.press(key(room, "wisniewolski"), "X")
    assert latest(room).kind is PresenceKind.RECUSAL_ENDED


def test_a_vote_is_taken_by_keyboard_and_recorded(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down")
    assert tab.view.now.id == "special-2"
    tab.motion.text.setPlainText("RESOLVED, that the supply agreement is approved.")
    tab.motion.mover.set_value("okoro")
    tab.motion.seconder.set_value("sorhaug")
    tab.presence.people.setFocus()
    room.press(key(room, "celikbaran"), "L")
    room.press("A", key(room, "castellanos"), "B", key(room, "nakagawa"), "N")
    assert "Carries" in room.words(tab.motion)
    assert "6 for, 1 against, 1 abstains, 1 out" in room.words(tab.motion)
    assert "Majority of 8 present" in room.words(tab.motion)
    assert "6, needs 5" in room.words(tab.motion)
    room.press("Ctrl+Return")
    motion = room.record.all(Motion)[0]
    assert (motion.number, motion.item, motion.mover, motion.seconders) == (
        "2026-01",
        "special-2",
        "okoro",
        ("sorhaug",),
    )
    counted = tally(room.record, motion)
    assert (counted.votes_for, counted.base, counted.result) == (6, 8, Result.CARRIED)
    votes = {vote.person: vote.choice for vote in room.record.all(Vote)}
    assert votes["celikbaran"] is Choice.ABSENT
    assert tab.motion.text.toPlainText() == ""
    assert tab.side.entries.names()[0] == "14:38, Motion 2026-01, Carried 6 of 8, 5 needed"
    tab.side.entries.setFocus()
    room.press("Delete")
    assert not room.record.all(Motion)


def test_without_a_quorum_the_vote_is_recorded_as_not_acted_on(room: Any) -> None:
    tab = live(room, *EVERYONE[:6])
    tab.motion.text.setPlainText("RESOLVED, that the lease is approved.")
    tab.presence.people.setFocus()
    room.press("1", "L", "A")
    assert "Quorum was lost at 14:38." in room.words(tab.side)
    assert "No quorum" in room.words(tab.motion)
    assert "recorded as not acted on" in room.words(tab.motion)
    room.click("Record as not acted on")
    assert tally(room.record, room.record.all(Motion)[0]).result is Result.NO_ACTION


def test_nothing_can_be_recorded_before_there_are_words_and_votes(room: Any) -> None:
    tab = live(room)
    assert not tab.motion.record.isEnabled()
    assert tab.motion.record.toolTip() == "Write the motion first."
    tab.motion.text.setPlainText("RESOLVED, that the lease is approved.")
    assert tab.motion.record.toolTip() == "Nobody has voted yet."
    room.press("Ctrl+Return")
    assert not room.record.all(Motion)


def test_hearing_is_a_box_ticked_once_somebody_is_remote(room: Any) -> None:
    tab = live(room)
    assert "hearing" not in [r.key for g in tab.presence.people._rows.groups for r in g.rows]
    room.press("6", "P")
    tab.presence.hearing_ticked.emit(True)
    room.settle()
    meeting = room.record.get(Meeting, "special")
    assert (meeting.could_hear, minute(meeting.could_hear_at)) == (True, at("14:38"))


def test_a_note_becomes_a_paragraph_and_the_next_item_is_one_key(room: Any) -> None:
    tab = live(room)
    assert not tab.item.note.isEnabled()
    room.press("Ctrl+Down")
    tab.item.note.setFocus()
    tab.item.note.insertPlainText("Ms. Delacroix presented the agreement.")
    room.press("Return", widget=tab.item.note)
    assert room.record.get(AgendaItem, "special-1").text == "Ms. Delacroix presented the agreement."
    assert "14:38\n" in room.words(tab.item)
    room.click("Change the note “Ms. Delacroix presented the agreement.”")
    tab.item.note.setPlainText("Ms. Delacroix presented the terms.")
    tab.presence.people.setFocus()
    room.settle()
    assert room.record.get(AgendaItem, "special-1").text == "Ms. Delacroix presented the terms."
    set_clock(room, "14:50")
    room.press("Ctrl+Down")
    assert room.record.get(AgendaItem, "special-1").ended == at("14:50")
    assert "12 min" not in room.words(tab.item)


def test_text_being_typed_is_kept_as_a_draft_and_comes_back(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    tab.item.note.setPlainText("Directors asked about")
    tab.motion.text.setPlainText("RESOLVED, that the half-written")
    room.qtbot.waitUntil(lambda: len(room.services.store.drafts()) == 2, timeout=2000)
    assert room.record.get(AgendaItem, "special-1").text == ""
    from boarddesk.ui.pages.meetings_page import MeetingsPage

    again = MeetingsPage(room.services)
    room.qtbot.addWidget(again)
    again.resize(1196, 732)
    again.show()
    again.show_target(("special", "live"))
    other = again.view.current()
    assert other.item.note.toPlainText() == "Directors asked about"
    assert other.motion.text.toPlainText() == "RESOLVED, that the half-written"
    again.hide()


def test_a_proposed_motion_is_put_under_its_own_number(room: Any) -> None:
    room.services.bus.do(
        ProposeMotion(
            Motion(id="new", body="board", meeting="special", item="special-2", text="RESOLVED, that it is so.")
        )
    )
    proposed = room.record.all(Motion)[0]
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down")
    assert tab.motion.text.toPlainText() == "RESOLVED, that it is so."
    tab.presence.people.setFocus()
    room.press("A", "Ctrl+Return")
    motions = room.record.all(Motion)
    assert [motion.id for motion in motions] == [proposed.id]
    assert tally(room.record, motions[0]).result is Result.CARRIED


def test_a_vote_of_someone_who_left_is_left_out(room: Any) -> None:
    tab = live(room)
    tab.motion.text.setPlainText("RESOLVED, that the lease is approved.")
    tab.presence.people.setFocus()
    room.press("A", "2", "L", "Ctrl+Return")
    votes = {vote.person: vote.choice for vote in room.record.all(Vote)}
    assert votes["sorhaug"] is Choice.ABSENT
    assert list(votes.values()).count(Choice.FOR) == 8


def test_an_entry_is_taken_back_or_corrected(room: Any) -> None:
    tab = live(room)
    room.press(key(room, "celikbaran"), "L")
    room.answer(
        lambda: tab.presence.person_opened.emit("celikbaran"), lambda dialog: dialog.time.set_time(dt.time(14, 31))
    )
    assert latest(room).at == at("14:31")
    tab.side.entries.setFocus()
    room.answer(lambda: room.press("Return"), lambda dialog: dialog.time.set_time(dt.time(14, 32)))
    assert latest(room).at == at("14:32")
    room.press("Delete")
    assert latest(room).kind is PresenceKind.PRESENT


def test_recess_resume_adjourn(room: Any) -> None:
    live(room)
    room.click("Recess")
    assert room.record.get(Meeting, "special").state is MeetingState.RECESSED
    room.click("Resume")
    room.answer(lambda: room.click("Adjourn…"), lambda _dialog: None)
    meeting = room.record.get(Meeting, "special")
    assert (meeting.state, minute(meeting.adjourned)) == (MeetingState.HELD, at("14:38"))
    assert not any(b.isVisible() for b in (room.tab.call, room.tab.recess, room.tab.adjourn))


def test_a_closed_meeting_and_another_day_say_why_nothing_can_be_changed(room: Any) -> None:
    tab = live(room)
    held = replace(room.record.get(Meeting, "special"), minutes_circulated_on=dt.date(2026, 11, 12))
    room.services.bus.run_restoring("Fixture", "Fixture", [(Meeting, held.id, held)], 1)
    room.settle()
    assert "minutes were circulated" in tab.recess.toolTip()
    assert not tab.recess.isEnabled()
    before = room.record
    room.press("1", "L")
    assert room.record is before
    room.services.read_on(dt.date(2026, 11, 11))
    room.page.make_stale()
    room.settle()
    assert "You are looking at 11 Nov 2026" in tab.call.toolTip()


def test_a_meeting_still_ahead_cannot_be_called_to_order(room: Any) -> None:
    tab = room.go("december", "live")
    assert not tab.call.isEnabled()
    assert tab.call.toolTip() == "The meeting is on 3 Dec 2026."


def test_who_is_not_independent_has_no_key_at_the_session(room: Any) -> None:
    room.go("regular", "session")
    room.click("Open the session")
    session = next(m for m in room.record.all(Meeting) if m.parent == "regular")
    assert "8 directors independent on that date" in room.words(room.tab)
    room.click("Go to the session")
    assert room.page.view.meeting_id == session.id
    assert "Marcus Ellerbrook" not in [person.name for person in room.tab.view.people]
    assert room.tab.view.people[0].name == "Ingrid Sørhaug"
    room.services.bus.do(
        StampPresence(session.id, "ellerbrook", PresenceKind.PRESENT, at("13:05", dt.date(2026, 10, 22)), Mode.ROOM)
    )
    assert room.tab.view.people[-1].name == "Marcus Ellerbrook"


def test_an_apology_shows_apart_from_an_absence(room: Any) -> None:
    roll = (RollEntry("okoro", PresenceKind.EXCUSED), RollEntry("sorhaug", PresenceKind.ABSENT))
    room.services.bus.do(TakeRoll("special", roll, at("14:00")))
    tab = room.go("special", "live")
    assert {each.person: each.excused for each in tab.view.people if each.group == "absent"} == {
        "okoro": True, "sorhaug": False,
    }  # fmt: skip
    notes = {row.name: row.note for group in tab.presence._groups for row in group.rows}
    assert notes["Gareth Okoro-Llewelyn"] == "excused"
    assert notes["Ingrid Sørhaug"] == "Lead"
