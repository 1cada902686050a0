"""Files inside the library: kept once, given back whole."""

import hashlib

import attrs
import pytest

from casebook.domain.case import new_case
from casebook.domain.errors import LibraryError, NotFoundError
from casebook.domain.sections.attachments import Attachment
from casebook.storage.attachments import LARGEST
from casebook.storage.database import connected

CONTENT = b"\x00map\xff" * 1000


def test_a_file_is_kept_under_its_digest_once(library, tmp_path):
    path = tmp_path / "map.png"
    path.write_bytes(CONTENT)
    digest = library.attachments.add(path)
    assert digest == hashlib.sha256(CONTENT).hexdigest()
    assert library.attachments.add(CONTENT) == digest
    assert library.attachments.read(digest) == CONTENT
    assert library.attachments.size(digest) == len(CONTENT)
    assert library.attachments.has(digest)


def test_an_empty_file_is_a_file(library):
    digest = library.attachments.add(b"")
    assert library.attachments.read(digest) == b""
    assert library.attachments.size(digest) == 0


def test_it_is_saved_out_whole_over_what_was_there(library, tmp_path):
    digest = library.attachments.add(CONTENT)
    target = tmp_path / "out.png"
    target.write_text("old")
    library.attachments.save_to(digest, target)
    assert target.read_bytes() == CONTENT
    with pytest.raises(LibraryError, match="could not be written"):
        library.attachments.save_to(digest, tmp_path / "no such folder" / "out.png")
    with pytest.raises(LibraryError, match="could not be written"):
        library.attachments.save_to(digest, target / "inside a file.png")
    assert not list(tmp_path.glob(".*"))


def test_what_is_too_large_or_unreadable_is_refused_in_words(library, tmp_path):
    large = tmp_path / "large.bin"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(LibraryError, match="larger than 50 MB"):
        library.attachments.add(large)
    for nothing in (tmp_path / "none", tmp_path):
        with pytest.raises(LibraryError, match="cannot be read"):
            library.attachments.add(nothing)


def test_what_is_not_there_is_said(library):
    assert not library.attachments.has("0" * 64)
    for ask in (library.attachments.read, library.attachments.size):
        with pytest.raises(NotFoundError, match="does not hold"):
            ask("0" * 64)


def test_a_damaged_file_is_not_given_out(library):
    digest = library.attachments.add(CONTENT)
    driver = connected(library.path)
    driver.execute("UPDATE blobs SET content = zeroblob(10)")
    driver.close()
    with pytest.raises(LibraryError, match="damaged"):
        library.attachments.read(digest)


def test_only_what_no_record_names_is_removed(library):
    named, unnamed = library.attachments.add(b"named"), library.attachments.add(b"unnamed")
    case = new_case(attachments=(Attachment(caption="Map", file_name="map.png", digest=named),))
    library.cases.save(None, case)
    library.cases.trash(case.id)
    assert library.attachments.remove_unused() == 1
    assert library.attachments.has(named)
    assert not library.attachments.has(unnamed)
    library.cases.save(case, attrs.evolve(case, attachments=()))
    assert library.attachments.remove_unused() == 1
