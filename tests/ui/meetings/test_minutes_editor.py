"""The minutes worded on screen: facts cannot be typed over, drafts outlive a pause, hints lead to their place."""

import io
from pathlib import Path
from typing import Any

import docx
import pytest
from meeting_case import EVERYONE, at, begin, put_to_vote, stamp
from msgspec.structs import replace
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFileDialog

from boarddesk.domain.keeping import Wording
from boarddesk.domain.meetings import AgendaItem, ItemType, PresenceKind
from boarddesk.domain.minute_book import HintDismissal, MinutesBlock
from boarddesk.services.commands.agenda_course import WriteItemText
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.minutes_word_file import word_file


@pytest.fixture
def tab(room: Any) -> Any:
    """The minutes of the special meeting, which was held, on screen."""
    begin(room.services)
    stamp(room.services, "okoro", PresenceKind.LEFT, "14:20")
    room.services.bus.do(WriteItemText("special-2", "The agreement was described."))
    put_to_vote(room.services, "14:38", voting=tuple(p for p in EVERYONE if p != "okoro"))
    room.services.bus.do(AdjournMeeting("special", at("15:00")))
    return room.go("special", "minutes")


def edit(tab: Any, key: str) -> Any:
    """The field of a block, with the focus."""
    field = tab.list.rows[key].edit
    field.setFocus()
    return field


def put_cursor(field: Any, words: str, *, after: bool = True) -> None:
    cursor = field.document().find(words)
    assert not cursor.isNull(), words
    cursor.setPosition(cursor.selectionEnd() if after else cursor.selectionStart())
    field.setTextCursor(cursor)


def departure(tab: Any) -> str:
    return next(key for key in tab.list.rows if key.startswith("departure:"))


def test_every_block_is_there_with_its_rail(room: Any, tab: Any) -> None:
    keys = list(tab.list.rows)
    for key in ("call_to_order", "notice_quorum", "item:special-2:text", "adjournment"):
        assert key in keys
    assert "2:20" in tab.list.rows[departure(tab)].rail.text()
    assert tab.preview.pages() >= 1
    assert tab.state_place.count() == 1


def test_words_typed_become_a_command_when_the_field_is_left(room: Any, tab: Any) -> None:
    field = edit(tab, "item:special-2:text")
    put_cursor(field, "described")
    room.qtbot.keyClicks(field, " by management")
    room.press("Ctrl+Return", widget=field)
    assert room.record.get(AgendaItem, "special-2").text == "The agreement was described by management."
    room.services.history.undo()
    room.settle()
    assert field.wording() == "The agreement was described."


def test_a_fact_goes_as_a_whole_and_its_loss_is_refused_in_a_sentence(room: Any, tab: Any) -> None:
    row = tab.list.rows[departure(tab)]
    field = edit(tab, departure(tab))
    put_cursor(field, "Okoro-Llewelyn")
    room.press("Backspace", widget=field)
    assert "{names}" not in field.wording()
    field.left.emit()
    assert "{names} is missing: a fact of the record stays in its place." in row.fault.text()
    assert not room.record.all(MinutesBlock)
    room.click("Take my change back", row)
    assert field.wording() == row.block.wording
    assert not row.fault.text()


def test_typing_within_a_fact_is_not_possible(room: Any, tab: Any) -> None:
    field = edit(tab, departure(tab))
    put_cursor(field, "Mr. Okoro-", after=True)
    room.qtbot.keyClicks(field, "X")
    assert "Okoro-Llewelyn" in field.toPlainText()
    assert "X" in field.wording()
    assert "{names}" in field.wording()


def test_a_selection_over_a_fact_takes_it_whole(room: Any, tab: Any) -> None:
    field = edit(tab, departure(tab))
    cursor = field.document().find("Okoro")
    start = cursor.selectionStart()
    cursor.setPosition(start)
    cursor.setPosition(field.document().find("left the").selectionEnd(), QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    room.qtbot.keyClicks(field, "went from")
    assert "{names}" not in field.wording()
    assert "Mr. " not in field.toPlainText()


def test_a_lost_fact_is_put_back_from_a_menu(room: Any, tab: Any) -> None:
    field = edit(tab, departure(tab))
    put_cursor(field, "Okoro-Llewelyn")
    room.press("Backspace", widget=field)
    room.qtbot.keyClicks(field, "{")
    names = [action.text() for action in field.menu.actions()]
    assert any(name.startswith("names: Mr. Okoro-Llewelyn") for name in names)
    next(action for action in field.menu.actions() if action.text().startswith("names")).trigger()
    assert "{names}" in field.wording()


def test_a_pasted_text_is_plain_and_keeps_out_of_facts(room: Any, tab: Any) -> None:
    field = edit(tab, departure(tab))
    put_cursor(field, "Okoro")
    data = QMimeData()
    data.setHtml("<b>quietly</b>")
    data.setText("quietly")
    field.insertFromMimeData(data)
    assert "{names}" in field.wording()
    assert "quietly" in field.wording()


def test_a_draft_is_kept_at_a_pause_and_comes_back(room: Any, tab: Any) -> None:
    field = edit(tab, "adjournment")
    put_cursor(field, "adjourned", after=False)
    room.qtbot.keyClicks(field, "duly ")
    with room.qtbot.waitSignal(field.paused, timeout=3000):
        pass
    drafts = room.services.store.drafts()
    assert drafts["minutes/special/adjournment"] == field.wording()
    room.press("Ctrl+Return", widget=field)
    assert "minutes/special/adjournment" not in room.services.store.drafts()
    assert "duly adjourned" in room.record.all(MinutesBlock)[0].text


def test_another_tab_takes_the_words_along(room: Any, tab: Any) -> None:
    field = edit(tab, "item:special-2:text")
    put_cursor(field, "described")
    room.qtbot.keyClicks(field, " at once")
    room.go("special", "agenda")
    assert room.record.get(AgendaItem, "special-2").text == "The agreement was described at once."


def test_arrows_lead_from_block_to_block(room: Any, tab: Any) -> None:
    field = edit(tab, "call_to_order")
    field.moveCursor(QTextCursor.MoveOperation.End)
    room.press("Down", widget=field)
    assert tab.list.rows["notice_quorum"].edit.hasFocus()
    room.press("Up", widget=tab.list.rows["notice_quorum"].edit)
    assert field.hasFocus()


def test_own_words_are_named_and_restored(room: Any, tab: Any) -> None:
    row = tab.list.rows["adjournment"]
    field = edit(tab, "adjournment")
    put_cursor(field, "adjourned", after=False)
    room.qtbot.keyClicks(field, "duly ")
    room.press("Ctrl+Return", widget=field)
    assert row.note.text() == "Your own words"
    room.click("Restore the pattern’s words", row)
    assert not room.record.all(MinutesBlock)
    assert "duly" not in field.toPlainText()


def test_a_hint_leads_to_its_words_and_is_set_aside_with_a_reason(room: Any, tab: Any) -> None:
    opening, closing = (room.record.get(AgendaItem, f"special-{n}") for n in (1, 3))
    typed = [replace(opening, type=ItemType.CALL_TO_ORDER), replace(closing, type=ItemType.ADJOURNMENT)]
    room.services.bus.run_restoring("Fixture", "Fixture", [(AgendaItem, row.id, row) for row in typed], 1)
    room.services.bus.do(WriteItemText("special-2", "An excellent agreement was described."))
    room.settle()
    assert tab.parts._group.button(1).text() == "Hints 1"
    room.press("F8", widget=edit(tab, "call_to_order"))
    field = tab.list.rows["item:special-2:text"].edit
    assert field.hasFocus()
    assert field.textCursor().selectedText() == "excellent"
    tab.parts._group.button(1).click()
    room.settle()
    room.answer(lambda: room.click("Set aside…", tab.hints), lambda dialog: dialog.reason.setText("its own title"))
    assert room.record.all(HintDismissal)[0].reason == "its own title"
    assert "Set aside: its own title" in room.words(tab.hints)
    room.click("Show again", tab.hints)
    assert tab.parts._group.button(1).text() == "Hints 1"


def test_counsels_edits_are_chosen_one_by_one(room: Any, tab: Any, tmp_path: Path, monkeypatch: Any) -> None:
    document = docx.Document(io.BytesIO(word_file(room.services, "special")))
    for paragraph in document.paragraphs:
        if paragraph.text.startswith("The agreement was described"):
            paragraph.runs[0].text = "The agreement was set out."
        elif paragraph.text.startswith("At 2:20"):
            paragraph.runs[1].text = "2:25 p.m."
    path = tmp_path / "counsel.docx"
    document.save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args, **_kwargs: (str(path), ""))
    shown: list[str] = []

    def choose(dialog: Any) -> None:
        shown.append(room.words(dialog))
        can = {difference.key: box.isEnabled() for difference, box in dialog.boxes}
        assert can == {"item:special-2:text": True, departure(tab): False}

    room.answer(tab.more.menu().actions()[1].trigger, choose)
    assert "comes from the record" in shown[0]
    assert room.record.get(AgendaItem, "special-2").text == "The agreement was set out."


def test_the_minutes_are_saved_as_a_word_file(room: Any, tab: Any, tmp_path: Path, monkeypatch: Any) -> None:
    target = tmp_path / "minutes.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_kwargs: (str(target), ""))
    tab.more.menu().actions()[0].trigger()
    room.settle()
    text = "\n".join(p.text for p in docx.Document(str(target)).paragraphs)
    assert "The agreement was described." in text


def test_a_pattern_is_worded_in_the_window_and_a_bad_one_refused(room: Any, tab: Any) -> None:
    def word(dialog: Any) -> None:
        dialog.list.setCurrentRow([line.name for line in dialog._lines].index("adjournment.done"))
        dialog.text.setPlainText("The {meeting} ended.")
        dialog.verb.click()
        assert dialog.errors() == ["{adjourned_at} is missing: a fact of the record stays in its place."]
        dialog.text.setPlainText("The Chair closed the {meeting}{adjourned_at}.")

    room.answer(tab.more.menu().actions()[2].trigger, word)
    assert room.record.all(Wording)[0].text == "The Chair closed the {meeting}{adjourned_at}."
    assert "The Chair closed the meeting" in tab.list.rows["adjournment"].edit.toPlainText()
