"""The other process: reads one request a line, answers each with a verdict; it may be killed at any time.

A request may also name a large book to be written, which is its last.

Started as `python -m boarddesk.reports.packet.examine`; a frozen program starts itself with a flag.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

import msgspec

from boarddesk.reports.packet import page_texts
from boarddesk.reports.packet.prepare import prepare
from boarddesk.reports.packet.verdict import FRESH_COPY, LOOKING, MEMORY_VARIABLE, Examined, Request, refused

TOO_LARGE = f"Reading it takes more memory than is allowed. {FRESH_COPY}"
UNREADABLE = f"It cannot be read. {FRESH_COPY}"


def limit_memory(mib: int) -> None:
    """Bound this process's memory where the system can (not on Windows)."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (mib * 2**20, mib * 2**20))


def answer(request: Request, out: BinaryIO) -> Examined:
    """The verdict on one paper; whatever goes wrong is a refusal."""

    def before_looking() -> None:
        out.write(LOOKING)
        out.flush()

    try:
        return page_texts.read(request) if request.words or request.passages else prepare(request, before_looking)
    except MemoryError:
        return refused(TOO_LARGE)
    except Exception:  # noqa: BLE001 - a paper may break the reader in any way; the book goes on without it
        return refused(UNREADABLE)


def main() -> None:
    """Answer requests until the input ends."""
    # The readers' C code may print; only verdicts may reach the pipe.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    limit_memory(int(os.environ.get(MEMORY_VARIABLE, "2048")))
    for line in sys.stdin.buffer:
        request = msgspec.json.decode(line, type=Request)
        if request.book:
            # Imported here: who examines papers writes no book.
            from boarddesk.reports.packet.aside import write_here

            write_here(Path(request.book), out)
            return
        verdict = answer(request, out)
        out.write(msgspec.json.encode(verdict) + b"\n")
        out.flush()


if __name__ == "__main__":
    main()
