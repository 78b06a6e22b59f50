"""A guard against a fault of PySide6 6.12.0 on Python 3.11: it gives None, True and False away uncounted."""

import ctypes
import sys

# Far more calls than any session makes, and far below where the count would overflow.
ENOUGH = sys.maxsize // 4
GUARDED = (None, True, False, NotImplemented)


def guard_none() -> None:
    """Lift the counts of references to the constants, so that Python never takes one for garbage.

    Every call into Qt that returns nothing drops a reference to None, every signal one to True: without
    the guard a window on Python 3.11 ends with "deallocating None" after some 5,000 calls. From 3.12 on
    the constants are immortal and nothing needs to be done.
    """
    if sys.version_info < (3, 12):
        for constant in GUARDED:
            if sys.getrefcount(constant) < ENOUGH:
                # The count is the first field of every object of a release build of CPython.
                ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH * 2
