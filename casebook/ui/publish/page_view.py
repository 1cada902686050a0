"""The pages of a PDF one below the other, as paper on a desk; drawn off the GUI thread."""

import attrs
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from casebook.ui.publish.page_drawings import PageDrawings
from casebook.ui.theme import tokens_of

MARGIN, GAP, SHADOW = 20, 20, 6
"""Pixels around all pages, between two, and of the shadow below each."""
LEAST, MOST = 0.25, 4.0
"""Zoom; 1.0 shows the pages in their printed size."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
SOON = 15
"""Milliseconds of rest, while zooming and scrolling, before pages are drawn anew."""


@attrs.frozen
class Place:
    """Where the person is: so many of a page's heights below its top, so far across."""

    page: int
    down: float
    across: int


class PageView(QAbstractScrollArea):
    """Emits `moved(page)` when another page is the one being read, `zoomed(zoom)` when the size has changed."""

    moved = Signal(int)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setProperty("pane", True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._found: QPdfSearchModel | None = None
        self._chosen = -1
        self._points: list[QSizeF] = []
        self._rects: list[QRect] = []
        self._zoom = 1.0
        # At first the pages are as large as printed, or smaller where the window is narrow.
        self._fits, self._most = True, 1.0
        self._page = 0
        self._drawings = PageDrawings(self)
        self._drawings.drawn.connect(self.viewport().update)
        self._soon = QTimer(self, singleShot=True, interval=SOON)
        self._soon.timeout.connect(self._draw)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.valueChanged.connect(self._on_scroll)

    @property
    def page(self) -> int:
        """The page being read, counted from 0."""
        return self._page

    @property
    def zoom(self) -> float:
        """How large the pages are; 1.0 is as printed."""
        return self._zoom

    def show_document(self, document: QPdfDocument, found: QPdfSearchModel) -> None:
        """Show other pages at the same place and size; the ones before stay in sight until the new are drawn."""
        place = self._place()
        self._found, self._chosen = found, -1
        self._points = [document.pagePointSize(number) for number in range(document.pageCount())]
        self._drawings.show(document)
        self._resize(self._zoom, place)
        self._draw()

    def clear(self) -> None:
        """Show nothing and hold nothing."""
        self._found = None
        self._points, self._page = [], 0
        self._drawings.clear()
        self._resize(self._zoom)

    def go_to(self, page: int) -> None:
        """Bring the top of a page into sight; past the ends, the first or the last."""
        if self._rects:
            self._set_place(Place(max(0, min(page, len(self._rects) - 1)), 0.0, 0))

    def set_zoom(self, zoom: float) -> None:
        """Show the pages in this size."""
        self._fits = False
        self._resize(zoom)

    def zoom_by(self, steps: int) -> None:
        """Larger (1) or smaller (-1)."""
        sizes = [size for size in STEPS if (size - self._zoom) * steps > 0.001]
        if sizes:
            self.set_zoom(min(sizes, key=lambda size: abs(size - self._zoom)))

    def fit_width(self) -> None:
        """Show whole lines in the width there is, now and when the window changes."""
        self._fits, self._most = True, MOST
        self._resize(self._zoom)

    def show_result(self, number: int) -> None:
        """Mark a place where the text looked for stands, and bring it into sight."""
        self._chosen = number
        if self._found is not None and 0 <= number < self._found.count():
            link = self._found.resultAtIndex(number)
            marked = self._on_page(link.page(), link.rectangles()[0]) if link.rectangles() else QRectF()
            if not QRectF(self.viewport().rect()).contains(marked):
                down = marked.top() + self.verticalScrollBar().value() - self.viewport().height() / 3
                self.verticalScrollBar().setValue(round(down))
                across = marked.center().x() + self.horizontalScrollBar().value()
                self.horizontalScrollBar().setValue(round(across - self.viewport().width() / 2))
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page by page; blank and arrows scroll."""
        key = Qt.Key
        last = len(self._rects) - 1
        pages = {
            key.Key_PageDown: self._page + 1,
            key.Key_PageUp: self._page - (0 if self._place().down > 0.02 else 1),
            key.Key_Home: 0,
            key.Key_End: last,
        }
        bar = self.verticalScrollBar()
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            event.ignore()
        elif event.key() in pages:
            self.go_to(pages[key(event.key())])
        elif event.key() == key.Key_Space:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            bar.setValue(bar.value() + (-1 if back else 1) * bar.pageStep())
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl, larger and smaller."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._resize(self._zoom)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = tokens_of(self)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(tokens.neutral[0]))
        for number in self._in_sight():
            self._paint_page(painter, number)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def _paint_page(self, painter: QPainter, number: int) -> None:
        rect = self._rects[number].translated(self._scrolled())
        for width in range(SHADOW, 0, -1):
            painter.fillRect(rect.adjusted(-width, -width + 2, width, width + 2), _faint(self, 8))
        painter.fillRect(rect, Qt.GlobalColor.white)
        image = self._drawings.image(number)
        if image is not None:
            painter.drawImage(rect, image)
        if self._found is None or not self._found.searchString():
            return
        chosen = self._found.resultAtIndex(self._chosen) if self._chosen >= 0 else None
        for link in self._found.resultsOnPage(number):
            strong = chosen is not None and chosen.page() == number and chosen.location() == link.location()
            for part in link.rectangles():
                colour = QColor(self.palette().color(QPalette.ColorRole.Highlight))
                colour.setAlpha(150 if strong else 60)
                painter.fillRect(self._on_page(number, part), colour)

    def _on_page(self, number: int, part: QRectF) -> QRectF:
        """Where a part of a page, in points, stands on the screen."""
        scale = self._rects[number].width() / self._points[number].width()
        top_left = QPointF(self._rects[number].translated(self._scrolled()).topLeft())
        return QRectF(top_left + part.topLeft() * scale, part.size() * scale)

    def _resize(self, zoom: float, place: Place | None = None) -> None:
        place = place or self._place()
        if self._fits and self._points:
            widest = max(size.width() for size in self._points) * self._per_point()
            zoom = min((self.viewport().width() - 2 * MARGIN) / widest, self._most)
        self._zoom = max(LEAST, min(zoom, MOST))
        self._lay_out(place)
        self.zoomed.emit(self._zoom)

    def _lay_out(self, place: Place) -> None:
        scale = self._zoom * self._per_point()
        sizes = [(size * scale).toSize() for size in self._points]
        width = max([size.width() for size in sizes], default=0) + 2 * MARGIN
        middle, top = max(width, self.viewport().width()) // 2, MARGIN
        self._rects = []
        for size in sizes:
            self._rects.append(QRect(QPoint(middle - size.width() // 2, top), size))
            top += size.height() + GAP
        for bar, all_of_it, seen in (
            (self.verticalScrollBar(), top, self.viewport().height()),
            (self.horizontalScrollBar(), width, self.viewport().width()),
        ):
            bar.setRange(0, max(0, all_of_it - seen))
            bar.setPageStep(max(1, seen - GAP))
            bar.setSingleStep(40)
        self._set_place(place)
        self._on_scroll()

    def _per_point(self) -> float:
        return self.logicalDpiX() / 72

    def _scrolled(self) -> QPoint:
        return QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())

    def _place(self) -> Place:
        if not self._rects:
            return Place(0, 0.0, 0)
        page = min(self._page, len(self._rects) - 1)
        top = self.verticalScrollBar().value() + MARGIN - self._rects[page].top()
        return Place(page, top / self._rects[page].height(), self.horizontalScrollBar().value())

    def _set_place(self, place: Place) -> None:
        if not self._rects:
            return
        rect = self._rects[min(place.page, len(self._rects) - 1)]
        self.horizontalScrollBar().setValue(place.across)
        self.verticalScrollBar().setValue(round(rect.top() - MARGIN + place.down * rect.height()))

    def _in_sight(self) -> list[int]:
        seen = self.viewport().rect().translated(-self._scrolled())
        return [number for number, rect in enumerate(self._rects) if rect.intersects(seen)]

    def _on_scroll(self) -> None:
        """The page that reaches into the upper third is the one being read; at the very end, the last."""
        bar = self.verticalScrollBar()
        line = bar.value() + self.viewport().height() // 3
        page = max([0, *(number for number, rect in enumerate(self._rects) if rect.top() <= line)])
        if bar.maximum() and bar.value() == bar.maximum():
            page = len(self._rects) - 1
        self._page = page
        self.moved.emit(page)
        self.viewport().update()
        self._soon.start()

    def _draw(self) -> None:
        sharp = self.devicePixelRatioF()
        self._drawings.want({number: self._rects[number].size() * sharp for number in self._in_sight()})


def _faint(widget: QWidget, strength: int) -> QColor:
    colour = widget.palette().color(QPalette.ColorRole.Shadow)
    colour.setAlpha(strength)
    return colour
