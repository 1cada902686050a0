"""Says in how many cases a term is used, and names them on request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate
from casebook.ui.widgets.look import with_look

if TYPE_CHECKING:
    from casebook.storage.term_use import UsedIn

ROWS = 7
"""Cases seen before their list scrolls."""


class TermCases(QWidget):
    """Emits `wanted` when the cases are to be named, `opened` with the id of one that is to be opened."""

    wanted = Signal()
    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._button = with_look(QPushButton(), "link")
        self._button.setObjectName("used-in")
        self._button.clicked.connect(self.wanted)
        self._list = with_look(QListWidget(), "popup")
        self._list.setObjectName("used-cases")
        self._list.setAccessibleName(self.tr("Cases that use it"))
        self._list.setItemDelegate(LineDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._open)
        self._list.itemClicked.connect(self._open)
        self._list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)

    def show_count(self, count: int | None, *, elsewhere: bool = False) -> None:
        """Say how many cases use the term; None while they are counted.

        `elsewhere` says that a shared record of no case uses it.
        """
        self._list.hide()
        self._list.clear()
        self._button.setEnabled(bool(count))
        if count is None:
            self._button.setText(self.tr("Counting …"))
        elif count:
            said = self.tr("Used in 1 case") if count == 1 else self.tr("Used in {} cases").format(count)
            self._button.setText(said)
        else:
            self._button.setText(
                self.tr("Used by a shared record") if elsewhere else self.tr("No case uses it")
            )

    def show_cases(self, cases: Sequence[UsedIn]) -> None:
        """Name the cases."""
        self._list.clear()
        for case in cases:
            item = QListWidgetItem(case.title or self.tr("Untitled case"))
            item.setData(Qt.ItemDataRole.UserRole, "" if case.trashed else case.case_id)
            note = self.tr("in the Trash") if case.trashed else case.ref_code
            item.setData(NOTE_ROLE, note)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {note}")
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.show()
        rows = min(max(len(cases), 1), ROWS)
        self._list.setFixedHeight(rows * self._list.sizeHintForRow(0) + 8)
        self._list.setFocus()

    def _open(self, item: QListWidgetItem) -> None:
        case_id = str(item.data(Qt.ItemDataRole.UserRole) or "")
        if case_id:
            self.opened.emit(case_id)
