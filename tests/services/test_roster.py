"""The roster says of a day who sat where, since when, to when, and what the board had found of them."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from boarddesk.domain.independence import Designation, DesignationKind, Determination, Outcome, Standard
from boarddesk.domain.terms import committees_on, directors_on, members_on, name_of, roles_on
from boarddesk.services.roster import roster_pdf
from boarddesk.services.workspace import Services, open_company
from tests.reports.reading import pages_of

DAY = date(2026, 11, 12)


@pytest.fixture
def services(sample_file: Path, tmp_path: Path) -> Iterator[Services]:
    path = tmp_path / sample_file.name
    path.write_bytes(sample_file.read_bytes())
    opened = open_company(path)
    yield opened
    opened.close()


def said(services: Services, day: date) -> str:
    services.read_on(day)
    return " ".join(" ".join(pages_of(roster_pdf(services))).split())


def test_everybody_in_office_on_the_day_is_named(services: Services) -> None:
    words, record = said(services, DAY), services.shown
    people = {*directors_on(record, DAY), *(tenure.person for tenure in roles_on(record, DAY))}
    people |= {person for each in committees_on(record, DAY) for person in members_on(record, each.id, DAY)}
    assert len(people) > 12
    for person in people:
        assert name_of(record, person) in words
    for committee in committees_on(record, DAY):
        assert committee.name in words
    assert "Nine directors in office; the authorized number is ten; one seat vacant." in words
    assert "Vacant – II-4 14 Aug 2026 To the annual meeting of 2028" in words
    assert "Elected 15 May 2025, in office from 1 Jul 2025, to the annual meeting of 2028" in words


def test_another_day_has_another_roster(services: Services) -> None:
    words = said(services, date(2025, 6, 20))
    assert "As of June 20, 2025" in words
    assert "to the annual meeting of 2025; holds over until a successor qualifies" in words
    assert "Appointed by the Board 9 Aug 2024, to the annual meeting of 2026" in words
    assert "13 Feb 2025" in words
    assert "12 Feb 2026" not in words
    assert "Wiśniewolski" not in words


def test_what_the_board_found_is_told_with_its_day_and_nothing_else(services: Services) -> None:
    record = services.record
    chair = members_on(record, "audit", DAY)[0]
    fresh = Determination(id="d-new", person=chair, standard=Standard.AUDIT, outcome=Outcome.NOT_INDEPENDENT,
                          decided_on=date(2026, 11, 2))  # fmt: skip
    expert = next(row for row in record.all(Designation) if row.kind is DesignationKind.EXPERT)
    assert said(services, DAY).count("audit committee financial expert") == 1
    later = replace(expert, id="x-new", found=False, decided_on=date(2026, 11, 3), supersedes=expert.id)
    rows = [(Determination, fresh.id, fresh), (Designation, later.id, later)]
    services.bus.run_restoring("Fixture", "Fixture", rows, 1)
    words = said(services, DAY)
    assert "Not independent (Rule 10A-3), 2 Nov 2026" in words
    assert "audit committee financial expert" not in words
