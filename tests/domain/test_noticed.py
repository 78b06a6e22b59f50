"""What does not fit together is kept as recorded, counted as recorded, and said."""

from datetime import date, datetime

import pytest

from boarddesk.domain.meetings import AgendaItem, Meeting, MeetingState, PresenceKind, PresenceStamp
from boarddesk.domain.motions import Choice, Motion, MotionBase, Result, Vote, VoteMethod
from boarddesk.domain.noticed import noticed, roll_noticed
from boarddesk.domain.people import Appointment, BoardSize, Person
from boarddesk.domain.presence import attendees, present_at
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.votes import quorum_for, tally

BOARD = ("ann", "bob", "cid", "dee", "eve")
FOR = Choice.FOR


def at(clock: str) -> datetime:
    return datetime.fromisoformat(f"2026-03-05T{clock}")


def meeting(adjourned: str = "12:00") -> Meeting:
    return Meeting(
        id="m", body="board", starts=at("09:00"), state=MeetingState.HELD, called_to_order=at("09:00"),
        adjourned=at(adjourned),
    )  # fmt: skip


def stamp(person: str, kind: PresenceKind = PresenceKind.PRESENT, clock: str = "09:00") -> PresenceStamp:
    return PresenceStamp(
        id=f"{person}-{kind}-{clock[:2]}{clock[3:]}", meeting="m", person=person, kind=kind, at=at(clock)
    )


def record(*rows: Row, present: tuple[str, ...] = BOARD, adjourned: str = "12:00") -> Record:
    return Record.of(
        [
            *(Person(id=name, name=name.title()) for name in (*BOARD, "gus")),
            *(Appointment(id=name, person=name, start=date(2020, 1, 1)) for name in BOARD),
            BoardSize(id="size", size=5, effective_from=date(2020, 1, 1)),
            meeting(adjourned),
            *(stamp(name) for name in present),
            *rows,
        ]
    )


def motion(clock: str | None = "10:00", **fields: object) -> Motion:
    values: dict[str, object] = {
        "vote_method": VoteMethod.BY_NAME,
        "at": None if clock is None else at(clock),
        **fields,
    }
    return Motion(id="mo", body="board", meeting="m", text="RESOLVED.", **values)  # type: ignore[arg-type]


def votes(**choices: Choice) -> list[Vote]:
    return [Vote(id=f"v-{name}", motion="mo", person=name, choice=choice) for name, choice in choices.items()]


def said(made: Record) -> tuple[str, ...]:
    return noticed(made, made.get(Motion, "mo"))


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ([motion("08:00")], "Put at 8:00, before the call to order at 9:00."),
        ([motion("12:30")], "Put at 12:30, after the adjournment at 12:00."),
        ([motion(), *votes(gus=FOR)], "Gus voted but is not on record as a member of this body that day."),
        ([motion(), stamp("eve", PresenceKind.LEFT, "09:30"), *votes(eve=FOR)], "Eve voted but was not present at 10:00."),
        ([motion(), stamp("eve", PresenceKind.RECUSED_IN, "09:30"), *votes(eve=FOR)], "Eve voted but was recused at 10:00."),
        ([motion(), stamp("eve", PresenceKind.RECUSED_OUT, "09:30"), *votes(eve=FOR)], "Eve voted but was recused at 10:00."),
    ],
)  # fmt: skip
def test_a_vote_that_does_not_fit_the_roll(rows: list[Row], sentence: str) -> None:
    assert sentence in said(record(*rows))


def test_a_fitting_vote_is_passed_over() -> None:
    assert said(record(motion(), *votes(**dict.fromkeys(BOARD, FOR)))) == ()


@pytest.mark.parametrize("method", [VoteMethod.NOT_RECORDED, VoteMethod.BY_NAME])
def test_stated_as_carried_without_a_quorum(method: VoteMethod) -> None:
    stated = motion(vote_method=method, result_stated=Result.CARRIED, stated_by="minutes")
    made = record(stated, *(votes(ann=FOR) if method is VoteMethod.BY_NAME else ()), present=("ann",))
    assert tally(made, stated).result is Result.CARRIED
    assert len(said(made)) == 1
    assert "carried" in said(made)[0]


@pytest.mark.parametrize(
    ("extra", "sentence"),
    [
        (stamp("gus"), "Gus is on the roll but is not on record as a member of this body that day."),
        (stamp("eve", PresenceKind.LEFT, "09:30"), "Eve left, but the record does not say that they had arrived."),
        (stamp("eve", PresenceKind.RECUSED_OUT), "Eve was recused, but the record does not say that they had arrived."),
        (stamp("ann", PresenceKind.LEFT, "13:00"), "Ann has an entry at 13:00, after the adjournment."),
    ],
)
def test_a_roll_that_does_not_fit_together(extra: PresenceStamp, sentence: str) -> None:
    assert roll_noticed(record(extra, present=BOARD[:4]), meeting()) == (sentence,)


def test_nobody_stays_after_the_adjournment() -> None:
    made = record(stamp("ann", PresenceKind.LEFT, "13:00"))
    assert present_at(made, meeting(), at("12:30")) == ()


def test_who_came_in_the_minute_of_adjournment_was_there() -> None:
    made = record(present=("ann", "bob"), adjourned="09:00")
    assert attendees(made, meeting("09:00")) == ("ann", "bob")
    assert len(present_at(made, meeting("09:00"), None)) == 2


def test_out_of_the_room_at_one_vote_counts_in_neither_quorum_nor_base() -> None:
    made = record(motion(), *votes(ann=FOR, bob=FOR, cid=Choice.ABSENT, dee=Choice.ABSENT, eve=Choice.ABSENT))
    found = tally(made, made.get(Motion, "mo"))
    assert found.quorum is not None
    assert found.quorum.present == ("ann", "bob")
    assert (found.result, found.reason) == (Result.NO_ACTION, "There was no quorum.")


def test_without_an_hour_a_quorum_once_lost_is_not_judged() -> None:
    gone = [stamp(name, PresenceKind.LEFT, "11:00") for name in ("cid", "dee", "eve")]
    made = record(motion(None), *gone, *votes(ann=FOR, bob=FOR, cid=FOR))
    assert quorum_for(made, made.get(Motion, "mo"), meeting()) is None
    assert tally(made, made.get(Motion, "mo")).result is Result.CARRIED
    item = AgendaItem(id="i", meeting="m", position=1, title="Item", started=at("11:10"))
    later = record(motion(None, item="i"), item, *gone, *votes(ann=FOR, bob=FOR))
    assert tally(later, later.get(Motion, "mo")).result is Result.NO_ACTION


def test_unequal_votes_count_among_the_directors_in_office() -> None:
    three = Vote(id="v", motion="mo", person="ann", choice=FOR, weight=3, weight_citation="Certificate, Art. V")
    made = record(motion(base=MotionBase.DIRECTORS_IN_OFFICE), three, *votes(bob=Choice.AGAINST))
    found = tally(made, made.get(Motion, "mo"))
    assert (found.base, found.needed, found.votes_for, found.result) == (7, 4, 3, Result.FAILED)
