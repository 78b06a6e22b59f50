"""The command line as a program would use it: output, exit codes, sentences, and no byte changed by reading."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import jsonschema
import pypdfium2
import pytest

from boarddesk.cli.main import Verbs, cli

Run = Callable[..., tuple[int, str, str]]


def pages(path: Path) -> int:
    pdf = pypdfium2.PdfDocument(path)
    try:
        return len(pdf)
    finally:
        pdf.close()


def test_every_command_has_help_that_teaches(boarddesk: Run) -> None:
    assert isinstance(cli, Verbs)
    for name in cli.list_commands(None):  # type: ignore[arg-type]
        code, out, _err = boarddesk(name, "--help")
        assert code == 0
        assert len(out.split("Options:")[0].split()) > 8, name


def test_check_json_is_the_documented_contract(boarddesk: Run, sample_file: Path) -> None:
    code, out, _err = boarddesk("check", sample_file, "--json")
    found = json.loads(out)
    assert code == 1
    assert found["as_of"] == "2026-11-12"
    assert found["company"] == "Larkfield Systems, Inc."
    evidence = {"type": "object", "required": ["kind", "id", "label"], "additionalProperties": False,
                "properties": {key: {"type": "string"} for key in ("kind", "id", "label")}}  # fmt: skip
    finding = {
        "type": "object",
        "additionalProperties": False,
        "required": ["clause", "origin", "kind", "subject", "period", "status", "because", "evidence", "missing",
                     "responsible", "due", "parameters"],
        "properties": {
            "clause": {"pattern": "^(GL|LAW|PR)-"},
            "origin": {"enum": ["guideline", "law", "practice"]},
            "kind": {"enum": ["R", "D", "X", "G", "P"]},
            "subject": {"type": "string", "minLength": 1},
            "period": {"pattern": r"^(\d{4}-Q[1-4]|FY\d{4}|\d{4}-\d\d-\d\d)$"},
            "status": {"type": "string"},
            "because": {"type": "string", "minLength": 10},
            "evidence": {"type": "array", "items": evidence},
            "missing": {"type": "array", "items": {"type": "string"}},
            "responsible": {"type": "string"},
            "due": {"type": ["string", "null"]},
            "parameters": {"type": "array", "items": {"required": ["key", "value", "citation", "confidence", "company"]}},
        },
    }  # fmt: skip
    jsonschema.validate(found["findings"], {"type": "array", "minItems": 30, "items": finding})
    keys = [(f["clause"], f["subject"], f["period"]) for f in found["findings"]]
    assert len(keys) == len(set(keys))


def test_check_reaches_back_only_when_asked(boarddesk: Run, sample_file: Path) -> None:
    def years(*options: str) -> set[str]:
        _code, out, _err = boarddesk("check", sample_file, "--json", *options)
        return {finding["period"][:4].replace("FY", "") for finding in json.loads(out)["findings"]}

    assert "2024" in years("--from", "2024-01-01")
    plain = years()
    assert "2024" not in plain
    assert "2025" in plain


def test_check_of_one_book(boarddesk: Run, sample_file: Path) -> None:
    _code, out, _err = boarddesk("check", sample_file, "--json", "--book", "sec")
    assert {finding["clause"][:6] for finding in json.loads(out)["findings"]} == {"LAW-SK", "LAW-8K"}
    code, _out, err = boarddesk("check", sample_file, "--book", "bylaws")
    assert code == 2
    assert "guidelines" in err


def test_check_exit_codes(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    assert boarddesk("check", sample_file)[0] == 1
    empty = tmp_path / "empty.boarddesk"
    boarddesk("new", empty, "--name", "Empty, Inc.")
    assert boarddesk("check", empty, "--on", "2026-11-12")[0] == 3


def test_meetings_json_is_the_documented_contract(boarddesk: Run, sample_file: Path) -> None:
    code, out, _err = boarddesk("meetings", sample_file, "--json")
    meetings = json.loads(out)["meetings"]
    assert code == 0
    assert [meeting["starts"] for meeting in meetings] == sorted(meeting["starts"] for meeting in meetings)
    bodies = {meeting["body"] for meeting in meetings}
    assert bodies >= {"board", "audit", "compensation", "nominating", "independent", "stockholders"}
    assert {meeting["kind"] for meeting in meetings} == {"regular", "special", "annual", "session"}
    assert {meeting["minutes"] for meeting in meetings} <= {"none", "draft", "circulated", "approved", "sealed"}
    held = next(meeting for meeting in meetings if meeting["id"] == "2026-10-22-board")
    assert held["state"] == "held"
    assert held["minutes"] == "circulated"
    assert "Marcus Ellerbrook" in held["attendees"]
    assert {motion["result"] for motion in held["motions"]} <= {"carried", "failed", "no_action", None}
    assert all(motion["text"] for motion in held["motions"])


def test_documents_are_written_and_the_same_each_time(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    for name, args in {
        "minutes": ("minutes", sample_file, "2026-10-22-board"),
        "session": ("minutes", sample_file, "2026-10-22-session"),
        "packet": ("packet", sample_file, "2026-12-03-board"),
        "compliance": ("report", sample_file, "compliance", "--year", "2026"),
        "attendance": ("report", sample_file, "attendance", "--year", "2026"),
        "independence": ("report", sample_file, "independence", "--on", "2026-11-12"),
    }.items():
        first, second = tmp_path / f"{name}-1.pdf", tmp_path / f"{name}-2.pdf"
        for out in (first, second):
            code, said, err = boarddesk(*args, "-o", out)
            assert (code, err) == (0, ""), err
            assert str(out) in said
        assert pages(first) >= 1
        assert first.read_bytes() == second.read_bytes(), name


def test_reading_changes_no_byte(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    before = sample_file.read_bytes()
    for args in (
        ("meetings", sample_file),
        ("check", sample_file),
        ("verify", sample_file),
        ("export", sample_file, tmp_path / "out.json"),
        ("calendar", sample_file, "2026", "-o", tmp_path / "x.ics"),
        ("plan", sample_file, "2028"),
        ("import", sample_file, tmp_path / "out.json", "--dry-run"),
        ("minutes", sample_file, "2026-12-03-board", "-o", tmp_path / "x.pdf"),
    ):
        boarddesk(*args)
    assert sample_file.read_bytes() == before
    assert [path.name for path in sample_file.parent.iterdir()] == [sample_file.name]


def test_minutes_of_a_planned_meeting_are_refused(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    code, _out, err = boarddesk("minutes", sample_file, "2026-12-03-board", "-o", tmp_path / "x.pdf")
    assert code == 1
    assert len(err.splitlines()) == 1
    assert not (tmp_path / "x.pdf").exists()


def test_a_mistyped_meeting_is_answered_with_the_nearest(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    code, _out, err = boarddesk("minutes", sample_file, "2026-10-22-bord", "-o", tmp_path / "x.pdf")
    assert code == 2
    assert "2026-10-22-board" in err


def test_export_import_export(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    boarddesk("export", sample_file, tmp_path / "a.json")
    copy = tmp_path / "copy.boarddesk"
    boarddesk("new", copy, "--name", "Larkfield Systems, Inc.")
    code, out, err = boarddesk("import", copy, tmp_path / "a.json")
    assert (code, err) == (0, "")
    assert "meetings" in out
    boarddesk("export", copy, tmp_path / "b.json")
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert boarddesk("check", copy, "--json")[1] == boarddesk("check", sample_file, "--json")[1]


def test_export_on_a_day_and_of_one_table(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    boarddesk("export", sample_file, tmp_path / "then.json", "--on", "2025-03-01")
    then = json.loads((tmp_path / "then.json").read_text(encoding="utf-8"))
    assert max(row["decided_on"] for row in then["determinations"]) <= "2025-03-01"
    for ending in ("csv", "xlsx"):
        code, _out, err = boarddesk("export", sample_file, tmp_path / f"people.{ending}", "--table", "people")
        assert (code, err) == (0, "")
    assert "Josephine Nakagawa-Reyes" in (tmp_path / "people.csv").read_text(encoding="utf-8-sig")


def test_dry_run_says_what_would_happen(boarddesk: Run, tmp_path: Path) -> None:
    company = tmp_path / "acme.boarddesk"
    boarddesk("new", company, "--name", "Acme, Inc.", "--fiscal-year-end", "06-30")
    document = tmp_path / "people.json"
    document.write_text(json.dumps({"people": [{"id": "p1", "name": "Víðir Q"}]}), encoding="utf-8")
    before = company.read_bytes()
    code, out, _err = boarddesk("import", company, document, "--dry-run")
    assert code == 0
    assert "people: 1 would be added" in out
    assert company.read_bytes() == before
    assert "people: 1 added" in boarddesk("import", company, document)[1]
    assert "people: 1 already there" in boarddesk("import", company, document)[1]


def test_faults_name_file_row_and_field(boarddesk: Run, tmp_path: Path) -> None:
    company = tmp_path / "acme.boarddesk"
    boarddesk("new", company, "--name", "Acme, Inc.")
    document = tmp_path / "bad.json"
    document.write_text(json.dumps({"people": [{"id": "p1"}, {"id": "p2", "name": 3}]}), encoding="utf-8")
    code, _out, err = boarddesk("import", company, document)
    assert code == 2
    assert "bad.json, people row 1 (p1), field name" in err
    assert "bad.json, people row 2 (p2), field name" in err


def test_people_from_csv_with_mapped_columns(boarddesk: Run, tmp_path: Path) -> None:
    company = tmp_path / "acme.boarddesk"
    boarddesk("new", company, "--name", "Acme, Inc.")
    table = tmp_path / "people.csv"
    table.write_text("Full name,E-mail\nŽan Q,zan@example.com\nB C,\n", encoding="utf-8")
    options = ("--table", "people", "--map", "Full name=name", "--map", "E-mail=email")
    code, _out, err = boarddesk("import", company, table, *options)
    assert (code, err) == (0, "")
    boarddesk("export", company, tmp_path / "out.json")
    rows = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["people"]
    assert {row["name"] for row in rows} == {"Žan Q", "B C"}


def test_plan_proposes_and_accepts(boarddesk: Run, sample_copy: Path) -> None:
    code, out, _err = boarddesk("plan", sample_copy, "2028")
    assert code == 0
    assert "2028" in out
    assert boarddesk("plan", sample_copy, "2028", "--accept")[0] == 0
    meetings = json.loads(boarddesk("meetings", sample_copy, "--json")[1])["meetings"]
    planned = [meeting for meeting in meetings if meeting["starts"].startswith("2028")]
    regular = [m for m in planned if (m["body"], m["kind"]) == ("board", "regular")]
    sessions = {m["parent"] for m in planned if m["kind"] == "session"}
    assert len(regular) == 4
    assert sessions == {m["id"] for m in regular}


def test_verify_finds_what_was_altered(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    assert boarddesk("verify", sample_file)[0] == 0
    bad = tmp_path / "bad.boarddesk"
    data = sample_file.read_bytes()
    assert data.count(b"Marcus Ellerbrook") > 1
    bad.write_bytes(data.replace(b"Marcus Ellerbrook", b"Markus Ellerbrook", 1))
    assert boarddesk("verify", bad)[0] in {0, 1}
    bad.write_bytes(data.replace(b"Marcus Ellerbrook", b"Markus Ellerbrook"))
    code, out, _err = boarddesk("verify", bad)
    assert code == 1
    assert "altered" in out


def test_the_schema_accepts_the_sample(boarddesk: Run, sample_file: Path, tmp_path: Path) -> None:
    _code, out, _err = boarddesk("schema")
    boarddesk("export", sample_file, tmp_path / "a.json")
    jsonschema.validate(json.loads((tmp_path / "a.json").read_text(encoding="utf-8")), json.loads(out))


@pytest.mark.parametrize(
    "args",
    [
        ("check", "none.boarddesk"),
        ("check", "tests"),
        ("nosuch",),
        ("check",),
        ("check", "x.boarddesk", "--on", "yesterday"),
        ("report", "x.boarddesk", "nosuch", "-o", "x.pdf"),
        ("new", "/nowhere/x.boarddesk", "--name", "X"),
        ("new", "x.boarddesk", "--name", "X", "--fiscal-year-end", "13-01"),
        ("new", "x.boarddesk", "--name", "X", "--time-zone", "Mars/Olympus"),
    ],
)
def test_wrong_input_is_one_sentence_and_exit_two(boarddesk: Run, args: tuple[str, ...], tmp_path: Path) -> None:
    here = Path.cwd()
    os.chdir(tmp_path)
    try:
        code, out, err = boarddesk(*args)
    finally:
        os.chdir(here)
    assert code == 2
    assert out == ""
    assert len(err.splitlines()) == 1
    assert "Traceback" not in err
    assert list(tmp_path.iterdir()) == []


def test_today_can_be_set_from_outside(sample_file: Path, tmp_path: Path) -> None:
    company = tmp_path / "acme.boarddesk"
    env = {**os.environ, "BOARDDESK_TODAY": "2025-05-05"}
    program = [sys.executable, "-m", "boarddesk"]
    subprocess.run([*program, "new", str(company), "--name", "Acme"], check=True, env=env, capture_output=True)
    done = subprocess.run([*program, "check", str(company), "--json"], env=env, capture_output=True, check=False)
    assert json.loads(done.stdout)["as_of"] == date(2025, 5, 5).isoformat()


def test_demo_rewrites_only_its_own(boarddesk: Run, tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    code, out, err = boarddesk("demo", folder, "--no-window")
    assert (code, err) == (0, "")
    names = sorted(path.name for path in folder.glob("*.pdf"))
    for kind in ("minutes-", "packet-", "compliance-"):
        assert any(name.startswith(kind) for name in names)
        assert kind in out
    report = next(folder.glob("compliance-*.pdf"))
    report.write_bytes(b"mine")
    company = folder / "larkfield.boarddesk"
    boarddesk("import", company, _one_more_person(tmp_path))
    changed = company.read_bytes()
    packet = next(folder.glob("packet-*.pdf"))
    before = packet.read_bytes()
    packet.unlink()
    code, out, _err = boarddesk("demo", folder, "--no-window")
    assert code == 0
    assert report.read_bytes() == b"mine"
    assert company.read_bytes() == changed
    assert packet.read_bytes() == before
    assert out.count("left as it is") == 2


def _one_more_person(folder: Path) -> Path:
    document = folder / "one.json"
    document.write_text(json.dumps({"people": [{"id": "newcomer", "name": "A Newcomer"}]}), encoding="utf-8")
    return document


def test_the_command_line_needs_no_window() -> None:
    code = "import sys, boarddesk.cli.main; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
