"""The linters find nothing: one test command proves style, types and layers together."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LINTERS = {
    "ruff check": ["ruff", "check", "--output-format=concise"],
    "ruff format": ["ruff", "format", "--check"],
    "mypy": ["mypy"],
    "import-linter": ["lint-imports"],
}


@pytest.mark.parametrize("name", LINTERS)
def test_linter(name: str, top: Path) -> None:
    program, *arguments = LINTERS[name]
    tool = shutil.which(program, path=str(Path(sys.executable).parent))
    assert tool, f"{program} is not installed beside this Python"
    done = subprocess.run([tool, *arguments], cwd=top, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout[-8000:] + done.stderr[-2000:]
