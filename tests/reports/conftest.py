"""Golden texts: what a document says, page by page; rewritten only with `--update-golden`."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.reports.reading import text_of

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The one way to rewrite the golden texts, so that a change is read as a diff."""
    parser.addoption("--update-golden", action="store_true", help="rewrite the golden texts of documents")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, bytes], None]:
    """Compare a PDF's text with its golden file."""
    update = request.config.getoption("--update-golden", default=False)

    def check(name: str, pdf: bytes) -> None:
        path, text = GOLDEN / f"{name}.txt", text_of(pdf)
        if update:
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8"), f"{name} reads differently; look at it, then --update-golden"

    return check
