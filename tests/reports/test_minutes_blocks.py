"""Minutes in blocks: facts from the record, words from patterns or from the secretary, the same in every form."""

import msgspec
import pytest

from boarddesk.domain.blocks import Block, BlockKind
from boarddesk.domain.keeping import Wording
from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState, PresenceStamp
from boarddesk.domain.minute_book import MinutesBlock
from boarddesk.domain.motions import Choice, Motion, MotionKind, Vote
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.reports.documents.minutes import minutes_pdf
from boarddesk.reports.minutes.course import whole
from boarddesk.reports.minutes.patterns import house_patterns
from boarddesk.reports.sections.voice import Voice
from tests.reports.reading import flat
from tests.reports.records import at, imported, october

MEETING = "b-2026-10"


def draft(*rows: Row) -> Record:
    return october(approved=False).changed(put=rows)


def blocks(record: Record, meeting: str = MEETING) -> dict[str, Block]:
    return {block.key: block for block in whole(Voice(record, record.get(Meeting, meeting)))}


def own(key: str, text: str) -> MinutesBlock:
    return MinutesBlock(id="w", meeting=MEETING, key=key, text=text)


def plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(("record", "meeting"), [(october(), MEETING), (october(), "is-2026-10"), (imported(), "mm")])
def test_the_page_prints_every_block(record: Record, meeting: str) -> None:
    page = flat(minutes_pdf(record, meeting)).replace("- ", "-")
    for block in blocks(record, meeting).values():
        if block.kind in {BlockKind.TEXT, BlockKind.EVENT, BlockKind.MOTION, BlockKind.RESOLUTION, BlockKind.APPROVAL}:
            # Where a page ends within a block, its furniture stands between; the first words are enough to find it.
            assert "[U+" in page or plain(block.text)[:40].replace("- ", "-") in page, block.key


def test_keys_are_stable_and_name_what_they_hold() -> None:
    found = blocks(draft())
    for key in ("call_to_order", "notice_quorum", "hearing", "item:i-3", "item:i-3:text", "arrival:ps-8", "motion:m-34",
                "motion:m-34:text", "recusal:ps-10", "item:i-6:outcome", "session:is-2026-10", "adjournment"):  # fmt: skip
        assert key in found, key
    assert "approval" in blocks(october())
    assert len(whole(Voice(draft(), draft().get(Meeting, MEETING)))) == len(found)


def test_her_own_words_keep_the_facts_of_the_record() -> None:
    record = draft(own("arrival:ps-8", "{names} came in{how} at {at}; {present} were then there."))
    words = "Ms. Castellanos came in in person at 9:41 a.m.; nine directors were then there."
    assert plain(blocks(record)["arrival:ps-8"].text) == words
    assert words in flat(minutes_pdf(record, MEETING))


def test_a_fact_corrected_in_the_record_changes_the_block() -> None:
    record = draft(own("arrival:ps-8", "{names} came in{how} at {at}; {present} were then there."))
    later = record.changed([msgspec.structs.replace(record.get(PresenceStamp, "ps-8"), at=at("09:50"))])
    assert "at 9:50 a.m.; nine directors" in plain(blocks(later)["arrival:ps-8"].text)
    gone = later.changed(removed=[(PresenceStamp, "ps-2")])
    assert "eight directors were then there" in plain(blocks(gone)["arrival:ps-8"].text)


def test_words_that_no_longer_fit_the_record_are_set_aside() -> None:
    mine = own("motion:m-37", "{upon}, {acting} {adopted} these {resolutions}:")
    record = draft(mine)
    assert blocks(record)["motion:m-37"].own
    against = [msgspec.structs.replace(v, choice=Choice.AGAINST) for v in record.where(Vote, "motion", "m-37")]
    block = blocks(record.changed(against))["motion:m-37"]
    assert block.set_aside == mine.text
    assert "was not adopted:" in block.text


def test_a_block_without_words_is_left_out() -> None:
    record = draft(own("item:i-6:stock", ""))
    assert blocks(record)["item:i-6:stock"].left_out
    assert "Mr. Ellerbrook presented this item" not in flat(minutes_pdf(record, MEETING))
    assert "Mr. Ellerbrook presented this item" in flat(minutes_pdf(draft(), MEETING))


def test_the_company_words_a_pattern_for_all_its_minutes() -> None:
    words = Wording(
        id="w-1", key="minutes.adjournment.done", text="The Chair declared the {meeting} adjourned{adjourned_at}."
    )
    assert "The Chair declared the meeting adjourned at 12:12 p.m. Eastern Time." in flat(
        minutes_pdf(draft(words), MEETING)
    )


def test_a_company_pattern_that_lost_a_fact_is_passed_over() -> None:
    words = Wording(id="w-1", key="minutes.adjournment.done", text="The meeting ended.")
    assert "The meeting was adjourned at 12:12 p.m." in flat(minutes_pdf(draft(words), MEETING))


def test_every_pattern_of_the_house_is_a_sentence_of_its_own() -> None:
    for pattern in house_patterns().values():
        assert not pattern.fault(pattern.text), pattern.name
        assert pattern.title, pattern.name


def test_privileged_text_is_in_no_block_and_the_note_is() -> None:
    item = october().get(AgendaItem, "i-4")
    advised = msgspec.structs.replace(
        item,
        privileged="Counsel thinks that the claim will fail.",
        privilege_note="Ms. Duarte advised on a pending matter",
    )
    text = flat(minutes_pdf(draft(advised), MEETING))
    assert "claim will fail" not in text
    assert not any("claim will fail" in block.text for block in blocks(draft(advised)).values())
    assert "Ms. Duarte advised on a pending matter. Advice recorded in Annex P-1, which is kept apart" in text
    only = flat(minutes_pdf(draft(msgspec.structs.replace(advised, privileged="")), MEETING))
    assert "Ms. Duarte advised on a pending matter." in only
    assert "Annex P-1" not in only


def test_notes_of_the_secretary_are_printed_nowhere() -> None:
    item = msgspec.structs.replace(
        october().get(AgendaItem, "i-4"), notes="raised voices", chair_note="let her speak first"
    )
    text = flat(minutes_pdf(draft(item), MEETING))
    assert "raised voices" not in text
    assert "let her speak first" not in text


def test_an_amended_motion_is_printed_as_it_was_put() -> None:
    old = october().get(Motion, "m-37")
    amendment = msgspec.structs.replace(
        old, id="m-36a", number="2026-36", order=3, at=at("12:08"), text="That the date be July 1, 2027.", amends="m-37",
        replacement="RESOLVED, that the Stock Ownership Guidelines be adopted, effective July 1, 2027.",
        kind=MotionKind.ORDINARY,
    )  # fmt: skip
    votes = [
        msgspec.structs.replace(vote, id=f"a-{vote.id}", motion="m-36a")
        for vote in october().where(Vote, "motion", "m-37")
    ]
    record = draft(amendment, *votes)
    text = flat(minutes_pdf(record, MEETING))
    assert "An amendment of the motion under consideration (motion 2026-37) was moved." in text
    assert "The motion was put as amended (motion 2026-36)." in text
    assert "be adopted, effective July 1, 2027" in text
    assert "effective January 1, 2027" not in text


def test_a_joint_meeting_states_the_quorum_of_each_body() -> None:
    meeting = msgspec.structs.replace(october().get(Meeting, MEETING), joint_with=("audit",))
    text = flat(minutes_pdf(draft(meeting), MEETING))
    assert "The Board of Directors and the Audit Committee met jointly." in text
    assert "Of the Audit Committee, two members were present, constituting a quorum." in text


def test_a_meeting_that_goes_on_names_the_one_adjourned() -> None:
    earlier = Meeting(id="b-0", body="board", starts=at("09:00").replace(day=15), state=MeetingState.ADJOURNED)
    meeting = msgspec.structs.replace(october().get(Meeting, MEETING), continues="b-0")
    text = flat(minutes_pdf(draft(earlier, meeting), MEETING))
    assert "The meeting went on with the regular meeting of October 15, 2026, which had been adjourned." in text
