"""Keeps Python's constants alive under Qt bindings that were built for a newer Python."""

import ctypes
import sys

IMMORTAL_SINCE = (3, 12)
"""From this version on None, True and False are never counted (PEP 683)."""

ENOUGH = 1 << 40
"""References lent to each constant: a window that makes a million calls a second lives twelve days on them."""

CONSTANTS = (None, True, False, NotImplemented, Ellipsis)


def keep_constants() -> None:
    """Lend references to the constants where the bindings would use them up.

    PySide6 6.12.0 returns None, True and False without counting the reference, on every call. Python 3.12 and later
    do not mind; Python 3.11 frees the constant after a few thousand calls and ends the process.
    """
    if sys.version_info >= IMMORTAL_SINCE or sys.getrefcount(None) > ENOUGH // 2:
        return
    for constant in CONSTANTS:
        # CPython keeps the count in the first word of every object.
        ctypes.c_ssize_t.from_address(id(constant)).value += ENOUGH
