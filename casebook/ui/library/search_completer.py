"""Offers fields and values below the search field as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QListView

from casebook.ui.widgets.line_delegate import NOTE_ROLE, LineDelegate

if TYPE_CHECKING:
    from casebook.services.completing import Suggestion


SUGGESTION_ROLE = int(Qt.ItemDataRole.UserRole) + 2


class SearchCompleter(QCompleter):
    """A list below a line; what is chosen takes the place of what was typed."""

    def __init__(self, line: QLineEdit, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._items = QStandardItemModel(self)
        self.setModel(self._items)
        self.setWidget(line)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(12)
        self.list = popup = QListView()
        self.setPopup(popup)
        popup.setObjectName("search-suggestions")
        popup.setAccessibleName(self.tr("Suggestions"))
        popup.setItemDelegate(LineDelegate(popup))
        popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        popup.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        popup.clicked.connect(lambda index: self._take(index.data(SUGGESTION_ROLE)))

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show these below the line; hide when there are none."""
        self._items.clear()
        for one in suggestions:
            item = QStandardItem(one.label)
            item.setData(one.hint, NOTE_ROLE)
            item.setData(one, SUGGESTION_ROLE)
            item.setData(f"{one.label}, {one.hint}", Qt.ItemDataRole.AccessibleTextRole)
            self._items.appendRow(item)
        if suggestions:
            self.complete()
            self.list.setCurrentIndex(QModelIndex())  # nothing is taken that was not chosen
        else:
            self.list.hide()

    def take_current(self) -> bool:
        """Take the line that is marked in the list; False when none is."""
        index = self.list.currentIndex()
        if not self.list.isVisible() or not index.isValid():
            return False
        self._take(index.data(SUGGESTION_ROLE))
        return True

    def _take(self, chosen: Suggestion | None) -> None:
        self.list.hide()
        if chosen is None:
            return
        text, cursor = self._line.text(), self._line.cursorPosition()
        # A field waits for its value; a value is followed by what comes next.
        ending = "" if chosen.text.endswith(":") else " "
        self._line.setText(text[: chosen.start] + chosen.text + ending + text[cursor:].lstrip())
        self._line.setCursorPosition(chosen.start + len(chosen.text) + len(ending))
        self._line.textEdited.emit(self._line.text())
