"""The project's own sources, read once for all the rules about them."""

import ast
from dataclasses import dataclass
from pathlib import Path

import pytest

TOP = Path(__file__).parents[2]


@dataclass(frozen=True)
class Source:
    """One Python file of the package: its path from the top, its lines and its syntax tree."""

    path: str
    lines: int
    tree: ast.Module


@pytest.fixture(scope="session")
def top() -> Path:
    return TOP


@pytest.fixture(scope="session")
def sources() -> list[Source]:
    found = []
    for path in sorted(TOP.joinpath("boarddesk").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        found.append(Source(path.relative_to(TOP).as_posix(), len(text.splitlines()), ast.parse(text)))
    return found
