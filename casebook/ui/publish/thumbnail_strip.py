"""The pages small, one below the other, to see the whole and to go to one."""

from PySide6.QtCore import QPoint, QRect, QSize, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from casebook.ui.publish.page_drawings import PageDrawings
from casebook.ui.theme import tokens_of

WIDTH, EDGE, GAP = 108, 14, 10
"""Pixels: of the strip, beside a page, and between a page and what stands above and below it."""
SOON = 15
"""Milliseconds of rest before pages are drawn."""


class ThumbnailStrip(QAbstractScrollArea):
    """Emits `chosen(page)` when the person goes to a page here."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setProperty("pane", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDTH)
        self._points: list[QSizeF] = []
        self._rects: list[QRect] = []
        self._page = 0
        self._drawings = PageDrawings(self)
        self._drawings.drawn.connect(self.viewport().update)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._draw)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._rest())

    def show_document(self, document: QPdfDocument) -> None:
        """Show other pages; the ones before stay in sight until the new are drawn."""
        self._points = [document.pagePointSize(number) for number in range(document.pageCount())]
        self._drawings.show(document)
        self._lay_out()
        self._draw()

    def clear(self) -> None:
        """Show nothing and hold nothing."""
        self._points = []
        self._drawings.clear()
        self._lay_out()

    def show_page(self, page: int) -> None:
        """Mark the page that is being read and bring it into sight."""
        self._page = page
        if page < len(self._rects):
            rect, bar, seen = self._rects[page], self.verticalScrollBar(), self.viewport().height()
            if rect.top() - GAP < bar.value():
                bar.setValue(rect.top() - GAP)
            elif rect.bottom() + GAP > bar.value() + seen:
                bar.setValue(rect.bottom() + GAP + self._line() - seen)
        self.setAccessibleName(
            self.tr("Pages; page {} of {} is shown").format(page + 1, len(self._rects))
            if self._rects
            else self.tr("Pages")
        )
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and page keys go to the next and the previous page, Home and End to the ends."""
        key, last = Qt.Key, len(self._rects) - 1
        wanted = {
            key.Key_Down: self._page + 1,
            key.Key_PageDown: self._page + 1,
            key.Key_Up: self._page - 1,
            key.Key_PageUp: self._page - 1,
            key.Key_Home: 0,
            key.Key_End: last,
        }.get(key(event.key()))
        if wanted is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif 0 <= wanted <= last:
            self.chosen.emit(wanted)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click goes to the page."""
        at = event.position().toPoint() + QPoint(0, self.verticalScrollBar().value())
        for number, rect in enumerate(self._rects):
            if rect.adjusted(-EDGE, -GAP, EDGE, GAP + self._line()).contains(at):
                self.chosen.emit(number)
                return

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Belongs to the click."""
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(tokens.surface))
        painter.setFont(self.font())
        for number in self._in_sight():
            rect = self._rects[number].translated(0, -self.verticalScrollBar().value())
            painter.fillRect(rect, Qt.GlobalColor.white)
            image = self._drawings.image(number)
            if image is not None:
                painter.drawImage(rect, image)
            current = number == self._page
            wide = 3 if current and self.hasFocus() else 2 if current else 1
            painter.setPen(QPen(QColor(tokens.accent if current else tokens.line), wide))
            painter.drawRect(rect.adjusted(-1, -1, 0, 0))
            painter.setPen(QColor(tokens.accent if current else tokens.muted))
            words = QRect(0, rect.bottom() + 2, self.viewport().width(), self._line())
            painter.drawText(words, Qt.AlignmentFlag.AlignHCenter, str(number + 1))

    def _line(self) -> int:
        return self.fontMetrics().height() + 2

    def _lay_out(self) -> None:
        width, top = max(self.viewport().width() - 2 * EDGE, 20), GAP
        self._rects = []
        for size in self._points:
            height = round(size.height() * width / max(size.width(), 1))
            self._rects.append(QRect(QPoint(EDGE, top), QSize(width, height)))
            top += height + self._line() + GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, top - self.viewport().height()))
        bar.setPageStep(max(1, self.viewport().height()))
        bar.setSingleStep(40)
        self._rest()

    def _in_sight(self) -> list[int]:
        seen = self.viewport().rect().translated(0, self.verticalScrollBar().value())
        return [number for number, rect in enumerate(self._rects) if rect.intersects(seen)]

    def _rest(self) -> None:
        self.viewport().update()
        self._soon.start()

    def _draw(self) -> None:
        if self.isVisible():
            sharp = self.devicePixelRatioF()
            self._drawings.want({number: self._rects[number].size() * sharp for number in self._in_sight()})
