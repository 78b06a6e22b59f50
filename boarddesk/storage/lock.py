"""The single writer's lock: a small file beside the company file that says who holds it.

The system locks that file for as long as the process lives, so that a crash, or a later process of the
same number, never leaves anyone locked out. Another computer's lock is taken at its word.
"""

import contextlib
import getpass
import os
import platform
import sys
from datetime import datetime
from pathlib import Path

import msgspec

from boarddesk.common import clock

FAR = 1 << 20
"""The locked byte lies far beyond the text, which Windows would keep others from reading."""

_HELD: dict[Path, int] = {}


class Holder(msgspec.Struct, frozen=True):
    """Who writes to the file: computer, user, process and since when (local time)."""

    host: str = ""
    user: str = ""
    pid: int = 0
    since: datetime | None = None

    def words(self) -> str:
        """“Eleanor on LAPTOP-7, since 09:12 on 12 Nov 2026”."""
        if self.since is None:
            return "another program"
        return f"{self.user} on {self.host}, since {self.since:%H:%M} on {self.since.day} {self.since:%b %Y}"


def me() -> Holder:
    """This process as a holder."""
    return Holder(platform.node(), user_name(), os.getpid(), clock.now())


def user_name() -> str:
    """The name the system knows the user by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown user"


def path_for(file: Path) -> Path:
    """The lock's path: beside the company file itself, whatever link it was reached by."""
    real = file.resolve()
    return real.with_name(real.name + ".lock")


def holder(file: Path) -> Holder | None:
    """Who holds the file, or None; a lock left by a dead process of this computer counts as none."""
    try:
        handle = os.open(path_for(file), os.O_RDWR)
    except OSError:
        return None
    try:
        free = _lock(handle)
        found = _read(handle)
    finally:
        os.close(handle)
    return found if _binding(found, free=free) else None


def acquire(file: Path) -> Holder | None:
    """Take the lock; None when it is ours now, else who holds it. OSError where no file can be written."""
    path = path_for(file)
    while True:
        handle = os.open(path, os.O_CREAT | os.O_RDWR, 0o644)
        try:
            free = _lock(handle)
            found = _read(handle)
            if _binding(found, free=free):
                os.close(handle)
                return found or Holder()
            if not _is_there(handle, path):
                # Whoever held it gave it back, file and all, while it was being opened here.
                os.close(handle)
                continue
            _write(handle)
        except OSError:
            with contextlib.suppress(OSError):
                path.unlink()
            os.close(handle)
            raise
        _HELD[path] = handle
        return None


def release(file: Path) -> None:
    """Give the lock back, if this process holds it."""
    handle = _HELD.pop(path_for(file), None)
    if handle is None:
        return
    # Windows removes no open file; elsewhere the file goes first, so that nobody takes the old one.
    if os.name == "nt":
        os.close(handle)
    with contextlib.suppress(OSError):
        path_for(file).unlink()
    if os.name != "nt":
        os.close(handle)


def _binding(found: Holder | None, *, free: bool) -> bool:
    """Whether a lock file keeps us out: its process lives here, or it is another computer's."""
    return not free or (found is not None and found.host != platform.node())


def _read(handle: int) -> Holder | None:
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        return msgspec.json.decode(os.read(handle, FAR), type=Holder)
    except (OSError, ValueError):
        return None


def _write(handle: int) -> None:
    os.ftruncate(handle, 0)
    os.lseek(handle, 0, os.SEEK_SET)
    os.write(handle, msgspec.json.encode(me()))


def _is_there(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> bool:
        os.lseek(handle, FAR, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # A file system without such locks: the name in the file has to do.
            return True
        return True
