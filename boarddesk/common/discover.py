"""Finds the modules of a package, so that adding a file is enough to add a rule or a command."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def modules_in(package: str) -> Iterator[ModuleType]:
    """Import and yield every module below `package`, packages included, in name order."""
    top = importlib.import_module(package)
    for found in sorted(pkgutil.walk_packages(top.__path__, prefix=f"{package}."), key=lambda m: m.name):
        yield importlib.import_module(found.name)
