"""The packet on the command line: written, issued, supplemented, for management and in copies of a director."""

from collections.abc import Callable
from pathlib import Path

import pytest

from boarddesk.domain.notices import Issue
from boarddesk.domain.packets import PacketCopy
from boarddesk.services.packet_issues import issue_title, issues_of
from boarddesk.services.workspace import open_company
from tests.services.meeting_case import company
from tests.services.packet_case import MEETING, add, with_packet, words_in

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def on_the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", "2026-11-12")


@pytest.fixture
def ready(company_path: Path) -> Path:
    """A company with a packet that is ready."""
    with_packet(company(company_path)).close()
    return company_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "copies"
    made.mkdir()
    return made


def titles(path: Path) -> list[str]:
    services = open_company(path, write=False)
    try:
        return [issue_title(services.record, issue) for issue in issues_of(services.record, MEETING)]
    finally:
        services.close()


def test_packet_writes_the_file_and_nothing_else(boarddesk: Run, ready: Path, tmp_path: Path) -> None:
    before = ready.read_bytes()
    out = tmp_path / "packet.pdf"
    code, said, _err = boarddesk("packet", ready, MEETING, "-o", out)
    assert code == 0
    assert said.startswith(f"Wrote {out}, ")
    assert {"Quarzite", "Obsidian", "Feldspar"} <= set(words_in(out).split())
    management = tmp_path / "management.pdf"
    assert boarddesk("packet", ready, MEETING, "-o", management, "--variant", "management")[0] == 0
    assert "Feldspar" not in words_in(management)
    mine = tmp_path / "mine.pdf"
    assert boarddesk("packet", ready, MEETING, "-o", mine, "--for", "Nakagawa-Reyes", "--two-up")[0] == 0
    assert "Obsidian" not in words_in(mine)
    assert ready.read_bytes() == before
    code, _said, err = boarddesk("packet", ready, MEETING, "-o", mine, "--variant", "committee")
    assert code == 2
    assert "Name it with --body: audit." in err


def test_issue_keeps_it_and_notes_the_copies(boarddesk: Run, ready: Path, folder: Path) -> None:
    code, said, _err = boarddesk(
        "issue", ready, MEETING, "-o", folder, "--to", "Okoro-Llewelyn, Nakagawa-Reyes", "--by", "e-mail", "--encrypt"
    )
    assert code == 0
    assert said.startswith("Version 1 is kept; 2 files written.")
    passwords = {
        line.partition(": ")[0].strip(): line.partition(": ")[2] for line in said.splitlines() if "Pass" in line
    }
    mine = next(folder.glob("*Nakagawa*"))
    assert "Obsidian" not in words_in(mine, passwords["Password of Josephine Nakagawa-Reyes"])
    services = open_company(ready)
    assert [copy.manner for copy in services.record.all(PacketCopy)] == ["e-mail", "e-mail"]
    add(services, 3, "Late audit memo", "Gabbro", 1)
    services.close()
    code, _said, err = boarddesk("issue", ready, MEETING, "-o", folder, "--supplement", "--why", "9-A=Nothing")
    assert code == 2
    assert "What has changed: " in err
    assert "3-B" in err
    code, said, _err = boarddesk(
        "issue", ready, MEETING, "-o", folder, "--supplement", "--why", "3-B=It came late.", "--to", "Okoro-Llewelyn"
    )
    assert code == 0
    assert said.startswith("Version 2 is kept; 2 files written.")
    assert "It came late." in words_in(next(folder.glob("*supplement 1*Okoro*")))
    code, said, _err = boarddesk(
        "issue", ready, MEETING, "-o", folder, "--further", "--variant", "management", "--to", "Delacroix"
    )
    assert code == 0
    assert titles(ready) == [
        "Packet, version 1", "Supplement 1", "Packet, version 2", "Packet, version 2 · Management’s book"
    ]  # fmt: skip


def test_issue_refuses_what_cannot_be(boarddesk: Run, ready: Path, folder: Path) -> None:
    for options, said in (
        (("--further",), "No packet was issued yet"),
        (("--supplement",), "Nobody is named"),
        (("--to", "Nobody Known"), "Nobody in the register"),
        (("--one-file",), "withheld from Josephine"),
    ):
        code, _said, err = boarddesk("issue", ready, MEETING, "-o", folder, *options)
        assert code == 2, options
        assert said in err
    assert list(folder.iterdir()) == []
    services = open_company(ready, write=False)
    assert services.record.all(Issue) == ()
    services.close()
