"""The one table of sections that have something of their own above their form."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.ui.workbench import Workbench
from casebook.ui.write.attachment_bar import AttachmentBar
from casebook.ui.write.special_bar import SpecialBar

SPECIAL: dict[str, Callable[[Workbench, QWidget], SpecialBar]] = {
    "attachments": AttachmentBar,
}

ADDED_FROM_FILES = frozenset({"attachments"})
"""Sections whose "add" asks for files."""


def special_bar(key: str, workbench: Workbench, parent: QWidget) -> SpecialBar | None:
    """What stands above the form of section `key`; None for most."""
    make = SPECIAL.get(key)
    return make(workbench, parent) if make is not None else None
