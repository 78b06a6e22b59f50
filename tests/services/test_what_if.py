"""What if: findings before and after supposed changes; the record and the file stay as they are."""

from datetime import date

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.finding import Status
from boarddesk.domain.meetings import AHEAD, BOARD, Meeting
from boarddesk.domain.people import Person
from boarddesk.domain.terms import directors_on, members_on
from boarddesk.services.suppositions import Kind, Supposed
from boarddesk.services.what_if import Turn, compare, day_to_judge, supposed_record
from boarddesk.services.what_if_choices import parameters_for
from boarddesk.services.what_if_deeds import carry_out
from boarddesk.services.workspace import Services

DAY = date(2026, 12, 31)


@pytest.fixture
def services(sample_services: Services) -> Services:
    return sample_services


def auditor(services: Services) -> str:
    """A member of the audit committee."""
    return members_on(services.record, "audit", services.day)[0]


def test_a_what_if_of_nothing_changes_nothing(services: Services) -> None:
    found = compare(services, [], DAY)
    assert found.changed == ()
    assert found.count(Turn.SAME) == len(services.findings(DAY))


def test_a_director_who_leaves_makes_results_worse_and_the_record_stays(services: Services) -> None:
    before, size = services.path.read_bytes(), services.journal_size()
    change = Supposed(Kind.LEAVES, {"person": auditor(services), "on": "2026-12-31"})
    found = compare(services, [change], DAY)
    worse = {difference.finding.clause for difference in found.changed if difference.turn is Turn.WORSE}
    assert "LAW-NQ-5605c-SIZE" in worse
    assert "leaves the Board on 31 Dec 2026" in found.words[0]
    assert services.path.read_bytes() == before
    assert services.journal_size() == size


def test_several_changes_are_taken_together(services: Services) -> None:
    gone = auditor(services)
    leaves = Supposed(Kind.LEAVES, {"person": gone, "on": "2026-12-30"})
    joins = Supposed(Kind.JOINS, {"name": "New One", "class": "I", "on": "2026-12-30", "independent": "yes"})
    seated = Supposed(Kind.JOINS_COMMITTEE, {"committee": "audit", "person": "new-one", "on": "2026-12-31"})
    both = supposed_record(services, [leaves, joins, seated])
    assert set(members_on(both, "audit", DAY)) == {*members_on(services.record, "audit", DAY), "new-one"} - {gone}
    assert len(compare(services, [leaves, joins, seated], DAY).words) == 3


def test_a_meeting_that_is_cancelled_leaves_its_quarter_without_one(services: Services) -> None:
    ahead = [m for m in services.record.where(Meeting, "body", BOARD) if m.state in AHEAD and m.day.year == 2027]
    change = Supposed(Kind.MEETING_CANCELLED, {"meeting": min(ahead, key=lambda m: m.starts).id, "on": "2026-11-20"})
    found = compare(services, [change], date(2027, 3, 15))
    assert "GL-1.2" in {difference.finding.clause for difference in found.changed}


def test_only_values_that_may_be_set_are_offered(services: Services) -> None:
    offered = {key for key, _title in parameters_for(services)}
    assert {"related_person_threshold", "attendance_threshold"} <= offered
    assert "code_waiver_bodies" not in offered, "it is fixed by its rule, and would be refused"


def test_a_duty_that_loses_its_meeting_is_worse_off_though_more_time_seems_left(services: Services) -> None:
    meeting = next(m for m in services.record.where(Meeting, "body", "compensation") if m.day == date(2026, 12, 2))
    day = date(2026, 11, 12)
    cancelled = compare(services, [Supposed(Kind.MEETING_CANCELLED, {"meeting": meeting.id})], day)
    turns = {difference.finding.clause: difference.turn for difference in cancelled.changed}
    assert {clause: turns[clause] for clause in ("GL-1.6", "GL-1.7", "GL-1.8")} == dict.fromkeys(
        ("GL-1.6", "GL-1.7", "GL-1.8"), Turn.WORSE
    )
    assert Turn.BETTER not in turns.values()
    moved = compare(services, [Supposed(Kind.MEETING_MOVED, {"meeting": meeting.id, "on": "2026-12-16"})], day)
    assert [d.finding.clause for d in moved.changed if d.turn in {Turn.WORSE, Turn.BETTER}] == [], "it only moves"


def test_what_cannot_be_is_refused_with_a_sentence(services: Services) -> None:
    for change in (
        Supposed(Kind.LEAVES, {"person": "nobody", "on": "2026-12-31"}),
        Supposed(Kind.LEAVES, {"person": auditor(services)}),
        Supposed(Kind.JOINS, {"on": "2026-12-31"}),
        Supposed(Kind.MEETING_MOVED, {"meeting": "none", "on": "2026-12-31"}),
    ):
        with pytest.raises(UserError):
            compare(services, [change], DAY)


def test_suppositions_become_real_commands(services: Services) -> None:
    person = auditor(services)
    change = Supposed(Kind.LEAVES, {"person": person, "on": "2026-12-31", "notice_on": "2026-11-12"})
    supposed = compare(services, [change], DAY)
    assert carry_out(services, [change]) == 1
    real = {(f.clause, f.subject, f.period): f for f in services.findings(DAY)}
    for difference in supposed.differences:
        if difference.after is not None:
            after = difference.after
            assert real[after.clause, after.subject, after.period] == after
    services.history.undo()
    assert compare(services, [], DAY).changed == ()


def test_a_rule_that_no_longer_applies_ends_and_is_not_called_better(services: Services) -> None:
    change = Supposed(Kind.LEAVES, {"person": auditor(services), "on": "2026-12-31", "notice_on": "2026-12-31"})
    found = {d.finding.clause: d for d in compare(services, [change], DAY).changed}
    cure = found["LAW-NQ-5605c-CURE"]
    assert cure.before is not None
    assert cure.after is not None
    assert (cure.before.status, cure.after.status) == (Status.IN_CURE, Status.NOT_APPLICABLE)
    assert cure.turn is Turn.ENDS


def test_changes_are_judged_on_the_last_of_their_days(services: Services) -> None:
    leaves = Supposed(Kind.LEAVES, {"person": auditor(services), "on": "2026-12-31"})
    joins = Supposed(Kind.JOINS, {"name": "New One", "class": "I", "on": "2027-02-01"})
    assert day_to_judge(services, []) == services.day
    assert day_to_judge(services, [leaves]) == DAY
    assert day_to_judge(services, [leaves, joins]) == date(2027, 2, 1)


def test_a_meeting_is_judged_while_it_is_still_ahead(services: Services) -> None:
    ahead = [m for m in services.record.where(Meeting, "body", BOARD) if m.state in AHEAD and m.day.year == 2027]
    first = min(ahead, key=lambda m: m.starts)
    day = day_to_judge(services, [Supposed(Kind.MEETING_CANCELLED, {"meeting": first.id})])
    assert services.day < day < first.day


def test_who_is_on_record_already_is_not_entered_twice(services: Services) -> None:
    officer = services.record.get(Person, "tashiro-vance")
    change = Supposed(Kind.JOINS, {"name": officer.name, "class": "II", "seat": "II-4", "on": "2026-12-01"})
    after = supposed_record(services, [change])
    assert len(after.all(Person)) == len(services.record.all(Person))
    assert officer.id in directors_on(after, DAY)
