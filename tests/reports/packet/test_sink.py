"""A full disk while a packet is being written: a sentence, never the end of the process."""

import errno
from pathlib import Path

import pikepdf
import pytest

from boarddesk.reports.packet.sink import Sink

FULL = Path("/dev/full")


def test_what_is_written_arrives(tmp_path: Path) -> None:
    with pikepdf.new() as pdf, Sink(tmp_path / "x.pdf") as out:
        pdf.add_blank_page()
        pdf.save(out)
    with pikepdf.open(tmp_path / "x.pdf") as pdf:
        assert len(pdf.pages) == 1


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_after_the_writing() -> None:
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        with pytest.raises(OSError) as caught, Sink(FULL) as out:  # noqa: PT011 - the number is asserted
            pdf.save(out)
    assert caught.value.errno == errno.ENOSPC
