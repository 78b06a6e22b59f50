"""A large book built beside a window is written by another process: the same file, the same faults, nothing left."""

import json
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from boarddesk.common.errors import Cancelled, UserError
from boarddesk.common.progress import Progress
from boarddesk.reports.packet import aside, build
from boarddesk.reports.packet.build import build_packet
from boarddesk.reports.packet.memo import MemoText, memo_pdf
from boarddesk.reports.packet.plan import PacketPlan, Passwords, Reading, Tab

Maker = Callable[..., bytes]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """Puts books of any size aside, and counts them."""
    found: list[Any] = []
    write = build.write_aside

    def counted(job: Any, step: Any) -> None:
        found.append(job)
        write(job, step)

    monkeypatch.setattr(build, "LARGE", 1)
    monkeypatch.setattr(build, "write_aside", counted)
    return found


@pytest.fixture
def book(plan: Callable[..., PacketPlan], paper: Maker) -> PacketPlan:
    whole = plan(paper(60), paper(2, top=10), withheld={"1-B": "Withheld"})
    memo = Tab("2", "Memo", memo=lambda _numbers: memo_pdf(MemoText("Plan", ask="Approve.")))
    return replace(whole, tabs=(*whole.tabs, memo))


def beside(work: Callable[[], Any]) -> Any:
    """Run off the first thread, as the window's jobs do; its value, or its error raised here."""
    found: dict[str, Any] = {}

    def run() -> None:
        try:
            found["value"] = work()
        except Exception as error:  # noqa: BLE001 - raised below
            found["error"] = error

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    if "error" in found:
        raise found["error"]
    return found["value"]


@pytest.mark.parametrize("options", [{}, {"reading": Reading(two_up=True)}, {"watermark": "Me", "foot": "Copy 1"}])
def test_the_same_book_comes_of_it(options: dict[str, Any], tmp_path: Path, book: PacketPlan, asked: list[Any]) -> None:
    plan = replace(book, **options)
    here = build_packet(plan, tmp_path / "here.pdf")
    assert not asked
    there = beside(lambda: build_packet(plan, tmp_path / "there.pdf"))
    assert len(asked) == 1
    assert (tmp_path / "here.pdf").read_bytes() == (tmp_path / "there.pdf").read_bytes()
    assert replace(there, path=here.path) == here
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.pdf", "there.pdf"]


def test_an_encrypted_one_too(tmp_path: Path, book: PacketPlan, asked: list[Any]) -> None:
    beside(lambda: build_packet(replace(book, passwords=Passwords("geheim")), tmp_path / "there.pdf"))
    assert asked
    assert b"/Encrypt" in (tmp_path / "there.pdf").read_bytes()


def test_a_place_that_takes_no_file_is_one_sentence(tmp_path: Path, book: PacketPlan, asked: list[Any]) -> None:
    with pytest.raises(UserError, match="could not be written"):
        beside(lambda: build_packet(book, tmp_path / "nowhere" / "book.pdf"))
    assert asked


def test_a_process_that_breaks_off_is_one_sentence(
    tmp_path: Path, book: PacketPlan, asked: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aside, "command", lambda: ["true"])
    with pytest.raises(UserError, match="could not be put together"):
        beside(lambda: build_packet(book, tmp_path / "book.pdf"))
    assert asked
    assert list(tmp_path.iterdir()) == []


def test_a_wish_to_stop_ends_the_process(tmp_path: Path, book: PacketPlan, asked: list[Any]) -> None:
    progress = Progress()

    def watch(_done: int, _total: int, label: str) -> None:
        if label == build.WRITING:
            progress.stop()

    progress.report = watch
    with pytest.raises(Cancelled):
        beside(lambda: build_packet(book, tmp_path / "book.pdf", progress))
    assert asked
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_the_other_process_comes_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_job: Any, _step: Any) -> None:
        raise UserError("The packet did not come out whole.", "book.pdf", "Try again.")

    monkeypatch.setattr(aside, "write_book", broken)
    (tmp_path / "job").write_bytes(aside.pickle.dumps(None))
    with (tmp_path / "out").open("wb") as out:
        aside.write_here(tmp_path / "job", out)
    assert json.loads((tmp_path / "out").read_bytes())["refused"] == [
        "The packet did not come out whole.",
        "book.pdf",
        "Try again.",
    ]
