"""The chair's script in the company's own words: on paper, on the Live tab, refused with the reason, set back."""

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.keeping import MINUTES, SCRIPT, Wording
from boarddesk.domain.meetings import Meeting, Purpose
from boarddesk.reports.minutes.patterns import house_patterns
from boarddesk.reports.sections.voice import Voice
from boarddesk.services.agenda_order import find_item
from boarddesk.services.chair_script import script_of
from boarddesk.services.commands.agenda_course import StartItem
from boarddesk.services.commands.agenda_items import ChangeItem
from boarddesk.services.commands.minutes_word import WordPattern
from boarddesk.services.live import live_view
from boarddesk.services.minutes_patterns import pattern_lines
from boarddesk.services.workspace import Services
from tests.services.meeting_case import at, begin


def said(services: Services) -> str:
    """All that the script of the special meeting says."""
    script = script_of(Voice(services.record, services.record.get(Meeting, "special")))
    return "\n".join(cue.text for part in script.parts for cue in part.cues)


def read_aloud(services: Services) -> str:
    """What the chair reads on the Live tab."""
    return live_view(services.record, services.record.get(Meeting, "special"), at("14:30")).script


def word(services: Services, name: str, text: str | None) -> None:
    services.bus.do(WordPattern(name, text))


def test_the_company_words_its_script(services: Services) -> None:
    item = find_item(services.record, "special-2")
    services.bus.do(ChangeItem(replace(item, presenter="delacroix", purpose=Purpose.DECIDE)))
    assert "Mr. Delacroix will present the matter." in said(services)
    word(services, "say.present", "May we hear from {presenter}?")
    word(services, "do.needed", "It needs {least} votes.")
    assert "May we hear from Mr. Delacroix?" in said(services)
    assert "It needs 5 votes." in said(services)
    assert "will present the matter" not in said(services)
    word(services, "say.present", None)
    assert "Mr. Delacroix will present the matter." in said(services)


def test_what_the_chair_reads_on_the_live_tab_follows_too(services: Services) -> None:
    assert read_aloud(services) == "The secretary will call the roll."
    word(services, "live.roll", "Madam Secretary, the roll.")
    assert read_aloud(services) == "Madam Secretary, the roll."
    begin(services)
    word(services, "live.turn", "Item: {item}.")
    services.bus.do(StartItem("special-2", at("14:10")))
    assert read_aloud(services) == "Item: Supply agreement."
    services.history.undo()
    services.history.undo()
    assert read_aloud(services) == "We turn to the agenda."


def test_a_fact_may_be_left_out_but_not_misspelled(services: Services) -> None:
    word(services, "say.report", "We hear a report.")
    with pytest.raises(UserError, match="there is no fact “presentr” here") as refused:
        word(services, "say.present", "{presentr} will present.")
    assert refused.value.code == "bad_pattern"
    assert [row.key for row in services.record.all(Wording)] == ["script.say.report"]


def test_script_and_minutes_keep_their_wording_apart(services: Services) -> None:
    word(services, "say.vote", "All in favor?")
    own = {line.name for line in pattern_lines(services.record, SCRIPT) if line.own}
    assert own == {"say.vote"}
    assert not any(line.own for line in pattern_lines(services.record, MINUTES))
    assert not house_patterns(MINUTES).keys() & house_patterns(SCRIPT).keys()


def test_every_line_of_the_script_is_sound_and_told_apart() -> None:
    patterns = house_patterns(SCRIPT).values()
    assert len({pattern.title for pattern in patterns}) == len(patterns)
    for pattern in patterns:
        assert not pattern.fault(pattern.text), pattern.name
        assert not any(fact.needed for fact in pattern.facts), pattern.name


def test_stockholders_vote_at_the_polls_and_are_not_asked_like_directors(services: Services) -> None:
    meeting = replace(services.record.get(Meeting, "special"), body="stockholders")
    item = find_item(services.record, "special-2")
    services.bus.do(ChangeItem(replace(item, purpose=Purpose.DECIDE)))
    script = script_of(Voice(services.record, meeting))
    words = "\n".join(cue.text for part in script.parts for cue in part.cues)
    assert "The polls are open on" in words
    assert "The polls on this matter are closed" in words
    assert "say aye" not in words
    assert "interest to disclose" not in words
