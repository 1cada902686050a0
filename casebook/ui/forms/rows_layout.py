"""A column of fields in which short neighbours share a row, as many as the width allows."""

from PySide6.QtCore import QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

MOST_IN_A_ROW = 3
ROW_GAP, COLUMN_GAP = 16, 12
"""Pixels between rows and between fields of a row."""

LONE_SHARE = 0.6
"""How much of the width a short field may take that stands in its row alone."""

Cell = tuple[QLayoutItem, int, int]
"""(item, x, width)"""


class RowsLayout(QLayout):
    """Wide fields take the whole width; short ones are set side by side in proportion to the width they like."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._likes: list[int] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(QMargins())

    def add_wide(self, widget: QWidget) -> None:
        """Put a widget below the others, over the whole width."""
        self._likes.append(0)
        self.addWidget(widget)

    def add_short(self, widget: QWidget, likes: int) -> None:
        """Put a widget beside its short neighbours; it `likes` to be that many pixels wide."""
        self._likes.append(likes)
        self.addWidget(widget)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        if not 0 <= index < len(self._items):
            return None
        self._likes.pop(index)
        self.invalidate()
        return self._items.pop(index)

    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that the rows take; whoever asks does not know how wide the form may become at most."""
        parent = self.parentWidget()
        width = min(width, parent.maximumWidth()) if parent is not None else width
        if width not in self._heights:
            rows = self._rows(width)
            heights = [max(_height(item, wide) for item, _x, wide in row) for row in rows]
            self._heights[width] = sum(heights) + ROW_GAP * max(len(heights) - 1, 0)
        return self._heights[width]

    def minimumSize(self) -> QSize:
        widths = (item.minimumSize().width() for item in self._items)
        return QSize(max(widths, default=0), 0)

    def sizeHint(self) -> QSize:
        width = max((item.sizeHint().width() for item in self._items), default=0)
        return QSize(width, self.heightForWidth(width))

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        y = rect.y()
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() == Qt.LayoutDirection.RightToLeft
        for row in self._rows(rect.width()):
            tallest = 0
            for item, x, width in row:
                height = _height(item, width)
                left = rect.right() + 1 - x - width if mirrored else rect.x() + x
                item.setGeometry(QRect(left, y, width, height))
                tallest = max(tallest, height)
            y += tallest + ROW_GAP

    def _rows(self, width: int) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        waiting: list[tuple[QLayoutItem, int]] = []
        for item, likes in zip(self._items, self._likes, strict=True):
            if item.isEmpty():
                continue
            taken = sum(like for _item, like in waiting) + COLUMN_GAP * len(waiting)
            if waiting and (not likes or taken + likes > width or len(waiting) == MOST_IN_A_ROW):
                rows.append(_shared(waiting, width))
                waiting = []
            if likes:
                waiting.append((item, likes))
            else:
                rows.append([(item, 0, width)])
        return [*rows, _shared(waiting, width)] if waiting else rows


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def _shared(short: list[tuple[QLayoutItem, int]], width: int) -> list[Cell]:
    """The cells of one row of short fields."""
    if len(short) == 1:
        item, likes = short[0]
        return [(item, 0, width if width < 2 * likes else round(width * LONE_SHARE))]
    room = width - COLUMN_GAP * (len(short) - 1)
    whole = sum(likes for _item, likes in short)
    cells: list[Cell] = []
    x = 0
    for item, likes in short[:-1]:
        share = room * likes // whole
        cells.append((item, x, share))
        x += share + COLUMN_GAP
    return [*cells, (short[-1][0], x, width - x)]
