"""The examining processes: side by side, used again, killed when they must be."""

import os
import subprocess
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from pikepdf import Name, Pdf, Stream

from boarddesk.common.errors import Cancelled
from boarddesk.reports.packet import examiners
from boarddesk.reports.packet.examiners import CRASHED, TOO_SLOW, Examiner, examine_all
from boarddesk.reports.packet.verdict import FROZEN_FLAG, Limits, Request

Maker = Callable[..., bytes]
QUICK = Limits(seconds=0.5)
FAKE = """
import json, os, sys, time
for line in sys.stdin:
    request = json.loads(line)
    name = os.path.basename(request["source"])
    if name.startswith("hang"):
        time.sleep(60)
    if name.startswith("crash"):
        os._exit(11)
    if name.startswith("look") and request["look_at_ink"]:
        print("looking", flush=True)
        time.sleep(60)
    answer = {"verdict": "used", "pages": os.getpid(), "reduced": not request["look_at_ink"]}
    print(json.dumps(answer), flush=True)
"""


def request(folder: Path, name: str, content: bytes = b"x") -> Request:
    source = folder / name
    source.write_bytes(content)
    return Request(source=str(source), prepared=str(folder / f"{name}.clean.pdf"))


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that hangs or dies over papers by their name, and answers with its own number."""
    monkeypatch.setattr(examiners, "command", lambda: [sys.executable, "-c", FAKE])


def test_real_processes_answer_in_order(tmp_path: Path, paper: Maker) -> None:
    requests = [request(tmp_path, f"{n}.pdf", paper(n)) for n in (1, 2, 3, 4, 5)]
    requests.append(request(tmp_path, "none.pdf", b"nothing"))
    steps: list[tuple[int, int]] = []
    verdicts = examine_all(requests, lambda done, total: steps.append((done, total)))
    assert [verdict.pages for verdict in verdicts] == [1, 2, 3, 4, 5, 0]
    assert verdicts[-1].verdict == "refused"
    assert steps[-1] == (6, 6)


def test_nothing_to_examine() -> None:
    assert examine_all([]) == []


@pytest.mark.usefixtures("fake")
def test_one_process_serves_many_papers(tmp_path: Path) -> None:
    requests = [request(tmp_path, f"{n}") for n in range(6)]
    assert len({verdict.pages for verdict in examine_all(requests, processes=1)}) == 1


@pytest.mark.usefixtures("fake")
def test_a_paper_that_hangs_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    requests = [request(tmp_path, name) for name in ("before", "hang", "after")]
    started = time.monotonic()
    before, hung, after = examine_all(requests, limits=QUICK, processes=1)
    assert time.monotonic() - started < 10
    assert (before.verdict, after.verdict) == ("used", "used")
    assert (hung.verdict, hung.reason) == ("refused", TOO_SLOW)
    assert before.pages != after.pages


@pytest.mark.usefixtures("fake")
def test_a_paper_that_kills_the_reader_is_refused(tmp_path: Path) -> None:
    crashed, after = examine_all([request(tmp_path, "crash"), request(tmp_path, "after")], processes=1)
    assert (crashed.verdict, crashed.reason) == ("refused", CRASHED)
    assert after.verdict == "used"


@pytest.mark.usefixtures("fake")
def test_a_paper_that_only_the_look_breaks_is_taken_without_it(tmp_path: Path) -> None:
    [looked] = examine_all([request(tmp_path, "look")], limits=QUICK)
    assert (looked.verdict, looked.reduced) == ("used", True)


@pytest.mark.usefixtures("fake")
def test_a_wish_to_stop_ends_the_processes_at_once(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    started = time.monotonic()
    with pytest.raises(Cancelled):
        examine_all([request(tmp_path, f"hang{n}") for n in range(4)], stop)
    assert time.monotonic() - started < 10


@pytest.mark.usefixtures("fake")
def test_no_process_is_left_behind(tmp_path: Path) -> None:
    [verdict] = examine_all([request(tmp_path, "one")])
    with pytest.raises(OSError, match="process"):
        os.kill(verdict.pages, 0)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded on Linux alone")
def test_a_paper_that_takes_too_much_memory_is_refused(tmp_path: Path, paper: Maker) -> None:
    def swell(pdf: Pdf) -> None:
        """Contents that unfold to more than the process may have."""
        packer = zlib.compressobj(1)
        packed = b"".join(packer.compress(b"q " * 2**19) for _ in range(600)) + packer.flush()
        bomb = Stream(pdf, b"")
        bomb.write(packed, filter=Name.FlateDecode)
        pdf.pages[0].obj.Contents = pdf.make_indirect(bomb)

    heavy = request(tmp_path, "heavy.pdf", paper(1, change=swell))
    light = request(tmp_path, "light.pdf", paper(1))
    verdicts = examine_all([heavy, light], limits=Limits(memory_mib=512), processes=1)
    assert [verdict.verdict for verdict in verdicts] == ["refused", "used"]
    assert verdicts[0].reason


def test_time_grows_with_the_file(tmp_path: Path) -> None:
    file = tmp_path / "big"
    file.write_bytes(bytes(4 * 2**20))
    assert Limits(seconds=10, seconds_per_mib=0.5).time_for(file) == 12


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert examiners.command()[1:] == ["-m", "boarddesk.reports.packet.examine"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert examiners.command() == [sys.executable, FROZEN_FLAG]


def test_closing_twice_is_harmless() -> None:
    examiner = Examiner(Limits())
    examiner.close()
    examiner.close()


AT_ONCE = """
import sys, threading
from boarddesk.reports.packet.examiners import ANSWER
sys.setswitchinterval(1e-6)
gate = threading.Barrier(8)
def read():
    gate.wait()
    ANSWER.decode(b'{"verdict": "used", "pages": 3, "sizes": ["Letter"], "notes": ["a"], "streams": []}')
threads = [threading.Thread(target=read) for _ in range(8)]
[each.start() for each in threads]
[each.join() for each in threads]
"""


def test_answers_that_come_first_and_at_once_are_read_side_by_side() -> None:
    """Working out the type of an answer in several threads at once ends the program; it is known before they start."""
    for _fresh in range(3):
        done = subprocess.run([sys.executable, "-c", AT_ONCE], check=False, capture_output=True, timeout=60)
        assert done.returncode == 0, done.stderr
