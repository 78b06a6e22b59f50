"""Writes a large book in a process of its own: thousands of pages put together here would stop the window beside it."""

import os
import pickle
import subprocess
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from boarddesk.common.errors import UserError
from boarddesk.reports.packet.examiners import command, environment
from boarddesk.reports.packet.verdict import Limits, Request
from boarddesk.reports.packet.writing import BookJob, write_book

LARGE = 1000
"""Pages from which on the work is put aside where it would run beside a window."""
UNBOUNDED_MIB = 2**30
"""A book's papers are mapped into memory whole, which takes addresses and hardly any memory."""
BROKEN = "The packet could not be put together."


class Outcome(msgspec.Struct, frozen=True):
    """How the other process is getting on, a line each: the percent done, and in the end why it failed, if it did."""

    percent: int = 0
    ended: bool = False
    refused: tuple[str, str, str] | None = None
    system_error: tuple[int, str] | None = None


def write_aside(job: BookJob, step: Callable[[int], None]) -> None:
    """As `write_book`; where `step` raises, the process is ended."""
    path = job.folder / "book.job"
    path.write_bytes(pickle.dumps(job.bare()))
    process = subprocess.Popen(
        command(),
        env=environment(Limits(memory_mib=UNBOUNDED_MIB)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    try:
        _follow(process, path, step)
    finally:
        process.kill()
        for pipe in (process.stdin, process.stdout):
            with suppress(OSError):
                cast("BinaryIO", pipe).close()
        process.wait()
        path.unlink(missing_ok=True)


def _follow(process: subprocess.Popen[bytes], path: Path, step: Callable[[int], None]) -> None:
    asked = cast("BinaryIO", process.stdin)
    with suppress(OSError):
        asked.write(msgspec.json.encode(Request(source="", prepared="", book=str(path))) + b"\n")
        asked.flush()
    for line in cast("BinaryIO", process.stdout):
        told = msgspec.json.decode(line, type=Outcome)
        if told.system_error is not None:
            raise OSError(*told.system_error)
        if told.refused is not None:
            raise UserError(*told.refused)
        if told.ended:
            return
        step(told.percent)
    raise UserError(BROKEN, what_to_do="Nothing was kept; try again.")


def write_here(path: Path, out: BinaryIO) -> None:
    """In the other process: write the book of a job, and tell of it line by line."""

    def tell(outcome: Outcome) -> None:
        out.write(msgspec.json.encode(outcome) + b"\n")
        out.flush()

    last = -1

    def step(percent: int) -> None:
        nonlocal last
        if percent != last:
            tell(Outcome(percent))
            last = percent

    job = pickle.loads(path.read_bytes())  # noqa: S301 - written by this program into a folder of its own
    try:
        write_book(job, step)
    except UserError as error:
        tell(Outcome(refused=(error.what, error.where, error.what_to_do)))
    except OSError as error:
        tell(Outcome(system_error=(error.errno or 0, error.strerror or str(error))))
    else:
        tell(Outcome(100, ended=True))
        # The book's thousands of objects need not be taken apart one by one.
        out.close()
        os._exit(0)
