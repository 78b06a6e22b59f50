"""Where the real inputs lie; tests are skipped, with the reason, where they are absent."""

import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"


def load(name: str) -> list[dict[str, Any]]:
    """The rows of one file of real data."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the real data file {name} is not beside the checkout")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="session")
def foundation_rows() -> list[dict[str, Any]]:
    """Board meetings of a foundation, 2019 to 2021."""
    return load("dsf-minutes-2019-2021.jsonl")


@pytest.fixture(scope="session")
def motion_rows() -> list[dict[str, Any]]:
    """Motions, attendance and yearly boards of another foundation, 2019 to 2021."""
    return load("owasp-board-2020-2021.jsonl")
