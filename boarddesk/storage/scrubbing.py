"""Writing the file anew after a disposal: asked for with the disposal itself, so that no crash lets it be forgotten."""

from boarddesk.storage.driver import Database

_WAITS = ("file", "scrub")
"""The place in the index that says so; no row of the record and no file is of that kind."""


def ask(db: Database) -> None:
    """Note that something was taken out for good; the caller holds the transaction."""
    db.execute("INSERT OR IGNORE INTO text_places (kind, source, page) VALUES (?, ?, 0)", list(_WAITS))


def waits(db: Database) -> bool:
    """Whether something was taken out for good since the file was last written anew."""
    found = db.execute("SELECT 1 FROM text_places WHERE kind = ? AND source = ?", list(_WAITS)).fetchone()
    return found is not None


def write_anew(db: Database) -> bool:
    """Write every page anew and empty the write-ahead log; False where a reader still holds the log."""
    db.execute("INSERT INTO texts(texts) VALUES ('optimize')")
    db.execute("VACUUM")
    busy, _log, _folded = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    if busy:
        return False
    db.execute("DELETE FROM text_places WHERE kind = ? AND source = ?", list(_WAITS))
    return True
