"""A chosen word that can be moved, opened and taken away."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from casebook.ui.theme import State, tokens_of

PAD = 8
WIDEST = 46
"""Average characters after which its text is cut."""


class Token(QAbstractButton):
    """Delete takes it away, Alt with an arrow moves it, Enter opens it, arrows go to its neighbours."""

    removed = Signal()
    opened = Signal()
    moved = Signal(int)
    """Steps towards the end."""
    left = Signal(int)
    """The keyboard goes this many tokens towards the end."""

    def __init__(self, text: str, parent: QWidget | None = None, *, opens: bool = False) -> None:
        """`opens` says whether there is something behind it to look at."""
        super().__init__(parent)
        self._opens = False
        self._state: State = "notice"
        self.setObjectName("token")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.show_word(text, opens=opens)

    @property
    def state(self) -> State:
        """The state in whose colours it stands."""
        return self._state

    def show_state(self, state: State) -> None:
        """Stand in the colours of another state."""
        if state != self._state:
            self._state = state
            self.update()

    def show_word(self, text: str, *, opens: bool = False) -> None:
        """Show another word."""
        if (text, opens) == (self.text(), self._opens):
            return
        self._opens = opens
        self.setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("Delete removes it, Alt and an arrow key move it."))
        self.setToolTip(self.tr("{name} – double-click to open").format(name=text) if self._opens else text)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        text = min(metrics.horizontalAdvance(self.text()), metrics.averageCharWidth() * WIDEST)
        return QSize(text + 2 * PAD + self._cross_side(), metrics.height() + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * PAD + self._cross_side(), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        usual = self._state == "notice"
        background, ink = tokens.state(self._state if self.isEnabled() or not usual else "neutral")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setBrush(background)
        painter.setPen(QPen(QColor(tokens.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(ink)
        room = self._text_room()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        if self.isEnabled():
            painter.setPen(QPen(ink, 1.2))
            centre, arm = QPointF(self._cross().center()), self._cross_side() * 0.15
            painter.drawLine(centre + QPointF(-arm, -arm), centre + QPointF(arm, arm))
            painter.drawLine(centre + QPointF(-arm, arm), centre + QPointF(arm, -arm))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self._cross().contains(event.position().toPoint()):
            self.removed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._opens and not self._cross().contains(event.position().toPoint()):
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, alt = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        ahead = -1 if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 1
        steps = {Qt.Key.Key_Left: -ahead, Qt.Key.Key_Right: ahead}
        if key in steps:
            (self.moved if alt else self.left).emit(steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self._opens:
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _cross_side(self) -> int:
        return self.fontMetrics().height()

    def _cross(self) -> QRect:
        side = self._cross_side()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = 4 if mirrored else self.width() - side - 4
        return QRect(x, (self.height() - side) // 2, side, side)

    def _text_room(self) -> QRect:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        cross = self._cross_side() + 2 if self.isEnabled() else 0
        lead, trail = (cross, PAD) if mirrored else (PAD, cross)
        return self.rect().adjusted(lead, 0, -trail, 0)
