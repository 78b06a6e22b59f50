"""The process is killed at random moments of a live meeting: what was shown as saved is there when it is opened again.

Five times as a rule; `BOARDDESK_KILLS=200` kills it two hundred times, which takes ten minutes.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "services"))

from meeting_case import at, begin, company

from boarddesk.domain.meetings import AgendaItem
from boarddesk.domain.motions import Motion
from boarddesk.services.commands.agenda_course import StartItem
from boarddesk.services.commands.agenda_items import AddItem
from boarddesk.services.workspace import Services, open_company
from boarddesk.storage import journal

KILLS = int(os.environ.get("BOARDDESK_KILLS", "5"))
LONGEST = 4.0
"""Seconds after which a meeting is killed at the latest."""
MAY_BE_LOST = 1.0
"""Seconds of typing."""
TOP = Path(__file__).resolve().parents[2]
Line = dict[str, Any]

pytestmark = pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no process is killed that way here")


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting called to order, with items enough to go on."""
    path = tmp_path_factory.mktemp("kill") / "begun.boarddesk"
    services = company(path)
    begin(services)
    for number in range(12):
        services.bus.do(AddItem(AgendaItem(id="new", meeting="special", position=0, title=f"Report {number}")))
    services.bus.do(StartItem("special-2", at("14:03")))
    services.close()
    return path


def hold_and_kill(file: Path, seed: int) -> tuple[float, list[Line]]:
    """Let a process hold the meeting, kill it at a random moment: when that was, and all it had said."""
    log = file.with_suffix(".log")
    script = Path(__file__).with_name("live_typist.py")
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(TOP), "BOARDDESK_TODAY": "2026-11-12"}
    errors = file.with_suffix(".errors")
    with errors.open("wb") as said:
        process = subprocess.Popen([sys.executable, str(script), str(file), str(seed), str(log)], env=env, stderr=said)
    try:
        patience = time.monotonic() + 60
        while not log.exists() or b'"ready"' not in log.read_bytes():
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < patience, "it never came to the meeting"
            time.sleep(0.01)
        time.sleep(random.Random(seed).uniform(0.02, LONGEST))  # noqa: S311 - the same moments each time
        killed = time.monotonic()
    finally:
        process.kill()
        process.wait()
    assert process.returncode == -signal.SIGKILL, "it ended by itself"
    assert "Traceback" not in errors.read_text(errors="replace"), errors.read_text(errors="replace")
    # The last line may be cut off where it was being written.
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines(keepends=True)
    return killed, [json.loads(line) for line in lines if line.endswith("\n")]


def kept_texts(services: Services) -> list[str]:
    """Everything that was typed and is in the file: drafts, notes, motions."""
    drafts = services.store.drafts()
    found = [text for key, text in drafts.items() if key.startswith("note/")]
    found += [json.loads(text).get("text", "") for key, text in drafts.items() if key.startswith("motion/")]
    for item in services.record.where(AgendaItem, "meeting", "special"):
        found += item.text.splitlines()
    return found + [motion.text for motion in services.record.where(Motion, "meeting", "special")]


def missing(services: Services, said: list[Line]) -> Iterator[str]:
    """What had been shown as saved and is not in the file."""
    texts = kept_texts(services)
    hashes = {entry.seq: entry.hash for entry in journal.entries(services.store.db)}
    dropped = max((line["at"] for line in said if line["kind"] == "dropped"), default=0.0)
    for line in said:
        if line["kind"] == "shown" and hashes.get(line["seq"]) != line["hash"]:
            yield f"entry {line['seq']}"
        if line["kind"] == "note" and line["text"] not in texts:
            yield line["text"]
        if line["kind"] == "draft" and line["at"] > dropped and not _there(line["text"], texts):
            yield line["text"]


def _there(typed: str, texts: list[str]) -> bool:
    return any(text.strip().startswith(typed.strip()) for text in texts)


def lost(services: Services, said: list[Line], killed: float) -> float:
    """How many seconds of typing are gone: from the first letter that is not in the file until the kill."""
    texts = kept_texts(services)
    dropped = max((line["at"] for line in said if line["kind"] == "dropped"), default=0.0)
    gone = [
        line["at"]
        for line in said
        if line["kind"] == "typed" and line["at"] > dropped and not _there(line["text"], texts)
    ]
    return killed - min(gone) if gone else 0.0


def test_nothing_that_was_shown_as_saved_is_missing_after_a_kill(begun: Path, tmp_path: Path) -> None:
    shown = letters = 0
    losses: list[float] = []
    troubles: list[str] = []
    for seed in range(KILLS):
        file = tmp_path / f"killed-{seed}.boarddesk"
        shutil.copy(begun, file)
        killed, said = hold_and_kill(file, seed)
        services = open_company(file)
        assert services.why_read_only == ""
        troubles += [f"kill {seed}: {what}" for what in (*services.verified(), *missing(services, said))]
        losses.append(lost(services, said, killed))
        if losses[-1] > MAY_BE_LOST:
            troubles.append(f"kill {seed}: {losses[-1]:.2f} s of typing")
        shown += sum(line["kind"] in {"shown", "note", "draft"} for line in said)
        letters += sum(line["kind"] == "typed" for line in said)
        services.close()
        file.unlink()
    some = sorted(loss for loss in losses if loss)
    worst, middle = (some[-1], some[len(some) // 2]) if some else (0.0, 0.0)
    print(f"{KILLS} kills, {shown} times shown as saved, {letters} letters typed, {len(some)} times some were lost:")
    print(f"{1000 * middle:.0f} ms of typing in the middle, {1000 * worst:.0f} ms at the most; missing: {troubles}")
    assert shown > KILLS
    assert troubles == []
