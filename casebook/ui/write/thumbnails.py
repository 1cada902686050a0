"""Small pictures of attached images, decoded off the GUI thread within limits of size."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from casebook.ui.tasks import Cancelled, Progress, Task
from casebook.ui.workbench import Workbench

SIDE = 320
"""Longest side of a small picture in pixels."""

MOST_PIXELS = 80_000_000
"""Pixels of an image that is still decoded; a larger one, however small its file, is not."""

FORMATS = frozenset({b"png", b"jpeg", b"gif", b"webp", b"bmp"})
"""Formats that are decoded, told by their content; others, SVG among them, are not looked into."""

KEPT = 24
"""Pictures kept in memory."""


class Thumbnails:
    """Asks the library for images and keeps the small pictures."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench
        self._kept: OrderedDict[str, QImage] = OrderedDict()

    def ask(self, digest: str, give: Callable[[QImage], None]) -> None:
        """Call `give` with the small picture of a file, soon; with an empty image when there is none to show."""
        held = self._kept.get(digest)
        library = self._workbench.library
        if held is not None or library is None:
            give(held if held is not None else QImage())
            return

        def keep(image: QImage) -> None:
            self._kept[digest] = image
            if len(self._kept) > KEPT:
                self._kept.popitem(last=False)
            give(image)

        def work(_progress: Progress, _cancelled: Cancelled) -> QImage:
            with library.attachments_apart() as attachments:
                return small_picture(attachments.read(digest))

        # Not shown among the running tasks: it is over before anybody could read its name.
        task = Task(work, parent=self._workbench)
        task.done.connect(keep)
        task.failed.connect(lambda _sentence: give(QImage()))
        task.ended.connect(task.deleteLater)
        task.start()


def small_picture(content: bytes) -> QImage:
    """A picture of at most SIDE by SIDE pixels; empty when the bytes are no image that may be decoded."""
    data = QByteArray(content)
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    known = bytes(reader.format().data()).lower() in FORMATS
    if not known or not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return QImage()
    if size.width() > SIDE or size.height() > SIDE:
        reader.setScaledSize(size.scaled(QSize(SIDE, SIDE), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return image if not image.isNull() else QImage()
