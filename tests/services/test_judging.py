"""The judge of an open company: after a command it judges anew only what the command can touch."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.domain.meetings import AHEAD, AgendaItem, Meeting
from boarddesk.services.commands.agenda_items import AddItem, ChangeItem
from boarddesk.services.judging import judge
from boarddesk.services.workspace import Services, open_company

SINCE = date(2022, 1, 1)


@pytest.fixture
def services(sample_file: Path, tmp_path: Path) -> Iterator[Services]:
    copy = tmp_path / sample_file.name
    copy.write_bytes(sample_file.read_bytes())
    opened = open_company(copy)
    yield opened
    opened.close()


def planned(services: Services) -> Meeting:
    return next(m for m in services.record.where(Meeting, "body", "board") if m.state in AHEAD and m.day > services.day)


def add(services: Services, title: str) -> AgendaItem:
    meeting = planned(services).id
    services.bus.do(AddItem(AgendaItem(id="wish", meeting=meeting, position=90, title=title)))
    return next(item for item in services.record.where(AgendaItem, "meeting", meeting) if item.title == title)


def anew(services: Services, since: date | None = None) -> int:
    return len(services.judge.judgment(services.record, services.day, since).anew)


def test_the_first_time_everything_is_judged_and_after_a_command_little(services: Services) -> None:
    services.findings()
    everything = anew(services)
    assert everything == len(services.case().books.clauses)
    item = add(services, "Visitors")
    assert services.findings() == judge(services.record, services.day)
    assert anew(services) < 10
    services.bus.do(ChangeItem(replace(item, title="Guests")))
    assert services.findings() == judge(services.record, services.day)
    assert anew(services) < 10
    services.history.undo()
    services.history.undo()
    assert services.findings() == judge(services.record, services.day)
    assert anew(services) < 10


def test_several_commands_between_two_looks_are_one_change(services: Services) -> None:
    services.findings()
    add(services, "Visitors")
    add(services, "Weather")
    assert services.findings() == judge(services.record, services.day)
    assert anew(services) < 10


def test_other_years_are_taken_over_from_the_second_look_on(services: Services) -> None:
    counts = []
    for title in ("One", "Two", "Three"):
        add(services, title)
        assert services.findings(since=SINCE) == judge(services.record, services.day, SINCE)
        counts.append(anew(services, SINCE))
    assert counts[0] == counts[1] == len(services.case().books.clauses)
    assert counts[2] < 10


def test_the_case_shown_is_the_one_that_was_judged(services: Services) -> None:
    services.findings()
    item = add(services, "Visitors")
    services.findings()
    found = services.judge.judgment(services.record, services.day)
    assert found.case is services.case()
    assert found.case.record.find(AgendaItem, item.id) == item


@pytest.mark.parametrize("days", [0, 40])
def test_a_record_that_might_be_is_judged_like_one_that_is(services: Services, days: int) -> None:
    day = services.day + timedelta(days=days)
    services.findings()
    meeting = planned(services)
    supposed = services.record.changed(removed=[(Meeting, meeting.id)])
    before = services.judge.aside(services.record, day).findings
    found = services.judge.supposed(services.record, supposed, day)
    assert found == judge(supposed, day)
    assert found != before == judge(services.record, day)
