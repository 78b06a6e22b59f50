"""The command line as a program would call it."""

from collections.abc import Callable

import pytest

from boarddesk.cli.main import run


@pytest.fixture
def boarddesk(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """Exit code, output and errors of a call; whatever the input, a sentence and never a traceback."""

    def call(*args: object) -> tuple[int, str, str]:
        code = run([str(arg) for arg in args])
        said = capsys.readouterr()
        assert "unforeseen" not in said.err
        assert "Traceback" not in said.err
        return code, said.out, said.err

    return call
