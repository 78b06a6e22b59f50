"""`packaging/dev.py` as a module: its folder is no package, so that it cannot hide the library of that name."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

DEV = Path(__file__).parents[2] / "packaging" / "dev.py"


@pytest.fixture
def dev() -> ModuleType:
    spec = importlib.util.spec_from_file_location("boarddesk_dev", DEV)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
