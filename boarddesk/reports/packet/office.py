"""Office files become PDF by LibreOffice where it is installed: apart, in a time limit, judged by what it wrote."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

KINDS = (".docx", ".doc", ".odt", ".rtf", ".pptx", ".ppt", ".odp", ".xlsx", ".xls", ".ods")
NAMES = ("soffice", "libreoffice")
PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
SECONDS = 120.0
MEMORY_MIB = 4096
"""Of addresses, as the system counts them: LibreOffice takes about 1 GiB before it opens anything."""
BEAT = 0.1
NOT_INSTALLED = "LibreOffice, which makes pages of Office files, is not installed on this computer."
TOO_SLOW = "LibreOffice took too long over it and was stopped."
NO_OUTPUT = "LibreOffice made no pages of it."


class NotConverted(Exception):  # noqa: N818 - told to the user: the file is kept without pages
    """No PDF was made; the text says why."""


def office_program() -> str | None:
    """Where LibreOffice is, or None."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return found or next((place for place in PLACES if Path(place).is_file()), None)


def office_pdf(
    source: Path, folder: Path, step: Callable[[], None] = lambda: None, *, seconds: float = SECONDS
) -> Path:
    """The PDF of an Office file, in `folder`; NotConverted says why there is none.

    `folder` holds a profile of its own, shared by the files of one drop, so that macros stay off and an open window of
    LibreOffice is left alone. `step` is called several times a second; what it raises ends the work.
    """
    program = office_program()
    if program is None:
        raise NotConverted(NOT_INSTALLED)
    profile = (folder / "profile").resolve()
    with tempfile.TemporaryDirectory(dir=folder) as out:
        command = [
            program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--invisible", "--norestore",
            "--nologo", "--nodefault", "--nofirststartwizard", "--convert-to", "pdf", "--outdir", out, str(source),
        ]  # fmt: skip
        try:
            _run(command, step, seconds)
        except OSError as error:
            raise NotConverted(NO_OUTPUT) from error
        # It says success whatever happened: the file alone tells.
        made = Path(out) / f"{source.stem}.pdf"
        if not made.is_file() or not made.read_bytes()[:1024].lstrip().startswith(b"%PDF-"):
            raise NotConverted(NO_OUTPUT)
        return made.replace(folder / f"{source.name}.made.pdf")


def _run(command: list[str], step: Callable[[], None], seconds: float) -> None:
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    _limit_memory(process.pid)
    end = time.monotonic() + seconds
    try:
        while process.poll() is None:
            step()
            if time.monotonic() > end:
                raise NotConverted(TOO_SLOW)
            with suppress(subprocess.TimeoutExpired):
                process.wait(BEAT)
    finally:
        _end(process)


def _limit_memory(pid: int) -> None:
    """Bound the memory of a process just started, where the system can."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY_MIB * 2**20, MEMORY_MIB * 2**20))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End it with all that it started: the program named is often a script around the real one."""
    if process.poll() is not None and sys.platform == "win32":
        return
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/T", "/F", "/PID", str(process.pid)], check=False, capture_output=True)
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
