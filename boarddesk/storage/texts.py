"""The words of papers, minutes and motions, to be found by: derived from the record, so no journal row is written.

A place is a kind (a table of the record, or “attachments”), the id or SHA-256 within it, and a page.
"""

import unicodedata
from collections.abc import Iterable, Sequence

import msgspec

from boarddesk.common.text import LETTERS
from boarddesk.storage.driver import Database

MARK = "\x01"
"""Stands before and after a word found, in a snippet."""
SNIPPET_WORDS = 24
COMMON = 500
"""Beyond so many places, weighing each against the others takes longer than it is worth."""
LEAST_BEGINNING = 3
"""Letters from which on the last word may be a beginning only."""
_SEEN = ("journal", "2")
"""Counted up when more of the record is taken, so that all of it is taken anew."""


class Found(msgspec.Struct, frozen=True):
    """One place that holds the words: pages count from 1, rows of the record have page 0."""

    kind: str
    source: str
    page: int
    snippet: str


def keep(db: Database, kind: str, source: str, pages: Sequence[str], first: int = 1) -> None:
    """Keep the words of one source anew, page by page; the caller holds the transaction."""
    forget(db, kind, source)
    for number, body in enumerate(pages, first):
        query = "INSERT INTO text_places (kind, source, page) VALUES (?, ?, ?)"
        place = db.execute(query, [kind, source, number]).lastrowid
        db.execute("INSERT INTO texts (rowid, body, also) VALUES (?, ?, ?)", [place, body, _also(body)])


def forget(db: Database, kind: str, source: str) -> None:
    """Take the words of one source out; the caller holds the transaction."""
    query = "SELECT id FROM text_places WHERE kind = ? AND source = ?"
    for (place,) in db.execute(query, [kind, source]).fetchall():
        db.execute("DELETE FROM texts WHERE rowid = ?", [place])
        db.execute("DELETE FROM text_places WHERE id = ?", [place])


def sources(db: Database, kind: str) -> frozenset[str]:
    """Every source of a kind whose words are kept."""
    return frozenset(row[0] for row in db.execute("SELECT DISTINCT source FROM text_places WHERE kind = ?", [kind]))


def seen(db: Database) -> int:
    """The journal's row up to which the record's own words were taken; 0 where they never were."""
    row = db.execute("SELECT page FROM text_places WHERE kind = ? AND source = ?", list(_SEEN)).fetchone()
    return row[0] if row else 0


def see(db: Database, seq: int) -> None:
    """Note that the record's words were taken up to a row of the journal; the caller holds the transaction."""
    db.execute("DELETE FROM text_places WHERE kind = ?", [_SEEN[0]])
    db.execute("INSERT INTO text_places (kind, source, page) VALUES (?, ?, ?)", [*_SEEN, seq])


def find(db: Database, wanted: Iterable[str], limit: int) -> tuple[Found, ...]:
    """The places that hold every word or phrase, the best first; where most do, those that came last.

    The last word may be the beginning of one.
    """
    match = query_of(wanted)
    if not match:
        return ()
    some = db.execute("SELECT rowid FROM texts WHERE texts MATCH ? LIMIT ?", [match, COMMON + 1]).fetchall()
    order = "ORDER BY rank" if len(some) <= COMMON else "ORDER BY rowid DESC"
    found = (
        f"SELECT rowid AS place, snippet(texts, 0, ?, ?, '…', ?) AS said FROM texts WHERE texts MATCH ? {order} LIMIT ?"  # noqa: S608
    )
    query = f"SELECT p.kind, p.source, p.page, said FROM ({found}) JOIN text_places p ON p.id = place"  # noqa: S608
    rows = db.execute(query, [MARK, MARK, SNIPPET_WORDS, match, limit])
    return tuple(Found(*row) for row in rows.fetchall())


def query_of(wanted: Iterable[str]) -> str:
    """Words and phrases as the index asks for them; what it would take for an operator is a word like any other."""
    cleaned = [words for text in wanted if (words := _words_in(text))]
    beginning = " *" if cleaned and len(cleaned[-1]) >= LEAST_BEGINNING else ""
    return " AND ".join(f'"{words}"' for words in cleaned) + beginning


def _words_in(text: str) -> str:
    """The words of a text without the signs between them."""
    return " ".join("".join(c if c.isalnum() or unicodedata.combining(c) else " " for c in text).split())


def _also(body: str) -> str:
    """The words with letters that no accent makes of others, as they are typed without them: “sorhaug”."""
    special = [word for word in _words_in(body).lower().split() if word.translate(LETTERS) != word]
    return " ".join(dict.fromkeys(word.translate(LETTERS) for word in special))
