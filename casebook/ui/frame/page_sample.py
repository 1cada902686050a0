"""A small drawn page that shows at once what a house style does to a report."""

import base64

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from casebook.publishing.look import Lettering, Look, Paper
from casebook.ui.fonts import register_report_font
from casebook.ui.theme import LIGHT

WIDE = 232
"""Width of the page; it is as high as its paper is."""
RATIOS = {Paper.A4: 297 / 210, Paper.LETTER: 279.4 / 215.9}
SERIF, SANS = "Noto Serif", "Noto Sans"
MARGIN, LINE = 22, 9.0
LENGTHS = (1.0, 0.94, 0.98, 0.9, 0.97, 0.62)
"""How long the lines of a paragraph are."""


class PageSample(QWidget):
    """The first page of a report, much reduced: letterhead, title, headings, lines and foot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        register_report_font()
        self._look = Look()
        self._logo = QPixmap()
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self.tr("What a page looks like"))

    def show_look(self, look: Look) -> None:
        """Show what this look does."""
        if look.logo != self._look.logo:
            self._logo = QPixmap()
            self._logo.loadFromData(base64.b64decode(look.logo))
        self._look = look
        paper = self.tr("US Letter") if look.paper is Paper.LETTER else self.tr("A4")
        self.setAccessibleDescription(f"{paper}, {look.organisation}, {look.accent}")
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDE, round(WIDE * RATIOS[self._look.paper]))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.setPen(QPen(QColor(LIGHT.line), 1))
        painter.setBrush(QColor(LIGHT.field))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        if self._look.cover:
            self._draw_cover(painter)
        else:
            self._draw_page(painter)
        self._draw_foot(painter)

    @property
    def _accent(self) -> QColor:
        return QColor(self._look.shade or LIGHT.accent)

    def _font(self, size: float, *, heading: bool, bold: bool = False) -> QFont:
        look = self._look
        family = look.own_family or (SANS if heading or look.lettering is Lettering.SANS else SERIF)
        font = QFont(family)
        font.setPixelSize(round(size))
        font.setBold(bold)
        return font

    def _words(self, painter: QPainter, top: float, words: str, font: QFont, ink: QColor) -> float:
        """Draw one line of words and return where the next begins."""
        painter.setFont(font)
        painter.setPen(ink)
        metrics = painter.fontMetrics()
        room = self.width() - 2 * MARGIN
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.drawText(
            QRectF(MARGIN, top, room, metrics.height() + 2), Qt.AlignmentFlag.AlignAbsolute, shown
        )
        return top + metrics.height() + 2

    def _draw_logo(self, painter: QPainter, top: float, high: float) -> float:
        if self._logo.isNull():
            return 0.0
        size = self._logo.size().scaled(80, round(high), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawPixmap(MARGIN, round(top), size.width(), size.height(), self._logo)
        return float(size.height())

    def _draw_page(self, painter: QPainter) -> None:
        look, top = self._look, 12.0
        taken = self._draw_logo(painter, top, 18)
        if look.organisation:
            painter.setFont(self._font(8, heading=True, bold=True))
            painter.setPen(self._accent)
            room = QRectF(MARGIN + (90 if taken else 0), top, self.width() - 2 * MARGIN - 90, 18)
            shown = painter.fontMetrics().elidedText(
                look.organisation, Qt.TextElideMode.ElideRight, int(room.width())
            )
            side = Qt.AlignmentFlag.AlignRight if taken else Qt.AlignmentFlag.AlignLeft
            painter.drawText(room, side | Qt.AlignmentFlag.AlignVCenter, shown)
        top = 36.0
        painter.fillRect(QRectF(MARGIN, top, self.width() - 2 * MARGIN, 2), self._accent)
        kicker = self._font(8, heading=True, bold=True)
        top = self._words(painter, top + 6, self.tr("Full case report"), kicker, self._accent)
        title = self._font(14, heading=True, bold=True)
        top = self._words(painter, top, self.tr("A case, in one sentence"), title, QColor(LIGHT.ink)) + 6
        for words in (self.tr("Overview"), self.tr("Narrative")):
            top = self._draw_part(painter, top, words)

    def _draw_part(self, painter: QPainter, top: float, title: str) -> float:
        heading = self._font(11, heading=True, bold=True)
        top = self._words(painter, top + 4, title, heading, self._accent)
        painter.fillRect(QRectF(MARGIN, top, self.width() - 2 * MARGIN, 1), self._accent)
        body = self._font(8, heading=False)
        words = self.tr("The partners agreed on a plan before the rains.")
        top = self._words(painter, top + 5, words, body, QColor(LIGHT.ink)) + 3
        for length in LENGTHS:
            wide = (self.width() - 2 * MARGIN) * length
            painter.fillRect(QRectF(MARGIN, top, wide, 2), QColor(LIGHT.line))
            top += LINE
        return top

    def _draw_cover(self, painter: QPainter) -> None:
        painter.fillRect(QRectF(1, 1, self.width() - 2, 12), self._accent)
        top = 28 + self._draw_logo(painter, 28, 34)
        name = self._font(9, heading=True, bold=True)
        self._words(painter, top + 4, self._look.organisation, name, self._accent)
        top = self.height() * 0.38
        painter.fillRect(QRectF(MARGIN, top, 60, 2), self._accent)
        kicker = self._font(8, heading=True, bold=True)
        top = self._words(painter, top + 6, self.tr("Full case report"), kicker, self._accent)
        title = self._font(17, heading=True, bold=True)
        self._words(painter, top + 2, self.tr("A case, in one sentence"), title, QColor(LIGHT.ink))

    def _draw_foot(self, painter: QPainter) -> None:
        top = self.height() - 28.0
        painter.fillRect(QRectF(MARGIN, top, self.width() - 2 * MARGIN, 1), QColor(LIGHT.line))
        words = self._look.footer or self.tr("Status: Published")
        self._words(painter, top + 4, words, self._font(7, heading=True), QColor(LIGHT.muted))
