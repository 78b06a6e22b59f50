"""Motions and votes: votes match presence, results are computed, each motion has its own base."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from meeting_case import EVERYONE, begin, motion_of, put_to_vote, stamp
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.meetings import Meeting, PresenceKind
from boarddesk.domain.motions import (
    Choice,
    Motion,
    MotionBase,
    MotionKind,
    Result,
    Vote,
    VoteMethod,
    VoteRuleBase,
)
from boarddesk.domain.votes import tally
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_correct import CorrectMotion, TakeBackMotion
from boarddesk.services.motion_checks import NO_QUORUM_STATED
from boarddesk.services.motion_warnings import motion_warnings
from boarddesk.services.workspace import Services


def refusal(services: Services, command: object) -> str:
    before = services.record
    with pytest.raises(UserError) as caught:
        services.bus.do(command)  # type: ignore[arg-type]
    assert services.record is before
    return str(caught.value)


def warned(services: Services, motion: Motion, votes: tuple[Vote, ...]) -> str:
    return " ".join(motion_warnings(services.record, services.record.get(Meeting, "special"), motion, votes))


def test_an_abstention_works_as_a_no_and_a_tie_fails(services: Services) -> None:
    begin(services, *EVERYONE[:8])
    four = dict.fromkeys(EVERYONE[4:8], Choice.ABSTAIN)
    motion = put_to_vote(services, voting=EVERYONE[:4], votes=four)
    counted = tally(services.record, motion)
    assert (counted.votes_for, counted.base, counted.needed, counted.result) == (4, 8, 5, Result.FAILED)
    five = dict.fromkeys(EVERYONE[5:8], Choice.ABSTAIN)
    motion = put_to_vote(services, voting=EVERYONE[:5], votes=five)
    assert tally(services.record, motion).result is Result.CARRIED


def test_motions_are_numbered_through_the_year(services: Services) -> None:
    begin(services)
    assert [put_to_vote(services).number for _ in range(3)] == ["2026-01", "2026-02", "2026-03"]


def test_votes_of_people_who_are_not_there_are_refused_by_name(services: Services) -> None:
    begin(services)
    stamp(services, "celikbaran", PresenceKind.LEFT, "14:31")
    stamp(services, "wisniewolski", PresenceKind.RECUSED_OUT, "14:33")
    stamp(services, "okoro", PresenceKind.RECUSED_IN, "14:33")
    said = refusal(services, RecordMotion(*motion_of(voting=(*EVERYONE[:2], "celikbaran"), mover=None)))
    assert "Aylin Çelikbaran was not present at 14:38" in said
    said = refusal(services, RecordMotion(*motion_of(voting=("sorhaug", "wisniewolski", "okoro"), mover=None)))
    assert "Tobiasz Wiśniewolski and Gareth Okoro-Llewelyn are recused at 14:38 and do not vote" in said
    said = refusal(services, RecordMotion(*motion_of(voting=("delacroix",))))
    assert "Priyanka Delacroix is no member of this body" in said
    away = {
        "celikbaran": Choice.ABSENT,
        "wisniewolski": Choice.RECUSED,
        "okoro": Choice.RECUSED,
    }
    voting = tuple(person for person in EVERYONE if person not in away)
    motion = put_to_vote(services, voting=voting, votes=away, mover="kouadjane")
    counted = tally(services.record, motion)
    assert (counted.votes_for, counted.recused, counted.absent, counted.base) == (6, 2, 1, 7)


def test_without_a_quorum_nothing_is_recorded_as_carried(services: Services) -> None:
    begin(services, *EVERYONE[:5])
    motion, votes = motion_of(voting=EVERYONE[:5])
    assert "recorded as not acted on" in warned(services, motion, votes)
    assert tally(services.record, put_to_vote(services, voting=EVERYONE[:5])).result is Result.NO_ACTION
    stated, none = motion_of(
        vote_method=VoteMethod.NOT_RECORDED, result_stated=Result.CARRIED, stated_by="Minutes of the day"
    )
    assert "kept and flagged" in warned(services, stated, none)
    services.bus.do(RecordMotion(stated, none))
    kept = services.record.all(Motion)[-1]
    assert (kept.flags, tally(services.record, kept).stated) == ((NO_QUORUM_STATED,), True)


def test_vacancies_are_filled_by_the_directors_in_office_and_those_present_adjourn(services: Services) -> None:
    begin(services, *EVERYONE[:5])
    filled = put_to_vote(services, voting=EVERYONE[:5], kind=MotionKind.FILL_VACANCY, base=MotionBase.QUORUM)
    counted = tally(services.record, filled)
    assert (filled.base, counted.base, counted.needed) == (MotionBase.DIRECTORS_IN_OFFICE, 9, 5)
    assert counted.result is Result.CARRIED
    four = {EVERYONE[4]: Choice.AGAINST}
    assert (
        tally(
            services.record, put_to_vote(services, voting=EVERYONE[:4], votes=four, kind=MotionKind.FILL_VACANCY)
        ).result
        is Result.FAILED
    )
    adjourned = put_to_vote(services, voting=EVERYONE[:5], kind=MotionKind.ADJOURN)
    assert (adjourned.base, tally(services.record, adjourned).result) == (MotionBase.THOSE_PRESENT, Result.CARRIED)


def test_a_stated_result_needs_its_source_and_a_difference_is_kept(services: Services) -> None:
    begin(services)
    assert "needs the source" in refusal(
        services, RecordMotion(*motion_of(vote_method=VoteMethod.NOT_RECORDED, result_stated=Result.CARRIED))
    )
    motion, votes = motion_of(result_stated=Result.FAILED, stated_by="Draft minutes")
    assert "differs from the one the votes give" in warned(services, motion, votes)
    services.bus.do(RecordMotion(motion, votes))
    counted = tally(services.record, services.record.all(Motion)[-1])
    assert (counted.difference, counted.computed, counted.result) == (True, Result.CARRIED, Result.FAILED)


def test_not_acted_on_is_recorded_without_a_vote(services: Services) -> None:
    begin(services)
    services.bus.do(RecordMotion(*motion_of(vote_method=VoteMethod.NOT_RECORDED, result_stated=Result.NO_ACTION)))
    assert tally(services.record, services.record.all(Motion)[-1]).result is Result.NO_ACTION


def test_the_mover_does_not_second_and_several_may(services: Services) -> None:
    begin(services)
    assert "cannot second their own motion" in refusal(
        services, RecordMotion(*motion_of(seconders=("sorhaug", "okoro")))
    )
    services.bus.do(RecordMotion(*motion_of(seconders=("sorhaug", "kouadjane"))))
    assert services.record.all(Motion)[-1].seconders == ("sorhaug", "kouadjane")


def test_another_rule_and_unequal_votes_need_their_citation(services: Services) -> None:
    begin(services)
    assert "needs the provision" in refusal(
        services, RecordMotion(*motion_of(rule_fraction="2/3", rule_base=VoteRuleBase.WHOLE_BOARD))
    )
    by_bylaw = {"rule_fraction": "2/3", "rule_base": VoteRuleBase.WHOLE_BOARD, "rule_citation": "Bylaws §9.1"}
    motion, votes = motion_of(**by_bylaw)
    services.bus.do(RecordMotion(motion, votes))
    assert tally(services.record, services.record.all(Motion)[-1]).needed == 7
    heavy = tuple(replace(vote, weight=2) if vote.person == "sorhaug" else vote for vote in votes)
    assert "§141(d)" in refusal(services, RecordMotion(motion, heavy))
    cited = tuple(replace(vote, weight_citation="Certificate, Art. V") if vote.weight else vote for vote in heavy)
    services.bus.do(RecordMotion(motion_of()[0], cited))
    assert tally(services.record, services.record.all(Motion)[-1]).votes_for == 10


def test_counts_alone_cannot_exceed_those_who_could_vote(services: Services) -> None:
    begin(services)
    stamp(services, "okoro", PresenceKind.RECUSED_IN, "14:33")
    too_many = motion_of(vote_method=VoteMethod.BY_COUNTS, count_for=9, mover="sorhaug", seconders=())
    assert "9 votes are counted, but 8 could vote at 14:38" in refusal(services, RecordMotion(*too_many))
    services.bus.do(
        RecordMotion(*motion_of(vote_method=VoteMethod.BY_COUNTS, count_for=6, count_against=2, seconders=()))
    )
    counted = tally(services.record, services.record.all(Motion)[-1])
    assert (counted.votes_for, counted.base, counted.needed, counted.result) == (6, 9, 5, Result.CARRIED)


def test_silence_and_bare_recusals_are_warned_of(services: Services) -> None:
    begin(services)
    motion, votes = motion_of(voting=EVERYONE[:7], votes={"wisniewolski": Choice.RECUSED})
    said = warned(services, motion, votes)
    assert "No vote is recorded for Aylin Çelikbaran" in said
    assert "not on record whether Tobiasz Wiśniewolski, recused, left the room or stayed" in said
    services.bus.do(RecordMotion(motion, votes))


def test_a_motion_is_corrected_or_taken_back_while_the_minutes_are_open(services: Services) -> None:
    begin(services)
    motion = put_to_vote(services)
    services.bus.do(CorrectMotion(replace(motion, text="RESOLVED, that the amended agreement is approved.")))
    assert "amended" in services.record.get(Motion, motion.id).text
    assert len(services.record.where(Vote, "motion", motion.id)) == 9
    services.bus.do(TakeBackMotion(motion.id))
    assert not services.record.all(Motion)
    assert not services.record.all(Vote)
    services.history.undo()
    assert len(services.record.where(Vote, "motion", motion.id)) == 9


def test_a_motion_that_the_record_rests_on_is_not_taken_back(services: Services) -> None:
    from datetime import date

    from boarddesk.domain.people import BoardSize

    begin(services)
    motion = put_to_vote(services)
    size = BoardSize(id="size-2", size=9, effective_from=date(2026, 11, 12), motion=motion.id)
    services.bus.run_restoring("Fixture", "Fixture", [(BoardSize, size.id, size)], 1)
    assert "named elsewhere in the record (board sizes)" in refusal(services, TakeBackMotion(motion.id))


def test_once_the_minutes_were_circulated_a_new_motion_supersedes(services: Services) -> None:
    from datetime import date

    begin(services)
    motion = put_to_vote(services)
    held = replace(services.record.get(Meeting, "special"), minutes_circulated_on=date(2026, 11, 12))
    services.bus.run_restoring("Fixture", "Fixture", [(Meeting, held.id, held)], 1)
    assert "its record is closed" in refusal(services, TakeBackMotion(motion.id))
    assert "its record is closed" in refusal(services, RecordMotion(*motion_of()))
    services.bus.do(RecordMotion(*motion_of(supersedes=motion.id)))
    assert services.record.all(Motion)[-1].supersedes == motion.id
