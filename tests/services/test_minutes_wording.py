"""The secretary words blocks, notes and patterns; facts stay, and every change can be undone."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import DAY, EVERYONE, at, begin, company, put_to_vote, stamp
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.blocks import Block
from boarddesk.domain.keeping import Wording
from boarddesk.domain.meetings import AgendaItem, Meeting, PresenceKind
from boarddesk.domain.minute_book import HintDismissal, MinutesBlock
from boarddesk.services.commands.agenda_course import WriteItemText
from boarddesk.services.commands.hold_meeting_adjourn import AdjournMeeting
from boarddesk.services.commands.minutes_hints import DismissHint, RecallHint
from boarddesk.services.commands.minutes_word import RestoreBlock, WordBlock, WordPattern
from boarddesk.services.hints.hint import Hint
from boarddesk.services.minutes_blocks import minutes_blocks, settled_wording
from boarddesk.services.minutes_patterns import pattern_lines
from boarddesk.services.minutes_view import minutes_view
from boarddesk.services.workspace import Services

CALL = "{presiding} took the chair and called the {meeting} to order. {recording} kept the minutes."


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = company(company_path)
    begin(opened)
    stamp(opened, "okoro", PresenceKind.LEFT, "14:20")
    opened.bus.do(
        WriteItemText("special-2", "The agreement was described.\nAt 14:25 the tea came.\n2:30 p.m. Terms were read.")
    )
    put_to_vote(opened, "14:38", voting=tuple(p for p in EVERYONE if p != "okoro"))
    opened.bus.do(AdjournMeeting("special", at("15:00")))
    yield opened
    opened.close()


def block(services: Services, key: str) -> Block:
    return next(each for each in minutes_blocks(services.record, "special") if each.key == key)


def test_a_block_is_worded_undone_and_restored(services: Services) -> None:
    house = block(services, "call_to_order").text
    services.bus.do(WordBlock("special", "call_to_order", CALL))
    assert block(services, "call_to_order").text == (
        "Mr. Ellerbrook took the chair and called the meeting to order. Mr. Tashiro-Vance kept the minutes."
    )
    services.history.undo()
    assert block(services, "call_to_order").text == house
    services.history.redo()
    services.bus.do(RestoreBlock("special", "call_to_order"))
    assert block(services, "call_to_order").text == house
    assert not services.record.all(MinutesBlock)
    with pytest.raises(UserError, match="those of the pattern"):
        services.bus.do(RestoreBlock("special", "call_to_order"))


def test_the_patterns_own_words_leave_no_row(services: Services) -> None:
    services.bus.do(WordBlock("special", "adjournment", "The Chair closed the {meeting}{adjourned_at}."))
    services.bus.do(WordBlock("special", "adjournment", block(services, "adjournment").house))
    assert not services.record.all(MinutesBlock)


@pytest.mark.parametrize(
    ("wording", "sentence"),
    [
        ("Nobody was there.", "{present} and {quorum} are missing"),
        ("{present} {were} there{quorun}.", "Line 1: there is no fact “quorun” here."),
        ("{present} {were} there{quorum.", "Line 1: a brace has no partner."),
    ],
)
def test_a_fact_deleted_or_misspelled_is_refused(services: Services, wording: str, sentence: str) -> None:
    with pytest.raises(UserError) as refusal:
        services.bus.do(WordBlock("special", "notice_quorum", wording))
    assert sentence in refusal.value.what
    assert not services.record.all(MinutesBlock)


def test_what_the_record_alone_says_cannot_be_worded(services: Services) -> None:
    motion = next(
        each for each in minutes_blocks(services.record, "special") if each.key.endswith(":text") and each.motion
    )
    with pytest.raises(UserError, match="comes from the record"):
        services.bus.do(WordBlock("special", motion.key, "RESOLVED, that it is not."))
    with pytest.raises(UserError, match="no longer there"):
        services.bus.do(WordBlock("special", "arrival:nobody", "x"))


def test_an_items_note_goes_back_into_its_item(services: Services) -> None:
    services.bus.do(WordBlock("special", "item:special-2:text", "The agreement was laid out."))
    assert services.record.get(AgendaItem, "special-2").text.splitlines()[0] == "The agreement was laid out."
    assert not services.record.all(MinutesBlock)


def test_a_timed_paragraph_keeps_its_time(services: Services) -> None:
    timed = next(b for b in minutes_blocks(services.record, "special") if b.text == "Terms were read.")
    assert timed.rail == ("2:30\u00a0p.m.",)
    services.bus.do(WordBlock("special", timed.key, "The terms were read aloud."))
    assert services.record.get(AgendaItem, "special-2").text.splitlines()[-1] == "2:30 p.m. The terms were read aloud."
    services.bus.do(WordBlock("special", timed.key, ""))
    assert "read aloud" not in services.record.get(AgendaItem, "special-2").text


def test_an_item_of_which_nothing_is_said_can_be_given_words(services: Services) -> None:
    services.bus.do(WriteItemText("special-2", ""))
    shown = {each.key for each in minutes_view(services, "special").rows}
    assert "item:special-2:text" in shown
    services.bus.do(WordBlock("special", "item:special-2:text", "{body} heard the terms."))
    assert block(services, "item:special-2:text").text == "The Board heard the terms."


def test_literal_braces_of_a_note_stay_as_they_are(services: Services) -> None:
    services.bus.do(WriteItemText("special-2", "The formula {x} was explained."))
    assert block(services, "item:special-2:text").text == "The formula {x} was explained."


def test_circulated_minutes_are_not_worded(services: Services) -> None:
    meeting = services.record.get(Meeting, "special")
    services.bus.run_restoring(
        "Fixture", "Fixture", [(Meeting, "special", replace(meeting, minutes_circulated_on=date(2026, 11, 12)))], 1
    )
    with pytest.raises(UserError):
        services.bus.do(WordBlock("special", "adjournment", "The Chair closed the {meeting}{adjourned_at}."))
    assert minutes_view(services, "special").why_not


def test_wording_is_settled_so_that_a_later_pattern_leaves_it_alone(services: Services) -> None:
    before = [(b.key, b.text) for b in minutes_blocks(services.record, "special")]
    settled = services.record.changed(put=settled_wording(services.record, "special"))
    assert [(b.key, b.text) for b in minutes_blocks(settled, "special")] == before
    later = settled.changed(
        [Wording(id="w", key="minutes.adjournment.done", text="The {meeting} ended{adjourned_at}.")]
    )
    assert [(b.key, b.text) for b in minutes_blocks(later, "special")] == before


def test_the_company_words_a_pattern_and_sets_it_back(services: Services) -> None:
    services.bus.do(WordPattern("adjournment.done", "The Chair declared the {meeting} closed{adjourned_at}."))
    assert "declared the meeting closed at 3:00" in block(services, "adjournment").text
    line = next(each for each in pattern_lines(services.record) if each.name == "adjournment.done")
    assert line.own
    assert not line.fault
    services.bus.do(WordPattern("adjournment.done", None))
    assert not services.record.all(Wording)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("The {meeting} ended.", "{adjourned_at} is missing"),
        ("The {meeting} ended{adjourned_at}.\nSo {it} was.", "Line 2: there is no fact “it” here."),
        ("  ", "cannot be empty"),
    ],
)
def test_a_bad_pattern_is_refused_with_line_and_reason(services: Services, text: str, sentence: str) -> None:
    with pytest.raises(UserError) as refusal:
        services.bus.do(WordPattern("adjournment.done", text))
    assert sentence in refusal.value.what
    assert not services.record.all(Wording)


def test_a_hint_is_set_aside_with_a_reason_and_recalled(services: Services) -> None:
    services.bus.do(WordBlock("special", "item:special-2:text", "An excellent agreement was described."))
    view = minutes_view(services, "special")
    (hint,) = [each for each in view.hints.open if each.rule == "adjective"]
    assert view.titles[hint.place] == "2 Supply agreement"
    with pytest.raises(UserError, match="No reason"):
        services.bus.do(DismissHint("special", hint, " ", DAY))
    services.bus.do(DismissHint("special", hint, "the agreement’s own title", DAY))
    assert not [each for each in minutes_view(services, "special").hints.open if each.rule == "adjective"]
    services.bus.do(RecallHint(services.record.all(HintDismissal)[0].id))
    assert hint in minutes_view(services, "special").hints.open


def test_long_words_of_a_hint_can_be_set_aside_too(services: Services) -> None:
    hint = Hint("quotation", "item:special-2:text", "word " * 300, "Minutes do not quote.")
    services.bus.do(DismissHint("special", hint, "it is the policy’s own text", DAY))
    assert len(services.record.all(HintDismissal)[0].words) <= 500
