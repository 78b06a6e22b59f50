"""What makes the window stand sooner: done before Qt is imported, undone once the window is painted."""

import gc
from importlib import import_module

BEFORE_QT = ("boarddesk.services.home", "boarddesk.rules.engine")


def begin() -> None:
    """Hold the garbage collector back, and import first what can do without Qt."""
    # Nearly everything made at the start is there to stay: looking through it again and again finds nothing.
    gc.disable()
    # Qt's binding reads the source of every module that is imported after it.
    for name in BEFORE_QT:
        import_module(name)
    import_module("boarddesk.rules.engine").rules()


def painted() -> None:
    """Collect garbage again, leaving out what was made at the start."""
    gc.freeze()
    gc.enable()
