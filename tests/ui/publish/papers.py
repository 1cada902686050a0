"""Small PDF papers to look at, made on the spot."""

from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QPainter, QPdfWriter
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel
from PySide6.QtWidgets import QWidget


def paper(parent: QWidget, pages: int = 3, ink: str = "black") -> tuple[QPdfDocument, QPdfSearchModel]:
    """A document whose pages say "page 1", "page 2" … above a bar of this ink; both live as long as `parent`."""
    buffer = QBuffer(parent)
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    writer = QPdfWriter(buffer)
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        painter.drawText(QPoint(1000, 1000), f"page {number + 1}")
        painter.fillRect(1000, 3000, 6000, 3000, QColor(ink))
    painter.end()
    buffer.seek(0)
    document = QPdfDocument(parent)
    document.load(buffer)
    found = QPdfSearchModel(parent)
    found.setDocument(document)
    return document, found
