"""The fourth schema: plans, copies and supplements of packets, and the document room."""

from pathlib import Path

from boarddesk.storage.driver import Database
from boarddesk.storage.migrations.m0001_record import statements


def migrate(db: Database) -> None:
    """Add the tables and columns of the fourth schema, one statement after the other."""
    for statement in statements(Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")):
        db.execute(statement)
