"""The commands of a bare machine, with the standard library alone: `demo`, `test` and `check`.

`python3 packaging/dev.py demo` makes the sample company with its documents and opens the window.
`python3 packaging/dev.py test` runs the tests; what follows is handed to pytest.
`python3 packaging/dev.py check` runs the linters and then the tests.
Each first makes `.venv` beside the code, with the exact packages of `requirements.lock`.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

WHOLE_SUITE = ("-q", "-n", "2", "--dist", "loadfile")
"""Two at a time, a file whole: half the time, and what a file's tests share is made once."""
TOP = Path(__file__).resolve().parent.parent
LOCK = TOP / "packaging" / "requirements.lock"
VENV = TOP / ".venv"
STAMP = VENV / "boarddesk-ready"
OLDEST, NEWEST = (3, 11), (3, 13)
INTERRUPTED = 130
LINES_SHOWN = 15

# Shared library -> Debian package. Qt loads the first group even where it draws into memory only.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
# And these for a window on an X display.
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


class SetupError(Exception):
    """Something that keeps the machine from being ready, in a sentence that says what to do."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a child process prints."""
    print(text, flush=True)


def last_lines(text: str, count: int = LINES_SHOWN) -> str:
    """The last `count` lines of a program's output that are not empty, indented."""
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    return "\n".join(f"    {line}" for line in lines[-count:])


def run_quietly(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> tuple[int, str]:
    """Run a command without showing its output; its exit code and all it printed."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=TOP,
        env=dict(env) if env is not None else None,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    return done.returncode, done.stdout


def run_visibly(command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> int:
    """Run a command whose output the user sees; its exit code as a shell would give it."""
    code = subprocess.call([str(part) for part in command], cwd=TOP, env=dict(env) if env is not None else None)
    return code if code >= 0 else 128 - code


# --- Python -------------------------------------------------------------------------------------------------


def fits(version: tuple[int, ...]) -> bool:
    """Whether BoardDesk runs on this version of Python."""
    return OLDEST <= version[:2] <= NEWEST


def python_candidates() -> list[list[str]]:
    """Commands that may start a fitting Python where the one running does not fit, newest first."""
    names = [f"{NEWEST[0]}.{minor}" for minor in range(NEWEST[1], OLDEST[1] - 1, -1)]
    if os.name == "nt":
        return [["py", f"-{name}"] for name in names]
    return [[f"python{name}"] for name in names]


def base_python() -> list[str]:
    """The Python that `.venv` is made from: the running one where it fits, else another on this machine."""
    if fits(sys.version_info[:2]):
        return [sys.executable]
    for candidate in python_candidates():
        if shutil.which(candidate[0]) and run_quietly([*candidate, "-c", "import sys"])[0] == 0:
            return candidate
    here = ".".join(str(part) for part in sys.version_info[:2])
    message = f"BoardDesk needs Python 3.11, 3.12 or 3.13; this is {here}. Install one from python.org."
    raise SetupError(message)


def venv_python() -> Path:
    """The Python inside `.venv`."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def version_of(python: Path) -> tuple[int, ...] | None:
    """The version of a Python, or None where it is missing or does not start (after a system upgrade)."""
    if not python.exists():
        return None
    code, out = run_quietly([python, "-c", "import sys, pip; print(*sys.version_info[:3])"])
    return tuple(int(part) for part in out.split()) if code == 0 else None


# --- System packages ----------------------------------------------------------------------------------------


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """The Debian packages of those shared libraries that this machine cannot load."""
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def wanted_libraries(platform: str, env: Mapping[str, str], *, window: bool) -> dict[str, str]:
    """The libraries to look for: none but on Linux, and those of X only for a window on an X display."""
    if not platform.startswith("linux"):
        return {}
    return {**OFFSCREEN_LIBRARIES, **(WINDOW_LIBRARIES if window and env.get("DISPLAY") else {})}


def install_line(packages: Sequence[str]) -> str:
    """The line by which a person installs the packages."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def install_system_packages(packages: Sequence[str], why: str) -> None:
    """Install Debian packages as root; otherwise refuse with the one line to run."""
    if not shutil.which("apt-get"):
        message = f"{why} Install what your system calls: {', '.join(packages)}."
        raise SetupError(message)
    if os.geteuid() != 0:
        message = f"{why} Run this line, then the same command again:\n    {install_line(packages)}"
        raise SetupError(message)
    say(f"Installing system packages: {' '.join(packages)}")
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    run_quietly(["apt-get", "update"], env)
    code, out = run_quietly(["apt-get", "install", "-y", "--no-install-recommends", *packages], env)
    if code != 0:
        message = f"{why} apt-get could not install them; it said:\n{last_lines(out)}"
        raise SetupError(message)


def ensure_libraries(*, window: bool) -> None:
    """See to it that Qt finds the system's libraries."""
    missing = missing_packages(wanted_libraries(sys.platform, os.environ, window=window))
    if missing:
        install_system_packages(missing, "Libraries that the window needs are missing.")


# --- The environment ----------------------------------------------------------------------------------------


def fingerprint(lock: bytes, project: bytes, version: tuple[int, ...], place: Path) -> str:
    """What a ready `.venv` was made from: the lock, the project file, Python and the folder."""
    digest = hashlib.sha256()
    for part in (lock, project, repr(version).encode(), str(place).encode("utf-8", "surrogateescape")):
        digest.update(hashlib.sha256(part).digest())
    return digest.hexdigest()


def present_fingerprint(version: tuple[int, ...]) -> str:
    """The fingerprint that `.venv` should have now."""
    return fingerprint(LOCK.read_bytes(), (TOP / "pyproject.toml").read_bytes(), version, TOP)


def is_ready() -> bool:
    """Whether `.venv` stands and was made from the present lock, project file, Python and folder."""
    version = version_of(venv_python())
    if version is None or not STAMP.is_file():
        return False
    return STAMP.read_text(encoding="ascii").strip() == present_fingerprint(version)


def make_venv() -> None:
    """Make `.venv` afresh, from a Python that has what this takes."""
    python = base_python()
    if run_quietly([*python, "-c", "import ensurepip, venv"])[0] != 0:
        why = "This Python cannot make virtual environments (no venv module)."
        install_system_packages(["python3-venv"], why)
    say("Making .venv, a Python environment for BoardDesk alone.")
    code, out = run_quietly([*python, "-m", "venv", "--clear", VENV])
    if code != 0:
        message = f"The Python environment could not be made in {VENV}:\n{last_lines(out)}"
        raise SetupError(message)


def pip_install(*arguments: str | Path) -> None:
    """Run pip's install in `.venv` without its noise; on failure show the end of what it said."""
    # --no-deps: the lock names everything, and a test holds it complete.
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install", "--no-deps"]
    code, out = run_quietly([*pip, *(str(argument) for argument in arguments)])
    if code != 0:
        message = (
            "The packages could not be installed. Is this machine connected to the internet? "
            f"pip's last lines:\n{last_lines(out)}"
        )
        raise SetupError(message)


def ensure_venv() -> None:
    """Make or renew `.venv` where it is not ready."""
    if is_ready():
        return
    started = time.monotonic()
    version = version_of(venv_python())
    if version is None or not fits(version):
        make_venv()
        version = version_of(venv_python())
        if version is None:
            message = f"The Python environment in {VENV} does not start. Delete that folder and try again."
            raise SetupError(message)
    STAMP.unlink(missing_ok=True)
    say("Installing the packages BoardDesk needs (first time: about a minute, 150 MB; later: nothing).")
    pip_install("--requirement", LOCK)
    pip_install("--no-build-isolation", "--editable", TOP)
    STAMP.write_text(present_fingerprint(version) + "\n", encoding="ascii")
    say(f"Ready after {time.monotonic() - started:.0f} s.")


# --- The jobs -----------------------------------------------------------------------------------------------


def has_display(platform: str, env: Mapping[str, str]) -> bool:
    """Whether a window can be opened: always on macOS and Windows, on Linux where a display is named."""
    return not platform.startswith("linux") or bool(env.get("DISPLAY") or env.get("WAYLAND_DISPLAY"))


def tests_environment(env: Mapping[str, str]) -> dict[str, str]:
    """The settings under which tests run: windows are drawn into memory unless the caller says otherwise."""
    return {"QT_QPA_PLATFORM": "offscreen", **env}


def demo(*, window: bool) -> int:
    """Make the sample company and its documents in `demo/`; open the window where wanted and possible."""
    if window and not has_display(sys.platform, os.environ):
        say("No display here: the documents are made, the window stays closed.")
        window = False
    ensure_libraries(window=window)
    ensure_venv()
    return run_visibly([venv_python(), "-m", "boarddesk", "demo", "demo", *([] if window else ["--no-window"])])


def test(arguments: Sequence[str]) -> int:
    """Run the tests; pytest's summary is the last line."""
    ensure_libraries(window=False)
    ensure_venv()
    command = [str(venv_python()), "-m", "pytest", *(arguments or WHOLE_SUITE)]
    return run_visibly(command, tests_environment(os.environ))


def check() -> int:
    """Run the linters one by one, then the tests; name those that failed."""
    ensure_libraries(window=False)
    ensure_venv()
    tools = venv_python().parent
    jobs: dict[str, list[str | Path]] = {
        "ruff check": [tools / "ruff", "check"],
        "ruff format": [tools / "ruff", "format", "--check"],
        "mypy": [tools / "mypy"],
        "lint-imports": [tools / "lint-imports"],
        "pytest": [venv_python(), "-m", "pytest", *WHOLE_SUITE],
    }
    failed = [name for name, command in jobs.items() if run_visibly(command, tests_environment(os.environ)) != 0]
    say(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def parse(arguments: Sequence[str]) -> tuple[str, bool, list[str]]:
    """The job, whether a window is wanted, and what is handed to pytest."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Set BoardDesk up here, then run one job.")
    jobs = parser.add_subparsers(dest="job", required=True, metavar="demo | test | check")
    about = "make the sample company and its documents in demo/, and open the window"
    shown = jobs.add_parser("demo", help=about, description=about)
    shown.add_argument("--no-window", action="store_true", help="leave the window closed")
    jobs.add_parser("test", help="run the tests; what follows is handed to pytest", add_help=False)
    jobs.add_parser("check", help="run the linters, then the tests")
    if arguments[:1] == ["test"]:
        return "test", False, list(arguments[1:])
    known = parser.parse_args(arguments)
    return known.job, not getattr(known, "no_window", False), []


def main(arguments: Sequence[str]) -> int:
    """Do the job named on the command line; the exit code."""
    job, window, rest = parse(arguments)
    try:
        if job == "demo":
            return demo(window=window)
        return test(rest) if job == "test" else check()
    except SetupError as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
