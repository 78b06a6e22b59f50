"""Words kept to be found by: pages anew, phrases, beginnings, letters without accents."""

from collections.abc import Iterator

import pytest

from boarddesk.storage import texts
from boarddesk.storage.driver import Database, connect
from boarddesk.storage.schema import upgrade


@pytest.fixture
def db() -> Iterator[Database]:
    made = Database(connect(":memory:", isolation_level=None), execute_plugins=False)
    with made.atomic():
        upgrade(made)
    yield made
    made.conn.close()


def places(db: Database, *wanted: str) -> list[tuple[str, int]]:
    return [(found.source, found.page) for found in texts.find(db, wanted, 10)]


def test_every_word_must_be_there_and_the_last_may_have_only_begun(db: Database) -> None:
    texts.keep(db, "attachments", "a", ["The quorum was lost.", "A dividend was declared."])
    assert places(db, "quorum") == [("a", 1)]
    assert places(db, "divid") == [("a", 2)]
    assert places(db, "di") == []
    assert places(db, "dividend", "quorum") == []
    assert places(db, "was", "declared") == [("a", 2)]


def test_a_phrase_is_found_only_as_it_stands(db: Database) -> None:
    texts.keep(db, "motions", "m", ["the lease of the site and its fitting out"], first=0)
    assert places(db, "lease of the site") == [("m", 0)]
    assert places(db, "site of the lease") == []


@pytest.mark.parametrize("typed", ["Sørhaug", "sorhaug", "SØRHAUG"])
def test_letters_of_other_languages_are_found_as_they_are_typed(db: Database, typed: str) -> None:
    texts.keep(db, "motions", "m", ["Ms. Sørhaug abstained."], first=0)
    assert places(db, typed) == [("m", 0)]


@pytest.mark.parametrize("typed", ['"', "AND", "a OR", "NEAR(", "*", "-", "body:", "lease)", ""])
def test_signs_of_the_index_are_words_or_nothing(db: Database, typed: str) -> None:
    texts.keep(db, "motions", "m", ["and or near body lease"], first=0)
    assert isinstance(texts.find(db, typed.split(), 10), tuple)


def test_keeping_anew_and_forgetting_leave_nothing_of_before(db: Database) -> None:
    texts.keep(db, "attachments", "a", ["first", "second"])
    texts.keep(db, "attachments", "a", ["third"])
    assert (places(db, "first"), places(db, "third")) == ([], [("a", 1)])
    texts.forget(db, "attachments", "a")
    assert places(db, "third") == []
    assert texts.sources(db, "attachments") == frozenset()


def test_what_most_pages_hold_is_answered_with_the_last_ones(db: Database) -> None:
    many = texts.COMMON + 20
    texts.keep(db, "attachments", "a", ["The Board met."] * many)
    assert places(db, "board")[:2] == [("a", many), ("a", many - 1)]


def test_how_far_the_journal_was_seen_is_remembered(db: Database) -> None:
    assert texts.seen(db) == 0
    texts.see(db, 7)
    texts.see(db, 9)
    assert texts.seen(db) == 9
