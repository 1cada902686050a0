"""The one table of sections that have something of their own above their form."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from casebook.domain.case import Case
from casebook.ui.workbench import Workbench
from casebook.ui.write.attachments_page import AttachmentBar


class SpecialBar(QWidget):
    """A widget that shows something of a record beside its form."""

    def show_record(self, case: Case, record_id: str) -> None:
        """Show the record."""
        raise NotImplementedError


SPECIAL: dict[str, Callable[[Workbench, QWidget], SpecialBar]] = {
    "attachments": AttachmentBar,
}

ADDED_FROM_FILES = frozenset({"attachments"})
"""Sections whose "add" asks for files."""


def special_bar(key: str, workbench: Workbench, parent: QWidget) -> SpecialBar | None:
    """What stands above the form of section `key`; None for most."""
    make = SPECIAL.get(key)
    return make(workbench, parent) if make is not None else None
