"""Every key of the Live tab, pressed: digits, presence, votes, notes, motions; letters stay letters in fields."""

from typing import Any

import pytest
from live_hands import key, live, set_clock
from meeting_case import at
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from boarddesk.domain.meetings import AgendaItem, ItemType, Mode, PresenceKind
from boarddesk.domain.motions import Choice
from boarddesk.domain.people import Appointment, Person
from boarddesk.domain.presence import stamps_of
from boarddesk.services.commands.agenda_consent import PullOut, PutInConsent
from boarddesk.services.commands.agenda_items import AddItem
from boarddesk.services.commands.keep_phrase import KeepPhrase


@pytest.mark.parametrize(
    ("letter", "mode"), [("V", Mode.VIDEO), ("P", Mode.PHONE), ("R", Mode.ROOM)], ids=["video", "phone", "room"]
)
def test_a_letter_says_how_the_director_chosen_takes_part(room: Any, letter: str, mode: Mode) -> None:
    tab = live(room)
    room.press("3", "L", letter)
    person = next(each for each in tab.view.people if each.key == "3")
    stamp = max(stamps_of(room.record, "special"), key=lambda each: each.order)
    assert (stamp.person, stamp.kind, stamp.mode) == (person.person, PresenceKind.RETURNED, mode)


@pytest.mark.parametrize(
    ("letter", "choice"),
    [("F", Choice.FOR), ("N", Choice.AGAINST), ("B", Choice.ABSTAIN)],
    ids=["for", "no", "abstain"],
)
def test_a_letter_is_the_vote_of_the_director_chosen(room: Any, letter: str, choice: Choice) -> None:
    tab = live(room)
    room.press(key(room, "okoro"), letter)
    assert tab.motion.draft.votes == {"okoro": choice}


def test_zero_is_the_tenth_director(room: Any) -> None:
    tenth = Person(id="zuberi", name="Amani Zuberi")
    seat = replace(room.record.get(Appointment, "ap-okoro"), id="ap-zuberi", person="zuberi")
    room.services.bus.run_restoring(
        "Fixture", "Fixture", [(Person, tenth.id, tenth), (Appointment, seat.id, seat)], 1
    )  # fmt: skip
    tab = live(room)
    room.press("0")
    assert tab.chosen == "zuberi"
    room.press("V")
    assert max(stamps_of(room.record, "special"), key=lambda each: each.order).person == "zuberi"


def test_a_votes_all_for_and_exceptions_follow(room: Any) -> None:
    tab = live(room)
    room.press("A", key(room, "okoro"), "N")
    votes = list(tab.motion.draft.votes.values())
    assert (votes.count(Choice.FOR), votes.count(Choice.AGAINST)) == (8, 1)


@pytest.mark.parametrize("where", ["note", "motion", "mover", "time"])
def test_letters_and_digits_are_letters_and_digits_in_every_field(room: Any, where: str) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    fields = {"note": tab.item.note, "motion": tab.motion.text, "mover": tab.motion.mover, "time": tab.clock.field}
    before, chosen = len(stamps_of(room.record, "special")), tab.chosen
    fields[where].setFocus()
    room.press("2", "L", "V", "A", "F")
    assert len(stamps_of(room.record, "special")) == before
    assert tab.motion.draft.votes == {}
    assert tab.chosen == chosen


@pytest.mark.parametrize(
    ("typed", "offered", "written"),
    [
        ("@sor", "Ms. Sørhaug", "Ms. Sørhaug"),
        ("/no act", "No action taken: ", "The Board took no action on “Call to order”."),
    ],
)
def test_a_sign_in_a_note_offers_people_or_phrases(room: Any, typed: str, offered: str, written: str) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    tab.item.note.setFocus()
    QTest.keyClicks(tab.item.note, typed)
    assert tab.item.note.offers.offers()[0].startswith(offered)
    room.press("Return")
    assert tab.item.note.toPlainText() == written
    assert not tab.item.note.offers.isVisible()


def test_the_gaps_of_a_phrase_are_typed_over_one_after_the_other(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    note = tab.item.note
    note.setFocus()
    QTest.keyClicks(note, "First, /further inf")
    room.press("Return")
    assert note.toPlainText() == "First, The directors asked [presenter] for [information] by [date]."
    for words in ("Ms. Delacroix", "prices", "3 December"):
        QTest.keyClicks(note, words)
        if words != "3 December":
            room.press("Tab")
    assert note.toPlainText() == "First, The directors asked Ms. Delacroix for prices by 3 December."


def test_a_slash_within_a_word_offers_nothing(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+Down")
    tab.item.note.setFocus()
    QTest.keyClicks(tab.item.note, "and/or")
    assert tab.item.note.offers.offers() == ()


def test_ctrl_m_goes_to_the_motion_and_ctrl_down_to_the_next_item(room: Any) -> None:
    tab = live(room)
    room.press("Ctrl+M")
    assert QApplication.focusWidget() is tab.motion.text
    room.press("Ctrl+Down")
    assert tab.view.now.id == "special-1"
    room.press("Ctrl+Down")
    assert room.record.get(AgendaItem, "special-1").ended is not None
    assert room.record.get(AgendaItem, "special-2").started.replace(second=0) == at("14:38")


def test_what_was_deferred_before_the_meeting_is_passed_over(room: Any) -> None:
    item = replace(room.record.get(AgendaItem, "special-2"), deferred_to="december")
    room.services.bus.run_restoring("Fixture", "Fixture", [(AgendaItem, item.id, item)], 1)
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down")
    assert tab.view.now.id == "special-3"
    assert tab.view.items[1].later is not None


def test_ctrl_down_passes_the_parts_of_the_consent_agenda_until_one_is_pulled_out(room: Any) -> None:
    for number, (title, kind) in enumerate([("Consent agenda", ItemType.CONSENT), ("Leases", ItemType.OTHER)], start=2):
        item = AgendaItem(id="new", meeting="special", position=number, title=title, type=kind)
        room.services.bus.do(AddItem(item))
    for part in ("Supply agreement", "Leases"):
        room.services.bus.do(PutInConsent(named(room, part).id))
    tab = live(room)
    seen = []
    for _press in range(4):
        room.press("Ctrl+Down")
        seen.append(tab.view.now.title)
    assert seen == ["Call to order", "Consent agenda", "Adjournment", "Adjournment"]


def test_an_item_pulled_out_is_the_next_to_be_taken_up(room: Any) -> None:
    item = AgendaItem(id="new", meeting="special", position=2, title="Consent agenda", type=ItemType.CONSENT)
    room.services.bus.do(AddItem(item))
    room.services.bus.do(PutInConsent(named(room, "Supply agreement").id))
    tab = live(room)
    room.press("Ctrl+Down", "Ctrl+Down")
    assert tab.view.now.title == "Consent agenda"
    room.services.bus.do(PullOut(named(room, "Supply agreement").id))
    room.press("Ctrl+Down")
    assert tab.view.now.title == "Supply agreement"


def named(room: Any, title: str) -> AgendaItem:
    return next(item for item in room.record.where(AgendaItem, "meeting", "special") if item.title == title)


def test_typing_fills_the_gaps_of_a_phrase_of_our_own(room: Any) -> None:
    room.services.bus.do(KeepPhrase("Thanks", "{presenter} thanked {the bank} for [what]."))
    tab = live(room)
    room.press("Ctrl+Down")
    note = tab.item.note
    note.setFocus()
    QTest.keyClicks(note, "/thanks")
    room.press("Return")
    assert note.toPlainText() == "[presenter] thanked [the bank] for [what]."
    for words, key_ in (("Ms. Delacroix", "Tab"), ("the lender", "Tab"), ("its patience", "Return")):
        QTest.keyClicks(note, words)
        room.press(key_)
    assert named(room, "Call to order").text == "Ms. Delacroix thanked the lender for its patience."


def test_after_a_button_of_the_header_the_keys_count_again(room: Any) -> None:
    tab = room.go("special", "live")
    set_clock(room, "14:00")
    for digit in "1234567":
        room.press(digit, "R")
    room.click("Call to order")
    assert QApplication.focusWidget() is tab.presence.people.focusProxy()
    room.click("Recess")
    room.click("Resume")
    room.press("3", "L")
    assert next(each for each in tab.view.people if each.key == "3").group == "left"


def test_a_click_on_the_tab_gives_it_the_keys(room: Any) -> None:
    room.go("special", "agenda")
    row = room.page.view.row
    number = next(n for n in range(row.count()) if row.tabText(n) == "Live")
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.tabRect(number).center())
    room.settle()
    assert QApplication.focusWidget() is room.tab.presence.people.focusProxy()
