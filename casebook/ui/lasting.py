"""Keeps None, True and False alive under a Qt binding that drops references it does not hold."""

import ctypes
import sys

COUNTED_BEFORE = (3, 12)
"""The Python version from which these objects are immortal (PEP 683)."""

ALWAYS_THERE = 1 << 30
"""A count of references that no run of the window uses up, and that immortal objects have as well."""


def keep_constants() -> None:
    """Give the constants more references than can ever be dropped; nothing to do where they are immortal.

    PySide6 6.12.0 is built as if they were: each call that returns one of them takes a reference away on
    Python 3.11, and after some ten thousand of them the interpreter ends with "deallocating None".
    """
    if sys.version_info >= COUNTED_BEFORE or sys.implementation.name != "cpython":
        return
    for constant in (None, True, False, NotImplemented):
        count = ctypes.c_ssize_t.from_address(id(constant))  # ob_refcnt is the first word of every object
        count.value = max(count.value, ALWAYS_THERE)
