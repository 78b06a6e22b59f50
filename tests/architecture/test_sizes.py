"""Files and functions stay small: stops are held everywhere, medians for the whole; the rest is reported (`pytest -s`)."""

import ast
import statistics
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Budget:
    """Lines: what half stay below, what nine tenths should, and what none may pass."""

    median: int
    p90: int
    stop: int


# Patterns from the checkout's top; the budgets are those of the style guide.
FILES = {
    "boarddesk/**/*.py": Budget(120, 300, 500),
    "boarddesk/rules/catalog/*/*.py": Budget(25, 45, 80),
    "boarddesk/ui/pages/*_page.py": Budget(90, 180, 250),
    "boarddesk/ui/dialogs/*_dialog.py": Budget(70, 140, 200),
    "boarddesk/ui/main_window.py": Budget(300, 300, 300),
    "boarddesk/services/commands/*.py": Budget(35, 70, 120),
    "boarddesk/storage/migrations/*.py": Budget(20, 40, 80),
    "resources/rulebooks/*/*.yaml": Budget(20, 60, 120),
    "tests/rules/cases/*/*.yaml": Budget(60, 150, 300),
    "tests/**/test_*.py": Budget(100, 250, 400),
}
FUNCTIONS = Budget(8, 25, 60)
# One kind of file may well run longer than it was guessed to; the house as a whole may not.
HELD_TO_THE_MEDIAN = {"boarddesk/**/*.py", "functions"}


def lines_of(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def measured(top: Path, pattern: str) -> dict[str, int]:
    """Length of each file; a package's almost empty `__init__` does not count."""
    lengths = {path.relative_to(top).as_posix(): lines_of(path) for path in top.glob(pattern)}
    return {name: n for name, n in lengths.items() if not (name.endswith("__init__.py") and n < 5)}


def verdict(what: str, lengths: dict[str, int], budget: Budget) -> list[str]:
    """What is over budget; prints the row of the table that `pytest -s` shows."""
    if not lengths:
        return []
    ordered = sorted(lengths.values())
    median, p90 = statistics.median(ordered), ordered[int(len(ordered) * 0.9) - (len(ordered) > 1)]
    print(
        f"{what}: {len(ordered)}, median {median:.0f} of {budget.median}, "
        f"p90 {p90} of {budget.p90}, largest {ordered[-1]} of {budget.stop}"
    )
    over = [f"{name} has {n} lines, {budget.stop} are allowed" for name, n in lengths.items() if n > budget.stop]
    if median > budget.median and what in HELD_TO_THE_MEDIAN:
        over.append(f"the median of {what} is {median:.0f} lines, {budget.median} are allowed")
    return over


@pytest.mark.parametrize("pattern", FILES)
def test_files(pattern: str, top: Path) -> None:
    assert verdict(pattern, measured(top, pattern), FILES[pattern]) == []


def functions(sources: Iterable[Any]) -> dict[str, int]:
    return {
        f"{source.path}:{node.lineno} {node.name}": node.end_lineno - node.lineno + 1
        for source in sources
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }


def test_functions(sources: list) -> None:
    assert verdict("functions", functions(sources), FUNCTIONS) == []


def test_a_long_function_would_be_found() -> None:
    assert verdict("functions", {"a": 61, "b": 3, "c": 3}, FUNCTIONS) == ["a has 61 lines, 60 are allowed"]
    assert verdict("functions", {"a": 9, "b": 9}, FUNCTIONS) == ["the median of functions is 9 lines, 8 are allowed"]
