"""List, overview, agenda, papers, minutes and session: what is read there and what can be done."""

import datetime as dt
from typing import Any

from meeting_case import EVERYONE, at, begin, put_to_vote, stamp
from msgspec.structs import replace
from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from boarddesk.domain.finding import Evidence
from boarddesk.domain.meetings import (
    AgendaItem,
    AgendaRequest,
    ItemOutcome,
    ItemType,
    Meeting,
    PresenceKind,
    RequestOutcome,
)
from boarddesk.domain.motions import Action, Choice, Motion, MotionKind, Result, VoteMethod
from boarddesk.domain.votes import tally
from boarddesk.services.agenda_order import items_of
from boarddesk.services.commands.agenda_course import StartItem, WriteItemText
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.ui.meeting.tabs import NAMES


def titles(room: Any, meeting: str = "special") -> list[str]:
    return [item.title for item in items_of(room.record, meeting)]


def test_the_list_is_filtered_by_body_year_state_and_words(room: Any) -> None:
    page = room.page
    assert page.list.table.model.shown == 4
    page.list.body.set_value("audit")
    assert [row[3] for row in page.list.table.texts()] == ["Audit Committee, regular meeting"]
    page.list.body.set_value(None)
    page.list.words.setText("special")
    assert [row[0] for row in page.list.table.texts()] == ["Thu 12 Nov 2026"]
    page.list.words.setText("")
    page.list.year.set_value(2027)
    assert page.list.table.model.shown == 4
    page.list.table.select("december")
    page.list.table.view.setFocus()
    room.press("Return")
    assert page.view.meeting_id == "december"
    room.press("Escape")
    assert page.stack.currentWidget() is page.list
    assert page.list.table.current().id == "december"


def test_evidence_opens_the_meeting_it_belongs_to(room: Any) -> None:
    begin(room.services)
    motion = put_to_vote(room.services)
    room.page.show_target(Evidence("motions", motion.id, ""))
    assert (room.page.view.meeting_id, room.page.view.tab) == ("special", "overview")
    assert room.page.view.current().motions.current().id == motion.id
    room.page.show_target(Evidence("agenda_items", "special-2", ""))
    assert room.page.view.tab == "agenda"
    assert room.page.view.current().table.current().id == "special-2"


def test_what_was_said_on_an_item_is_shown_in_the_minutes_of_a_meeting_that_is_over(room: Any) -> None:
    begin(room.services)
    room.services.bus.do(StartItem("special-2", at("14:10")))
    room.services.bus.do(WriteItemText("special-2", "The directors asked about the covenant."))
    room.services.bus.do(AdjournMeeting("special", at("15:00")))
    room.page.show_target(Evidence("agenda_items", "special-2", ""))
    tab = room.page.view.current()
    assert tab.name == "minutes"
    shown = [row for row in tab.list.rows.values() if row.edit.hasFocus()]
    assert [row.edit.toPlainText() for row in shown] == ["The directors asked about the covenant."]


def test_the_session_tab_is_there_only_for_regular_board_meetings(room: Any) -> None:
    room.go("regular", "session")
    assert room.page.view.tab == "session"
    room.go("special", "session")
    assert room.page.view.tab == "minutes"
    assert "session" not in [NAMES[number] for number in room.page.view.row.shown()]


def test_results_show_their_sum_and_attendance_its_times(room: Any) -> None:
    begin(room.services)
    put_to_vote(room.services, voting=EVERYONE[:6], votes=dict.fromkeys(EVERYONE[6:], Choice.AGAINST))
    stamp(room.services, "okoro", PresenceKind.LEFT, "14:50")
    tab = room.go("special", "overview")
    assert tab.motions.texts()[0][-1] == "Carried 6 of 9, 5 needed"
    lines = {line.item.name: line.item for line in tab.people.model.lines}
    assert (lines["Gareth Okoro-Llewelyn"].how, lines["Gareth Okoro-Llewelyn"].times) == ("In room", "until 14:50")
    assert (lines["Ingrid Sørhaug"].how, lines["Ingrid Sørhaug"].times) == ("In room", "")
    assert "9 of 9 members there" in room.words(tab)


def test_a_motion_is_recorded_afterwards_by_counts_with_a_stated_result(room: Any) -> None:
    begin(room.services)
    tab = room.go("special", "overview")

    def fill(dialog: Any) -> None:
        dialog.text.setPlainText("RESOLVED, that the lease is approved.")
        dialog.time.set_time(dt.time(14, 40))
        dialog.method.set_value(VoteMethod.BY_COUNTS)
        dialog.counts.fields["count_for"].set_value(7)
        dialog.counts.fields["count_against"].set_value(2)

    room.answer(lambda: room.click("Record a motion…"), fill)
    motion = room.record.all(Motion)[0]
    counted = tally(room.record, motion)
    assert (motion.vote_method, motion.at, counted.votes_for, counted.result) == (
        VoteMethod.BY_COUNTS,
        at("14:40"),
        7,
        Result.CARRIED,
    )
    assert tab.motions.texts()[0][-1] == "Carried 7 of 9, 5 needed"


def test_a_departure_is_said_once_and_then_recorded_all_the_same(room: Any) -> None:
    begin(room.services, *EVERYONE[:5])
    room.go("special", "overview")
    said: list[str] = []

    def fill(dialog: Any) -> None:
        dialog.text.setPlainText("RESOLVED, that the lease is approved.")
        dialog.time.set_time(dt.time(14, 40))
        dialog.pad.all_for.emit()
        dialog.verb.click()
        said.append(dialog.warning())
        assert dialog.isVisible()
        assert dialog.verb.text() == "Record all the same"

    room.answer(lambda: room.click("Record a motion…"), fill)
    assert "recorded as not acted on" in said[0]
    assert tally(room.record, room.record.all(Motion)[0]).result is Result.NO_ACTION


def test_kinds_ask_for_what_they_need(room: Any) -> None:
    begin(room.services)
    room.go("special", "overview")
    seen: dict[MotionKind, tuple[bool, bool, bool]] = {}

    def fill(dialog: Any) -> None:
        for kind in (MotionKind.ORDINARY, MotionKind.EXECUTIVE_PAY, MotionKind.APPROVE_MINUTES):
            dialog.kind.set_value(kind)
            parts = (dialog.about, dialog.pay, dialog.minutes)
            seen[kind] = tuple(part.holder.isVisible() for part in parts)  # type: ignore[assignment]
        dialog.reject()

    room.answer(lambda: room.click("Record a motion…"), fill, verb=False)
    assert seen == {
        MotionKind.ORDINARY: (False, False, False),
        MotionKind.EXECUTIVE_PAY: (True, True, False),
        MotionKind.APPROVE_MINUTES: (False, False, True),
    }


def test_a_motion_is_read_and_taken_back(room: Any) -> None:
    begin(room.services)
    motion = put_to_vote(room.services)
    tab = room.go("special", "overview")
    read: list[str] = []

    def fill(dialog: Any) -> None:
        read.append(room.words(dialog))
        dialog.back.click()

    room.answer(lambda: tab.deeds.show_motion(motion.id), fill, verb=False)
    assert "Carried 9 of 9, 5 needed. Majority of 9 present." in read[0]
    assert "Moved by Gareth Okoro-Llewelyn, seconded by Ingrid Sørhaug" in read[0]
    assert not room.record.all(Motion)


def test_actions_are_added_and_carried(room: Any) -> None:
    tab = room.go("special", "overview")

    def fill(dialog: Any) -> None:
        dialog.text.setPlainText("Send all three bids")
        dialog.owner.set_value("delacroix")
        dialog.due.set_date(dt.date(2026, 11, 20))

    room.answer(lambda: room.click("Add an action…"), fill)
    action = room.record.all(Action)[0]
    assert (action.owner, action.due) == ("delacroix", dt.date(2026, 11, 20))
    room.answer(lambda: tab.deeds.change_action(action.id), lambda dialog: dialog.carried.set_value("december"))
    assert tab.actions_table.texts()[0][-1] == "Carried to 3 Dec 2026"
    assert room.go("december", "overview").actions_table.texts()[0][-1] == "Carried from 12 Nov 2026"


def test_the_agenda_is_moved_by_keyboard_and_by_drop(room: Any) -> None:
    tab = room.go("special", "agenda")
    tab.table.select("special-3")
    tab.table.view.setFocus()
    room.press("Alt+Up", "Alt+Up")
    assert titles(room) == ["Adjournment", "Call to order", "Supply agreement"]
    assert tab.table.current().id == "special-3"
    bottom = tab.table.view.viewport().rect().bottomLeft() + QPoint(10, -5)
    tab.table.drop("special-3", bottom)
    assert titles(room) == ["Call to order", "Supply agreement", "Adjournment"]
    tab.table.drop("special-3", QPoint(10, 3))
    assert titles(room)[0] == "Adjournment"
    room.services.history.undo()
    assert titles(room)[-1] == "Adjournment"


def test_a_field_of_the_form_is_saved_when_it_is_left(room: Any) -> None:
    tab = room.go("special", "agenda")
    tab.table.select("special-2")
    tab.table.view.setFocus()
    room.press("F2")
    assert tab.form.title.hasFocus()
    tab.form.title.setText("Supply agreement with Orrindale")
    tab.form.minutes.setFocus()
    tab.form.minutes.setText("25")
    tab.form.clauses.setFocus()
    tab.form.clauses.setText("GL-1.13, GL-1.14")
    tab.table.view.setFocus()
    room.settle()
    item = room.record.get(AgendaItem, "special-2")
    assert (item.title, item.minutes, item.clauses) == (
        "Supply agreement with Orrindale",
        25,
        ("GL-1.13", "GL-1.14"),
    )
    assert tab.table.texts()[2][1] == "14:30"
    tab.form.title.setFocus()
    tab.form.title.setText("")
    tab.table.view.setFocus()
    assert room.record.get(AgendaItem, "special-2").title == "Supply agreement with Orrindale"


def test_a_template_and_an_item_and_a_request(room: Any) -> None:
    tab = room.go("december", "agenda")
    next(action for action in tab.begin_menu.actions() if action.text() == "Regular board meeting").trigger()
    room.settle()
    assert "Business update" in titles(room, "december")

    def item(dialog: Any) -> None:
        dialog.type.set_value(ItemType.SUCCESSION)
        assert dialog.title.text() == "Succession"

    room.answer(lambda: room.click("Add an item…"), item)
    assert titles(room, "december")[1] == "Succession"

    def ask(dialog: Any) -> None:
        dialog.person.set_value("okoro")
        dialog.text.setPlainText("Credit insurance")

    room.click("Requests 0")
    room.answer(lambda: room.click("Log a request…"), ask)
    request = tab.waiting.requests.model.item(0)
    room.answer(lambda: tab.answer(request), lambda _dialog: None)
    kept = room.record.all(AgendaRequest)[0]
    assert (kept.outcome, titles(room, "december")[-3]) == (RequestOutcome.PLACED, "Credit insurance")


def test_a_presider_chosen_by_the_others_is_recorded_with_a_note(room: Any) -> None:
    room.go("regular", "session")
    room.click("Open the session")

    def fill(dialog: Any) -> None:
        dialog.person.set_value("okoro")
        dialog.note.setText("chosen by the independent directors present")

    room.answer(lambda: room.click("Who presides…"), fill)
    session = next(m for m in room.record.all(Meeting) if m.parent == "regular")
    assert (session.presiding, session.presiding_basis) == ("okoro", "chosen_by_those_present")
    assert "Gareth Okoro-Llewelyn, chosen by those present" in room.words(room.tab)


def test_an_items_outcome_is_kept_with_its_reason(room: Any) -> None:
    begin(room.services)
    tab = room.go("special", "agenda")
    tab.table.select("special-2")
    tab.form.reason.setFocus()
    tab.form.outcome.set_value(ItemOutcome.WITHDRAWN)
    tab.form.reason.setText("the supplier withdrew")
    tab.table.view.setFocus()
    room.settle()
    item = room.record.get(AgendaItem, "special-2")
    assert (item.outcome, item.reason) == (ItemOutcome.WITHDRAWN, "the supplier withdrew")


def test_a_closed_motion_is_superseded_by_a_new_one(room: Any) -> None:
    begin(room.services)
    motion = put_to_vote(room.services)
    room.services.bus.do(AdjournMeeting("special", at("15:00")))
    held = replace(room.record.get(Meeting, "special"), minutes_circulated_on=dt.date(2026, 11, 12))
    room.services.bus.run_restoring("Fixture", "Fixture", [(Meeting, held.id, held)], 1)
    tab = room.go("special", "overview")

    def record(dialog: Any) -> None:
        dialog.text.setPlainText("RESOLVED, that the corrected agreement is approved.")
        dialog.pad.all_for.emit()

    def first(dialog: Any) -> None:
        assert dialog.verb.text() == "Supersede…"
        QTimer.singleShot(50, lambda: answer_next(record))

    room.answer(lambda: tab.deeds.show_motion(motion.id), first)
    fresh = next(each for each in room.record.all(Motion) if each.supersedes == motion.id)
    assert "corrected" in fresh.text
    assert room.record.get(Motion, motion.id) == motion


def answer_next(fill: Any) -> None:
    """Answer the dialog that another dialog led to."""
    dialog: Any = QApplication.activeModalWidget()
    fill(dialog)
    dialog.verb.click()


def test_a_tab_that_comes_into_sight_can_be_clicked(room: Any) -> None:
    row = room.page.view.row
    for meeting in ("special", "regular", "special", "regular"):
        room.go(meeting, "agenda")
        shown = [number for number in row.shown() if row.tabRect(number).isEmpty()]
        assert not shown, [row.tabText(number) for number in shown]
    assert row.isTabVisible(NAMES.index("session"))


def test_the_script_is_worded_from_the_menu_that_prints_it(room: Any) -> None:
    tab = room.go("special", "agenda")

    def wording() -> None:
        next(action for action in tab.print_menu.actions() if action.text() == "Wording of the script…").trigger()

    def word(dialog: Any) -> None:
        titles_ = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        dialog.list.setCurrentRow(titles_.index("On the Live tab: before the call to order"))
        dialog.text.setPlainText("Madam Secretary, the roll.")

    room.answer(wording, word)
    assert room.go("special", "live").view.script == "Madam Secretary, the roll."

    def set_back(dialog: Any) -> None:
        titles_ = [dialog.list.item(row).text() for row in range(dialog.list.count())]
        dialog.list.setCurrentRow(titles_.index("On the Live tab: before the call to order (own wording)"))
        dialog.reset.click()

    tab = room.go("special", "agenda")
    room.answer(wording, set_back)
    assert room.go("special", "live").view.script == "The secretary will call the roll."
