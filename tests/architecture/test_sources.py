"""Rules that no linter knows: empty packages, sentences, one clock, no numbers of law, translated words."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

# Zero, one, the two that halves a majority, the hundred that makes a percentage: arithmetic, not law.
ARITHMETIC = {0, 1, 2, 100}
CLOCKS = {"today", "now", "utcnow"}
SHOWN_BY_METHOD = {
    "setText",
    "setTitle",
    "setWindowTitle",
    "setToolTip",
    "setStatusTip",
    "setPlaceholderText",
    "setAccessibleName",
    "setAccessibleDescription",
    "setInformativeText",
    "addAction",
    "addMenu",
    "addTab",
    "addItem",
    "addRow",
}
SHOWN_BY_CLASS = {"QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu"}


def where(source: Any, node: ast.AST) -> str:
    return f"{source.path}:{node.lineno}"


def name_of(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def test_packages_are_empty(sources: list) -> None:
    assert [s.path for s in sources if s.path.endswith("__init__.py") and s.lines] == []


def test_modules_classes_and_functions_have_a_sentence(sources: list) -> None:
    silent = []
    for source in sources:
        if source.path.endswith("__init__.py"):
            continue
        if not ast.get_docstring(source.tree):
            silent.append(source.path)
        silent += [
            f"{where(source, node)} {node.name}"
            for node in source.tree.body
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ]
    assert silent == []


def clock_readings(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        called = node.func if isinstance(node, ast.Call) else None
        if isinstance(called, ast.Attribute) and called.attr in CLOCKS:
            owner = ast.unparse(called.value)
            if owner.rpartition(".")[2] in {"date", "datetime"}:
                yield node


def test_one_module_reads_the_clock(sources: list) -> None:
    readers = [
        where(source, node)
        for source in sources
        if source.path != "boarddesk/common/clock.py"
        for node in clock_readings(source.tree)
    ]
    assert readers == []
    assert len(list(clock_readings(ast.parse("date.today(); dt.datetime.now(tz); clock.now(); day.today")))) == 2


def numbers_of_law(tree: ast.Module) -> Iterator[ast.Constant]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) in {int, float} and node.value not in ARITHMETIC:
            yield node


def test_rule_files_hold_no_number_of_law(sources: list) -> None:
    found = [
        f"{where(source, node)} {node.value}"
        for source in sources
        if source.path.startswith("boarddesk/rules/catalog/")
        for node in numbers_of_law(source.tree)
    ]
    assert found == []
    assert len(list(numbers_of_law(ast.parse("a >= 75; b > 120_000.01; days(180); half * 2; True; c[0]")))) == 3


def is_words(node: ast.expr) -> bool:
    """Whether an argument is text with letters in it, written in place."""
    parts = node.values if isinstance(node, ast.JoinedStr) else [node]
    return any(
        isinstance(part, ast.Constant)
        and isinstance(part.value, str)
        and any(letter.isalpha() for letter in part.value)
        for part in parts
    )


def untranslated(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and name_of(node.func) in SHOWN_BY_METHOD | SHOWN_BY_CLASS
            and any(is_words(argument) for argument in node.args[:2])
        ):
            yield node


def test_words_in_the_window_can_be_translated(sources: list) -> None:
    found = [
        f"{where(source, node)} {ast.unparse(node)[:80]}"
        for source in sources
        if source.path.startswith(("boarddesk/ui/", "boarddesk/app/"))
        for node in untranslated(source.tree)
    ]
    assert found == []
    bad = 'a.setText("Open"); QtWidgets.QLabel(f"{n} seats", self); a.setText(self.tr("Open")); a.setText("–")'
    assert len(list(untranslated(ast.parse(bad)))) == 2


def test_the_command_line_starts_without_the_window(top: Path) -> None:
    code = "import sys, boarddesk.cli.main; print(sorted(m for m in sys.modules if m.startswith('PySide6')))"
    done = subprocess.run([sys.executable, "-c", code], cwd=top, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "[]"
