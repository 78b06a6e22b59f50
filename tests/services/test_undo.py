"""Undo and redo, named, across restarts, and refused where the law of the house says so."""

from datetime import datetime
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.meetings import AgendaItem, Meeting
from boarddesk.domain.row import Row
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.commands.create_company import ChangeCompany
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.workspace import Services, new_company, open_company


@pytest.fixture
def services(company_path: Path) -> Services:
    return new_company(company_path, Company(id="company", name="Acme"))


def rename(services: Services, name: str) -> None:
    services.bus.do(ChangeCompany(Company(id="company", name=name)))


def add(services: Services, *rows: Row) -> None:
    services.bus.do(ImportRecord(Document(rows, (), ""), "rows.json"))


def test_undo_and_redo_walk_back_and_forth(services: Services) -> None:
    rename(services, "Beta")
    rename(services, "Gamma")
    for expected in ("Beta", "Acme"):
        services.history.undo()
        assert services.record.company.name == expected
    for expected in ("Beta", "Gamma"):
        services.history.redo()
        assert services.record.company.name == expected
    assert services.history.redo_label() is None
    assert services.verified() == ()
    services.close()


def test_undo_survives_closing(services: Services) -> None:
    rename(services, "Beta")
    services.history.undo()
    services.close()
    again = open_company(services.path)
    assert again.history.redo_label() == "Change the company's particulars"
    again.history.redo()
    assert again.record.company.name == "Beta"
    again.close()


def test_a_new_step_ends_redo(services: Services) -> None:
    rename(services, "Beta")
    services.history.undo()
    rename(services, "Gamma")
    with pytest.raises(UserError) as caught:
        services.history.redo()
    assert caught.value.code == "nothing_to_redo"
    services.close()


def test_the_first_step_cannot_be_undone(services: Services) -> None:
    with pytest.raises(UserError) as caught:
        services.history.undo()
    assert caught.value.code == "nothing_to_undo"
    assert services.history.undo_label() is None
    services.close()


def test_circulated_minutes_close_a_meeting(services: Services) -> None:
    start = datetime(2026, 1, 5, 9)
    meeting = Meeting(id="m1", body="board", starts=start, minutes_circulated_on=start.date())
    add(services, meeting, AgendaItem(id="m1-1", meeting="m1", position=1, title="Call to order"))
    with pytest.raises(UserError) as caught:
        services.history.undo()
    assert caught.value.code == "not_undoable"
    services.close()


def test_change_notices_name_tables_and_ids(services: Services) -> None:
    heard = []
    stop = services.bus.listen(heard.append)
    rename(services, "Beta")
    stop()
    rename(services, "Gamma")
    assert [(change.tables, change.ids) for change in heard] == [(frozenset({"company"}), frozenset({"company"}))]
    services.close()
