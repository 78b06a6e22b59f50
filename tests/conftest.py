"""What every test shares: settings and logs in a folder of the test run, a fixed language, no display."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from boarddesk.ui.kit.none_guard import guard_none

if TYPE_CHECKING:
    from boarddesk.services.workspace import Services
    from boarddesk.storage.driver import Database

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


# Tests make more calls into Qt than any session of a person.
guard_none()


@pytest.fixture(autouse=True, scope="session")
def windows_end() -> Iterator[None]:
    """No window is left to the interpreter's exit."""
    yield
    if "PySide6.QtWidgets" in sys.modules:
        from PySide6.QtWidgets import QApplication

        from boarddesk.ui.kit.closing import delete_windows

        app = QApplication.instance()
        if isinstance(app, QApplication):
            delete_windows(app)


@pytest.fixture(autouse=True, scope="session")
def own_folders(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Point the user's folders at the test run's own, so that nothing of the user's is touched."""
    home = tmp_path_factory.mktemp("home")
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
        os.environ[name] = str(home / name.lower())


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """Files of a test outlive no power cut: the thousands of them are not flushed to the disk one by one."""
    from boarddesk.storage import store

    connect = store._connect

    def hasty(path: Path, mode: str) -> Database:
        db = connect(path, mode)
        if mode.startswith("rw"):
            db.execute("PRAGMA synchronous = OFF")
        return db

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(store, "_connect", hasty)
        yield


@pytest.fixture
def company_path(tmp_path: Path) -> Path:
    """Where a test's company file goes."""
    return tmp_path / "acme.boarddesk"


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample company's file, made once in a run; copy it before writing."""
    from boarddesk.services.sample import FILE_NAME, make_sample

    path = tmp_path_factory.mktemp("sample") / FILE_NAME
    make_sample(path).close()
    return path


@pytest.fixture
def sample_copy(sample_file: Path, tmp_path: Path) -> Path:
    """A test's own copy of the sample company's file."""
    path = tmp_path / sample_file.name
    path.write_bytes(sample_file.read_bytes())
    return path


@pytest.fixture
def sample_services(sample_copy: Path) -> Iterator[Services]:
    """The sample company, open on a file of the test's own."""
    from boarddesk.services.workspace import open_company

    services = open_company(sample_copy)
    yield services
    services.close()
