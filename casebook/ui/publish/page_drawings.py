"""Pictures of the pages of a PDF in the size wanted, drawn in a thread of QtPdf's own."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions, QPdfPageRenderer

KEPT = 2
"""Drawn pages kept before and after those in sight."""


class PageDrawings(QObject):
    """Emits `drawn` when another picture is there."""

    drawn = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._images: dict[int, QImage] = {}
        self._stale: set[int] = set()
        self._asked: dict[int, tuple[int, QSize]] = {}
        self._nothing = QPdfDocument(self)
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)

    def image(self, number: int) -> QImage | None:
        """The newest picture there is of a page, maybe in another size or of the document before."""
        return self._images.get(number)

    def show(self, document: QPdfDocument) -> None:
        """Draw from another document; pictures of the one before serve until there are new ones."""
        self._renderer.setDocument(document)
        self._stale = set(self._images)
        self._asked.clear()

    def clear(self) -> None:
        """Hold nothing."""
        self._renderer.setDocument(self._nothing)
        self._images, self._stale = {}, set()
        self._asked.clear()

    def want(self, sizes: Mapping[int, QSize]) -> None:
        """Have the pages in sight drawn in these sizes in pixels, where they are not yet; forget those far away."""
        if not sizes:
            return
        near = range(min(sizes) - KEPT, max(sizes) + KEPT + 1)
        self._images = {number: image for number, image in self._images.items() if number in near}
        for number, size in sizes.items():
            there = self._images.get(number)
            asked = self._asked.get(number)
            fresh = there is not None and there.size() == size and number not in self._stale
            if not fresh and (asked is None or asked[1] != size):
                wanted = self._renderer.requestPage(number, size, QPdfDocumentRenderOptions())
                self._asked[number] = (wanted, size)

    def _take(self, number: int, _size: QSize, image: QImage, _how: object, wanted: int) -> None:
        asked = self._asked.get(number)
        if asked is not None and asked[0] == wanted:
            del self._asked[number]
            self._images[number] = image
            self._stale.discard(number)
            self.drawn.emit()
