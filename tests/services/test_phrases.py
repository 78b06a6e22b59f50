"""Phrases of the company's own: facts filled in, everything else a gap that is chosen to be typed over."""

from boarddesk.domain.company import Company
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.record import Record
from boarddesk.services.phrases import Phrase, filled, next_gap
from tests.reports.records import at

MEETING = Meeting(id="m", body="board", starts=at("09:00"))
ITEM = AgendaItem(id="i", meeting="m", position=1, title="Credit facility", presenter_note="the Treasurer")
RECORD = Record.of([Company(id="company", name="Bare, Inc."), MEETING, ITEM])


def put_in(text: str) -> str:
    return filled(RECORD, MEETING, ITEM, Phrase("own", "Own", text, own=True))


def test_facts_are_filled_in_and_unknown_ones_become_gaps() -> None:
    assert put_in("{presenter} spoke on “{item}”.") == "the Treasurer spoke on “Credit facility”."
    assert put_in("{presiding} thanked {the name of the bank}.") == "[presiding] thanked [the name of the bank]."
    assert put_in("At {rate_of_interest} a year.") == "At [rate of interest] a year."


def test_the_gaps_follow_one_another() -> None:
    text = put_in("{amount} to [payee].")
    first = next_gap(text)
    assert first == (0, 8)
    assert next_gap(text, first[1]) == (12, 19)
    assert next_gap(text, 19) is None
