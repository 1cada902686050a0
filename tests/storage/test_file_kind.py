"""Told from its bytes: plain, encrypted, or none of ours."""

import random

import pytest

from casebook.domain.errors import LibraryError, NewerLibraryError, NotALibraryError
from casebook.storage.file_kind import APPLICATION_ID, MAGIC, PAGE, FileKind, kind_of, refuse_newer


def header(application: int = APPLICATION_ID, version: int = 1) -> bytes:
    head = bytearray(PAGE)
    head[:16] = MAGIC
    head[60:64] = version.to_bytes(4, "big")
    head[68:72] = application.to_bytes(4, "big")
    return bytes(head)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(header(), FileKind.PLAIN), (random.Random(3).randbytes(PAGE * 3), FileKind.ENCRYPTED)],
)
def test_a_library_is_known_by_its_first_page(tmp_path, content, kind):
    path = tmp_path / "x.casebook"
    path.write_bytes(content)
    assert kind_of(path, 1) is kind


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "is empty"),
        (header(application=0), "another program"),
        (header()[:60], "another program"),
        (b"plain words", "not a Casebook library"),
        (random.Random(3).randbytes(PAGE * 2 + 1), "part of it is missing"),
        (bytes(PAGE), "not a Casebook library"),
    ],
)
def test_anything_else_is_refused_by_name(tmp_path, content, sentence):
    path = tmp_path / "x.casebook"
    path.write_bytes(content)
    with pytest.raises(NotALibraryError, match=sentence) as refused:
        kind_of(path, 1)
    assert "x.casebook" in str(refused.value)


def test_a_newer_layout_is_refused(tmp_path):
    path = tmp_path / "x.casebook"
    path.write_bytes(header(version=8))
    with pytest.raises(NewerLibraryError):
        kind_of(path, 7)
    assert kind_of(path, 8) is FileKind.PLAIN
    with pytest.raises(NewerLibraryError):
        refuse_newer(3, 2)


def test_a_folder_and_nothing_are_refused(tmp_path):
    with pytest.raises(NotALibraryError, match="folder"):
        kind_of(tmp_path, 1)
    with pytest.raises(LibraryError, match="no library called"):
        kind_of(tmp_path / "x", 1)
    with pytest.raises(LibraryError, match="may not be read"):
        (tmp_path / "file").write_text("x")
        kind_of(tmp_path / "file" / "x", 1)
