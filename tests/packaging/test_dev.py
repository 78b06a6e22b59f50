"""The two commands: what they decide before they touch the machine."""

import ast
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


def test_it_needs_the_standard_library_alone(dev: ModuleType) -> None:
    tree = ast.parse(Path(dev.__file__).read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in names} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["demo"], ("demo", True, [])),
        (["demo", "--no-window"], ("demo", False, [])),
        (["test"], ("test", False, [])),
        (["test", "-x", "--lf", "tests/domain"], ("test", False, ["-x", "--lf", "tests/domain"])),
        (["test", "--help"], ("test", False, ["--help"])),
        (["check"], ("check", True, [])),
    ],
)
def test_arguments(dev: ModuleType, arguments: list[str], expected: object) -> None:
    assert dev.parse(arguments) == expected


@pytest.mark.parametrize("arguments", [[], ["paint"], ["demo", "--windows"], ["check", "tests"]])
def test_a_wrong_command_line_is_refused_with_exit_code_2(
    dev: ModuleType, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as refused:
        dev.parse(arguments)
    assert refused.value.code == 2
    assert "usage: dev.py" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("version", "fits"), [((3, 10), False), ((3, 11), True), ((3, 13), True), ((3, 14), False), ((2, 7), False)]
)
def test_pythons_that_fit(dev: ModuleType, version: tuple[int, ...], fits: bool) -> None:
    assert dev.fits(version) is fits


def test_another_python_is_looked_for_newest_first(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "name", "posix")
    assert dev.python_candidates() == [["python3.13"], ["python3.12"], ["python3.11"]]
    monkeypatch.setattr(os, "name", "nt")
    assert dev.python_candidates()[0] == ["py", "-3.13"]


def test_no_fitting_python_is_one_sentence(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    with pytest.raises(dev.SetupError, match=r"needs Python 3\.11, 3\.12 or 3\.13; this is 3\.9\."):
        dev.base_python()


@pytest.mark.parametrize(
    ("platform", "env", "window", "count"),
    [
        ("darwin", {"DISPLAY": ":0"}, True, 0),
        ("win32", {}, True, 0),
        ("linux", {"DISPLAY": ":0"}, False, 7),
        ("linux", {}, True, 7),
        ("linux", {"DISPLAY": ":0"}, True, 20),
    ],
)
def test_libraries_of_the_x_window_are_asked_for_only_where_one_opens(
    dev: ModuleType, platform: str, env: dict[str, str], window: bool, count: int
) -> None:
    assert len(dev.wanted_libraries(platform, env, window=window)) == count


def test_missing_libraries_are_told_by_their_package(dev: ModuleType) -> None:
    assert dev.missing_packages({"libno-such-thing.so.9": "no-such-package"}) == ["no-such-package"]
    assert dev.missing_packages({}) == []


def test_without_root_the_one_line_to_run_is_printed(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(dev.SetupError, match=r"\n    sudo apt-get install -y libgl1 libegl1$"):
        dev.install_system_packages(["libgl1", "libegl1"], "Libraries are missing.")


def test_without_apt_the_packages_are_named(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev.shutil, "which", lambda _name: None)
    with pytest.raises(dev.SetupError, match="what your system calls: libgl1"):
        dev.install_system_packages(["libgl1"], "Libraries are missing.")


@pytest.mark.parametrize("changed", range(4))
def test_the_environment_is_renewed_when_one_of_its_causes_changes(dev: ModuleType, changed: int) -> None:
    causes = [b"lock", b"project", (3, 11, 2), Path("/home/ada/boarddesk")]
    others = [b"lock 2", b"project 2", (3, 12, 0), Path("/home/ada/moved")]
    before = dev.fingerprint(*causes)
    assert before == dev.fingerprint(*causes)
    causes[changed] = others[changed]
    assert dev.fingerprint(*causes) != before


def test_a_missing_environment_is_not_ready(dev: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STAMP", tmp_path / ".venv" / "stamp")
    assert not dev.is_ready()


@pytest.mark.parametrize(
    ("platform", "env", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_where_a_window_can_open(dev: ModuleType, platform: str, env: dict[str, str], expected: object) -> None:
    assert dev.has_display(platform, env) is expected


def test_demo_without_a_display_says_so_and_opens_none(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = []
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(dev, "ensure_libraries", lambda *, window: ran.append(window))
    monkeypatch.setattr(dev, "ensure_venv", lambda: None)
    monkeypatch.setattr(dev, "run_visibly", lambda command: ran.append(command[1:]) or 0)
    assert dev.demo(window=True) == 0
    assert ran == [False, ["-m", "boarddesk", "demo", "demo", "--no-window"]]
    assert "No display here" in capsys.readouterr().out


def test_tests_draw_into_memory_unless_told_otherwise(dev: ModuleType) -> None:
    assert dev.tests_environment({})["QT_QPA_PLATFORM"] == "offscreen"
    assert dev.tests_environment({"QT_QPA_PLATFORM": "xcb"})["QT_QPA_PLATFORM"] == "xcb"


def test_a_failed_install_shows_the_end_of_what_pip_said(dev: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    said = "\n".join(f"line {number}" for number in range(40))
    monkeypatch.setattr(dev, "run_quietly", lambda _command: (1, said))
    with pytest.raises(dev.SetupError) as refused:
        dev.pip_install("nothing")
    assert str(refused.value).count("\n") == dev.LINES_SHOWN
    assert str(refused.value).endswith("line 39")


def test_a_refusal_goes_to_stderr_with_exit_code_1(
    dev: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(*, window: bool) -> None:
        raise dev.SetupError("Libraries are missing.")

    monkeypatch.setattr(dev, "ensure_libraries", refuse)
    assert dev.main(["test"]) == 1
    assert capsys.readouterr().err == "Libraries are missing.\n"


def test_exit_codes_pass_through(dev: ModuleType) -> None:
    assert dev.run_visibly([sys.executable, "-c", "raise SystemExit(5)"]) == 5
    assert dev.run_quietly([sys.executable, "-c", "print('so')"]) == (0, "so\n")


def test_older_pythons_can_read_the_file_and_refuse_politely(dev: ModuleType) -> None:
    """The syntax must stay old, or a newcomer meets a SyntaxError instead of the sentence."""
    ast.parse(Path(dev.__file__).read_text(encoding="utf-8"), feature_version=(3, 8))


def test_the_script_explains_itself(dev: ModuleType) -> None:
    shown = subprocess.run([sys.executable, dev.__file__, "--help"], capture_output=True, text=True, check=True)
    for job in ("demo", "test", "check"):
        assert job in shown.stdout
