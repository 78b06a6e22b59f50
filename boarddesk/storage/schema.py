"""Numbered migrations, found by their file names, applied with sqlite-utils; the count is the schema's version."""

import importlib
import pkgutil
from functools import cache

from boarddesk.storage.driver import Database, Migrations

APPLICATION_ID = 0x42644B31
"""“BdK1” in the file's header: a company file of this program."""


@cache
def steps() -> Migrations:
    """Every migration in number order."""
    package = importlib.import_module("boarddesk.storage.migrations")
    found = Migrations("boarddesk")
    for module in sorted(pkgutil.iter_modules(package.__path__), key=lambda m: m.name):
        found(name=module.name)(importlib.import_module(f"{package.__name__}.{module.name}").migrate)
    return found


@cache
def newest() -> int:
    """The version that this program writes."""
    package = importlib.import_module("boarddesk.storage.migrations")
    return sum(1 for _ in pkgutil.iter_modules(package.__path__))


def upgrade(db: Database) -> None:
    """Apply what is missing and set the file's version."""
    steps().apply(db)
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {newest()}")
