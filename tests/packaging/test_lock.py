"""The lock names every package, in one exact version, for each platform and each Python we support."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TOP = Path(__file__).parents[2]
LOCKED = [
    Requirement(line)
    for line in (TOP / "packaging" / "requirements.lock").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
PROJECT = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))
PLATFORMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
}


def asked_for() -> list[Requirement]:
    project = PROJECT["project"]
    names = [*project["dependencies"], *project["optional-dependencies"]["dev"], *PROJECT["build-system"]["requires"]]
    return [Requirement(name) for name in names]


def needs_of(name: str, extras: set[str], env: dict[str, str]) -> list[Requirement]:
    """What an installed package asks for in that environment; what is not installed here asks for nothing."""
    try:
        needs = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    found = [Requirement(need) for need in needs]
    return [
        need
        for need in found
        if need.marker is None or any(need.marker.evaluate({**env, "extra": extra}) for extra in {"", *extras})
    ]


def test_each_line_is_one_exact_version() -> None:
    assert all(re.fullmatch(r"==[\w.]+", str(requirement.specifier)) for requirement in LOCKED)
    names = [canonicalize_name(requirement.name) for requirement in LOCKED]
    assert names == sorted(set(names))


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
def test_nothing_is_missing(platform: str, version: str) -> None:
    env = {**default_environment(), **PLATFORMS[platform]}
    env |= {"python_version": version, "python_full_version": f"{version}.0"}
    locked = {canonicalize_name(r.name): r for r in LOCKED if r.marker is None or r.marker.evaluate(env)}
    waiting, seen = asked_for(), set()
    while waiting:
        need = waiting.pop()
        name = canonicalize_name(need.name)
        if name == "pip":  # every environment has it from the start
            continue
        assert name in locked, f"{need} is not in the lock"
        exact = next(iter(locked[name].specifier)).version
        assert need.specifier.contains(exact, prereleases=True), f"{need}, but {exact} is locked"
        if (name, *sorted(need.extras)) not in seen:
            seen.add((name, *sorted(need.extras)))
            waiting += needs_of(name, need.extras, env)
    assert len(seen) > 40


def test_what_is_installed_is_what_is_locked() -> None:
    """The environment the tests run in is the locked one, so that a green run speaks for the lock."""
    env = default_environment()
    differing = []
    for requirement in LOCKED:
        if requirement.marker is None or requirement.marker.evaluate(env):
            try:
                installed = distribution(requirement.name).version
            except PackageNotFoundError:
                installed = "missing"
            if not requirement.specifier.contains(installed, prereleases=True):
                differing.append(f"{requirement}: {installed}")
    assert differing == []
