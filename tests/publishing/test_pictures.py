import struct
import zlib

import pytest

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.sections.attachments import Attachment
from casebook.publishing.order import Materials
from casebook.publishing.pictures import lay_out, pixels
from casebook.publishing.typesetting import typesetter


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width=2, height=2):
    rows = b"".join(b"\0" + b"\x10\x60\x70" * width for _ in range(height))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def laid_out(materials, tmp_path):
    def make(blobs, **sizes):
        case = Case(
            attachments=tuple(
                Attachment(digest=d, file_name=f"{d}.jpg", media_type="image/jpeg") for d in ("a", "b", "c")
            )
        )
        given = Materials(vocabularies={}, resources=materials.resources, template_folders=(), blobs=blobs)
        return lay_out(case, given, typesetter(materials.resources / "fonts"), tmp_path)

    return make


def test_pictures_are_known_by_what_they_are_not_by_their_name(laid_out, tmp_path):
    found, notices = laid_out({"a": png(), "b": b"\x89PNG\r\n\x1a\nbroken", "c": b"<svg onload='x'/>"})
    assert {digest: (p.path, p.media_type) for digest, p in found.items()} == {
        "a": ("assets/1.png", "image/png")
    }
    assert notices == ["The picture “b.jpg” is damaged and is only named in the report."]
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["1.png"]


def test_a_file_that_is_gone_is_told_and_costs_nothing_else(laid_out):
    def blobs(digest):
        if digest == "a":
            return png()
        raise NotFoundError("gone")

    found, notices = laid_out(blobs)
    assert list(found) == ["a"] and len(notices) == 2 and "missing" in notices[0]


def test_a_picture_that_would_fill_the_memory_is_only_named(laid_out):
    bomb = png().replace(struct.pack(">II", 2, 2), struct.pack(">II", 60000, 60000), 1)
    found, notices = laid_out({"a": bomb, "b": b"GIF89a" + b"\0" * 20_000_001, "c": png()})
    assert list(found) == ["c"] and [("too large" in notice) for notice in notices] == [True, True]


def test_sizes_are_read_from_the_header():
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08\x00\x20\x00\x40" + b"\0" * 12
    assert pixels(jpeg) == 0x20 * 0x40
    assert pixels(png(3, 5)) == 15 and pixels(b"GIF89a\x07\x00\x03\x00rest") == 21
    assert pixels(b"\x89PNG") == 0 and pixels(b"\xff\xd8\xff") == 0
