"""A motion that determines independence and what it determines are one step; a motion that fails determines nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.independence import Determination, Outcome, Standard
from boarddesk.domain.meetings import AgendaItem, ItemType
from boarddesk.domain.motions import Choice, Motion, MotionKind, Vote
from boarddesk.services.commands.determine_by_motion import RecordDeterminationsOf, Ruling
from boarddesk.services.commands.motions import RecordMotion
from boarddesk.services.commands.motions_correct import TakeBackMotion
from boarddesk.services.commands.put_independence import PutIndependence
from boarddesk.services.proposals import is_proposed
from boarddesk.services.rulings import determines, left_undetermined, meetings_to_come, proposed, resolution
from boarddesk.services.workspace import Services, open_company
from tests.services.meeting_case import DAY, EVERYONE, begin, company, motion_of

INDEPENDENT, BARRED = Outcome.INDEPENDENT, Outcome.NOT_INDEPENDENT
RULINGS = (
    Ruling("sorhaug", Standard.NASDAQ, INDEPENDENT, ("A lease of 2019",)),
    Ruling("okoro", Standard.NASDAQ, INDEPENDENT),
    Ruling("okoro", Standard.AUDIT, INDEPENDENT),
    Ruling("ellerbrook", Standard.NASDAQ, BARRED),
)


@pytest.fixture
def services(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    found = company(company_path)
    begin(found)
    yield found
    found.close()


@pytest.fixture
def sample(sample_copy: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    monkeypatch.setenv("BOARDDESK_TODAY", DAY.isoformat())
    found = open_company(sample_copy)
    yield found
    found.close()


def put(**fields: object) -> tuple[Motion, tuple[Vote, ...]]:
    return motion_of(kind=MotionKind.DETERMINE_INDEPENDENCE, **fields)


def made(services: Services) -> list[Determination]:
    return [row for row in services.record.all(Determination) if row.decided_on == DAY]


def test_a_carried_motion_writes_its_determinations_in_the_same_step(services: Services) -> None:
    before = services.record
    motion, votes = put()
    services.bus.do(RecordMotion(motion, votes, RULINGS, "Nothing but board fees."))
    recorded = services.record.all(Motion)[-1]
    assert recorded.subjects == ("sorhaug", "okoro", "ellerbrook")
    found = {(row.person, row.standard): row for row in made(services)}
    assert {key: row.outcome for key, row in found.items()} == {(r.person, r.standard): r.outcome for r in RULINGS}
    assert {(row.motion, row.meeting, row.rationale) for row in found.values()} == {
        (recorded.id, "special", "Nothing but board fees.")
    }
    assert found["sorhaug", Standard.NASDAQ].considered == ("A lease of 2019",)
    assert found["okoro", Standard.NASDAQ].considered == ()
    assert found["okoro", Standard.NASDAQ].supersedes == "det-okoro"
    assert "with 4 determinations" in services.history.undo_label()
    services.history.undo()
    assert services.record.all(Determination) == before.all(Determination)
    assert services.record.all(Motion) == before.all(Motion)


def test_a_motion_that_fails_determines_nothing(services: Services) -> None:
    against = dict.fromkeys(EVERYONE[:6], Choice.AGAINST)
    motion, votes = put(votes=against)
    assert not determines(services.record, motion, votes)
    services.bus.do(RecordMotion(motion, votes, RULINGS))
    assert made(services) == []
    with pytest.raises(UserError, match="did not carry"):
        services.bus.do(RecordDeterminationsOf(services.record.all(Motion)[-1].id, RULINGS))


def test_afterwards_they_are_recorded_of_the_motion(services: Services) -> None:
    motion, votes = put(subjects=("sorhaug", "okoro", "ellerbrook"))
    services.bus.do(RecordMotion(motion, votes))
    recorded = services.record.all(Motion)[-1]
    assert left_undetermined(services.record, recorded)
    services.bus.do(RecordDeterminationsOf(recorded.id, RULINGS, "As laid out."))
    assert not left_undetermined(services.record, recorded)
    assert len(made(services)) == 4
    assert {row.motion for row in made(services)} == {recorded.id}


def test_who_is_not_a_subject_is_refused_and_nothing_is_written(services: Services) -> None:
    motion, votes = put(subjects=("sorhaug",))
    with pytest.raises(UserError, match="not about Gareth Okoro-Llewelyn"):
        services.bus.do(RecordMotion(motion, votes, RULINGS))
    assert made(services) == []
    assert services.record.all(Motion) == ()


def test_a_motion_of_another_kind_determines_nothing(services: Services) -> None:
    motion, votes = motion_of()
    assert not determines(services.record, motion, votes)
    with pytest.raises(UserError, match="Only a motion of the Board"):
        services.bus.do(RecordMotion(motion, votes, RULINGS))


def test_taken_back_while_the_minutes_are_open_it_takes_its_determinations_along(services: Services) -> None:
    motion, votes = put()
    services.bus.do(RecordMotion(motion, votes, RULINGS))
    recorded = services.record.all(Motion)[-1]
    services.bus.do(TakeBackMotion(recorded.id))
    assert made(services) == []
    services.history.undo()
    assert len(made(services)) == 4


def test_a_later_determination_on_top_keeps_the_motion_where_it_is(services: Services) -> None:
    first, votes = put()
    services.bus.do(RecordMotion(first, votes, RULINGS))
    earlier = services.record.all(Motion)[-1]
    again, more = put(clock="14:50")
    services.bus.do(RecordMotion(again, more, (Ruling("okoro", Standard.AUDIT, BARRED),)))
    with pytest.raises(UserError, match="named elsewhere"):
        services.bus.do(TakeBackMotion(earlier.id))


def test_put_to_the_board_it_waits_on_the_agenda_under_an_item_of_its_own(services: Services) -> None:
    services.bus.do(PutIndependence("december", ("sorhaug", "okoro"), "RESOLVED, that they are independent."))
    (item,) = services.record.where(AgendaItem, "meeting", "december")
    (motion,) = services.record.where(Motion, "meeting", "december")
    assert (item.type, motion.item, motion.kind) == (
        ItemType.DETERMINATION, item.id, MotionKind.DETERMINE_INDEPENDENCE,
    )  # fmt: skip
    assert motion.subjects == ("sorhaug", "okoro")
    assert is_proposed(services.record, motion)
    assert not left_undetermined(services.record, motion)
    services.history.undo()
    assert services.record.where(AgendaItem, "meeting", "december") == ()


def test_it_is_put_before_the_adjournment_and_only_to_the_board(services: Services) -> None:
    services.bus.do(PutIndependence("special", ("sorhaug",), "RESOLVED, that she is independent."))
    items = sorted(services.record.where(AgendaItem, "meeting", "special"), key=lambda item: item.position)
    assert [item.title for item in items][-1] == "Determination of independence", "no item is typed as the adjournment"
    with pytest.raises(UserError, match="Only the Board"):
        services.bus.do(PutIndependence("audit-nov", ("sorhaug",), "RESOLVED."))
    with pytest.raises(UserError, match="Nobody is chosen"):
        services.bus.do(PutIndependence("december", (), "RESOLVED."))


def test_nothing_is_proposed_where_answers_are_missing_and_it_says_why(services: Services) -> None:
    (found,) = proposed(services, ["sorhaug"], DAY)
    assert found.outcome is None
    assert found.why_not == "A, employment cannot be judged"
    assert resolution([found], DAY) == ""


def test_the_worksheet_proposes_members_under_their_standards(sample: Services) -> None:
    found = {each.key: each for each in proposed(sample, ["vaidyalingam", "castellanos", "ellerbrook"], DAY)}
    assert {key: each.outcome for key, each in found.items()} == {
        ("vaidyalingam", Standard.NASDAQ): INDEPENDENT,
        ("vaidyalingam", Standard.AUDIT): INDEPENDENT,
        ("castellanos", Standard.NASDAQ): INDEPENDENT,
        ("castellanos", Standard.COMPENSATION): INDEPENDENT,
        ("ellerbrook", Standard.NASDAQ): None,
    }
    assert found["ellerbrook", Standard.NASDAQ].why_not == "ruled out by A, employment"
    assert "not back yet" in found["vaidyalingam", Standard.NASDAQ].caution
    words = resolution(list(found.values()), DAY)
    assert words.count("RESOLVED") == 3
    assert "as of November 12, 2026" in words.replace("\u00a0", " ")
    assert "Ellerbrook" not in words


def test_only_meetings_of_the_board_to_come_are_offered(sample: Services) -> None:
    offered = [label for _meeting, label in meetings_to_come(sample.record)]
    assert offered[0] == "Board, special meeting, 12 Nov 2026"
    assert all(label.startswith("Board") for label in offered)
