"""A list of cards as wide as the list: their heights follow its width."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyleOptionViewItem, QWidget

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


def card_width(option: QStyleOptionViewItem) -> int:
    """The width a delegate has for a card, in pixels."""
    view = option.widget
    return max(view.viewport().width() if isinstance(view, QAbstractItemView) else 0, NARROWEST)
