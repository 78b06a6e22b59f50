"""`boarddesk produce`: demands are listed, a set is written, kept once with --record, then written byte for byte."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

Run = Callable[..., tuple[int, str, str]]
DEMAND = "fennel-ridge-2026"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


def test_the_demands_are_listed(boarddesk: Run, sample_copy: Path) -> None:
    code, said, _err = boarddesk("produce", sample_copy)
    assert code == 0
    assert said == f"{DEMAND}  Demand of Fennel Ridge Partners LP: To be answered, answer due 17 Nov 2026\n"


def test_a_set_is_written_and_the_file_stays_as_it_was(boarddesk: Run, sample_copy: Path, tmp_path: Path) -> None:
    before = sample_copy.read_bytes()
    code, said, _err = boarddesk("produce", sample_copy, DEMAND, "-o", tmp_path / "set", "--apart")
    assert code == 0
    assert "39 produced, 1 in part, 1 withheld, 4 not there." in said
    assert "  Not there: Minutes of the board and its committees: Minutes of the Board, regular meeting, 22 Oct" in said
    assert sample_copy.read_bytes() == before
    records = sorted(path.name for path in (tmp_path / "set" / "records").iterdir())
    assert records[0].startswith("LKF000001")
    assert records[-1] == "index.pdf"
    with pikepdf.open(tmp_path / "set" / "LKF-records.pdf") as pdf:
        assert pdf.pages[-1].label.startswith("LKF0000")


def test_what_was_produced_is_kept_and_written_again(boarddesk: Run, sample_copy: Path, tmp_path: Path) -> None:
    code, said, _err = boarddesk("produce", sample_copy, DEMAND, "-o", tmp_path / "one", "--record")
    assert code == 0
    assert said.endswith("Kept in the company file as produced.\n")
    code, said, _err = boarddesk("produce", sample_copy)
    assert "Produced 12 Nov 2026, LKF000001 to LKF" in said
    code, _said, _err = boarddesk("produce", sample_copy, DEMAND, "-o", tmp_path / "two")
    assert code == 0
    for name in ("LKF-records.pdf", "LKF-privilege-log.pdf"):
        assert (tmp_path / "two" / name).read_bytes() == (tmp_path / "one" / name).read_bytes()


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("nobody", "-o", "x"), "There is no such demand"),
        ((DEMAND,), "Name the folder"),
        ((DEMAND, "-o", "x", "--record", "--on", "2026-11-01"), "as of today"),
    ],
)
def test_what_cannot_be_done_is_said(
    boarddesk: Run, sample_copy: Path, tmp_path: Path, arguments: tuple[str, ...], why: str
) -> None:
    given = [tmp_path / "set" if each == "x" else each for each in arguments]
    code, _said, err = boarddesk("produce", sample_copy, *given)
    assert code == 2
    assert why in err
    assert not (tmp_path / "set").exists()


def test_the_matrix_is_a_report(boarddesk: Run, sample_copy: Path, tmp_path: Path) -> None:
    code, _said, _err = boarddesk("report", sample_copy, "authorities", "-o", tmp_path / "a.pdf")
    assert code == 0
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")
