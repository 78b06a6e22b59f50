"""The command line with odd input: a sentence, an exit code, nothing lost, and never a traceback."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from boarddesk.services.workspace import open_company

Run = Callable[..., tuple[int, str, str]]
MEETING = {"id": "m", "body": "board", "starts": "2026-03-05T09:00:00", "state": "held",
           "called_to_order": "2026-03-05T09:00:00", "adjourned": "2026-03-05T12:00:00"}  # fmt: skip


@pytest.fixture
def acme(boarddesk: Run, tmp_path: Path) -> Path:
    path = tmp_path / "acme.boarddesk"
    boarddesk("new", path, "--name", "Acme, Inc.")
    return path


def write(path: Path, **tables: Any) -> Path:
    path.write_text(json.dumps(tables), encoding="utf-8")
    return path


def test_a_document_with_its_company_makes_the_file(boarddesk: Run, tmp_path: Path) -> None:
    path = tmp_path / "new.boarddesk"
    source = write(
        tmp_path / "a.json", company=[{"id": "company", "name": "Acme"}], people=[{"id": "p", "name": "Ann"}]
    )
    code, out, err = boarddesk("import", path, source)
    assert (code, err) == (0, "")
    assert out.startswith(f"Made {path}.")
    services = open_company(path, write=False)
    assert services.journal_size()[0] == 1
    assert services.history.undo_label() is None
    services.close()


def test_no_file_is_made_without_a_company(boarddesk: Run, tmp_path: Path) -> None:
    source = write(tmp_path / "a.json", people=[{"id": "p", "name": "Ann"}])
    assert boarddesk("import", tmp_path / "new.boarddesk", source)[0] == 2
    faulty = write(tmp_path / "b.json", company=[{"id": "company", "name": " "}])
    assert boarddesk("import", tmp_path / "new.boarddesk", faulty)[0] == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "b.json"]


def test_an_import_says_what_to_look_at_again(boarddesk: Run, acme: Path, tmp_path: Path) -> None:
    source = write(
        tmp_path / "a.json",
        people=[{"id": "ann", "name": "Ann Quist"}, {"id": "ann2", "name": "Ann Qvist"}],
        meetings=[MEETING],
        presence=[{"id": "p", "meeting": "m", "person": "ann", "kind": "left", "at": "2026-03-05T10:00:00"}],
        motions=[{"id": "mo", "body": "board", "meeting": "m", "text": "x", "at": "2026-03-05T08:00:00"}],
    )
    planned = boarddesk("import", acme, source, "--dry-run")
    done = boarddesk("import", acme, source)
    for code, out, _err in (planned, done):
        assert code == 0
        assert "Did you mean Ann Quist, who is already there?" in out
        assert "Board of Directors, 5 Mar 2026: Ann Quist left, but" in out
        assert "Put at 8:00, before the call to order at 9:00." in out


def test_circulated_minutes_close_a_meeting_to_imports(boarddesk: Run, acme: Path, tmp_path: Path) -> None:
    closed = MEETING | {"minutes_circulated_on": "2026-03-09"}
    first = write(tmp_path / "a.json", meetings=[closed], people=[{"id": "ann", "name": "Ann"}],
                  motions=[{"id": "mo", "body": "board", "meeting": "m", "text": "x"}])  # fmt: skip
    assert boarddesk("import", acme, first)[0] == 0
    before = acme.read_bytes()
    vote = write(tmp_path / "b.json", votes=[{"id": "v", "motion": "mo", "person": "ann", "choice": "for"}])
    code, _out, err = boarddesk("import", acme, vote)
    assert code == 2
    assert "b.json, votes v: The minutes of its meeting were circulated" in err
    assert acme.read_bytes() == before
    later = {"id": "mo2", "body": "board", "meeting": "m", "text": "y", "supersedes": "mo"}
    assert boarddesk("import", acme, write(tmp_path / "c.json", motions=[later]))[0] == 0


def test_attachments_that_nothing_names_are_left_out(boarddesk: Run, acme: Path, tmp_path: Path) -> None:
    empty = {"sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "data": ""}
    code, out, _err = boarddesk("import", acme, write(tmp_path / "a.json", attachments=[empty]))
    assert code == 0
    assert "1 that nothing in the document names, left out" in out


def test_papers_are_attached_or_refused_one_by_one(boarddesk: Run, acme: Path, tmp_path: Path) -> None:
    boarddesk("import", acme, write(tmp_path / "a.json", meetings=[MEETING | {"state": "planned"}]))
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "report.pdf")
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="o", user="secret"))
    code, out, _err = boarddesk(
        "attach", acme, "m", tmp_path / "report.pdf", tmp_path / "locked.pdf", tmp_path / "none.pdf"
    )
    assert code == 1
    assert [line.split(":")[1].strip().split(",")[0] for line in out.splitlines()] == ["used", "refused", "refused"]
    assert boarddesk("attach", acme, "m", tmp_path / "locked.pdf", "--password", "secret")[0] == 0
    code, out, _err = boarddesk("packet", acme, "m", "-o", tmp_path / "packet.pdf")
    assert code == 0
    with pikepdf.open(tmp_path / "packet.pdf") as pdf:
        assert len(pdf.pages) >= 4
    assert boarddesk("attach", acme, "m", tmp_path / "report.pdf", "--item", "7")[0] == 2


def test_no_document_is_written_over_a_company_file(boarddesk: Run, acme: Path) -> None:
    before = acme.read_bytes()
    for command in (
        ("export", acme, acme),
        ("report", acme, "attendance", "-o", acme),
        ("calendar", acme, "2026", "-o", acme),
        ("export", acme, acme.parent),
    ):
        code, _out, err = boarddesk(*command)
        assert code == 2
        assert len(err.splitlines()) == 1
    assert acme.read_bytes() == before


def test_a_disk_that_is_full_is_told(
    boarddesk: Run, acme: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(Path, "write_bytes", full)
    code, _out, err = boarddesk("export", acme, tmp_path / "x.json")
    assert code == 2
    assert "was not written (No space left on device)" in err
    assert [path.name for path in tmp_path.iterdir()] == [acme.name]


@pytest.mark.parametrize(
    "args",
    [
        ("check", "{file}", "--on", "0001-01-01"),
        ("check", "{file}", "--from", "9999-12-31"),
        ("plan", "{file}", "99999"),
        ("calendar", "{file}", "0", "-o", "x.ics"),
        ("report", "{file}", "compliance", "--year", "1066", "-o", "x.pdf"),
        ("new", "x.boarddesk", "--name", "x" * 501),
        ("new", "x.boarddesk", "--name", "X", "--listing-date", "0001-01-01"),
        ("new", f"{'n' * 300}.boarddesk", "--name", "X"),
        ("export", "{file}", "n" * 300),
        ("import", "{file}", "{file}"),
    ],
)
def test_what_cannot_be_meant_is_one_sentence(
    boarddesk: Run, acme: Path, args: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(acme.parent)
    before = acme.read_bytes()
    code, _out, err = boarddesk(*(arg.format(file=acme) for arg in args))
    assert code == 2
    assert len(err.splitlines()) == 1
    assert acme.read_bytes() == before
    assert [path.name for path in acme.parent.iterdir()] == [acme.name]


@pytest.mark.parametrize("today", ["yesterday", "0001-01-01", "9999-12-31"])
def test_a_today_that_is_no_day(boarddesk: Run, acme: Path, today: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOARDDESK_TODAY", today)
    code, _out, err = boarddesk("check", acme)
    assert code == 2
    assert "BOARDDESK_TODAY" in err


@pytest.mark.parametrize("on", ["1600-01-01", "2024-02-29", "2999-12-31"])
@pytest.mark.parametrize("year_end", ["02-28", "02-29", "12-31"])
def test_the_ends_of_the_calendar_are_counted(boarddesk: Run, tmp_path: Path, on: str, year_end: str) -> None:
    path = tmp_path / "edge.boarddesk"
    boarddesk("new", path, "--name", "Edge", "--fiscal-year-end", year_end)
    boarddesk("import", path, write(tmp_path / "a.json", meetings=[MEETING | {"id": f"m-{on}", "starts": f"{on}T23:59:59",
              "called_to_order": f"{on}T23:59:59", "adjourned": f"{on}T23:59:59"}]))  # fmt: skip
    assert boarddesk("check", path, "--on", on, "--json")[0] in {0, 1, 3}
    for command in (
        ("check", path, "--on", on, "--from", "1600-01-01"),
        ("meetings", path, "--on", on, "--json"),
        ("plan", path, on[:4]),
        ("calendar", path, on[:4], "-o", tmp_path / "x.ics"),
        ("export", path, tmp_path / "x.json", "--on", on),
    ):
        assert boarddesk(*command)[0] in {0, 1, 3}, command
