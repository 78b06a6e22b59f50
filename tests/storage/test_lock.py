"""The single writer's lock: one at a time, whatever is left behind, through whatever link the file is reached."""

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from boarddesk.domain.company import Company
from boarddesk.services.workspace import new_company, open_company
from boarddesk.storage import lock

CONTEST = """
import os, sys, time
from pathlib import Path
from boarddesk.storage import lock
file, mine, clashes = Path(sys.argv[1]), Path(sys.argv[1] + ".mine"), 0
end = time.monotonic() + 1
while time.monotonic() < end:
    if lock.acquire(file) is None:
        try:
            os.close(os.open(mine, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            clashes += 1
        else:
            mine.unlink()
        lock.release(file)
print(clashes)
"""


@pytest.fixture
def acme(company_path: Path) -> Path:
    new_company(company_path, Company(id="company", name="Acme")).close()
    return company_path


def held_by(host: str, pid: int) -> str:
    return json.dumps({"host": host, "user": "ann", "pid": pid, "since": "2026-11-12T09:12:00"})


@pytest.mark.parametrize(
    "content",
    ["", "garbage", "[]", '{"host": 1}', '{"since": "never"}', held_by(socket.gethostname(), os.getpid())],
    ids=["empty", "text", "list", "types", "date", "number of a living process"],
)
def test_what_a_crash_leaves_keeps_nobody_out(acme: Path, content: str) -> None:
    lock.path_for(acme).write_text(content, encoding="utf-8")
    services = open_company(acme)
    assert services.why_read_only == ""
    services.close()
    assert not lock.path_for(acme).exists()


def test_another_computers_lock_is_taken_at_its_word(acme: Path) -> None:
    lock.path_for(acme).write_text(held_by("far-away", 1), encoding="utf-8")
    services = open_company(acme)
    assert services.why_read_only == (
        "It is being edited by ann on far-away, since 09:12 on 12 Nov 2026. "
        "If that is no longer so, remove acme.boarddesk.lock."
    )
    services.close()
    assert lock.path_for(acme).exists()


def test_a_link_to_the_file_is_the_same_file(acme: Path) -> None:
    link = acme.with_name("link.boarddesk")
    try:
        link.symlink_to(acme)
    except OSError:
        pytest.skip("this user may make no links")
    first, second = open_company(acme), open_company(link)
    assert first.why_read_only == ""
    assert second.why_read_only.startswith("It is being edited by")
    second.close()
    first.close()


def test_one_holder_at_a_time(acme: Path) -> None:
    runs = [
        subprocess.Popen([sys.executable, "-c", CONTEST, str(acme)], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [run.communicate()[0].strip() for run in runs] == ["0"] * 3
