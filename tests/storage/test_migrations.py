"""Old company files open in newer versions: a backup first, then one step after the other."""

import errno
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from boarddesk.domain.company import Company
from boarddesk.services.workspace import new_company, open_company
from boarddesk.storage import header, lock, schema, store
from boarddesk.storage.driver import Database, Migrations, connect

VERSIONS = Path(__file__).parent / "versions"


@pytest.fixture
def one_more_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is one schema ahead of this one."""
    now = schema.newest()
    known = schema.steps()
    ahead = Migrations("boarddesk")
    for step in known._migrations:
        ahead(name=step.name)(step.fn)

    @ahead(name="m9999_nicknames")
    def nicknames(db: Database) -> None:
        db.execute("ALTER TABLE drafts ADD COLUMN nickname TEXT")

    def newest() -> int:
        return now + 1

    monkeypatch.setattr(schema, "steps", lambda: ahead)
    for module in (schema, header, store):
        monkeypatch.setattr(module, "newest", newest)


@pytest.fixture
def acme(company_path: Path) -> Path:
    new_company(company_path, Company(id="company", name="Acme")).close()
    return company_path


def columns(path: Path) -> set[str]:
    db = connect(str(path))
    try:
        return {row[1] for row in db.execute("PRAGMA table_info(drafts)").fetchall()}
    finally:
        db.close()


def test_opening_for_writing_migrates_after_a_backup(acme: Path, request: pytest.FixtureRequest) -> None:
    before = acme.read_bytes()
    request.getfixturevalue("one_more_step")
    services = open_company(acme)
    assert services.record.company.name == "Acme"
    services.close()
    assert "nickname" in columns(acme)
    [backup] = [path for path in acme.parent.iterdir() if path != acme]
    assert f".before-v{schema.newest()}-" in backup.name
    assert "nickname" not in columns(backup)
    assert len(backup.read_bytes()) == len(before)


def test_opening_for_reading_leaves_the_old_file_as_it_is(acme: Path, request: pytest.FixtureRequest) -> None:
    before = acme.read_bytes()
    request.getfixturevalue("one_more_step")
    services = open_company(acme, write=False)
    assert services.record.company.name == "Acme"
    services.close()
    assert acme.read_bytes() == before
    assert list(acme.parent.iterdir()) == [acme]


def test_a_step_that_fails_leaves_the_file_as_it_was(
    acme: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    request.getfixturevalue("one_more_step")
    broken = Migrations("boarddesk")
    for step in schema.steps()._migrations[:-1]:
        broken(name=step.name)(step.fn)

    @broken(name="m9999_broken")
    def fails(db: Database) -> None:
        db.execute("ALTER TABLE drafts ADD COLUMN half TEXT")
        raise RuntimeError("no")

    monkeypatch.setattr(schema, "steps", lambda: broken)
    with pytest.raises(RuntimeError):
        open_company(acme)
    assert "half" not in columns(acme)
    assert lock.holder(acme) is None


@pytest.mark.parametrize("fixture", sorted(VERSIONS.glob("v*.boarddesk")), ids=lambda path: path.stem)
def test_every_released_schema_opens(fixture: Path, tmp_path: Path) -> None:
    path = tmp_path / fixture.name
    shutil.copyfile(fixture, path)
    for write in (False, True):
        services = open_company(path, write=write)
        assert services.verified() == ()
        assert services.record.company.name == "Old Files, Inc."
        assert services.exported()
        services.close()


def test_a_folder_that_cannot_be_written_to_opens_for_reading(acme: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.open

    def refused(path: Any, flags: int, *rest: Any) -> int:
        if str(path).endswith(".lock"):
            raise OSError(errno.EROFS, "Read-only file system")
        return real(path, flags, *rest)

    monkeypatch.setattr(os, "open", refused)
    before = acme.read_bytes()
    services = open_company(acme)
    assert services.why_read_only == "Its folder cannot be written to (Read-only file system)."
    services.close()
    assert acme.read_bytes() == before
