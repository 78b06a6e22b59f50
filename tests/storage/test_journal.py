"""The journal: chained, complete, and telling when something was altered."""

from pathlib import Path

import pytest

from boarddesk.domain.company import Company
from boarddesk.services.commands.create_company import ChangeCompany
from boarddesk.services.workspace import Services, new_company, open_company
from boarddesk.storage import journal
from boarddesk.storage.driver import connect


@pytest.fixture
def services(company_path: Path) -> Services:
    services = new_company(company_path, Company(id="company", name="Acme"))
    for name in ("Beta", "Gamma", "Delta"):
        services.bus.do(ChangeCompany(Company(id="company", name=name)))
    return services


def test_one_row_a_write_with_before_and_after(services: Services) -> None:
    entries = list(journal.entries(services.store.db))
    assert [entry.command for entry in entries] == ["CreateCompany"] + ["ChangeCompany"] * 3
    payload = journal.payload_of(services.store.db, 3)
    assert payload is not None
    assert [(c.before, c.after) for c in payload.changes] == [
        (
            {"id": "company", "name": "Beta", "calendar_name": "Acme"},
            {"id": "company", "name": "Gamma", "calendar_name": "Acme"},
        )
    ]
    services.close()


def test_nothing_changed_writes_no_row(services: Services) -> None:
    services.bus.do(ChangeCompany(services.record.company))
    assert services.journal_size()[0] == 4
    services.close()


def test_history_of_a_row(services: Services) -> None:
    found = [change.after for _entry, change in journal.touching(services.store.db, "company", "company")]
    assert [values["name"] for values in found if values] == ["Acme", "Beta", "Gamma", "Delta"]
    services.close()


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        (
            "UPDATE journal_payloads SET payload = replace(payload, 'Gamma', 'Gamna') WHERE seq = 3",
            "content of entry 3",
        ),
        ("DELETE FROM journal_payloads WHERE seq = 2", "content of entry 2 is missing"),
        ("UPDATE journal SET who = 'nobody' WHERE seq = 2", "Entry 2 was altered"),
        ("UPDATE journal SET ids = '[]' WHERE seq = 2", "Entry 2 was altered"),
        ("DELETE FROM journal WHERE seq = 2", "Entry 2 is missing"),
    ],
)
def test_tampering_is_found(services: Services, statement: str, says: str) -> None:
    path = services.path
    services.close()
    db = connect(str(path))
    for trigger in ("journal_rows_stay", "journal_rows_are_kept"):
        db.execute(f"DROP TRIGGER {trigger}")
    db.execute(statement)
    db.commit()
    db.close()
    again = open_company(path, write=False)
    assert any(says in fault for fault in again.verified())
    again.close()


def test_journal_rows_cannot_be_changed_by_accident(services: Services) -> None:
    with pytest.raises(Exception, match="only ever added"):
        services.store.db.execute("DELETE FROM journal")
    services.close()
