"""Cases on their way from the list to a collection: what a drag carries, and how it looks."""

import json
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QDrag, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from casebook.ui.theme import tokens_of

CASES_MIME = "application/x-casebook-cases"
LARGEST = 16 * 1024 * 1024
"""Bytes that are read of what is dropped."""


class CaseDragging(QObject):
    """Starts a drag of the chosen cases once the mouse that pressed one of them has gone far enough.

    Qt's own dragging would ask each cell of a choice whether it may be dragged: a second for ten thousand cases. A row
    that was not chosen is dragged sideways; up and down go on choosing rows.
    """

    def __init__(self, view: QAbstractItemView, chosen: Callable[[], Sequence[str]]) -> None:
        """`chosen` gives the ids of the chosen cases."""
        super().__init__(view)
        self._view, self._chosen = view, chosen
        self._pressed: QPoint | None = None
        self._held = self._over = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            index = self._view.indexAt(at)
            plain = event.button() == Qt.MouseButton.LeftButton and not event.modifiers()
            self._pressed = at if plain and index.isValid() else None
            self._held = self._view.selectionModel().isSelected(index)
            self._over = False
        elif self._over:
            return True  # what comes after a drag would choose other rows
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            return self._moved(at - self._pressed)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        return False

    def _moved(self, way: QPoint) -> bool:
        """Whether a movement is no longer the view's own business."""
        if way.manhattanLength() < QApplication.startDragDistance():
            return self._held
        self._pressed = None
        if not self._held and abs(way.x()) < 2 * abs(way.y()):
            return False
        self._over = True
        case_drag(self._view, self._chosen()).exec(Qt.DropAction.CopyAction)
        return True


def case_drag(source: QWidget, case_ids: Sequence[str]) -> QDrag:
    """A drag that carries the ids of some cases, and says how many."""
    drag = QDrag(source)
    drag.setMimeData(cases_data(case_ids))
    count = len(case_ids)
    words = (
        QCoreApplication.translate("case_drag", "1 case")
        if count == 1
        else QCoreApplication.translate("case_drag", "{} cases").format(f"{count:n}")
    )
    drag.setPixmap(_label(source, words))
    drag.setHotSpot(QPoint(-8, -8))
    return drag


def cases_data(case_ids: Sequence[str]) -> QMimeData:
    """What dragged cases carry."""
    data = QMimeData()
    data.setData(CASES_MIME, json.dumps(list(case_ids)).encode())
    return data


def dragged_cases(data: QMimeData) -> tuple[str, ...]:
    """The ids of dragged cases; none when something else is dragged."""
    held = bytes(data.data(CASES_MIME).data()) if data.hasFormat(CASES_MIME) else b""
    if not held or len(held) > LARGEST:
        return ()
    try:
        ids = json.loads(held)
    except (ValueError, RecursionError):
        return ()
    return tuple(one for one in ids if isinstance(one, str)) if isinstance(ids, list) else ()


def _label(source: QWidget, words: str) -> QPixmap:
    tokens, metrics = tokens_of(source), source.fontMetrics()
    scale = source.devicePixelRatioF()
    box = QRect(0, 0, metrics.horizontalAdvance(words) + 24, metrics.height() + 10)
    picture = QPixmap(box.size() * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(source.font())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.accent))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(QColor(tokens.on_accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
    painter.end()
    return picture
