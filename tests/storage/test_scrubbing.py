"""The file is written anew after a disposal: from another thread, after a crash, and not while somebody reads."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.storage import lock, scrubbing, texts
from boarddesk.storage import store as store_module
from boarddesk.storage.driver import Database, connect
from boarddesk.storage.store import Store

WORD = "Quetzalcoatl"


@pytest.fixture
def store(company_path: Path) -> Iterator[Store]:
    """A file in whose free space stands a word that was taken out, and which is to be written anew."""
    made = Store.create(company_path)
    made.save_draft("note/1", f"{WORD} " * 400)
    made.save_draft("note/1", "")
    with made.atomic() as db:
        texts.keep(db, "attachments", "a", [f"{WORD} doubts it"])
    with made.atomic() as db:
        texts.forget(db, "attachments", "a")
        scrubbing.ask(db)
    yield made
    made.db.conn.close()


def there(path: Path) -> bool:
    """Whether the word stands in a byte of the file or of what lies beside it."""
    return any(WORD.encode() in each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def test_it_is_written_anew_from_another_thread_while_reading_goes_on(store: Store) -> None:
    assert there(store.path)
    assert store.to_be_scrubbed()
    thread = threading.Thread(target=store.scrub)
    thread.start()
    while thread.is_alive():
        assert store.drafts() == {}
    thread.join()
    assert not there(store.path)
    assert not store.to_be_scrubbed()
    store.save_draft("note/2", "and writing too")
    assert store.drafts() == {"note/2": "and writing too"}
    store.close()


def test_what_is_written_meanwhile_waits_and_is_kept(store: Store) -> None:
    begun, go_on = threading.Event(), threading.Event()
    write_anew = scrubbing.write_anew

    def slow(db: object) -> bool:
        begun.set()
        assert go_on.wait(10)
        return write_anew(db)  # type: ignore[arg-type]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scrubbing, "write_anew", slow)
        thread = threading.Thread(target=store.scrub)
        thread.start()
        assert begun.wait(10)
        typing = threading.Thread(target=store.save_draft, args=("note/3", "typed meanwhile"))
        typing.start()
        typing.join(0.1)
        assert typing.is_alive()
        go_on.set()
        thread.join()
        typing.join()
    assert store.drafts() == {"note/3": "typed meanwhile"}
    assert not there(store.path)
    store.close()


def test_a_crash_before_it_leaves_it_to_the_next_session(store: Store) -> None:
    store.db.conn.close()  # as a crash leaves it: not folded back
    lock.release(store.path)
    assert there(store.path)
    reader = Store.open(store.path)
    reader.close()
    assert there(store.path)
    again = Store.open(store.path, write=True)
    assert again.to_be_scrubbed()
    again.close()
    assert not there(store.path)


def test_a_reader_in_the_way_is_told_and_it_is_done_once_it_is_gone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = connect(str(store.path))
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM drafts").fetchone()

    def impatient(path: Path, mode: str) -> Database:
        db = connected(path, mode)
        db.execute("PRAGMA busy_timeout = 50")
        return db

    connected = store_module._connect
    monkeypatch.setattr(store_module, "_connect", impatient)
    with pytest.raises(UserError, match="could not be written anew"):
        store.scrub()
    assert store.to_be_scrubbed()
    reader.close()
    store.close()
    assert not there(store.path)
