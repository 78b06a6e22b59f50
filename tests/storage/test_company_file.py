"""The company file: what it refuses, what it leaves alone, who may write."""

import contextlib
import os
import random
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.domain.company import Company
from boarddesk.domain.people import Person
from boarddesk.interchange.formats.record_json import Document
from boarddesk.services.commands.create_company import ChangeCompany
from boarddesk.services.commands.import_record import ImportRecord
from boarddesk.services.workspace import Services, file_errors, new_company, open_company
from boarddesk.storage import lock, store
from boarddesk.storage.driver import OperationalError, connect
from boarddesk.storage.schema import APPLICATION_ID, newest

ACME = Company(id="company", name="Acme & Söhne")


def add_people(services: Services, *names: str) -> None:
    rows = tuple(Person(id=f"p{number}", name=name) for number, name in enumerate(names, 1))
    services.bus.do(ImportRecord(Document(rows, (), ""), "people.json"))


@pytest.fixture
def acme(company_path: Path) -> Path:
    services = new_company(company_path, ACME)
    add_people(services, "Víðir Q", "B C")
    services.close()
    return company_path


def refusal(path: Path, *, write: bool = False) -> UserError:
    with pytest.raises(UserError) as caught:
        open_company(path, write=write)
    return caught.value


def test_closed_file_is_one_file(acme: Path) -> None:
    assert [path.name for path in acme.parent.iterdir()] == [acme.name]


def test_header_names_program_and_schema(acme: Path) -> None:
    db = connect(str(acme))
    assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert db.execute("PRAGMA user_version").fetchone() == (newest(),)
    tables = db.execute(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
    ).fetchall()
    loose = {name for name, strict in tables if not strict} - {"sqlite_schema", "_sqlite_migrations"}
    assert not loose
    db.close()


def test_reading_changes_no_byte(acme: Path) -> None:
    before = acme.read_bytes()
    services = open_company(acme, write=False)
    assert services.exported()
    assert services.verified() == ()
    services.close()
    assert acme.read_bytes() == before
    assert [path.name for path in acme.parent.iterdir()] == [acme.name]


def test_refused_command_changes_no_byte(acme: Path) -> None:
    before = acme.read_bytes()
    services = open_company(acme)
    with pytest.raises(UserError):
        services.bus.do(ChangeCompany(Company(id="company", name=" ")))
    services.close()
    assert acme.read_bytes() == before


def test_second_writer_reads_and_learns_who_writes(acme: Path) -> None:
    first = open_company(acme)
    second = open_company(acme)
    assert lock.user_name() in second.why_read_only
    with pytest.raises(UserError, match="reading only") as caught:
        second.bus.do(ChangeCompany(Company(id="company", name="Other")))
    assert caught.value.code == "read_only"
    assert second.record.company == ACME
    second.close()
    assert lock.holder(acme) is not None
    first.close()
    assert lock.holder(acme) is None


def test_lock_of_a_dead_process_is_taken_over(acme: Path) -> None:
    code = f"from pathlib import Path; from boarddesk.storage import lock; lock.acquire(Path({str(acme)!r}))"
    subprocess.run([sys.executable, "-c", code], check=True)
    assert lock.path_for(acme).exists()
    services = open_company(acme)
    assert services.why_read_only == ""
    services.close()


@pytest.mark.parametrize("content", [b"", b"hello", b"%PDF-1.7 something", b"SQLite format 3\0" + bytes(200)])
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.boarddesk"
    path.write_bytes(content)
    assert refusal(path).code == "not_a_company_file"
    assert path.read_bytes() == content


def test_sqlite_file_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.boarddesk"
    db = connect(str(path))
    db.execute("CREATE TABLE t (x)")
    db.commit()
    db.close()
    assert refusal(path, write=True).code == "not_a_company_file"


def test_missing_file_and_folder(tmp_path: Path) -> None:
    assert "no such file" in refusal(tmp_path / "none.boarddesk").what
    assert "folder" in refusal(tmp_path).what


def test_newer_schema_is_refused(acme: Path) -> None:
    db = connect(str(acme))
    db.execute(f"PRAGMA user_version = {newest() + 1}")
    db.commit()
    db.close()
    before = acme.read_bytes()
    assert refusal(acme, write=True).code == "newer_schema"
    assert acme.read_bytes() == before


@pytest.mark.parametrize("keep", [0.95, 0.5, 0.01])
def test_truncated_file_is_refused(acme: Path, keep: float) -> None:
    data = acme.read_bytes()
    acme.write_bytes(data[: max(120, int(len(data) * keep))])
    assert refusal(acme, write=True).code == "truncated"


def test_damaged_page_is_found_and_said(acme: Path) -> None:
    data = bytearray(acme.read_bytes())
    for start in range(4096, len(data), 4096):
        data[start : start + 64] = b"\xff" * 64
    acme.write_bytes(data)
    with pytest.raises(UserError) as caught:
        open_company(acme, write=False).exported()
    assert caught.value.code == "damaged"


def test_write_protected_file_opens_for_reading(acme: Path) -> None:
    acme.chmod(0o444)
    if os.access(acme, os.W_OK):  # the superuser may write anywhere
        pytest.skip("this user may write to protected files")
    services = open_company(acme)
    assert services.why_read_only
    services.close()


def test_disk_full_loses_nothing(acme: Path) -> None:
    services = open_company(acme)
    before = services.exported()
    services.store.db.execute("PRAGMA max_page_count = 1")
    with pytest.raises(UserError) as caught:
        services.bus.do(ChangeCompany(Company(id="company", name="A", address="A" * 500_000)))
    assert caught.value.code == "disk_full"
    assert services.exported() == before
    services.close()
    again = open_company(acme, write=False)
    assert again.exported() == before
    assert again.verified() == ()
    again.close()


def test_killed_process_loses_nothing_committed(acme: Path) -> None:
    code = textwrap.dedent(f"""
        import os
        from pathlib import Path
        from boarddesk.domain.company import Company
        from boarddesk.services.commands.create_company import ChangeCompany
        from boarddesk.services.workspace import open_company
        services = open_company(Path({str(acme)!r}))
        services.bus.do(ChangeCompany(Company(id="company", name="After")))
        os._exit(9)
    """)
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    reading = open_company(acme, write=False)
    assert reading.record.company.name == "After"
    reading.close()
    writing = open_company(acme)
    assert writing.why_read_only == ""
    assert writing.verified() == ()
    writing.close()
    assert [path.name for path in acme.parent.iterdir()] == [acme.name]


def test_closing_while_another_reads_saves_all(acme: Path) -> None:
    code = textwrap.dedent(f"""
        import sys
        from pathlib import Path
        from boarddesk.services.workspace import open_company
        services = open_company(Path({str(acme)!r}), write=False)
        print(services.record.company.name, flush=True)
        sys.stdin.read()
        services.close()
    """)
    writer = open_company(acme)
    writer.bus.do(ChangeCompany(Company(id="company", name="After")))
    reader = subprocess.Popen([sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert reader.stdout is not None
    assert reader.stdout.readline() == "After\n"
    writer.bus.do(ChangeCompany(Company(id="company", name="Later")))
    writer.close()
    reader.communicate()
    again = open_company(acme)
    assert again.record.company.name == "Later"
    again.close()
    assert [path.name for path in acme.parent.iterdir()] == [acme.name]


@pytest.mark.parametrize("beside", ["-wal", "-shm"])
def test_garbage_beside_the_file_is_no_harm(acme: Path, beside: str) -> None:
    acme.with_name(acme.name + beside).write_bytes(os.urandom(5000))
    for write in (False, True):
        services = open_company(acme, write=write)
        assert services.verified() == ()
        services.close()


def test_a_broken_off_write_is_said_when_reading_and_mended_when_writing(acme: Path) -> None:
    acme.with_name(acme.name + "-journal").write_bytes(os.urandom(5000))
    before = acme.read_bytes()
    assert refusal(acme).code == "broken_off"
    assert acme.read_bytes() == before
    services = open_company(acme, write=True)
    assert services.verified() == ()
    services.close()


def test_a_creation_that_fails_leaves_nothing(company_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_db: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(store, "upgrade", full)
    with pytest.raises(UserError) as caught:
        new_company(company_path, ACME)
    assert caught.value.code == "disk_full"
    assert list(company_path.parent.iterdir()) == []


def test_an_empty_file_may_become_a_company(company_path: Path) -> None:
    company_path.touch()
    new_company(company_path, ACME).close()
    assert open_company(company_path, write=False).record.company == ACME


@pytest.mark.parametrize("seed", range(12))
def test_damage_is_always_said_in_a_sentence(acme: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - damage that repeats
    data = bytearray(acme.read_bytes())
    for _ in range(40):
        place = chance.randrange(100, len(data) - 64)
        data[place : place + 64] = chance.randbytes(64)
    acme.write_bytes(data)
    with contextlib.suppress(UserError), file_errors(acme):
        services = open_company(acme, write=False)
        try:
            services.verified()
            services.exported()
        finally:
            services.close()
    assert acme.read_bytes() == data


def test_rows_written_by_something_else_are_found(acme: Path) -> None:
    db = connect(str(acme))
    db.execute("UPDATE people SET name = 'Somebody' WHERE id = 'p1'")
    db.execute("DELETE FROM people WHERE id = 'p2'")
    db.execute("INSERT INTO people (id, name) VALUES ('p3', 'Intruder')")
    db.commit()
    db.close()
    services = open_company(acme, write=False)
    assert services.verified() == (
        "The entry p1 of people is not as the journal left it.",
        "The entry p3 of people is not as the journal left it.",
        "The entry p2 of people is missing, though the journal holds it.",
    )
    services.close()


def test_a_row_that_could_not_be_read_back_is_never_written(acme: Path) -> None:
    services = open_company(acme)
    before = services.exported()
    with pytest.raises(UserError) as caught:
        services.bus.do(ChangeCompany(Company(id="company", name="A" * 501)))
    assert caught.value.what == "The name cannot be kept. It is too long: at most 500 characters."
    assert services.exported() == before
    services.close()


def test_new_company_never_overwrites(acme: Path) -> None:
    before = acme.read_bytes()
    with pytest.raises(UserError) as caught:
        new_company(acme, ACME)
    assert caught.value.code == "exists"
    assert acme.read_bytes() == before


def test_refused_company_leaves_no_file(company_path: Path) -> None:
    with pytest.raises(UserError):
        new_company(company_path, Company(id="company", name=""))
    assert list(company_path.parent.iterdir()) == []


def test_drafts_are_kept_without_journal(acme: Path) -> None:
    services = open_company(acme)
    size = services.journal_size()
    services.store.save_draft("m1/notes", "Mr. V asked")
    assert services.store.drafts() == {"m1/notes": "Mr. V asked"}
    assert services.journal_size() == size
    services.store.save_draft("m1/notes", "")
    assert services.store.drafts() == {}
    services.close()
