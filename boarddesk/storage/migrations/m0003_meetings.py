"""The third schema: notices, versions of minutes, comments, signatures, seals, corrections, holds, own wording."""

from pathlib import Path

from boarddesk.storage.driver import Database
from boarddesk.storage.migrations.m0001_record import statements


def migrate(db: Database) -> None:
    """Add the tables and columns of the third schema, one statement after the other."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        db.execute(statement)
