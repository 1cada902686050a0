"""Small pictures of attached images, whatever the bytes turn out to be."""

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage

from casebook.ui.write.thumbnails import MOST_PIXELS, SIDE, Thumbnails, small_picture


def picture(width, height, kind="PNG"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind)
    return bytes(data.data())


def png_that_claims(width, height):
    """A PNG of a few bytes whose head promises a picture of any size."""

    def chunk(kind, content):
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP"])
def test_a_large_picture_is_made_small(look, kind):
    small = small_picture(picture(1600, 400, kind))
    assert (small.width(), small.height()) == (SIDE, SIDE // 4)


def test_a_small_picture_stays_as_it_is(look):
    small = small_picture(picture(40, 30))
    assert (small.width(), small.height()) == (40, 30)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no picture at all",
        picture(400, 400)[:60],
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
    ],
)
@pytest.mark.qt_log_level_fail("CRITICAL")
def test_what_is_no_picture_gives_none(look, content):
    assert small_picture(content).isNull()


def test_a_picture_too_large_to_decode_is_not_decoded(look):
    side = int(MOST_PIXELS**0.5) + 1
    assert small_picture(png_that_claims(side, side)).isNull()


def test_a_picture_of_the_library_is_given_later_and_then_at_once(workbench, qtbot):
    digest = workbench.case.attachments[1].digest
    thumbnails, given = Thumbnails(workbench), []
    thumbnails.ask(digest, given.append)
    assert given == []
    qtbot.waitUntil(lambda: len(given) == 1)
    assert not given[0].isNull()
    thumbnails.ask(digest, given.append)
    assert given[1] == given[0]


def test_a_file_the_library_does_not_hold_gives_none(workbench, qtbot):
    given = []
    Thumbnails(workbench).ask("0" * 64, given.append)
    qtbot.waitUntil(lambda: bool(given))
    assert [image.isNull() for image in given] == [True]
