import random
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from boarddesk.domain.elections import Election, Nominee
from boarddesk.domain.plurality import Plurality, nominees_of, plurality
from boarddesk.domain.record import Record

DAY = date(2026, 5, 14)


def ballot(seats: int, votes: list[int | None], **fields: object) -> Plurality:
    election = Election(id="e", held_on=DAY, class_="I", seats=seats, **fields)  # type: ignore[arg-type]
    nominees = [
        Nominee(id=f"n{i}", election="e", person=f"p{i}", shares_for=v, withheld=0) for i, v in enumerate(votes)
    ]
    return plurality(Record.of([election, *nominees]), election)


def test_the_most_votes_down_to_the_seats() -> None:
    found = ballot(2, [10, 30, 20], quorum=True)
    assert found.winners == ("p1", "p2")
    assert not found.tied
    assert [r.place for r in found.ranked] == [1, 2, 3]


def test_a_tie_at_the_cut_leaves_both_undecided() -> None:
    found = ballot(2, [30, 20, 20], quorum=True)
    assert found.winners == ("p0",)
    assert set(found.tied) == {"p1", "p2"}


def test_one_vote_is_enough_without_a_contest_and_none_is_not() -> None:
    assert ballot(2, [1, 0], quorum=True).winners == ("p0",)
    assert not ballot(2, [1, 0], quorum=True).tied


def test_shares_not_on_record_decide_nothing() -> None:
    found = ballot(1, [10, None], quorum=True)
    assert not found.complete
    assert (found.winners, found.tied) == ((), ())


def test_the_quorum_is_stated_or_computed() -> None:
    assert ballot(1, [10]).quorum is None
    assert ballot(1, [10], shares_present=50, shares_outstanding=100).quorum is False
    assert ballot(1, [10], shares_present=51, shares_outstanding=100).quorum is True
    assert ballot(1, [10], quorum=True, shares_present=1, shares_outstanding=100).quorum is True


def test_another_class_is_another_ballot() -> None:
    election = Election(id="e", held_on=DAY, class_="I", seats=1)
    nominees = [
        Nominee(id="a", election="e", person="a", class_="I"),
        Nominee(id="b", election="e", person="b", class_="II"),
    ]
    assert [n.person for n in nominees_of(Record.of([election, *nominees]), election)] == ["a"]


@given(st.lists(st.integers(0, 6), min_size=1, max_size=8), st.integers(1, 5), st.randoms(use_true_random=False))
def test_nobody_elected_has_fewer_votes_than_someone_left_out(
    votes: list[int], seats: int, chance: random.Random
) -> None:
    found = ballot(seats, list(votes), quorum=True)
    won = [r.nominee.shares_for or 0 for r in found.ranked if r.elected]
    out = [r.nominee.shares_for or 0 for r in found.ranked if r.elected is False]
    assert len(won) <= seats
    assert min(won, default=1) > 0
    if len(votes) > seats:
        assert min(won, default=99) > max(out, default=-1)
        assert not found.tied or len(won) + len(found.tied) > seats
    shuffled = list(votes)
    chance.shuffle(shuffled)
    again = ballot(seats, list(shuffled), quorum=True)
    assert sorted(won) == sorted(r.nominee.shares_for or 0 for r in again.ranked if r.elected)
