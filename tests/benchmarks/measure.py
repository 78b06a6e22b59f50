"""Times whole processes side by side: wall seconds and peak memory, medians of several runs in turn."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MIB = 1024 if sys.platform == "darwin" else 1


@dataclass(frozen=True)
class Figure:
    """Median, least and most wall seconds, and the median peak memory in MiB."""

    seconds: float
    least: float
    most: float
    mebibytes: float


def run_once(command: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[float, float]:
    """Wall seconds and peak memory (MiB) of one run; RuntimeError where it fails."""
    began = time.perf_counter()
    # As on a user's machine, where compiled modules are kept.
    surroundings = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env={**surroundings, **(env or {})}
    )
    errors = process.stderr.read() if process.stderr else b""
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command[0]} failed: {errors.decode(errors='replace')[-2000:]}")
    return seconds, usage.ru_maxrss / 1024 / MIB


def side_by_side(
    commands: Mapping[str, Sequence[str]], runs: int = 5, env: Mapping[str, str] | None = None
) -> dict[str, Figure]:
    """Each command once to warm up, then all in turn `runs` times."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in commands}
    for command in commands.values():
        run_once(command, env)
    for _ in range(runs):
        for name, command in commands.items():
            found[name].append(run_once(command, env))
    return {name: _figure(runs) for name, runs in found.items()}


def _figure(runs: list[tuple[float, float]]) -> Figure:
    seconds = [run[0] for run in runs]
    return Figure(statistics.median(seconds), min(seconds), max(seconds), statistics.median(run[1] for run in runs))
