"""Each hint on the drafting of minutes, on and off."""

from collections.abc import Callable
from datetime import date

import msgspec
import pytest

from boarddesk.domain.meetings import AgendaItem, ItemOutcome, ItemType, Meeting, MeetingState, PresenceStamp
from boarddesk.domain.minute_book import HintDismissal, MinutesBlock
from boarddesk.domain.motions import Choice, Motion, Vote
from boarddesk.domain.record import Record
from boarddesk.services.hints.hint import Hint
from boarddesk.services.minutes_hints import hints_of
from tests.reports.records import at, october

MEETING = "b-2026-10"
BASE = october(approved=False)
Change = Callable[[Record], Record]


def noted(text: str, item: str = "i-4", **fields: object) -> Change:
    """The note of an item put in another's place."""
    return lambda record: record.changed([msgspec.structs.replace(record.get(AgendaItem, item), text=text, **fields)])


def worded(key: str, text: str) -> Change:
    return lambda record: record.changed([MinutesBlock(id="w", meeting=MEETING, key=key, text=text)])


def changed(kind: type, row: str, **fields: object) -> Change:
    return lambda record: record.changed([msgspec.structs.replace(record.get(kind, row), **fields)])


def found(change: Change, rule: str) -> list[Hint]:
    return [hint for hint in hints_of(change(BASE), MEETING).open if hint.rule == rule]


def silent(record: Record) -> Record:
    """Without the vote of one who was there."""
    return record.changed(removed=[(Vote, "v-m-34-okoro")])


def absent_voter(record: Record) -> Record:
    return record.changed([Vote(id="v-x", motion="m-34", person="vaidyalingam", choice=Choice.FOR)])


def without_roll(record: Record) -> Record:
    return record.with_tables({PresenceStamp: ()})


PRIVILEGED = "Counsel expects that the claim of the lender will fail before the court of chancery."
CASES: list[tuple[str, Change, Change, str]] = [
    # rule, a record with the hint, one without, the place
    ("no_quorum", worded("notice_quorum", ""), worded("notice_quorum", "{present} {were} in attendance{quorum}."), "notice_quorum"),
    ("no_quorum", without_roll, lambda record: record, "notice_quorum"),
    ("vote_count", silent, lambda record: record, "motion:m-34"),
    ("vote_count", absent_voter, lambda record: record, "motion:m-34"),
    ("vote_count", noted("Nine directors voted for the amendment."), noted("Eight directors voted for it."), "item:i-4:text"),
    ("vote_count", noted("Two directors voted against.", "i-7"), noted("One director voted against.", "i-7"), "item:i-7:text"),
    ("vote_count", noted("The vote was unanimous.", "i-7"), noted("The vote was unanimous."), "item:i-7:text"),
    ("vote_count", noted("Six directors remained."), noted("Nine directors were present."), "item:i-4:text"),
    ("resolution_text", noted("RESOLVED, that the loan be refused."),
     lambda r: noted(r.get(Motion, "m-34").text.splitlines()[-1])(r), "item:i-4:text"),
    ("absent_named", noted("Mr. Vosslander presented the amendment."), noted("Ms. Delacroix presented it."), "item:i-4:text"),
    ("absent_named", noted("Mr. Vaidyalingam asked about fees.", "i-7"), noted("Ms. Sørhaug asked about fees.", "i-7"), "item:i-7:text"),
    ("absent_named", noted("Mr. Vosslander presented it."), noted("The nomination of Mr. Vosslander was read."), "item:i-4:text"),
    ("time_backwards", noted("From 11:12 a.m. to 11:04 a.m. it was read."), noted("From 11:04 a.m. to 11:12 a.m. it was read."), "item:i-4:text"),
    ("time_backwards", changed(AgendaItem, "i-7", started=at("11:50")), lambda r: r, "item:i-7:stock"),
    ("time_backwards", changed(AgendaItem, "i-7", ended=at("12:01")), lambda r: r, "item:i-7"),
    ("time_backwards", changed(Motion, "m-37", at=at("12:40")), lambda r: r, "motion:m-37"),
    ("at_length", noted("The matter was discussed at length."), noted("The directors asked about the covenants."), "item:i-4:text"),
    ("at_length", noted("Fees. A lengthy discussion followed."), noted("A lengthy discussion followed: the directors asked about fees."), "item:i-4:text"),
    ("at_length", noted("The terms were discussed."), noted("The terms were discussed against the alternatives."), "item:i-4:text"),
    ("quotation", noted("Ms. Sørhaug said “this is far too dear for us”."), noted("The agreement (the “Amendment”) was described."), "item:i-4:text"),
    ("adjective", noted("Ms. Delacroix gave an excellent report."), noted("Ms. Delacroix gave a report on receivables outstanding."), "item:i-4:text"),
    ("gap", noted("The directors asked for [information] by 3 December."), noted("It was received “as is [sic]”."), "item:i-4:text"),
    ("gap", noted("The report of {treasurer} was received."), noted("The report was received."), "item:i-4:text"),
    ("gap", changed(Motion, "m-34", text="RESOLVED, that [amount] be paid."), lambda record: record, "motion:m-34:text"),
    ("tentative", noted("It was felt that fees are high."), noted("The Board considered the fees."), "item:i-4:text"),
    ("privileged", noted("Counsel advised that the claim is weak."), noted("Counsel advised the Board on a pending matter."), "item:i-4:text"),
    ("privileged", noted("The claim of the lender will fail, it was said.", privileged=PRIVILEGED),
     noted("Counsel advised on a claim.", privileged=PRIVILEGED), "item:i-4:text"),
    ("nothing_said", noted("", "i-3", outcome=None), noted("The Board received the report.", "i-3", outcome=None), "item:i-3"),
    ("nothing_said", noted("", "i-3", outcome=None), noted("", "i-3", outcome=ItemOutcome.DEFERRED), "item:i-3"),
    ("nothing_said", noted("", "i-3", outcome=None), noted("", "i-3", outcome=None, type=ItemType.BREAK), "item:i-3"),
    ("set_aside", worded("adjournment", "It was over."), worded("adjournment", "It was over{adjourned_at}."), "adjournment"),
    ("set_aside", worded("arrival:gone", "{names} came."), lambda record: record, "arrival:gone"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "on", "off", "place"), CASES, ids=[f"{n}-{case[0]}" for n, case in enumerate(CASES)])
def test_each_hint_comes_and_goes(rule: str, on: Change, off: Change, place: str) -> None:
    hints = found(on, rule)
    assert [hint.place for hint in hints] == [place]
    assert hints[0].sentence.endswith((".", "?"))
    assert not found(off, rule)


def test_sound_minutes_have_no_hints() -> None:
    assert hints_of(october(), MEETING).open == ()


def test_the_words_of_a_hint_stand_in_its_block() -> None:
    (hint,) = found(noted("Fees. A lengthy discussion followed."), "at_length")
    assert hint.words == "A lengthy discussion followed."
    assert not hint.differs


def test_a_contradiction_asks_which_is_wrong() -> None:
    (hint,) = found(noted("Nine directors voted for the amendment."), "vote_count")
    assert hint.sentence == "Text: Nine directors voted for. Record: 8 for. Which is wrong?"
    assert hint.differs


def test_a_hint_set_aside_comes_back_when_its_words_change() -> None:
    record = noted("Ms. Delacroix gave an excellent report.")(BASE)
    (hint,) = hints_of(record, MEETING).open
    row = HintDismissal(
        id="d", meeting=MEETING, hint=hint.rule, place=hint.place, words=hint.about, reason="the title of the award",
        dismissed_on=date(2026, 11, 1),
    )  # fmt: skip
    record = record.changed([row])
    assert not hints_of(record, MEETING).open
    assert [dismissal.reason for _hint, dismissal in hints_of(record, MEETING).dismissed] == ["the title of the award"]
    again = hints_of(noted("Ms. Delacroix gave a superb report.")(record), MEETING)
    assert [each.words for each in again.open] == ["superb"]
    assert not again.dismissed


def test_an_unfinished_meeting_is_not_blamed_for_what_is_to_come() -> None:
    record = noted("", "i-3", outcome=None)(BASE)
    running = record.changed(
        [msgspec.structs.replace(record.get(Meeting, MEETING), state=MeetingState.IN_SESSION, adjourned=None)]
    )
    assert not [hint for hint in hints_of(running, MEETING).open if hint.rule == "nothing_said"]
