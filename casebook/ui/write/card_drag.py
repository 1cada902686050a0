"""Lets a card be dragged to another place among its neighbours."""

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

CARD_MIME = "application/x-casebook-card"


class CardDrag(QObject):
    """Starts a drag that carries the id of the card's record once the mouse has gone far enough."""

    def __init__(self, card: QWidget, record_id: str) -> None:
        super().__init__(card)
        self._card = card
        self._record_id = record_id
        self._pressed: QPoint | None = None
        card.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent):
            return False
        at = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = at
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._went_far(at):
            self._pressed = None
            self.drag().exec(Qt.DropAction.MoveAction)
            return True
        return False

    def _went_far(self, at: QPoint) -> bool:
        if self._pressed is None:
            return False
        return (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()

    def drag(self) -> QDrag:
        """The drag, with the card as its picture."""
        drag = QDrag(self._card)
        drag.setMimeData(card_data(self._record_id))
        drag.setPixmap(self._card.grab())
        return drag


def card_data(record_id: str) -> QMimeData:
    """What a dragged card carries."""
    data = QMimeData()
    data.setData(CARD_MIME, record_id.encode())
    return data


def dragged_card(data: QMimeData) -> str:
    """The id of the record of a dragged card; empty when something else is dragged."""
    if not data.hasFormat(CARD_MIME):
        return ""
    return bytes(data.data(CARD_MIME).data()).decode("utf-8", "ignore")


def places_passed(middles: list[int], start: int, at: int) -> int:
    """How many places a card that stood at `start` moves when it is dropped at height `at`; down counts positive.

    `middles` are the heights of the middles of all cards, the dragged one among them, from the top.
    """
    above = sum(1 for place, middle in enumerate(middles) if place != start and middle < at)
    return above - start
