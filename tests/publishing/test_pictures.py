import struct
import zlib

import attrs
import pytest

from casebook.domain.case import Case
from casebook.domain.errors import NotFoundError
from casebook.domain.receipt import Reason, Receipt, What
from casebook.domain.records import Sensitivity
from casebook.domain.sections.attachments import Attachment
from casebook.publishing.order import Materials
from casebook.publishing.pictures import Picture, is_picture, lay_out, with_dropped
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
        return lay_out((case,), given, typesetter(materials.resources / "fonts"), tmp_path)

    return make


def test_pictures_are_known_by_what_they_are_not_by_their_name(laid_out, tmp_path):
    found, notices = laid_out({"a": png(), "b": b"\x89PNG\r\n\x1a\nbroken", "c": b"<svg onload='x'/>"})
    assert {digest: (p.path, p.media_type) for digest, p in found.items()} == {
        "a": ("assets/1.png", "image/png")
    }
    assert notices[0] == "The picture “b.jpg” is damaged and is only named in the report."
    assert len(notices) == 2 and "“c.jpg” is of a kind" in notices[1]
    assert [path.name for path in (tmp_path / "assets").iterdir()] == ["1.png"]


def test_a_file_that_is_gone_is_told_and_costs_nothing_else(laid_out):
    def blobs(digest):
        if digest == "a":
            return png()
        raise NotFoundError("gone")

    found, notices = laid_out(blobs)
    assert list(found) == ["a"] and len(notices) == 2 and "missing" in notices[0]


def test_a_picture_that_would_fill_the_memory_is_only_named(laid_out):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60000, 60000, 8, 2, 0, 0, 0))
    bomb = png()[:8] + head + png()[8 + len(head) :]
    found, notices = laid_out({"a": bomb, "b": b"GIF89a" + b"\0" * 20_000_001, "c": png()})
    assert list(found) == ["c"] and [("too large" in notice) for notice in notices] == [True, True]


def test_a_picture_of_a_kind_that_cannot_be_cleaned_is_only_named_and_said(laid_out):
    found, notices = laid_out({"a": b"\0\0\0\x18ftypheic" + b"\0" * 40, "b": png(), "c": b"BM" + b"\0" * 60})
    assert list(found) == ["b"] and len(notices) == 2
    assert "“a.jpg” is of a kind that Casebook cannot free of hidden data" in notices[0]


def test_a_document_is_named_without_a_word():
    assert not is_picture(Attachment(file_name="a.pdf", media_type="application/pdf"), b"%PDF-1.7")
    assert not is_picture(Attachment(file_name="a.wav"), b"RIFF\0\0\0\0WAVE")
    for name, data in (
        ("IMG_1.HEIC", b"?"),
        ("x", b"RIFF\0\0\0\0WEBP"),
        ("x", b"II*\0"),
        ("a.svg", b"<svg/>"),
    ):
        assert is_picture(Attachment(file_name=name), data)


def test_what_is_dropped_stands_in_the_receipt(materials):
    heic = Attachment(digest="a", file_name="a.heic", media_type="image/heic")
    case = Case(
        attachments=(
            heic,
            Attachment(digest="b", file_name="b.pdf"),
            Attachment(digest="c", file_name="c.png"),
        )
    )
    given = attrs.evolve(materials, blobs={"a": b"x", "b": b"%PDF", "c": png()})
    shown = {"c": Picture("assets/1.png", "image/png")}
    receipt = with_dropped(Receipt(audience=Sensitivity.PUBLIC), case, given, shown)
    assert [(item.what, item.record_id, item.reason) for item in receipt.items] == [
        (What.PICTURE, heic.id, Reason.UNCLEAN)
    ]
    assert receipt.dropped == 1
