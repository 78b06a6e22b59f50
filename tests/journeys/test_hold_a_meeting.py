"""The secretary holds the special meeting of 12 Nov 2026, from the roll to the adjournment, at the keyboard."""

import datetime as dt

from PySide6.QtWidgets import QApplication

from boarddesk.domain.meetings import Meeting, MeetingState, PresenceKind
from boarddesk.domain.motions import Choice, Motion, Result, Vote
from boarddesk.domain.presence import stamps_of
from boarddesk.domain.votes import tally

MEETING = "2026-11-12-board"


def test_the_special_meeting_is_held(sample_desk) -> None:
    desk = sample_desk
    page = desk.page("Meetings")
    desk.select("Board, special meeting")
    desk.press("Return")
    desk.click("Go to the meeting")
    live = page.view.current()
    assert desk.sees("The secretary will call the roll.")

    def at(clock: str) -> None:
        live.clock.by_hand()
        live.clock.field.set_time(dt.time.fromisoformat(clock))
        live.presence.people.setFocus()

    def choose(person: str) -> None:
        desk.press(live.view.person(person).key)

    at("13:58")
    for person, letter in (("castellanos", "P"), ("vaidyalingam", "V")):
        choose(person)
        desk.press(letter)
    desk.click("All in the room")
    assert "9 of 10" in desk.words(live.side)
    at("14:02")
    desk.click("Call to order")
    assert desk.record.get(Meeting, MEETING).state is MeetingState.IN_SESSION
    live.presence.people.choose("hearing")
    desk.press("Return", live.presence.people.focusProxy())
    assert desk.record.get(Meeting, MEETING).could_hear is True

    at("14:05")
    # The minutes were deferred to December before the meeting: the next item is the agreement.
    desk.press("Ctrl+Down")
    assert desk.sees("Supply agreement with Orrindale Components", live.item)
    at("14:21")
    choose("wisniewolski")
    desk.press("X", then=lambda dialog: desk.answer(dialog, {"Reason": "his sister is an officer of the supplier"}))
    at("14:23")
    live.item.note.setFocus()
    desk.type("Ms. Delacroix presented the agreement.")
    desk.press("Return")
    at("14:31")
    choose("celikbaran")
    desk.press("L")
    assert desk.sees("Seven directors remain, constituting a quorum (6); one more may leave.", live.side)

    # The motion was proposed on the agenda; its words are there, votes are not.
    assert "Orrindale" in live.motion.text.toPlainText()
    at("14:38")
    for field, name in ((live.motion.mover, "Okoro-Llewelyn"), (live.motion.seconder, "Sørhaug")):
        field.setFocus()
        desk.type(name)
    live.presence.people.setFocus()
    desk.press("A")
    choose("castellanos")
    desk.press("B")
    assert desk.sees("Carries", live.motion)
    assert desk.sees("6, needs 4", live.motion)
    assert desk.sees("Disinterested for: 6 of 8 (5 is a majority)", live.motion)
    desk.press("Ctrl+Return")
    motion = desk.record.get(Motion, "2026-41")
    assert tally(desk.record, motion).result is Result.CARRIED
    assert (motion.mover, motion.seconders) == ("okoro-llewelyn", ("sorhaug",))
    votes = {vote.person: vote.choice for vote in desk.record.where(Vote, "motion", motion.id)}
    assert (votes["wisniewolski"], votes["celikbaran"]) == (Choice.RECUSED, Choice.ABSENT)

    desk.undo()
    assert tally(desk.record, desk.record.get(Motion, "2026-41")).result is None
    desk.redo()
    assert tally(desk.record, desk.record.get(Motion, "2026-41")).result is Result.CARRIED

    # In the same minute, and yet after the vote: its count stays as it was.
    choose("wisniewolski")
    desk.press("X")
    assert max(stamps_of(desk.record, MEETING), key=lambda s: s.order).kind is PresenceKind.RECUSAL_ENDED
    at("14:52")
    desk.click("Adjourn…", fill={})
    meeting = desk.record.get(Meeting, MEETING)
    assert (meeting.state, meeting.adjourned) == (MeetingState.HELD, dt.datetime.fromisoformat("2026-11-12T14:52"))
    QApplication.processEvents()
    page.view.row.setCurrentIndex(0)
    desk.settle()
    assert desk.rows(page.view)[0][:2] == ["2026-41", "14:38"]
    assert desk.rows(page.view)[0][-1] == "Carried 6 of 7, 4 needed"
