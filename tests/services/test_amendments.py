"""Amendments and substitutes at a meeting: their order, how the motion reads after them, taking them back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.common.errors import UserError
from boarddesk.domain.amendments import pending_amendment, voted_next, wording
from boarddesk.domain.meetings import PresenceKind
from boarddesk.domain.motions import Choice, Motion, Result, Vote
from boarddesk.domain.votes import tally
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_amend import MoveAmendment
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.workspace import Services
from tests.services.meeting_case import EVERYONE, begin, company, motion_of, stamp

MAIN = "RESOLVED, that the supply agreement is approved for a term of three years."
TWO = "RESOLVED, that the supply agreement is approved for a term of two years."
ONE = "RESOLVED, that the supply agreement is approved for a term of one year."
OTHER = "RESOLVED, that the officers obtain a second bid."


@pytest.fixture
def services(company_path: Path) -> Iterator[Services]:
    opened = company(company_path)
    begin(opened)
    yield opened
    opened.close()


def moved(services: Services, reads: str = TWO, of: Motion | None = None, **fields: object) -> Motion:
    """An amendment moved to the main motion, or to the one given; the main motion is written with it."""
    main = of or Motion(id="new", body="board", meeting="special", item="special-2", text=MAIN, mover="okoro")
    words = {"text": "to strike “three years” and insert other words", "replacement": reads, **fields}
    amendment = Motion(id="new", body="board", meeting="special", mover="sorhaug", **words)  # type: ignore[arg-type]
    services.bus.do(MoveAmendment(main, amendment))
    return max(services.record.all(Motion), key=lambda motion: motion.order)


def put(services: Services, motion: Motion, clock: str, choice: Choice = Choice.FOR) -> Motion:
    """Vote on a motion that is on record, all alike."""
    there = services.record.get(Motion, motion.id)
    of, _votes = motion_of(clock)
    fresh = replace(there, at=of.at, vote_method=of.vote_method)
    votes = tuple(Vote(id="new", motion="new", person=person, choice=choice) for person in EVERYONE)
    services.bus.do(RecordMotion(fresh, votes))
    return services.record.get(Motion, motion.id)


def main_of(services: Services) -> Motion:
    return next(motion for motion in services.record.all(Motion) if motion.amends is None)


def test_the_amendment_is_voted_first_and_the_motion_reads_as_amended(services: Services) -> None:
    amendment = moved(services)
    main = main_of(services)
    assert (main.number, amendment.number, amendment.amends) == ("2026-01", "2026-02", main.id)
    assert voted_next(services.record, main) == amendment
    with pytest.raises(UserError, match="An amendment is pending: motion 2026-02 is voted on before motion 2026-01"):
        put(services, main, "14:40")
    put(services, amendment, "14:38")
    assert wording(services.record, main) == TWO
    assert services.record.get(Motion, main.id).text == MAIN
    adopted = put(services, main, "14:40")
    assert adopted.text == TWO
    assert tally(services.record, adopted).result is Result.CARRIED


def test_a_motion_whose_amendment_fails_reads_as_before(services: Services) -> None:
    amendment = moved(services)
    failed = put(services, amendment, "14:38", Choice.AGAINST)
    assert tally(services.record, failed).result is Result.FAILED
    assert put(services, main_of(services), "14:40").text == MAIN


def test_an_amendment_to_an_amendment_comes_first_and_is_the_last_degree(services: Services) -> None:
    first = moved(services)
    second = moved(services, ONE, of=first)
    assert voted_next(services.record, main_of(services)) == second
    with pytest.raises(UserError, match="cannot be amended"):
        moved(services, of=second)
    with pytest.raises(UserError, match="is pending"):
        put(services, first, "14:38")
    put(services, second, "14:36")
    put(services, first, "14:38")
    assert put(services, main_of(services), "14:40").text == ONE


def test_a_substitute_takes_the_place_of_the_motion(services: Services) -> None:
    substitute = moved(services, OTHER, text="to substitute the following", substitute=True)
    put(services, substitute, "14:38")
    assert put(services, main_of(services), "14:40").text == OTHER


def test_one_amendment_at_a_time_and_none_after_the_vote(services: Services) -> None:
    amendment = moved(services)
    with pytest.raises(UserError, match="pending already"):
        moved(services, of=main_of(services))
    put(services, amendment, "14:38")
    main = put(services, main_of(services), "14:40")
    with pytest.raises(UserError, match="put already"):
        moved(services, of=main)


@pytest.mark.parametrize("fields", [{"text": " "}, {"replacement": ""}])
def test_an_amendment_says_what_and_how_it_would_read(services: Services, fields: dict[str, str]) -> None:
    with pytest.raises(UserError, match="not complete"):
        moved(services, **fields)
    assert not services.record.all(Motion)


def test_an_amendment_without_a_quorum_changes_nothing(services: Services) -> None:
    amendment = moved(services)
    for person in EVERYONE[5:]:
        stamp(services, person, PresenceKind.LEFT, "14:30")
    there = services.record.get(Motion, amendment.id)
    of, _votes = motion_of("14:38")
    votes = tuple(Vote(id="new", motion="new", person=person, choice=Choice.FOR) for person in EVERYONE[:5])
    services.bus.do(RecordMotion(replace(there, at=of.at, vote_method=of.vote_method), votes))
    assert tally(services.record, services.record.get(Motion, amendment.id)).result is Result.NO_ACTION
    assert wording(services.record, main_of(services)) == MAIN


def test_taking_back_goes_the_other_way_round(services: Services) -> None:
    amendment = moved(services)
    put(services, amendment, "14:38")
    main = put(services, main_of(services), "14:40")
    with pytest.raises(UserError, match="was put as this amendment left it"):
        services.bus.do(TakeBackMotion(amendment.id))
    services.bus.do(TakeBackMotion(main.id))
    pending = services.record.get(Motion, main.id)
    assert pending.waits
    assert not services.record.where(Vote, "motion", main.id)
    assert pending_amendment(services.record, pending) is None
    services.bus.do(TakeBackMotion(amendment.id))
    services.bus.do(TakeBackMotion(main.id))
    assert not services.record.all(Motion)


def test_undoing_every_step_leaves_nothing(services: Services) -> None:
    before = services.record.all(Motion), services.record.all(Vote)
    put(services, moved(services), "14:38")
    put(services, main_of(services), "14:40")
    for _step in range(3):
        services.history.undo()
    assert (services.record.all(Motion), services.record.all(Vote)) == before
