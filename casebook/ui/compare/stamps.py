"""Small pictures drawn once and stamped many times: what makes a large table scroll smoothly."""

from collections import OrderedDict
from collections.abc import Callable, Hashable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from casebook.ui.theme import tokens_of

KEPT = 2_000
"""Pictures kept; the oldest goes first."""

Drawing = Callable[[QPainter, QRect], None]


class Stamps:
    """Pictures by what they show and how large they are; forgotten when theme, type or screen change."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._look: Hashable = None
        self._kept: OrderedDict[Hashable, QPixmap] = OrderedDict()

    def forget(self) -> None:
        """What is shown has changed."""
        self._kept.clear()

    def begin(self) -> None:
        """To be called once for each paint, before `get`."""
        widget = self._widget
        look = (
            tokens_of(widget).name,
            widget.font().key(),
            widget.devicePixelRatioF(),
            widget.layoutDirection(),
        )
        if look != self._look:
            self._look = look
            self._kept.clear()

    def get(self, key: Hashable, size: QSize, draw: Drawing) -> QPixmap:
        """The picture under `key`, drawn by `draw` if there is none yet; the key has to tell the size too."""
        kept = self._kept.get(key)
        if kept is not None:
            return kept
        ratio = self._widget.devicePixelRatioF()
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setFont(self._widget.font())
        draw(painter, QRect(0, 0, size.width(), size.height()))
        painter.end()
        self._kept[key] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return made
