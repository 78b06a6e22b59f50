"""The sample company's files, merged and read as the program reads them."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from boarddesk.common import resources
from boarddesk.domain.record import Record
from boarddesk.domain.row import Row
from boarddesk.domain.tables import BY_NAME


@pytest.fixture(scope="session")
def folder() -> Path:
    """Where the sample's files are."""
    return resources.path("sample_company")


@pytest.fixture(scope="session")
def tables(folder: Path) -> dict[str, list[dict[str, Any]]]:
    """Table name → rows as they stand in the files, in file order."""
    merged: dict[str, list[dict[str, Any]]] = {}
    for path in sorted(folder.glob("*.json")):
        for table, rows in msgspec.json.decode(path.read_bytes()).items():
            if table != "boarddesk":
                merged.setdefault(table, []).extend(rows)
    return merged


@pytest.fixture(scope="session")
def rows(tables: dict[str, list[dict[str, Any]]]) -> list[Row]:
    """Every row, converted strictly."""
    return [
        msgspec.convert(row, BY_NAME[table], strict=True)
        for table, found in tables.items()
        if table != "attachments"
        for row in found
    ]


@pytest.fixture(scope="session")
def record(rows: list[Row]) -> Record:
    """The sample company's record."""
    return Record.of(rows)
