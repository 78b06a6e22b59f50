"""`boarddesk notice`: every document, the invitation with its update, and a sentence where there is none."""

from collections.abc import Callable
from pathlib import Path

import pytest
from icalendar import Calendar

Run = Callable[..., tuple[int, str, str]]
BOARD, ANNUAL = "2026-12-03-board", "2026-05-14-annual"


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


@pytest.mark.parametrize(
    ("kind", "meeting"),
    [("notice", BOARD), ("waivers", BOARD), ("record", BOARD), ("emergency", BOARD), ("inspectors", ANNUAL)],
)
def test_every_document_is_written_and_the_file_stays_as_it_was(
    boarddesk: Run, sample_copy: Path, tmp_path: Path, kind: str, meeting: str
) -> None:
    out, before = tmp_path / f"{kind}.pdf", sample_copy.read_bytes()
    code, said, _err = boarddesk("notice", sample_copy, meeting, "-o", out, "--kind", kind)
    assert (code, said) == (0, f"Wrote {out}.\n")
    assert out.read_bytes().startswith(b"%PDF")
    assert sample_copy.read_bytes() == before


def test_the_invitation_is_remembered_so_that_the_next_is_an_update(
    boarddesk: Run, sample_copy: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "first.ics", tmp_path / "second.ics"
    code, said, _err = boarddesk("notice", sample_copy, BOARD, "-o", first)
    assert (code, said) == (0, f"Wrote {first}. The invitation is for 9 people.\n")
    code, said, _err = boarddesk("notice", sample_copy, BOARD, "-o", second)
    assert (code, said) == (0, f"Wrote {second}. The update is for 9 people.\n")
    entries = [next(iter(Calendar.from_ical(p.read_bytes()).walk("VEVENT"))) for p in (first, second)]
    assert len({str(entry["uid"]) for entry in entries}) == 1


def test_what_cannot_be_written_is_said(boarddesk: Run, sample_copy: Path, tmp_path: Path) -> None:
    code, _out, err = boarddesk("notice", sample_copy, ANNUAL, "-o", tmp_path / "a.ics")
    assert code == 2
    assert "There is no invitation to write for this meeting." in err
    code, _out, err = boarddesk("notice", sample_copy, ANNUAL, "-o", tmp_path / "a.pdf", "--kind", "record")
    assert code == 2
    assert "It is for meetings of the Board and its committees." in err
    assert not (tmp_path / "a.pdf").exists()
