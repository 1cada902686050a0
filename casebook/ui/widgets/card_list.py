"""A list of cards as wide as the list: their heights follow its width."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

Index = QModelIndex | QPersistentModelIndex

NARROWEST = 80
"""Pixels a card is given at least, before the list has a size of its own."""


class CardList(QListView):
    """Lays its cards out anew when its width changes, by a scroll bar that appears too."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Lay out anew only when a card has another height now; else drawing it is enough."""
        rows = range(first.row(), last.row() + 1)
        if all(self.sizeHintForRow(row) == self._laid_out(row) for row in rows):
            QAbstractItemView.dataChanged(self, first, last, roles)
        else:
            super().dataChanged(first, last, roles)

    def _laid_out(self, row: int) -> int:
        """The height a card was given when the cards were laid out last."""
        model = self.model()
        top = self.visualRect(model.index(row, 0)).top()
        if row + 1 < model.rowCount():
            return self.visualRect(model.index(row + 1, 0)).top() - top
        return self.contentsSize().height() - self.verticalOffset() - top


def card_width(option: QStyleOptionViewItem) -> int:
    """The width a delegate has for a card, in pixels."""
    view = option.widget
    return max(view.viewport().width() if isinstance(view, QAbstractItemView) else 0, NARROWEST)
