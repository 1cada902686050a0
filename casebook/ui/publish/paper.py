"""The pages of a report as Qt reads them: the bytes, the document, and what is looked for in it."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtPdf import QPdfDocument, QPdfSearchModel


class Paper(QObject):
    """Everything of one PDF; it goes with this object."""

    def __init__(self, pdf: bytes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bytes = QBuffer(self)
        self._bytes.setData(QByteArray(pdf))
        self._bytes.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument(self)
        self.document.load(self._bytes)
        self.search = QPdfSearchModel(self)
        self.search.setDocument(self.document)
