"""Independence from the worksheet to the record: put to the Board, voted on at the meeting, determined in one step."""

import datetime as dt
from typing import Any

from secretary import Asked, Secretary

from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.domain.motions import Choice, Motion, MotionKind, Result, Vote
from boarddesk.domain.votes import tally
from boarddesk.services.rulings import left_undetermined

MEETING, DAY = "2026-11-12-board", dt.date(2026, 11, 12)


def put_to_the_board(desk: Secretary) -> None:
    """From a director's page through the worksheet: a motion on today's agenda."""
    page: Any = desk.page("board")
    page.show_person("nakagawa-reyes")
    desk.settle()
    said: list[str] = []

    def put(dialog: Any) -> None:
        said.append(desk.words(dialog))
        assert not dialog.people.boxes["ellerbrook"].isChecked()
        desk.answer(dialog, {"Meeting of the Board": "Board, special meeting, 12 Nov 2026"})

    def read(dialog: Any) -> None:
        later = Asked(put)
        desk.click("Put to the Board…", within=dialog)
        assert later.done
        assert later.trouble is None, later.trouble
        assert desk.sees("On the agenda: Board, special meeting, 12 Nov 2026.", dialog)
        desk.click("Close", within=dialog)

    desk.click("Open the worksheet…", then=read)
    assert "Marcus Ellerbrook: ruled out by A, employment." in said[0]
    assert "Rohan Vaidyalingam: Questionnaire 2026" in said[0]


def to_the_item(desk: Secretary) -> Any:
    """Hold the meeting as far as the item under which the motion waits."""
    page: Any = desk.page("Meetings")
    desk.select("Board, special meeting")
    desk.press("Return")
    desk.click("Go to the meeting")
    live = page.view.current()

    def at(clock: str) -> None:
        live.clock.by_hand()
        live.clock.field.set_time(dt.time.fromisoformat(clock))
        live.presence.people.setFocus()

    at("13:58")
    desk.click("All in the room")
    at("14:02")
    desk.click("Call to order")
    at("14:20")
    for _ in range(5):
        if live.view.now is not None and live.view.now.type is ItemType.DETERMINATION:
            break
        desk.press("Ctrl+Down")
    assert "affirmatively determines" in live.motion.text.toPlainText()
    assert live.motion.kind.value() is MotionKind.DETERMINE_INDEPENDENCE
    for field, name in ((live.motion.mover, "Okoro-Llewelyn"), (live.motion.seconder, "Sørhaug")):
        field.setFocus()
        desk.type(name)
    live.presence.people.setFocus()
    return live


def put_motion(desk: Secretary) -> Motion:
    """The motion of the meeting that was put to the Board."""
    (found,) = [m for m in desk.record.where(Motion, "meeting", MEETING) if m.kind is MotionKind.DETERMINE_INDEPENDENCE]
    return found  # type: ignore[no-any-return]


def made(desk: Secretary) -> dict[tuple[str, Standard], Determination]:
    return {(row.person, row.standard): row for row in desk.record.all(Determination) if row.decided_on == DAY}


def test_recording_the_motion_records_the_determinations(sample_desk: Secretary) -> None:
    desk = sample_desk
    put_to_the_board(desk)
    (item,) = [i for i in desk.record.where(AgendaItem, "meeting", MEETING) if i.type is ItemType.DETERMINATION]
    (motion,) = desk.record.where(Motion, "item", item.id)
    assert "ellerbrook" not in motion.subjects
    to_the_item(desk)
    desk.press("A")
    desk.press("Ctrl+Return", then=lambda dialog: dialog.reject())
    assert tally(desk.record, desk.record.get(Motion, motion.id)).result is None, "nothing is recorded without her"
    said: list[str] = []

    def determine(dialog: Any) -> None:
        said.append(desk.words(dialog))
        dialog.rulings.controls["celikbaran", Standard.COMPENSATION].choose("")
        desk.answer(dialog, {"Why": "Only board fees and what is named."})

    desk.press("Ctrl+Return", then=determine)
    assert "Josephine Nakagawa-Reyes: Fennimore Analytics, Inc." in said[0]
    assert tally(desk.record, desk.record.get(Motion, motion.id)).result is Result.CARRIED
    found = made(desk)
    assert {person for person, _standard in found} == set(motion.subjects)
    assert {row.outcome for row in found.values()} == {Outcome.INDEPENDENT}
    assert ("celikbaran", Standard.COMPENSATION) not in found
    row = found["nakagawa-reyes", Standard.NASDAQ]
    assert (row.motion, row.meeting, row.rationale) == (motion.id, MEETING, "Only board fees and what is named.")
    assert len(row.considered) == 2, "the relationships that her answers tell of (407(a)(3))"
    assert row.supersedes is not None
    desk.undo()
    assert made(desk) == {}
    assert tally(desk.record, desk.record.get(Motion, motion.id)).result is None


def test_a_motion_that_fails_asks_nothing_and_determines_nothing(sample_desk: Secretary) -> None:
    desk = sample_desk
    put_to_the_board(desk)
    live = to_the_item(desk)
    for person in live.motion._voters:
        live.motion.vote(person.person, Choice.AGAINST)
    desk.settle()
    desk.press("Ctrl+Return")
    motion = put_motion(desk)
    assert len(desk.record.where(Vote, "motion", motion.id)) == 9
    assert tally(desk.record, motion).result is Result.FAILED
    assert made(desk) == {}


def test_left_out_with_the_vote_they_are_recorded_from_the_motion_afterwards(sample_desk: Secretary) -> None:
    desk = sample_desk
    put_to_the_board(desk)
    live = to_the_item(desk)
    desk.press("A")

    def leave_out(dialog: Any) -> None:
        for control in dialog.rulings.controls.values():
            control.choose("")
        desk.answer(dialog, {"Relationships considered": ""})

    desk.press("Ctrl+Return", then=leave_out)
    motion = put_motion(desk)
    assert made(desk) == {}
    assert left_undetermined(desk.record, motion)
    live.clock.field.set_time(dt.time(15, 0))
    desk.click("Adjourn…", fill={})
    page: Any = desk.here
    page.view.row.setCurrentIndex(0)
    desk.settle()
    later: list[Asked] = []

    def afterwards(dialog: Any) -> None:
        later.append(Asked(lambda asked: desk.answer(asked, {"Why": "As laid out on the worksheet."})))
        desk.click("Record what it determined…", within=dialog)

    desk.select(motion.number, page.view)
    desk.press("Return", then=afterwards)
    desk.wait(lambda: later[0].done)
    assert later[0].trouble is None, later[0].trouble
    desk.settle()
    assert {person for person, _standard in made(desk)} == set(motion.subjects)
    assert {row.motion for row in made(desk).values()} == {motion.id}


def test_with_all_particulars_the_counts_alone_determine_too(sample_desk: Secretary) -> None:
    desk = sample_desk
    put_to_the_board(desk)
    live = to_the_item(desk)
    later: list[Asked] = []

    def record(dialog: Any) -> None:
        desk.fill({"Vote": "By counts alone"}, dialog)
        desk.fill({"For": "9"}, dialog)
        later.append(Asked(lambda asked: desk.answer(asked, {})))
        dialog.verb.click()

    desk.click("All particulars…", then=record)
    assert later[0].trouble is None, later[0].trouble
    motion = put_motion(desk)
    assert motion.count_for == 9
    assert {person for person, _standard in made(desk)} == set(motion.subjects)
    assert live.motion.draft.empty
    desk.undo()
    assert made(desk) == {}
