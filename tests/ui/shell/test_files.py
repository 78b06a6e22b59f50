"""What was chosen and cannot be read is refused by its name, with a way on."""

from pathlib import Path

import pytest

from boarddesk.common.errors import UserError
from boarddesk.ui import files


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "page.pdf"
    path.write_bytes(b"%PDF-1.7")
    assert files.read(path) == b"%PDF-1.7"


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError) as refused:
        files.read(tmp_path / "gone.pdf")
    assert refused.value.sentence() == "“gone.pdf” cannot be read (No such file or directory). Choose another file."
    with pytest.raises(UserError, match="cannot be read"):
        files.read(tmp_path)
